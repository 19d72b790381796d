#include "core/result.h"

#include <assert.h>
#include <string.h>

static const struct {
	const char *spelled;
	bool ordered;
} kinds[DECISION_KINDS] = {
#define DECISION(NAME, spelled, ordered) {spelled, ordered},
#include "core/decision.def"
#undef DECISION
};

const char *decision_name(enum decision_kind kind)
{
	assert((unsigned)kind < DECISION_KINDS);
	return kinds[kind].spelled;
}

int decision_kind_find(const char *name)
{
	for (int i = 0; i < DECISION_KINDS; i++)
		if (strcmp(kinds[i].spelled, name) == 0)
			return i;
	return -1;
}

bool decision_ordered(enum decision_kind kind)
{
	assert((unsigned)kind < DECISION_KINDS);
	return kinds[kind].ordered;
}

int64_t award_money(const struct award *award)
{
	return award->amount_minor + award->agreed_minor;
}

bool award_funded(const struct award *award)
{
	return award->outcome == OUTCOME_FUNDED || award_money(award) > 0;
}
