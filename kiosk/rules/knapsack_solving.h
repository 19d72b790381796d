/* knapsack_solving.h - what knapsack.c and the knapsack_*.c beside it share: a
 * knapsack half packed. */
#ifndef STEMMEBOKS_KNAPSACK_SOLVING_H
#define STEMMEBOKS_KNAPSACK_SOLVING_H

#include <stddef.h>

#include "rules/knapsack.h"

/* The cheapest way to get VALUE out of the things looked at so far. */
struct knapsack_state {
	__int128 value;
	int64_t cost;
	int64_t other_cost; /* of the next cheapest set of that value, or
			       KNAPSACK_NO_COST */
	uint32_t choice;    /* the last thing taken, or KNAPSACK_NO_CHOICE */
};

#define KNAPSACK_NO_COST INT64_MAX
#define KNAPSACK_NO_CHOICE UINT32_MAX

struct knapsack_choice {
	int thing;
	uint32_t before; /* the one taken before it, or KNAPSACK_NO_CHOICE */
};

/* Undominated: both cost and value rise from each to the next. */
struct knapsack_list {
	struct knapsack_state *states;
	size_t count, room;
};

/* The things still to come, most value for its cost first, as far as they fit
 * into an empty knapsack and one more. */
struct knapsack_rest {
	int *things;
	int64_t *cost;	 /* cost[k]: of the first k together */
	__int128 *value; /* value[k] likewise */
	int count;
};

struct knapsack_solving {
	const struct knapsack_thing *things;
	int count;
	int64_t room;
	int *by_ratio; /* all things, most value for its cost first */
	struct knapsack_rest rest;
	__int128 known; /* a value that some set has, or that is asked for */
	bool asked;	/* only whether some set has that value */
	bool reached;	/* yes */
	struct knapsack_list list, next;
	struct knapsack_choice *choices;
	size_t choice_count, choice_room;
};

/* knapsack_choices.c: makes room in ARRAY, of ROOM, for one more than COUNT of
 * SIZE bytes, up to MOST. STATUS_LIMIT, STATUS_MEMORY. */
enum status solving_grow(void **array, size_t *room, size_t count, size_t most,
			 size_t size);

/* knapsack_choices.c: forgets the choices that led to no state of the list.
 * STATUS_MEMORY. */
enum status solving_tidy(struct knapsack_solving *solving);

/* knapsack_choices.c: remembers that THING was taken after BEFORE. As
 * solving_grow(). */
enum status solving_choose(struct knapsack_solving *solving, int thing,
			   uint32_t before, uint32_t *ret_choice);

/* knapsack_merge.c: looks at THING, the last of those that were left. As
 * solving_grow(). */
enum status solving_look(struct knapsack_solving *solving, int thing);

#endif
