/* ballot.h - one person's choices over all pots, and the text it is stored as.
 *
 * A place per proposal in the meeting's order; 0 is nothing, else it holds
 *	APPROVAL, KNAPSACK	1
 *	POINTS			the points given
 *	SCORE			the score; a score of 0 is nothing as well
 *	RANK			1 for the best, 2 for the next, without a gap
 * The text is three digits a place, so every ballot of a meeting is equally
 * long.
 */
#ifndef STEMMEBOKS_BALLOT_H
#define STEMMEBOKS_BALLOT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/meeting.h"

enum {
	BALLOT_DIGITS = 3,
	BALLOT_VALUE_MAX = 999,
	BALLOT_TEXT = MEETING_PROPOSALS * BALLOT_DIGITS, /* without the NUL */
};

struct ballot {
	short value[MEETING_PROPOSALS];
};

/* How many choices BALLOT makes in POT. */
int ballot_chosen(const struct meeting *meeting, const struct ballot *ballot,
		  int pot);

/* What the choices in POT cost together, in minor units (øre). */
int64_t ballot_cost_minor(const struct meeting *meeting,
			  const struct ballot *ballot, int pot);

/* The largest value one place of a ballot may hold in POT. */
int ballot_value_most(const struct pot *pot);

/* What is used up in POT: points given; else 0. */
int ballot_points(const struct meeting *meeting, const struct ballot *ballot,
		  int pot);

/* What BALLOT adds to the support of proposal INDEX. In a pot that is ranked
 * the last one named gets 1, the one before it 2, and so on (a modified Borda
 * count, as Pabulib's ordinal elections are counted); else it is the value. */
int ballot_support(const struct meeting *meeting, const struct ballot *ballot,
		   int index);

/* How many more proposals must be named in POT before the ballot is one; 0 when
 * nothing is missing, or nothing is named. Scores of 0 count as named only when
 * SCORED (may be NULL) says so of the proposal's index. */
int ballot_lacks(const struct meeting *meeting, const struct ballot *ballot,
		 int pot, const bool scored[MEETING_PROPOSALS]);

/* Whether nothing is chosen in any pot. A blank ballot may always be cast. */
bool ballot_blank(const struct meeting *meeting, const struct ballot *ballot);

/* STATUS_OK when BALLOT follows every pot's type and limits, else
 * STATUS_BALLOT. A pot left wholly empty is a blank vote in that pot and
 * allowed whatever choose_min says. Places past proposal_count must be 0. That
 * every proposal was scored can be seen only where the lowest score is 1. */
enum status ballot_check(const struct meeting *meeting,
			 const struct ballot *ballot);

/* Writes proposal_count * BALLOT_DIGITS digits and a NUL. */
void ballot_encode(const struct meeting *meeting, const struct ballot *ballot,
		   char text[BALLOT_TEXT + 1]);

/* Reads what ballot_encode() wrote; LENGTH bytes at TEXT. STATUS_DAMAGED when
 * the length or a symbol is wrong, or the ballot breaks the meeting's rules;
 * *ret_ballot is then untouched. */
enum status ballot_decode(const struct meeting *meeting, const char *text,
			  size_t length, struct ballot *ret_ballot);

#endif
