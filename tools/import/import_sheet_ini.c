/* What a meeting's sheets say of the meeting and its pots, as meeting.ini. */
#include "tools/import/import_sheet.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "tools/import/import_csv.h"
#include "tools/sheet/sheet.h"
#include "words/words.h"

#define POT "pot"

enum { KEY = 1, VALUE, KEY_BYTES = 64 };

struct sheet_ini {
	struct import *import;
	const struct worksheet *sheet;
	struct ini *ini;
	int end;   /* the row that is no more of it; 0: there is none */
	int above; /* the row of the last entry, that the next may go on from */
	/* Of a table of pots. */
	char (*keys)[KEY_BYTES];
	int *key_lines;
	int columns, header;
};

static void tell_full(const struct sheet_ini *reading, int line)
{
	problem_add(reading->import->problems, IMPORT_INI, line,
		    _("There is too much in this sheet. Take out what is not "
		      "needed."));
}

static int place(const struct sheet_ini *reading, int row, int column)
{
	return problems_place(reading->import->problems, IMPORT_INI,
			      reading->sheet->name, row, column);
}

/* A key is written in small letters; spreadsheets like to begin with a capital
 * one. */
static void key_lower(const char *text, char ret_key[KEY_BYTES])
{
	size_t i = 0;

	for (; text[i] && i < KEY_BYTES - 1; i++)
		ret_key[i] = (char)tolower((unsigned char)text[i]);
	ret_key[i] = '\0';
}

/* Tells why cell COLUMN of ROW cannot be a value; false if it can. */
static bool told_wrong(const struct sheet_ini *reading,
		       const struct csv_row *row, int column)
{
	const char *text = row->cells[column - 1];
	const char *why = text_forbidden(text, true);
	struct problems *problems = reading->import->problems;
	int flaw = row->flaws ? row->flaws[column - 1] : SHEET_SOUND;

	if (!why && strchr(text, '\t'))
		why = N_("a tab or a line break");
	if (flaw == SHEET_SOUND && !why)
		return false;
	if (flaw == SHEET_ERROR)
		problem_add(problems, IMPORT_INI,
			    place(reading, row->line, column),
			    _("The formula in this cell gives %s. Write what "
			      "it should give."),
			    text);
	else if (flaw == SHEET_NO_RESULT)
		problem_add(problems, IMPORT_INI,
			    place(reading, row->line, column),
			    _("The formula in this cell has no result. Open "
			      "the file in a spreadsheet program and save it, "
			      "or write what it should give."));
	else
		problem_add(problems, IMPORT_INI,
			    place(reading, row->line, column),
			    _("There is %s in this cell. Write the cell "
			      "anew."),
			    words_get(why));
	return true;
}

/* TEXT of the cell COLUMN of ROW, a line after the other, each at a place of
 * its own that is the same cell; the first is KEY's unless that is NULL. */
static bool value_add(const struct sheet_ini *reading,
		      const struct csv_row *row, int column, const char *key,
		      int key_line)
{
	char *text = strdup(row->cells[column - 1]), *at = text;
	struct ini *ini = reading->ini;
	bool done = text != NULL;

	while (done) {
		size_t length = strcspn(at, "\n");
		int line = place(reading, row->line, column);
		char end = at[length];

		at[length] = '\0';
		done = key ? ini_entry(ini, key, at, line)
			   : ini_go_on(ini, at, line);
		if (done && key)
			ini->entries[ini->entry_count - 1].key_line = key_line;
		key = NULL;
		if (!end)
			break;
		at += length + 1;
	}
	free(text);
	return done;
}

/* Whether ROW is a note, or the heads of the columns. */
static bool is_note(const char *key, int entries)
{
	static const char *const heads[] = {"key", "nøgle"};

	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		if (entries == 0 && strcmp(key, heads[i]) == 0)
			return true;
	return *key == ';' || *key == '#';
}

