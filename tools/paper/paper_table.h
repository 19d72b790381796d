/* paper_table.h - tables on a sheet: they break over pages between two rows and
 * begin every page with their head again. */
#ifndef STEMMEBOKS_PAPER_TABLE_H
#define STEMMEBOKS_PAPER_TABLE_H

#include "tools/paper/paper_sheet.h"

enum { TABLE_COLUMNS = 6, TABLE_NUMBER = 272 };

struct sheet_column {
	const char *head;
	bool end; /* flush with its end: numbers */
};

/* A row: what a column's cell says, in `number` or in a text that outlives the
 * table; NULL says nothing. */
struct sheet_row {
	const char *cell[TABLE_COLUMNS];
	char number[TABLE_COLUMNS][TABLE_NUMBER];
	const char *note; /* below the cell that grows, NULL for none */
	bool bold;
};

struct sheet_table {
	int columns;
	struct sheet_column column[TABLE_COLUMNS];
	int grows; /* the column that gets the room the others leave */
	int rows;
	/* Fills ROW, which is all zero, with number INDEX. */
	void (*row)(const void *context, int index, struct sheet_row *ret_row);
	const void *context;
	double after; /* what must stand on the page of its last rows, below
			 them: its height, 0 for nothing */
};

/* The height that a table takes at least on the page it begins on: that of its
 * head, and some rows. What stands above it needs so much below. */
double sheet_table_least(struct sheet *sheet, const struct sheet_table *table);

/* Draws TABLE from y on, and moves y below it. */
void sheet_table_flow(struct sheet *sheet, const struct sheet_table *table);

#endif
