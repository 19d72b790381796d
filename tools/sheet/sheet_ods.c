/* The content.xml of an .ods file. */
#include "tools/sheet/sheet_inside.h"

#include <stdlib.h>
#include <string.h>

#include "tools/sheet/sheet_number.h"
#include "tools/sheet/sheet_xml.h"
#include "tools/sheet/sheet_zip.h"

/* The depth of the elements that are open: 0 when they are not. */
struct ods {
	struct workbook *book;
	int depth;
	int table, cell, paragraph;
	int aside; /* a note or a drawing, whose text is not the cell's */
	int row, column, rows, columns;
	int row_first; /* index of the row's first cell in the sheet */
	int paragraphs;
	bool blank;  /* the text so far ends in a blank that others join */
	bool valued; /* a value was given: the text is only how it looks */
	enum sheet_flaw flaw;
	struct sheet_text text;
};

/* The value that the element of a cell gives, if it gives one. */
static const char *value_take(struct ods *ods, const char **attributes)
{
	static const struct {
		const char *type, *attribute;
		int format;
	} numbers[] = {{"float", "office:1.0|value", SHEET_PLAIN},
		       {"currency", "office:1.0|value", SHEET_PLAIN},
		       {"percentage", "office:1.0|value", SHEET_PERCENT}};
	const char *type = xml_attribute(attributes, "office:1.0|value-type");
	const char *value = NULL;
	char made[SHEET_NUMBER];
	bool done = false;

	if (!type)
		return NULL;
	if (strcmp(type, "boolean") == 0) {
		value = xml_attribute(attributes, "office:1.0|boolean-value");
		if (value)
			value = strcmp(value, "true") == 0 ? "yes" : "no";
	} else if (strcmp(type, "date") == 0 || strcmp(type, "time") == 0) {
		value = xml_attribute(attributes,
				      *type == 'd' ? "office:1.0|date-value"
						   : "office:1.0|time-value");
		done = value && sheet_iso_text(value, made);
	}
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		if (strcmp(type, numbers[i].type) == 0) {
			value = xml_attribute(attributes, numbers[i].attribute);
			done =
			    value && sheet_number_text(value, numbers[i].format,
						       false, made);
		}
	if (!value)
		return NULL;
	ods->valued = true;
	return sheet_text_add(&ods->text, done ? made : value,
			      strlen(done ? made : value));
}

static const char *cell_begin(struct ods *ods, const char **attributes,
			      bool covered)
{
	const char *type = xml_attribute(attributes, "calcext:1.0|value-type");

	ods->cell = ods->depth;
	ods->columns =
	    xml_number(attributes, "number-columns-repeated", SHEET_CELLS, 1);
	ods->text.length = 0;
	ods->paragraphs = 0;
	ods->valued = covered;
	ods->flaw = !covered && type && strcmp(type, "error") == 0
			? SHEET_ERROR
			: SHEET_SOUND;
	if (ods->text.bytes)
		*ods->text.bytes = '\0';
	return covered ? NULL : value_take(ods, attributes);
}

/* The cell as often as it is repeated; what is empty takes no room, and what is
 * not soon meets a limit. */
static const char *cell_end(struct ods *ods)
{
	struct sheet_cell cell = {ods->row, ods->column, ods->flaw, ""};
	const char *why = NULL;

	ods->cell = 0;
	if (ods->text.length || ods->flaw != SHEET_SOUND) {
		why = book_keep(ods->book, ods->text.bytes, ods->text.length,
				&cell.text);
		for (int i = 0; !why && i < ods->columns; i++) {
			why = book_add(ods->book, &cell);
			cell.column++;
		}
	}
	ods->column += ods->columns;
	if (ods->column > SHEET_CELLS)
		ods->column = SHEET_CELLS;
	return why;
}

static void row_begin(struct ods *ods, const char **attributes)
{
	const struct workbook *book = ods->book;

	ods->rows =
	    xml_number(attributes, "number-rows-repeated", SHEET_CELLS, 1);
	ods->column = 1;
	ods->row_first = book->sheets[book->count - 1].count;
}

