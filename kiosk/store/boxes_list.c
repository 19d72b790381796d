/* Which boxes there are, and which are not: boxes_list(). */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/boxes.h"
#include "store/boxes_private.h"

static int compare_boxes(const void *left, const void *right)
{
	const struct collected_box *a = left, *b = right;

	if (a->kiosk != b->kiosk)
		return a->kiosk < b->kiosk ? -1 : 1;
	return memcmp(a->root, b->root, sizeof(a->root));
}

static bool kiosk_here(const struct boxes *boxes, int kiosk)
{
	for (int i = 0; i < boxes->count; i++)
		if (boxes->parts[i]->deal.kiosk == kiosk)
			return true;
	return false;
}

/* What is known of the box of KIOSK, which is not there: the slips that only it
 * takes. */
static void list_missing(struct boxes *boxes, int kiosk, const char *reason)
{
	struct collected_box *box =
	    &boxes->collected.boxes[boxes->collected.count++];

	*box = (struct collected_box){.kiosk = kiosk};
	if (boxes->sharing)
		box->printed = box->used = box->voided = COLLECTED_UNTOLD;
	for (int i = 0; i < boxes->slip_count && !boxes->sharing; i++)
		box->printed += boxes->slips[i].row->kiosk == kiosk;
	assert(*reason && strlen(reason) < sizeof(box->reason));
	snprintf(box->reason, sizeof(box->reason), "%s", reason);
}

/* What is kept of PART. How many voted at which kiosk is not told where slips
 * could vote at any: the roll has the numbers. */
static struct collected_box box_of(const struct boxes *boxes,
				   const struct part *part)
{
	struct collected_box box = part->box;

	if (boxes->sharing) {
		bool roll = part == boxes->sharing;

		box.printed = roll ? boxes->roll.printed : COLLECTED_UNTOLD;
		box.used = roll ? boxes->roll.used : COLLECTED_UNTOLD;
		box.voided = roll ? boxes->roll.voided : COLLECTED_UNTOLD;
	}
	return box;
}

static const char *reason_of(int kiosk, const struct boxes_missing *missing,
			     int count)
{
	if (!missing)
		return "?";
	for (int i = 0; i < count; i++)
		if (missing[i].kiosk == kiosk)
			return missing[i].reason;
	return NULL;
}

enum status boxes_list(struct boxes *boxes, const struct boxes_missing *missing,
		       int missing_count, struct boxes_fault *ret_fault)
{
	int kiosks = boxes_first(boxes)->deal.kiosks;
	size_t room = (size_t)boxes->count + (size_t)kiosks;

	for (int i = 0; missing && i < missing_count; i++)
		if (missing[i].kiosk < 1 || missing[i].kiosk > kiosks ||
		    kiosk_here(boxes, missing[i].kiosk))
			return boxes_fault(ret_fault, BOXES_HERE, 0, 0,
					   missing[i].kiosk);
	boxes->collected.boxes = calloc(room, sizeof(struct collected_box));
	if (!boxes->collected.boxes)
		return STATUS_MEMORY;
	for (int i = 0; i < boxes->count; i++)
		boxes->collected.boxes[boxes->collected.count++] =
		    box_of(boxes, boxes->parts[i]);
	for (int kiosk = 1; kiosk <= kiosks; kiosk++) {
		const char *reason = reason_of(kiosk, missing, missing_count);

		if (kiosk_here(boxes, kiosk))
			continue;
		if (!reason)
			return boxes_fault(ret_fault, BOXES_MISSING, 0, 0,
					   kiosk);
		list_missing(boxes, kiosk, reason);
	}
	qsort(boxes->collected.boxes, (size_t)boxes->collected.count,
	      sizeof(struct collected_box), compare_boxes);
	return STATUS_OK;
}
