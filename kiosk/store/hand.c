/* Hand counts: kept in two tables, covered by the audit chain through a digest
 * in the row's detail. */
#include "store/hand.h"

#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rule_kind.h"
#include "store/store_private.h"

static const char *stands_name(bool hand)
{
	return hand ? "hand" : "machine";
}

static bool hand_valid(const struct meeting *meeting,
		       const struct hand_count *count)
{
	if (count->ballots < 0 || count->ballots > HAND_BALLOTS)
		return false;
	for (int i = 0; i < meeting->proposal_count; i++)
		if (count->votes[i] < 0 ||
		    count->votes[i] > tally_most(meeting, i, count->ballots))
			return false;
	return true;
}

static void hash_number(crypto_hash_sha256_state *state, int64_t number)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)number);
	crypto_hash_sha256_update(state, (const unsigned char *)text,
				  strlen(text) + 1);
}

void hand_describe(const struct meeting *meeting,
		   const struct hand_count *count,
		   char ret_detail[AUDIT_DETAIL])
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char hex[2 * sizeof(digest) + 1];
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	hash_number(&state, count->ballots);
	for (int i = 0; i < meeting->proposal_count; i++)
		hash_number(&state, count->votes[i]);
	crypto_hash_sha256_update(&state, (const unsigned char *)count->reason,
				  strlen(count->reason) + 1);
	crypto_hash_sha256_final(&state, digest);
	sodium_bin2hex(hex, sizeof(hex), digest, sizeof(digest));
	snprintf(ret_detail, AUDIT_DETAIL, "%s %s", stands_name(count->stands),
		 hex);
}

bool hand_agrees(const struct meeting *meeting, const struct hand_count *hand,
		 const struct tally *box)
{
	if (hand->ballots != box->ballots)
		return false;
	for (int i = 0; i < meeting->proposal_count; i++)
		if (hand->votes[i] != box->support[i])
			return false;
	return true;
}

bool hand_may_stand(const struct meeting *meeting,
		    const struct hand_count *hand, const struct tally *box)
{
	bool whole = false;

	for (int i = 0; i < meeting->proposal_count; i++) {
		if (!pot_whole_ballots(
			&meeting->pots[meeting->proposals[i].pot]))
			continue;
		whole = true;
		if (hand->stands && hand->votes[i] != box->support[i])
			return false;
	}
	return !whole || !hand->stands || hand->ballots == box->ballots;
}

void hand_tally(const struct meeting *meeting, const struct hand_count *hand,
		const struct tally *box, struct tally *ret_tally)
{
	*ret_tally = *box;
	if (!hand || !hand->stands)
		return;
	ret_tally->ballots = hand->ballots;
	for (int i = 0; i < meeting->proposal_count; i++)
		tally_set(ret_tally, meeting, i, hand->votes[i]);
}

/* Whether COUNT makes the money go by other numbers than BEFORE (may be NULL)
 * did. */
static bool overrules(const struct meeting *meeting,
		      const struct hand_count *before,
		      const struct hand_count *count, const struct tally *box)
{
	struct tally was, is;

	hand_tally(meeting, before, box, &was);
	hand_tally(meeting, count, box, &is);
	return was.ballots != is.ballots ||
	       memcmp(was.support, is.support, sizeof(was.support)) != 0;
}

static enum status insert(struct store *store, const struct hand_count *count,
			  int row)
{
	struct query query;
	enum status status;

	query_start(&store->connection, QUERY_HAND_COUNT_ADD, &query);
	query_bind_number(&query, 1, row);
	query_bind_number(&query, 2, count->ballots);
	query_bind_text(&query, 3, stands_name(count->stands));
	query_bind_text(&query, 4, count->reason);
	status = query_run(&query, NULL);
	for (int i = 0; i < store->meeting->proposal_count; i++) {
		if (status != STATUS_OK)
			break;
		query_start(&store->connection, QUERY_HAND_VOTES_ADD, &query);
		query_bind_number(&query, 1, i);
		query_bind_number(&query, 2, count->votes[i]);
		status = query_run(&query, NULL);
	}
	return status;
}

/* Adds COUNT and its row, as the money went by what the file says. BOX: the
 * box's own sums. */
static enum status add_inside(struct store *store,
			      const struct hand_count *count,
			      const struct tally *box, int row, const char *at)
{
	struct hand_count *before = NULL;
	char detail[AUDIT_DETAIL];
	enum act act;
	enum status status = hand_newest(store, &before);

	if (status != STATUS_OK)
		return status;
	act = overrules(store->meeting, before, count, box) ? ACT_OVERRULED
							    : ACT_RECOUNTED;
	hand_free(before);
	hand_describe(store->meeting, count, detail);
	status = audit_add(store, act, detail, at);
	if (status == STATUS_OK)
		status = insert(store, count, row);
	return status;
}

