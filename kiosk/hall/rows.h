/* rows.h - a list that is longer than a page: which rows stand on which. Pure.
 */
#ifndef STEMMEBOKS_ROWS_H
#define STEMMEBOKS_ROWS_H

#include "core/meeting.h"

enum { ROWS_MOST = MEETING_PROPOSALS + MEETING_POTS };

struct rows {
	int room;     /* for the rows of a page */
	int gap;      /* between two of them */
	int air_most; /* that each may get beyond what it needs */
	int count;
	int height[ROWS_MOST]; /* that each needs; the caller fills them in */
};

/* Adds a row; one past ROWS_MOST is left out. */
void rows_add(struct rows *rows, int height);

/* How many pages they fill: one for an empty list. */
int rows_pages(const struct rows *rows);

/* The rows [*ret_first, *ret_end) of PAGE, 0 first, or of the last page; and
 * what each of them gets beyond its height. */
void rows_page(const struct rows *rows, int page, int *ret_first, int *ret_end,
	       int *ret_air);

#endif