static const char *row_end(struct ods *ods)
{
	const struct workbook *book = ods->book;
	const struct worksheet *sheet = &book->sheets[book->count - 1];
	int end = sheet->count;
	const char *why = NULL;

	for (int again = 1; !why && end > ods->row_first && again < ods->rows;
	     again++) {
		for (int i = ods->row_first; !why && i < end; i++) {
			struct sheet_cell cell = sheet->cells[i];

			cell.row += again;
			why = book_add(ods->book, &cell);
		}
	}
	ods->row += ods->rows;
	if (ods->row > SHEET_CELLS)
		ods->row = SHEET_CELLS;
	return why;
}

/* Blanks as <text:s text:c="3"/>. */
static const char *blanks_add(struct ods *ods, int count)
{
	const char *why = NULL;

	for (int i = 0; !why && i < count; i++)
		why = sheet_text_add(&ods->text, " ", 1);
	return why;
}

static const char *text_start(struct ods *ods, const char *name,
			      const char **attributes)
{
	if (xml_named(name, "text:1.0|p") && ods->depth == ods->cell + 1) {
		ods->paragraph = ods->depth;
		ods->blank = true;
		if (ods->paragraphs++)
			return sheet_text_add(&ods->text, "\n", 1);
		return NULL;
	}
	if (!ods->paragraph || strstr(name, ":drawing:1.0|")) {
		ods->aside = ods->depth;
		return NULL;
	}
	if (xml_named(name, "text:1.0|s")) {
		ods->blank = false;
		return blanks_add(ods, xml_number(attributes, "text:1.0|c",
						  SHEET_TEXT_BYTES + 1, 1));
	}
	if (xml_named(name, "text:1.0|tab"))
		return sheet_text_add(&ods->text, "\t", 1);
	if (xml_named(name, "text:1.0|line-break")) {
		ods->blank = true;
		return sheet_text_add(&ods->text, "\n", 1);
	}
	return NULL;
}

static const char *see_start(void *context, const char *name,
			     const char **attributes)
{
	struct ods *ods = context;

	ods->depth++;
	if (ods->aside)
		return NULL;
	if (ods->cell)
		return ods->valued ? NULL : text_start(ods, name, attributes);
	if (!ods->table && xml_named(name, "table:1.0|table")) {
		const char *tab = xml_attribute(attributes, "table:1.0|name");

		ods->table = ods->depth;
		ods->row = 1;
		return book_sheet(ods->book, tab ? tab : "",
				  tab ? strlen(tab) : 0);
	}
	if (!ods->table)
		return NULL;
	if (xml_named(name, "table:1.0|table-row"))
		row_begin(ods, attributes);
	else if (xml_named(name, "table:1.0|table-cell"))
		return cell_begin(ods, attributes, false);
	else if (xml_named(name, "table:1.0|covered-table-cell"))
		return cell_begin(ods, attributes, true);
	else if (xml_named(name, "shapes"))
		ods->aside = ods->depth;
	return NULL;
}

static const char *see_end(void *context, const char *name)
{
	struct ods *ods = context;
	int depth = ods->depth--;

	if (ods->aside) {
		if (ods->aside == depth)
			ods->aside = 0;
		return NULL;
	}
	if (ods->paragraph == depth)
		ods->paragraph = 0;
	if (ods->cell == depth)
		return cell_end(ods);
	if (ods->cell)
		return NULL;
	if (ods->table == depth)
		ods->table = 0;
	else if (ods->table && xml_named(name, "table:1.0|table-row"))
		return row_end(ods);
	return NULL;
}

/* In a paragraph blanks and line ends that follow each other are one blank, and
 * none at its beginning (part 3, 6.1.2). */
static const char *see_text(void *context, const char *text, size_t length)
{
	struct ods *ods = context;
	const char *why = NULL;

	if (!ods->paragraph || ods->aside || ods->valued)
		return NULL;
	while (!why && length > 0) {
		size_t word = 0;

		while (word < length && !strchr(" \t\r\n", text[word]))
			word++;
		if (word > 0)
			why = sheet_text_add(&ods->text, text, word);
		else if (!ods->blank)
			why = sheet_text_add(&ods->text, " ", 1);
		ods->blank = word == 0;
		text += word ? word : 1;
		length -= word ? word : 1;
	}
	return why;
}

const char *ods_read(struct sheet_zip *zip, struct workbook *book)
{
	struct ods ods = {.book = book};
	const struct sheet_xml xml = {see_start, see_end, see_text, &ods};
	const char *why = sheet_xml_part(&xml, zip, "content.xml");

	free(ods.text.bytes);
	return why;
}
