/* import_text.h - text files as spreadsheets and editors really save them. */
#ifndef STEMMEBOKS_IMPORT_TEXT_H
#define STEMMEBOKS_IMPORT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "tools/import/problems.h"

/* A whole file as UTF-8 without byte order mark, line ends as they were. */
struct import_text {
	char *bytes; /* a NUL follows the last */
	size_t length;
};

/* Reads FOLDER/FILE, which may be UTF-8 with or without byte order mark or
 * Windows-1252. Anything else is a problem with its line: no such file, no
 * ordinary file, more than LIMIT bytes (seen before anything is read), empty,
 * NUL bytes, UTF-16, UTF-8 with broken characters, bytes that make no sense as
 * Windows-1252 (Mac and DOS code pages put signs inside words).
 *
 * Returns whether *ret_text was filled; free it with import_text_free(). */
bool import_text_read(const char *folder, const char *file, size_t limit,
		      struct problems *problems, struct import_text *ret_text);

/* The same from LENGTH bytes in memory; borrowed. */
bool import_text_convert(const char *bytes, size_t length, const char *file,
			 struct problems *problems,
			 struct import_text *ret_text);

/* Empties *text. */
void import_text_free(struct import_text *text);

/* Why TEXT (valid UTF-8) may not stand in a meeting, as a phrase for people and
 * gettext key, or NULL: control characters (tab and line break only with
 * LINES), marks that turn the writing direction, characters that no one can
 * see. Joiners and direction marks that Arabic and Persian need are fine. */
const char *text_forbidden(const char *text, bool lines);

#endif
