/* knapsack.h - which of some things are worth most together, exactly. Only for
 * rules/.
 *
 * Lists of undominated states (Nemhauser and Ullmann 1969): after each thing,
 * every cost at which more can be had than for less, and what. A state is
 * dropped when even a fraction of the thing that does not fit whole any more
 * (Dantzig's bound, 1957) would not bring it up to the best that is known.
 * There is never more than one state for a cost, so that where costs are few
 * or round this is dynamic programming over them, and elsewhere branch and
 * bound.
 */
#ifndef STEMMEBOKS_KNAPSACK_H
#define STEMMEBOKS_KNAPSACK_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"

enum {
	/* States after one thing, and choices remembered (those that led to no
	 * state are forgotten), at most: some 700 MB in all. Only what is
	 * needed is used. */
	KNAPSACK_STATES = 4000000,
	KNAPSACK_CHOICES = 32000000,
};

struct knapsack_thing {
	int64_t cost;	/* 1 to 10^18 */
	__int128 value; /* 1 to 10^18 times its cost */
};

struct knapsack_best {
	__int128 value;
	int64_t cost;
	bool unique; /* no other set is worth as much */
};

/* Finds the set of THINGS that costs no more than ROOM (0 to 10^18) and is
 * worth most; of several the cheapest; of several that cost the same the one
 * with the first thing in which they differ. Sets ret_taken[i] for each of the
 * COUNT things. STATUS_MEMORY; STATUS_LIMIT when it takes more states or
 * choices than the numbers above. RET_ parameters are then untouched. */
enum status knapsack_solve(const struct knapsack_thing *things, int count,
			   int64_t room, bool *ret_taken,
			   struct knapsack_best *ret_best);

/* Whether some set of THINGS that costs no more than ROOM is worth VALUE or
 * more: ends with the first that is found, so it is much quicker where there
 * are many. Statuses as above. */
enum status knapsack_reaches(const struct knapsack_thing *things, int count,
			     int64_t room, __int128 value, bool *ret_reaches);

#endif
