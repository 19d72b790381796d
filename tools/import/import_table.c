#include "tools/import/import_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "tools/import/import_sheet.h"
#include "tools/sheet/sheet.h"
#include "words/words.h"

#define BLANKS " \t\r\n"

enum { UTF8_BYTES = 4 /* of a character at most */ };

static bool row_blank(const struct csv_row *row)
{
	for (int i = 0; i < row->count; i++)
		if (row->cells[i][strspn(row->cells[i], BLANKS)])
			return false;
	return true;
}

/* A copy of TEXT without blanks at its ends; NULL without memory. */
static char *trimmed(const char *text)
{
	size_t length;

	text += strspn(text, BLANKS);
	length = strlen(text);
	while (length && strchr(BLANKS, text[length - 1]))
		length--;
	return strndup(text, length);
}

/* Tells what is wrong with cell INDEX of ROW itself; false if nothing. */
static bool told_flaw(const struct import_table *table,
		      const struct csv_row *row, int index)
{
	int flaw =
	    row->flaws && index < row->count ? row->flaws[index] : SHEET_SOUND;

	if (flaw == SHEET_ERROR)
		problem_add(table->import->problems, table->set->file,
			    row->line,
			    _("The formula in this cell gives %s. Write what "
			      "it should give."),
			    row->cells[index]);
	else if (flaw == SHEET_NO_RESULT)
		problem_add(table->import->problems, table->set->file,
			    row->line,
			    _("The formula in this cell has no result. Open "
			      "the file in a spreadsheet program and save it, "
			      "or write what it should give."));
	return flaw != SHEET_SOUND;
}

/* Cells to the right of the first row's last. */
static void tell_beyond(const struct import_table *table,
			const struct csv_row *row)
{
	for (int i = table->columns; i < row->count; i++) {
		if (!row->cells[i][strspn(row->cells[i], BLANKS)])
			continue;
		problems_point(table->import->problems, i + 1);
		if (row->flaws)
			problem_warn(table->import->problems, table->set->file,
				     row->line,
				     _("This cell is not used: there is no "
				       "name above it in the first row."));
		else
			problem_add(table->import->problems, table->set->file,
				    row->line,
				    _("This row has more cells than the first "
				      "row. Put texts with the cells' mark in "
				      "them in quotes."));
		return;
	}
}

static void cells_read(struct import_table *table, const struct csv_row *row)
{
	for (int i = 0; i < table->columns && i < CSV_CELLS; i++) {
		struct import_table_cell cell = {table, row->line,
						 table->places[i], NULL};
		char *text;

		if (cell.place.column < 0)
			continue;
		problems_point(table->import->problems, i + 1);
		/* Of a text it is enough to say so: it is not missing. */
		if (told_flaw(table, row, i) &&
		    !table->set->columns[cell.place.column].most)
			continue;
		text = trimmed(i < row->count ? row->cells[i] : "");
		if (!text) {
			table->import->problems->memory = true;
			return;
		}
		cell.text = text;
		table->cell(&cell);
		free(text);
	}
	tell_beyond(table, row);
}

static bool see_row(void *context, const struct csv_row *row)
{
	struct import_table *table = context;
	struct problems *problems = table->import->problems;

	if (row_blank(row))
		return true;
	if (!table->header) {
		table->header = row->line;
		table->columns = row->count;
		columns_read(table->set, table->import, row, table->places);
		return true;
	}
	if (!table->begin(table, row->line))
		return false;
	cells_read(table, row);
	problems_point(problems, 0);
	table->end(table, row->line);
	problems_point(problems, 0);
	return true;
}

void import_table_point(const struct import_table *table, int column,
			int language)
{
	int at = 0;

	for (int i = 0; !at && i < CSV_CELLS; i++)
		if (table->places[i].column == column &&
		    table->places[i].language == language)
			at = i + 1;
	problems_point(table->import->problems, at);
}

int import_table_column(const struct import_table *table, int column)
{
	for (int i = 0; i < CSV_CELLS; i++)
		if (table->places[i].column == column)
			return i + 1;
	return 0;
}

/* Excel takes a first line "sep=;" for the mark between cells and keeps it. */
static char mark_given(struct import_text *text, int *line)
{
	const char *bytes = text->bytes;
	size_t skip = 5;
	char mark;

	if (text->length < skip || strncmp(bytes, "sep=", 4) != 0 ||
	    !strchr(";,\t", bytes[4]))
		return 0;
	mark = bytes[4];
	if (bytes[skip] == '\r')
		skip++;
	if (bytes[skip] == '\n')
		skip++;
	*text = (struct import_text){text->bytes + skip, text->length - skip};
	*line = 2;
	return mark;
}

static void text_read(struct import_table *table,
		      const struct import_text *text)
{
	struct import_text rest = *text;
	int line = 1;
	char mark = mark_given(&rest, &line);

	if (!mark)
		mark = columns_delimiter(table->set, &rest);
	csv_read(&rest, mark, line, table->set->file, table->import->problems,
		 see_row, table);
}

void import_table_read(struct import_table *table,
		       const struct import_rows *rows)
{
	if (rows->text)
		text_read(table, rows->text);
	else
		import_sheet_rows(rows->sheet, rows->first, see_row, table);
}

bool import_table_has_for_room(const struct import_table *table, int column)
{
	return column_there(table->places, CSV_CELLS,
			    (struct column_place){column, 0});
}

/* Line breaks inside TEXT as '\n', whatever the spreadsheet wrote. */
static void unify_lines(char *text)
{
	char *to = text;

	for (const char *from = text; *from; from++) {
		if (*from == '\r' && from[1] == '\n')
			continue;
		*to++ = *from == '\r' ? '\n' : *from;
	}
	*to = '\0';
}

const char *import_table_text(const struct import_table_cell *cell, bool lines)
{
	const struct import_table *table = cell->table;
	struct import *import = table->import;
	int most = table->set->columns[cell->place.column].most;
	char name[COLUMN_NAME], *text = strdup(cell->text);
	const char *why, *kept;

	if (!text) {
		import->problems->memory = true;
		return "";
	}
	column_name(table->set, import->meeting, cell->place, name);
	unify_lines(text);
	why = text_forbidden(text, lines);
	if (why)
		problem_add(import->problems, table->set->file, cell->line,
			    _("There is %s in %s. Write the cell anew."),
			    words_get(why), name);
	else if (utf8_characters(text) > most)
		problem_add(import->problems, table->set->file, cell->line,
			    _("%s has %d letters. Write at most %d."), name,
			    utf8_characters(text), most);
	kept = strlen(text) <= (size_t)most * UTF8_BYTES
		   ? import_string(import, text)
		   : "-";
	free(text);
	return kept;
}

/* Danish begins the name of a language with a small letter. */
void import_table_room_language(const struct meeting *meeting,
				char ret_name[IMPORT_LANGUAGE])
{
	const char *language = meeting->languages[0];
	const char *name = words_exonym(language);

	snprintf(ret_name, IMPORT_LANGUAGE, "%s",
		 *name ? words_get(name) : words_endonym(language));
	if (strcmp(words_language(NULL), "da") == 0 && ret_name[0] >= 'A' &&
	    ret_name[0] <= 'Z')
		ret_name[0] += 'a' - 'A';
}
