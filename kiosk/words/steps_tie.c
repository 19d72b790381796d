/* A tie in words. */
#include <stdio.h>
#include <string.h>

#include "core/rule_kind.h"
#include "words/steps.h"
#include "words/steps_parts.h"
#include "words/votes.h"
#include "words/words.h"

enum { JOINED_MOST = 8 }; /* as many numbers are never broken apart */

#define NO_BREAK_SPACE "\u00a0"

/* Makes the spaces of TEXT such that no line is broken there. */
static void spaces_join(char text[STEP_LIST])
{
	enum { MORE = sizeof(NO_BREAK_SPACE) - 2 };
	size_t length = strlen(text);

	for (char *at = text; (at = strchr(at, ' ')); at += MORE + 1) {
		if (length + MORE >= STEP_LIST)
			return;
		memmove(at + MORE, at, length - (size_t)(at - text) + 1);
		memcpy(at, NO_BREAK_SPACE, MORE + 1);
		length += MORE;
	}
}

void tie_list(const struct meeting *meeting, const struct tie *tie,
	      bool ordered, char ret_text[STEP_LIST])
{
	char before[STEP_LIST];

	snprintf(ret_text, STEP_LIST, "%d",
		 meeting->proposals[tie->proposal[0]].number);
	for (int i = 1; i < tie->count; i++) {
		int number = meeting->proposals[tie->proposal[i]].number;
		bool full = strlen(ret_text) > STEP_LIST - 40;

		memcpy(before, ret_text, STEP_LIST);
		if (full)
			snprintf(ret_text, STEP_LIST, "%.*s …", STEP_LIST - 8,
				 before);
		else if (i == tie->count - 1 && !ordered)
			/* TRANSLATORS: the last of a list of numbers. */
			snprintf(ret_text, STEP_LIST, _("%1$s and %2$d"),
				 before, number);
		else
			/* TRANSLATORS: one more in a list of numbers. */
			snprintf(ret_text, STEP_LIST, _("%1$s, %2$d"), before,
				 number);
		if (full)
			return;
	}
	if (tie->count <= JOINED_MOST)
		spaces_join(ret_text);
}

static void equal_sentence(const struct meeting *meeting, const struct tie *tie,
			   char ret_text[STEP_TEXT])
{
	const enum ballot_type type = meeting->pots[tie->pot].ballot_type;
	unsigned long votes = (unsigned long)tie->votes;
	char list[STEP_LIST];

	tie_list(meeting, tie, false, list);
	if (pot_rule(&meeting->pots[tie->pot]) == RULE_KNAPSACK)
		/* TRANSLATORS: numbers of proposals, as "4, 6 and 7". */
		snprintf(ret_text, STEP_TEXT,
			 _("Several choices are equally good. They differ in "
			   "proposals %s."),
			 list);
	else if (pot_rule(&meeting->pots[tie->pot]) != RULE_GREEDY)
		/* TRANSLATORS: numbers of proposals, as "4, 6 and 7". */
		snprintf(ret_text, STEP_TEXT,
			 _("Proposals %s stand equal under the rule."), list);
	else if (tie->count == 2)
		/* TRANSLATORS: two numbers of proposals, as "4 and 6". */
		snprintf(
		    ret_text, STEP_TEXT,
		    votes_or(type,
			     words_plural("Proposals %s both have %lu vote.",
					  "Proposals %s both have %lu votes.",
					  votes),
			     words_plural("Proposals %s both have %lu point.",
					  "Proposals %s both have %lu points.",
					  votes)),
		    list, votes);
	else
		/* TRANSLATORS: numbers of proposals, as "4, 6 and 7". */
		snprintf(
		    ret_text, STEP_TEXT,
		    votes_or(type,
			     words_plural("Proposals %s have %lu vote each.",
					  "Proposals %s have %lu votes each.",
					  votes),
			     words_plural("Proposals %s have %lu point each.",
					  "Proposals %s have %lu points each.",
					  votes)),
		    list, votes);
}

void step_tie_sentence(const struct meeting *meeting, const struct tie *tie,
		       char ret_text[STEP_TEXT])
{
	char list[STEP_LIST], order[STEP_TEXT];

	equal_sentence(meeting, tie, ret_text);
	if (!tie->settled) {
		step_add(ret_text,
			 tie->changes_money
			     ? _("Drawing lots decides who gets money.")
			     : _("That does not change the money."));
		return;
	}
	if (tie->kind == DECISION_SPLIT) {
		step_add(ret_text,
			 _("The room agreed how they share the money."));
		return;
	}
	tie_list(meeting, tie, true, list);
	/* TRANSLATORS: numbers of proposals, first is first, as "6, 4, 7". */
	snprintf(order, sizeof(order),
		 tie->kind == DECISION_LOTS
		     ? _("Lots were drawn and gave the order %s.")
		     : _("The room agreed on the order %s."),
		 list);
	step_add(ret_text, order);
}
