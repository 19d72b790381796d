/* The chain of audit rows: hashed, followed and shown. */
#include <sodium/crypto_hash_sha256.h>
#include <stdio.h>
#include <string.h>

#include "store/audit.h"
#include "store/store_private.h"

static void hash_text(crypto_hash_sha256_state *state, const char *text)
{
	crypto_hash_sha256_update(state, (const unsigned char *)text,
				  strlen(text) + 1);
}

void audit_hash_first(const struct store *store,
		      unsigned char ret_hash[AUDIT_HASH])
{
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	hash_text(&state, "stemmeboks audit 1");
	crypto_hash_sha256_update(&state, store->definition_hash,
				  sizeof(store->definition_hash));
	crypto_hash_sha256_final(&state, ret_hash);
}

void audit_hash_row(const unsigned char before[AUDIT_HASH],
		    const struct audit_row *row,
		    unsigned char ret_hash[AUDIT_HASH])
{
	crypto_hash_sha256_state state;
	char number[16];

	snprintf(number, sizeof(number), "%d", row->number);
	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, before, AUDIT_HASH);
	hash_text(&state, number);
	hash_text(&state, row->at);
	hash_text(&state, act_name(row->act));
	hash_text(&state, row->detail);
	crypto_hash_sha256_update(&state, row->root, sizeof(row->root));
	crypto_hash_sha256_final(&state, ret_hash);
}

static int act_find(const char *name)
{
	for (int i = 0; i < ACT_COUNT; i++)
		if (strcmp(act_name((enum act)i), name) == 0)
			return i;
	return -1;
}

/* The row as it stands in the file; a fault of QUERY where it makes no sense.
 */
static void read_row(struct query *query, struct audit_row *ret_row)
{
	struct audit_row row = {.number = (int)query_number(query, 0)};
	const char *at = query_text(query, 1);
	const char *detail = query_text(query, 3);
	int act = act_find(query_text(query, 2));

	if (act < 0 || strlen(at) != AUDIT_TIME - 1 ||
	    strlen(detail) >= AUDIT_DETAIL) {
		query_damaged(query);
		return;
	}
	row.act = (enum act)act;
	snprintf(row.at, sizeof(row.at), "%s", at);
	snprintf(row.detail, sizeof(row.detail), "%s", detail);
	query_blob(query, 4, row.root, sizeof(row.root));
	query_blob(query, 5, row.hash, sizeof(row.hash));
	if (query->fault == 0)
		*ret_row = row;
}

/* Where the chain has come to. */
struct chain {
	int number;
	enum phase phase;
	unsigned char root[BOX_ROOT_BYTES];
	unsigned char hash[AUDIT_HASH];
};

static bool chain_follow(struct chain *chain, const struct audit_row *row)
{
	unsigned char hash[AUDIT_HASH];

	audit_hash_row(chain->hash, row, hash);
	if (row->number != chain->number + 1 ||
	    (row->act == ACT_MADE) != (row->number == 1) ||
	    !act_allowed(row->act, chain->phase) ||
	    memcmp(hash, row->hash, sizeof(hash)) != 0)
		return false;
	chain->number = row->number;
	chain->phase = act_leads_to(row->act, chain->phase);
	memcpy(chain->root, row->root, sizeof(chain->root));
	memcpy(chain->hash, hash, sizeof(hash));
	return true;
}

/* Follows the chain through all rows, and shows each to SEE unless it is NULL.
 */
static enum status follow(struct store *store,
			  enum status (*see)(void *context,
					     const struct audit_row *row),
			  void *context, struct chain *ret_chain)
{
	struct chain chain = {.phase = PHASE_DRAFT};
	enum status status, seen = STATUS_OK;
	struct query query;

	audit_hash_first(store, chain.hash);
	query_start(&store->connection, QUERY_AUDIT_ROWS, &query);
	while (seen == STATUS_OK && query_next(&query)) {
		struct audit_row row = {0};

		read_row(&query, &row);
		if (query.fault == 0 && !chain_follow(&chain, &row))
			query_damaged(&query);
		if (query.fault == 0 && see)
			seen = see(context, &row);
	}
	if (chain.number == 0)
		query_damaged(&query);
	status = query_end(&query);
	if (status == STATUS_DAMAGED)
		store->fault =
		    (struct store_fault){STORE_PART_AUDIT, chain.number + 1};
	if (status == STATUS_OK)
		status = seen;
	if (status == STATUS_OK)
		*ret_chain = chain;
	return status;
}

static enum status fault(struct store *store, enum store_part part, int row)
{
	store->fault = (struct store_fault){part, row};
	return STATUS_DAMAGED;
}

enum status audit_verify(struct store *store, bool with_box)
{
	unsigned char root[BOX_ROOT_BYTES];
	struct chain chain;
	enum phase phase;
	enum status status = follow(store, NULL, NULL, &chain);

	if (status == STATUS_OK)
		status = store_phase(store, &phase);
	if (status == STATUS_OK && phase != chain.phase)
		status = fault(store, STORE_PART_PHASE, chain.number);
	if (status == STATUS_OK && store->meeting->practice &&
	    phase > PHASE_CLOSED)
		status = fault(store, STORE_PART_PHASE, chain.number);
	if (status != STATUS_OK || !with_box)
		return status;
	/* Only casts change the box without a row, and they leave the root of
	 * a meeting that is voting alone. */
	status = box_root_in(store, phase, root);
	if (status == STATUS_OK && memcmp(root, chain.root, sizeof(root)) != 0)
		status = fault(store, STORE_PART_BOX, chain.number);
	return status;
}

enum status audit_each(struct store *store,
		       enum status (*see)(void *context,
					  const struct audit_row *row),
		       void *context)
{
	struct chain chain;
	enum status status = follow(store, NULL, NULL, &chain);

	/* Nothing is shown of a chain that turns out to be broken. */
	if (status == STATUS_OK)
		status = follow(store, see, context, &chain);
	return status;
}
