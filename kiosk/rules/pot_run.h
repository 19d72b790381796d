/* pot_run.h - one pot being counted: what a rule works on. Only for rules/.
 *
 * A rule looks at the proposals of `pot`, gives from left_minor, and says every
 * proposal's outcome with pot_run_award(), once each, in the order of the
 * money.
 */
#ifndef STEMMEBOKS_POT_RUN_H
#define STEMMEBOKS_POT_RUN_H

#include "core/result.h"
#include "core/tally.h"

struct pot_run {
	const struct meeting *meeting;
	const struct tally *tally;
	const struct decision *decisions;
	int decision_count;
	struct result *result;
	int award_count; /* filled in result->awards, over all pots so far */
	int pot;	 /* the pot being counted */
	int64_t left_minor;
	bool undecided; /* nothing more can be given before a tie is settled */
};

/* The indexes of the pot's proposals, most support first and in ballot order
 * where it is equal; returns how many. */
int pot_run_order(const struct pot_run *run,
		  int ret_proposals[MEETING_PROPOSALS]);

/* Whether too few ballots name PROPOSAL for it to get money: none, fewer than
 * threshold_votes, or less than threshold_percent of all ballots. Reaching a
 * threshold exactly is enough. */
bool pot_run_below(const struct pot_run *run, int proposal);

/* The first funded or part-funded proposal that excludes PROPOSAL, or -1. */
int pot_run_excluded_by(const struct pot_run *run, int proposal);

/* Adds a step about the pot; AWARD, TIE and OTHER are -1 where it has none. */
void pot_run_step(struct pot_run *run, enum step_kind kind, int award, int tie,
		  int other, int64_t amount_minor);

/* Says what becomes of PROPOSAL: adds its award and step, and takes
 * AMOUNT_MINOR from the money left. BECAUSE: who excludes it, or -1. */
void pot_run_award(struct pot_run *run, int proposal, enum outcome outcome,
		   int64_t amount_minor, int because);

/* Adds a tie of the COUNT PROPOSALS (in ballot order) with its step. If it
 * changes the money it is settled by a decision, which is returned, and
 * PROPOSALS are put in the settled order; without one the run becomes undecided
 * and the result stopped. NULL when no decision was used. */
const struct decision *pot_run_tie(struct pot_run *run, int *proposals,
				   int count, bool changes_money);

#endif
