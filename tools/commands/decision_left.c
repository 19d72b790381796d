/* Whether what is left can be given away as was typed: decision_left_try(). */
#include <stdio.h>

#include "core/result.h"
#include "tools/commands/decision_count.h"
#include "words/words.h"

/* Whether something in POT waits for a tie to be settled. */
static bool pot_waits(const struct result *result, int pot)
{
	const struct pot_result *found = &result->pots[pot];

	for (int i = found->first_award; i < found->end_award; i++)
		if (result->awards[i].outcome == OUTCOME_UNDECIDED)
			return true;
	return false;
}

static enum status pot_shared(const struct meeting *meeting,
			      const struct result *result, int pot,
			      char ret_why[DECISION_WHY])
{
	int to = meeting->pots[pot].leftover_to;

	if (to >= 0) {
		snprintf(ret_why, DECISION_WHY,
			 _("What is left of the pot \"%1$s\" goes on to the "
			   "pot \"%2$s\". Share it out there."),
			 meeting->pots[pot].key, meeting->pots[to].key);
		return STATUS_USAGE;
	}
	if (pot_waits(result, pot)) {
		snprintf(ret_why, DECISION_WHY,
			 _("A tie in the pot \"%s\" is open. Settle it first, "
			   "with count."),
			 meeting->pots[pot].key);
		return STATUS_USAGE;
	}
	return STATUS_OK;
}

/* Nobody gets more than is missing to its cost. */
static enum status missing_fits(const struct meeting *meeting,
				const struct result *result,
				const struct decision *decision,
				char ret_why[DECISION_WHY])
{
	const struct pot_result *pot = &result->pots[decision->pot];

	for (int i = 0; i < decision->count; i++) {
		int proposal = decision->proposal[i];
		int64_t missing = meeting->proposals[proposal].cost_minor;

		for (int j = pot->first_award; j < pot->end_award; j++)
			if (result->awards[j].proposal == proposal)
				missing -= award_money(&result->awards[j]);
		if (decision->amount_minor[i] > missing)
			return decision_above_cost(meeting, proposal, missing,
						   ret_why);
	}
	return STATUS_OK;
}

enum status decision_left_try(const struct meeting *meeting,
			      const struct counting *counting,
			      const struct decision *decision,
			      struct result *ret_result,
			      char ret_why[DECISION_WHY])
{
	enum status status = decisions_count_without(
	    meeting, counting, decision, NULL, 0, ret_result);

	if (status != STATUS_OK && status != STATUS_TIE)
		return status;
	status = pot_shared(meeting, ret_result, decision->pot, ret_why);
	if (status == STATUS_OK)
		status = missing_fits(meeting, ret_result, decision, ret_why);
	if (status == STATUS_OK)
		status = decision_sum_fits(
		    decision, ret_result->pots[decision->pot].left_minor,
		    ret_why);
	if (status != STATUS_OK)
		return status;
	status = decisions_count_without(meeting, counting, decision, decision,
					 1, ret_result);
	if ((status == STATUS_OK || status == STATUS_TIE) &&
	    ret_result->pots[decision->pot].left_unused) {
		snprintf(ret_why, DECISION_WHY,
			 _("One of these in the pot \"%s\" excludes another "
			   "that gets money."),
			 meeting->pots[decision->pot].key);
		return STATUS_USAGE;
	}
	return status;
}
