/* sheet_build.h - a workbook being filled, and the sentences for what stops it.
 */
#ifndef STEMMEBOKS_SHEET_BUILD_H
#define STEMMEBOKS_SHEET_BUILD_H

#include <stddef.h>

#include "tools/sheet/sheet.h"
#include "words/words.h"

/* Why a workbook is not read, gettext keys: it is of another kind or damaged,
 * is beyond the limits, has what only an attack needs, or there is no memory.
 */
extern const char sheet_broken[], sheet_large[], sheet_strange[],
    sheet_memory[];

/* A new sheet at the end of BOOK, named by the LENGTH first bytes of NAME.
 * NULL, or why not. */
const char *book_sheet(struct workbook *book, const char *name, size_t length);

/* LENGTH bytes of TEXT kept in BOOK as *ret_text, without the blanks at its
 * ends, line breaks as \n, ended with a NUL. NULL, or why not. */
const char *book_keep(struct workbook *book, const char *text, size_t length,
		      const char **ret_text);

/* Adds CELL, whose text stays the caller's or BOOK's, to BOOK's last sheet; one
 * that is empty is left out. NULL, or sheet_large when it lies outside the
 * limits, or why not. */
const char *book_add(struct workbook *book, const struct sheet_cell *cell);

/* Makes room for one more of SIZE bytes in the list that *list points to, which
 * has COUNT and room for *room. False without memory. */
bool book_room(void *list, int count, int *room, size_t size);

/* Text that grows, up to SHEET_TEXT_BYTES. Begins as {0}, ends with
 * free(bytes).
 */
struct sheet_text {
	char *bytes; /* a NUL follows the last; NULL when there was none yet */
	size_t length, room;
};

/* Adds LENGTH bytes of MORE. NULL, or why not. */
const char *sheet_text_add(struct sheet_text *text, const char *more,
			   size_t length);

#endif
