#include "rules/pot_options.h"

#include <string.h>

#include "core/meeting.h"
#include "core/rule_kind.h"

/* The place of NAME in NAMES, which NULL ends, or -1. */
static int name_find(const char *const *names, const char *name)
{
	for (int i = 0; names[i]; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

bool pot_utility_find(const char *name, enum rule_utility *ret_utility)
{
	static const char *const names[] = {
	    [UTILITY_COST] = "cost", [UTILITY_COUNT] = "count", NULL};
	int found = name_find(names, name);

	if (found >= 0)
		*ret_utility = (enum rule_utility)found;
	return found >= 0;
}

bool pot_completion_find(const char *name, enum rule_completion *ret_completion)
{
	static const char *const names[] = {[COMPLETION_NONE] = "none",
					    [COMPLETION_GREEDY] = "greedy",
					    [COMPLETION_ADD1] = "add1",
					    [COMPLETION_ADD1U] = "add1u",
					    NULL};
	int found = name_find(names, name);

	if (found >= 0)
		*ret_completion = (enum rule_completion)found;
	return found >= 0;
}

enum rule_completion pot_completion(const struct pot *pot)
{
	struct rule_options options = {.completion = COMPLETION_NONE};

	if (pot_rule(pot) == RULE_EQUAL_SHARES)
		pot_options(pot, &options);
	return options.completion;
}

bool pot_options(const struct pot *pot, struct rule_options *ret_options)
{
	struct rule_options options = {
	    .convention = CONVENTION_EQUALSHARES,
	    .fit = FIT_SKIP,
	    .value = VALUE_SUPPORT,
	    .threshold = 1,
	    .ties = tie_break_stop,
	};

	if (!pot_utility_find(pot_utility_name(pot), &options.utility) ||
	    !pot_completion_find(pot_completion_name(pot), &options.completion))
		return false;
	if (pot_rule(pot) == RULE_PHRAGMEN) {
		options.convention = CONVENTION_SKIP;
		options.phragmen_least = pot->support_from;
	}
	if (pot->ballot_type == BALLOT_SCORE)
		options.value_less = pot->score_least;
	*ret_options = options;
	return true;
}
