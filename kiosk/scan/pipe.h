/* pipe.h - a FIFO or a growing file of lines in place of a scanner, for tests
 * and for scanners whose driver writes to a file.
 */
#ifndef STEMMEBOKS_PIPE_H
#define STEMMEBOKS_PIPE_H

#include <stdbool.h>

#include "core/status.h"
#include "scan/scan_line.h"

struct pipe;

/* Opens PATH without waiting for a writer; a FIFO may have one writer after the
 * other, and of a file what is added later is read too. STATUS_FILE_MISSING,
 * STATUS_FILE_READ (a folder, no permission) or STATUS_MEMORY; *ret_pipe is
 * then untouched. Free with pipe_free(), which takes NULL. */
enum status pipe_open(const char *path, struct pipe **ret_pipe);
void pipe_free(struct pipe *pipe);

/* The next whole line, without its line end (LF or CR LF) and never waiting;
 * false when there is none yet. An empty line is skipped. The caller wipes
 * *ret_line, which is untouched on false. */
bool pipe_line(struct pipe *pipe, struct scan_line *ret_line);

#endif
