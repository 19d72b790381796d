/* add1.h - how much every ballot gets: the endowment raised by a unit of
 * currency at a time until shares reach the budget or would pass it.
 *
 * Three conventions, which differ in where they start and when they end (B the
 * budget, n the ballots, b the endowment):
 *   equalshares  When all projects together cost no more than B, B/n and no
 *                more. Else from floor(B/n): ends when no unfunded project,
 * backed or not, costs no more than what is left of B, or before the first b
 * that spends more than B. (equalshares.net) pabutools    From B/n: ends before
 * the first b that spends more than B, or when no backed unfunded project fits.
 * (pabutools, method_of_equal_shares with voter_budget_increment) checker B/n
 * is tried; then from floor(B/n) + 1 up to before the first b that spends more
 * than B, whether or not anything still fits. When all backed projects together
 * cost no more than B they are all funded. (Pabulib's checker) All of them also
 * end when every backed project is funded: no higher endowment changes
 * anything.
 *
 * The first violation ends it, and spending is not monotone in b, so that every
 * endowment has to be accounted for: not one by one, but range by range, each
 * shown to have one outcome (equal_shares.h). Ranges double as long as that
 * succeeds and halve where it fails; a single endowment at which enclosures do
 * not decide is counted exactly.
 */
#ifndef STEMMEBOKS_ADD1_H
#define STEMMEBOKS_ADD1_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"

struct shares;

struct add1 {
	int64_t step; /* the endowment is shares->base and so many units */
	long runs;    /* endowments accounted for, the one that is over too */
	bool all;     /* checker: every backed project is funded */
};

/* Finds the endowment for SHARES' convention; sets its base. There is at least
 * one ballot.
 *
 * A tie that nobody settles matters at an endowment that is passed only if what
 * it leads to differs in whether the search ends there.
 *
 * STATUS_OK; STATUS_TIE when such a tie decides, at *ret_found's step;
 * STATUS_MEMORY. */
enum status add1_find(struct shares *shares, struct add1 *ret_found);

#endif
