/* catalogue_new.h - a file for those who translate. */
#ifndef STEMMEBOKS_CATALOGUE_NEW_H
#define STEMMEBOKS_CATALOGUE_NEW_H

#include "core/status.h"

/* Writes the new file PATH: a header for the language CODE, then all that
 * RESIDENTS (the path of residents.pot) has, with its comments.
 *
 * STATUS_FILE_MISSING when RESIDENTS cannot be read, STATUS_FILE_EXISTS when
 * there is a file at PATH, STATUS_FILE_WRITE (errno set) when it cannot be
 * written; there is then no new file. */
enum status catalogue_new(const char *code, const char *residents,
			  const char *path);

#endif
