#include "tools/import/import_cell.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "tools/import/import_date.h"
#include "tools/line/nearest.h"
#include "words/words.h"

enum {
	NUMBER_MOST = 999,
	WALK_MOST = 999,
	IMAGE_BYTES = 100,
};

static const struct column_spec columns[COLUMN_COUNT] = {
#define COLUMN(name, spelled, per_language, most, need)                        \
	{spelled, per_language, most, need},
#include "tools/import/import_column.def"
#undef COLUMN
};

const struct column_set proposal_columns = {IMPORT_CSV, columns, COLUMN_COUNT};

static const char **text_field(struct proposal *proposal, enum column column,
			       int language)
{
	switch (column) {
	case COLUMN_TITLE:
		return &proposal->title.in[language];
	case COLUMN_SHORT_TITLE:
		return &proposal->short_title.in[language];
	case COLUMN_SUMMARY:
		return &proposal->summary.in[language];
	case COLUMN_TEXT:
		return &proposal->body.in[language];
	case COLUMN_PROPOSER:
		return &proposal->proposer;
	case COLUMN_PLACE:
		return &proposal->place;
	case COLUMN_CATEGORY:
		return &proposal->category;
	default:
		return NULL;
	}
}

static void read_text(const struct cell *cell)
{
	bool lines =
	    cell->column == COLUMN_TEXT || cell->column == COLUMN_SUMMARY;
	const char **field =
	    text_field(cell->proposal, cell->column, cell->language);

	if (*cell->text)
		*field = import_table_text(cell->in_table, lines);
}

static void read_number(const struct cell *cell)
{
	struct import *import = cell->import;
	int number;

	if (!import_number(cell->text, 1, NUMBER_MOST, &number)) {
		problem_add(import->problems, IMPORT_CSV, cell->line,
			    _("number cannot be \"%s\". Write a whole number "
			      "from %d to %d."),
			    cell->text, 1, NUMBER_MOST);
		return;
	}
	if (import->line_of[number]) {
		problem_add(import->problems, IMPORT_CSV, cell->line,
			    _("The number %d is taken in line %d. Write "
			      "another."),
			    number, import->line_of[number]);
		return;
	}
	import->line_of[number] = cell->line;
	cell->proposal->number = number;
}

static void read_pot(const struct cell *cell)
{
	struct import *import = cell->import;
	const struct meeting *meeting = import->meeting;
	struct nearest nearest = nearest_to(cell->text);
	char pots[PROBLEM_CALLED];

	/* With one pot it need not be named; with none that is told already. */
	if (!meeting->pot_count || (meeting->pot_count == 1 && !*cell->text))
		return;
	cell->proposal->pot = meeting_pot(meeting, cell->text);
	if (cell->proposal->pot >= 0)
		return;
	for (int i = 0; i < meeting->pot_count; i++)
		nearest_try(&nearest, meeting->pots[i].key);
	problems_called(import->problems, IMPORT_INI, pots);
	if (!*cell->text)
		problem_add(import->problems, IMPORT_CSV, cell->line,
			    _("The pot is missing. Write a pot's key from "
			      "%s, such as %s."),
			    pots, meeting->pots[0].key);
	else if (nearest.best)
		problem_add(import->problems, IMPORT_CSV, cell->line,
			    _("There is no pot \"%s\". Do you mean %s?"),
			    cell->text, nearest.best);
	else
		problem_add(import->problems, IMPORT_CSV, cell->line,
			    _("There is no pot \"%s\". Write a pot's key from "
			      "%s, such as %s."),
			    cell->text, pots, meeting->pots[0].key);
}

static void read_cost(const struct cell *cell)
{
	if (*cell->text)
		import_amount(cell->import, IMPORT_CSV, cell->line, "cost",
			      cell->text, &cell->proposal->cost_minor);
	else
		problem_add(cell->import->problems, IMPORT_CSV, cell->line,
			    _("The cost is missing. Write an amount, such as "
			      "25.000."));
}

static void read_min_cost(const struct cell *cell)
{
	if (*cell->text)
		import_amount(cell->import, IMPORT_CSV, cell->line, "min_cost",
			      cell->text, &cell->proposal->min_cost_minor);
}

static void read_accepts_partial(const struct cell *cell)
{
	static const struct {
		const char *word;
		bool yes;
	} words[] = {
	    {"", false},    {"ja", true},     {"nej", false}, {"yes", true},
	    {"no", false},  {"x", true},      {"1", true},    {"0", false},
	    {"sand", true}, {"falsk", false}, {"true", true}, {"false", false},
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (strcasecmp(words[i].word, cell->text) == 0) {
			cell->proposal->accepts_partial = words[i].yes;
			return;
		}
	}
	problem_add(cell->import->problems, IMPORT_CSV, cell->line,
		    _("accepts_partial cannot be \"%s\". Write ja or nej."),
		    cell->text);
}