static bool see_key(void *context, const struct csv_row *row)
{
	struct sheet_ini *reading = context;
	struct ini *ini = reading->ini;
	const char *value = row->cells[VALUE - 1];
	char key[KEY_BYTES];
	bool done = true;

	if (reading->end && row->line >= reading->end)
		return false;
	key_lower(row->cells[KEY - 1], key);
	if (is_note(key, ini->entry_count))
		return true;
	if (!*key && !*value)
		return true;
	if (told_wrong(reading, row, KEY) || told_wrong(reading, row, VALUE))
		return true;
	if (strcmp(key, POT) == 0) {
		char name[sizeof(POT) + 1 + KEY_BYTES];

		snprintf(name, sizeof(name), POT " %.*s", KEY_BYTES - 1, value);
		done = ini_section(ini, name, strlen(name),
				   place(reading, row->line, VALUE));
	} else if (*key) {
		int key_line = place(reading, row->line, KEY);

		done = value_add(reading, row, VALUE, key, key_line);
		reading->above = row->line;
	} else if (reading->above && reading->above == row->line - 1) {
		done = value_add(reading, row, VALUE, NULL, 0);
		reading->above = row->line;
	} else {
		problem_add(reading->import->problems, IMPORT_INI,
			    place(reading, row->line, KEY),
			    _("The key is missing. Write what \"%s\" is, or "
			      "take it out."),
			    value);
	}
	if (!done)
		tell_full(reading, place(reading, row->line, KEY));
	return done;
}

void import_sheet_ini(struct import *import, const struct worksheet *sheet,
		      int end, struct ini *ini)
{
	struct sheet_ini reading = {
	    .import = import, .sheet = sheet, .ini = ini, .end = end};

	if (!ini_section(ini, "meeting", strlen("meeting"),
			 place(&reading, 0, 0)))
		tell_full(&reading, 0);
	import_sheet_rows(sheet, 1, see_key, &reading);
}

/* The column of the pots' keys, or -1. */
static int pot_column(const struct sheet_ini *reading)
{
	for (int i = 0; i < reading->columns; i++)
		if (strcmp(reading->keys[i], POT) == 0)
			return i;
	return -1;
}

static bool see_heads(struct sheet_ini *reading, const struct csv_row *row)
{
	reading->header = row->line;
	reading->columns = row->count;
	for (int i = 0; i < row->count; i++) {
		key_lower(row->cells[i], reading->keys[i]);
		reading->key_lines[i] = place(reading, row->line, i + 1);
	}
	if (pot_column(reading) >= 0)
		return true;
	problem_add(reading->import->problems, IMPORT_INI,
		    place(reading, row->line, 0),
		    _("The column %s is missing. Write its name in the first "
		      "row."),
		    POT);
	return false;
}

static bool see_pot(void *context, const struct csv_row *row)
{
	struct sheet_ini *reading = context;
	char name[sizeof(POT) + 1 + KEY_BYTES];
	bool done;
	int pot;

	if (!reading->header)
		return see_heads(reading, row);
	pot = pot_column(reading);
	snprintf(name, sizeof(name), POT " %.*s", KEY_BYTES - 1,
		 row->cells[pot]);
	done = ini_section(reading->ini, name, strlen(name),
			   place(reading, row->line, pot + 1));
	for (int i = 0; done && i < reading->columns; i++)
		if (i != pot && *reading->keys[i] && *row->cells[i] &&
		    !told_wrong(reading, row, i + 1))
			done = value_add(reading, row, i + 1, reading->keys[i],
					 reading->key_lines[i]);
	if (!done)
		tell_full(reading, place(reading, row->line, 0));
	return done;
}

void import_sheet_pots_ini(struct import *import, const struct worksheet *sheet,
			   struct ini *ini)
{
	struct sheet_ini reading = {
	    .import = import,
	    .sheet = sheet,
	    .ini = ini,
	    .keys = calloc(CSV_CELLS, KEY_BYTES),
	    .key_lines = calloc(CSV_CELLS, sizeof(int)),
	};

	if (reading.keys && reading.key_lines)
		import_sheet_rows(sheet, 1, see_pot, &reading);
	else
		import->problems->memory = true;
	free(reading.keys);
	free(reading.key_lines);
}
