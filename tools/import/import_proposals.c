/* proposals.csv: rows into proposals, and the proposals as a whole. */
#include "tools/import/import_cell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

#define BLANKS " \t\r\n"

enum { LANGUAGE_NAME = 64 };

struct rows {
	struct import *import;
	struct column_place places[CSV_CELLS];
	int columns; /* in the header */
	int header;  /* its line; 0 before it was read */
	int untranslated[MEETING_LANGUAGES];
};

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

static void cells_read(const struct rows *rows, const struct csv_row *row,
		       struct proposal *proposal)
{
	for (int i = 0; i < rows->columns && i < CSV_CELLS; i++) {
		struct cell cell = {
		    .import = rows->import,
		    .proposal = proposal,
		    .line = row->line,
		    .column = (enum column)rows->places[i].column,
		    .language = rows->places[i].language,
		};
		char *text;

		if (rows->places[i].column < 0)
			continue;
		text = trimmed(i < row->count ? row->cells[i] : "");
		if (!text) {
			rows->import->problems->memory = true;
			return;
		}
		cell.text = text;
		cell_read(&cell);
		free(text);
	}
	for (int i = rows->columns; i < row->count; i++) {
		if (!row->cells[i][strspn(row->cells[i], BLANKS)])
			continue;
		problem_add(rows->import->problems, IMPORT_CSV, row->line,
			    _("This row has more cells than the first row. Put "
			      "texts with the cells' mark in them in quotes."));
		return;
	}
}

static void money_check(const struct import *import,
			const struct proposal *proposal, int line)
{
	const struct pot *pot =
	    proposal->pot < 0 ? NULL : &import->meeting->pots[proposal->pot];
	char cost[MONEY_TEXT], most[MONEY_TEXT];

	words_money(proposal->cost_minor, cost);
	if (pot && pot->amount_minor &&
	    proposal->cost_minor > pot->amount_minor) {
		words_money(pot->amount_minor, most);
		problem_add(import->problems, IMPORT_CSV, line,
			    _("The cost is %s and the pot %s has %s: write a "
			      "smaller cost, or give the pot more."),
			    cost, pot->key, most);
	}
	if (proposal->cost_minor &&
	    proposal->min_cost_minor > proposal->cost_minor) {
		words_money(proposal->min_cost_minor, most);
		problem_add(import->problems, IMPORT_CSV, line,
			    _("min_cost is %s and the cost %s: write a smaller "
			      "min_cost."),
			    most, cost);
	}
	if (proposal->min_cost_minor && !proposal->accepts_partial)
		problem_warn(import->problems, IMPORT_CSV, line,
			     _("min_cost is not used, as accepts_partial is "
			       "not ja."));
}

/* The hall has room for short titles only. */
static void titles_check(const struct import *import,
			 const struct proposal *proposal, int line)
{
	const struct meeting *meeting = import->meeting;

	for (int i = 0; i < meeting->language_count; i++) {
		const char *title = proposal->title.in[i];
		const char *brief = proposal->short_title.in[i];

		if (title && !brief &&
		    text_characters(title) > MEETING_SHORT_TITLE_CHARACTERS)
			problem_add(import->problems, IMPORT_CSV, line,
				    _("The title \"%s\" is too long for the "
				      "big screen. Write at most %d letters in "
				      "short_title_%s."),
				    title, MEETING_SHORT_TITLE_CHARACTERS,
				    meeting->languages[i]);
	}
}

static bool column_there(const struct rows *rows, enum column column)
{
	for (int i = 0; i < rows->columns && i < CSV_CELLS; i++)
		if (rows->places[i].column == (int)column)
			return true;
	return false;
}

static void row_check(struct rows *rows, struct proposal *proposal, int line)
{
	struct import *import = rows->import;

	if (column_there(rows, COLUMN_TITLE) && !proposal->title.in[0])
		problem_add(import->problems, IMPORT_CSV, line,
			    _("The title is missing. Write it in title_%s."),
			    import->meeting->languages[0]);
	for (int i = 1; i < import->meeting->language_count; i++)
		rows->untranslated[i] += !proposal->title.in[i];
	titles_check(import, proposal, line);
	money_check(import, proposal, line);
	if (*proposal->start_by && *proposal->finish_by &&
	    strcmp(proposal->finish_by, proposal->start_by) < 0)
		problem_add(import->problems, IMPORT_CSV, line,
			    _("finish_by is %s, before start_by, which is %s. "
			      "Write a later day."),
			    proposal->finish_by, proposal->start_by);
}

/* Where one language has a short title, the others' short enough titles stand
 * beside it, or the hall would show it in a language it is not in. */
