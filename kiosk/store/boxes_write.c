/* boxes_write(): many boxes as one meeting file. */
#include <sodium/crypto_hash_sha256.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/boxes.h"
#include "store/store_private.h"

/* A slot of the new box. */
struct slot {
	unsigned char id[BOX_SLOT_BYTES];
	const char *text; /* text_size bytes; NULL: free */
};

struct writing {
	const struct boxes *boxes;
	const char *at;
	char pin[PIN_TEXT + 1];
	struct boxes_slip *slips; /* by hash */
	struct slot *slots;	  /* by id */
};

static int compare_slips(const void *left, const void *right)
{
	const struct boxes_slip *a = left, *b = right;

	return memcmp(a->row->hash, b->row->hash, SLIP_HASH_BYTES);
}

static int compare_ids(const void *left, const void *right)
{
	return memcmp(left, right, BOX_SLOT_BYTES);
}

/* The filled slots of all parts; returns how many. */
static int gather_filled(struct writing *writing)
{
	const struct boxes *boxes = writing->boxes;
	int count = 0;

	for (int i = 0; i < boxes->count; i++) {
		const struct part *part = boxes->parts[i];

		for (int j = 0; j < part->slot_count; j++) {
			struct slot *slot = &writing->slots[count];

			if (!part->slots[j].filled)
				continue;
			memcpy(slot->id, part->slots[j].id, sizeof(slot->id));
			slot->text = part->texts + (size_t)j * part->text_size;
			count++;
		}
	}
	return count;
}

/* SHA-256 of the ids of all free slots in order. */
static enum status hash_free(const struct boxes *boxes,
			     unsigned char ret_hash[crypto_hash_sha256_BYTES])
{
	unsigned char(*ids)[BOX_SLOT_BYTES];
	size_t all = 1, count = 0;

	for (int i = 0; i < boxes->count; i++)
		all += (size_t)boxes->parts[i]->slot_count;
	ids = calloc(all, sizeof(*ids));
	if (!ids)
		return STATUS_MEMORY;
	for (int i = 0; i < boxes->count; i++) {
		const struct part *part = boxes->parts[i];

		for (int j = 0; j < part->slot_count; j++)
			if (!part->slots[j].filled)
				memcpy(ids[count++], part->slots[j].id,
				       sizeof(ids[0]));
	}
	qsort(ids, count, sizeof(*ids), compare_ids);
	crypto_hash_sha256(ret_hash, (const unsigned char *)ids,
			   count * sizeof(*ids));
	free(ids);
	return STATUS_OK;
}

/* The id of the free slot number INDEX; see boxes.h. */
static void free_id(const unsigned char hash[crypto_hash_sha256_BYTES],
		    int index, unsigned char ret_id[BOX_SLOT_BYTES])
{
	static const char domain[] = "stemmeboks free slot 1";
	unsigned char id[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;
	char number[16];

	snprintf(number, sizeof(number), "%d", index);
	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, (const unsigned char *)domain,
				  sizeof(domain));
	crypto_hash_sha256_update(&state, (const unsigned char *)number,
				  strlen(number) + 1);
	crypto_hash_sha256_update(&state, hash, crypto_hash_sha256_BYTES);
	crypto_hash_sha256_final(&state, id);
	memcpy(ret_id, id, BOX_SLOT_BYTES);
}

/* The slots of the new box and the slips of its roll, each in its order. */
static enum status gather(struct writing *writing)
{
	const struct boxes *boxes = writing->boxes;
	unsigned char hash[crypto_hash_sha256_BYTES];
	size_t slips = (size_t)boxes->slip_count;
	enum status status = hash_free(boxes, hash);

	if (status != STATUS_OK)
		return status;
	writing->slips = calloc(slips + 1, sizeof(*writing->slips));
	writing->slots = calloc(slips + 1, sizeof(*writing->slots));
	if (!writing->slips || !writing->slots)
		return STATUS_MEMORY;
	memcpy(writing->slips, boxes->slips, slips * sizeof(*writing->slips));
	qsort(writing->slips, slips, sizeof(*writing->slips), compare_slips);
	for (int i = gather_filled(writing), n = 0; i < boxes->slip_count; i++)
		free_id(hash, n++, writing->slots[i].id);
	qsort(writing->slots, slips, sizeof(*writing->slots), compare_ids);
	return STATUS_OK;
}

