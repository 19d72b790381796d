/* All that is published, out of a meeting's file: bundle_gather(). */
#include "tools/bundle/bundle.h"

#include <stdlib.h>
#include <string.h>

#include "counting/counting.h"
#include "store/definition.h"
#include "store/store.h"

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

static enum status see_row(void *context, const struct audit_row *row)
{
	struct bundle *bundle = context;
	struct audit_row *rows;

	rows = array_grow(bundle->rows, bundle->row_count, sizeof(*rows));
	if (!rows)
		return STATUS_MEMORY;
	bundle->rows = rows;
	rows[bundle->row_count++] = *row;
	return STATUS_OK;
}

/* Publishing again, with nothing done in between, gives the same bytes. */
static void rows_end(struct bundle *bundle)
{
	while (bundle->row_count > 0 &&
	       bundle->rows[bundle->row_count - 1].act == ACT_PUBLISHED)
		bundle->row_count--;
}

/* Whether slips, slots, ballots and the acts after closing tell one story. */
static enum status gather_check(const struct bundle *bundle)
{
	const struct roll_count *roll = &bundle->roll;
	bool closed = false;

	if (roll->used != bundle_used(bundle) ||
	    (bundle->collected.count &&
	     bundle->collected.ballots != bundle->tally.ballots) ||
	    bundle->slip_count != bundle_slips(bundle) ||
	    roll->printed != bundle->slot_count ||
	    roll->printed !=
		roll->used + roll->voided + roll->unused + roll->in_use)
		return STATUS_DISAGREES;
	for (int i = 0; i < bundle->row_count; i++) {
		closed |= bundle->rows[i].act == ACT_CLOSED ||
			  bundle->rows[i].act == ACT_COLLECTED;
		if (closed && memcmp(bundle->rows[i].root, bundle->root,
				     BOX_ROOT_BYTES) != 0)
			return STATUS_DAMAGED;
	}
	return STATUS_OK;
}

/* Moves all that COUNTING found over to BUNDLE, which owns it from now on. */
static void counting_take(struct counting *counting, struct bundle *bundle)
{
	bundle->tally = counting->box;
	bundle->hand = counting->hand;
	bundle->standing = counting->standing;
	bundle->decisions = counting->decisions;
	bundle->decision_count = counting->decision_count;
	bundle->result = counting->result;
	bundle->ballots = counting->ballots;
	counting->ballots = (struct count_ballots){.told = NULL};
	counting->hand = NULL;
	counting->decisions = NULL;
	counting->decision_count = 0;
}

/* What may be looked at once voting is closed. */
static enum status gather_closed(struct store *store, struct bundle *bundle)
{
	struct counting *counting = NULL;
	enum status status = counting_new(store, &counting);

	if (status != STATUS_OK && status != STATUS_TIE)
		return status;
	counting_take(counting, bundle);
	counting_free(counting);
	status = box_root(store, bundle->root);
	if (status == STATUS_OK)
		status = box_each_slot(store, see_slot, bundle);
	/* Who has the list has the number. */
	if (status == STATUS_OK && bundle_slips(bundle) > 0)
		status = roll_each_used(store, see_slip, bundle);
	if (status == STATUS_OK)
		status = audit_each(store, see_row, bundle);
	if (status == STATUS_OK)
		status = collected_read(store, &bundle->collected);
	rows_end(bundle);
	return status == STATUS_OK ? gather_check(bundle) : status;
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
	bundle_makers_set(bundle);
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
