/* The rolls of boxes put together: boxes_roll(). */
#include <stdlib.h>

#include "store/boxes.h"
#include "store/boxes_private.h"
#include "store/idset.h"

struct rolls {
	struct boxes *boxes;
	struct idset *ids; /* of the slips seen */
	int spent;	   /* slips that were used in two boxes */
};

/* What PART says of the slip ROW of its roll. */
static void slip_add(struct rolls *rolls, const struct part *part,
		     const struct roll_row *row)
{
	struct boxes *boxes = rolls->boxes;
	int index = idset_add(rolls->ids, row->hash, boxes->slip_count);
	struct boxes_slip *slip =
	    &boxes->slips[index < 0 ? boxes->slip_count : index];

	if (index < 0) {
		*slip = (struct boxes_slip){row, SLIP_IN_USE, false};
		boxes->slip_count++;
	}
	if (!part_takes(part, row))
		return;
	rolls->spent += row->state == SLIP_USED && slip->state == SLIP_USED;
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

enum status boxes_roll(struct boxes *boxes, struct boxes_fault *ret_fault)
{
	struct rolls rolls = {.boxes = boxes};
	size_t all = 0;
	enum status status;

	for (int i = 0; i < boxes->count; i++)
		all += (size_t)boxes->parts[i]->slip_count;
	boxes->slips = calloc(all + 1, sizeof(*boxes->slips));
	if (!boxes->slips)
		return STATUS_MEMORY;
	status = idset_new(all, SLIP_HASH_BYTES, &rolls.ids);
	if (status != STATUS_OK)
		return status;
	for (int i = 0; i < boxes->count; i++) {
		const struct part *part = boxes->parts[i];

		if (boxes->sharing && boxes->sharing != part)
			continue;
		for (int j = 0; j < part->slip_count; j++)
			slip_add(&rolls, part, &part->slips[j]);
	}
	idset_free(rolls.ids);
	if (rolls.spent)
		return boxes_fault(ret_fault, BOXES_SPENT, 0, 0, rolls.spent);
	count_slips(boxes);
	return STATUS_OK;
}
