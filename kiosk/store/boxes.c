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
	struct idset *ids;
	int spent;
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

/* No slot lies in two boxes: where one does, they are one box. */
static enum status different_boxes(struct joining *joining)
{
	const struct boxes *boxes = joining->boxes;
	size_t all = 0;
	enum status status;

	for (int i = 0; i < boxes->count; i++)
		all += (size_t)boxes->parts[i]->slot_count;
	status = idset_new(all, BOX_SLOT_BYTES, &joining->ids);
	for (int i = 0; i < boxes->count && status == STATUS_OK; i++) {
		const struct part *part = boxes->parts[i];

		for (int j = 0; j < part->slot_count; j++) {
			int other =
			    idset_add(joining->ids, part->slots[j].id, i);

			if (other < 0)
				continue;
			return fault(joining,
				     memcmp(part->box.root,
					    boxes->parts[other]->box.root,
					    BOX_ROOT_BYTES) == 0
					 ? BOXES_TWICE
					 : BOXES_REOPENED,
				     i, other, 0);
		}
	}
	idset_free(joining->ids);
	joining->ids = NULL;
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

/* What PART says of the slip ROW of its roll. */
static void slip_add(struct joining *joining, const struct part *part,
		     const struct roll_row *row)
{
	struct boxes *boxes = joining->boxes;
	int index = idset_add(joining->ids, row->hash, boxes->slip_count);
	struct boxes_slip *slip =
	    &boxes->slips[index < 0 ? boxes->slip_count : index];

	if (index < 0) {
		*slip = (struct boxes_slip){row, SLIP_IN_USE, false};
		boxes->slip_count++;
	}
	if (!part_takes(part, row))
		return;
	joining->spent += row->state == SLIP_USED && slip->state == SLIP_USED;
	slip->void_somewhere |= row->state == SLIP_VOID;
	if (row->state == SLIP_USED)
		slip->state = SLIP_USED;
	else if (row->state == SLIP_VOID && slip->state != SLIP_USED)
		slip->state = SLIP_VOID;
	else if (slip->state == SLIP_IN_USE)
		slip->state = SLIP_UNUSED;
}

static void count_slips(struct boxes *boxes)
{
	for (int i = 0; i < boxes->slip_count; i++) {
		const struct boxes_slip *slip = &boxes->slips[i];

		boxes->roll.printed++;
		boxes->roll.used += slip->state == SLIP_USED;
		boxes->roll.voided += slip->state == SLIP_VOID;
		boxes->roll.in_use += slip->state == SLIP_IN_USE;
		boxes->roll.unused += slip->state == SLIP_UNUSED;
		boxes->collected.void_used +=
		    slip->state == SLIP_USED && slip->void_somewhere;
	}
}

static enum status join_rolls(struct joining *joining)
{
	struct boxes *boxes = joining->boxes;
	size_t all = 0;
	enum status status;

	for (int i = 0; i < boxes->count; i++)
		all += (size_t)boxes->parts[i]->slip_count;
	boxes->slips = calloc(all + 1, sizeof(*boxes->slips));
	if (!boxes->slips)
		return STATUS_MEMORY;
	status = idset_new(all, SLIP_HASH_BYTES, &joining->ids);
	if (status != STATUS_OK)
		return status;
	for (int i = 0; i < boxes->count; i++) {
		const struct part *part = boxes->parts[i];

		if (boxes->sharing && boxes->sharing != part)
			continue;
		for (int j = 0; j < part->slip_count; j++)
			slip_add(joining, part, &part->slips[j]);
	}
	if (joining->spent)
		return fault(joining, BOXES_SPENT, 0, 0, joining->spent);
	count_slips(boxes);
	return STATUS_OK;
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
	    join_rolls,
	    list,
	    sum,
	};
	enum status status = STATUS_OK;

	for (size_t i = 0;
	     i < sizeof(steps) / sizeof(steps[0]) && status == STATUS_OK; i++)
		status = steps[i](joining);
	idset_free(joining->ids);
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
