/* taken.h - what it would have taken: how much cheaper a project that got no
 * money would have to be, or how many ballots more it needs.
 *
 * Found by counting again with the rule itself, at both ends of a bisection:
 * with the answer the project gets its money, with one unit less of it it does
 * not. Rules are not monotone, so that a smaller answer elsewhere is possible
 * under equal shares, phragmen and welfare; under greedy there is none.
 */
#ifndef STEMMEBOKS_TAKEN_H
#define STEMMEBOKS_TAKEN_H

#include "rules/funding.h"

/* What is counted again, and how often that may still be done. */
struct taken_search {
	const struct election *election;
	const struct rule_options *options;
	enum status (*rule)(const struct election *election,
			    const struct rule_options *options,
			    struct funding **ret_funding);
	long recounts;
};

enum taken_how {
	TAKEN_FOUND,
	TAKEN_NEVER,   /* no price, no number of ballots that was tried */
	TAKEN_UNKNOWN, /* not worked out: there were no more recounts */
};

struct taken {
	enum taken_how price;
	/* It gets its money if it costs this much less (> 0); in whole units of
	 * currency where its cost is one, else in minor units. */
	int64_t cheaper_minor;
	enum taken_how votes;
	/* So many ballots (> 0) more that name it alone are enough, everything
	 * else as it is: the number of ballots grows with them. With
	 * TAKEN_NEVER: so many are not enough, or, if 0, it costs more than
	 * there is. */
	int ballots;
	int value; /* what each of them gives it, in the election's scale: the
		      most that any ballot gives any project */
};

/* How many recounts are worth their time for an election of this size under
 * this rule: some seconds at most. What SEARCH has left of them is not looked
 * at. */
long taken_recounts(const struct taken_search *search);

/* Works out what PROJECT, which got no money, would have needed; takes the
 * recounts that it used from SEARCH. STATUS_MEMORY, or what the rule returns
 * but STATUS_TIE: *ret_taken is then untouched. */
enum status taken_find(struct taken_search *search, int project,
		       struct taken *ret_taken);

#endif
