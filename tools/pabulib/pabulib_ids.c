#include "tools/pabulib/pabulib_ids.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

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

/* The bytes up to the first comma of WORD, whose first byte is its lowest; all
 * eight without one. (Mycroft's test for a byte of 0, 1987: exact for the
 * lowest.) */
static int bytes_before_comma(uint64_t word)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t other = word ^ ones * ',';
	uint64_t commas = (other - ones) & ~other & ones * 0x80;

	return commas ? __builtin_ctzll(commas) / 8 : IDS_BYTES;
}

/* Up to eight bytes at TEXT, of which LENGTH may be read. */
static uint64_t word_at(const char *text, size_t length)
{
	uint64_t word = 0;

	if (length >= sizeof(word)) {
		memcpy(&word, text, sizeof(word));
		return le64toh(word);
	}
	for (size_t i = 0; i < length; i++)
		word |= (uint64_t)(unsigned char)text[i] << 8 * i;
	return word;
}

int ids_next(const struct ids *ids, const char *text, const char *end,
	     const char *far, const char **ret_next)
{
	uint64_t word = word_at(text, (size_t)(far - text));
	int length = bytes_before_comma(word);
	size_t at;

	if (length > end - text)
		length = (int)(end - text);
	if (length < IDS_BYTES)
		word &= (UINT64_C(1) << 8 * length) - 1;
	else if (end - text > IDS_BYTES && text[IDS_BYTES] != ',')
		return -1;
	if (word == 0 || ids->size == 0)
		return -1;
	at = slot_of(ids, word);
	if (ids->slots[at].key != word)
		return -1;
	*ret_next = text + length;
	return ids->slots[at].project;
}

void ids_free(struct ids *ids)
{
	free(ids->slots);
}
