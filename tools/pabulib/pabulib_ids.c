#include "tools/pabulib/pabulib_ids.h"

#include <stdlib.h>

enum { SLOTS_LEAST = 256 };

/* The slot of KEY, or the free one where it would be. */
static size_t slot_of(const struct ids *ids, uint64_t key)
{
	/* 2^64 / the golden ratio: the upper bits depend on all of the key. */
	size_t at = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) &
		    (ids->size - 1);

	while (ids->slots[at].key && ids->slots[at].key != key)
		at = (at + 1) & (ids->size - 1);
	return at;
}

static bool ids_grow(struct ids *ids)
{
	struct ids larger = {NULL, ids->size ? 4 * ids->size : SLOTS_LEAST,
			     ids->count};

	if (ids->count * 4 < ids->size)
		return true;
	larger.slots = calloc(larger.size, sizeof(*larger.slots));
	if (!larger.slots)
		return false;
	for (size_t i = 0; i < ids->size; i++)
		if (ids->slots[i].key)
			larger.slots[slot_of(&larger, ids->slots[i].key)] =
			    ids->slots[i];
	free(ids->slots);
	*ids = larger;
	return true;
}

bool ids_add(struct ids *ids, struct span id, int project)
{
	uint64_t key = 0;
	size_t at;

	if (id.length == 0 || id.length > IDS_BYTES)
		return true;
	for (size_t i = 0; i < id.length; i++)
		key |= (uint64_t)(unsigned char)id.text[i] << 8 * i;
	if (!ids_grow(ids))
		return false;
	at = slot_of(ids, key);
	ids->slots[at] = (struct id_slot){key, project};
	ids->count++;
	return true;
}

int ids_next(const struct ids *ids, const char *text, const char *end,
	     const char **ret_next)
{
	uint64_t key = 0;
	size_t at;
	int shift = 0;

	for (; text < end && *text != ','; text++, shift += 8) {
		if (shift == 8 * IDS_BYTES)
			return -1;
		key |= (uint64_t)(unsigned char)*text << shift;
	}
	if (key == 0 || ids->size == 0)
		return -1;
	at = slot_of(ids, key);
	if (ids->slots[at].key != key)
		return -1;
	*ret_next = text;
	return ids->slots[at].project;
}

void ids_free(struct ids *ids)
{
	free(ids->slots);
}
