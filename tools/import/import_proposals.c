/* proposals.csv: rows into proposals, and the proposals as a whole. */
#include "tools/import/import_cell.h"

#include <string.h>

#include "core/utf8.h"
#include "words/words.h"

/* Counted while reading: proposals without a title in each language. */
struct rows {
	int untranslated[MEETING_LANGUAGES];
};

static void money_check(const struct import_table *table,
			const struct proposal *proposal, int line)
{
	const struct import *import = table->import;
	const struct pot *pot =
	    proposal->pot < 0 ? NULL : &import->meeting->pots[proposal->pot];
	char cost[MONEY_TEXT], most[MONEY_TEXT];

	words_money(proposal->cost_minor, cost);
	if (pot && pot->amount_minor &&
	    proposal->cost_minor > pot->amount_minor) {
		words_money(pot->amount_minor, most);
		import_table_point(table, COLUMN_COST, -1);
		problem_add(import->problems, IMPORT_CSV, line,
			    _("The cost is %s and the pot %s has %s: write a "
			      "smaller cost, or give the pot more."),
			    cost, pot->key, most);
	}
	import_table_point(table, COLUMN_MIN_COST, -1);
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
static void titles_check(const struct import_table *table,
			 const struct proposal *proposal, int line)
{
	const struct import *import = table->import;
	const struct meeting *meeting = import->meeting;

	for (int i = 0; i < meeting->language_count; i++) {
		const char *title = proposal->title.in[i];
		const char *brief = proposal->short_title.in[i];

		import_table_point(table, COLUMN_TITLE, i);
		if (title && !brief &&
		    utf8_characters(title) > MEETING_SHORT_TITLE_CHARACTERS)
			problem_add(import->problems, IMPORT_CSV, line,
				    _("The title \"%s\" is too long for the "
				      "big screen. Write at most %d letters in "
				      "short_title_%s."),
				    title, MEETING_SHORT_TITLE_CHARACTERS,
				    meeting->languages[i]);
	}
}

static void row_check(const struct import_table *table,
		      struct proposal *proposal, int line)
{
	struct import *import = table->import;
	struct rows *rows = table->context;

	import_table_point(table, COLUMN_TITLE, 0);
	if (import_table_has_for_room(table, COLUMN_TITLE) &&
	    !proposal->title.in[0])
		problem_add(import->problems, IMPORT_CSV, line,
			    _("The title is missing. Write it in title_%s."),
			    import->meeting->languages[0]);
	for (int i = 1; i < import->meeting->language_count; i++)
		rows->untranslated[i] += !proposal->title.in[i];
	titles_check(table, proposal, line);
	money_check(table, proposal, line);
	import_table_point(table, COLUMN_FINISH_BY, -1);
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

static bool row_begin(struct import_table *table, int line)
{
	struct import *import = table->import;
	struct meeting *meeting = import->meeting;

	if (meeting->proposal_count == MEETING_PROPOSALS) {
		problem_add(import->problems, IMPORT_CSV, line,
			    _("A meeting has at most %d proposals. Take out "
			      "this row and those below."),
			    MEETING_PROPOSALS);
		return false;
	}
	meeting->proposals[meeting->proposal_count] = (struct proposal){
	    .pot = meeting->pot_count > 1 ? -1 : 0,
	    .proposer = "",
	    .place = "",
	    .category = "",
	    .start_by = "",
	    .finish_by = "",
	    .walk_minutes = -1,
	    .image = "",
	};
	import->proposal_line[meeting->proposal_count++] = line;
	return true;
}

static struct proposal *row_proposal(const struct import_table *table)
{
	struct meeting *meeting = table->import->meeting;

	return &meeting->proposals[meeting->proposal_count - 1];
}

static void row_cell(const struct import_table_cell *in_table)
{
	const struct cell cell = {
	    .import = in_table->table->import,
	    .proposal = row_proposal(in_table->table),
	    .line = in_table->line,
	    .column = (enum column)in_table->place.column,
	    .language = in_table->place.language,
	    .text = in_table->text,
	    .in_table = in_table,
	};

	cell_read(&cell);
}

static void row_end(struct import_table *table, int line)
{
	row_check(table, row_proposal(table), line);
	short_titles_fill(table->import->meeting, row_proposal(table));
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

static void untranslated_tell(const struct import_table *table)
{
	const struct meeting *meeting = table->import->meeting;
	const struct rows *rows = table->context;
	char room[IMPORT_LANGUAGE];

	import_table_room_language(meeting, room);
	for (int i = 1; i < meeting->language_count; i++) {
		int count = rows->untranslated[i];

		if (count)
			problem_warn(
			    table->import->problems, IMPORT_CSV, table->header,
			    words_plural("%d proposal has no title_%s. It is "
					 "shown in %s there.",
					 "%d proposals have no title_%s. They "
					 "are shown in %s there.",
					 (unsigned long)count),
			    count, meeting->languages[i], room);
	}
}

void import_proposals(struct import *import, const struct import_rows *rows)
{
	struct rows seen = {{0}};
	struct import_table table = {
	    .import = import,
	    .set = &proposal_columns,
	    .context = &seen,
	    .begin = row_begin,
	    .cell = row_cell,
	    .end = row_end,
	};
	int mistakes = import->problems->mistakes;

	import_table_read(&table, rows);
	if (table.header) {
		import->image_column =
		    import_table_column(&table, COLUMN_IMAGE);
		import->incompatible_column =
		    import_table_column(&table, COLUMN_INCOMPATIBLE_WITH);
	}
	problems_point(import->problems, import->incompatible_column);
	for (int i = 0; i < import->meeting->proposal_count; i++)
		incompatible_check(import, i);
	problems_point(import->problems, 0);
	if (import->meeting->proposal_count)
		untranslated_tell(&table);
	else if (mistakes == import->problems->mistakes)
		problem_add(import->problems, IMPORT_CSV, table.header,
			    _("There is no proposal. Write one in each row "
			      "below the first."));
}
