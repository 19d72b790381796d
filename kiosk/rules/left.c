#include "rules/left.h"

#include <assert.h>
#include <string.h>

static const struct decision *left_decision(const struct decision *decisions,
					    int count, int pot)
{
	const struct decision *last = NULL;

	for (int i = 0; i < count; i++)
		if (decisions[i].kind == DECISION_LEFT &&
		    decisions[i].pot == pot)
			last = &decisions[i];
	return last;
}

/* The index of the pot's STEP_LEFT; -1 while the pot is undecided. */
static int left_step(const struct result *result, int pot)
{
	for (int i = 0; i < result->step_count; i++)
		if (result->steps[i].kind == STEP_LEFT &&
		    result->steps[i].pot == pot)
			return i;
	return -1;
}

/* The index of PROPOSAL's award in its pot, or -1. */
static int left_award(const struct result *result, int pot, int proposal)
{
	const struct pot_result *found = &result->pots[pot];

	for (int i = found->first_award; i < found->end_award; i++)
		if (result->awards[i].proposal == proposal)
			return i;
	return -1;
}

/* Whether one that has money, might still get it, or gets some by DECISION
 * excludes PROPOSAL. */
static bool left_excluded(const struct meeting *meeting,
			  const struct result *result,
			  const struct decision *decision, int proposal)
{
	for (int i = 0; i < meeting->proposal_count; i++) {
		const struct award *award = &result->awards[i];

		if ((award_funded(award) ||
		     award->outcome == OUTCOME_UNDECIDED) &&
		    meeting_incompatible(meeting, award->proposal, proposal))
			return true;
	}
	for (int i = 0; i < decision->count; i++)
		if (decision->amount_minor[i] > 0 &&
		    meeting_incompatible(meeting, decision->proposal[i],
					 proposal))
			return true;
	return false;
}

static bool left_fits(const struct meeting *meeting,
		      const struct result *result,
		      const struct decision *decision)
{
	int64_t left_minor = result->pots[decision->pot].left_minor;

	if (meeting->pots[decision->pot].leftover_to >= 0)
		return false;
	for (int i = 0; i < decision->count; i++) {
		int proposal = decision->proposal[i];
		int at = left_award(result, decision->pot, proposal);
		int64_t amount_minor = decision->amount_minor[i];
		int64_t lacks_minor;

		if (at < 0 || amount_minor < 0 || amount_minor > left_minor)
			return false;
		lacks_minor = meeting->proposals[proposal].cost_minor -
			      result->awards[at].amount_minor;
		if (amount_minor > lacks_minor ||
		    (amount_minor > 0 &&
		     left_excluded(meeting, result, decision, proposal)))
			return false;
		left_minor -= amount_minor;
	}
	return true;
}

/* A step before step AT. */
static void left_insert(struct result *result, int at, struct step step)
{
	assert(result->step_count < RESULT_STEPS);
	memmove(&result->steps[at + 1], &result->steps[at],
		(size_t)(result->step_count - at) * sizeof(step));
	result->steps[at] = step;
	result->step_count++;
}

static void left_give(struct result *result, const struct decision *decision,
		      int at)
{
	struct pot_result *pot = &result->pots[decision->pot];

	for (int i = 0; i < decision->count; i++) {
		int64_t amount_minor = decision->amount_minor[i];
		int award =
		    left_award(result, decision->pot, decision->proposal[i]);

		if (amount_minor == 0)
			continue;
		result->awards[award].agreed_minor = amount_minor;
		pot->given_minor += amount_minor;
		pot->left_minor -= amount_minor;
		left_insert(result, at++,
			    (struct step){.kind = STEP_AGREED,
					  .pot = decision->pot,
					  .award = award,
					  .tie = -1,
					  .other = -1,
					  .amount_minor = amount_minor});
	}
	result->steps[at].amount_minor = pot->left_minor;
}

void left_share(const struct meeting *meeting, const struct decision *decisions,
		int decision_count, struct result *result)
{
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		const struct decision *decision =
		    left_decision(decisions, decision_count, pot);
		int at = left_step(result, pot);

		if (!decision || at < 0)
			continue;
		if (left_fits(meeting, result, decision))
			left_give(result, decision, at);
		else
			result->pots[pot].left_unused = true;
	}
}
