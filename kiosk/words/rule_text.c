#include "words/rule_text.h"

#include <stdio.h>
#include <string.h>

#include "core/meeting.h"
#include "core/rule_kind.h"
#include "words/words.h"

/* Where ballots are ticked, and where support is points. */
static const struct {
	const char *votes, *points;
} rules[RULE_KINDS] = {
    [RULE_GREEDY] = {N_("Most votes first, as long as there is money."),
		     N_("Most points first, as long as there is money.")},
    [RULE_EQUAL_SHARES] =
	{N_("Every ballot has an equal share of the money. Supporters pay for "
	    "a proposal together."),
	 N_("Every ballot has an equal share of the money. Supporters pay for "
	    "a proposal together.")},
    [RULE_PHRAGMEN] =
	{N_("Every ballot saves up money at the same pace. A proposal gets its "
	    "money as soon as its supporters have saved enough together. One "
	    "that costs more than is left is skipped."),
	 N_("Every ballot saves up money at the same pace. A proposal gets its "
	    "money as soon as its supporters have saved enough together. One "
	    "that costs more than is left is skipped.")},
    [RULE_KNAPSACK] =
	{N_("The proposals that have most votes together get the money."),
	 N_("The proposals that have most points together get the money.")},
};

const char *rule_text(const struct pot *pot)
{
	enum rule_kind kind = pot_rule(pot);

	if (kind == RULE_KINDS)
		return NULL;
	return words_get(ballot_type_ticked(pot->ballot_type)
			     ? rules[kind].votes
			     : rules[kind].points);
}

const char *rule_order_text(const struct pot *pot)
{
	static const struct {
		const char *utility, *votes, *points;
	} orders[] = {
	    {"cost",
	     N_("First comes the one of which each supporter pays the smallest "
		"part."),
	     N_("First comes the one of which they pay the smallest part for "
		"each point.")},
	    {"count",
	     N_("First comes the one that costs each supporter least."),
	     N_("First comes the one that costs them least for each point.")},
	};

	if (pot_rule(pot) != RULE_EQUAL_SHARES)
		return NULL;
	for (size_t i = 0; i < sizeof(orders) / sizeof(*orders); i++)
		if (strcmp(orders[i].utility, pot_utility_name(pot)) == 0)
			return words_get(ballot_type_ticked(pot->ballot_type)
					     ? orders[i].votes
					     : orders[i].points);
	return NULL;
}

bool rule_support_text(const struct pot *pot, char ret_text[BALLOT_RULE])
{
	const enum rule_kind kind = pot_rule(pot);
	const bool score = pot->ballot_type == BALLOT_SCORE;

	if (kind == RULE_EQUAL_SHARES && score && pot->score_least > 0)
		snprintf(ret_text, BALLOT_RULE,
			 _("The lowest score, %d, is no support. Those above "
			   "count as so much less."),
			 pot->score_least);
	else if (kind == RULE_PHRAGMEN && score)
		snprintf(ret_text, BALLOT_RULE,
			 _("Whoever gives it a score of %d or more supports "
			   "it."),
			 pot->support_from);
	else if (kind == RULE_PHRAGMEN && !ballot_type_ticked(pot->ballot_type))
		snprintf(ret_text, BALLOT_RULE, "%s",
			 _("All who name it support it, one as much as the "
			   "other."));
	else
		return false;
	return true;
}

const char *misfit_text(const struct pot *pot)
{
	static const char *const texts[] = {
	    [MISFIT_SKIP] = N_("One that costs more than is left is skipped."),
	    [MISFIT_STOP] = N_("The first that costs too much ends the count."),
	    [MISFIT_PART] = N_("One that costs too much may get a part."),
	};

	return pot_rule(pot) == RULE_GREEDY ? words_get(texts[pot->misfit])
					    : NULL;
}

const char *rule_rest_text(const struct pot *pot)
{
	static const struct {
		const char *completion, *text;
	} rests[] = {
	    {"none", N_("What the shares cannot buy is left over.")},
	    {"greedy", N_("What the shares cannot buy goes to those with most "
			  "support, as long as there is money.")},
	    {"add1",
	     N_("The shares are raised by one krone at a time, until nothing "
		"more fits or the money would not last.")},
	    {"add1u",
	     N_("The shares are raised by one krone at a time, until nothing "
		"more fits or the money would not last. What they cannot buy "
		"goes to those with most support.")},
	};

	if (pot_rule(pot) != RULE_EQUAL_SHARES)
		return NULL;
	for (size_t i = 0; i < sizeof(rests) / sizeof(*rests); i++)
		if (strcmp(rests[i].completion, pot_completion_name(pot)) == 0)
			return words_get(rests[i].text);
	return NULL;
}
