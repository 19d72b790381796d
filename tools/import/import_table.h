/* import_table.h - a table of the meeting read cell by cell: a CSV file as
 * spreadsheets save it, with any of the usual marks between cells, a "sep=;"
 * line, blank rows; or a sheet of a workbook. */
#ifndef STEMMEBOKS_IMPORT_TABLE_H
#define STEMMEBOKS_IMPORT_TABLE_H

#include "tools/import/import_column.h"

struct import_table;

/* One cell, also where the row is shorter than the header. */
struct import_table_cell {
	struct import_table *table;
	int line; /* of the row */
	struct column_place place;
	const char *text; /* blanks and line breaks at its ends taken off */
};

/* What is done with the rows; given by the caller, with CONTEXT for it. */
struct import_table {
	struct import *import;
	const struct column_set *set;
	void *context;
	/* A row begins; false: it and those below are not read. */
	bool (*begin)(struct import_table *table, int line);
	void (*cell)(const struct import_table_cell *cell);
	/* All cells of the row were read. */
	void (*end)(struct import_table *table, int line);
	/* Filled while reading. */
	struct column_place places[CSV_CELLS];
	int columns; /* in the header */
	int header;  /* its line; 0 before it was read */
};

/* Reads ROWS with TABLE, whose five first fields are given, the rest 0. While
 * the cell function runs, problems are about the cell. */
void import_table_read(struct import_table *table,
		       const struct import_rows *rows);

/* From here on, until the row ends, problems are about its cell in COLUMN with
 * LANGUAGE, -1 for none. */
void import_table_point(const struct import_table *table, int column,
			int language);

/* Where COLUMN, which has no language, stands, from 1; 0 if it does not. */
int import_table_column(const struct import_table *table, int column);

/* Whether the header has COLUMN in the room's language. */
bool import_table_has_for_room(const struct import_table *table, int column);

/* CELL's text, not empty, as it stays in the meeting. What may not stand there,
 * line breaks unless LINES, and more letters than its column allows, are
 * problems; what is told once is not told again as missing, so there always is
 * a text, but for STATUS_MEMORY, which is told too: "". */
const char *import_table_text(const struct import_table_cell *cell, bool lines);

enum { IMPORT_LANGUAGE = 64 };

/* The name of the room's language as it stands inside a sentence. */
void import_table_room_language(const struct meeting *meeting,
				char ret_name[IMPORT_LANGUAGE]);

#endif
