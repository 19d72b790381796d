/* A count with a decision more, and whether the money it gives is there. */
#include "tools/commands/decision_count.h"

#include <stdio.h>
#include <stdlib.h>

#include "counting/counting.h"
#include "rules/count.h"
#include "words/words.h"

enum status decision_sum_fits(const struct decision *decision, int64_t left,
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

enum status decision_above_cost(const struct meeting *meeting, int proposal,
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

enum status decisions_count_without(const struct meeting *meeting,
				    const struct counting *counting,
				    const struct decision *skip,
				    const struct decision *extra,
				    int extra_count, struct result *ret_result)
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
	return decisions_count_without(meeting, counting, NULL, extra,
				       extra_count, ret_result);
}
