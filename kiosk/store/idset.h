/* idset.h - which part an id belongs to: a set of ids that are random all over,
 * as slots and the hashes of slips are. */
#ifndef STEMMEBOKS_IDSET_H
#define STEMMEBOKS_IDSET_H

#include <stddef.h>

#include "core/status.h"

struct idset;

/* Room for COUNT ids of SIZE (at least 8) bytes, which are borrowed.
 * STATUS_MEMORY. Free with idset_free(), which takes NULL. */
enum status idset_new(size_t count, size_t size, struct idset **ret_set);
void idset_free(struct idset *set);

/* Adds ID with VALUE (>= 0) and returns -1; or, when it is there already,
 * returns the value that it was added with. */
int idset_add(struct idset *set, const unsigned char *id, int value);

#endif
