/* greedy.h - the rule "greedy": most support first, as long as there is money.
 * Only for rules/. */
#ifndef STEMMEBOKS_GREEDY_H
#define STEMMEBOKS_GREEDY_H

#include "rules/pot_run.h"

/* Gives the pot's money away; what does not fit is treated by the pot's misfit
 * (meeting.h). An undecided run gives nothing: every proposal that could still
 * get money is OUTCOME_UNDECIDED. */
void greedy_run(struct pot_run *run);

/* Whether the order of the COUNT PROPOSALS - of equal support, past the
 * threshold, none excluded - can change who gets how much, with the money that
 * RUN has left. Exact for any number.
 *
 * Let T be those that would get money if they came first (the whole cost if it
 * fits; all that is left if part of it is given). Each of T can come first, so
 * an outcome that is the same for every order gives each of T exactly that. It
 * exists only if no two of T exclude each other and those amounts fit in the
 * money together; and then every order gives it, since T's members never get in
 * each other's way, and no other ever gets anything: money only shrinks. Where
 * what does not fit stops the count, one that stops it could come first too, so
 * there T must besides be nobody or all. */
bool greedy_tie_changes_money(const struct pot_run *run, const int *proposals,
			      int count);

#endif
