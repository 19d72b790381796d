/* import_csv.h - rows of a CSV file with the line each begins on. */
#ifndef STEMMEBOKS_IMPORT_CSV_H
#define STEMMEBOKS_IMPORT_CSV_H

#include <stdbool.h>

#include "tools/import/import_text.h"

enum { CSV_CELLS = 256 };

struct csv_row {
	int line; /* where the row begins in the file, 1 first */
	int count;
	const char *cells[CSV_CELLS]; /* valid until the next row */
	/* Of a row of a workbook: what is wrong with each cell, an enum
	 * sheet_flaw; NULL in a CSV file. */
	const unsigned char *flaws;
	bool cut; /* there were more than CSV_CELLS */
};

/* Calls SEE for every row of TEXT that is not blank, until it returns false.
 * Cells are divided by DELIMITER, may be quoted as in RFC 4180 and hold line
 * breaks then; blanks around a cell without quotes are taken off. LINE is that
 * of TEXT's first line.
 *
 * A quote that is never closed, or one in the middle of a cell, is a problem
 * with FILE's name (kept, not copied); what follows it is not read. PROBLEMS
 * may be NULL to look without telling. */
void csv_read(const struct import_text *text, char delimiter, int line,
	      const char *file, struct problems *problems,
	      bool (*see)(void *context, const struct csv_row *row),
	      void *context);

#endif
