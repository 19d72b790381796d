#include "words/pot_rules.h"

#include <stdarg.h>
#include <stdio.h>

#include "core/rule_kind.h"
#include "words/rule_text.h"
#include "words/votes.h"
#include "words/words.h"

/* Whom the sentences go to. */
struct saying {
	const struct meeting *meeting, *told;
	int pot, language;
	void (*say)(void *context, enum pot_topic topic, const char *text);
	void *context;
};

static void say(const struct saying *saying, enum pot_topic topic,
		const char *text)
{
	saying->say(saying->context, topic, text);
}

static void say_format(const struct saying *saying, enum pot_topic topic,
		       const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void say_format(const struct saying *saying, enum pot_topic topic,
		       const char *format, ...)
{
	char text[POT_RULE_TEXT];
	va_list values;

	va_start(values, format);
	vsnprintf(text, sizeof(text), format, values);
	va_end(values);
	say(saying, topic, text);
}

/* A blank slip is a vote in every meeting, whatever the least to choose is. */
static void say_choices(const struct saying *saying)
{
	const struct meeting *meeting = saying->meeting;
	const int index = saying->pot;
	const struct pot *pot = &meeting->pots[index];
	const unsigned long most = (unsigned long)pot->choose_max;
	char rules[BALLOT_RULES][BALLOT_RULE];
	int first, end, count;

	meeting_pot_range(meeting, index, &first, &end);
	count = ballot_rules(pot, end - first, rules);
	for (int i = 0; i < count; i++)
		say(saying, TOPIC_VOTE, rules[i]);
	if (count && pot->ballot_type != BALLOT_KNAPSACK)
		return;

	if (pot->choose_min <= 1 && pot->choose_max > pot->choose_min)
		say_format(
		    saying, TOPIC_VOTE,
		    words_plural("A slip may choose up to %d proposal, or "
				 "none.",
				 "A slip may choose up to %d proposals, or "
				 "none.",
				 most),
		    pot->choose_max);
	else if (pot->choose_min == pot->choose_max)
		say_format(saying, TOPIC_VOTE,
			   words_plural("A slip chooses %d proposal, or none.",
					"A slip chooses %d proposals, or none.",
					most),
			   pot->choose_max);
	else
		say_format(saying, TOPIC_VOTE,
			   _("A slip chooses %1$d to %2$d proposals, or none."),
			   pot->choose_min, pot->choose_max);
}

static void say_threshold(const struct saying *saying)
{
	const struct pot *pot = &saying->meeting->pots[saying->pot];
	char rules[BALLOT_RULES][BALLOT_RULE];
	int count = threshold_rules(pot, rules);

	for (int i = 0; i < count; i++)
		say(saying, TOPIC_NEEDS, rules[i]);
	if (count)
		return;
	say_format(saying, TOPIC_NEEDS,
		   words_plural("A proposal needs at least %d vote.",
				"A proposal needs at least %d votes.",
				(unsigned long)pot->threshold_votes),
		   pot->threshold_votes);
	if (pot->threshold_percent > 0)
		say_format(
		    saying, TOPIC_NEEDS,
		    _("It also needs votes as many as %d %% of the ballots."),
		    pot->threshold_percent);
}

static void say_left(const struct saying *saying)
{
	const struct meeting *told = saying->told;
	const struct pot *pot = &saying->meeting->pots[saying->pot];
	char text[POT_RULE_TEXT];

	if (pot->leftover_to < 0)
		snprintf(text, sizeof(text), "%s",
			 _("What is left is given away only if "
			   "the room agrees."));
	else
		words_fill(text, sizeof(text), _("What is left goes on to: %s"),
			   meeting_text(told,
					&told->pots[pot->leftover_to].title,
					saying->language, NULL));
	say(saying, TOPIC_LEFT, text);
}

/* What holds for single proposals of the pot. */
static void say_proposals(const struct saying *saying)
{
	const struct meeting *meeting = saying->meeting;
	const int pot = saying->pot;
	const bool part = meeting->pots[pot].misfit == MISFIT_PART;
	char least[MONEY_TEXT];
	int first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++) {
		const struct proposal *proposal = &meeting->proposals[i];

		words_money(proposal->min_cost_minor, least);
		if (part && proposal->accepts_partial)
			say_format(saying, TOPIC_SINGLE,
				   _("Proposal %1$d can make do with %2$s"),
				   proposal->number, least);
		for (int j = 0; j < meeting->proposal_count; j++)
			/* Said once, in the first one's pot. */
			if (j > i && meeting_incompatible(meeting, i, j))
				say_format(
				    saying, TOPIC_SINGLE,
				    _("Only one of proposals %1$d and %2$d can "
				      "get money."),
				    proposal->number,
				    meeting->proposals[j].number);
	}
}

void pot_rules(const struct meeting *meeting, const struct meeting *told,
	       int pot, int language,
	       void (*take)(void *context, enum pot_topic topic,
			    const char *text),
	       void *context)
{
	const struct saying saying = {meeting,	told, pot,
				      language, take, context};
	const struct pot *of = &meeting->pots[pot];
	const char *rule = rule_text(of), *order = rule_order_text(of);
	char support[BALLOT_RULE];

	if (of->ballot_type == BALLOT_APPROVAL)
		say(&saying, TOPIC_VOTE, ballot_type_text(of->ballot_type));
	say_choices(&saying);
	say(&saying, TOPIC_FIRST, rule ? rule : of->rule);
	if (order)
		say(&saying, TOPIC_FIRST, order);
	if (rule_support_text(of, support))
		say(&saying, TOPIC_FIRST, support);
	if (misfit_text(of))
		say(&saying, TOPIC_MISFIT, misfit_text(of));
	if (rule_rest_text(of))
		say(&saying, TOPIC_MISFIT, rule_rest_text(of));
	say_threshold(&saying);
	say_left(&saying);
	say_proposals(&saying);
}
