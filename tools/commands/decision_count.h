/* decision_count.h - what trying a decision takes, about a tie or about what is
 * left. Only for decision_try.c and decision_left.c. */
#ifndef STEMMEBOKS_DECISION_COUNT_H
#define STEMMEBOKS_DECISION_COUNT_H

#include "tools/commands/decision_option.h"

/* STATUS_USAGE with RET_WHY when the shares of DECISION are more than LEFT
 * (minor units) together. */
enum status decision_sum_fits(const struct decision *decision, int64_t left,
			      char ret_why[DECISION_WHY]);

/* STATUS_USAGE, with RET_WHY: PROPOSAL can get MOST (minor units). */
enum status decision_above_cost(const struct meeting *meeting, int proposal,
				int64_t most, char ret_why[DECISION_WHY]);

/* As decisions_count(), but of those kept none that says what becomes of what
 * is left in SKIP's pot; SKIP may be NULL. */
enum status decisions_count_without(const struct meeting *meeting,
				    const struct counting *counting,
				    const struct decision *skip,
				    const struct decision *extra,
				    int extra_count, struct result *ret_result);

#endif
