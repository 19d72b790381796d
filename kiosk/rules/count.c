#include "rules/count.h"

#include <stdlib.h>
#include <string.h>

#include "core/rule_kind.h"
#include "rules/election.h"
#include "rules/election_pot.h"
#include "rules/greedy.h"
#include "rules/left.h"
#include "rules/pot_options.h"
#include "rules/pot_run.h"
#include "rules/told_pot.h"

static const struct rule {
	void (*run)(struct pot_run *run);
} rules[RULE_KINDS] = {
#define RULE(NAME, run) [RULE_##NAME] = {run},
#include "rules/rule.def"
#undef RULE
};

/* How far the pots of a meeting are counted. */
struct pots {
	bool counted[MEETING_POTS];
	bool undecided[MEETING_POTS];
	int64_t moved_minor[MEETING_POTS]; /* what went on from this pot */
};

bool rule_known(const char *name)
{
	return rule_kind_find(name) != RULE_KINDS;
}

bool rule_pot_known(const struct pot *pot)
{
	struct rule_options options;

	return pot_rule(pot) != RULE_KINDS && pot_options(pot, &options);
}

void count_ballots_free(struct count_ballots *ballots)
{
	for (int pot = 0; pot < MEETING_POTS; pot++) {
		election_free(ballots->of[pot]);
		ballots->of[pot] = NULL;
	}
	free(ballots->told);
	ballots->told = NULL;
}

/* Whether ELECTION has the sums that TALLY has for POT. */
static bool ballots_agree(const struct meeting *meeting, int pot,
			  const struct tally *tally,
			  const struct election *election)
{
	int first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	if (!election || election->ballots != tally->ballots ||
	    election->project_count != end - first)
		return false;
	for (int i = first; i < end; i++) {
		const struct election_project *project =
		    &election->projects[i - first];

		if (project->support != tally->support[i] ||
		    project->named != tally->named[i] ||
		    project->cost_minor != meeting->proposals[i].cost_minor)
			return false;
	}
	return true;
}

static bool pot_told(const struct count_ballots *ballots, int pot)
{
	return ballots && ballots->told && !ballots->of[pot];
}

/* Whether every pot can be counted from what is there. */
static enum status pots_check(const struct meeting *meeting,
			      const struct tally *tally,
			      const struct count_ballots *ballots)
{
	for (int pot = 0; pot < meeting->pot_count; pot++)
		if (!rule_pot_known(&meeting->pots[pot]))
			return STATUS_NEWER_VERSION;
	for (int pot = 0; pot < meeting->pot_count; pot++)
		if (pot_whole_ballots(&meeting->pots[pot]) &&
		    !pot_told(ballots, pot) &&
		    (!ballots ||
		     !ballots_agree(meeting, pot, tally, ballots->of[pot])))
			return STATUS_DISAGREES;
	return STATUS_OK;
}

/* The first pot not counted that waits for no other; in a circle the first not
 * counted, so that a damaged meeting still comes to an end. */
static int pots_next(const struct pots *pots, const struct meeting *meeting)
{
	int fallback = -1;

	for (int pot = 0; pot < meeting->pot_count; pot++) {
		bool waits = false;

		if (pots->counted[pot])
			continue;
		if (fallback < 0)
			fallback = pot;
		for (int from = 0; from < meeting->pot_count; from++)
			waits |= !pots->counted[from] &&
				 meeting->pots[from].leftover_to == pot;
		if (!waits)
			return pot;
	}
	return fallback;
}

/* Whether a proposal of the pot could be excluded by one that is undecided. */
static bool pot_awaits_exclusion(const struct pot_run *run)
{
	int first, end;

	meeting_pot_range(run->meeting, run->pot, &first, &end);
	for (int i = 0; i < run->award_count; i++) {
		const struct award *award = &run->result->awards[i];

		for (int own = first;
		     award->outcome == OUTCOME_UNDECIDED && own < end; own++)
			if (!pot_run_below(run, own) &&
			    meeting_incompatible(run->meeting, award->proposal,
						 own))
				return true;
	}
	return false;
}

