/* import_column.h - the columns of proposals.csv, as a table. */
#ifndef STEMMEBOKS_IMPORT_COLUMN_H
#define STEMMEBOKS_IMPORT_COLUMN_H

#include "tools/import/import_csv.h"
#include "tools/import/import_part.h"

enum column {
#define COLUMN(name, spelled, per_language, most) COLUMN_##name,
#include "tools/import/import_column.def"
#undef COLUMN
	COLUMN_COUNT
};

/* What stands in a place of the header. */
struct column_place {
	int column;   /* enum column, or -1: not used */
	int language; /* index into meeting.languages, or -1 */
};

/* As the header spells it, without language: "short_title". Static. */
const char *column_name(enum column column);

/* The most characters a cell may have; 0: it is no text. */
int column_most(enum column column);

/* The mark between cells: of ; , and tab the one that makes most of the first
 * row known columns; ; when none does. */
char columns_delimiter(const struct import_text *text);

/* Reads the header ROW into PLACES. Unknown columns and languages are warnings,
 * a column named twice and one that must be there and is not are problems. */
void columns_read(struct import *import, const struct csv_row *row,
		  struct column_place places[CSV_CELLS]);

#endif
