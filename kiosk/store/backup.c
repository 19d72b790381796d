#include "store/backup.h"

#include <sodium/crypto_hash_sha256.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_private.h"

int backup_least(const struct meeting *meeting)
{
	return meeting->live == LIVE_BATCHES &&
		       meeting->live_batch > BACKUP_LEAST
		   ? meeting->live_batch
		   : BACKUP_LEAST;
}

/* The ballots that the newest copy had; 0 where there is none. */
static enum status last_copied(struct store *store, int *ret_ballots)
{
	struct query query;
	enum status status;
	int ballots = 0;

	query_start(&store->connection, QUERY_AUDIT_DETAILS, &query);
	query_bind_text(&query, 1, act_name(ACT_COPIED));
	while (query_next(&query)) {
		const char *detail = query_text(&query, 0);
		char again[16];

		ballots = atoi(detail);
		snprintf(again, sizeof(again), "%d", ballots);
		if (strcmp(again, detail) != 0 || ballots < 0)
			query_damaged(&query);
	}
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_ballots = ballots;
	return status;
}

enum status backup_since(struct store *store, int *ret_ballots,
			 bool *ret_copied)
{
	int copied = 0, filled = 0, slots;
	enum status status = last_copied(store, &copied);

	if (status == STATUS_OK)
		status = box_filled(store, &filled, &slots);
	if (status == STATUS_OK && filled < copied)
		status = STATUS_DAMAGED;
	if (status != STATUS_OK)
		return status;
	*ret_ballots = filled - copied;
	*ret_copied = copied > 0;
	return STATUS_OK;
}

enum status backup_shown(struct store *store, int *ret_ballots)
{
	int since = 0;
	bool copied = false;
	enum status status = backup_since(store, &since, &copied);

	if (status == STATUS_OK)
		*ret_ballots =
		    copied && since < backup_least(store->meeting) ? since : 0;
	return status;
}

/* Whether a copy may be made now; and what is in it. */
static enum status look(struct store *store, struct backup *ret_backup)
{
	int since = 0, slots;
	bool copied;
	enum status status = store_phase(store, &ret_backup->phase);

	if (status == STATUS_OK)
		status = roll_count(store, &ret_backup->slips);
	if (status == STATUS_OK)
		status = box_filled(store, &ret_backup->ballots, &slots);
	if (status == STATUS_OK)
		status = backup_since(store, &since, &copied);
	if (status == STATUS_OK && phase_voting(ret_backup->phase) &&
	    since > 0 && since < backup_least(store->meeting))
		status = STATUS_FEW_BALLOTS;
	return status;
}

/* Never shown: it would let somebody try out who voted what. */
struct sums {
	unsigned char rows[crypto_hash_sha256_BYTES]; /* of roll and box */
	unsigned char act[AUDIT_HASH];		      /* of the last act */
};

static void add_roll(struct store *store, crypto_hash_sha256_state *state,
		     struct query *query)
{
	query_start(&store->connection, QUERY_ROLL_ALL, query);
	while (query_next(query)) {
		struct {
			unsigned char hash[SLIP_HASH_BYTES];
			int serial, state, kiosk;
		} row = {0};
		const char *kind = query_text(query, 2);

		query_blob(query, 0, row.hash, sizeof(row.hash));
		row.serial = query_int(query, 1);
		row.state = query_int(query, 3);
		row.kiosk = query_int(query, 4);
		crypto_hash_sha256_update(state, (unsigned char *)&row,
					  sizeof(row));
		crypto_hash_sha256_update(state, (const unsigned char *)kind,
					  strlen(kind) + 1);
	}
}

static void add_box(struct store *store, crypto_hash_sha256_state *state,
		    struct query *query)
{
	query_start(&store->connection, QUERY_BOX_SLOTS, query);
	while (query_next(query)) {
		unsigned char slot[BOX_SLOT_BYTES + 1] = {0};
		const char *text = query_text(query, 2);

		query_blob(query, 0, slot, BOX_SLOT_BYTES);
		slot[BOX_SLOT_BYTES] = (unsigned char)query_int(query, 1);
		crypto_hash_sha256_update(state, slot, sizeof(slot));
		crypto_hash_sha256_update(state, (const unsigned char *)text,
					  strlen(text) + 1);
	}
}

