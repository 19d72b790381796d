/* format.h - what a text has printf put into it (ISO C 7.21.6.1; numbered
 * arguments: POSIX, printf). A translation must ask for the same things, or the
 * program would read what was never given to it. */
#ifndef STEMMEBOKS_FORMAT_H
#define STEMMEBOKS_FORMAT_H

#include <stdbool.h>

enum {
	FORMAT_ARGUMENTS = 9,
	FORMAT_KIND = 4, /* "llu" and its NUL */
};

struct format {
	int count;				   /* of arguments */
	char kinds[FORMAT_ARGUMENTS][FORMAT_KIND]; /* "s", "d", "lu" */
};

/* Reads TEXT. False when printf would not understand it, or only by guessing: a
 * single %, a width taken from an argument, some arguments numbered and some
 * not, a number left out, more than FORMAT_ARGUMENTS, %n. *ret_format is then
 * untouched. */
bool format_read(const char *text, struct format *ret_format);

/* Whether TRANSLATION takes what SOURCE is given; with FEWER it may leave out
 * some, from the last on. */
bool format_fits(const struct format *source, const struct format *translation,
		 bool fewer);

#endif
