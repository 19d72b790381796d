/* VOTES: who voted how. */
#include "tools/pabulib/pabulib_ballot.h"

#include <limits.h>

#include "words/words.h"

enum column { COLUMN_VOTER, COLUMN_VOTE, COLUMN_POINTS, COLUMNS };

static const char *const names[COLUMNS] = {
    [COLUMN_VOTER] = "voter_id",
    [COLUMN_VOTE] = "vote",
    [COLUMN_POINTS] = "points",
};

static enum status head_read(struct reading *reading, int columns[COLUMNS])
{
	bool points = vote_type_points(reading->pabulib->vote_type);
	long line = reading->rows.row_line;
	enum status status = reading_columns(reading, names, COLUMNS, columns);

	if (status != STATUS_OK)
		return status;
	for (int i = COLUMN_VOTE; i <= (points ? COLUMN_POINTS : COLUMN_VOTE);
	     i++)
		if (columns[i] < 0)
			return reading_refuse(
			    reading, line,
			    _("VOTES has no column %s. The line below VOTES "
			      "names the columns."),
			    names[i]);
	if (columns[COLUMN_VOTER] < 0)
		return reading_note(
		    reading, NOTE_NO_VOTER_IDS, line,
		    _("VOTES has no column voter_id: nothing tells whether a "
		      "ballot stands there twice."));
	return STATUS_OK;
}

/* Refuses the file because the voter of the row at AT was there before it. */
static enum status voter_refuse(struct reading *reading, const char *at,
				int column)
{
	struct rows *rows = &reading->rows;

	/* Nothing is read after this: the rows may go back. */
	rows_return(rows, at, 1 + rows_lines(rows, reading->text.text, at));
	if (rows_next(rows) != ROW_FINE)
		return STATUS_MEMORY;
	return reading_refuse(
	    reading, rows->row_line,
	    _("The voter_id %s stands there twice. Take out the ballot that "
	      "does not count."),
	    reading_show(reading, rows->cells[column]));
}

/* Looks for a voter who stands there twice, when all rows are read, or STATUS
 * tells that the file is refused: what is wrong first is told. */
static enum status voters_finish(struct reading *reading, int column,
				 enum status status)
{
	const char *row = NULL;
	enum status found;

	if (status != STATUS_OK && status != STATUS_INPUT)
		return status;
	found = voters_check(reading->voters, column, &row);
	if (found != STATUS_INPUT)
		return found == STATUS_OK ? status : found;
	/* No voter behind the row that is refused was added. */
	notes_forgive(reading->notes);
	return voter_refuse(reading, row, column);
}

static enum status voter_read(struct reading *reading, const char *row,
			      int column)
{
	struct span id = reading->rows.cells[column];

	if (id.length == 0)
		return reading_note(
		    reading, NOTE_NO_VOTER_ID, reading->rows.row_line,
		    _("This ballot has no voter_id: nothing tells whether it "
		      "stands there twice."));
	return voters_add(reading->voters, id, row);
}

/* A row too short to have the ballot's own cells cannot be filled up. */
static enum status cells_check(struct reading *reading, const int *columns)
{
	const struct rows *row = &reading->rows;

	if (row->count > columns[COLUMN_VOTE] &&
	    row->count > columns[COLUMN_VOTER])
		return STATUS_OK;
	return reading_refuse(
	    reading, row->row_line,
	    _("This row has no cell for the vote. A blank ballot has one that "
	      "is empty: write the semicolon."));
}

static enum status vote_read(struct ballots *ballots, const int *columns,
			     int width, const char *row)
{
	struct reading *reading = ballots->reading;
	const struct span *cells = reading->rows.cells;
	struct span points = {"", 0};
	enum status status;

	if (reading->rows.count != width) {
		status = cells_check(reading, columns);
		if (status == STATUS_OK)
			status = reading_width(reading, width);
		if (status != STATUS_OK)
			return status;
	}
	if (columns[COLUMN_VOTER] >= 0) {
		status = voter_read(reading, row, columns[COLUMN_VOTER]);
		if (status != STATUS_OK)
			return status;
	}
	if (vote_type_points(reading->pabulib->vote_type))
		points = cells[columns[COLUMN_POINTS]];
	if (reading->ballot_count == INT_MAX)
		return STATUS_LIMIT;
	return ballot_read(ballots, cells[columns[COLUMN_VOTE]], points);
}

static enum status rows_read(struct reading *reading, const int *columns,
			     int width)
{
	struct ballots ballots;
	enum status status = ballots_begin(&ballots, reading);
	bool row;

	while (status == STATUS_OK) {
		status = reading_row(reading, &row);
		if (status != STATUS_OK || !row)
			break;
		status =
		    vote_read(&ballots, columns, width, reading->rows.row_at);
	}
	ballots_free(&ballots);
	return voters_finish(reading, columns[COLUMN_VOTER], status);
}

enum status reading_votes(struct reading *reading)
{
	int columns[COLUMNS];
	bool row;
	enum status status = reading_row(reading, &row);

	if (status != STATUS_OK)
		return status;
	if (!row)
		return reading_refuse(reading, reading->rows.row_line,
				      _("VOTES is empty. Fetch the whole file "
					"again."));
	status = head_read(reading, columns);
	if (status != STATUS_OK)
		return status;
	reading->voters = voters_new(reading->text, reading->look.returns);
	return reading->voters
		   ? rows_read(reading, columns, reading->rows.count)
		   : STATUS_MEMORY;
}
