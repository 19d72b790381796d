/* election_pot.h - a meeting's pot given away by a rule on elections. Only for
 * rules/.
 */
#ifndef STEMMEBOKS_ELECTION_POT_H
#define STEMMEBOKS_ELECTION_POT_H

#include "rules/pot_run.h"

/* The rules of a pot whose ballots are run->election: equal shares with the
 * pot's completion, and phragmen.
 *
 * Proposals under the pot's threshold are counted as if nobody had named them,
 * and get nothing. Every round becomes an award, in order; the others follow,
 * most support first. Ties go by pot_run_drawn(). One that no decision settles
 * and that decides about the money stops the pot: what was bought before is
 * kept, unless the tie stood in the way of finding everybody's share (add1,
 * add1u): then all is open.
 *
 * run->status: STATUS_MEMORY, or what the rule returns; nothing was given
 * then. */
void equal_shares_run(struct pot_run *run);
void phragmen_run(struct pot_run *run);

/* The rule "knapsack", which needs sums alone: the proposals that have most
 * support together and cost no more than there is; of several such choices the
 * cheapest is not preferred: which proposals are in some of them and not in
 * others is a tie. A decision about it names them in an order: the first is in
 * if one of the best choices has it, then the second if one of those that are
 * left has it, and so on. run->status as above; STATUS_LIMIT when there is too
 * much to try (knapsack.h). */
void knapsack_run(struct pot_run *run);

/* For both: adds the awards of those that FUNDED (by proposal) does not name,
 * most support first, each with the outcome that OUTCOME gives; or, in an
 * undecided run, OUTCOME_UNDECIDED. Those under the threshold are
 * OUTCOME_BELOW. */
void election_pot_rest(struct pot_run *run,
		       enum outcome (*outcome)(const void *context,
					       int proposal),
		       const void *context);

#endif
