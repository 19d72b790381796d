#include "tools/pabulib/pabulib_voters.h"

#include <sodium/crypto_shorthash.h>
#include <sodium/randombytes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/pages.h"

enum {
	ROOM_LEAST = 1024,
	PART_ABOUT = 512, /* voters whose hashes begin alike */
	PART_BITS_MOST = 16,
	HASH_BITS = 32,
};

struct voter {
	uint32_t hash;
	uint32_t place; /* of the row in the text */
};

/* The hash is keyed, so that no file can be made whose voters all fall into one
 * part. */
struct voters {
	struct span text;
	bool returns;
	struct voter *list; /* in the file's order */
	size_t count, room;
	unsigned char key[crypto_shorthash_KEYBYTES];
};

/* Voters by the first bits of their hashes, and what is needed to look for two
 * alike within one part. */
struct parts {
	int bits;
	size_t *starts;		/* 2^bits + 1 indexes into sorted */
	struct voter *sorted;	/* in the file's order within a part */
	uint32_t *slots;	/* index in the part + 1, or 0 */
	size_t slot_count;	/* a power of two */
	struct rows row, other; /* to read ids again */
};

struct voters *voters_new(struct span text, bool returns)
{
	struct voters *voters = calloc(1, sizeof(*voters));

	if (!voters)
		return NULL;
	voters->text = text;
	voters->returns = returns;
	randombytes_buf(voters->key, sizeof(voters->key));
	return voters;
}

void voters_free(struct voters *voters)
{
	if (voters)
		free(voters->list);
	free(voters);
}

static bool voters_grow(struct voters *voters)
{
	size_t room = voters->room ? voters->room * 3 / 2 : ROOM_LEAST;
	struct voter *list = realloc(voters->list, room * sizeof(*list));

	if (!list)
		return false;
	pages_large(list, room * sizeof(*list));
	voters->list = list;
	voters->room = room;
	return true;
}

enum status voters_add(struct voters *voters, struct span id, const char *row)
{
	uint64_t hash;

	if (voters->count == voters->room && !voters_grow(voters))
		return STATUS_MEMORY;
	crypto_shorthash((unsigned char *)&hash, (const unsigned char *)id.text,
			 id.length, voters->key);
	voters->list[voters->count++] =
	    (struct voter){(uint32_t)hash, (uint32_t)(row - voters->text.text)};
	return STATUS_OK;
}

static size_t part_of(const struct parts *parts, struct voter voter)
{
	return (uint64_t)voter.hash >> (HASH_BITS - parts->bits);
}

/* Room for slots, so that the fullest part leaves half of them free. */
static bool slots_make(struct parts *parts)
{
	size_t most = 0;

	for (size_t part = 0; part < (size_t)1 << parts->bits; part++) {
		size_t count = parts->starts[part + 1] - parts->starts[part];

		most = count > most ? count : most;
	}
	for (parts->slot_count = 1; parts->slot_count < 2 * most;)
		parts->slot_count *= 2;
	parts->slots = malloc(parts->slot_count * sizeof(*parts->slots));
	return parts->slots != NULL;
}

/* Divides the voters into parts. False without memory; free with parts_free()
 * in any case. */
static bool parts_make(struct parts *parts, const struct voters *voters)
{
	size_t *next;

	*parts = (struct parts){.bits = 0};
	while (parts->bits < PART_BITS_MOST &&
	       voters->count >> parts->bits > PART_ABOUT)
		parts->bits++;
	parts->starts =
	    calloc(((size_t)1 << parts->bits) + 2, sizeof(*parts->starts));
	parts->sorted = malloc((voters->count + 1) * sizeof(*parts->sorted));
	if (!parts->starts || !parts->sorted)
		return false;
	/* next[part]: where its next voter goes; ends as the following one's
	 * first. */
	next = parts->starts + 1;
	for (size_t i = 0; i < voters->count; i++)
		next[part_of(parts, voters->list[i]) + 1]++;
	for (size_t part = 1; part <= (size_t)1 << parts->bits; part++)
		next[part] += next[part - 1];
	for (size_t i = 0; i < voters->count; i++)
		parts->sorted[next[part_of(parts, voters->list[i])]++] =
		    voters->list[i];
	return slots_make(parts);
}

static void parts_free(struct parts *parts)
{
	free(parts->starts);
	free(parts->sorted);
	free(parts->slots);
}

/* The id in COLUMN of the row at PLACE, read with ROWS. */
static struct span id_again(const struct voters *voters, size_t place,
			    int column, struct rows *rows)
{
	rows_begin(rows, voters->text.text + place, voters->text.length - place,
		   voters->returns);
	if (rows_next(rows) != ROW_FINE || column >= rows->count)
		return (struct span){"", 0};
	return rows->cells[column];
}

/* Whether the rows at two places have the same id. */
static bool same(const struct voters *voters, struct parts *parts, size_t one,
		 size_t two, int column)
{
	struct span left = id_again(voters, one, column, &parts->row);
	struct span right = id_again(voters, two, column, &parts->other);
	bool alike = left.length == right.length &&
		     memcmp(left.text, right.text, left.length) == 0;

	rows_end(&parts->row);
	rows_end(&parts->other);
	return alike;
}

/* The place of the first of COUNT voters of a part who was there before, or
 * BEST if that is earlier. */
static size_t part_check(const struct voters *voters, struct parts *parts,
			 size_t part, int column, size_t best)
{
	const struct voter *list = parts->sorted + parts->starts[part];
	size_t count = parts->starts[part + 1] - parts->starts[part];
	size_t mask = parts->slot_count - 1;

	memset(parts->slots, 0, parts->slot_count * sizeof(*parts->slots));
	for (uint32_t i = 0; i < count && list[i].place < best; i++) {
		size_t at = list[i].hash & mask;

		for (; parts->slots[at]; at = (at + 1) & mask) {
			const struct voter *before =
			    &list[parts->slots[at] - 1];

			if (before->hash == list[i].hash &&
			    same(voters, parts, before->place, list[i].place,
				 column))
				return list[i].place;
		}
		parts->slots[at] = i + 1;
	}
	return best;
}

enum status voters_check(const struct voters *voters, int column,
			 const char **ret_row)
{
	struct parts *parts = malloc(sizeof(*parts));
	enum status status = STATUS_MEMORY;
	size_t best = SIZE_MAX;

	if (!parts)
		return STATUS_MEMORY;
	if (parts_make(parts, voters)) {
		for (size_t part = 0; part < (size_t)1 << parts->bits; part++)
			best = part_check(voters, parts, part, column, best);
		status = best < SIZE_MAX ? STATUS_INPUT : STATUS_OK;
	}
	if (status == STATUS_INPUT)
		*ret_row = voters->text.text + best;
	parts_free(parts);
	free(parts);
	return status;
}
