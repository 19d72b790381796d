/* index_table.h - a table of indexes that are found by what they stand for.
 *
 * Open addressing. With the hash beside the index what is looked for is
 * compared once, and the table grows without reading anything but itself. Who
 * owns what the indexes stand for walks the slots:
 *
 *     for (at = hash & (table.size - 1);; at = (at + 1) & (table.size - 1))
 *
 * until a slot is empty, or has the hash and stands for the same.
 */
#ifndef STEMMEBOKS_INDEX_TABLE_H
#define STEMMEBOKS_INDEX_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct index_slot {
	uint32_t hash;
	int index; /* 0 is empty, else index + 1 */
};

struct index_table {
	struct index_slot *slots; /* owned: free() */
	size_t size;		  /* a power of two, or 0 */
};

/* A hash of LENGTH bytes. */
uint32_t index_hash(const void *bytes, size_t length);

/* Keeps TABLE, which holds COUNT, at most half full. False without memory. */
bool index_table_grow(struct index_table *table, int count);

#endif