static void short_titles_fill(const struct meeting *meeting,
			      struct proposal *proposal)
{
	bool any = false;

	for (int i = 0; i < meeting->language_count; i++)
		any |= proposal->short_title.in[i] != NULL;
	for (int i = 0; any && i < meeting->language_count; i++)
		if (!proposal->short_title.in[i])
			proposal->short_title.in[i] = proposal->title.in[i];
}

static bool see_row(void *context, const struct csv_row *row)
{
	struct rows *rows = context;
	struct import *import = rows->import;
	struct meeting *meeting = import->meeting;
	struct proposal *proposal;

	if (row_blank(row))
		return true;
	if (!rows->header) {
		rows->header = row->line;
		rows->columns = row->count;
		columns_read(import, row, rows->places);
		return true;
	}
	if (meeting->proposal_count == MEETING_PROPOSALS) {
		problem_add(import->problems, IMPORT_CSV, row->line,
			    _("A meeting has at most %d proposals. Take out "
			      "this row and those below."),
			    MEETING_PROPOSALS);
		return false;
	}
	proposal = &meeting->proposals[meeting->proposal_count];
	*proposal = (struct proposal){
	    .pot = meeting->pot_count > 1 ? -1 : 0,
	    .proposer = "",
	    .place = "",
	    .category = "",
	    .start_by = "",
	    .finish_by = "",
	    .walk_minutes = -1,
	    .image = "",
	};
	import->proposal_line[meeting->proposal_count++] = row->line;
	cells_read(rows, row, proposal);
	row_check(rows, proposal, row->line);
	short_titles_fill(meeting, proposal);
	return true;
}

static void incompatible_check(const struct import *import, int index)
{
	const struct meeting *meeting = import->meeting;
	const struct proposal *proposal = &meeting->proposals[index];
	int line = import->proposal_line[index];

	for (int i = 0; i < proposal->incompatible_count; i++) {
		int number = proposal->incompatible[i];
		int other = meeting_proposal(meeting, number);

		if (number == proposal->number)
			problem_add(import->problems, IMPORT_CSV, line,
				    _("A proposal cannot exclude itself. Take "
				      "%d out of incompatible_with."),
				    number);
		else if (other < 0)
			problem_add(import->problems, IMPORT_CSV, line,
				    _("incompatible_with names %d, but there "
				      "is no such proposal. Write the number "
				      "of one."),
				    number);
		else if (meeting->proposals[other].pot != proposal->pot)
			problem_add(import->problems, IMPORT_CSV, line,
				    _("incompatible_with names %d, which is in "
				      "another pot. Only proposals of one pot "
				      "can exclude each other."),
				    number);
	}
}

/* The name of LANGUAGE inside a sentence: Danish begins it with a small letter.
 */
static void language_inside(const char *language, char *ret_name, size_t size)
{
	const char *name = words_endonym(language);

	snprintf(ret_name, size, "%s", name ? name : language);
	if (strcmp(words_language(NULL), "da") == 0 && ret_name[0] >= 'A' &&
	    ret_name[0] <= 'Z')
		ret_name[0] += 'a' - 'A';
}

static void untranslated_tell(const struct rows *rows)
{
	const struct meeting *meeting = rows->import->meeting;
	char room[LANGUAGE_NAME];

	language_inside(meeting->languages[0], room, sizeof(room));

	for (int i = 1; i < meeting->language_count; i++) {
		int count = rows->untranslated[i];

		if (count)
			problem_warn(
			    rows->import->problems, IMPORT_CSV, rows->header,
			    words_plural("%d proposal has no title_%s. It is "
					 "shown in %s there.",
					 "%d proposals have no title_%s. They "
					 "are shown in %s there.",
					 (unsigned long)count),
			    count, meeting->languages[i], room);
	}
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

void import_proposals(struct import *import, const struct import_text *text)
{
	struct rows *rows = calloc(1, sizeof(*rows));
	struct import_text rest = *text;
	int line = 1, mistakes = import->problems->mistakes;
	char mark = mark_given(&rest, &line);

	if (!rows) {
		import->problems->memory = true;
		return;
	}
	rows->import = import;
	if (!mark)
		mark = columns_delimiter(&rest);
	csv_read(&rest, mark, line, IMPORT_CSV, import->problems, see_row,
		 rows);
	for (int i = 0; i < import->meeting->proposal_count; i++)
		incompatible_check(import, i);
	if (import->meeting->proposal_count)
		untranslated_tell(rows);
	else if (mistakes == import->problems->mistakes)
		problem_add(import->problems, IMPORT_CSV, rows->header,
			    _("There is no proposal. Write one in each row "
			      "below the first."));
	free(rows);
}