static void read_walk_minutes(const struct cell *cell)
{
	if (*cell->text && !import_number(cell->text, 0, WALK_MOST,
					  &cell->proposal->walk_minutes))
		problem_add(cell->import->problems, IMPORT_CSV, cell->line,
			    _("walk_minutes cannot be \"%s\". Write a whole "
			      "number of minutes from %d to %d, or nothing."),
			    cell->text, 0, WALK_MOST);
}

static void read_date(const struct cell *cell)
{
	const char **field = cell->column == COLUMN_START_BY
				 ? &cell->proposal->start_by
				 : &cell->proposal->finish_by;
	char date[DATE_TEXT];

	if (!*cell->text)
		return;
	if (date_read(cell->text, date))
		*field = import_string(cell->import, date);
	else
		problem_add(cell->import->problems, IMPORT_CSV, cell->line,
			    _("%s: \"%s\" is no date. Write it as "
			      "2015-11-10."),
			    proposal_columns.columns[cell->column].spelled,
			    cell->text);
}

static bool is_picture(const char *name)
{
	static const char *const endings[] = {".png", ".jpg", ".jpeg"};
	const char *ending = strrchr(name, '.');

	for (size_t i = 0; ending && i < sizeof(endings) / sizeof(*endings);
	     i++)
		if (strcasecmp(ending, endings[i]) == 0)
			return true;
	return false;
}

static void read_image(const struct cell *cell)
{
	const char *name = cell->text;

	if (!*name)
		return;
	if (*name == '.' || strpbrk(name, "/\\") ||
	    strlen(name) > IMAGE_BYTES || text_forbidden(name, false))
		problem_add(cell->import->problems, IMPORT_CSV, cell->line,
			    _("\"%s\" cannot be an image's name. Put the file "
			      "into %s, and write its name alone."),
			    name, import_images_name(cell->import->folder));
	else if (!is_picture(name))
		problem_add(cell->import->problems, IMPORT_CSV, cell->line,
			    _("\"%s\" is no picture that can be shown. Save it "
			      "as .png or .jpg."),
			    name);
	else
		cell->proposal->image = import_string(cell->import, name);
}

/* Numbers with anything between them that is no letter: "3, 5", "3+5". Whether
 * they exist is judged when all proposals are read. */
static void read_incompatible_with(const struct cell *cell)
{
	struct proposal *proposal = cell->proposal;

	for (const char *at = cell->text; *at;) {
		size_t length = strcspn(at, " ,;+/&\t\r\n");
		char number[16];
		int value;

		snprintf(number, sizeof(number), "%.*s", (int)length, at);
		if (length && (length >= sizeof(number) ||
			       !import_number(number, 1, NUMBER_MOST, &value)))
			problem_add(cell->import->problems, IMPORT_CSV,
				    cell->line,
				    _("incompatible_with cannot be \"%s\". "
				      "Write the proposals' numbers with "
				      "commas between."),
				    cell->text);
		else if (length &&
			 proposal->incompatible_count == MEETING_INCOMPATIBLE)
			problem_add(cell->import->problems, IMPORT_CSV,
				    cell->line,
				    _("A proposal can exclude at most %d "
				      "others. Write fewer."),
				    MEETING_INCOMPATIBLE);
		else if (length) {
			proposal->incompatible[proposal->incompatible_count++] =
			    value;
			at += length;
			continue;
		} else {
			at++;
			continue;
		}
		return;
	}
}

void cell_read(const struct cell *cell)
{
	static void (*const readers[COLUMN_COUNT])(const struct cell *) = {
	    [COLUMN_NUMBER] = read_number,
	    [COLUMN_POT] = read_pot,
	    [COLUMN_TITLE] = read_text,
	    [COLUMN_SHORT_TITLE] = read_text,
	    [COLUMN_SUMMARY] = read_text,
	    [COLUMN_TEXT] = read_text,
	    [COLUMN_COST] = read_cost,
	    [COLUMN_MIN_COST] = read_min_cost,
	    [COLUMN_ACCEPTS_PARTIAL] = read_accepts_partial,
	    [COLUMN_PROPOSER] = read_text,
	    [COLUMN_PLACE] = read_text,
	    [COLUMN_WALK_MINUTES] = read_walk_minutes,
	    [COLUMN_CATEGORY] = read_text,
	    [COLUMN_START_BY] = read_date,
	    [COLUMN_FINISH_BY] = read_date,
	    [COLUMN_IMAGE] = read_image,
	    [COLUMN_INCOMPATIBLE_WITH] = read_incompatible_with,
	};

	readers[cell->column](cell);
}
