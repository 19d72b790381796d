/* pabulib_ids.h - the projects of short ids, found without a look at the ids
 * themselves: up to eight bytes are one number, and that is the key.
 *
 * Nearly all ids are that short, and a large file names millions of them.
 */
#ifndef STEMMEBOKS_PABULIB_IDS_H
#define STEMMEBOKS_PABULIB_IDS_H

#include <stdbool.h>
#include <stdint.h>

#include "tools/pabulib/pabulib_rows.h"

enum { IDS_BYTES = 8 };

struct ids {
	struct id_slot {
		uint64_t key; /* 0 is free: no id is empty */
		int project;
	} * slots;
	size_t size; /* a power of two, or 0 */
	size_t count;
};

/* Adds the id of PROJECT; one that is longer is left out. False without memory.
 */
bool ids_add(struct ids *ids, struct span id, int project);

/* The project whose id TEXT begins with, up to a comma or the end at END:
 * *ret_next is behind the id. FAR, at or behind END: what is before it may be
 * read. -1 when there is no project, or its id is longer. */
int ids_next(const struct ids *ids, const char *text, const char *end,
	     const char *far, const char **ret_next);

void ids_free(struct ids *ids);

#endif
