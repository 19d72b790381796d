/* box_each() and box_each_slot(): the slots shown one by one. */
#include <string.h>

#include "store/box.h"
#include "store/store_private.h"

static void read_slot(struct store *store, struct query *query,
		      unsigned char ret_slot[BOX_SLOT_BYTES], bool *ret_filled,
		      struct ballot *ret_ballot)
{
	const char *text = query_text(query, 2);
	struct ballot ballot;

	query_blob(query, 0, ret_slot, BOX_SLOT_BYTES);
	*ret_filled = query_number(query, 1) == BOX_FILLED;
	if (ballot_decode(store->meeting, text, strlen(text), &ballot) !=
		STATUS_OK ||
	    (!*ret_filled && !ballot_blank(store->meeting, &ballot)))
		query_damaged(query);
	else
		*ret_ballot = ballot;
}

enum status box_each_slot(
    struct store *store,
    enum status (*see)(void *context, const unsigned char slot[BOX_SLOT_BYTES],
		       const struct ballot *ballot),
    void *context)
{
	enum phase phase;
	enum status status = store_phase(store, &phase), seen = STATUS_OK;
	struct query query;

	if (status != STATUS_OK)
		return status;
	if (phase < PHASE_CLOSED)
		return STATUS_PHASE;
	query_start(&store->connection, QUERY_BOX_SLOTS, &query);
	while (seen == STATUS_OK && query_next(&query)) {
		unsigned char slot[BOX_SLOT_BYTES] = {0};
		struct ballot ballot;
		bool filled;

		read_slot(store, &query, slot, &filled, &ballot);
		if (query.fault == 0)
			seen = see(context, slot, filled ? &ballot : NULL);
	}
	status = query_end(&query);
	return status == STATUS_OK ? seen : status;
}

struct filled {
	enum status (*see)(void *context,
			   const unsigned char slot[BOX_SLOT_BYTES],
			   const struct ballot *ballot);
	void *context;
};

static enum status see_filled(void *context,
			      const unsigned char slot[BOX_SLOT_BYTES],
			      const struct ballot *ballot)
{
	const struct filled *filled = context;

	return ballot ? filled->see(filled->context, slot, ballot) : STATUS_OK;
}

enum status box_each(
    struct store *store,
    enum status (*see)(void *context, const unsigned char slot[BOX_SLOT_BYTES],
		       const struct ballot *ballot),
    void *context)
{
	struct filled filled = {see, context};

	return box_each_slot(store, see_filled, &filled);
}
