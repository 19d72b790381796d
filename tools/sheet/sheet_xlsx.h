/* sheet_xlsx.h - the parts of an .xlsx file, each read into a value. */
#ifndef STEMMEBOKS_SHEET_XLSX_H
#define STEMMEBOKS_SHEET_XLSX_H

#include "tools/sheet/sheet_build.h"

enum { XLSX_LIST = 100000 /* shared texts, styles, number formats */ };

/* What the cells of all sheets refer to. */
struct xlsx {
	struct sheet_zip *zip;
	struct workbook *book;
	const char **texts; /* shared ones, in BOOK */
	int text_count, text_room;
	int *formats; /* of each style: a set of enum sheet_format */
	int format_count, format_room;
	bool dates_1904;
};

/* xl/sharedStrings.xml or another PART with shared texts (18.4). */
const char *xlsx_texts_read(struct xlsx *xlsx, const char *part);

/* xl/styles.xml: how each style shows numbers (18.8). */
const char *xlsx_styles_read(struct xlsx *xlsx, const char *part);

/* A worksheet into the last sheet of the book (18.3). */
const char *xlsx_cells_read(struct xlsx *xlsx, const char *part);

/* Texts in which characters that XML has no place for are written _x000D_ are
 * put right in place (22.9.2.19, ST_Xstring). Returns the new length. */
size_t xlsx_unescape(char *text, size_t length);

#endif
