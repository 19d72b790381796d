/* pot_options.h - what a pot says about its rule, as a rule on elections takes
 * it. */
#ifndef STEMMEBOKS_POT_OPTIONS_H
#define STEMMEBOKS_POT_OPTIONS_H

#include "rules/funding.h"

struct pot;

/* The utility spelled NAME ("cost", "count"), and the completion ("none",
 * "greedy", "add1", "add1u"). False, nothing written, when there is none. */
bool pot_utility_find(const char *name, enum rule_utility *ret_utility);
bool pot_completion_find(const char *name,
			 enum rule_completion *ret_completion);

/* The completion of POT, whose options are known. */
enum rule_completion pot_completion(const struct pot *pot);

/* The options of POT, but for who settles ties. False, nothing written, when
 * one is not known.
 *
 * Projects that nobody names are out. Of scores the lowest is taken off for
 * equal shares, so that it is no support. Under phragmen what costs more than
 * is left leaves the line and the count goes on; scores below the pot's
 * support_from are no support. */
bool pot_options(const struct pot *pot, struct rule_options *ret_options);

#endif
