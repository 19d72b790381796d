#include "store/part.h"

#include <stdlib.h>
#include <string.h>

#include "store/store_private.h"

struct reading {
	struct store *store;
	struct part *part;
	bool keep;
};

/* Room for one more of SIZE bytes behind COUNT in ARRAY, which grows by
 * doubling; NULL without memory, ARRAY then as it was. */
static void *array_grow(void *array, int count, size_t size)
{
	if (count & (count - 1))
		return array;
	return reallocarray(array, count ? 2 * (size_t)count : 1, size);
}

static enum status see_row(void *context, const struct audit_row *row)
{
	struct part *part = context;
	struct audit_row *rows =
	    array_grow(part->rows, part->row_count, sizeof(*rows));

	if (!rows)
		return STATUS_MEMORY;
	part->rows = rows;
	rows[part->row_count++] = *row;
	return STATUS_OK;
}

bool part_takes(const struct part *part, const struct roll_row *row)
{
	return !row->kiosk || !part->deal.kiosk ||
	       row->kiosk == part->deal.kiosk;
}

bool part_is_roll(const struct part *part)
{
	if (!part->shares_roll || part->deal.kiosk)
		return false;
	for (int i = 0; i < part->row_count; i++)
		if (part->rows[i].act == ACT_COLLECTED)
			return false;
	return true;
}

static void count_slip(struct part *part, const struct roll_row *row)
{
	if (!part_takes(part, row))
		return;
	part->box.printed++;
	part->box.used += row->state == SLIP_USED;
	part->box.voided += row->state == SLIP_VOID;
}

static enum status see_slip(void *context, const struct roll_row *row)
{
	struct part *part = context;
	struct roll_row *slips =
	    array_grow(part->slips, part->slip_count, sizeof(*slips));

	if (!slips)
		return STATUS_MEMORY;
	part->slips = slips;
	slips[part->slip_count++] = *row;
	count_slip(part, row);
	return STATUS_OK;
}

/* Room for one more slot, and for its text when that is kept. */
static bool slot_room(const struct reading *reading)
{
	struct part *part = reading->part;
	struct part_slot *slots =
	    array_grow(part->slots, part->slot_count, sizeof(*slots));
	char *texts;

	if (!slots)
		return false;
	part->slots = slots;
	if (!reading->keep)
		return true;
	texts = array_grow(part->texts, part->slot_count, part->text_size);
	if (texts)
		part->texts = texts;
	return texts != NULL;
}

static enum status see_slot(void *context,
			    const unsigned char id[BOX_SLOT_BYTES],
			    const struct ballot *ballot)
{
	static const struct ballot blank;
	const struct reading *reading = context;
	const struct meeting *meeting = store_meeting(reading->store);
	struct part *part = reading->part;
	struct part_slot *slot;
	char text[BALLOT_TEXT + 1];

	if (!slot_room(reading))
		return STATUS_MEMORY;
	slot = &part->slots[part->slot_count];
	memcpy(slot->id, id, sizeof(slot->id));
	slot->filled = ballot != NULL;
	if (ballot)
		tally_add(&part->tally, meeting, ballot);
	if (reading->keep) {
		ballot_encode(meeting, ballot ? ballot : &blank, text);
		memcpy(part->texts + (size_t)part->slot_count * part->text_size,
		       text, part->text_size);
	}
	part->slot_count++;
	return STATUS_OK;
}

/* When voting was opened and closed, and what the box was then. */
static void read_acts(struct part *part)
{
	struct collected_box *box = &part->box;

	for (int i = 0; i < part->row_count; i++) {
		const struct audit_row *row = &part->rows[i];

		if (row->act == ACT_OPENED && !*box->opened)
			memcpy(box->opened, row->at, sizeof(box->opened));
		if (row->act != ACT_CLOSED && row->act != ACT_COLLECTED)
			continue;
		memcpy(box->closed, row->at, sizeof(box->closed));
		memcpy(box->root, row->root, sizeof(box->root));
		memcpy(box->acts, row->hash, sizeof(box->acts));
	}
}

static enum status read_all(struct reading *reading)
{
	struct store *store = reading->store;
	struct part *part = reading->part;
	enum status status = deal_read(store, &part->deal);

	if (status == STATUS_OK)
		status = box_each_slot(store, see_slot, reading);
	if (status == STATUS_OK)
		status = box_tally_check(store, &part->tally);
	if (status == STATUS_OK)
		status = roll_each(store, see_slip, part);
	if (status == STATUS_OK)
		status = audit_each(store, see_row, part);
	read_acts(part);
	return status;
}

enum status part_read(struct store *store, bool keep, struct part **ret_part)
{
	const struct meeting *meeting = store_meeting(store);
	struct part *part = calloc(1, sizeof(*part));
	struct reading reading = {store, part, keep};
	enum status status;

	if (!part)
		return STATUS_MEMORY;
	memcpy(part->definition_hash, store_definition_hash(store),
	       sizeof(part->definition_hash));
	part->publish_min = meeting->publish_min;
	part->shares_roll = meeting_shares_roll(meeting);
	part->text_size = (size_t)meeting->proposal_count * BALLOT_DIGITS;
	tally_clear(&part->tally);
	status = snapshot_begin(&store->connection);
	if (status == STATUS_OK)
		status = read_all(&reading);
	snapshot_end(&store->connection);
	if (status != STATUS_OK) {
		part_free(part);
		return status;
	}
	part->box.kiosk = part->deal.kiosk;
	memcpy(part->box.name, part->deal.name, sizeof(part->box.name));
	*ret_part = part;
	return STATUS_OK;
}

void part_free(struct part *part)
{
	if (!part)
		return;
	free(part->slips);
	free(part->slots);
	free(part->texts);
	free(part->rows);
	free(part);
}
