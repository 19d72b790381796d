/* A meeting's pot, as greedy sees it. */
#include "rules/greedy.h"

static bool pot_level(const void *context, int a, int b)
{
	const struct pot_run *run = context;

	return run->tally->support[a] == run->tally->support[b];
}

static int64_t pot_left(const void *context)
{
	const struct pot_run *run = context;

	return run->left_minor;
}

static int64_t pot_cost(const void *context, int proposal)
{
	const struct pot_run *run = context;

	return run->meeting->proposals[proposal].cost_minor;
}

static int64_t pot_least(const void *context, int proposal)
{
	const struct pot_run *run = context;
	const struct proposal *asks = &run->meeting->proposals[proposal];

	if (run->meeting->pots[run->pot].misfit != MISFIT_PART ||
	    !asks->accepts_partial)
		return asks->cost_minor;
	return asks->min_cost_minor > 0 ? asks->min_cost_minor : 1;
}

static bool pot_below(const void *context, int proposal)
{
	return pot_run_below(context, proposal);
}

static bool pot_stops(const void *context, int proposal)
{
	const struct pot_run *run = context;

	(void)proposal;
	return run->meeting->pots[run->pot].misfit == MISFIT_STOP;
}

static bool pot_undecided(const void *context)
{
	const struct pot_run *run = context;

	return run->undecided;
}

static bool pot_exclude(const void *context, int a, int b)
{
	const struct pot_run *run = context;

	return meeting_incompatible(run->meeting, a, b);
}

static int pot_excluded_by(const void *context, int proposal)
{
	return pot_run_excluded_by(context, proposal);
}

/* By the room's decision; shares that it agreed on are given at once. */
static bool pot_tie(void *context, int *proposals, int count,
		    bool changes_money)
{
	struct pot_run *run = context;
	const struct decision *decision =
	    pot_run_tie(run, proposals, count, changes_money);

	if (!decision || decision->kind != DECISION_SPLIT)
		return false;
	for (int i = 0; i < count; i++)
		pot_run_award(run, proposals[i], OUTCOME_AGREED,
			      decision->amount_minor[i], -1);
	return true;
}

static void pot_award(void *context, int proposal, enum outcome outcome,
		      int64_t amount_minor, int because)
{
	pot_run_award(context, proposal, outcome, amount_minor, because);
}

void greedy_run(struct pot_run *run)
{
	static const struct greedy_purse purse = {
	    .level = pot_level,
	    .left_minor = pot_left,
	    .cost_minor = pot_cost,
	    .least_minor = pot_least,
	    .below = pot_below,
	    .stops = pot_stops,
	    .undecided = pot_undecided,
	    .exclude = pot_exclude,
	    .excluded_by = pot_excluded_by,
	    .tie = pot_tie,
	    .award = pot_award,
	};
	int proposals[MEETING_PROPOSALS], spare[MEETING_PROPOSALS];
	int count = pot_run_order(run, proposals);

	greedy_give(&purse, run, proposals, count, spare);
}
