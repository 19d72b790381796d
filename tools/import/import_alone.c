/* A whole meeting in one spreadsheet. */
#include "tools/import/import_sheet.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "tools/import/import_cell.h"
#include "tools/sheet/sheet.h"
#include "tools/sheet/sheet_build.h"
#include "words/words.h"

enum { HEADS = 2 /* columns that make a row the first of a table */ };

/* The sheets of a meeting; where PROPOSALS begins in MEETING's sheet, its row.
 */
struct alone {
	const struct worksheet *meeting, *pots, *proposals, *funding;
	int first;
};

/* Tells of a mistake in the whole spreadsheet. */
static void tell(struct import *import, const char *why)
{
	problem_add(import->problems, IMPORT_INI, 0, "%s", words_get(why));
}

static bool see_table(void *context, const struct csv_row *row)
{
	int *first = context;

	if (columns_known(&proposal_columns, row) < HEADS)
		return true;
	*first = row->line;
	return false;
}

/* Keys on top and proposals below, in the only sheet that is not empty. */
static const char *alone_split(const struct workbook *book,
			       struct alone *ret_alone)
{
	struct alone alone = {NULL, NULL, NULL, NULL, 0};

	for (int i = 0; i < book->count; i++) {
		if (!book->sheets[i].count)
			continue;
		if (alone.meeting)
			return N_("There is no sheet Møde. Call the one with "
				  "the meeting's title and date so.");
		alone.meeting = &book->sheets[i];
	}
	if (!alone.meeting)
		return N_("There is nothing in this spreadsheet.");
	import_sheet_rows(alone.meeting, 1, see_table, &alone.first);
	if (!alone.first)
		return N_("There are no proposals. Write a row with number, "
			  "title_da and cost, and below it a row for each.");
	alone.proposals = alone.meeting;
	*ret_alone = alone;
	return NULL;
}

/* Which sheet is which. */
static const char *alone_find(const struct workbook *book,
			      struct alone *ret_alone)
{
	struct alone alone = {
	    import_sheet_named(book, import_sheet_meeting),
	    import_sheet_named(book, import_sheet_pots),
	    import_sheet_named(book, import_sheet_proposals),
	    import_sheet_named(book, import_sheet_funding),
	    1,
	};

	if (!alone.meeting)
		return alone_split(book, ret_alone);
	*ret_alone = alone;
	return NULL;
}

static void meeting_read(struct import *import, const struct alone *alone)
{
	struct ini ini = {NULL, NULL, 0, 0, 0, 0};
	bool split = alone->proposals == alone->meeting;

	import_sheet_ini(import, alone->meeting, split ? alone->first : 0,
			 &ini);
	if (alone->pots)
		import_sheet_pots_ini(import, alone->pots, &ini);
	import_meeting(import, &ini);
	ini_free(&ini);
}

/* Reads what is in BOOK, called NAME; SHEETS: it has sheets with names. */
static void book_read(struct import *import, const struct workbook *book,
		      const char *name, bool sheets)
{
	struct problems *problems = import->problems;
	struct import_rows rows = {NULL, NULL, 1};
	struct alone alone;
	const char *why = alone_find(book, &alone);

	if (why) {
		tell(import, why);
		return;
	}
	problems_source(problems, IMPORT_INI, name,
			sheets ? alone.meeting->name : NULL);
	if (alone.proposals)
		problems_source(problems, IMPORT_CSV, name,
				sheets ? alone.proposals->name : NULL);
	meeting_read(import, &alone);
	import_languages_settle(import);
	rows.sheet = alone.proposals;
	rows.first = alone.first;
	if (rows.sheet)
		import_proposals(import, &rows);
	else
		problem_add(problems, IMPORT_CSV, 0,
			    _("There is no sheet Forslag. Write the proposals "
			      "into one that is called so."));
	if (!alone.funding)
		return;
	problems_source(problems, IMPORT_FUNDING, name, alone.funding->name);
	rows = (struct import_rows){NULL, alone.funding, 1};
	import_funding(import, &rows);
}

/* The rows of a CSV file as those of a sheet. */
struct csv {
	struct workbook *book;
	const char *why;
	int known; /* cells of the row that looks most like the heads */
};

static bool see_known(void *context, const struct csv_row *row)
{
	struct csv *csv = context;
	int known = columns_known(&proposal_columns, row);

	if (known > csv->known)
		csv->known = known;
	return true;
}

static bool see_row(void *context, const struct csv_row *row)
{
	struct csv *csv = context;

	for (int i = 0; !csv->why && i < row->count; i++) {
		struct sheet_cell cell = {row->line, i + 1, SHEET_SOUND, ""};

		csv->why = book_keep(csv->book, row->cells[i],
				     strlen(row->cells[i]), &cell.text);
		if (!csv->why)
			csv->why = book_add(csv->book, &cell);
	}
	return !csv->why;
}

/* The mark between cells with which most names of columns stand in a row. */
static char mark_find(const struct import_text *text)
{
	static const char marks[] = {';', ',', '\t'};
	char best = marks[0];
	int most = 0;

	for (size_t i = 0; i < sizeof(marks); i++) {
		struct csv csv = {NULL, NULL, 0};

		csv_read(text, marks[i], 1, IMPORT_INI, NULL, see_known, &csv);
		if (csv.known > most) {
			most = csv.known;
			best = marks[i];
		}
	}
	return best;
}

static void csv_alone(struct import *import, const char *name)
{
	struct import_text text = {NULL, 0};
	struct workbook book = {0};
	struct csv csv = {&book, NULL, 0};
	int mistakes = import->problems->mistakes;

	if (!import_text_read(import->folder, name, IMPORT_CSV_BYTES,
			      import->problems, &text))
		return;
	csv.why = book_sheet(&book, "", 0);
	if (!csv.why)
		csv_read(&text, mark_find(&text), 1, IMPORT_INI,
			 import->problems, see_row, &csv);
	if (csv.why)
		tell(import, csv.why);
	else if (mistakes == import->problems->mistakes)
		book_read(import, &book, name, false);
	import_text_free(&text);
	workbook_clear(&book);
}

void import_alone(struct import *import, const char *name)
{
	struct workbook *book = NULL;
	char path[PATH_MAX];
	const char *why;

	import->in_sheet = true;
	import->problems->alone = true;
	problems_source(import->problems, IMPORT_INI, name, NULL);
	problems_source(import->problems, IMPORT_CSV, name, NULL);
	if (!workbook_named(name)) {
		csv_alone(import, name);
		return;
	}
	snprintf(path, sizeof(path), "%s/%s", import->folder, name);
	why = workbook_read(path, &book);
	if (why)
		tell(import, why);
	else
		book_read(import, book, name, true);
	workbook_free(book);
}
