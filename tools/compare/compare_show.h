/* compare_show.h - a comparison for people and for programs. */
#ifndef STEMMEBOKS_COMPARE_SHOW_H
#define STEMMEBOKS_COMPARE_SHOW_H

#include <jansson.h>

#include "tools/commands/election_text.h"
#include "tools/compare/compare.h"

/* The rules, each with its letter. */
void compare_tell_rules(const struct arguments *arguments,
			const struct compare_rule *rules, int count);

/* COMPARISON of NAMED, whose heading is TITLE: a table of who gets money under
 * each rule, then whom each rule serves. */
void compare_tell(const struct arguments *arguments, const char *title,
		  const struct election_named *named,
		  const struct comparison *comparison);

/* {"title","budget","ballots","blank","projects":[{"id","name","cost",
 * "support"}],"rules":[{"rule","counted","stopped","winners":[id in the file's
 * order],"total_cost","served","unserved","average_spent","ties"}]}: served and
 * unserved are numbers of ballots, money is "p/q" or a whole number of units of
 * currency, and "counted" is false where the rule could not finish exactly.
 * NULL without memory. */
json_t *compare_json(const char *title, const struct election_named *named,
		     const struct comparison *comparison);

#endif
