#include "store/boxes.h"

#include <stdlib.h>
#include <string.h>

#include "store/boxes_private.h"
#include "store/idset.h"

static const struct {
	const char *name;
	enum status status;
} wrongs[] = {
#define WRONG(name, spelled, status) {spelled, status},
#include "store/boxes.def"
#undef WRONG
};

const char *boxes_wrong_name(enum boxes_wrong wrong)
{
	return wrongs[wrong].name;
}

enum status boxes_wrong_status(enum boxes_wrong wrong)
{
	return wrongs[wrong].status;
}

enum status boxes_fault(struct boxes_fault *ret_fault, enum boxes_wrong wrong,
			int part, int other, int number)
{
	*ret_fault = (struct boxes_fault){wrong, part, other, number};
	return wrongs[wrong].status;
}

/* Everything that the steps below share. */
struct joining {
	struct boxes *boxes;
	struct boxes_fault *fault;
	const struct boxes_missing *missing; /* NULL: is no fault */
	int missing_count;
};

static enum status fault(struct joining *joining, enum boxes_wrong wrong,
			 int part, int other, int number)
{
	return boxes_fault(joining->fault, wrong, part, other, number);
}

static enum status same_definition(struct joining *joining)
{
	const struct boxes *boxes = joining->boxes;

	for (int i = 1; i < boxes->count; i++)
		if (memcmp(boxes->parts[i]->definition_hash,
			   boxes->parts[0]->definition_hash,
			   MEETING_HASH_BYTES) != 0)
			return fault(joining, BOXES_OTHER, i, 0, 0);
	return STATUS_OK;
}

const struct part *boxes_first(const struct boxes *boxes)
{
	return boxes
	    ->parts[boxes->count > 1 && boxes->parts[0] == boxes->sharing];
}

/* With a shared roll one part has it, and the others have the boxes. */
static enum status find_roll(struct joining *joining)
{
	struct boxes *boxes = joining->boxes;
	int at = -1;

	for (int i = 0; i < boxes->count; i++) {
		if (!part_is_roll(boxes->parts[i]))
			continue;
		if (at >= 0)
			return fault(joining, BOXES_DEAL, i, at, 0);
		at = i;
		boxes->sharing = boxes->parts[i];
	}
	if (!boxes->sharing && boxes_first(boxes)->shares_roll &&
	    boxes_first(boxes)->deal.kiosk)
		return fault(joining, BOXES_ROLL, 0, 0, 0);
	return STATUS_OK;
}

/* How many acts PART and FIRST both begin with, up to the one that dealt them
 * or that left the phase ready, and the phase they lead to. */
static int common_acts(const struct part *part, const struct part *first,
		       enum phase *ret_phase)
{
	enum phase phase = PHASE_DRAFT;
	int i = 0;

	for (; i < part->row_count && i < first->row_count; i++) {
		const struct audit_row *row = &part->rows[i];
		enum phase next = act_leads_to(row->act, phase);

		if (row->act == ACT_DEALT || next > PHASE_READY ||
		    memcmp(row->hash, first->rows[i].hash, sizeof(row->hash)))
			break;
		phase = next;
	}
	*ret_phase = phase;
	return i;
}

static enum status same_origin(struct joining *joining)
{
	struct boxes *boxes = joining->boxes;

	boxes->prefix = boxes->parts[0]->row_count;
	for (int i = 0; i < boxes->count; i++) {
		enum phase phase;
		int acts =
		    common_acts(boxes->parts[i], boxes->parts[0], &phase);

		if (phase != PHASE_READY)
			return fault(joining, BOXES_ORIGIN, i, 0, 0);
		if (acts < boxes->prefix)
			boxes->prefix = acts;
	}
	return STATUS_OK;
}

/* Part INDEX has no slot that IDS has already; IDS then has its slots too. */
static enum status slots_add(struct joining *joining, struct idset *ids,
			     int index)
{
	struct part *const *parts = joining->boxes->parts;
	const struct part *part = parts[index];

	for (int i = 0; i < part->slot_count; i++) {
		int other = idset_add(ids, part->slots[i].id, index);

		if (other < 0)
			continue;
		return fault(joining,
			     memcmp(part->box.root, parts[other]->box.root,
				    BOX_ROOT_BYTES) == 0
				 ? BOXES_TWICE
				 : BOXES_REOPENED,
			     index, other, 0);
	}
	return STATUS_OK;
}

/* No slot lies in two boxes: where one does, they are one box. */
static enum status different_boxes(struct joining *joining)
{
	const struct boxes *boxes = joining->boxes;
	struct idset *ids = NULL;
	size_t all = 0;
	enum status status;

	for (int i = 0; i < boxes->count; i++)
		all += (size_t)boxes->parts[i]->slot_count;
	status = idset_new(all, BOX_SLOT_BYTES, &ids);
	for (int i = 0; i < boxes->count && status == STATUS_OK; i++)
		status = slots_add(joining, ids, i);
	idset_free(ids);
	return status;
}

/* Files that were dealt were dealt at once, and no number is there twice. */
static enum status same_deal(struct joining *joining)
{
	const struct boxes *boxes = joining->boxes;
	int seen[KIOSKS_MOST + 1] = {0}; /* the part, from 1 */

	for (int i = 0; i < boxes->count; i++) {
		const struct deal *deal = &boxes->parts[i]->deal;
		int kiosk = deal->kiosk;

		if (boxes->parts[i] == boxes->sharing)
			continue;
		if (deal->kiosks != boxes_first(boxes)->deal.kiosks)
			return fault(joining, BOXES_DEAL, i, 0, 0);
		if (kiosk && seen[kiosk])
			return fault(joining, BOXES_DEAL, i, seen[kiosk] - 1,
				     0);
		seen[kiosk] = i + 1;
	}
	return STATUS_OK;
}

static enum status roll(struct joining *joining)
{
	return boxes_roll(joining->boxes, joining->fault);
}

static enum status sum(struct joining *joining)
{
	return boxes_sum(joining->boxes, joining->fault);
}

static enum status list(struct joining *joining)
{
	return boxes_list(joining->boxes, joining->missing,
			  joining->missing_count, joining->fault);
}

static enum status join(struct joining *joining)
{
	static enum status (*const steps[])(struct joining * joining) = {
	    same_definition,
	    find_roll,
	    different_boxes,
	    same_deal,
	    same_origin,
	    roll,
	    list,
	    sum,
	};
	enum status status = STATUS_OK;

	for (size_t i = 0;
	     i < sizeof(steps) / sizeof(steps[0]) && status == STATUS_OK; i++)
		status = steps[i](joining);
	return status;
}

enum status boxes_join(struct part *const *parts, int count,
		       const struct boxes_missing *missing, int missing_count,
		       struct boxes *ret_boxes, struct boxes_fault *ret_fault)
{
	struct boxes boxes = {.count = count, .parts = parts};
	struct boxes_fault found = {BOXES_NOTHING, 0, 0, 0};
	struct joining joining = {.boxes = &boxes,
				  .fault = &found,
				  .missing = missing,
				  .missing_count = missing_count};
	enum status status = join(&joining);

	if (status == STATUS_OK) {
		*ret_boxes = boxes;
		return STATUS_OK;
	}
	boxes_free(&boxes);
	*ret_fault = found;
	return status;
}

void boxes_free(struct boxes *boxes)
{
	free(boxes->slips);
	collected_free(&boxes->collected);
	*boxes = (struct boxes){0};
}
