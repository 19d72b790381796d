#include "rules/told_pot.h"

#include "rules/election_pot.h"

static void told_tie(struct pot_run *run, const struct tie *tie)
{
	const struct decision *drawn =
	    tie->settled ? pot_run_drawn(run, tie->proposal, tie->count) : NULL;

	pot_run_level(run, tie->proposal, tie->count, drawn, false);
}

static void told_award(struct pot_run *run, const struct award *award)
{
	struct award *taken;
	int64_t cost_minor;
	bool funded;

	if (award->proposal < 0 ||
	    run->meeting->proposals[award->proposal].pot != run->pot ||
	    pot_run_awarded(run, award->proposal) ||
	    pot_run_below(run, award->proposal))
		return;
	cost_minor = run->meeting->proposals[award->proposal].cost_minor;
	funded =
	    award->outcome == OUTCOME_FUNDED && cost_minor <= run->left_minor;
	if (!funded && award->outcome != OUTCOME_TOO_DEAR)
		return;
	pot_run_award(run, award->proposal,
		      funded ? OUTCOME_FUNDED : OUTCOME_TOO_DEAR,
		      funded ? cost_minor : 0, -1);
	taken = &run->result->awards[run->award_count - 1];
	taken->backers = award->backers;
	taken->emptied = award->emptied;
	taken->pays_minor = award->pays_minor;
	taken->pays_exactly = award->pays_exactly;
	taken->completed = award->completed;
}

/* Of those that are told of last. */
static enum outcome told_outcome(const void *context, int proposal)
{
	const struct result *told = context;

	for (int i = 0; i < MEETING_PROPOSALS; i++)
		if (told->awards[i].proposal == proposal)
			return told->awards[i].outcome == OUTCOME_SHARES
				   ? OUTCOME_SHARES
				   : OUTCOME_TOO_DEAR;
	return OUTCOME_SHARES;
}

void told_run(struct pot_run *run, const struct result *told)
{
	struct pot_result *pot = &run->result->pots[run->pot];
	bool completing = false, shared = false;
	int first, end, ties = 0;

	meeting_pot_range(run->meeting, run->pot, &first, &end);
	for (int i = 0; i < told->step_count; i++) {
		const struct step *step = &told->steps[i];

		if (step->pot != run->pot)
			continue;
		if (step->kind == STEP_SHARE && !shared) {
			shared = true;
			pot->share_minor = told->pots[run->pot].share_minor;
			pot->share_exactly = told->pots[run->pot].share_exactly;
			pot_run_step(run, STEP_SHARE, -1, -1, -1,
				     pot->share_minor);
		} else if (step->kind == STEP_COMPLETE && !completing) {
			completing = true;
			pot_run_step(run, STEP_COMPLETE, -1, -1, -1,
				     run->left_minor);
		} else if (step->kind == STEP_TIE && ++ties < end - first) {
			/* One before each round but the last, at most. */
			told_tie(run, &told->ties[step->tie]);
		} else if (step->kind == STEP_AWARD) {
			told_award(run, &told->awards[step->award]);
		}
	}
	election_pot_rest(run, told_outcome, told);
}
