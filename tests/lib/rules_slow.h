/* rules_slow.h - greedy counted slowly and plainly, to compare with.
 *
 * A tie's weight is found by trying every order of those who tie, to the end of
 * the pot. Written from count.h and meeting.h, not from the rule's code.
 */
#ifndef STEMMEBOKS_TESTS_RULES_SLOW_H
#define STEMMEBOKS_TESTS_RULES_SLOW_H

#include "core/result.h"
#include "core/tally.h"

struct slow_tie {
	int count;
	int proposal[MEETING_PROPOSALS];
	bool changes_money, settled, split;
};

struct slow {
	bool gets[MEETING_PROPOSALS]; /* funded, part-funded or a share */
	int64_t amount_minor[MEETING_PROPOSALS];
	int64_t agreed_minor[MEETING_PROPOSALS]; /* of what was left */
	bool left_unused[MEETING_POTS];
	bool undecided[MEETING_PROPOSALS];
	int64_t left_minor[MEETING_POTS]; /* before it moves on */
	int tie_count;
	struct slow_tie ties[MEETING_PROPOSALS];
	bool stopped;
};

/* Counts MEETING's pots; groups of equal support must be small. */
void slow_count(const struct meeting *meeting, const struct tally *tally,
		const struct decision *decisions, int decision_count,
		struct slow *ret_slow);

#endif
