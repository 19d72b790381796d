#include "tools/commands/recount_sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/tally.h"
#include "tools/bundle/bundle_show.h"
#include "tools/import/import_csv.h"
#include "tools/line/ask.h"
#include "words/votes.h"
#include "words/words.h"

#define BALLOTS "ballots"

enum { FILE_BYTES = 1000000, DIGITS_MOST = 7, POINTS_LIMIT = 9999999 };

int sheet_places(const struct meeting *meeting)
{
	return SHEET_PROPOSALS + meeting->proposal_count;
}

void sheet_name(const struct meeting *meeting, int place,
		char ret_name[SHEET_NAME])
{
	int proposal = place - SHEET_PROPOSALS;

	if (place == SHEET_BALLOTS)
		snprintf(ret_name, SHEET_NAME, "%s", _("Ballots in the urn"));
	else
		snprintf(ret_name, SHEET_NAME, "%d %s",
			 meeting->proposals[proposal].number,
			 meeting_short_title(meeting, proposal,
					     bundle_language(meeting)));
}

void sheet_of_tally(const struct meeting *meeting, const struct tally *tally,
		    struct sheet *ret_sheet)
{
	ret_sheet->number[SHEET_BALLOTS] = tally->ballots;
	for (int i = 0; i < meeting->proposal_count; i++)
		ret_sheet->number[SHEET_PROPOSALS + i] = (int)tally->support[i];
}

static enum ballot_type type_of(const struct meeting *meeting, int place)
{
	int proposal = place - SHEET_PROPOSALS;

	return meeting->pots[meeting->proposals[proposal].pot].ballot_type;
}

/* The largest number that may stand in PLACE of any sheet. */
static int number_most(const struct meeting *meeting, int place)
{
	if (place == SHEET_BALLOTS ||
	    ballot_type_ticked(type_of(meeting, place)))
		return HAND_BALLOTS;
	return POINTS_LIMIT;
}

/* Whether NUMBER may stand in PLACE. */
static bool number_fits(const struct meeting *meeting, int place, int number)
{
	return number >= 0 && number <= number_most(meeting, place);
}

/* The whole number in TEXT; -1 when it is none, or very large. */
static int number_of(const char *text)
{
	size_t digits;

	text += strspn(text, " \t");
	digits = strspn(text, "0123456789");
	if (digits == 0 || digits > DIGITS_MOST ||
	    text[digits + strspn(text + digits, " \t")])
		return -1;
	return (int)strtol(text, NULL, 10);
}

bool sheet_over(const struct meeting *meeting, const struct sheet *sheet,
		int place)
{
	return place != SHEET_BALLOTS &&
	       sheet->number[place] > tally_most(meeting,
						 place - SHEET_PROPOSALS,
						 sheet->number[SHEET_BALLOTS]);
}

/* A file while it is read. */
struct reading {
	const struct meeting *meeting;
	const char *path;
	struct problems *problems;
	struct sheet *sheet;
	int line[SHEET_PLACES]; /* where each place stood; 0: not yet */
	bool first;
};

static int place_of(const struct reading *reading, const char *cell)
{
	int number, proposal;

	cell += strspn(cell, " \t");
	if (strcasecmp(cell, BALLOTS) == 0)
		return SHEET_BALLOTS;
	number = number_of(cell);
	proposal = number < 0 ? -1 : meeting_proposal(reading->meeting, number);
	return proposal < 0 ? -1 : SHEET_PROPOSALS + proposal;
}

static void row_read(struct reading *reading, const struct csv_row *row)
{
	int place = place_of(reading, row->cells[0]);
	int number = row->count > 1 ? number_of(row->cells[1]) : -1;

	if (place < 0)
		problem_add(reading->problems, reading->path, row->line,
			    _("There is no proposal \"%s\". Write a proposal's "
			      "number, or ballots."),
			    row->cells[0]);
	else if (reading->line[place])
		problem_add(reading->problems, reading->path, row->line,
			    _("%s stands in line %d already. Keep one of the "
			      "two."),
			    row->cells[0], reading->line[place]);
	else if (!number_fits(reading->meeting, place, number))
		problem_add(reading->problems, reading->path, row->line,
			    _("\"%s\" is no number from 0 to %d."),
			    row->count > 1 ? row->cells[1] : "",
			    number_most(reading->meeting, place));
	if (place < 0 || reading->line[place])
		return;
	reading->line[place] = row->line;
	if (number_fits(reading->meeting, place, number))
		reading->sheet->number[place] = number;
}

