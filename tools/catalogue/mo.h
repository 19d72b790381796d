/* mo.h - a compiled catalogue, as gettext reads it (gettext manual, "The Format
 * of GNU MO Files", revision 0, without a hash table). */
#ifndef STEMMEBOKS_MO_H
#define STEMMEBOKS_MO_H

#include <stddef.h>

/* A key and what stands for it. Both may hold NULs: a key with a plural is
 * ONE NUL MANY, its value all forms with NULs between. Lengths are without the
 * last NUL. */
struct mo_entry {
	const char *key, *value;
	size_t key_length, value_length;
};

/* The file's bytes; the caller frees them. NULL without memory. Puts ENTRIES
 * in the order of their keys, no two of which may be the same. */
char *mo_write(struct mo_entry *entries, size_t count, size_t *ret_length);

#endif
