#include "rules/election_order.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	DIGIT_BITS = 11,
	DIGITS = 6, /* of 64 bits */
	DIGIT_VALUES = 1 << DIGIT_BITS,
	KEY_BITS = 64,
	AHEAD = 12, /* groups on their way from memory */
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
	uint64_t last; /* the last bits of a key that hold one of each: if none
			  of them is set, it holds all of its group */
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
	struct widths widths;
	int most = 1, both;

	for (int g = 0; g < election->group_count; g++)
		for (size_t i = election->groups[g].first;
		     i < election->groups[g].end; i++)
			if (election->values[i].value > most)
				most = election->values[i].value;
	widths.project = bits_of((uint64_t)election->project_count);
	widths.value = most > 1 ? bits_of((uint64_t)most) : 0;
	both = widths.project + widths.value;
	/* No project, and so no value: then nothing is looked at. */
	if (both == 0)
		both = 1;
	widths.last = ((UINT64_C(1) << both) - 1) << KEY_BITS % both;
	return widths;
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
		       size_t count, struct widths widths)
{
	for (size_t i = 0, end; i < count; i = end) {
		for (end = i + 1;
		     end < count && entries[end].key == entries[i].key; end++)
			;
		if (end - i > 1 && entries[i].key & widths.last)
			qsort_r(entries + i, end - i, sizeof(*entries),
				by_values, election);
	}
}

/* The ballots of GROUP are added to those of FIRST, which are the same. */
static void groups_join(struct election *election, struct election_group *first,
			const struct election_group *group)
{
	first->ballots += group->ballots;
	for (size_t i = group->first; i < group->end; i++)
		election->projects[election->values[i].project].groups--;
}

/* The groups in the order of ENTRIES, each once. */
static bool groups_move(struct election *election, const struct entry *entries,
			struct widths widths)
{
	size_t count = (size_t)election->group_count, kept = 0;
	struct election_group *groups = malloc((count + 1) * sizeof(*groups));

	if (!groups)
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct election_group *group =
		    &election->groups[entries[i].group];

		if (i + AHEAD < count)
			__builtin_prefetch(
			    &election->groups[entries[i + AHEAD].group]);
		if (i > 0 && entries[i].key == entries[i - 1].key &&
		    ((entries[i].key & widths.last) == 0 ||
		     by_values(&entries[i], &entries[i - 1], election) == 0))
			groups_join(election, &groups[kept - 1], group);
		else
			groups[kept++] = *group;
	}
	free(election->groups);
	election->groups = groups;
	election->group_count = (int)kept;
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
	sort_alike(election, entries, count, widths);
	moved = groups_move(election, entries, widths);
out:
	free(entries);
	free(spare);
	return moved;
}
