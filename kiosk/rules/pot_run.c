#include "rules/pot_run.h"

#include <assert.h>
#include <string.h>

#include "rules/count.h"

int pot_run_order(const struct pot_run *run,
		  int ret_proposals[MEETING_PROPOSALS])
{
	const int64_t *support = run->tally->support;
	int first, end, count = 0;

	meeting_pot_range(run->meeting, run->pot, &first, &end);
	for (int i = first; i < end; i++) {
		int at = count++;

		for (; at > 0 && support[ret_proposals[at - 1]] < support[i];
		     at--)
			ret_proposals[at] = ret_proposals[at - 1];
		ret_proposals[at] = i;
	}
	return count;
}

bool pot_run_below(const struct pot_run *run, int proposal)
{
	const struct pot *pot = &run->meeting->pots[run->pot];
	int64_t named = run->tally->named[proposal];

	return named < 1 || named < pot->threshold_votes ||
	       named * 100 <
		   (int64_t)pot->threshold_percent * run->tally->ballots;
}

int pot_run_excluded_by(const struct pot_run *run, int proposal)
{
	for (int i = 0; i < run->award_count; i++) {
		const struct award *award = &run->result->awards[i];

		if (award_funded(award) &&
		    meeting_incompatible(run->meeting, award->proposal,
					 proposal))
			return award->proposal;
	}
	return -1;
}

void pot_run_step(struct pot_run *run, enum step_kind kind, int award, int tie,
		  int other, int64_t amount_minor)
{
	struct result *result = run->result;

	assert(result->step_count < RESULT_STEPS);
	result->steps[result->step_count++] = (struct step){
	    .kind = kind,
	    .pot = run->pot,
	    .award = award,
	    .tie = tie,
	    .other = other,
	    .amount_minor = amount_minor,
	};
}

/* 1 + how many proposals of the pot have more support than PROPOSAL. */
static int pot_run_place(const struct pot_run *run, int proposal)
{
	int first, end, place = 1;

	meeting_pot_range(run->meeting, run->pot, &first, &end);
	for (int i = first; i < end; i++)
		place += run->tally->support[i] > run->tally->support[proposal];
	return place;
}

void pot_run_award(struct pot_run *run, int proposal, enum outcome outcome,
		   int64_t amount_minor, int because)
{
	assert(run->award_count < MEETING_PROPOSALS);
	assert(amount_minor >= 0 && amount_minor <= run->left_minor);
	run->result->awards[run->award_count] = (struct award){
	    .proposal = proposal,
	    .votes = (int)run->tally->support[proposal],
	    .named = run->tally->named[proposal],
	    .place = pot_run_place(run, proposal),
	    .outcome = outcome,
	    .amount_minor = amount_minor,
	    .left_before_minor = run->left_minor,
	    .because = because,
	};
	run->left_minor -= amount_minor;
	pot_run_step(run, STEP_AWARD, run->award_count++, -1, -1, amount_minor);
}

/* Whether what DECISION gives is there, is no more than each asks for, and goes
 * to none that another of them excludes. */
static bool pot_run_split_fits(const struct pot_run *run,
			       const struct decision *decision)
{
	int64_t left_minor = run->left_minor;

	for (int i = 0; i < decision->count; i++) {
		int64_t amount_minor = decision->amount_minor[i];

		if (amount_minor < 0 || amount_minor > left_minor ||
		    amount_minor >
			run->meeting->proposals[decision->proposal[i]]
			    .cost_minor)
			return false;
		left_minor -= amount_minor;
		for (int other = 0; amount_minor > 0 && other < i; other++)
			if (decision->amount_minor[other] > 0 &&
			    meeting_incompatible(run->meeting,
						 decision->proposal[other],
						 decision->proposal[i]))
				return false;
	}
	return true;
}

/* The last decision about a tie of exactly PROPOSALS; NULL when there is none
 * or it is a split that does not fit. */
static const struct decision *pot_run_decision(const struct pot_run *run,
					       const int *proposals, int count)
{
	const struct decision *last = NULL;

	for (int i = 0; i < run->decision_count; i++)
		if (run->decisions[i].kind != DECISION_LEFT &&
		    decision_names(&run->decisions[i], run->pot, proposals,
				   count))
			last = &run->decisions[i];
	if (last && !decision_ordered(last->kind) &&
	    !pot_run_split_fits(run, last))
		return NULL;
	return last;
}

const struct decision *pot_run_tie(struct pot_run *run, int *proposals,
				   int count, bool changes_money)
{
	struct result *result = run->result;
	struct tie *tie = &result->ties[result->tie_count];
	const struct decision *decision = NULL;

	*tie = (struct tie){
	    .pot = run->pot,
	    .votes = (int)run->tally->support[proposals[0]],
	    .count = count,
	    .changes_money = changes_money,
	};
	if (changes_money)
		decision = pot_run_decision(run, proposals, count);
	if (decision) {
		memcpy(proposals, decision->proposal,
		       (size_t)count * sizeof(*proposals));
		tie->settled = true;
		tie->kind = decision->kind;
	} else if (changes_money) {
		run->undecided = true;
		result->stopped = true;
	}
	memcpy(tie->proposal, proposals, (size_t)count * sizeof(*proposals));
	pot_run_step(run, STEP_TIE, -1, result->tie_count++, -1, 0);
	return decision;
}

bool pot_run_awarded(const struct pot_run *run, int proposal)
{
	for (int i = run->result->pots[run->pot].first_award;
	     i < run->award_count; i++)
		if (run->result->awards[i].proposal == proposal)
			return true;
	return false;
}

static bool decision_has(const struct decision *decision, int proposal)
{
	for (int i = 0; i < decision->count; i++)
		if (decision->proposal[i] == proposal)
			return true;
	return false;
}

const struct decision *pot_run_drawn(const struct pot_run *run,
				     const int *proposals, int count)
{
	const struct decision *last = NULL;
	bool exact = false;

	for (int i = 0; i < run->decision_count; i++) {
		const struct decision *decision = &run->decisions[i];
		bool same =
		    decision_names(decision, run->pot, proposals, count);
		int has = 0;

		if (decision->pot != run->pot ||
		    !decision_ordered(decision->kind) || (exact && !same))
			continue;
		while (has < count && decision_has(decision, proposals[has]))
			has++;
		if (has < count)
			continue;
		last = decision;
		exact = same;
	}
	return last;
}

void pot_run_sort(const struct decision *decision, int *proposals, int count)
{
	int sorted = 0;

	for (int i = 0; i < decision->count; i++)
		for (int j = sorted; j < count; j++) {
			int proposal = proposals[j];

			if (proposal != decision->proposal[i])
				continue;
			memmove(&proposals[sorted + 1], &proposals[sorted],
				(size_t)(j - sorted) * sizeof(*proposals));
			proposals[sorted++] = proposal;
		}
}

void pot_run_level(struct pot_run *run, const int *proposals, int count,
		   const struct decision *decision, bool open)
{
	struct result *result = run->result;
	struct tie *tie = &result->ties[result->tie_count];

	assert(result->tie_count < MEETING_PROPOSALS);
	*tie = (struct tie){
	    .pot = run->pot,
	    .votes = (int)run->tally->support[proposals[0]],
	    .count = count,
	    .changes_money = open || decision,
	    .settled = decision != NULL,
	};
	memcpy(tie->proposal, proposals, (size_t)count * sizeof(*proposals));
	if (decision)
		tie->kind = decision->kind;
	run->undecided |= open;
	result->stopped |= open;
	pot_run_step(run, STEP_TIE, -1, result->tie_count++, -1, 0);
}
