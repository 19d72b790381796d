#include "tools/compare/compare_rule.h"

#include <stdio.h>
#include <string.h>

/* A part of a word: what it sets, and to what. */
static const struct part {
	const char *name;
	enum election_option option;
	int value;
} parts[] = {
    {"cost", ELECTION_OPTION_UTILITY, UTILITY_COST},
    {"count", ELECTION_OPTION_UTILITY, UTILITY_COUNT},
    {"none", ELECTION_OPTION_COMPLETION, COMPLETION_NONE},
    {"greedy", ELECTION_OPTION_COMPLETION, COMPLETION_GREEDY},
    {"add1", ELECTION_OPTION_COMPLETION, COMPLETION_ADD1},
    {"add1u", ELECTION_OPTION_COMPLETION, COMPLETION_ADD1U},
    {"equalshares", ELECTION_OPTION_CONVENTION, CONVENTION_EQUALSHARES},
    {"pabutools", ELECTION_OPTION_CONVENTION, CONVENTION_PABUTOOLS},
    {"checker", ELECTION_OPTION_CONVENTION, CONVENTION_CHECKER},
    {"skip", ELECTION_OPTION_CONVENTION, CONVENTION_SKIP},
    {"skip", ELECTION_OPTION_FIT, FIT_SKIP},
    {"stop", ELECTION_OPTION_FIT, FIT_STOP},
    {"support", ELECTION_OPTION_VALUE, VALUE_SUPPORT},
    {"support-cost", ELECTION_OPTION_VALUE, VALUE_SUPPORT_COST},
};

enum { PARTS = sizeof(parts) / sizeof(*parts) };

static const struct election_rule *rule_find(const char *name)
{
	for (const struct election_rule *rule = election_rules; rule->name;
	     rule++)
		if (strcmp(rule->name, name) == 0)
			return rule;
	return NULL;
}

static bool convention_fits(const struct election_rule *rule, int convention)
{
	if (rule->run == rule_phragmen)
		return convention == CONVENTION_PABUTOOLS ||
		       convention == CONVENTION_SKIP;
	return convention != CONVENTION_SKIP;
}

static void part_set(struct rule_options *options, const struct part *part)
{
	switch (part->option) {
	case ELECTION_OPTION_UTILITY:
		options->utility = (enum rule_utility)part->value;
		break;
	case ELECTION_OPTION_COMPLETION:
		options->completion = (enum rule_completion)part->value;
		break;
	case ELECTION_OPTION_CONVENTION:
		options->convention = (enum rule_convention)part->value;
		break;
	case ELECTION_OPTION_FIT:
		options->fit = (enum rule_fit)part->value;
		break;
	default:
		options->value = (enum rule_value)part->value;
		break;
	}
}

/* Whether PART is something that RULE goes by, and not said before. */
static bool part_fits(const struct compare_rule *rule, const struct part *part,
		      unsigned said)
{
	const unsigned bit = 1U << part->option;

	return (rule->rule->takes & bit) && !(said & bit) &&
	       (part->option != ELECTION_OPTION_CONVENTION ||
		convention_fits(rule->rule, part->value));
}

static bool part_read(struct compare_rule *rule, const char *name,
		      unsigned *said)
{
	for (int i = 0; i < PARTS; i++) {
		if (strcmp(parts[i].name, name) != 0 ||
		    !part_fits(rule, &parts[i], *said))
			continue;
		part_set(&rule->options, &parts[i]);
		*said |= 1U << parts[i].option;
		return true;
	}
	return false;
}

static void name_add(struct compare_rule *rule, const char *part)
{
	size_t used = strlen(rule->name);

	if (part)
		snprintf(rule->name + used, sizeof(rule->name) - used, ":%s",
			 part);
}

/* The whole name, in which nothing is left to be known by heart. */
static void name_write(struct compare_rule *rule)
{
	const struct election_options options = {.rule = rule->rule,
						 .options = rule->options};

	snprintf(rule->name, sizeof(rule->name), "%s", rule->rule->name);
	name_add(rule, election_utility_name(&options));
	name_add(rule, election_completion_name(&options));
	name_add(rule, election_convention_name(&options));
	if (rule->options.fit == FIT_STOP)
		name_add(rule, "stop");
	if (rule->options.value == VALUE_SUPPORT_COST)
		name_add(rule, "support-cost");
}

static bool word_read(char *word, const struct tie_break *ties,
		      struct compare_rule *ret_rule)
{
	struct compare_rule rule = {.options = {.ties = *ties}};
	char *rest = word, *part = strsep(&rest, ":");
	unsigned said = 0;

	rule.rule = rule_find(part);
	if (!rule.rule)
		return false;
	if (rule.rule->run == rule_equal_shares)
		rule.options.completion = COMPLETION_ADD1U;
	if (rule.rule->run == rule_phragmen)
		rule.options.convention = CONVENTION_PABUTOOLS;
	while ((part = strsep(&rest, ":")))
		if (!part_read(&rule, part, &said))
			return false;
	name_write(&rule);
	*ret_rule = rule;
	return true;
}

enum status compare_rules_read(const char *list, const struct tie_break *ties,
			       struct compare_rule ret_rules[COMPARE_RULES],
			       int *ret_count, char why[COMPARE_NAME])
{
	char word[COMPARE_NAME];
	int count = 0;

	for (const char *at = list;; at++) {
		size_t length = strcspn(at, ",");

		snprintf(why, COMPARE_NAME, "%.*s", (int)length, at);
		snprintf(word, sizeof(word), "%s", why);
		if (length >= COMPARE_NAME || count == COMPARE_RULES ||
		    !word_read(word, ties, &ret_rules[count]))
			return STATUS_USAGE;
		count++;
		at += length;
		if (!*at)
			break;
	}
	*ret_count = count;
	return STATUS_OK;
}
