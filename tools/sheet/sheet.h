/* sheet.h - a spreadsheet's file as rows of cells with their addresses.
 *
 * Read are workbooks as Excel and LibreOffice save them: .xlsx (ECMA-376,
 * Office Open XML, part 1, chapter 18) and .ods (OpenDocument 1.3, part 3,
 * chapter 9). Both are zip files of XML. Nothing in them is worked out: a cell
 * with a formula has the result that was saved with it. Rows, columns and
 * sheets that are hidden are read as all others; of merged cells the first has
 * the text and the others are empty.
 *
 * The file may come from anyone. What it claims of its sizes is not believed:
 * reading stops at the limits below. XML with a DOCTYPE, the only place where
 * an entity can be declared, is refused.
 */
#ifndef STEMMEBOKS_SHEET_H
#define STEMMEBOKS_SHEET_H

#include <stdbool.h>
#include <stddef.h>

enum {
	SHEET_FILE_BYTES = 200000000, /* the file: pictures may lie in it */
	SHEET_XML_BYTES = 64000000,   /* unpacked, of all parts that are read */
	SHEET_SHEETS = 64,
	SHEET_ROWS = 20000,	   /* the last one with a text */
	SHEET_COLUMNS = 256,	   /* the last one with a text */
	SHEET_CELLS = 100000,	   /* of a workbook, with a text */
	SHEET_TEXT_BYTES = 140000, /* of a cell: Excel has 32,767 letters */
	/* Of all cells, a text that many refer to as often as they do. */
	SHEET_TEXTS_BYTES = 10000000,
	SHEET_ADDRESS = 16,
};

/* What keeps a cell from being read as what it shows. */
enum sheet_flaw {
	SHEET_SOUND,
	SHEET_ERROR, /* its formula has gone wrong; its text says how: #REF! */
	SHEET_NO_RESULT /* its formula was never worked out; its text is "" */
};

/* A cell that is not empty. Its text is valid UTF-8:
 *
 *	text        without the blanks at its ends, line breaks as \n
 *	number      in digits with a comma for the decimals and no thousands
 *	            marks: 25000 or 25000,5; never by way of a binary fraction.
 *	            More than 15 digits are rounded to 15, as Excel shows them,
 *so that 25000.000000000004 is 25000 (number.h) percent     the number and the
 *mark: 15% date, time  2026-05-01, 20:30 or 2026-05-01 20:30, with seconds if
 *there are any yes or no   yes, no
 */
struct sheet_cell {
	int row, column; /* from 1: the cell C7 is row 7, column 3 */
	enum sheet_flaw flaw;
	const char *text;
};

struct worksheet {
	const char *name;
	struct sheet_cell *cells; /* row after row, from left to right */
	int count;
};

struct workbook {
	struct worksheet
	    *sheets; /* in the order of their tabs, empty ones too */
	int count;
	/* For those who fill it. */
	int sheet_room, cell_room, cells;
	size_t bytes; /* of the cells' texts */
	char **strings;
	int string_count, string_room;
};

/* Whether NAME ends as a workbook's does: .xlsx or .ods, in any case. */
bool workbook_named(const char *name);

/* Reads the file at PATH, which is told apart by what is in it. NULL once all
 * is read: *ret_book is then to be freed with workbook_free(). Else why not, as
 * a sentence and gettext key; *ret_book is then untouched. */
const char *workbook_read(const char *path, struct workbook **ret_book);

/* Empties *book. */
void workbook_clear(struct workbook *book);

/* Frees BOOK, which may be NULL. */
void workbook_free(struct workbook *book);

/* The index of the first cell of SHEET at or below ROW; sheet->count if there
 * is none. */
int sheet_row_begin(const struct worksheet *sheet, int row);

/* "C7"; the row alone when COLUMN is 0: "7". */
void sheet_address(int row, int column, char ret_text[SHEET_ADDRESS]);

#endif
