#include "rules/election_order.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	DIGIT_BITS = 11,
	DIGITS = 6, /* of 64 bits */
	DIGIT_VALUES = 1 << DIGIT_BITS,
	KEY_BITS = 64,
};

/* A group as it is sorted: by a number that holds its first values, so that the
 * values themselves are read once, and again only where the numbers are alike.
 */
struct entry {
	uint64_t key;
	int group;
};

/* How many bits of a key a project takes, and a value. */
struct widths {
	int project, value;
};

static int bits_of(uint64_t number)
{
	int bits = 0;

	for (; number > 0; number >>= 1)
		bits++;
	return bits;
}

/* As few bits as all of the election needs; a value that is always 1 needs
 * none. */
static struct widths widths_of(const struct election *election)
{
	int most = 1;

	for (int g = 0; g < election->group_count; g++)
		for (size_t i = election->groups[g].first;
		     i < election->groups[g].end; i++)
			if (election->values[i].value > most)
				most = election->values[i].value;
	return (struct widths){bits_of((uint64_t)election->project_count),
			       most > 1 ? bits_of((uint64_t)most) : 0};
}

/* As many projects and values as fit, the first uppermost. The end of a group
 * is less than any project. */
static uint64_t key_of(const struct election *election,
		       const struct election_group *group, struct widths widths)
{
	int left = KEY_BITS;
	uint64_t key = 0;

	for (size_t i = group->first; i < group->end && left >= widths.project;
	     i++) {
		const struct election_value *value = &election->values[i];

		left -= widths.project;
		key |= ((uint64_t)value->project + 1) << left;
		if (widths.value == 0)
			continue;
		if (left < widths.value)
			break;
		left -= widths.value;
		key |= (uint64_t)value->value << left;
	}
	return key;
}

static int by_values(const void *a, const void *b, void *context)
{
	const struct election *election = context;
	const struct election_value *values = election->values;
	const struct election_group *left =
	    &election->groups[((const struct entry *)a)->group];
	const struct election_group *right =
	    &election->groups[((const struct entry *)b)->group];

	for (size_t i = 0;; i++) {
		const struct election_value *l = values + left->first + i;
		const struct election_value *r = values + right->first + i;

		if (left->first + i == left->end ||
		    right->first + i == right->end)
			return (right->first + i == right->end) -
			       (left->first + i == left->end);
		if (l->project != r->project)
			return l->project < r->project ? -1 : 1;
		if (l->value != r->value)
			return l->value < r->value ? -1 : 1;
	}
}

/* Sorts COUNT entries by their keys, lowest digit first; the result is in
 * *ENTRIES, *SPARE is as large. */
static void sort_by_key(struct entry **entries, struct entry **spare,
			size_t count)
{
	for (int digit = 0; digit < DIGITS; digit++) {
		size_t starts[DIGIT_VALUES + 1] = {0};
		struct entry *from = *entries, *to = *spare;

		for (size_t i = 0; i < count; i++)
			starts[(from[i].key >> digit * DIGIT_BITS) %
				   DIGIT_VALUES +
			       1]++;
		for (int i = 1; i <= DIGIT_VALUES; i++)
			starts[i] += starts[i - 1];
		for (size_t i = 0; i < count; i++)
			to[starts[(from[i].key >> digit * DIGIT_BITS) %
				  DIGIT_VALUES]++] = from[i];
		*entries = to;
		*spare = from;
	}
}

/* Entries that are alike as far as their keys reach, by all their values. */
static void sort_alike(struct election *election, struct entry *entries,
		       size_t count)
{
	for (size_t i = 0, end; i < count; i = end) {
		for (end = i + 1;
		     end < count && entries[end].key == entries[i].key; end++)
			;
		if (end - i > 1)
			qsort_r(entries + i, end - i, sizeof(*entries),
				by_values, election);
	}
}

/* The groups in the order of ENTRIES. */
static bool groups_move(struct election *election, const struct entry *entries)
{
	size_t count = (size_t)election->group_count;
	struct election_group *groups = malloc((count + 1) * sizeof(*groups));

	if (!groups)
		return false;
	for (size_t i = 0; i < count; i++)
		groups[i] = election->groups[entries[i].group];
	free(election->groups);
	election->groups = groups;
	return true;
}

bool election_order(struct election *election)
{
	size_t count = (size_t)election->group_count;
	struct entry *entries = malloc((count + 1) * sizeof(*entries));
	struct entry *spare = malloc((count + 1) * sizeof(*spare));
	struct widths widths = widths_of(election);
	bool moved = false;

	if (!entries || !spare)
		goto out;
	for (size_t i = 0; i < count; i++)
		entries[i] = (struct entry){
		    key_of(election, &election->groups[i], widths), (int)i};
	sort_by_key(&entries, &spare, count);
	sort_alike(election, entries, count);
	moved = groups_move(election, entries);
out:
	free(entries);
	free(spare);
	return moved;
}
