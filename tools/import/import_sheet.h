/* import_sheet.h - sheets of a workbook as the readers of a meeting take them.
 */
#ifndef STEMMEBOKS_IMPORT_SHEET_H
#define STEMMEBOKS_IMPORT_SHEET_H

#include "tools/import/import_part.h"

struct csv_row;
struct workbook;

/* Calls SEE for every row of SHEET from row FIRST on that has a cell, with the
 * row's number as its line, until it returns false. */
void import_sheet_rows(const struct worksheet *sheet, int first,
		       bool (*see)(void *context, const struct csv_row *row),
		       void *context);

/* The sheet of BOOK that is called as one of NAMES (NULL at the end), in
 * capital or small letters; NULL if there is none. */
const struct worksheet *import_sheet_named(const struct workbook *book,
					   const char *const *names);

/* Reads a table of the meeting from the workbook NAME in the meeting's folder
 * with READ: from the sheet called as one of SHEETS, else from the first that
 * is not empty. What is told of FILE is of it from here on. */
void import_book(struct import *import, const char *name, const char *file,
		 const char *const *sheets,
		 void (*read)(struct import *import,
			      const struct import_rows *rows));

/* Reads the whole meeting from the spreadsheet NAME in the meeting's folder, as
 * import.h has it. */
void import_alone(struct import *import, const char *name);

/* What the sheets of a meeting are called. */
extern const char *const import_sheet_meeting[];
extern const char *const import_sheet_pots[];
extern const char *const import_sheet_proposals[];
extern const char *const import_sheet_funding[];

/* Adds to INI what the rows of SHEET above row END say, as meeting.ini would. A
 * row has a key and its value; a value without a key goes on from the row
 * above; what stands to the right is a note, as is a row that begins with ; or
 * #. The key "pot" begins a pot, whose key is its value. */
void import_sheet_ini(struct import *import, const struct worksheet *sheet,
		      int end, struct ini *ini);

/* Adds to INI a pot for each row of SHEET, whose first row has the keys. */
void import_sheet_pots_ini(struct import *import, const struct worksheet *sheet,
			   struct ini *ini);

#endif
