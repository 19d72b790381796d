/* tools_sheet.h - workbooks that no spreadsheet program would write, and those
 * of Excel, made by the tests. */
#ifndef STEMMEBOKS_TESTS_TOOLS_SHEET_H
#define STEMMEBOKS_TESTS_TOOLS_SHEET_H

#include <stddef.h>

#include "tools/sheet/sheet.h"

/* A part of a zip file. */
struct sheet_part {
	const char *name;
	const char *bytes;
	size_t length; /* 0: up to the NUL */
};

/* The zip file FOLDER/NAME of PARTS, the last of which has a NULL name; its
 * path, which the caller frees. */
char *sheet_file(const char *folder, const char *name,
		 const struct sheet_part *parts);

/* An .xlsx file of one sheet, "Ark1", as its parts would be: CELLS stand in
 * <sheetData>, AFTER behind it; TEXTS in <sst> and STYLES in <styleSheet>; each
 * may be "". */
struct sheet_xlsx {
	const char *cells, *after, *texts, *styles, *properties;
};
char *sheet_xlsx_file(const char *folder, const struct sheet_xlsx *xlsx);

/* An .ods file with ROWS in one table called "Ark1". */
char *sheet_ods_file(const char *folder, const char *rows);

/* Reads PATH, which it frees, and which must be read or not for REASON: one of
 * sheet_build.h. */
struct workbook *sheet_good(char *path);
void sheet_refused(char *path, const char *reason);

/* The text of the cell ROW, COLUMN of the first sheet of BOOK, "" when it is
 * empty. */
const char *sheet_at(const struct workbook *book, int row, int column);

#endif
