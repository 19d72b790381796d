/* box_tally(): the ballots added up, and checked against plain SQL. */
#include "store/box.h"
#include "store/store_private.h"

struct counting {
	const struct meeting *meeting;
	struct tally tally;
};

static enum status add(void *context, const unsigned char slot[BOX_SLOT_BYTES],
		       const struct ballot *ballot)
{
	struct counting *counting = context;

	(void)slot;
	tally_add(&counting->tally, counting->meeting, ballot);
	return STATUS_OK;
}

enum status box_tally_check(struct store *store, const struct tally *tally)
{
	bool seen[MEETING_PROPOSALS] = {false};
	struct query query;
	bool agrees = true;
	enum status status;

	query_start(&store->connection, QUERY_BOX_TALLY, &query);
	while (query_next(&query)) {
		int number = (int)query_number(&query, 0);
		int index = meeting_proposal(store->meeting, number);

		if (index < 0 || seen[index] ||
		    query_number(&query, 1) != tally->support[index] ||
		    query_number(&query, 2) != tally->named[index])
			agrees = false;
		if (index >= 0)
			seen[index] = true;
	}
	status = query_end(&query);
	for (int i = 0; i < store->meeting->proposal_count; i++)
		agrees = agrees && seen[i];
	if (status == STATUS_OK && !agrees)
		status = STATUS_DISAGREES;
	return status;
}

enum status box_tally(struct store *store, struct tally *ret_tally)
{
	struct counting counting = {.meeting = store->meeting};
	enum status status = snapshot_begin(&store->connection);

	if (status != STATUS_OK)
		return status;
	tally_clear(&counting.tally);
	status = box_each(store, add, &counting);
	if (status == STATUS_OK)
		status = box_tally_check(store, &counting.tally);
	snapshot_end(&store->connection);
	if (status == STATUS_OK)
		*ret_tally = counting.tally;
	return status;
}
