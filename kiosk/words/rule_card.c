#include "words/rule_card.h"

#include <stdio.h>
#include <string.h>

#include "words/pot_rules.h"
#include "words/steps.h"
#include "words/votes.h"
#include "words/words.h"

#define BETWEEN " \u00b7 "

enum {
	LINE = 1200,
	STEPS_SHOWN = 6, /* of those who have their turn */
	DATE_TEXT = 64,
};

/* A pot whose rules are being said. */
struct pot_said {
	const struct rule_card *card;
	int pot;
	int topic; /* of the last point; -1 for none */
};

static void line_say(const struct rule_card *card, enum card_kind kind,
		     const char *text)
{
	card->take(card->context, kind, text);
}

static void point_take(void *context, enum pot_topic topic, const char *text)
{
	static const char *const heads[POT_TOPICS] = {
	    [TOPIC_VOTE] = N_("How you vote"),
	    [TOPIC_FIRST] = N_("Who gets money"),
	    [TOPIC_MISFIT] = N_("What does not fit"),
	    [TOPIC_NEEDS] = N_("What it takes"),
	    [TOPIC_LEFT] = N_("Money left over"),
	    [TOPIC_SINGLE] = N_("Single proposals"),
	};
	struct pot_said *said = context;
	const struct pot *pot = &said->card->meeting->pots[said->pot];

	/* A ballot is in people's hands: how many ticks there may be says all.
	 */
	if (pot->ballot_type == BALLOT_APPROVAL &&
	    strcmp(text, ballot_type_text(pot->ballot_type)) == 0)
		return;
	if (said->topic != (int)topic)
		line_say(said->card, CARD_TOPIC, words_get(heads[topic]));
	said->topic = (int)topic;
	line_say(said->card, CARD_POINT, text);
}

static void step_say(const struct rule_card *card, const struct step *step)
{
	char text[STEP_TEXT];

	step_sentence(card->told, card->example, step, card->language, text);
	line_say(card, CARD_STEP, text);
}

static void more_say(const struct rule_card *card, int more)
{
	char text[LINE];

	snprintf(text, sizeof(text),
		 words_plural("%d more has its turn in the same way.",
			      "%d more have their turn in the same way.",
			      (unsigned long)more),
		 more);
	line_say(card, CARD_STEP, text);
}

/* The first of POT who have their turn, how many more there are, and the rest
 * of the money. */
static void steps_say(const struct rule_card *card, int pot)
{
	const struct result *result = card->example;
	int turns = 0, most;

	for (int i = 0; i < result->step_count; i++)
		turns += result->steps[i].pot == pot &&
			 result->steps[i].kind == STEP_AWARD;
	/* "One more" takes no less room than that one. */
	most = turns <= STEPS_SHOWN + 1 ? turns : STEPS_SHOWN;
	for (int i = 0, shown = 0; i < result->step_count; i++) {
		const struct step *step = &result->steps[i];

		if (step->pot != pot || step->kind == STEP_POT ||
		    step->kind == STEP_TIE)
			continue;
		if (step->kind == STEP_AWARD && shown++ >= most) {
			if (shown == turns)
				more_say(card, turns - most);
			continue;
		}
		step_say(card, step);
	}
}

bool rule_card_example(const struct rule_card *card, int pot)
{
	char text[LINE];
	int first, end;

	meeting_pot_range(card->meeting, pot, &first, &end);
	if (first == end || !card->example)
		return false;
	line_say(card, CARD_TOPIC, _("An example"));
	snprintf(text, sizeof(text),
		 _("Made-up votes of %d people, counted by these rules. They "
		   "say nothing about the proposals."),
		 card->people);
	line_say(card, CARD_EXAMPLE, text);
	steps_say(card, pot);
	return true;
}

void rule_card_pot(const struct rule_card *card, int pot)
{
	const struct pot *of = &card->told->pots[pot];
	struct pot_said said = {card, pot, -1};
	char amount[MONEY_TEXT], text[LINE];

	words_money(of->amount_minor, amount);
	words_fill(text, sizeof(text), "%s: %s",
		   meeting_text(card->told, &of->title, card->language, NULL),
		   amount);
	line_say(card, CARD_POT, text);
	pot_rules(card->meeting, card->told, pot, card->language, point_take,
		  &said);
}

static void live_say(const struct rule_card *card)
{
	const struct meeting *meeting = card->meeting;
	char text[LINE];

	line_say(card, CARD_TOPIC, _("While people vote"));
	if (meeting->live == LIVE_BATCHES) {
		snprintf(text, sizeof(text),
			 _("The big screen shows the votes in random batches "
			   "of %d, so that nobody can see who voted what."),
			 meeting->live_batch);
		line_say(card, CARD_POINT, text);
	} else if (meeting->live == LIVE_TURNOUT) {
		line_say(card, CARD_POINT,
			 _("The big screen shows only how many have voted."));
	} else {
		line_say(card, CARD_POINT,
			 _("The big screen shows no numbers."));
	}
}

static void times_say(const struct rule_card *card)
{
	char closes[LINE], text[LINE];

	line_say(card, CARD_TOPIC, _("Afterwards"));
	if (*card->meeting->closes) {
		words_time(card->meeting->closes, closes, sizeof(closes));
		words_fill(text, sizeof(text),
			   _("Voting is to close at %s, and is then counted "
			     "before everybody."),
			   closes);
		line_say(card, CARD_POINT, text);
	}
	snprintf(text, sizeof(text),
		 words_plural("Single ballots are published, without names, "
			      "from %d ballot on.",
			      "Single ballots are published, without names, "
			      "from %d ballots on.",
			      (unsigned long)card->meeting->publish_min),
		 card->meeting->publish_min);
	line_say(card, CARD_POINT, text);
}

void rule_card_all(const struct rule_card *card)
{
	line_say(card, CARD_ALL, _("For all of the meeting"));
	line_say(card, CARD_TOPIC, _("Your vote"));
	line_say(card, CARD_POINT,
		 _("It is secret. You may leave a pot, or all of it, blank: "
		   "that counts as a vote too."));
	line_say(card, CARD_TOPIC, _("Ties"));
	line_say(card, CARD_POINT,
		 _("A tie that changes the money is settled by "
		   "lots in public, or by the room."));
	live_say(card);
	times_say(card);
}

void rule_card_head(const struct rule_card *card)
{
	const struct meeting *meeting = card->meeting;
	char date[DATE_TEXT], text[LINE];

	line_say(card, CARD_TITLE, _("How the money is given"));
	words_date(meeting->date, date, sizeof(date));
	snprintf(text, sizeof(text), "%s" BETWEEN "%s",
		 meeting_text(meeting, &meeting->title, card->language, NULL),
		 date);
	line_say(card, CARD_ABOUT, text);
	if (card->code)
		words_fill(text, sizeof(text), _("Code of the rules: %s"),
			   card->code);
	else
		snprintf(text, sizeof(text), "%s",
			 _("Draft: these rules are not adopted yet."));
	line_say(card, CARD_CODE, text);
}
