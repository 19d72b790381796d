#include "rules/index_table.h"

#include <stdlib.h>
#include <string.h>

#include "core/pages.h"

enum { TABLE_LEAST = 64 };

/* Eight bytes a step, each mixed in by a multiplication with 2^64 / the golden
 * ratio (Knuth, The Art of Computer Programming 3, 6.4). */
uint32_t index_hash(const void *bytes, size_t length)
{
	const uint64_t golden = UINT64_C(0x9E3779B97F4A7C15);
	const unsigned char *at = bytes;
	uint64_t hash = length, word;

	for (; length >= sizeof(word); length -= sizeof(word)) {
		memcpy(&word, at, sizeof(word));
		hash = (hash ^ word) * golden;
		hash ^= hash >> 29;
		at += sizeof(word);
	}
	word = 0;
	while (length-- > 0)
		word = word << 8 | *at++;
	hash = (hash ^ word) * golden;
	return (uint32_t)(hash >> 32);
}

bool index_table_grow(struct index_table *table, int count)
{
	size_t size = table->size ? table->size * 2 : TABLE_LEAST;
	struct index_slot *slots;

	if ((size_t)count * 2 + 2 <= table->size)
		return true;
	slots = calloc(size, sizeof(*slots));
	if (!slots)
		return false;
	pages_large(slots, size * sizeof(*slots));
	for (size_t i = 0; i < table->size; i++) {
		size_t at = table->slots[i].hash & (size - 1);

		if (table->slots[i].index == 0)
			continue;
		while (slots[at].index)
			at = (at + 1) & (size - 1);
		slots[at] = table->slots[i];
	}
	free(table->slots);
	table->slots = slots;
	table->size = size;
	return true;
}
