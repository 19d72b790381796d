/* Which slips were used, as a shared roll says at the end. */
#include "store/roll.h"

#include "store/store_private.h"

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
