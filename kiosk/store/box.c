#include "store/box.h"

#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>
#include <string.h>

#include "core/random.h"
#include "store/note.h"
#include "store/roll.h"
#include "store/store_private.h"

static enum status count_slots(struct store *store, int *ret_filled,
			       int *ret_slots)
{
	struct query query;
	enum status status;
	int filled = 0, slots = 0;

	query_start(&store->connection, QUERY_BOX_COUNT, &query);
	if (query_next(&query)) {
		filled = (int)query_number(&query, 0);
		slots = (int)query_number(&query, 1);
	}
	status = query_end(&query);
	if (status != STATUS_OK)
		return status;
	*ret_filled = filled;
	*ret_slots = slots;
	return STATUS_OK;
}

enum status box_filled(struct store *store, int *ret_filled, int *ret_slots)
{
	return count_slots(store, ret_filled, ret_slots);
}

enum status box_put(struct store *store, const unsigned char id[BOX_SLOT_BYTES],
		    int used, const char *text)
{
	struct query query;

	query_start(&store->connection, QUERY_BOX_ADD, &query);
	query_bind_blob(&query, 1, id, BOX_SLOT_BYTES);
	query_bind_text(&query, 2, text);
	query_bind_number(&query, 3, used);
	return query_run(&query, NULL);
}

enum status box_add(struct store *store, int count, const struct random *random)
{
	static const struct ballot blank;
	char text[BALLOT_TEXT + 1];
	enum status status = STATUS_OK;

	ballot_encode(store->meeting, &blank, text);
	for (int i = 0; i < count && status == STATUS_OK; i++) {
		unsigned char slot[BOX_SLOT_BYTES];

		random->fill(random->context, slot, sizeof(slot));
		status = box_put(store, slot, BOX_FREE, text);
	}
	return status;
}

/* The free slot number INDEX in id order. */
static enum status find_free(struct store *store, uint32_t index,
			     unsigned char ret_slot[BOX_SLOT_BYTES])
{
	struct query query;

	query_start(&store->connection, QUERY_BOX_FREE, &query);
	query_bind_number(&query, 1, index);
	if (query_next(&query))
		query_blob(&query, 0, ret_slot, BOX_SLOT_BYTES);
	else
		query_damaged(&query);
	return query_end(&query);
}

static enum status fill_slot(struct store *store, const char *text,
			     const struct random *random)
{
	unsigned char slot[BOX_SLOT_BYTES] = {0};
	int filled, slots, changes = 0;
	enum status status = count_slots(store, &filled, &slots);
	struct query query;
	uint32_t index;

	if (status != STATUS_OK)
		return status;
	if (filled >= slots)
		return STATUS_BOX_FULL;
	index = random->below(random->context, (uint32_t)(slots - filled));
	status = find_free(store, index, slot);
	if (status != STATUS_OK)
		return status;
	query_start(&store->connection, QUERY_BOX_FILL, &query);
	query_bind_blob(&query, 1, slot, sizeof(slot));
	query_bind_text(&query, 2, text);
	status = query_run(&query, &changes);
	sodium_memzero(slot, sizeof(slot));
	if (status == STATUS_OK && changes != 1)
		status = STATUS_DAMAGED;
	return status;
}

/* How a cast says for which slip it was. */
struct mark {
	/* In the open transaction: spends the slip, or notes it. */
	enum status (*write)(struct store *store,
			     const unsigned char hash[SLIP_HASH_BYTES]);
	/* After it: whether the file proves that the mark is not there. */
	bool (*missing)(struct store *store,
			const unsigned char hash[SLIP_HASH_BYTES]);
};

/* An unspent slip proves that the commit did not happen. A spent one proves
 * nothing: the journal's end may not have reached the disk, or another kiosk
 * was quicker. */
static bool is_unspent(struct store *store,
		       const unsigned char hash[SLIP_HASH_BYTES])
{
	return roll_look_up(store, hash) == STATUS_OK;
}

