#include "tools/bundle/bundle.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "rules/count.h"
#include "store/definition.h"
#include "store/store.h"

void bundle_free(struct bundle *bundle)
{
	if (!bundle)
		return;
	free(bundle->definition);
	meeting_free(bundle->meeting);
	free(bundle->slots);
	free(bundle->slips);
	free(bundle->rows);
	decision_free(bundle->decisions, bundle->decision_count);
	free(bundle);
}

bool decision_replaces(const struct decision *decision,
		       const struct decision *before)
{
	return decision_names(decision, before->pot, before->proposal,
			      before->count);
}

enum status bundle_count(const struct bundle *bundle,
			 const struct decision *extra, int extra_count,
			 struct result *ret_result)
{
	int count = bundle->decision_count + extra_count;
	struct decision *all = calloc((size_t)count + 1, sizeof(*all));
	enum status status;

	if (!all)
		return STATUS_MEMORY;
	for (int i = 0; i < count; i++)
		all[i] = i < bundle->decision_count
			     ? bundle->decisions[i]
			     : extra[i - bundle->decision_count];
	status = count_meeting(bundle->meeting, &bundle->tally, all, count,
			       ret_result);
	free(all);
	return status;
}

bool bundle_ballots_shown(const struct bundle *bundle)
{
	return bundle->closed &&
	       bundle->tally.ballots >= bundle->meeting->publish_min;
}

enum status bundle_give(struct bundle *bundle, enum status status,
			struct bundle **ret_bundle)
{
	if (status == STATUS_OK)
		*ret_bundle = bundle;
	else
		bundle_free(bundle);
	return status;
}

void bundle_root(const struct bundle *bundle, bool empty,
		 unsigned char ret_root[BOX_ROOT_BYTES])
{
	static const struct ballot blank;
	crypto_hash_sha256_state state;
	char text[BALLOT_TEXT + 1];

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, bundle->definition_hash,
				  sizeof(bundle->definition_hash));
	for (int i = 0; i < bundle->slot_count; i++) {
		const struct bundle_slot *slot = &bundle->slots[i];
		bool filled = slot->filled && !empty;
		unsigned char used = filled ? BOX_FILLED : BOX_FREE;

		ballot_encode(bundle->meeting, filled ? &slot->ballot : &blank,
			      text);
		crypto_hash_sha256_update(&state, slot->id, sizeof(slot->id));
		crypto_hash_sha256_update(&state, &used, 1);
		crypto_hash_sha256_update(&state, (unsigned char *)text,
					  strlen(text));
	}
	crypto_hash_sha256_final(&state, ret_root);
}

static enum status gather_definition(struct store *store, struct bundle *bundle)
{
	bundle->definition = strdup(store_definition(store));
	if (!bundle->definition)
		return STATUS_MEMORY;
	memcpy(bundle->definition_hash, store_definition_hash(store),
	       sizeof(bundle->definition_hash));
	return definition_read(bundle->definition, &bundle->meeting);
}

/* Room for one more of SIZE bytes behind COUNT in ARRAY, which grows by
 * doubling; NULL without memory, ARRAY then as it was. */
static void *array_grow(void *array, int count, size_t size)
{
	if (count & (count - 1))
		return array;
	return reallocarray(array, count ? 2 * (size_t)count : 1, size);
}

static enum status see_slot(void *context,
			    const unsigned char id[BOX_SLOT_BYTES],
			    const struct ballot *ballot)
{
	struct bundle *bundle = context;
	struct bundle_slot *slots =
	    array_grow(bundle->slots, bundle->slot_count, sizeof(*slots));

	if (!slots)
		return STATUS_MEMORY;
	bundle->slots = slots;
	slots += bundle->slot_count++;
	*slots = (struct bundle_slot){.filled = ballot != NULL};
	memcpy(slots->id, id, sizeof(slots->id));
	if (ballot)
		slots->ballot = *ballot;
	return STATUS_OK;
}

static enum status see_slip(void *context, const unsigned char *hash)
{
	struct bundle *bundle = context;
	unsigned char(*slips)[BUNDLE_SLIP_BYTES] =
	    array_grow(bundle->slips, bundle->slip_count, sizeof(*slips));

	if (!slips)
		return STATUS_MEMORY;
	bundle->slips = slips;
	memcpy(slips[bundle->slip_count++], hash, BUNDLE_SLIP_BYTES);
	return STATUS_OK;
}

/* Publishing is left out, so that publishing again gives the same bytes. */
static enum status see_row(void *context, const struct audit_row *row)
{
	struct bundle *bundle = context;
	struct audit_row *rows;

	if (row->act == ACT_PUBLISHED)
		return STATUS_OK;
	rows = array_grow(bundle->rows, bundle->row_count, sizeof(*rows));
	if (!rows)
		return STATUS_MEMORY;
	bundle->rows = rows;
	rows[bundle->row_count++] = *row;
	return STATUS_OK;
}

/* Whether slips, slots, ballots and the acts after closing tell one story. */
static enum status gather_check(const struct bundle *bundle)
{
	const struct roll_count *roll = &bundle->roll;

	if (roll->used != bundle->tally.ballots ||
	    roll->used != bundle->slip_count ||
	    roll->printed != bundle->slot_count ||
	    roll->printed !=
		roll->used + roll->voided + roll->unused + roll->in_use)
		return STATUS_DISAGREES;
	for (int i = 0; i < bundle->row_count; i++) {
		enum act act = bundle->rows[i].act;

		if ((act == ACT_CLOSED || act == ACT_DECIDED ||
		     act == ACT_COUNTED) &&
		    memcmp(bundle->rows[i].root, bundle->root,
			   BOX_ROOT_BYTES) != 0)
			return STATUS_DAMAGED;
	}
	return STATUS_OK;
}

/* What may be looked at once voting is closed. */
static enum status gather_closed(struct store *store, struct bundle *bundle)
{
	enum status status;

	status = box_tally(store, &bundle->tally);
	if (status == STATUS_OK)
		status = box_root(store, bundle->root);
	if (status == STATUS_OK)
		status = box_each_slot(store, see_slot, bundle);
	if (status == STATUS_OK)
		status = roll_each_used(store, see_slip, bundle);
	if (status == STATUS_OK)
		status = audit_each(store, see_row, bundle);
	if (status == STATUS_OK)
		status = decision_all(store, &bundle->decisions,
				      &bundle->decision_count);
	if (status == STATUS_OK)
		status = gather_check(bundle);
	if (status == STATUS_OK)
		status = bundle_count(bundle, NULL, 0, &bundle->result);
	return status == STATUS_TIE ? STATUS_OK : status;
}

static enum status gather_all(struct store *store, struct bundle *bundle)
{
	enum phase phase = PHASE_DRAFT;
	enum status status = gather_definition(store, bundle);

	if (status == STATUS_OK)
		status = store_phase(store, &phase);
	if (status == STATUS_OK)
		status = roll_count(store, &bundle->roll);
	if (status != STATUS_OK)
		return status;
	bundle->closed = phase >= PHASE_CLOSED;
	bundle->counted = phase >= PHASE_COUNTED;
	return bundle->closed ? gather_closed(store, bundle) : STATUS_OK;
}

enum status bundle_gather(struct store *store, struct bundle **ret_bundle)
{
	struct bundle *bundle = calloc(1, sizeof(*bundle));

	if (!bundle)
		return STATUS_MEMORY;
	return bundle_give(bundle, gather_all(store, bundle), ret_bundle);
}
