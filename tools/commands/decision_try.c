/* Whether the count will use what was typed: tried before anything is kept. */
#include <stdio.h>

#include "core/rule_kind.h"
#include "tools/commands/decision_count.h"
#include "words/words.h"

enum { LIST_BYTES = 256 };

/* "4,6": the numbers of COUNT proposals. */
static void list_numbers(const struct meeting *meeting, const int *proposals,
			 int count, char ret_list[LIST_BYTES])
{
	size_t used = 0;

	ret_list[0] = '\0';
	for (int i = 0; i < count && used < LIST_BYTES; i++)
		used += (size_t)snprintf(
		    ret_list + used, LIST_BYTES - used, "%s%d", i ? "," : "",
		    meeting->proposals[proposals[i]].number);
}

/* What is left in the pot when the first of TIE has its turn. */
static int64_t tie_money(const struct result *result, const struct tie *tie)
{
	const struct pot_result *pot = &result->pots[tie->pot];

	for (int i = pot->first_award; i < pot->end_award; i++)
		for (int j = 0; j < tie->count; j++)
			if (result->awards[i].proposal == tie->proposal[j])
				return result->awards[i].left_before_minor;
	return 0;
}

static enum status shares_fit(const struct meeting *meeting,
			      const struct decision *decision, int64_t left,
			      char ret_why[DECISION_WHY])
{
	for (int i = 0; i < decision->count; i++) {
		int64_t cost =
		    meeting->proposals[decision->proposal[i]].cost_minor;

		if (decision->amount_minor[i] > cost)
			return decision_above_cost(
			    meeting, decision->proposal[i], cost, ret_why);
	}
	return decision_sum_fits(decision, left, ret_why);
}

/* The first tie of RESULT that DECISION is about and that changes the money, or
 * NULL. */
static const struct tie *tie_of(const struct result *result,
				const struct decision *decision)
{
	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		if (tie->changes_money &&
		    decision_names(decision, tie->pot, tie->proposal,
				   tie->count))
			return tie;
	}
	return NULL;
}

/* The tie in POT that someone who types means: the open one, or NULL. */
static const struct tie *tie_meant(const struct result *result, int pot)
{
	const struct tie *meant = NULL;

	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		if (tie->pot == pot && tie->changes_money &&
		    (!meant || !tie->settled))
			meant = tie;
	}
	return meant;
}

/* Whether DECISION settles a tie of RESULT, open or settled before; RET_WHY if
 * not. */
static enum status settles(const struct meeting *meeting,
			   const struct result *result,
			   const struct decision *decision,
			   char ret_why[DECISION_WHY])
{
	const char *key = meeting->pots[decision->pot].key;
	const struct tie *tie = tie_of(result, decision), *other;
	char list[LIST_BYTES];

	if (!decision_ordered(decision->kind) &&
	    pot_rule(&meeting->pots[decision->pot]) != RULE_GREEDY) {
		snprintf(ret_why, DECISION_WHY,
			 _("In the pot \"%1$s\" a proposal gets all it costs "
			   "or nothing (rule = %2$s). Draw lots or agree on an "
			   "order."),
			 key, meeting->pots[decision->pot].rule);
		return STATUS_USAGE;
	}
	if (tie)
		return decision_ordered(decision->kind)
			   ? STATUS_OK
			   : shares_fit(meeting, decision,
					tie_money(result, tie), ret_why);
	other = tie_meant(result, decision->pot);
	if (other) {
		list_numbers(meeting, other->proposal, other->count, list);
		snprintf(ret_why, DECISION_WHY,
			 _("The tie in the pot \"%1$s\" is between others: "
			   "%2$s."),
			 key, list);
		return STATUS_USAGE;
	}
	snprintf(ret_why, DECISION_WHY,
		 _("No tie in the pot \"%s\" waits for a decision."), key);
	return STATUS_USAGE;
}

/* Two orders for one tie in one command are a slip of the pen. */
static enum status given_once(const struct meeting *meeting,
			      const struct typed *typed, int index,
			      char ret_why[DECISION_WHY])
{
	const struct decision *decision = &typed->decisions[index];

	for (int i = 0; i < index; i++) {
		if (!decision_replaces(decision, &typed->decisions[i]))
			continue;
		snprintf(ret_why, DECISION_WHY,
			 _("Two orders are given for one tie in the pot "
			   "\"%s\". Give one."),
			 meeting->pots[decision->pot].key);
		return STATUS_USAGE;
	}
	return STATUS_OK;
}

/* Whether RESULT tells of the tie that DECISION is about as SETTLED, or as open
 * and of weight. */
static bool has_tie(const struct result *result,
		    const struct decision *decision, bool settled)
{
	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		if (tie->settled == settled &&
		    (settled || tie->changes_money) &&
		    decision_names(decision, tie->pot, tie->proposal,
				   tie->count))
			return true;
	}
	return false;
}

/* Whether the tie that DECISION is about, met on the way to a pot's result, is
 * no longer open. Where shares are raised it may have been met at one that is
 * not the last: then the result does not tell of it. */
static bool passed(const struct meeting *meeting, const struct result *result,
		   const struct decision *decision)
{
	if (pot_rule(&meeting->pots[decision->pot]) == RULE_GREEDY)
		return false;
	return !has_tie(result, decision, false);
}

/* Whether the count that is RESULT used DECISION. It leaves a tie open when
 * money would go to two that exclude each other. */
static enum status settled(const struct meeting *meeting,
			   const struct result *result,
			   const struct decision *decision,
			   char ret_why[DECISION_WHY])
{
	if (has_tie(result, decision, true) ||
	    passed(meeting, result, decision))
		return STATUS_OK;
	snprintf(ret_why, DECISION_WHY,
		 _("Some of these in the pot \"%s\" exclude each other. Only "
		   "one of them can get money."),
		 meeting->pots[decision->pot].key);
	return STATUS_USAGE;
}

enum status decisions_try(const struct meeting *meeting,
			  const struct counting *counting,
			  const struct typed *typed, struct result *ret_result,
			  char ret_why[DECISION_WHY])
{
	enum status status =
	    decisions_count(meeting, counting, NULL, 0, ret_result);

	for (int i = 0; i < typed->count; i++) {
		if (status != STATUS_OK && status != STATUS_TIE)
			return status;
		status =
		    settles(meeting, ret_result, &typed->decisions[i], ret_why);
		if (status == STATUS_OK)
			status = given_once(meeting, typed, i, ret_why);
		if (status != STATUS_OK)
			return status;
		status = decisions_count(meeting, counting, typed->decisions,
					 i + 1, ret_result);
		if ((status == STATUS_OK || status == STATUS_TIE) &&
		    settled(meeting, ret_result, &typed->decisions[i],
			    ret_why) != STATUS_OK)
			return STATUS_USAGE;
	}
	return status;
}
