/* The tables `pot` and `proposal`: written from the definition, and checked
 * against it. One table of cells each, so that both read the same. */
#include <string.h>

#include "store/store_private.h"

enum { COLUMNS = 6, ROOM = 0 };

struct cell {
	const char *text; /* NULL: a number */
	int64_t number;
};

struct row {
	int columns;
	struct cell cells[COLUMNS];
};

static const char *written(const char *text)
{
	return text ? text : "";
}

static struct row pot_row(const struct meeting *meeting, int index)
{
	const struct pot *pot = &meeting->pots[index];
	const char *title = meeting_text(meeting, &pot->title, ROOM, NULL);

	return (struct row){6,
			    {{NULL, index},
			     {pot->key, 0},
			     {title, 0},
			     {NULL, pot->amount_minor},
			     {ballot_type_name(pot->ballot_type), 0},
			     {written(pot->rule), 0}}};
}

static struct row proposal_row(const struct meeting *meeting, int index)
{
	const struct proposal *proposal = &meeting->proposals[index];
	const char *title = meeting_text(meeting, &proposal->title, ROOM, NULL);

	return (struct row){5,
			    {{NULL, index},
			     {NULL, proposal->pot},
			     {NULL, proposal->number},
			     {title, 0},
			     {NULL, proposal->cost_minor}}};
}

static enum status add(struct store *store, enum query_name name,
		       const struct row *row)
{
	struct query query;

	query_start(&store->connection, name, &query);
	for (int i = 0; i < row->columns; i++)
		if (row->cells[i].text)
			query_bind_text(&query, i + 1, row->cells[i].text);
		else
			query_bind_number(&query, i + 1, row->cells[i].number);
	return query_run(&query, NULL);
}

enum status derived_add(struct store *store)
{
	const struct meeting *meeting = store->meeting;
	enum status status = STATUS_OK;

	for (int i = 0; i < meeting->pot_count && status == STATUS_OK; i++) {
		struct row row = pot_row(meeting, i);

		status = add(store, QUERY_POT_ADD, &row);
	}
	for (int i = 0; i < meeting->proposal_count && status == STATUS_OK;
	     i++) {
		struct row row = proposal_row(meeting, i);

		status = add(store, QUERY_PROPOSAL_ADD, &row);
	}
	return status;
}

static bool same(struct query *query, const struct row *row)
{
	for (int i = 0; i < row->columns; i++)
		if (row->cells[i].text
			? strcmp(query_text(query, i), row->cells[i].text) != 0
			: query_number(query, i) != row->cells[i].number)
			return false;
	return true;
}

static enum status verify(struct store *store, enum query_name name, int count,
			  struct row (*make)(const struct meeting *meeting,
					     int index))
{
	struct query query;
	int seen = 0;

	query_start(&store->connection, name, &query);
	while (query_next(&query)) {
		struct row row;

		if (seen == count) {
			query_damaged(&query);
			break;
		}
		row = make(store->meeting, seen++);
		if (!same(&query, &row))
			query_damaged(&query);
	}
	if (seen != count)
		query_damaged(&query);
	return query_end(&query);
}

enum status derived_verify(struct store *store)
{
	const struct meeting *meeting = store->meeting;
	enum status status =
	    verify(store, QUERY_POTS, meeting->pot_count, pot_row);

	if (status == STATUS_OK)
		status = verify(store, QUERY_PROPOSALS, meeting->proposal_count,
				proposal_row);
	return status;
}
