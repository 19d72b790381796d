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

struct election;

struct pot_run {
	const struct meeting *meeting;
	const struct tally *tally;
	const struct decision *decisions;
	int decision_count;
	struct result *result;
	int award_count; /* filled in result->awards, over all pots so far */
	int pot;	 /* the pot being counted */
	int64_t left_minor;
	const struct election *election; /* its ballots, or NULL */
	enum status status;		 /* what kept the rule from counting */
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

/* Whether it was said what becomes of PROPOSAL. */
bool pot_run_awarded(const struct pot_run *run, int proposal);

/* The last decision about the order of proposals that names all of the COUNT
 * PROPOSALS and nothing else, or, without one, the last that names all of them
 * among others; NULL when there is none. */
const struct decision *pot_run_drawn(const struct pot_run *run,
				     const int *proposals, int count);

/* Puts the COUNT PROPOSALS, all of which DECISION names, in its order. */
void pot_run_sort(const struct decision *decision, int *proposals, int count);

/* Adds a tie of the COUNT PROPOSALS, which stand equal by the pot's rule, with
 * its step. OPEN: only a decision can settle it; the run becomes undecided and
 * the result stopped. Else DECISION gave this order; NULL: it does not matter.
 */
void pot_run_level(struct pot_run *run, const int *proposals, int count,
		   const struct decision *decision, bool open);

#endif
