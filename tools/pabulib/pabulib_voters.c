#include "tools/pabulib/pabulib_voters.h"

#include <sodium/crypto_shorthash.h>
#include <sodium/randombytes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tools/pabulib/pabulib_text.h"

enum { SLOTS_LEAST = 1024, WAITING = 16 };

/* A voter whose slot is on its way from memory. */
struct waiting {
	uint32_t hash, place;
	long line;
};

/* A slot is the hash's upper half and the place of the row in the text plus 1,
 * 32 bits each; 0 is free. The hash is keyed, so that no file can be made to
 * fill one corner of the table. */
struct voters {
	struct span text;
	bool returns;
	uint64_t *slots;
	size_t size;
	size_t count;
	struct waiting waiting[WAITING];
	int waiting_first, waiting_count;
	struct rows *row, *other; /* to read ids again */
	unsigned char key[crypto_shorthash_KEYBYTES];
};

static uint32_t slot_hash(uint64_t slot)
{
	return (uint32_t)(slot >> 32);
}

/* Where a hash's search begins: its upper bits, as far as there are slots. */
static size_t slot_first(const struct voters *voters, uint32_t hash)
{
	return (size_t)(((uint64_t)hash * voters->size) >> 32);
}

static size_t slot_next(const struct voters *voters, size_t at)
{
	return at + 1 < voters->size ? at + 1 : 0;
}

struct voters *voters_new(struct span text, bool returns, size_t about)
{
	struct voters *voters = calloc(1, sizeof(*voters));

	if (!voters)
		return NULL;
	voters->text = text;
	voters->returns = returns;
	voters->size = SLOTS_LEAST;
	/* No row is shorter than four bytes. */
	if (about > text.length / 4)
		about = text.length / 4;
	about += about / 4 + 2 * WAITING;
	if (voters->size < about)
		voters->size = about;
	voters->slots = calloc(voters->size, sizeof(*voters->slots));
	voters->row = malloc(sizeof(*voters->row));
	voters->other = malloc(sizeof(*voters->other));
	if (!voters->slots || !voters->row || !voters->other) {
		voters_free(voters);
		return NULL;
	}
	pabulib_text_large(voters->slots,
			   voters->size * sizeof(*voters->slots));
	randombytes_buf(voters->key, sizeof(voters->key));
	return voters;
}

void voters_free(struct voters *voters)
{
	if (!voters)
		return;
	free(voters->slots);
	free(voters->row);
	free(voters->other);
	free(voters);
}

static void slot_put(struct voters *voters, uint64_t slot)
{
	size_t at = slot_first(voters, slot_hash(slot));

	while (voters->slots[at])
		at = slot_next(voters, at);
	voters->slots[at] = slot;
}

static bool slots_grow(struct voters *voters)
{
	uint64_t *before = voters->slots;
	size_t size = voters->size;
	size_t larger = size + size / 2;
	uint64_t *slots = calloc(larger, sizeof(*slots));

	if (!slots)
		return false;
	pabulib_text_large(slots, larger * sizeof(*slots));
	voters->slots = slots;
	voters->size = larger;
	for (size_t i = 0; i < size; i++)
		if (before[i])
			slot_put(voters, before[i]);
	free(before);
	return true;
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
static bool same(struct voters *voters, size_t one, size_t two, int column)
{
	struct span left = id_again(voters, one, column, voters->row);
	struct span right = id_again(voters, two, column, voters->other);
	bool alike = left.length == right.length &&
		     memcmp(left.text, right.text, left.length) == 0;

	rows_end(voters->row);
	rows_end(voters->other);
	return alike;
}

/* The voter who has waited longest takes a slot. */
static enum status waiting_put(struct voters *voters, int column,
			       struct voter_again *ret_again)
{
	const struct waiting *waiting = &voters->waiting[voters->waiting_first];
	size_t at = slot_first(voters, waiting->hash);

	for (; voters->slots[at]; at = slot_next(voters, at)) {
		uint64_t slot = voters->slots[at];

		if (slot_hash(slot) != waiting->hash ||
		    !same(voters, (uint32_t)slot - 1, waiting->place, column))
			continue;
		*ret_again = (struct voter_again){
		    voters->text.text + waiting->place, waiting->line};
		return STATUS_INPUT;
	}
	voters->slots[at] =
	    (uint64_t)waiting->hash << 32 | (waiting->place + 1);
	voters->count++;
	voters->waiting_first = (voters->waiting_first + 1) % WAITING;
	voters->waiting_count--;
	return STATUS_OK;
}

enum status voters_finish(struct voters *voters, int column,
			  struct voter_again *ret_again)
{
	enum status status = STATUS_OK;

	while (voters->waiting_count > 0 && status == STATUS_OK)
		status = waiting_put(voters, column, ret_again);
	return status;
}

enum status voters_add(struct voters *voters, struct span id, const char *row,
		       long line, int column, struct voter_again *ret_again)
{
	enum status status = STATUS_OK;
	struct waiting *waiting;
	uint64_t hash;

	if (voters->count + WAITING >= voters->size / 5 * 4 &&
	    !slots_grow(voters))
		return STATUS_MEMORY;
	if (voters->waiting_count == WAITING)
		status = waiting_put(voters, column, ret_again);
	if (status != STATUS_OK)
		return status;
	crypto_shorthash((unsigned char *)&hash, (const unsigned char *)id.text,
			 id.length, voters->key);
	waiting =
	    &voters->waiting[(voters->waiting_first + voters->waiting_count++) %
			     WAITING];
	*waiting = (struct waiting){(uint32_t)(hash >> 32),
				    (uint32_t)(row - voters->text.text), line};
	__builtin_prefetch(&voters->slots[slot_first(voters, waiting->hash)],
			   1);
	return STATUS_OK;
}
