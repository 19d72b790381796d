/* What is checked each time a meeting's file is opened. */
#include <string.h>

#include "store/definition.h"
#include "store/store_private.h"

static const char *const tables_but_box[] = {
    "meeting", "pot",	   "proposal",	     "roll",	   "kiosk",
    "audit",   "decision", "decision_place", "hand_count", "hand_votes",
    "live",    "cue",	   "organiser",	     "collected",  "wrong",
};

static enum status check_pages(struct store *store, enum query_name name,
			       const char *table)
{
	struct query query;

	query_start(&store->connection, name, &query);
	if (table)
		query_bind_text(&query, 1, table);
	if (!query_next(&query) || strcmp(query_text(&query, 0), "ok") != 0)
		query_damaged(&query);
	return query_end(&query);
}

static enum status check_integrity(struct store *store, bool with_box)
{
	size_t count = sizeof(tables_but_box) / sizeof(tables_but_box[0]);
	enum status status = STATUS_OK;

	if (with_box)
		return check_pages(store, QUERY_CHECK_ALL, NULL);
	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status =
		    check_pages(store, QUERY_CHECK_TABLE, tables_but_box[i]);
	return status;
}

enum { SCHEMA_COLUMNS = 4 };

static bool same_object(struct query *found, struct query *meant)
{
	for (int i = 0; i < SCHEMA_COLUMNS; i++)
		if (strcmp(query_text(found, i), query_text(meant, i)) != 0)
			return false;
	return true;
}

/* Every table and view is as this program makes it, and there is nothing else:
 * a trigger or a table added to the file could tell who voted what. Without the
 * box, one that is missing is found out when it is asked. */
static enum status check_schema(struct store *store, bool with_box)
{
	struct connection fresh = {0};
	struct query found, meant;
	enum status status = connection_create(NULL, &fresh), other;
	bool more;

	if (status != STATUS_OK)
		return status;
	query_start(&store->connection, QUERY_SCHEMA, &found);
	query_start(&fresh, QUERY_SCHEMA, &meant);
	more = query_next(&found);
	while (query_next(&meant)) {
		if (more && same_object(&found, &meant))
			more = query_next(&found);
		else if (with_box)
			query_damaged(&found);
	}
	if (more)
		query_damaged(&found);
	other = query_end(&meant);
	status = query_end(&found);
	connection_close(&fresh);
	return status == STATUS_OK ? other : status;
}

enum status definition_verify(struct store *store)
{
	unsigned char hash[MEETING_HASH_BYTES];

	definition_hash(store->definition, hash);
	if (memcmp(hash, store->definition_hash, sizeof(hash)) == 0)
		return STATUS_OK;
	store->fault.part = STORE_PART_DEFINITION;
	return STATUS_DAMAGED;
}

enum status store_verify(struct store *store, enum store_mode mode)
{
	enum phase phase = PHASE_DRAFT;
	enum status status = store_phase(store, &phase);
	bool with_box = mode == STORE_WRITE || phase >= PHASE_CLOSED;

	if (status == STATUS_OK)
		status = connection_whole(&store->connection);
	if (status == STATUS_OK)
		status = check_schema(store, with_box);
	if (status == STATUS_OK)
		status = check_integrity(store, with_box);
	if (status == STATUS_OK)
		status = derived_verify(store);
	if (status == STATUS_OK)
		status = audit_verify(store, with_box);
	if (status == STATUS_OK)
		status = kiosk_verify(store);
	if (status == STATUS_OK)
		status = collected_verify(store);
	if (status == STATUS_OK)
		status = decision_verify(store);
	if (status == STATUS_OK)
		status = hand_verify(store);
	if (status == STATUS_OK)
		status = live_verify(store);
	if (status == STATUS_OK)
		status = cue_verify(store);
	if (status == STATUS_OK)
		status = pin_verify(store);
	if (status == STATUS_OK)
		status = wrong_verify(store);
	if (status == STATUS_OK && with_box)
		status = audit_reconcile(store);
	return status;
}
