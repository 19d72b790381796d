#include "store/audit.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "store/deal.h"
#include "store/roll.h"
#include "store/store_private.h"

void audit_time(int64_t now, char ret_at[AUDIT_TIME])
{
	time_t seconds = (time_t)now;
	struct tm local;

	/* A year too large for the calendar: the clock is wrong anyway. */
	if (!localtime_r(&seconds, &local) || local.tm_year < -1900 ||
	    local.tm_year > 9999 - 1900)
		memset(&local, 0, sizeof(local));
	local.tm_min -= local.tm_min % AUDIT_MINUTES;
	if (strftime(ret_at, AUDIT_TIME, "%Y-%m-%d %H:%M", &local) == 0)
		ret_at[0] = '\0';
}

/* How many rows there are, and the hash to go on from. */
static enum status last_row(struct store *store, int *ret_number,
			    unsigned char ret_hash[AUDIT_HASH])
{
	struct query query;
	enum status status;
	int number = 0;

	audit_hash_first(store, ret_hash);
	query_start(&store->connection, QUERY_AUDIT_LAST, &query);
	if (query_next(&query)) {
		number = (int)query_number(&query, 0);
		query_blob(&query, 1, ret_hash, AUDIT_HASH);
	}
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_number = number;
	return status;
}

enum status audit_put(struct store *store, const struct audit_row *row)
{
	struct query query;

	query_start(&store->connection, QUERY_AUDIT_ADD, &query);
	query_bind_number(&query, 1, row->number);
	query_bind_text(&query, 2, row->at);
	query_bind_text(&query, 3, act_name(row->act));
	query_bind_text(&query, 4, row->detail);
	query_bind_blob(&query, 5, row->root, sizeof(row->root));
	query_bind_blob(&query, 6, row->hash, sizeof(row->hash));
	return query_run(&query, NULL);
}

enum status audit_add(struct store *store, enum act act, const char *detail,
		      const char *at)
{
	struct audit_row row = {.act = act};
	unsigned char before[AUDIT_HASH];
	enum phase phase, next;
	enum status status = store_phase(store, &phase);

	assert(strlen(at) == AUDIT_TIME - 1);
	if (status != STATUS_OK)
		return status;
	if (!act_allowed(act, phase))
		return STATUS_PHASE;
	if (strlen(detail) >= AUDIT_DETAIL)
		return STATUS_LIMIT;
	next = act_leads_to(act, phase);
	if (store->meeting->practice && next > PHASE_CLOSED)
		return STATUS_PRACTICE;
	snprintf(row.at, sizeof(row.at), "%s", at);
	snprintf(row.detail, sizeof(row.detail), "%s", detail);
	status = last_row(store, &row.number, before);
	row.number++;
	if (status == STATUS_OK)
		status = box_root_in(store, next, row.root);
	if (status == STATUS_OK && next != phase)
		status = phase_set(store, next);
	if (status == STATUS_OK && next != phase && phase < PHASE_CLOSED)
		status = cue_end(store);
	if (status != STATUS_OK)
		return status;
	audit_hash_row(before, &row, row.hash);
	return audit_put(store, &row);
}

enum status audit_count(struct store *store, int *ret_count)
{
	unsigned char hash[AUDIT_HASH];

	return last_row(store, ret_count, hash);
}

enum status audit_count_act(struct store *store, enum act act, int *ret_count)
{
	struct query query;
	enum status status;
	int count = -1;

	query_start(&store->connection, QUERY_AUDIT_ACTS, &query);
	query_bind_text(&query, 1, act_name(act));
	if (query_next(&query))
		count = query_int(&query, 0);
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_count = count;
	return status;
}

enum status audit_begin(struct store *store, int *ret_count)
{
	enum status status = transaction_begin(&store->connection);

	if (status != STATUS_OK)
		return status;
	status = audit_count(store, ret_count);
	return status == STATUS_OK
		   ? STATUS_OK
		   : transaction_end(&store->connection, status);
}

enum status audit_end(struct store *store, enum status status, int count)
{
	int now = 0;

	status = transaction_end(&store->connection, status);
	if (status == STATUS_UNCERTAIN &&
	    audit_count(store, &now) == STATUS_OK && now == count)
		return STATUS_STORE;
	return status;
}

/* Whether a file that says LOST may have so many MORE used slips than ballots.
 */
static bool lost_fits(const struct meeting *meeting, int lost, int more)
{
	return lost == ROLL_FEW ? more > 0 && more < meeting->publish_min
				: more == lost;
}

enum status audit_reconcile(struct store *store)
{
	struct roll_count roll;
	enum deal_part part;
	int filled, slots;
	enum status status = roll_count_states(store, &roll);

	if (status == STATUS_OK)
		status = roll_lost(store, &roll.lost);
	if (status == STATUS_OK)
		status = box_filled(store, &filled, &slots);
	if (status == STATUS_OK)
		status = deal_part(store, &part);
	if (status != STATUS_OK)
		return status;
	if (roll.printed !=
		roll.used + roll.voided + roll.unused + roll.in_use ||
	    roll.printed != slots)
		return STATUS_DAMAGED;
	return part != DEAL_ALL ||
		       lost_fits(store->meeting, roll.lost, roll.used - filled)
		   ? STATUS_OK
		   : STATUS_DAMAGED;
}

/* Nothing in the box, and slips to fill it. */
static enum status zero_proof(struct store *store)
{
	enum phase phase;
	int filled, slots;
	enum status status = store_phase(store, &phase);

	if (status != STATUS_OK || phase != PHASE_READY)
		return status;
	status = box_filled(store, &filled, &slots);
	if (status == STATUS_OK && slots == 0)
		status = STATUS_NO_SLIPS;
	if (status == STATUS_OK && filled != 0)
		status = STATUS_DAMAGED;
	return status;
}

enum { ANY = -1 };

/* KNOWN: how many rows there must be, or ANY. */
static enum status act_knowing(struct store *store, int known, enum act act,
			       const char *detail, const char *at)
{
	enum status status;
	int rows = 0;

	/* These tell of something that is kept with them. */
	if (act == ACT_MADE || act == ACT_DEALT || act == ACT_COLLECTED ||
	    act == ACT_DECIDED || act == ACT_RECOUNTED ||
	    act == ACT_OVERRULED || act == ACT_COPIED || act == ACT_RESTORED)
		return STATUS_PHASE;
	status = audit_begin(store, &rows);
	if (status != STATUS_OK)
		return status;
	if (known != ANY && known != rows)
		status = STATUS_CHANGED;
	if (status == STATUS_OK && act == ACT_OPENED)
		status = zero_proof(store);
	if (status == STATUS_OK && (act == ACT_OPENED || act == ACT_CLOSED))
		status = audit_reconcile(store);
	if (status == STATUS_OK && act == ACT_CLOSED)
		status = live_clear(store);
	if (status == STATUS_OK)
		status = audit_add(store, act, detail, at);
	status = audit_end(store, status, rows);
	if (status == STATUS_OK && act == ACT_CLOSED)
		connection_vacuum(&store->connection);
	else if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

enum status audit_act(struct store *store, enum act act, const char *detail,
		      const char *at)
{
	return act_knowing(store, ANY, act, detail, at);
}

enum status audit_act_after(struct store *store, int count, enum act act,
			    const char *detail, const char *at)
{
	return act_knowing(store, count, act, detail, at);
}
