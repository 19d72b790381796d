/* pabulib_rows.h - a text as rows of cells, which are pieces of the text
 * itself: nothing is copied, unless a cell in quotes holds quotes.
 *
 * Cells are divided by semicolons. One in quotes may hold semicolons, line ends
 * and quotes written twice (RFC 4180, 2); where text stands behind its closing
 * quote the cell is taken as it stands, quotes and all. Blanks (space, tab)
 * around a cell are no part of it. A line ends in LF, CR LF or CR; lines
 * without anything in them are passed over.
 */
#ifndef STEMMEBOKS_PABULIB_ROWS_H
#define STEMMEBOKS_PABULIB_ROWS_H

#include <stdbool.h>
#include <stddef.h>

enum { ROW_CELLS = 512 };

struct span {
	const char *text; /* no NUL behind it */
	size_t length;
};

enum row_fault {
	ROW_FINE,
	ROW_END,   /* there is no further row */
	ROW_QUOTE, /* a quote that nothing closes, or text behind one */
	ROW_LONG,  /* more than ROW_CELLS cells */
	ROW_MEMORY,
};

struct rows {
	const char *at, *end; /* what is not read yet */
	const char *quote;    /* there is no quote in it before this */
	bool returns;	      /* somewhere a CR ends a line without LF */
	long line;	      /* of `at`, 1 first */
	char *scratch;	      /* cells with quotes in them */
	size_t scratch_room;
	/* The row that was read last: */
	const char *row_at; /* where it begins */
	long row_line;
	int count;
	struct span cells[ROW_CELLS];
	bool open;	  /* it is the last and its line does not end */
	bool blanks;	  /* blanks around a cell were taken off */
	bool inner_quote; /* quotes in a cell are letters like others */
	long blank_lines; /* passed over before it */
};

/* Reads LENGTH bytes at TEXT (borrowed), which is UTF-8. RETURNS: whether a CR
 * without LF behind it is in the text. */
void rows_begin(struct rows *rows, const char *text, size_t length,
		bool returns);

/* Reads the next row. After a fault but ROW_END, row_line is its place and
 * there is nothing more to read. Cells are valid until the next row. */
enum row_fault rows_next(struct rows *rows);

/* Where the memory ends in which CELL, of the row, stands. */
const char *rows_far(const struct rows *rows, struct span cell);

/* How many lines end between FROM and TO, two places of the text. */
long rows_lines(const struct rows *rows, const char *from, const char *to);

/* Goes back to where AT and LINE were when they were noted. */
void rows_return(struct rows *rows, const char *at, long line);

void rows_end(struct rows *rows);

/* TEXT without blanks at its ends. */
struct span span_trim(struct span text);

/* TEXT for people, ended by NUL: cut at a character to SIZE bytes (at least 8),
 * and nothing in it that steers a terminal or turns the direction of writing.
 */
void span_show(struct span text, char *ret_shown, size_t size);

/* The same bytes as WORD, letters of ASCII in whatever case. */
bool span_is(struct span text, const char *word);

#endif
