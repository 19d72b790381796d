/* compare_rule.h - a rule and its parameters in one word, as --rules spells
 * them: "greedy", "equal-shares:count:add1".
 *
 * A rule's name (election_rules), then, behind colons and in any order, what
 * the options of `count` of that rule may say; each at most once. Where nothing
 * is said it is as `count` does, but equal shares are completed by add1u: they
 * are hardly ever used without a completion.
 */
#ifndef STEMMEBOKS_COMPARE_RULE_H
#define STEMMEBOKS_COMPARE_RULE_H

#include "tools/commands/election_options.h"

enum { COMPARE_RULES = 12, COMPARE_NAME = 64 };

/* Compared when --rules is not given. */
#define COMPARE_USUAL                                                          \
	"greedy,greedy-ratio,equal-shares:cost:add1u,phragmen,welfare"

struct compare_rule {
	char name[COMPARE_NAME]; /* with all that it goes by */
	const struct election_rule *rule;
	struct rule_options options;
};

/* Reads LIST, words between commas, which all get TIES. STATUS_USAGE: WHY says
 * the word that is wrong, or one too many. */
enum status compare_rules_read(const char *list, const struct tie_break *ties,
			       struct compare_rule ret_rules[COMPARE_RULES],
			       int *ret_count, char why[COMPARE_NAME]);

#endif
