#include "store/roll.h"

#include <sodium/utils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/random.h"
#include "store/store_private.h"

/* What each state answers to someone who wants to use the slip. */
static enum status state_status(int64_t state)
{
	switch (state) {
	case SLIP_UNUSED:
		return STATUS_OK;
	case SLIP_IN_USE:
	case SLIP_USED:
		return STATUS_SLIP_USED;
	case SLIP_VOID:
		return STATUS_SLIP_VOID;
	default:
		return STATUS_DAMAGED;
	}
}

enum status roll_look_up(struct store *store,
			 const unsigned char hash[SLIP_HASH_BYTES])
{
	enum status status, found = STATUS_SLIP_OTHER;
	struct query query;

	query_start(&store->connection, QUERY_ROLL_STATE, &query);
	query_bind_blob(&query, 1, hash, SLIP_HASH_BYTES);
	if (query_next(&query)) {
		int kiosk = query_int(&query, 1);
		int here = query_int(&query, 2) - KIOSK_BASE;

		found = state_status(query_number(&query, 0));
		if (kiosk && here && kiosk != here) {
			found = STATUS_SLIP_KIOSK;
			store->other_kiosk = kiosk;
		}
	}
	status = query_end(&query);
	return status == STATUS_OK ? found : status;
}

int roll_other_kiosk(const struct store *store)
{
	return store->other_kiosk;
}

int roll_share_kiosk(struct roll_share share, int serial)
{
	return share.count ? share.first + (serial - 1) % share.count : 0;
}

enum status roll_shares(struct store *store, int *ret_kiosks)
{
	int least = 0, most = -1;
	struct query query;
	enum status status;

	query_start(&store->connection, QUERY_ROLL_SHARES, &query);
	if (query_next(&query) && query_number(&query, 2) > 0) {
		least = query_int(&query, 0);
		most = query_int(&query, 1);
	}
	/* Some slips for any kiosk and some for one could vote twice. */
	if (least == 0 && most > 0)
		query_damaged(&query);
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_kiosks = most;
	return status;
}

/* Changes the state of one slip, or says why it cannot be. */
static enum status change(struct store *store, enum query_name name,
			  const unsigned char hash[SLIP_HASH_BYTES])
{
	enum status status;
	struct query query;
	int changes = 0;

	query_start(&store->connection, name, &query);
	query_bind_blob(&query, 1, hash, SLIP_HASH_BYTES);
	status = query_run(&query, &changes);
	if (status != STATUS_OK || changes == 1)
		return status;
	status = roll_look_up(store, hash);
	return status == STATUS_OK ? STATUS_DAMAGED : status;
}

enum status roll_spend(struct store *store,
		       const unsigned char hash[SLIP_HASH_BYTES])
{
	return change(store, QUERY_ROLL_SPEND, hash);
}

