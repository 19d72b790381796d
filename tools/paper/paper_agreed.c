/* The protocol's steps in words, its ties and what the room agreed. */
#include "tools/paper/paper_protocol.h"

#include <stdlib.h>
#include <string.h>

#include "tools/bundle/bundle_missing.h"
#include "words/steps.h"
#include "words/votes.h"
#include "words/words.h"

/* What those without money would have needed. */
static void say_missing(struct sheet *sheet, const struct protocol *protocol)
{
	const struct result *result = &protocol->bundle->result;
	bool any = false;

	for (int i = 0; i < protocol->meeting->proposal_count; i++) {
		const struct award *award = &result->awards[i];
		struct missing_text text;

		missing_text(protocol->meeting, award, &protocol->missing[i],
			     &text);
		if (!*text.votes && !*text.money)
			continue;
		if (!any)
			protocol_part(sheet, _("What it would have taken:"));
		any = true;
		protocol_point_format(
		    sheet, "%d %s: %s%s%s",
		    protocol->meeting->proposals[award->proposal].number,
		    meeting_short_title(protocol->told, award->proposal, 0),
		    text.money, *text.money && *text.votes ? " " : "",
		    text.votes);
	}
}

void protocol_steps(struct sheet *sheet, const struct protocol *protocol)
{
	const struct result *result = &protocol->bundle->result;
	char text[STEP_TEXT];

	protocol_section(sheet, _("How the money was given, step by step"));
	for (int i = 0; i < result->step_count; i++) {
		const struct step *step = &result->steps[i];

		step_sentence(protocol->told, result, step, 0, text);
		if (step->kind == STEP_POT)
			protocol_part(sheet, text);
		else
			protocol_point(sheet, text);
	}
	say_missing(sheet, protocol);
}

/* Every tie that was met, as its step tells it. */
static void say_ties(struct sheet *sheet, const struct protocol *protocol)
{
	const struct result *result = &protocol->bundle->result;
	char text[STEP_TEXT];

	for (int i = 0; i < result->step_count; i++) {
		const struct step *step = &result->steps[i];

		if (step->kind != STEP_TIE)
			continue;
		step_sentence(protocol->told, result, step, 0, text);
		protocol_point_format(
		    sheet, "%s: %s",
		    meeting_text(protocol->told,
				 &protocol->told->pots[step->pot].title, 0,
				 NULL),
		    text);
	}
	if (result->tie_count == 0)
		protocol_say(sheet,
			     votes_any_points(protocol->meeting)
				 ? _("No proposals were equal where it "
				     "mattered.")
				 : _("No proposals had equally many votes "
				     "where it mattered."));
}

static const char *const decision_texts[] = {
    [DECISION_LOTS] = N_("Lots were drawn in public. The order is:"),
    [DECISION_AGREED] = N_("The room agreed on an order:"),
    [DECISION_SPLIT] = N_("The room agreed how to share the money:"),
    [DECISION_LEFT] = N_("The room agreed who gets what was left:"),
};

/* A proposal of the decision: its number, title and what it gets. */
static void say_member(struct sheet *sheet, const struct protocol *protocol,
		       const struct decision *decision, int index)
{
	const struct meeting *told = protocol->told;
	const int proposal = decision->proposal[index];
	const char *title =
	    meeting_text(told, &told->proposals[proposal].title, 0, NULL);
	const int number = told->proposals[proposal].number;
	char amount[MONEY_TEXT];

	words_money(decision->amount_minor[index], amount);
	if (decision_ordered(decision->kind))
		/* TRANSLATORS: 1. in the order, number and title. */
		sheet_flow_format(sheet, &protocol_body, MM(10),
				  _("%1$d. No. %2$d %3$s"), index + 1, number,
				  title);
	else
		/* TRANSLATORS: number, title and an amount of money. */
		sheet_flow_format(sheet, &protocol_body, MM(10),
				  _("No. %1$d %2$s: %3$s"), number, title,
				  amount);
}

static void say_decision(struct sheet *sheet, const struct protocol *protocol,
			 int index)
{
	const struct bundle *bundle = protocol->bundle;
	const struct decision *decision = &bundle->decisions[index];

	protocol_point_format(
	    sheet, "%s: %s",
	    meeting_text(protocol->told,
			 &protocol->told->pots[decision->pot].title, 0, NULL),
	    words_get(decision_texts[decision->kind]));
	for (int i = 0; i < decision->count; i++)
		say_member(sheet, protocol, decision, i);
	if (decision->reason && *decision->reason)
		sheet_flow_format(sheet, &protocol_body, MM(5),
				  _("The reason: %s"), decision->reason);
	if (bundle_replaced(bundle, index))
		sheet_flow(sheet, &protocol_strong, MM(5),
			   _("It was decided anew later; the later decision "
			     "counts."));
	else if (decision->kind == DECISION_LEFT &&
		 bundle->result.pots[decision->pot].left_unused)
		sheet_flow(sheet, &protocol_strong, MM(5),
			   _("It did not fit what was left, and was not "
			     "used."));
	sheet->y += MM(1.5);
}

/* The same, on a new page where it would be cut in two and fits on one. */
static void keep_decision(struct sheet *sheet, const struct protocol *protocol,
			  int index)
{
	struct sheet tried = *sheet;

	tried.dry = true;
	say_decision(&tried, protocol, index);
	if (tried.page == sheet->page + 1)
		sheet_page(sheet);
	say_decision(sheet, protocol, index);
}

void protocol_agreed(struct sheet *sheet, const struct protocol *protocol)
{
	protocol_section(sheet, _("Ties, lots and agreements"));
	say_ties(sheet, protocol);
	for (int i = 0; i < protocol->bundle->decision_count; i++)
		keep_decision(sheet, protocol, i);
	if (protocol->bundle->decision_count == 0)
		protocol_say(sheet, _("No lots were drawn, and the room agreed "
				      "on nothing about the money."));
}
