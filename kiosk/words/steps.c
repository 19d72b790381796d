#include "words/steps.h"

#include <stdio.h>
#include <string.h>

#include "core/utf8.h"
#include "words/steps_parts.h"
#include "words/words.h"

void step_title(const char *text, char ret_text[STEP_TITLE])
{
	size_t length = strlen(text);

	if (length < STEP_TITLE) {
		memcpy(ret_text, text, length + 1);
		return;
	}
	length = utf8_cut(text, STEP_TITLE - sizeof("…"));
	snprintf(ret_text, STEP_TITLE, "%.*s…", (int)length, text);
}

void step_amount(int64_t amount_minor, bool exactly, char ret_text[STEP_AMOUNT])
{
	char money[MONEY_TEXT];

	words_money(amount_minor, money);
	if (exactly)
		snprintf(ret_text, STEP_AMOUNT, "%s", money);
	else
		/* TRANSLATORS: an amount of money, rounded. */
		words_fill(ret_text, STEP_AMOUNT, _("about %s"), money);
}

void step_add(char text[STEP_TEXT], const char *sentence)
{
	size_t length = strlen(text);

	snprintf(text + length, STEP_TEXT - length, " %s", sentence);
}

static void pot_title(const struct meeting *meeting, int pot, int language,
		      char ret_text[STEP_TITLE])
{
	step_title(
	    meeting_text(meeting, &meeting->pots[pot].title, language, NULL),
	    ret_text);
}

/* A step about the pot's money. UNUSED: what was agreed about the rest does not
 * fit. */
static void pot_sentence(const struct meeting *meeting, const struct step *step,
			 bool unused, int language, char ret_text[STEP_TEXT])
{
	char title[STEP_TITLE], other[STEP_TITLE] = "";
	char amount[MONEY_TEXT];

	pot_title(meeting, step->pot, language, title);
	words_money(step->amount_minor, amount);
	if (step->other >= 0)
		pot_title(meeting, step->other, language, other);
	if (step->kind == STEP_POT)
		/* TRANSLATORS: the title of a pot, and an amount of money. */
		words_fill(ret_text, STEP_TEXT,
			   _("%1$s: there is %2$s to give away."), title,
			   amount);
	else if (step->kind == STEP_MOVED)
		/* TRANSLATORS: a pot, an amount of money, and another pot. */
		words_fill(ret_text, STEP_TEXT,
			   _("%1$s: %2$s comes on top, left over from %3$s."),
			   title, amount, other);
	else if (step->kind == STEP_MOVES_TO)
		/* TRANSLATORS: a pot, an amount of money, and another pot. */
		words_fill(ret_text, STEP_TEXT,
			   _("%1$s: the %2$s that is left goes on to %3$s."),
			   title, amount, other);
	else if (step->kind == STEP_COMPLETE)
		/* TRANSLATORS: a pot, and an amount of money. */
		words_fill(ret_text, STEP_TEXT,
			   _("%1$s: the %2$s that is left goes to those with "
			     "most support."),
			   title, amount);
	else if (step->amount_minor == 0)
		words_fill(ret_text, STEP_TEXT,
			   _("%1$s: all the money is given away."), title);
	else
		/* TRANSLATORS: the title of a pot, and an amount of money. */
		words_fill(ret_text, STEP_TEXT, _("%1$s: %2$s is left."), title,
			   amount);
	if (step->kind == STEP_LEFT && unused)
		step_add(
		    ret_text,
		    _("What the room agreed about it does not fit: not used."));
}

/* What every ballot of STEP's pot has to spend. */
static void share_sentence(const struct meeting *meeting,
			   const struct pot_result *pot,
			   const struct step *step, int language,
			   char ret_text[STEP_TEXT])
{
	char title[STEP_TITLE], amount[STEP_AMOUNT];

	pot_title(meeting, step->pot, language, title);
	step_amount(pot->share_minor, pot->share_exactly, amount);
	/* TRANSLATORS: the title of a pot, and an amount of money. */
	words_fill(ret_text, STEP_TEXT,
		   _("%1$s: every ballot has %2$s to spend."), title, amount);
	/* By less than a minor unit a ballot it is the rounding. */
	if ((pot->share_minor - 1) * pot->ballots >= pot->money_minor)
		step_add(ret_text,
			 _("That is more than an even share: not all of it is "
			   "spent, so it was raised as far as the money "
			   "goes."));
}

void step_sentence(const struct meeting *meeting, const struct result *result,
		   const struct step *step, int language,
		   char ret_text[STEP_TEXT])
{
	struct step_told told = {meeting, result, NULL, language};

	if (step->award >= 0)
		told.award = &result->awards[step->award];
	if (step->kind == STEP_AWARD)
		step_award_sentence(&told, ret_text);
	else if (step->kind == STEP_AGREED)
		step_agreed_sentence(&told, step->amount_minor, ret_text);
	else if (step->kind == STEP_TIE)
		step_tie_sentence(meeting, &result->ties[step->tie], ret_text);
	else if (step->kind == STEP_SHARE)
		share_sentence(meeting, &result->pots[step->pot], step,
			       language, ret_text);
	else
		pot_sentence(meeting, step, result->pots[step->pot].left_unused,
			     language, ret_text);
}
