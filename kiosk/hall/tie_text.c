#include "hall/tie_text.h"

#include <stdio.h>

#include "core/rule_kind.h"
#include "hall/tie.h"
#include "words/votes.h"
#include "words/words.h"

static bool by_lots(const struct hall_tie *tie)
{
	return !tie->settled || tie->kind == DECISION_LOTS;
}

void tie_title_text(const struct hall_view *view, const struct hall_tie *tie,
		    char ret_text[HALL_LINE])
{
	const struct meeting *meeting = view->meeting;

	/* TRANSLATORS: the title of a pot. */
	words_fill(ret_text, HALL_LINE,
		   by_lots(tie) ? _("Lots are drawn: %s")
				: _("Agreed in the meeting: %s"),
		   meeting_text(meeting, &meeting->pots[tie->pot].title,
				view->language, NULL));
}

static void equal_text(const struct meeting *meeting,
		       const struct hall_tie *tie, char ret_text[HALL_LINE])
{
	const unsigned long count = (unsigned long)tie->votes;
	char money[MONEY_TEXT], left[HALL_LINE / 2], votes[HALL_LINE / 2];

	words_money(tie->left_minor, money);
	/* TRANSLATORS: an amount of money. */
	words_fill(left, sizeof(left), _("There is %s left."), money);
	if (pot_rule(&meeting->pots[tie->pot]) != RULE_GREEDY) {
		snprintf(ret_text, HALL_LINE, "%s %s",
			 _("They stand equal under the rule."), left);
		return;
	}
	snprintf(votes, sizeof(votes),
		 votes_or(meeting->pots[tie->pot].ballot_type,
			  words_plural("They have %d vote each.",
				       "They have %d votes each.", count),
			  words_plural("They have %d point each.",
				       "They have %d points each.", count)),
		 tie->votes);
	snprintf(ret_text, HALL_LINE, "%s %s", votes, left);
}

const char *tie_line(const struct hall_tie *tie)
{
	static const char *const settled[DECISION_KINDS] = {
	    [DECISION_LOTS] = N_("The lots gave this order."),
	    [DECISION_AGREED] = N_("The room agreed on this order."),
	    [DECISION_SPLIT] = N_("The room agreed to share the money."),
	};

	return tie->settled && settled[tie->kind]
		   ? _(settled[tie->kind])
		   : _("Drawing lots decides who gets money.");
}

void tie_facts_text(const struct meeting *meeting, const struct hall_tie *tie,
		    char ret_text[HALL_LINE])
{
	if (tie->settled)
		snprintf(ret_text, HALL_LINE, "%s", tie_line(tie));
	else
		equal_text(meeting, tie, ret_text);
}

static bool some_exclude(const struct meeting *meeting,
			 const struct hall_tie *tie)
{
	for (int i = 0; i < tie->count; i++)
		for (int j = 0; j < i; j++)
			if (meeting_incompatible(meeting, tie->proposal[i],
						 tie->proposal[j]))
				return true;
	return false;
}

void tie_rule_text(const struct meeting *meeting, const struct hall_tie *tie,
		   char between, char ret_text[TIE_RULE])
{
	static const char *const misfits[] = {
	    [MISFIT_SKIP] = N_("One that costs more than is left is skipped."),
	    [MISFIT_STOP] = N_("The first that costs too much ends the count."),
	    [MISFIT_PART] = N_("One that costs too much may get a part."),
	};
	bool split = tie->settled && tie->kind == DECISION_SPLIT;
	char first[HALL_LINE];
	int length;

	if (tie->settled)
		equal_text(meeting, tie, first);
	else
		snprintf(first, sizeof(first), "%s",
			 _("The lots decide the order."));
	if (split) {
		snprintf(ret_text, TIE_RULE, "%s", first);
		return;
	}
	if (pot_rule(&meeting->pots[tie->pot]) != RULE_GREEDY) {
		snprintf(ret_text, TIE_RULE, "%s%c%s", first, between,
			 _("The first of them comes first; then the count goes "
			   "on by the rule."));
		return;
	}
	length =
	    snprintf(ret_text, TIE_RULE, "%s%c%s%c%s", first, between,
		     _("The money goes in that order while there is enough."),
		     between, _(misfits[meeting->pots[tie->pot].misfit]));
	if (some_exclude(meeting, tie) && length < TIE_RULE)
		snprintf(ret_text + length, TIE_RULE - (size_t)length, "%c%s",
			 between, _("Some of them exclude each other."));
}