/* Opens the pot: its own money, then what others leave to it. */
static void pot_open(struct pot_run *run, const struct pots *pots)
{
	const struct meeting *meeting = run->meeting;

	run->left_minor = meeting->pots[run->pot].amount_minor;
	run->undecided = pot_awaits_exclusion(run);
	pot_run_step(run, STEP_POT, -1, -1, -1, run->left_minor);
	for (int from = 0; from < meeting->pot_count; from++) {
		if (!pots->counted[from] ||
		    meeting->pots[from].leftover_to != run->pot)
			continue;
		run->undecided |= pots->undecided[from];
		if (pots->moved_minor[from] == 0)
			continue;
		run->left_minor += pots->moved_minor[from];
		pot_run_step(run, STEP_MOVED, -1, -1, from,
			     pots->moved_minor[from]);
	}
}

/* Closes the pot: says what is left, and moves it on. */
static void pot_close(struct pot_run *run, struct pots *pots)
{
	struct pot_result *pot = &run->result->pots[run->pot];
	int to = run->meeting->pots[run->pot].leftover_to;

	pots->counted[run->pot] = true;
	pots->undecided[run->pot] = run->undecided;
	pot->given_minor = pot->money_minor - run->left_minor;
	pot->left_minor = run->left_minor;
	pot->end_award = run->award_count;
	if (run->undecided)
		return;
	pot_run_step(run, STEP_LEFT, -1, -1, -1, run->left_minor);
	if (to < 0 || to >= run->meeting->pot_count || pots->counted[to] ||
	    run->left_minor == 0)
		return;
	pots->moved_minor[run->pot] = run->left_minor;
	pot->left_minor = 0;
	pot_run_step(run, STEP_MOVES_TO, -1, -1, to, run->left_minor);
}

static void pot_count(struct pot_run *run, const struct count_ballots *ballots,
		      struct pots *pots)
{
	struct pot_result *pot = &run->result->pots[run->pot];

	pot_open(run, pots);
	pot->money_minor = run->left_minor;
	pot->ballots = run->tally->ballots;
	pot->blank = run->tally->blank[run->pot];
	pot->first_award = run->award_count;
	if (pot_whole_ballots(&run->meeting->pots[run->pot]) &&
	    pot_told(ballots, run->pot))
		told_run(run, ballots->told);
	else
		rules[pot_rule(&run->meeting->pots[run->pot])].run(run);
	pot_close(run, pots);
}

/* Equal counts and every proposal named leave no room for a double or a
 * stranger. */
bool decision_names(const struct decision *decision, int pot,
		    const int *proposals, int count)
{
	if (decision->pot != pot || decision->count != count)
		return false;
	for (int i = 0; i < count; i++) {
		int at = 0;

		while (at < count && decision->proposal[at] != proposals[i])
			at++;
		if (at == count)
			return false;
	}
	return true;
}

enum status count_meeting(const struct meeting *meeting,
			  const struct tally *tally,
			  const struct count_ballots *ballots,
			  const struct decision *decisions, int decision_count,
			  struct result *ret_result)
{
	struct pots pots = {{0}, {0}, {0}};
	struct pot_run run = {
	    .meeting = meeting,
	    .tally = tally,
	    .decisions = decisions,
	    .decision_count = decision_count,
	    .result = ret_result,
	    .status = pots_check(meeting, tally, ballots),
	};

	if (run.status != STATUS_OK)
		return run.status;
	memset(ret_result, 0, sizeof(*ret_result));
	ret_result->ballots = tally->ballots;
	for (int i = 0; i < meeting->pot_count; i++) {
		run.pot = pots_next(&pots, meeting);
		run.election = ballots ? ballots->of[run.pot] : NULL;
		pot_count(&run, ballots, &pots);
		if (run.status != STATUS_OK)
			return run.status;
	}
	left_share(meeting, decisions, decision_count, ret_result);
	return ret_result->stopped ? STATUS_TIE : STATUS_OK;
}
