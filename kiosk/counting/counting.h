/* counting.h - a closed meeting counted: from its file to votes and money.
 *
 * The one way in which hall, panel and commands count a meeting's box: the
 * ballots added up and checked against plain SQL, the hand count if there is
 * one, the decisions so far, and then every pot's rule.
 */
#ifndef STEMMEBOKS_COUNTING_H
#define STEMMEBOKS_COUNTING_H

#include "core/result.h"
#include "core/tally.h"
#include "rules/count.h"
#include "store/hand.h"

struct store;

struct counting {
	int rows;		 /* audit_count() before anything was read */
	struct tally box;	 /* the ballots in the box */
	struct hand_count *hand; /* newest count of the urn, or NULL */
	struct tally standing;	 /* what the money goes by: box or hand */
	struct count_ballots ballots; /* of pots whose rules look at them */
	struct decision *decisions;
	int decision_count;
	struct result result; /* of STANDING with DECISIONS */
};

/* Counts the box of STORE. STATUS_OK, or STATUS_TIE when the result stops at a
 * tie: *ret_counting is made in both cases, for counting_free(). STATUS_PHASE
 * before closing; STATUS_DISAGREES when the box's sums and plain SQL differ;
 * STATUS_NEWER_VERSION, STATUS_DAMAGED, STATUS_STORE_BUSY, STATUS_STORE,
 * STATUS_MEMORY. */
enum status counting_new(struct store *store, struct counting **ret_counting);

/* The count of COUNTING is final: moves the meeting of STORE from closed to
 * counted, with the number of ballots as the row's detail. STATUS_TIE when it
 * stopped at a tie; what audit_act_after() returns: STATUS_CHANGED when a hand
 * count or a decision came meanwhile. AT: coarse time as in audit.h. */
enum status counting_finish(struct store *store,
			    const struct counting *counting, const char *at);

/* Takes NULL. */
void counting_free(struct counting *counting);

#endif