enum status hand_add(struct store *store, const struct hand_count *count,
		     const char *at)
{
	struct tally box;
	int rows = 0;
	enum status status;

	if (strlen(count->reason) >= AUDIT_REASON)
		return STATUS_LIMIT;
	if (!hand_valid(store->meeting, count))
		return STATUS_INPUT;
	/* Before the transaction: a closed box does not change any more. */
	status = box_tally(store, &box);
	if (status != STATUS_OK)
		return status;
	if (!hand_may_stand(store->meeting, count, &box))
		return STATUS_WHOLE_BALLOTS;
	if (!*count->reason && !hand_agrees(store->meeting, count, &box))
		return STATUS_INPUT;
	status = audit_begin(store, &rows);
	if (status != STATUS_OK)
		return status;
	status = add_inside(store, count, &box, rows + 1, at);
	status = audit_end(store, status, rows);
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

static enum status read_votes(struct store *store, int64_t number,
			      struct hand_count *count)
{
	int proposals = store->meeting->proposal_count, read = 0;
	struct query query;

	query_start(&store->connection, QUERY_HAND_VOTES, &query);
	query_bind_number(&query, 1, number);
	while (query_next(&query)) {
		if (read == proposals || query_number(&query, 0) != read)
			query_damaged(&query);
		else
			count->votes[read++] = query_number(&query, 1);
	}
	if (read != proposals)
		query_damaged(&query);
	return query_end(&query);
}

static bool told_by(struct query *query, const char *detail)
{
	const char *act = query_text(query, 4);

	return (strcmp(act, act_name(ACT_RECOUNTED)) == 0 ||
		strcmp(act, act_name(ACT_OVERRULED)) == 0) &&
	       strcmp(query_text(query, 5), detail) == 0;
}

/* The count in the row, if it is the one its audit row tells of. */
static enum status read_count(struct store *store, struct query *query,
			      struct hand_count **ret_count)
{
	struct hand_count *count = calloc(1, sizeof(*count));
	char detail[AUDIT_DETAIL];
	enum status status = STATUS_MEMORY;

	if (!count)
		return STATUS_MEMORY;
	count->ballots = query_int(query, 1);
	count->stands = strcmp(query_text(query, 2), stands_name(true)) == 0;
	count->reason = strdup(query_text(query, 3));
	if (!count->reason)
		goto out;
	status = read_votes(store, query_number(query, 0), count);
	if (status != STATUS_OK)
		goto out;
	hand_describe(store->meeting, count, detail);
	if (!hand_valid(store->meeting, count) || !told_by(query, detail)) {
		status = STATUS_DAMAGED;
		goto out;
	}
	*ret_count = count;
	count = NULL;
out:
	hand_free(count);
	return status;
}

/* Reads every hand count, each checked; keeps the last. */
static enum status read_all(struct store *store, int *ret_number,
			    struct hand_count **ret_count)
{
	struct hand_count *newest = NULL;
	enum status status = STATUS_OK, ended;
	struct query query;
	int number = 0;

	query_start(&store->connection, QUERY_HAND_COUNTS, &query);
	while (status == STATUS_OK && query_next(&query)) {
		hand_free(newest);
		newest = NULL;
		status = read_count(store, &query, &newest);
		number++;
	}
	ended = query_end(&query);
	if (status == STATUS_OK)
		status = ended;
	if (status != STATUS_OK) {
		hand_free(newest);
		return status;
	}
	*ret_number = number;
	*ret_count = newest;
	return STATUS_OK;
}

enum status hand_newest(struct store *store, struct hand_count **ret_count)
{
	int number;

	return read_all(store, &number, ret_count);
}

void hand_free(struct hand_count *count)
{
	if (!count)
		return;
	free(count->reason);
	free(count);
}

enum status hand_verify(struct store *store)
{
	static const enum act acts[] = {ACT_RECOUNTED, ACT_OVERRULED};
	struct hand_count *newest = NULL;
	int number = 0, told = 0;
	enum status status = read_all(store, &number, &newest);

	hand_free(newest);
	for (int i = 0; i < 2 && status == STATUS_OK; i++) {
		int count = 0;

		status = audit_count_act(store, acts[i], &count);
		told += count;
	}
	if (status == STATUS_OK && told != number)
		status = STATUS_DAMAGED;
	return status;
}
