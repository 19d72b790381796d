/* again.h - a program that starts anew in place of itself, with another file.
 */
#ifndef STEMMEBOKS_AGAIN_H
#define STEMMEBOKS_AGAIN_H

#include "core/status.h"

/* The same program with ARGV, which ends with NULL, but without the options
 * DROPPED (a list of "--name" that ends with NULL; each takes a value, in it or
 * behind it) and without the word FILE, which may be NULL; with WORDS, another
 * such list, at the end. Everything must be let go of before. Only returns when
 * it could not be done: STATUS_MEMORY, STATUS_FILE_MISSING. */
enum status again_run(char *const *argv, const char *const *dropped,
		      const char *file, const char *const *words);

#endif
