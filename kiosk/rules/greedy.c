#include "rules/greedy.h"

struct greedy {
	struct pot_run *run;
	bool stopped; /* one did not fit, and that ends the count */
};

/* What PROPOSAL would get if it came next. */
static enum outcome greedy_next(const struct pot_run *run, int proposal,
				int64_t *ret_amount_minor)
{
	const struct proposal *asks = &run->meeting->proposals[proposal];
	const struct pot *pot = &run->meeting->pots[run->pot];

	*ret_amount_minor = 0;
	if (asks->cost_minor <= run->left_minor) {
		*ret_amount_minor = asks->cost_minor;
		return OUTCOME_FUNDED;
	}
	if (pot->misfit == MISFIT_PART && asks->accepts_partial &&
	    run->left_minor > 0 && run->left_minor >= asks->min_cost_minor) {
		*ret_amount_minor = run->left_minor;
		return OUTCOME_PART;
	}
	return OUTCOME_TOO_DEAR;
}

bool greedy_tie_changes_money(const struct pot_run *run, const int *proposals,
			      int count)
{
	int takers[MEETING_PROPOSALS], taker_count = 0;
	int64_t left_minor = run->left_minor;

	for (int i = 0; i < count; i++) {
		int64_t amount_minor;

		if (greedy_next(run, proposals[i], &amount_minor) ==
		    OUTCOME_TOO_DEAR)
			continue;
		if (amount_minor > left_minor)
			return true;
		left_minor -= amount_minor;
		for (int other = 0; other < taker_count; other++)
			if (meeting_incompatible(run->meeting, takers[other],
						 proposals[i]))
				return true;
		takers[taker_count++] = proposals[i];
	}
	return run->meeting->pots[run->pot].misfit == MISFIT_STOP &&
	       taker_count > 0 && taker_count < count;
}

/* It is PROPOSAL's turn. */
static void greedy_turn(struct greedy *greedy, int proposal)
{
	struct pot_run *run = greedy->run;
	int because = pot_run_excluded_by(run, proposal);
	int64_t amount_minor = 0;
	enum outcome outcome;

	if (pot_run_below(run, proposal)) {
		outcome = OUTCOME_BELOW;
		because = -1;
	} else if (because >= 0) {
		outcome = OUTCOME_EXCLUDED;
	} else if (run->undecided) {
		outcome = OUTCOME_UNDECIDED;
	} else if (greedy->stopped) {
		outcome = OUTCOME_AFTER_STOP;
	} else {
		outcome = greedy_next(run, proposal, &amount_minor);
		greedy->stopped =
		    outcome == OUTCOME_TOO_DEAR &&
		    run->meeting->pots[run->pot].misfit == MISFIT_STOP;
	}
	pot_run_award(run, proposal, outcome, amount_minor, because);
}

/* Moves those of the COUNT PROPOSALS that are excluded already behind the
 * others, both in the order they had; returns how many are not excluded. */
static int greedy_part_excluded(const struct pot_run *run, int *proposals,
				int count)
{
	int excluded[MEETING_PROPOSALS], excluded_count = 0, free_count = 0;

	for (int i = 0; i < count; i++) {
		if (pot_run_excluded_by(run, proposals[i]) >= 0)
			excluded[excluded_count++] = proposals[i];
		else
			proposals[free_count++] = proposals[i];
	}
	for (int i = 0; i < excluded_count; i++)
		proposals[free_count + i] = excluded[i];
	return free_count;
}

/* The COUNT PROPOSALS have equal support and come next. */
static void greedy_group(struct greedy *greedy, int *proposals, int count)
{
	struct pot_run *run = greedy->run;
	int tied = greedy_part_excluded(run, proposals, count);
	const struct decision *decision = NULL;

	if (tied > 1 && !greedy->stopped && !run->undecided &&
	    !pot_run_below(run, proposals[0]))
		decision =
		    pot_run_tie(run, proposals, tied,
				greedy_tie_changes_money(run, proposals, tied));
	for (int i = 0; i < count; i++)
		if (decision && i < tied && decision->kind == DECISION_SPLIT)
			pot_run_award(run, proposals[i], OUTCOME_AGREED,
				      decision->amount_minor[i], -1);
		else
			greedy_turn(greedy, proposals[i]);
}

void greedy_run(struct pot_run *run)
{
	struct greedy greedy = {.run = run};
	const int64_t *support = run->tally->support;
	int proposals[MEETING_PROPOSALS];
	int count = pot_run_order(run, proposals);

	for (int first = 0, end; first < count; first = end) {
		for (end = first + 1; end < count; end++)
			if (support[proposals[end]] !=
			    support[proposals[first]])
				break;
		greedy_group(&greedy, proposals + first, end - first);
	}
}
