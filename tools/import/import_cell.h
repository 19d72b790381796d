/* import_cell.h - one cell of proposals.csv, read into its proposal. */
#ifndef STEMMEBOKS_IMPORT_CELL_H
#define STEMMEBOKS_IMPORT_CELL_H

#include "tools/import/import_table.h"

enum column {
#define COLUMN(name, spelled, per_language, most, need) COLUMN_##name,
#include "tools/import/import_column.def"
#undef COLUMN
	COLUMN_COUNT
};

/* The columns of proposals.csv, in the order of enum column. */
extern const struct column_set proposal_columns;

struct cell {
	struct import *import;
	struct proposal *proposal;
	int line; /* of the row */
	enum column column;
	int language;	  /* index into meeting.languages, or -1 */
	const char *text; /* blanks and line breaks at its ends taken off */
	const struct import_table_cell *in_table;
};

/* Reads CELL, whose text may be empty. What cannot be read is a problem, and
 * the proposal keeps what it had. */
void cell_read(const struct cell *cell);

#endif
