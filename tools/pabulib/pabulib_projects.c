/* PROJECTS: what money is asked for. */
#include "tools/pabulib/pabulib_read.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

enum column {
	COLUMN_ID,
	COLUMN_COST,
	COLUMN_NAME,
	COLUMN_VOTES,
	COLUMN_SCORE,
	COLUMNS
};

static const char *const names[COLUMNS] = {
    [COLUMN_ID] = "project_id", [COLUMN_COST] = "cost",
    [COLUMN_NAME] = "name",	[COLUMN_VOTES] = "votes",
    [COLUMN_SCORE] = "score",
};

static enum status head_read(struct reading *reading, int columns[COLUMNS])
{
	enum status status = reading_columns(reading, names, COLUMNS, columns);

	if (status != STATUS_OK)
		return status;
	for (int i = COLUMN_ID; i <= COLUMN_COST; i++)
		if (columns[i] < 0)
			return reading_refuse(
			    reading, reading->rows.row_line,
			    _("PROJECTS has no column %s. The line below "
			      "PROJECTS names the columns."),
			    names[i]);
	return STATUS_OK;
}

static struct span cell(const struct reading *reading, int column)
{
	return column < 0 ? (struct span){"", 0} : reading->rows.cells[column];
}

/* Room for one project more in names and claims. */
static bool projects_grow(struct reading *reading)
{
	size_t room = reading->project_room ? 2 * reading->project_room : 64;
	void *larger;

	if ((size_t)reading->project_count < reading->project_room)
		return true;
	larger = reallocarray(reading->pabulib->names, room,
			      sizeof(*reading->pabulib->names));
	if (!larger)
		return false;
	reading->pabulib->names = larger;
	larger = reallocarray(reading->claims, room, sizeof(*reading->claims));
	if (!larger)
		return false;
	reading->claims = larger;
	reading->project_room = room;
	return true;
}

/* What the file says the ballots give the project: points where there are. */
static struct claim claim_read(const struct reading *reading,
			       const int *columns)
{
	enum vote_type type = reading->pabulib->vote_type;
	enum column column = vote_type_points(type) || type == VOTE_ORDINAL
				 ? COLUMN_SCORE
				 : COLUMN_VOTES;
	struct span text = cell(reading, columns[column]);
	struct claim claim = {.line = reading->rows.row_line};

	/* Not needed to count: what is no number says nothing. */
	claim.made = number_read(text, &claim.number) == NUMBER_FINE;
	return claim;
}

static enum status cost_read(struct reading *reading, struct span text,
			     struct span id, int64_t *ret_minor)
{
	struct number number;
	enum status status = reading_number(reading, text, "cost", &number);

	if (status == STATUS_OK)
		status = reading_money(reading, reading->rows.row_line, number,
				       "cost", ret_minor);
	if (status != STATUS_OK)
		return status;
	if (*ret_minor > ELECTION_MONEY_MOST - reading->costs_minor)
		return reading_refuse(
		    reading, reading->rows.row_line,
		    _("The projects cost more together than can be added up "
		      "exactly. Is a cost wrong?"));
	reading->costs_minor += *ret_minor;
	if (*ret_minor == 0)
		return reading_note(
		    reading, NOTE_FREE, reading->rows.row_line,
		    _("Project %s costs nothing: greedy funds it, equal "
		      "shares funds it first if anybody supports it."),
		    reading_show(reading, id));
	return STATUS_OK;
}

static enum status id_check(struct reading *reading, struct span id)
{
	long line = reading->rows.row_line;

	if (id.length == 0)
		return reading_refuse(reading, line,
				      _("This project has no project_id. Give "
					"it one."));
	if (memchr(id.text, ',', id.length))
		return reading_refuse(
		    reading, line,
		    _("The project_id %s has a comma in it, which divides "
		      "projects in ballots. Change it."),
		    reading_show(reading, id));
	return STATUS_OK;
}

static enum status project_read(struct reading *reading, const int *columns)
{
	struct span id = span_trim(cell(reading, columns[COLUMN_ID]));
	struct span name = cell(reading, columns[COLUMN_NAME]);
	long line = reading->rows.row_line;
	int64_t cost_minor = 0;
	enum status status = id_check(reading, id);

	if (status == STATUS_OK)
		status = cost_read(reading, cell(reading, columns[COLUMN_COST]),
				   id, &cost_minor);
	if (status != STATUS_OK)
		return status;
	if (!projects_grow(reading))
		return STATUS_MEMORY;
	status = election_add_project(reading->builder, id.text, id.length,
				      cost_minor);
	if (status == STATUS_INPUT)
		return reading_refuse(
		    reading, line,
		    _("Project %s stands in PROJECTS twice. Leave one, or "
		      "give the other an id of its own."),
		    reading_show(reading, id));
	if (status == STATUS_LIMIT)
		return reading_refuse(
		    reading, line,
		    _("There are more than %d projects, which is the most."),
		    ELECTION_PROJECTS);
	if (status != STATUS_OK)
		return status;
	reading->claims[reading->project_count] = claim_read(reading, columns);
	reading->pabulib->names[reading->project_count] =
	    strndup(name.text, name.length);
	if (!reading->pabulib->names[reading->project_count] ||
	    !ids_add(&reading->ids, id, reading->project_count))
		return STATUS_MEMORY;
	reading->pabulib->name_count = ++reading->project_count;
	return STATUS_OK;
}

/* The builder needs the budget, which META gave. */
static enum status builder_begin(struct reading *reading)
{
	int64_t budget_minor = 0;
	const struct pabulib_meta *budget =
	    &reading->pabulib->meta[PABULIB_BUDGET];
	enum status status = reading_money(
	    reading, budget->line, budget->number, "budget", &budget_minor);

	if (status != STATUS_OK)
		return status;
	reading->builder = election_builder_new(
	    budget_minor, (int)number_power(reading->places));
	return reading->builder ? STATUS_OK : STATUS_MEMORY;
}

enum status reading_projects(struct reading *reading)
{
	int columns[COLUMNS], width;
	bool row;
	enum status status = builder_begin(reading);

	if (status == STATUS_OK)
		status = reading_row(reading, &row);
	if (status != STATUS_OK)
		return status;
	if (!row)
		return reading_refuse(reading, reading->rows.row_line,
				      _("PROJECTS is empty. Fetch the whole "
					"file again."));
	width = reading->rows.count;
	status = head_read(reading, columns);
	while (status == STATUS_OK) {
		status = reading_row(reading, &row);
		if (status != STATUS_OK || !row)
			return status;
		status = reading_width(reading, width);
		if (status == STATUS_OK)
			status = project_read(reading, columns);
	}
	return status;
}
