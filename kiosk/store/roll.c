/* What one slip is good for, and how that changes. */
#include "store/roll.h"

#include <string.h>

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
