#include "store/note.h"

#include <sodium/utils.h>
#include <string.h>

#include "store/store_private.h"

static const unsigned char nothing[SLIP_HASH_BYTES];

static enum status read_row(struct store *store, int *ret_number,
			    unsigned char ret_hash[SLIP_HASH_BYTES])
{
	unsigned char hash[SLIP_HASH_BYTES];
	enum status status;
	struct query query;
	int number = 0;

	query_start(&store->connection, QUERY_NOTE, &query);
	if (query_next(&query)) {
		number = query_int(&query, 0);
		query_blob(&query, 1, hash, sizeof(hash));
	} else {
		query_damaged(&query);
	}
	status = query_end(&query);
	if (status == STATUS_OK && (number < 0 || number > NOTE_KIOSKS))
		status = STATUS_DAMAGED;
	if (status != STATUS_OK)
		return status;
	*ret_number = number;
	memcpy(ret_hash, hash, sizeof(hash));
	return STATUS_OK;
}

/* Writes TO over FROM; *ret_changed tells whether FROM stood there. */
static enum status replace(struct store *store,
			   const unsigned char from[SLIP_HASH_BYTES],
			   const unsigned char to[SLIP_HASH_BYTES],
			   bool *ret_changed)
{
	enum status status;
	struct query query;
	int changes = 0;

	query_start(&store->connection, QUERY_NOTE_SET, &query);
	query_bind_blob(&query, 1, to, SLIP_HASH_BYTES);
	query_bind_blob(&query, 2, from, SLIP_HASH_BYTES);
	status = query_run(&query, &changes);
	*ret_changed = changes == 1;
	return status;
}

enum status note_add(struct store *store)
{
	struct query query;

	query_start(&store->connection, QUERY_NOTE_ADD, &query);
	query_bind_blob(&query, 1, nothing, sizeof(nothing));
	return query_run(&query, NULL);
}

enum status note_kiosk(struct store *store, int *ret_number)
{
	unsigned char hash[SLIP_HASH_BYTES];

	return read_row(store, ret_number, hash);
}

enum status note_number_write(struct store *store, int number)
{
	struct query query;

	query_start(&store->connection, QUERY_NOTE_NUMBER_SET, &query);
	query_bind_number(&query, 1, number);
	return query_run(&query, NULL);
}

enum status note_read(struct store *store,
		      unsigned char ret_hash[SLIP_HASH_BYTES])
{
	int number;

	return read_row(store, &number, ret_hash);
}

enum status note_write(struct store *store,
		       const unsigned char hash[SLIP_HASH_BYTES])
{
	bool changed;
	enum status status = replace(store, nothing, hash, &changed);

	return status == STATUS_OK && !changed ? STATUS_DAMAGED : status;
}

/* Takes the note away in the open transaction; *ret_was tells whether there was
 * one. */
static enum status take_away(struct store *store,
			     const unsigned char hash[SLIP_HASH_BYTES],
			     bool *ret_was)
{
	unsigned char found[SLIP_HASH_BYTES];
	enum status status = replace(store, hash, nothing, ret_was);

	if (status != STATUS_OK || *ret_was)
		return status;
	status = note_read(store, found);
	if (status == STATUS_OK && !sodium_is_zero(found, sizeof(found)))
		status = STATUS_DAMAGED;
	return status;
}

enum status note_clear(struct store *store,
		       const unsigned char hash[SLIP_HASH_BYTES])
{
	enum status status = transaction_begin(&store->connection);
	bool was;

	if (status != STATUS_OK)
		return status;
	status = take_away(store, hash, &was);
	status = transaction_end(&store->connection, status);
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}

enum status note_doubled(struct store *store,
			 const unsigned char hash[SLIP_HASH_BYTES],
			 const char *at)
{
	bool was = false;
	int rows = 0;
	enum status status = audit_begin(store, &rows);

	if (status != STATUS_OK)
		return status;
	status = take_away(store, hash, &was);
	if (status == STATUS_OK && was)
		status = audit_add(store, ACT_DOUBLED, "", at);
	status = audit_end(store, status, rows);
	if (status == STATUS_OK)
		connection_scrub(&store->connection);
	return status;
}