enum status roll_void(struct store *store,
		      const unsigned char hash[SLIP_HASH_BYTES], const char *at)
{
	int rows = 0;
	enum status status = audit_begin(store, &rows);

	if (status != STATUS_OK)
		return status;
	/* The row first: it knows whether the phase allows it. */
	status = audit_add(store, ACT_VOIDED, "", at);
	if (status == STATUS_OK)
		status = change(store, QUERY_ROLL_VOID, hash);
	status = audit_end(store, status, rows);
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

static enum status last_serial(struct store *store, int *ret_serial)
{
	enum status status;
	struct query query;
	int64_t serial = 0;

	query_start(&store->connection, QUERY_ROLL_LAST_SERIAL, &query);
	if (query_next(&query))
		serial = query_number(&query, 0);
	status = query_end(&query);
	if (status == STATUS_OK && (serial < 0 || serial > ROLL_SLIPS))
		status = STATUS_DAMAGED;
	if (status == STATUS_OK)
		*ret_serial = (int)serial;
	return status;
}

enum status roll_put(struct store *store, const struct roll_row *row)
{
	struct query query;

	query_start(&store->connection, QUERY_ROLL_ADD, &query);
	query_bind_blob(&query, 1, row->hash, sizeof(row->hash));
	query_bind_number(&query, 2, row->serial);
	query_bind_text(&query, 3, row->kind);
	query_bind_number(&query, 4, row->state);
	query_bind_number(&query, 5, row->kiosk);
	return query_run(&query, NULL);
}

static enum status add_slip(struct store *store, int serial, int kiosk,
			    const char *kind, const struct random *random,
			    struct slip *ret_slip)
{
	struct roll_row row = {
	    .serial = serial, .state = SLIP_UNUSED, .kiosk = kiosk};
	unsigned char secret[SLIP_RANDOM_BYTES];

	random->fill(random->context, secret, sizeof(secret));
	slip_make(store->meeting->code, secret, ret_slip);
	sodium_memzero(secret, sizeof(secret));
	slip_hash(store->meeting, ret_slip, row.hash);
	snprintf(row.kind, sizeof(row.kind), "%s", kind);
	return roll_put(store, &row);
}

/* What is asked of roll_add() and roll_print(). */
struct order {
	int count;
	const char *kind;
	struct roll_share share;
	const struct random *random;
	const char *at;
	/* Called before the commit; NULL for none. */
	enum status (*paper)(void *context, const struct slip *slips, int count,
			     int first_serial);
	void *context;
};

static enum status add_slips(struct store *store, int first,
			     const struct order *order, struct slip *ret_slips)
{
	enum status status = box_add(store, order->count, order->random);

	for (int i = 0; i < order->count && status == STATUS_OK; i++)
		status = add_slip(store, first + i,
				  roll_share_kiosk(order->share, first + i),
				  order->kind, order->random, &ret_slips[i]);
	return status;
}

/* Makes the slips of ORDER in the open transaction. */
static enum status add_order(struct store *store, const struct order *order,
			     struct slip *ret_slips, int *ret_first_serial)
{
	const int count = order->count;
	char detail[AUDIT_DETAIL];
	int last = 0;
	enum status status = last_serial(store, &last);

	if (status == STATUS_OK && count > ROLL_SLIPS - last)
		status = STATUS_LIMIT;
	if (status == STATUS_OK)
		status = add_slips(store, last + 1, order, ret_slips);
	snprintf(detail, sizeof(detail), "%d-%d%s%s", last + 1, last + count,
		 *order->kind ? " " : "", order->kind);
	/* The row last: it carries the root of the box with its new slots. */
	if (status == STATUS_OK)
		status = audit_add(store, ACT_PRINTED, detail, order->at);
	if (status == STATUS_OK && order->paper)
		status =
		    order->paper(order->context, ret_slips, count, last + 1);
	if (status == STATUS_OK)
		*ret_first_serial = last + 1;
	return status;
}

static enum status add(struct store *store, const struct order *order,
		       struct slip *ret_slips, int *ret_first_serial)
{
	enum status status;
	int first = 0, rows = 0;

	if (order->count < 1 || order->count > ROLL_SLIPS ||
	    strlen(order->kind) >= ROLL_KIND)
		return STATUS_LIMIT;
	status = audit_begin(store, &rows);
	if (status != STATUS_OK)
		return status;
	status = add_order(store, order, ret_slips, &first);
	status = audit_end(store, status, rows);
	if (status != STATUS_OK) {
		sodium_memzero(ret_slips,
			       (size_t)order->count * sizeof(*ret_slips));
		return status;
	}
	connection_vacuum(&store->connection);
	*ret_first_serial = first;
	return STATUS_OK;
}

enum status roll_add(struct store *store, int count, const char *kind,
		     const struct random *random, const char *at,
		     struct slip *ret_slips, int *ret_first_serial)
{
	const struct order order = {
	    .count = count, .kind = kind, .random = random, .at = at};

	return add(store, &order, ret_slips, ret_first_serial);
}

enum status
roll_print(struct store *store, int count, const char *kind,
	   struct roll_share share, const struct random *random, const char *at,
	   enum status (*paper)(void *context, const struct slip *slips,
				int count, int first_serial),
	   void *context)
{
	const struct order order = {count, kind,  share,  random,
				    at,	   paper, context};
	struct slip *slips;
	enum status status;
	int first;

	if (count < 1 || count > ROLL_SLIPS)
		return STATUS_LIMIT;
	slips = calloc((size_t)count, sizeof(*slips));
	if (!slips)
		return STATUS_MEMORY;
	status = add(store, &order, slips, &first);
	sodium_memzero(slips, (size_t)count * sizeof(*slips));
	free(slips);
	return status;
}

enum status roll_serial(struct store *store, int serial,
			unsigned char ret_hash[SLIP_HASH_BYTES])
{
	unsigned char hash[SLIP_HASH_BYTES];
	bool found = false;
	enum status status;
	struct query query;

	query_start(&store->connection, QUERY_ROLL_SERIAL, &query);
	query_bind_number(&query, 1, serial);
	if (query_next(&query)) {
		query_blob(&query, 0, hash, sizeof(hash));
		found = true;
	}
	status = query_end(&query);
	if (status != STATUS_OK)
		return status;
	if (!found)
		return STATUS_SLIP_OTHER;
	memcpy(ret_hash, hash, sizeof(hash));
	return STATUS_OK;
}

static enum status take_one(struct store *store,
			    const unsigned char hash[SLIP_HASH_BYTES])
{
	enum status status;
	struct query query;
	int changes = 0;

	query_start(&store->connection, QUERY_ROLL_TAKE, &query);
	query_bind_blob(&query, 1, hash, SLIP_HASH_BYTES);
	status = query_run(&query, &changes);
	return status == STATUS_OK && changes != 1 ? STATUS_SLIP_OTHER : status;
}

enum status roll_take(struct store *store,
		      const unsigned char (*hashes)[SLIP_HASH_BYTES], int count)
{
	enum phase phase;
	enum status status = transaction_begin(&store->connection);

	if (status != STATUS_OK)
		return status;
	status = store_phase(store, &phase);
	if (status == STATUS_OK &&
	    (phase < PHASE_CLOSED || !meeting_shares_roll(store->meeting)))
		status = STATUS_PHASE;
	for (int i = 0; i < count && status == STATUS_OK; i++)
		status = take_one(store, hashes[i]);
	status = transaction_end(&store->connection, status);
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

enum status roll_each_used(struct store *store,
			   enum status (*see)(void *context,
					      const unsigned char *hash),
			   void *context)
{
	enum status status, seen = STATUS_OK;
	struct query query;

	query_start(&store->connection, QUERY_ROLL_USED, &query);
	while (seen == STATUS_OK && query_next(&query)) {
		unsigned char hash[SLIP_HASH_BYTES];

		query_blob(&query, 0, hash, sizeof(hash));
		if (query.fault == 0)
			seen = see(context, hash);
	}
	status = query_end(&query);
	return status == STATUS_OK ? seen : status;
}

enum status roll_each(struct store *store,
		      enum status (*see)(void *context,
					 const struct roll_row *row),
		      void *context)
{
	enum status status, seen = STATUS_OK;
	struct query query;

	query_start(&store->connection, QUERY_ROLL_ALL, &query);
	while (seen == STATUS_OK && query_next(&query)) {
		struct roll_row row = {.serial = query_int(&query, 1),
				       .state = query_int(&query, 3),
				       .kiosk = query_int(&query, 4)};
		const char *kind = query_text(&query, 2);

		query_blob(&query, 0, row.hash, sizeof(row.hash));
		if (strlen(kind) >= sizeof(row.kind))
			query_damaged(&query);
		snprintf(row.kind, sizeof(row.kind), "%s", kind);
		if (query.fault == 0)
			seen = see(context, &row);
	}
	status = query_end(&query);
	return status == STATUS_OK ? seen : status;
}
