/* Single slips of a shared roll: made void, and those that were used. */
#include "roll/roll_admin.h"

#include <sodium/utils.h>
#include <stdlib.h>
#include <string.h>

#include "roll/roll_admin_private.h"
#include "store/roll.h"

enum status roll_admin_void(struct roll_admin *admin,
			    const unsigned char hash[SLIP_HASH_BYTES])
{
	/* By the state that the slip had, 0 for none. */
	static const enum status answers[] = {
	    [0] = STATUS_SLIP_OTHER,	      [SLIP_UNUSED] = STATUS_OK,
	    [SLIP_IN_USE] = STATUS_SLIP_USED, [SLIP_USED] = STATUS_SLIP_USED,
	    [SLIP_VOID] = STATUS_SLIP_VOID,
	};
	char hex[SERVER_HASH];
	PGresult *rows;
	enum status status;
	int state;

	server_hash(hash, hex);
	status = roll_admin_ask(admin, SERVER_SLIP_VOID, hex, NULL, &rows);
	if (status == STATUS_OK) {
		state = rows_number(rows, 0, 0);
		status = state >= 0 && state <= SLIP_VOID ? answers[state]
							  : STATUS_DAMAGED;
	}
	PQclear(rows);
	return status;
}

/* ROWS with a hash in each. */
static enum status take_rows(struct store *store, const PGresult *rows)
{
	int count = PQntuples(rows);
	unsigned char(*hashes)[SLIP_HASH_BYTES] =
	    calloc((size_t)count + 1, sizeof(*hashes));
	enum status status = STATUS_OK;

	if (!hashes)
		return STATUS_MEMORY;
	for (int i = 0; i < count && status == STATUS_OK; i++) {
		const char *hex = PQgetvalue(rows, i, 0);

		if (sodium_hex2bin(hashes[i], SLIP_HASH_BYTES, hex, strlen(hex),
				   NULL, NULL, NULL) != 0)
			status = STATUS_DAMAGED;
	}
	if (status == STATUS_OK)
		status = roll_take(
		    store, (const unsigned char(*)[SLIP_HASH_BYTES])hashes,
		    count);
	free(hashes);
	return status;
}

enum status roll_admin_fetch(struct roll_admin *admin, int *ret_count)
{
	PGresult *rows;
	enum status status =
	    roll_admin_ask(admin, SERVER_SLIPS_USED, NULL, NULL, &rows);

	if (status == STATUS_OK)
		status = take_rows(admin->store, rows);
	if (status == STATUS_OK)
		*ret_count = PQntuples(rows);
	PQclear(rows);
	return status;
}
