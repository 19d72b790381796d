/* New slips, in the roll and for the paper. */
#include "store/roll.h"

#include <sodium/utils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/random.h"
#include "store/store_private.h"

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
