/* rule_kind.h - the rules by which a pot's money is given away, as one table.
 */
#ifndef STEMMEBOKS_RULE_KIND_H
#define STEMMEBOKS_RULE_KIND_H

#include <stdbool.h>

struct pot;

enum rule_kind {
#define RULE_KIND(NAME, spelled, whole) RULE_##NAME,
#include "core/rule_kind.def"
#undef RULE_KIND
	RULE_KINDS
};

/* The rule spelled NAME; RULE_KINDS when there is none of that name. */
enum rule_kind rule_kind_find(const char *name);

/* As meeting.ini spells it. Static. */
const char *rule_kind_name(enum rule_kind kind);

/* The rule of POT; RULE_KINDS when it is not known. */
enum rule_kind pot_rule(const struct pot *pot);

/* Whether POT's rule looks at whole ballots, so that sums - a count of the urn
 * by hand - are not enough to give its money away. */
bool pot_whole_ballots(const struct pot *pot);

/* By what equal shares go in POT, as meeting.ini spells it: what the pot says,
 * or what holds when it says nothing. That is "cost", costs as utility; and
 * "add1u", raised by a unit of currency at a time until the money holds no more
 * (the convention of equalshares.net), and what is left by most support. Never
 * NULL. */
const char *pot_utility_name(const struct pot *pot);
const char *pot_completion_name(const struct pot *pot);

#endif
