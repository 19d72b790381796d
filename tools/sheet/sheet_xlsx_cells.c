/* The cells of a worksheet of an .xlsx file. */
#include "tools/sheet/sheet_xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "tools/sheet/sheet_number.h"
#include "tools/sheet/sheet_xml.h"
#include "tools/sheet/sheet_zip.h"

enum { TYPE = 12, MERGED = 1000 };

/* The types of a cell (18.18.11, ST_CellType). */
#define SHARED "s"
#define BOOLEAN "b"
#define FAULT "e"
#define ISO_DATE "d"
#define NUMBER "n"

struct cells {
	struct xlsx *xlsx;
	int row, column;
	int style;
	char type[TYPE];
	bool reading; /* inside <v>, or <t> of <is> */
	bool formula, reads;
	int merged;
	struct sheet_text text;
};

/* Reads an address such as C7, and moves *text past it. */
static bool address_read(const char **text, int *ret_row, int *ret_column)
{
	int row = 0, column = 0;
	const char *at = *text;

	for (; *at >= 'A' && *at <= 'Z' && column < SHEET_CELLS; at++)
		column = 26 * column + (*at - 'A' + 1);
	for (; *at >= '0' && *at <= '9' && row < SHEET_CELLS; at++)
		row = 10 * row + (*at - '0');
	if (!row || !column)
		return false;
	*text = at;
	*ret_row = row;
	*ret_column = column;
	return true;
}

/* Takes the cells out that lie under another: MERGED is "A1:C2". */
static void uncover(struct cells *cells, const char *merged)
{
	struct workbook *book = cells->xlsx->book;
	struct worksheet *sheet = &book->sheets[book->count - 1];
	int top, left, bottom, right, kept = 0;

	if (!merged || !address_read(&merged, &top, &left) ||
	    *merged++ != ':' || !address_read(&merged, &bottom, &right))
		return;
	for (int i = 0; i < sheet->count; i++) {
		const struct sheet_cell *cell = &sheet->cells[i];
		bool inside = cell->row >= top && cell->row <= bottom &&
			      cell->column >= left && cell->column <= right;

		if (!inside || (cell->row == top && cell->column == left))
			sheet->cells[kept++] = *cell;
	}
	book->cells -= sheet->count - kept;
	sheet->count = kept;
}

static void cell_begin(struct cells *cells, const char **attributes)
{
	const char *at = xml_attribute(attributes, "r");
	const char *type = xml_attribute(attributes, "t");

	cells->column++;
	if (at)
		address_read(&at, &cells->row, &cells->column);
	cells->style = xml_number(attributes, "s", XLSX_LIST, 0);
	strncpy(cells->type, type ? type : NUMBER, TYPE - 1);
	cells->formula = false;
	cells->text.length = 0;
	if (cells->text.bytes)
		*cells->text.bytes = '\0';
}

/* The text of the cell whose value was read, or NULL: as it stands there. */
static const char *value_text(const struct cells *cells,
			      char made[SHEET_NUMBER])
{
	const struct xlsx *xlsx = cells->xlsx;
	const char *value = cells->text.bytes;
	int format = cells->style < xlsx->format_count
			 ? xlsx->formats[cells->style]
			 : SHEET_PLAIN;
	long index;

	if (strcmp(cells->type, SHARED) == 0) {
		index = value[strspn(value, "0123456789")]
			    ? -1
			    : strtol(value, NULL, 10);
		return index >= 0 && index < xlsx->text_count
			   ? xlsx->texts[index]
			   : NULL;
	}
	if (strcmp(cells->type, BOOLEAN) == 0)
		return strcmp(value, "1") == 0 ? "yes" : "no";
	if (strcmp(cells->type, ISO_DATE) == 0)
		return sheet_iso_text(value, made) ? made : NULL;
	if (strcmp(cells->type, NUMBER) == 0)
		return sheet_number_text(value, format, xlsx->dates_1904, made)
			   ? made
			   : NULL;
	return NULL;
}

static const char *cell_end(struct cells *cells)
{
	struct workbook *book = cells->xlsx->book;
	struct sheet_cell cell = {cells->row, cells->column, SHEET_SOUND, ""};
	char made[SHEET_NUMBER];
	const char *text, *why;

	if (strcmp(cells->type, FAULT) == 0)
		cell.flaw = SHEET_ERROR;
	if (!cells->text.length) {
		cell.flaw = cells->formula && strcmp(cells->type, NUMBER) == 0
				? SHEET_NO_RESULT
				: cell.flaw;
		return book_add(book, &cell);
	}
	text = value_text(cells, made);
	/* Shared texts are the book's already. */
	if (text && strcmp(cells->type, SHARED) == 0) {
		cell.text = text;
		return book_add(book, &cell);
	}
	if (text)
		why = book_keep(book, text, strlen(text), &cell.text);
	else
		why = book_keep(
		    book, cells->text.bytes,
		    xlsx_unescape(cells->text.bytes, cells->text.length),
		    &cell.text);
	return why ? why : book_add(book, &cell);
}

static const char *see_start(void *context, const char *name,
			     const char **attributes)
{
	struct cells *cells = context;

	if (xml_named(name, "main|row")) {
		cells->row =
		    xml_number(attributes, "r", SHEET_CELLS, cells->row + 1);
		cells->column = 0;
	} else if (xml_named(name, "main|c")) {
		cell_begin(cells, attributes);
	} else if (xml_named(name, "main|f")) {
		cells->formula = true;
	} else if (xml_named(name, "main|rPh")) {
		cells->reads = true;
	} else if (xml_named(name, "main|v") || xml_named(name, "main|t")) {
		cells->reading = !cells->reads;
	} else if (xml_named(name, "main|mergeCell")) {
		if (cells->merged++ == MERGED)
			return sheet_large;
		uncover(cells, xml_attribute(attributes, "ref"));
	}
	return NULL;
}

static const char *see_end(void *context, const char *name)
{
	struct cells *cells = context;

	if (xml_named(name, "main|v") || xml_named(name, "main|t"))
		cells->reading = false;
	else if (xml_named(name, "main|rPh"))
		cells->reads = false;
	else if (xml_named(name, "main|c"))
		return cell_end(cells);
	return NULL;
}

static const char *see_text(void *context, const char *text, size_t length)
{
	struct cells *cells = context;

	return cells->reading ? sheet_text_add(&cells->text, text, length)
			      : NULL;
}

const char *xlsx_cells_read(struct xlsx *xlsx, const char *part)
{
	struct cells cells = {.xlsx = xlsx};
	const struct sheet_xml xml = {see_start, see_end, see_text, &cells};
	const char *why = sheet_xml_part(&xml, xlsx->zip, part);

	free(cells.text.bytes);
	return why;
}
