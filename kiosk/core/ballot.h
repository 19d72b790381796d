/* ballot.h - one person's choices over all pots, and the text it is stored as.
 *
 * A place per proposal in the meeting's order; each holds the approval (1), and
 * in other ballot types the points, score or rank; 0 is nothing. The text is
 * three digits a place, so every ballot of a meeting is equally long.
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

/* Whether nothing is chosen in any pot. A blank ballot may always be cast. */
bool ballot_blank(const struct meeting *meeting, const struct ballot *ballot);

/* STATUS_OK when BALLOT follows every pot's type and limits, else
 * STATUS_BALLOT. A pot left wholly empty is a blank vote in that pot and
 * allowed whatever choose_min says. Places past proposal_count must be 0. */
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
