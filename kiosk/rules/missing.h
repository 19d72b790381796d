/* missing.h - what it would have taken: for those who did not get it all. */
#ifndef STEMMEBOKS_MISSING_H
#define STEMMEBOKS_MISSING_H

#include <stdint.h>

#include "core/status.h"

struct count_ballots;
struct decision;
struct meeting;
struct result;
struct tally;

struct missing {
	/* The least number of votes more (of points, where ballots are not
	 * ticked) - all other votes, the number of ballots and the decisions
	 * as they are - with which the rules would surely have given it its
	 * whole cost, even if as few ballots as can be gave the points; 0 when
	 * they did, -1 when no number would do. To draw level with others is
	 * enough only where that tie does not stop the count. 0 under other
	 * rules than greedy, too: what a vote more does there depends on whose
	 * it is. */
	int votes;
	/* What it lacks of its cost: of what was left when its turn came, if it
	 * was too dear; else of the money it gets in all. 0 where it has all it
	 * asked for, or money was not the reason. */
	int64_t money_minor;
};

/* What award AWARD (index) of RESULT is missing. RESULT is what count_meeting()
 * gave for MEETING, TALLY, BALLOTS and DECISIONS, and not stopped. Exact: found
 * by counting again. STATUS_MEMORY, or as count_meeting(): *ret_missing is then
 * untouched. */
enum status missing_find(const struct meeting *meeting,
			 const struct tally *tally,
			 const struct count_ballots *ballots,
			 const struct decision *decisions, int decision_count,
			 const struct result *result, int award,
			 struct missing *ret_missing);

#endif