/* Whether no two slips have the same serial. */
static bool serials_differ(const struct writing *writing)
{
	int count = writing->boxes->slip_count;
	bool seen[ROLL_SLIPS + 1] = {false};

	for (int i = 0; i < count; i++) {
		int serial = writing->slips[i].row->serial;

		if (serial < 1 || serial > ROLL_SLIPS || seen[serial])
			return false;
		seen[serial] = true;
	}
	return true;
}

static enum status add_roll(struct store *store, const struct writing *writing)
{
	bool as_printed = serials_differ(writing);
	enum status status = STATUS_OK;

	for (int i = 0; i < writing->boxes->slip_count && status == STATUS_OK;
	     i++) {
		struct roll_row row = *writing->slips[i].row;

		row.state = writing->slips[i].state;
		row.serial = as_printed ? row.serial : i + 1;
		status = roll_put(store, &row);
	}
	return status;
}

static enum status add_box(struct store *store, const struct writing *writing)
{
	static const struct ballot blank;
	size_t size = writing->boxes->parts[0]->text_size;
	char free_text[BALLOT_TEXT + 1], text[BALLOT_TEXT + 1];
	enum status status = STATUS_OK;

	ballot_encode(store->meeting, &blank, free_text);
	for (int i = 0; i < writing->boxes->slip_count && status == STATUS_OK;
	     i++) {
		const struct slot *slot = &writing->slots[i];

		snprintf(text, sizeof(text), "%.*s", (int)size,
			 slot->text ? slot->text : free_text);
		status = box_put(store, slot->id,
				 slot->text ? BOX_FILLED : BOX_FREE, text);
	}
	return status;
}

static enum status add_collected_box(struct store *store, int place,
				     const struct collected_box *box)
{
	struct query query;

	query_start(&store->connection, QUERY_COLLECTED_ADD, &query);
	query_bind_number(&query, 1, place);
	query_bind_number(&query, 2, box->kiosk);
	query_bind_text(&query, 3, box->name);
	query_bind_number(&query, 4, box->printed);
	query_bind_number(&query, 5, box->used);
	query_bind_number(&query, 6, box->voided);
	query_bind_text(&query, 7, box->opened);
	query_bind_text(&query, 8, box->closed);
	query_bind_blob(&query, 9, box->root, sizeof(box->root));
	query_bind_blob(&query, 10, box->acts, sizeof(box->acts));
	query_bind_text(&query, 11, box->reason);
	return query_run(&query, NULL);
}

/* The acts that all parts begin with, and the one that this is. */
static enum status add_acts(struct store *store, const struct writing *writing)
{
	const struct boxes *boxes = writing->boxes;
	const struct collected *collected = &boxes->collected;
	char detail[AUDIT_DETAIL];
	enum status status = STATUS_OK;

	for (int i = 0; i < collected->count && status == STATUS_OK; i++)
		status = add_collected_box(store, i + 1, &collected->boxes[i]);
	for (int i = 0; i < boxes->prefix && status == STATUS_OK; i++)
		status = audit_put(store, &boxes->parts[0]->rows[i]);
	if (status == STATUS_OK)
		status = phase_set(store, PHASE_READY);
	collected_describe(collected, detail);
	if (status == STATUS_OK)
		status = audit_add(store, ACT_COLLECTED, detail, writing->at);
	return status;
}

static enum status fill(struct store *store, void *context)
{
	const struct writing *writing = context;
	enum status status = pin_put(store, writing->pin);

	if (status == STATUS_OK)
		status = add_roll(store, writing);
	if (status == STATUS_OK)
		status = add_box(store, writing);
	if (status == STATUS_OK)
		status = add_acts(store, writing);
	if (status == STATUS_OK)
		status = audit_reconcile(store);
	return status;
}

enum status boxes_write(const struct boxes *boxes, struct store *store,
			const char *path, const char *at)
{
	struct writing writing = {.boxes = boxes, .at = at};
	struct store made = {.meeting = store->meeting,
			     .definition = store->definition};
	enum status status = pin_get(store, writing.pin);

	if (status == STATUS_OK && boxes->slip_count > ROLL_SLIPS)
		status = STATUS_LIMIT;
	if (status == STATUS_OK)
		status = gather(&writing);
	memcpy(made.definition_hash, store->definition_hash,
	       sizeof(made.definition_hash));
	if (status == STATUS_OK)
		status = store_make(path, &made, fill, &writing);
	free(writing.slips);
	free(writing.slots);
	return status;
}
