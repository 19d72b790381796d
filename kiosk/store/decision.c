/* What the room decided about money: kept in two tables, covered by the audit
 * chain through a digest in the row's detail. */
#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/audit.h"
#include "store/store_private.h"

/* Amounts stand only where they decide, and give nobody more than it asks. */
static bool amount_valid(const struct proposal *proposal,
			 const struct decision *decision, int place)
{
	int64_t most =
	    decision_ordered(decision->kind) ? 0 : proposal->cost_minor;

	return decision->amount_minor[place] >= 0 &&
	       decision->amount_minor[place] <= most;
}

/* Whether the proposals are different ones of one pot. */
static bool decision_valid(const struct meeting *meeting,
			   const struct decision *decision)
{
	bool seen[MEETING_PROPOSALS] = {false};
	int first, end;

	if ((unsigned)decision->kind >= DECISION_KINDS || decision->pot < 0 ||
	    decision->pot >= meeting->pot_count || decision->count < 1 ||
	    decision->count > MEETING_PROPOSALS)
		return false;
	meeting_pot_range(meeting, decision->pot, &first, &end);
	for (int i = 0; i < decision->count; i++) {
		int proposal = decision->proposal[i];

		if (proposal < first || proposal >= end || seen[proposal])
			return false;
		seen[proposal] = true;
		if (!amount_valid(&meeting->proposals[proposal], decision, i))
			return false;
	}
	return true;
}

static void hash_text(crypto_hash_sha256_state *state, const char *text)
{
	crypto_hash_sha256_update(state, (const unsigned char *)text,
				  strlen(text) + 1);
}

void decision_describe(const struct meeting *meeting,
		       const struct decision *decision,
		       char ret_detail[AUDIT_DETAIL])
{
	const char *kind = decision_name(decision->kind);
	const char *key = meeting->pots[decision->pot].key;
	unsigned char digest[crypto_hash_sha256_BYTES];
	char hex[2 * sizeof(digest) + 1];
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	hash_text(&state, kind);
	hash_text(&state, key);
	for (int i = 0; i < decision->count; i++) {
		char number[48];

		snprintf(number, sizeof(number), "%d",
			 meeting->proposals[decision->proposal[i]].number);
		hash_text(&state, number);
		if (decision_ordered(decision->kind))
			continue;
		snprintf(number, sizeof(number), "%lld",
			 (long long)decision->amount_minor[i]);
		hash_text(&state, number);
	}
	hash_text(&state, decision->reason);
	crypto_hash_sha256_final(&state, digest);
	sodium_bin2hex(hex, sizeof(hex), digest, sizeof(digest));
	snprintf(ret_detail, AUDIT_DETAIL, "%s %s %s", kind, key, hex);
}

static enum status insert(struct store *store, const struct decision *decision,
			  int row)
{
	struct query query;
	enum status status;

	query_start(&store->connection, QUERY_DECISION_ADD, &query);
	query_bind_number(&query, 1, row);
	query_bind_text(&query, 2, decision_name(decision->kind));
	query_bind_number(&query, 3, decision->pot);
	query_bind_text(&query, 4, decision->reason);
	status = query_run(&query, NULL);
	for (int i = 0; i < decision->count && status == STATUS_OK; i++) {
		query_start(&store->connection, QUERY_DECISION_PLACE_ADD,
			    &query);
		query_bind_number(&query, 1, i);
		query_bind_number(&query, 2, decision->proposal[i]);
		query_bind_number(&query, 3, decision->amount_minor[i]);
		status = query_run(&query, NULL);
	}
	return status;
}

/* A tie is settled before the count is final; what is left may be shared out
 * whenever it is known. */
static enum status decision_allowed(struct store *store,
				    enum decision_kind kind)
{
	enum phase phase;
	enum status status = store_phase(store, &phase);

	if (status == STATUS_OK && kind != DECISION_LEFT &&
	    phase != PHASE_CLOSED)
		status = STATUS_PHASE;
	return status;
}

