/* Whether the count will use what was typed: tried before anything is kept. */
#include <stdio.h>
#include <stdlib.h>

#include "core/rule_kind.h"
#include "counting/counting.h"
#include "rules/count.h"
#include "tools/commands/decision_option.h"
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

/* Whether the shares of DECISION are not more than LEFT together. */
static enum status sum_fits(const struct decision *decision, int64_t left,
			    char ret_why[DECISION_WHY])
{
	char together[MONEY_TEXT], rest[MONEY_TEXT];
	int64_t sum = 0;

	for (int i = 0; i < decision->count; i++)
		sum += decision->amount_minor[i];
	if (sum <= left)
		return STATUS_OK;
	words_money(sum, together);
	words_money(left, rest);
	snprintf(ret_why, DECISION_WHY,
		 _("The shares are %1$s together, but %2$s is left."), together,
		 rest);
	return STATUS_USAGE;
}

static enum status above_cost(const struct meeting *meeting, int proposal,
			      int64_t most, char ret_why[DECISION_WHY])
{
	char money[MONEY_TEXT];

	words_money(most, money);
	snprintf(ret_why, DECISION_WHY,
		 _("Proposal %1$d can get at most %2$s, or it gets more than "
		   "it costs."),
		 meeting->proposals[proposal].number, money);
	return STATUS_USAGE;
}

static enum status shares_fit(const struct meeting *meeting,
			      const struct decision *decision, int64_t left,
			      char ret_why[DECISION_WHY])
{
	for (int i = 0; i < decision->count; i++) {
		int64_t cost =
		    meeting->proposals[decision->proposal[i]].cost_minor;

		if (decision->amount_minor[i] > cost)
			return above_cost(meeting, decision->proposal[i], cost,
					  ret_why);
	}
	return sum_fits(decision, left, ret_why);
}

/* Whether DECISION settles a tie of RESULT, open or settled before; RET_WHY if
 * not. */
static enum status settles(const struct meeting *meeting,
			   const struct result *result,
			   const struct decision *decision,
			   char ret_why[DECISION_WHY])
{
	const char *key = meeting->pots[decision->pot].key;
	const struct tie *other = NULL;
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
	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		if (tie->pot != decision->pot || !tie->changes_money)
			continue;
		if (decision_names(decision, tie->pot, tie->proposal,
				   tie->count))
			return decision_ordered(decision->kind)
				   ? STATUS_OK
				   : shares_fit(meeting, decision,
						tie_money(result, tie),
						ret_why);
		/* The open one is what someone who types means. */
		if (!other || !tie->settled)
			other = tie;
	}
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

/* As decisions_count(), but without those of KEPT that SKIP replaces; SKIP may
 * be NULL. */
static enum status count_with(const struct meeting *meeting,
			      const struct counting *counting,
			      const struct decision *skip,
			      const struct decision *extra, int extra_count,
			      struct result *ret_result)
{
	int room = counting->decision_count + extra_count, count = 0;
	struct decision *all = calloc((size_t)room + 1, sizeof(*all));
	enum status status;

	if (!all)
		return STATUS_MEMORY;
	for (int i = 0; i < counting->decision_count; i++) {
		const struct decision *kept = &counting->decisions[i];

		if (!skip || kept->kind != DECISION_LEFT ||
		    kept->pot != skip->pot)
			all[count++] = *kept;
	}
	for (int i = 0; i < extra_count; i++)
		all[count++] = extra[i];
	status = count_meeting(meeting, &counting->standing, &counting->ballots,
			       all, count, ret_result);
	free(all);
	return status;
}

enum status decisions_count(const struct meeting *meeting,
			    const struct counting *counting,
			    const struct decision *extra, int extra_count,
			    struct result *ret_result)
{
	return count_with(meeting, counting, NULL, extra, extra_count,
			  ret_result);
}

/* Whether the tie that DECISION is about, met on the way to a pot's result, is
 * no longer open. Where shares are raised it may have been met at one that is
 * not the last: then the result does not tell of it. */
static bool passed(const struct meeting *meeting, const struct result *result,
		   const struct decision *decision)
{
	if (pot_rule(&meeting->pots[decision->pot]) == RULE_GREEDY)
		return false;
	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		if (tie->changes_money && !tie->settled &&
		    decision_names(decision, tie->pot, tie->proposal,
				   tie->count))
			return false;
	}
	return true;
}

/* Whether the count that is RESULT used DECISION. It leaves a tie open when
 * money would go to two that exclude each other. */
static enum status settled(const struct meeting *meeting,
			   const struct result *result,
			   const struct decision *decision,
			   char ret_why[DECISION_WHY])
{
	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		if (tie->settled && decision_names(decision, tie->pot,
						   tie->proposal, tie->count))
			return STATUS_OK;
	}
	if (passed(meeting, result, decision))
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
			return above_cost(meeting, proposal, missing, ret_why);
	}
	return STATUS_OK;
}

enum status decision_left_try(const struct meeting *meeting,
			      const struct counting *counting,
			      const struct decision *decision,
			      struct result *ret_result,
			      char ret_why[DECISION_WHY])
{
	enum status status =
	    count_with(meeting, counting, decision, NULL, 0, ret_result);

	if (status != STATUS_OK && status != STATUS_TIE)
		return status;
	status = pot_shared(meeting, ret_result, decision->pot, ret_why);
	if (status == STATUS_OK)
		status = missing_fits(meeting, ret_result, decision, ret_why);
	if (status == STATUS_OK)
		status = sum_fits(decision,
				  ret_result->pots[decision->pot].left_minor,
				  ret_why);
	if (status != STATUS_OK)
		return status;
	status =
	    count_with(meeting, counting, decision, decision, 1, ret_result);
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
