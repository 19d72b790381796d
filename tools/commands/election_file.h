/* election_file.h - the .pb file that a command line names. */
#ifndef STEMMEBOKS_ELECTION_FILE_H
#define STEMMEBOKS_ELECTION_FILE_H

#include "tools/line/command.h"
#include "tools/pabulib/pabulib.h"

/* Whether the file PATH is an election and not a meeting: by what it begins
 * with, and, when it is no meeting's box, by its name. */
bool election_file_is(const char *path);

/* Tells why nothing is counted, in TEXT; with --json on standard error as well.
 * Returns STATUS. */
enum status election_file_refuse(const struct arguments *arguments,
				 enum status status, const char *text);

/* Reads the file PATH as pabulib_read() does; a failure was told, with file and
 * line. */
enum status election_file_read(const struct arguments *arguments,
			       const char *path, bool lenient,
			       struct pabulib_notes *notes,
			       struct pabulib **ret_pabulib);

/* A line of warning to the FILE * CONTEXT. */
void election_file_warn(void *context, const char *line);

#endif
