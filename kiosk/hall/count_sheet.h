/* count_sheet.h - the tally of a whole meeting as a sheet of strokes: where all
 * of it stands, and its rows. */
#ifndef STEMMEBOKS_COUNT_SHEET_H
#define STEMMEBOKS_COUNT_SHEET_H

#include "hall/hall.h"
#include "hall/marks.h"
#include "hall/rows.h"
#include "ui/draw.h"

enum {
	COUNT_HEAD_H = 76,
	COUNT_GAP = 32, /* between the parts */
};

/* A line of the tally: a proposal, or the blank ballots of a pot. */
struct count_row {
	int pot;
	int proposal; /* index, or -1: the blank ones */
};

/* The tally of a whole meeting and where it stands. */
struct count_sheet {
	struct rect head, notice, card, body; /* body: the rows of a page */
	bool stacked; /* upright: one below the other, the marks too */
	int count;
	struct count_row row[ROWS_MOST];
	struct rows rows;
	int pill_w, title_w, sum_w;
	struct marks marks;
};

/* How many of VIEW's ballots are counted; never more than there are. */
int count_position(const struct hall_view *view);

/* Rows: all proposals in ballot order, and after those of a pot its blank
 * ballots; columns as wide as the whole count will need, so that nothing moves
 * while it goes on. On top head and notice share a line, below them stands the
 * card beside the rows; in an upright frame each has the whole width. */
void count_sheet_layout(struct ui *ui, const struct hall_view *view,
			struct count_sheet *ret_sheet);

/* The rows of view->page with SUMS as strokes; those that the ballot just
 * counted adds to stand out. */
void count_sheet_draw(struct ui *ui, const struct hall_view *view,
		      const struct count_sheet *sheet,
		      const struct tally *sums);

#endif
