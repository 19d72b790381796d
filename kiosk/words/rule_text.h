/* rule_text.h - the rules by which a pot's money is given away, each in a
 * sentence: the same ones on paper, page, command line and big screen. */
#ifndef STEMMEBOKS_RULE_TEXT_H
#define STEMMEBOKS_RULE_TEXT_H

#include <stdbool.h>

#include "words/votes.h"

struct pot;

/* The rule of POT as a sentence in the current language; NULL when it is not
 * known. */
const char *rule_text(const struct pot *pot);

/* Which proposal equal shares in POT take first, likewise; NULL under other
 * rules, which say so themselves. */
const char *rule_order_text(const struct pot *pot);

/* Writes what counts as support where ballots are not ticked and the rule looks
 * at whole ballots, as a sentence; false, nothing written, where nothing is to
 * be said. */
bool rule_support_text(const struct pot *pot, char ret_text[BALLOT_RULE]);

/* What happens to a proposal of POT that costs more than is left, as a sentence
 * in the current language; NULL where the rule itself says it. */
const char *misfit_text(const struct pot *pot);

/* What becomes of the money that equal shares in POT leave over by themselves,
 * as a sentence in the current language; NULL under other rules. */
const char *rule_rest_text(const struct pot *pot);

#endif
