/* import_column.h - which columns a CSV file of the meeting knows, as a table.
 */
#ifndef STEMMEBOKS_IMPORT_COLUMN_H
#define STEMMEBOKS_IMPORT_COLUMN_H

#include "tools/import/import_csv.h"
#include "tools/import/import_part.h"

enum column_need { COLUMN_FREE, COLUMN_NEEDED, COLUMN_NEEDED_WITH_POTS };

struct column_spec {
	const char *spelled; /* in the header, without language */
	bool per_language;   /* title_da, title_en, … */
	int most;	     /* characters a cell may have; 0: it is no text */
	/* Must be there: for a column per language in that of the room. */
	enum column_need need;
};

/* The columns of FILE (a static name). */
struct column_set {
	const char *file;
	const struct column_spec *columns;
	int count;
};

/* What stands in a place of the header. */
struct column_place {
	int column;   /* index into the set's columns, or -1: not used */
	int language; /* index into meeting.languages, or -1 */
};

enum { COLUMN_NAME = 64 };

/* PLACE as the header spells it, with its language: "title_da". */
void column_name(const struct column_set *set, const struct meeting *meeting,
		 struct column_place place, char ret_name[COLUMN_NAME]);

/* How many cells of ROW are the name of a column of SET. */
int columns_known(const struct column_set *set, const struct csv_row *row);

/* The mark between cells: of ; , and tab the one that makes most of the first
 * row known columns; ; when none does. */
char columns_delimiter(const struct column_set *set,
		       const struct import_text *text);

/* Whether WANTED is among the COUNT first PLACES. */
bool column_there(const struct column_place *places, int count,
		  struct column_place wanted);

/* Reads the header ROW into PLACES. Unknown columns and languages are warnings,
 * a column named twice and one that must be there and is not are problems. */
void columns_read(const struct column_set *set, struct import *import,
		  const struct csv_row *row,
		  struct column_place places[CSV_CELLS]);

#endif
