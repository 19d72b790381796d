/* tools_slips.h - printed slips, and what a scanner reads from them. */
#ifndef STEMMEBOKS_TESTS_TOOLS_SLIPS_H
#define STEMMEBOKS_TESTS_TOOLS_SLIPS_H

#include <stddef.h>

#include "tools/slips/slip_print.h"

enum { PAPER_SLIPS = 100 };

/* A PDF in memory. */
struct paper {
	char *bytes;
	size_t size;
	size_t room; /* the sink fails once there are more bytes than this */
};

/* Ready to be printed on. Free with paper_free(). */
struct paper paper_new(void);
void paper_free(struct paper *paper);

/* A job that prints slips for MEETING on PAPER. */
struct slip_job paper_job(const struct meeting *meeting, struct paper *paper);

/* COUNT slips with fixed secrets. */
void paper_slips(struct slip *ret_slips, int count);

/* Writes PAPER to the file at PATH. */
void paper_save(const struct paper *paper, const char *path);

/* What COMMAND prints; "%s" in it becomes PATH. Frees with free(). *ret_code:
 * its exit code, may be NULL. */
char *tool_output(const char *command, const char *path, int *ret_code);

/* The tokens on the slips of the PDF at PATH, in order, at most MOST. Fails the
 * test when one cannot be read. */
int paper_decode(const char *path, struct slip *ret_slips, int most);

#endif
