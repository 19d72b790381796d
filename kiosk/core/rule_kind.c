#include "core/rule_kind.h"

#include <assert.h>
#include <string.h>

#include "core/meeting.h"

static const struct {
	const char *spelled;
	bool whole;
} kinds[RULE_KINDS] = {
#define RULE_KIND(NAME, spelled, whole) {spelled, whole},
#include "core/rule_kind.def"
#undef RULE_KIND
};

enum rule_kind rule_kind_find(const char *name)
{
	int kind = 0;

	while (kind < RULE_KINDS && strcmp(kinds[kind].spelled, name) != 0)
		kind++;
	return (enum rule_kind)kind;
}

const char *rule_kind_name(enum rule_kind kind)
{
	assert((unsigned)kind < RULE_KINDS);
	return kinds[kind].spelled;
}

enum rule_kind pot_rule(const struct pot *pot)
{
	return pot->rule ? rule_kind_find(pot->rule) : RULE_KINDS;
}

bool pot_whole_ballots(const struct pot *pot)
{
	enum rule_kind kind = pot_rule(pot);

	return kind < RULE_KINDS && kinds[kind].whole;
}

const char *pot_utility_name(const struct pot *pot)
{
	return pot->utility ? pot->utility : "cost";
}

const char *pot_completion_name(const struct pot *pot)
{
	return pot->completion ? pot->completion : "add1u";
}
