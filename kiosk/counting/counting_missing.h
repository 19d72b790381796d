/* counting_missing.h - what it would have taken in a meeting, under any rule:
 * found by counting the meeting again, as it was counted, with just that
 * changed.
 *
 * Under greedy it is missing_find() of rules/missing.h. Elsewhere:
 *
 * votes        Knapsack: as rules/missing.h says, the least number of votes (or
 *              points) more, all others and the number of ballots as they are.
 *              Equal shares and phragmen: the number of ballots more that name
 *              it alone, each giving it the most that such a one may, and
 * nothing in other pots: the number of ballots grows with them, and every share
 * shrinks. Up to MISSING_LEAST it is the least number. Above it is one that is
 * enough where one fewer is not, since under these rules more votes are not
 * always better. -1 where no number would do. money_minor  By how much less it
 * would have had to cost to get all of that; one krone less (or one minor unit,
 * where its cost has such) is not enough. 0 where no price would do. Where the
 * room gave it some money: what it still lacks.
 *
 * Both are the least that is enough if that is up to MISSING_LEAST (votes,
 * kroner). Above they are enough and one less is not; as under these rules more
 * is not always better, and may make a tie, a smaller one may do now and then.
 *
 * Both are 0 where it was not worked out: there are so many proposals that it
 * takes too long; or in some pot the rule looks at whole ballots, and there are
 * fewer than the meeting publishes: the figures would tell of single ones.
 */
#ifndef STEMMEBOKS_COUNTING_MISSING_H
#define STEMMEBOKS_COUNTING_MISSING_H

#include "core/status.h"

struct count_ballots;
struct decision;
struct meeting;
struct missing;
struct result;
struct tally;

enum { MISSING_LEAST = 64 };

/* What award AWARD (index) of RESULT is missing; arguments, statuses and
 * *ret_missing as in missing_find(). */
enum status counting_missing(const struct meeting *meeting,
			     const struct tally *tally,
			     const struct count_ballots *ballots,
			     const struct decision *decisions,
			     int decision_count, const struct result *result,
			     int award, struct missing *ret_missing);

/* What each of the ballots more gives PROPOSAL (an index): 1 where ballots are
 * ticked or ranked, else the most points or the best score. */
int counting_missing_gives(const struct meeting *meeting, int proposal);

#endif
