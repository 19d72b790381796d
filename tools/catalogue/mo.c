#include "tools/catalogue/mo.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER = 4, HEAD = 7 * NUMBER, PAIR = 2 * NUMBER };

static const uint32_t magic = 0x950412de;

static int by_key(const void *a, const void *b)
{
	const struct mo_entry *left = a, *right = b;

	return strcmp(left->key, right->key);
}

static void put(char *at, size_t number)
{
	for (int i = 0; i < NUMBER; i++)
		at[i] = (char)(number >> 8 * i & 0xff);
}

/* Puts LENGTH bytes of TEXT at *OFFSET and says so in the table at PAIR_AT. */
static void put_text(char *file, size_t pair_at, size_t *offset,
		     const char *text, size_t length)
{
	put(file + pair_at, length);
	put(file + pair_at + NUMBER, *offset);
	memcpy(file + *offset, text, length);
	file[*offset + length] = '\0';
	*offset += length + 1;
}

char *mo_write(struct mo_entry *entries, size_t count, size_t *ret_length)
{
	size_t keys = HEAD, values = keys + count * PAIR;
	size_t offset = values + count * PAIR, length = offset;
	char *file;

	for (size_t i = 0; i < count; i++)
		length += entries[i].key_length + entries[i].value_length + 2;
	file = calloc(1, length);
	if (!file)
		return NULL;
	qsort(entries, count, sizeof(*entries), by_key);
	put(file, magic);
	put(file + 2 * NUMBER, count);
	put(file + 3 * NUMBER, keys);
	put(file + 4 * NUMBER, values);
	put(file + 6 * NUMBER, offset);
	for (size_t i = 0; i < count; i++)
		put_text(file, keys + i * PAIR, &offset, entries[i].key,
			 entries[i].key_length);
	for (size_t i = 0; i < count; i++)
		put_text(file, values + i * PAIR, &offset, entries[i].value,
			 entries[i].value_length);
	*ret_length = length;
	return file;
}