enum status decision_add(struct store *store, const struct decision *decision,
			 const char *at)
{
	char detail[AUDIT_DETAIL];
	enum status status;
	int rows = 0;

	if (!decision_valid(store->meeting, decision))
		return STATUS_DISAGREES;
	decision_describe(store->meeting, decision, detail);
	status = audit_begin(store, &rows);
	if (status != STATUS_OK)
		return status;
	status = decision_allowed(store, decision->kind);
	if (status == STATUS_OK)
		status = audit_add(store, ACT_DECIDED, detail, at);
	if (status == STATUS_OK)
		status = insert(store, decision, rows + 1);
	status = audit_end(store, status, rows);
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

static enum status read_places(struct store *store, int64_t number,
			       struct decision *decision)
{
	struct query query;

	query_start(&store->connection, QUERY_DECISION_PLACES, &query);
	query_bind_number(&query, 1, number);
	while (query_next(&query))
		if (decision->count == MEETING_PROPOSALS ||
		    query_number(&query, 0) != decision->count) {
			query_damaged(&query);
		} else {
			int place = decision->count++;

			decision->proposal[place] = query_int(&query, 1);
			decision->amount_minor[place] = query_number(&query, 2);
		}
	return query_end(&query);
}

/* The decision in the row, if it is the one its audit row tells of. */
static enum status read_decision(struct store *store, struct query *query,
				 struct decision *ret_decision)
{
	struct decision decision = {.pot = query_int(query, 2)};
	int kind = decision_kind_find(query_text(query, 1));
	char detail[AUDIT_DETAIL], *reason;
	enum status status =
	    read_places(store, query_number(query, 0), &decision);

	if (status != STATUS_OK)
		return status;
	if (kind < 0)
		return STATUS_DAMAGED;
	decision.kind = (enum decision_kind)kind;
	if (!decision_valid(store->meeting, &decision))
		return STATUS_DAMAGED;
	decision.reason = query_text(query, 3);
	decision_describe(store->meeting, &decision, detail);
	if (strcmp(query_text(query, 4), act_name(ACT_DECIDED)) != 0 ||
	    strcmp(query_text(query, 5), detail) != 0)
		return STATUS_DAMAGED;
	reason = strdup(decision.reason);
	if (!reason)
		return STATUS_MEMORY;
	decision.reason = reason;
	*ret_decision = decision;
	return STATUS_OK;
}

enum status decision_all(struct store *store, struct decision **ret_decisions,
			 int *ret_count)
{
	struct decision *decisions = NULL, *more;
	enum status status = STATUS_OK, ended;
	struct query query;
	int count = 0;

	query_start(&store->connection, QUERY_DECISIONS, &query);
	while (status == STATUS_OK && query_next(&query)) {
		more = realloc(decisions,
			       ((size_t)count + 1) * sizeof(*decisions));
		if (!more) {
			status = STATUS_MEMORY;
			break;
		}
		decisions = more;
		status = read_decision(store, &query, &decisions[count]);
		if (status == STATUS_OK)
			count++;
	}
	ended = query_end(&query);
	if (status == STATUS_OK)
		status = ended;
	if (status != STATUS_OK) {
		decision_free(decisions, count);
		return status;
	}
	*ret_decisions = decisions;
	*ret_count = count;
	return STATUS_OK;
}

void decision_free(struct decision *decisions, int count)
{
	for (int i = 0; i < count; i++)
		free((char *)decisions[i].reason);
	free(decisions);
}

enum status decision_verify(struct store *store)
{
	struct decision *decisions = NULL;
	int count = 0, told = 0;
	enum status status = decision_all(store, &decisions, &count);

	if (status != STATUS_OK)
		return status;
	decision_free(decisions, count);
	status = audit_count_act(store, ACT_DECIDED, &told);
	if (status == STATUS_OK && told != count)
		status = STATUS_DAMAGED;
	return status;
}