static bool see_row(void *context, const struct csv_row *row)
{
	struct reading *reading = context;
	bool first = reading->first;
	const char *cell = row->cells[0];

	if (!*cell && (row->count < 2 || !*row->cells[1]))
		return true;
	reading->first = false;
	/* A header has a word where the others have a number. */
	if (first && number_of(cell) < 0 && place_of(reading, cell) < 0)
		return true;
	row_read(reading, row);
	return true;
}

static bool see_cells(void *context, const struct csv_row *row)
{
	int *cells = context;

	*cells = row->count;
	return false;
}

/* The mark between cells: the first that makes more than one. */
static char delimiter_of(const struct import_text *text)
{
	static const char marks[] = {';', ',', '\t'};

	for (size_t i = 0; i < sizeof(marks); i++) {
		int cells = 0;

		csv_read(text, marks[i], 1, "", NULL, see_cells, &cells);
		if (cells > 1)
			return marks[i];
	}
	return marks[0];
}

/* What only the whole sheet tells. */
static void sheet_check(const struct reading *reading)
{
	const struct meeting *meeting = reading->meeting;
	char name[SHEET_NAME];

	for (int i = 0; i < sheet_places(meeting); i++) {
		int ballots = reading->sheet->number[SHEET_BALLOTS];

		sheet_name(meeting, i, name);
		if (!reading->line[i])
			problem_add(reading->problems, reading->path, 0,
				    i == SHEET_BALLOTS
					? _("There is no row for the %s. "
					    "Write: ballots;24")
					: _("There is no row for %s."),
				    i == SHEET_BALLOTS ? BALLOTS : name);
		else if (i != SHEET_BALLOTS && reading->line[SHEET_BALLOTS] &&
			 reading->sheet->number[i] >
			     tally_most(meeting, i - SHEET_PROPOSALS, ballots))
			problem_add(reading->problems, reading->path,
				    reading->line[i],
				    votes_or(type_of(meeting, i),
					     _("%d votes for %s are too many "
					       "for %d ballots."),
					     _("%d points for %s are too many "
					       "for %d ballots.")),
				    reading->sheet->number[i], name, ballots);
	}
}

enum status sheet_read(const struct meeting *meeting, const char *path,
		       struct problems *problems, struct sheet *ret_sheet)
{
	struct sheet sheet = {{0}};
	struct reading reading = {.meeting = meeting,
				  .path = path,
				  .problems = problems,
				  .sheet = &sheet,
				  .first = true};
	struct import_text text = {NULL, 0};
	int before = problems->mistakes;

	if (import_text_read(*path == '/' ? "" : ".", path, FILE_BYTES,
			     problems, &text)) {
		csv_read(&text, delimiter_of(&text), 1, path, problems, see_row,
			 &reading);
		import_text_free(&text);
		sheet_check(&reading);
	}
	if (problems->memory)
		return STATUS_MEMORY;
	if (problems->mistakes > before)
		return STATUS_INPUT;
	*ret_sheet = sheet;
	return STATUS_OK;
}

enum status sheet_ask_place(const struct meeting *meeting, int place,
			    struct sheet *sheet)
{
	char name[SHEET_NAME], question[SHEET_NAME + 4], line[ASK_LINE];

	sheet_name(meeting, place, name);
	snprintf(question, sizeof(question), "  %s:", name);
	while (ask_line(question, line)) {
		int ballots = sheet->number[SHEET_BALLOTS];
		int number = number_of(line);

		if (!number_fits(meeting, place, number)) {
			fprintf(stderr, _("\"%s\" is no number from 0 to %d."),
				line, number_most(meeting, place));
		} else if (place != SHEET_BALLOTS &&
			   number > tally_most(meeting, place - SHEET_PROPOSALS,
					       ballots)) {
			fprintf(stderr,
				votes_or(type_of(meeting, place),
					 _("%d votes for %s are too many for "
					   "%d ballots."),
					 _("%d points for %s are too many for "
					   "%d ballots.")),
				number, name, ballots);
		} else {
			sheet->number[place] = number;
			return STATUS_OK;
		}
		fputc('\n', stderr);
	}
	return STATUS_INPUT;
}

enum status sheet_ask(const struct meeting *meeting, struct sheet *ret_sheet)
{
	struct sheet sheet = {{0}};

	for (int i = 0; i < sheet_places(meeting); i++)
		if (sheet_ask_place(meeting, i, &sheet) != STATUS_OK)
			return STATUS_INPUT;
	*ret_sheet = sheet;
	return STATUS_OK;
}
