#include "store/idset.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct entry {
	const unsigned char *id; /* NULL: empty */
	int value;
};

struct idset {
	size_t size, mask;
	struct entry *entries; /* mask + 1, a power of two */
};

enum status idset_new(size_t count, size_t size, struct idset **ret_set)
{
	struct idset *set = calloc(1, sizeof(*set));
	size_t room = 16;

	while (room < 2 * count)
		room *= 2;
	if (set)
		set->entries = calloc(room, sizeof(*set->entries));
	if (!set || !set->entries) {
		idset_free(set);
		return STATUS_MEMORY;
	}
	set->size = size;
	set->mask = room - 1;
	*ret_set = set;
	return STATUS_OK;
}

void idset_free(struct idset *set)
{
	if (!set)
		return;
	free(set->entries);
	free(set);
}

int idset_add(struct idset *set, const unsigned char *id, int value)
{
	uint64_t start;
	size_t at;

	/* Ids are random: their first bytes are as good as a hash. */
	memcpy(&start, id, sizeof(start));
	at = start & set->mask;
	while (set->entries[at].id) {
		if (memcmp(set->entries[at].id, id, set->size) == 0)
			return set->entries[at].value;
		at = (at + 1) & set->mask;
	}
	set->entries[at] = (struct entry){id, value};
	return -1;
}