static bool is_unnoted(struct store *store,
		       const unsigned char hash[SLIP_HASH_BYTES])
{
	unsigned char note[SLIP_HASH_BYTES];

	(void)hash;
	return note_read(store, note) == STATUS_OK &&
	       sodium_is_zero(note, sizeof(note));
}

static const struct mark spent = {roll_spend, is_unspent};
static const struct mark noted = {note_write, is_unnoted};

static enum status cast_in(struct store *store, const struct mark *mark,
			   const unsigned char hash[SLIP_HASH_BYTES],
			   const char *text, const struct random *random)
{
	enum phase phase;
	enum status status = store_phase(store, &phase);

	if (status == STATUS_OK && phase != PHASE_OPEN)
		status = STATUS_NOT_OPEN;
	if (status == STATUS_OK)
		status = mark->write(store, hash);
	if (status == STATUS_OK)
		status = fill_slot(store, text, random);
	return status;
}

static enum status cast(struct store *store, const struct mark *mark,
			const unsigned char hash[SLIP_HASH_BYTES],
			const struct ballot *ballot,
			const struct random *random)
{
	char text[BALLOT_TEXT + 1];
	enum status status = ballot_check(store->meeting, ballot);

	if (status != STATUS_OK)
		return status;
	status = transaction_begin(&store->connection);
	if (status != STATUS_OK)
		return status;
	ballot_encode(store->meeting, ballot, text);
	status = cast_in(store, mark, hash, text, random);
	sodium_memzero(text, sizeof(text));
	status = transaction_end(&store->connection, status);
	if (status == STATUS_UNCERTAIN && mark->missing(store, hash))
		return STATUS_STORE;
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

enum status box_cast(struct store *store,
		     const unsigned char hash[SLIP_HASH_BYTES],
		     const struct ballot *ballot, const struct random *random)
{
	if (meeting_shares_roll(store->meeting))
		return STATUS_ROLL_AWAY;
	return cast(store, &spent, hash, ballot, random);
}

enum status box_cast_noted(struct store *store,
			   const unsigned char hash[SLIP_HASH_BYTES],
			   const struct ballot *ballot,
			   const struct random *random)
{
	return cast(store, &noted, hash, ballot, random);
}

enum status box_root_in(struct store *store, enum phase phase,
			unsigned char ret_root[BOX_ROOT_BYTES])
{
	static const struct ballot blank;
	bool sealed = phase_voting(phase);
	char free_text[BALLOT_TEXT + 1];
	crypto_hash_sha256_state hash;
	struct query query;
	enum status status;

	ballot_encode(store->meeting, &blank, free_text);
	crypto_hash_sha256_init(&hash);
	crypto_hash_sha256_update(&hash, store->definition_hash,
				  sizeof(store->definition_hash));
	query_start(&store->connection, QUERY_BOX_ROOT, &query);
	while (query_next(&query)) {
		unsigned char slot[BOX_SLOT_BYTES] = {0};
		const char *text = sealed ? free_text : query_text(&query, 2);
		unsigned char state =
		    sealed ? BOX_FREE : (unsigned char)query_number(&query, 1);

		query_blob(&query, 0, slot, sizeof(slot));
		crypto_hash_sha256_update(&hash, slot, sizeof(slot));
		crypto_hash_sha256_update(&hash, &state, sizeof(state));
		crypto_hash_sha256_update(&hash, (const unsigned char *)text,
					  strlen(text));
	}
	status = query_end(&query);
	if (status == STATUS_OK)
		crypto_hash_sha256_final(&hash, ret_root);
	return status;
}

enum status box_root(struct store *store,
		     unsigned char ret_root[BOX_ROOT_BYTES])
{
	enum phase phase;
	enum status status = snapshot_begin(&store->connection);

	if (status != STATUS_OK)
		return status;
	status = store_phase(store, &phase);
	if (status == STATUS_OK)
		status = box_root_in(store, phase, ret_root);
	snapshot_end(&store->connection);
	return status;
}
