/* table.h - the result table of one pot: its columns, rows and pages.
 *
 * Rows are as high as their text needs and as many on a page as fit; columns
 * are as wide as the pot's widest numbers need, the rest is the title's.
 */
#ifndef STEMMEBOKS_TABLE_H
#define STEMMEBOKS_TABLE_H

#include "hall/awards.h"
#include "ui/draw.h"

enum {
	TABLE_HEAD_H = 68,  /* a heading with the columns' names */
	TABLE_LINE_GAP = 6, /* above and below the budget line */
	TABLE_LINE_W = 6,
	TABLE_BAR_GAP = 2, /* below the words, at least */
	TABLE_BAR_LEAST = 10,
	TABLE_ROW_GAP = 5,
};

struct column {
	int x, w;
};

struct table {
	int pot;
	enum type type; /* of titles and numbers */
	int count;
	struct award_row rows[MEETING_PROPOSALS];
	int most_votes;
	struct rect rect; /* for the rows of a page with their headings */
	/* An upright frame has no room for columns of numbers: they stand in
	 * words below the title, and what is left on a line of its own. */
	bool stacked;
	int left_h; /* of that line */
	struct column place, number, title, votes, cost, last;
};

/* Lays out POT of VIEW for RECT. */
void table_layout(struct ui *ui, const struct hall_view *view, int pot,
		  struct rect rect, struct table *ret_table);

/* The rows [*ret_first, *ret_end) of page PAGE, 0 first; false past the last.
 */
bool table_page(struct ui *ui, const struct hall_view *view,
		const struct table *table, int page, int *ret_first,
		int *ret_end);

/* Draws page PAGE with headings and, where it belongs, the budget line. */
void table_draw(struct ui *ui, const struct hall_view *view,
		const struct table *table, int page);

/* For table_draw.c: the height kept free on every page for the heading and the
 * budget line's block; the title of ROW; its numbers in words, when stacked;
 * how wide a note below it may be; how high ROW's words are, and all of it. */
int table_reserved(const struct table *table);
const char *table_title(const struct hall_view *view,
			const struct award_row *row);
void table_facts(const struct hall_view *view, const struct award_row *row,
		 char ret_text[HALL_LINE]);
int table_note_width(const struct table *table);
int table_words_height(struct ui *ui, const struct hall_view *view,
		       const struct table *table, const struct award_row *row);
int table_row_height(struct ui *ui, const struct hall_view *view,
		     const struct table *table, const struct award_row *row);

#endif
