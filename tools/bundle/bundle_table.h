/* bundle_table.h - columns of text that line up in a terminal. */
#ifndef STEMMEBOKS_BUNDLE_TABLE_H
#define STEMMEBOKS_BUNDLE_TABLE_H

#include "core/status.h"

struct arguments;

enum { TABLE_COLUMNS = 8, TABLE_ROWS = 1024, TABLE_GAP = 2 };

struct table {
	int columns;
	unsigned right; /* bit i: column i is set flush right */
	int count;	/* rows */
	char *cells[TABLE_ROWS][TABLE_COLUMNS];
};

/* An empty table of COLUMNS columns; NULL without memory. */
struct table *table_new(int columns, unsigned right);

/* Takes NULL. */
void table_free(struct table *table);

/* Adds a row of the texts CELLS[columns], which are copied. STATUS_MEMORY. */
enum status table_add(struct table *table, const char *const *cells);

/* Prints the rows with report_line(), widths counted in characters. */
enum status table_print(const struct table *table,
			const struct arguments *arguments);

#endif
