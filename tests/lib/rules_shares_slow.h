/* rules_shares_slow.h - equal shares counted slowly and plainly, to compare
 * with.
 *
 * Every ballot by itself, rationals throughout, every endowment visited,
 * nothing remembered from one step to the next. Written from the definition
 * (add1.h and funding.h), not from the rule's code.
 */
#ifndef STEMMEBOKS_TESTS_RULES_SHARES_SLOW_H
#define STEMMEBOKS_TESTS_RULES_SHARES_SLOW_H

#include "rules/funding.h"

struct slow_shares {
	struct funding *funding; /* rounds, total, endowment, runs; reasons are
				    not told */
	mpq_t *money;		 /* of each ballot, after the last round by
				    shares, */
	int ballots;		 /* how many those are */
};

/* Counts ELECTION; the pick of OPTIONS must settle every tie. MOST_RUNS
 * endowments at most are visited: false beyond. */
bool slow_shares_count(const struct election *election,
		       const struct rule_options *options, long most_runs,
		       struct slow_shares *ret_slow);

void slow_shares_free(struct slow_shares *slow);

#endif