static enum status sums_take(struct store *store, struct sums *ret_sums)
{
	struct sums sums = {{0}, {0}};
	crypto_hash_sha256_state state;
	struct query query;
	enum status status;

	crypto_hash_sha256_init(&state);
	add_roll(store, &state, &query);
	status = query_end(&query);
	if (status != STATUS_OK)
		return status;
	add_box(store, &state, &query);
	status = query_end(&query);
	if (status != STATUS_OK)
		return status;
	crypto_hash_sha256_final(&state, sums.rows);
	query_start(&store->connection, QUERY_AUDIT_LAST, &query);
	if (query_next(&query))
		query_blob(&query, 1, sums.act, sizeof(sums.act));
	else
		query_damaged(&query);
	status = query_end(&query);
	if (status == STATUS_OK)
		*ret_sums = sums;
	return status;
}

/* The file of STORE as it was when STORE's transaction began: another
 * connection's copy, as SQLite copies no file from within a transaction. */
static enum status copy_beside(struct store *store, const char *path)
{
	struct store reader = {.meeting = store->meeting};
	enum status status =
	    connection_open(sqlite3_db_filename(store->connection.db, NULL),
			    STORE_READ, &reader.connection);

	if (status != STATUS_OK)
		return status;
	status = file_copy(&reader, path);
	connection_close(&reader.connection);
	return status;
}

/* The copy and the act, with nothing between: who casts waits meanwhile. */
static enum status copy_and_tell(struct store *store, const char *path,
				 const char *at, struct sums *ret_sums,
				 struct backup *ret_backup)
{
	char detail[AUDIT_DETAIL];
	int rows = 0;
	enum status status = audit_begin(store, &rows);

	if (status != STATUS_OK)
		return status;
	status = look(store, ret_backup);
	if (status == STATUS_OK)
		status = copy_beside(store, path);
	snprintf(detail, sizeof(detail), "%d", ret_backup->ballots);
	if (status == STATUS_OK)
		status = audit_add(store, ACT_COPIED, detail, at);
	if (status == STATUS_OK)
		status = sums_take(store, ret_sums);
	status = audit_end(store, status, rows);
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

/* The row that the file has already, in the copy: the same to the last bit, as
 * it goes on from the same row. */
static enum status tell_copy(const char *path, int ballots, const char *at)
{
	struct store *copy = NULL;
	char detail[AUDIT_DETAIL];
	int rows = 0;
	enum status status = store_open(path, STORE_WRITE, &copy);

	if (status != STATUS_OK)
		return status;
	snprintf(detail, sizeof(detail), "%d", ballots);
	status = audit_begin(copy, &rows);
	if (status == STATUS_OK) {
		status = audit_add(copy, ACT_COPIED, detail, at);
		status = audit_end(copy, status, rows);
	}
	store_free(copy);
	return status;
}

static enum status compare(const char *path, const struct sums *sums)
{
	struct store *copy = NULL;
	struct sums found;
	enum status status = store_open(path, STORE_WRITE, &copy);

	if (status == STATUS_OK)
		status = sums_take(copy, &found);
	store_free(copy);
	if (status == STATUS_OK && memcmp(&found, sums, sizeof(found)) != 0)
		status = STATUS_DISAGREES;
	return status;
}

enum status backup_write(struct store *store, const char *path, const char *at,
			 struct backup *ret_backup)
{
	struct backup backup = {0};
	struct sums sums;
	enum status status = file_claim(path);

	if (status != STATUS_OK)
		return status;
	status = copy_and_tell(store, path, at, &sums, &backup);
	if (status == STATUS_OK)
		status = tell_copy(path, backup.ballots, at);
	if (status == STATUS_OK)
		status = file_sync(path);
	if (status == STATUS_OK)
		status = compare(path, &sums);
	if (status != STATUS_OK)
		return file_without(path, status);
	*ret_backup = backup;
	return STATUS_OK;
}
