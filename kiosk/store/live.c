#include "store/live.h"

#include <stdio.h>
#include <string.h>

#include "store/store_private.h"

enum { DIGITS = 9, MOST = 999999999, TEXT = MEETING_PROPOSALS * DIGITS };

/* NUMBER in DIGITS digits; STATUS_LIMIT when it has more. */
static enum status write_number(int64_t number, char *ret_digits)
{
	char digits[24];

	if (number < 0 || number > MOST)
		return STATUS_LIMIT;
	snprintf(digits, sizeof(digits), "%09d", (int)number);
	memcpy(ret_digits, digits, DIGITS + 1);
	return STATUS_OK;
}

/* The number of the DIGITS digits at TEXT, or -1. */
static int read_number(const char *text)
{
	int number = 0;

	for (int i = 0; i < DIGITS; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		number = 10 * number + (text[i] - '0');
	}
	return number;
}

static enum status write_row(struct store *store, enum query_name name,
			     const struct snapshot *snapshot)
{
	char ballots[DIGITS + 1], votes[TEXT + 1] = "";
	enum status status = write_number(snapshot->ballots, ballots);
	struct query query;

	for (int i = 0; i < store->meeting->proposal_count; i++)
		if (status == STATUS_OK)
			status = write_number(snapshot->support[i],
					      votes + DIGITS * i);
	if (status != STATUS_OK)
		return status;
	query_start(&store->connection, name, &query);
	query_bind_text(&query, 1, ballots);
	query_bind_text(&query, 2, votes);
	return query_run(&query, NULL);
}

enum status live_add(struct store *store)
{
	static const struct snapshot nothing;

	return write_row(store, QUERY_LIVE_ADD, &nothing);
}

enum status live_clear(struct store *store)
{
	static const struct snapshot nothing;

	return write_row(store, QUERY_LIVE_SET, &nothing);
}

static bool read_row(struct query *query, int proposals,
		     struct snapshot *snapshot)
{
	const char *ballots = query_text(query, 0);
	const char *votes = query_text(query, 1);

	if (strlen(ballots) != DIGITS ||
	    strlen(votes) != (size_t)proposals * DIGITS)
		return false;
	snapshot->ballots = read_number(ballots);
	for (int i = 0; i < proposals; i++) {
		snapshot->support[i] = read_number(votes + DIGITS * i);
		if (snapshot->support[i] < 0)
			return false;
	}
	return snapshot->ballots >= 0;
}

enum status live_read(struct store *store, struct snapshot *ret_snapshot)
{
	struct snapshot snapshot = {0};
	struct query query;
	enum status status;

	query_start(&store->connection, QUERY_LIVE, &query);
	if (!query_next(&query) ||
	    !read_row(&query, store->meeting->proposal_count, &snapshot))
		query_damaged(&query);
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_snapshot = snapshot;
	return status;
}

/* BATCH on top of *SUM; STATUS_LIMIT, *SUM untouched, when a number gets too
 * large. */
static enum status add_batch(const struct meeting *meeting,
			     const struct snapshot *batch, struct snapshot *sum)
{
	struct snapshot added = *sum;

	if (batch->ballots < 1 || batch->ballots > MOST)
		return STATUS_LIMIT;
	added.ballots += batch->ballots;
	for (int i = 0; i < meeting->proposal_count; i++) {
		if (batch->support[i] < 0 || batch->support[i] > MOST)
			return STATUS_LIMIT;
		added.support[i] += batch->support[i];
	}
	*sum = added;
	return STATUS_OK;
}

/* Whether the file still says BEFORE, so that nothing was added to it: whoever
 * adds makes the ballots more. */
static bool nothing_added(struct store *store, const struct snapshot *before)
{
	struct snapshot now;

	return live_read(store, &now) == STATUS_OK &&
	       now.ballots == before->ballots;
}

enum status live_publish(struct store *store, const struct snapshot *batch)
{
	struct snapshot before = {0}, sum;
	enum phase phase;
	enum status status;

	if (store->meeting->live != LIVE_BATCHES)
		return STATUS_PHASE;
	status = transaction_begin(&store->connection);
	if (status != STATUS_OK)
		return status;
	status = store_phase(store, &phase);
	if (status == STATUS_OK && !phase_voting(phase))
		status = STATUS_PHASE;
	if (status == STATUS_OK)
		status = live_read(store, &before);
	sum = before;
	if (status == STATUS_OK)
		status = add_batch(store->meeting, batch, &sum);
	if (status == STATUS_OK)
		status = write_row(store, QUERY_LIVE_SET, &sum);
	status = transaction_end(&store->connection, status);
	if (status == STATUS_UNCERTAIN && nothing_added(store, &before))
		return STATUS_STORE;
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

enum status live_verify(struct store *store)
{
	struct snapshot snapshot = {0};
	int64_t shown = 0;
	enum phase phase;
	enum status status = store_phase(store, &phase);

	if (status == STATUS_OK)
		status = live_read(store, &snapshot);
	if (status != STATUS_OK || phase_voting(phase))
		return status;
	for (int i = 0; i < store->meeting->proposal_count; i++)
		shown += snapshot.support[i];
	return snapshot.ballots || shown ? STATUS_DAMAGED : STATUS_OK;
}
