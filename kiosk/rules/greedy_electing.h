/* greedy_electing.h - what greedy_election.c and greedy_election_tie.c share:
 * an election in the middle of greedy. */
#ifndef STEMMEBOKS_GREEDY_ELECTING_H
#define STEMMEBOKS_GREEDY_ELECTING_H

#include "rules/greedy.h"

struct electing {
	const struct election *election;
	const struct rule_options *options;
	struct funding *funding;
	enum greedy_order order;
	bool completed;
	bool undecided;
	int *tied, tied_count; /* of the tie that was met last, if it matters
				  who is first; told with the next round */
	bool out_of_memory;
};

/* What is left of the budget, and what PROJECT costs; CONTEXT is a struct
 * electing. */
int64_t electing_left(const void *context);
int64_t electing_cost(const void *context, int project);

/* Whether PROJECT ends the count if it does not fit. */
bool electing_stops(const void *context, int project);

/* greedy_purse's tie(): by options->ties, one after the other. */
bool electing_tie(void *context, int *projects, int count, bool changes_money);

/* Hands the kept tie over to ROUND. */
void electing_tie_tell(struct electing *electing, struct funding_round *round);

/* PROJECT ends the count. If it did so by coming first of a tie, that is the
 * tie's outcome. */
void electing_tie_end(struct electing *electing, int project);

#endif
