#include "tools/card/card.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/card/card_example.h"
#include "tools/card/pot_rules.h"
#include "tools/paper/paper_told.h"
#include "words/steps.h"
#include "words/votes.h"
#include "words/words.h"

#define BETWEEN " \u00b7 "

enum {
	LINE = 1200,
	STEPS_SHOWN = 6, /* of those who have their turn */
	DATE_TEXT = 64,
};

/* A card being made. */
struct making {
	const struct meeting *meeting;
	struct meeting *told;
	int language;
	struct card *card;
	struct card_example *example;
	int pot;   /* whose rules are said */
	int topic; /* of the last point; -1 for none */
};

static void line_add(struct card *card, enum card_kind kind, const char *text)
{
	char *copy = strdup(text);

	if (card->count == card->room) {
		int room = card->room > 0 ? 2 * card->room : 64;
		struct card_line *lines =
		    realloc(card->lines, (size_t)room * sizeof(*lines));

		if (lines) {
			card->lines = lines;
			card->room = room;
		}
	}
	if (!copy || card->count == card->room) {
		card->memory = true;
		free(copy);
		return;
	}
	card->lines[card->count++] = (struct card_line){kind, copy};
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
	struct making *making = context;
	const struct pot *pot = &making->meeting->pots[making->pot];

	/* A ballot is in people's hands: how many ticks there may be says all.
	 */
	if (pot->ballot_type == BALLOT_APPROVAL &&
	    strcmp(text, ballot_type_text(pot->ballot_type)) == 0)
		return;
	if (making->topic != (int)topic)
		line_add(making->card, CARD_TOPIC, words_get(heads[topic]));
	making->topic = (int)topic;
	line_add(making->card, CARD_POINT, text);
}

static void step_say(struct making *making, const struct step *step)
{
	char text[STEP_TEXT];

	step_sentence(making->told, &making->example->result, step,
		      making->language, text);
	line_add(making->card, CARD_STEP, text);
}

static void more_say(struct making *making, int more)
{
	char text[LINE];

	snprintf(text, sizeof(text),
		 words_plural("%d more has its turn in the same way.",
			      "%d more have their turn in the same way.",
			      (unsigned long)more),
		 more);
	line_add(making->card, CARD_STEP, text);
}

/* The first of POT who have their turn, how many more there are, and the rest
 * of the money. */
static void steps_say(struct making *making, int pot)
{
	const struct result *result = &making->example->result;
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
				more_say(making, turns - most);
			continue;
		}
		step_say(making, step);
	}
}

static void example_say(struct making *making, int pot)
{
	char text[LINE];
	int first, end;

	meeting_pot_range(making->meeting, pot, &first, &end);
	if (first == end)
		return;
	line_add(making->card, CARD_TOPIC, _("An example"));
	snprintf(text, sizeof(text),
		 _("Made-up votes of %d people, counted by these rules. They "
		   "say nothing about the proposals."),
		 EXAMPLE_BALLOTS);
	line_add(making->card, CARD_EXAMPLE, text);
	steps_say(making, pot);
}

static void pot_say(struct making *making, int pot)
{
	const struct pot *of = &making->told->pots[pot];
	char amount[MONEY_TEXT], text[LINE];

	words_money(of->amount_minor, amount);
	snprintf(text, sizeof(text), "%s: %s",
		 meeting_text(making->told, &of->title, making->language, NULL),
		 amount);
	line_add(making->card, CARD_POT, text);
	making->pot = pot;
	making->topic = -1;
	pot_rules(making->meeting, making->told, pot, making->language,
		  point_take, making);
	example_say(making, pot);
}

static void live_say(struct making *making)
{
	const struct meeting *meeting = making->meeting;
	char text[LINE];

	line_add(making->card, CARD_TOPIC, _("While people vote"));
	if (meeting->live == LIVE_BATCHES) {
		snprintf(text, sizeof(text),
			 _("The big screen shows the votes in random batches "
			   "of %d, so that nobody can see who voted what."),
			 meeting->live_batch);
		line_add(making->card, CARD_POINT, text);
	} else if (meeting->live == LIVE_TURNOUT) {
		line_add(making->card, CARD_POINT,
			 _("The big screen shows only how many have voted."));
	} else {
		line_add(making->card, CARD_POINT,
			 _("The big screen shows no numbers."));
	}
}

static void times_say(struct making *making)
{
	char closes[LINE], text[LINE];

	line_add(making->card, CARD_TOPIC, _("Afterwards"));
	if (*making->meeting->closes) {
		words_time(making->meeting->closes, closes, sizeof(closes));
		words_fill(text, sizeof(text),
			   _("Voting is to close at %s, and is then counted "
			     "before everybody."),
			   closes);
		line_add(making->card, CARD_POINT, text);
	}
	snprintf(text, sizeof(text),
		 words_plural("Single ballots are published, without names, "
			      "from %d ballot on.",
			      "Single ballots are published, without names, "
			      "from %d ballots on.",
			      (unsigned long)making->meeting->publish_min),
		 making->meeting->publish_min);
	line_add(making->card, CARD_POINT, text);
}

static void all_say(struct making *making)
{
	line_add(making->card, CARD_ALL, _("For all of the meeting"));
	line_add(making->card, CARD_TOPIC, _("Your vote"));
	line_add(making->card, CARD_POINT,
		 _("It is secret. You may leave a pot, or all of it, blank: "
		   "that counts as a vote too."));
	line_add(making->card, CARD_TOPIC, _("Ties"));
	line_add(making->card, CARD_POINT,
		 _("A tie that changes the money is settled by "
		   "lots in public, or by the room."));
	live_say(making);
	times_say(making);
}

static void head_say(struct making *making, const char *code)
{
	const struct meeting *meeting = making->meeting;
	char date[DATE_TEXT], text[LINE];

	line_add(making->card, CARD_TITLE, _("How the money is given"));
	words_date(meeting->date, date, sizeof(date));
	snprintf(text, sizeof(text), "%s" BETWEEN "%s",
		 meeting_text(meeting, &meeting->title, making->language, NULL),
		 date);
	line_add(making->card, CARD_ABOUT, text);
	if (code)
		snprintf(text, sizeof(text), _("Code of the rules: %s"), code);
	else
		snprintf(text, sizeof(text), "%s",
			 _("Draft: these rules are not adopted yet."));
	line_add(making->card, CARD_CODE, text);
}

enum status card_new(const struct meeting *meeting, int language,
		     const char *code, struct card **ret_card)
{
	const char *before = words_language(NULL);
	struct making making = {.meeting = meeting, .language = language};
	enum status status = card_example_new(meeting, &making.example);

	if (status != STATUS_OK)
		return status;
	making.told = told_meeting_new(meeting);
	making.card = calloc(1, sizeof(*making.card));
	if (making.told && making.card) {
		words_language(meeting->languages[language]);
		head_say(&making, code);
		for (int pot = 0; pot < meeting->pot_count; pot++)
			pot_say(&making, pot);
		all_say(&making);
		words_language(before);
	}
	if (!making.told || !making.card || making.card->memory) {
		status = STATUS_MEMORY;
		card_free(making.card);
	} else {
		*ret_card = making.card;
	}
	meeting_free(making.told);
	free(making.example);
	return status;
}

void card_free(struct card *card)
{
	if (!card)
		return;
	for (int i = 0; i < card->count; i++)
		free(card->lines[i].text);
	free(card->lines);
	free(card);
}
