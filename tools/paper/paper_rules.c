/* The protocol's rules: what was adopted before anyone voted, in words. */
#include "tools/paper/paper_protocol.h"

#include <string.h>

#include "rules/count.h"
#include "words/votes.h"
#include "words/words.h"

static const char *const misfit_texts[] = {
    [MISFIT_SKIP] = N_("One that costs more than is left is skipped."),
    [MISFIT_STOP] = N_("The first that costs too much ends the count."),
    [MISFIT_PART] = N_("One that costs too much may get a part."),
};

/* A blank slip is a vote in every meeting, whatever the least to choose is. */
static void say_choices(struct sheet *sheet, const struct meeting *meeting,
			int index)
{
	const struct pot *pot = &meeting->pots[index];
	const unsigned long most = (unsigned long)pot->choose_max;
	char rules[BALLOT_RULES][BALLOT_RULE];
	int first, end, count;

	meeting_pot_range(meeting, index, &first, &end);
	count = ballot_rules(pot, end - first, rules);
	for (int i = 0; i < count; i++)
		protocol_point(sheet, rules[i]);
	if (count && pot->ballot_type != BALLOT_KNAPSACK)
		return;

	if (pot->choose_min <= 1 && pot->choose_max > pot->choose_min)
		protocol_point_format(
		    sheet,
		    words_plural("A slip may choose up to %d proposal, or "
				 "none.",
				 "A slip may choose up to %d proposals, or "
				 "none.",
				 most),
		    pot->choose_max);
	else if (pot->choose_min == pot->choose_max)
		protocol_point_format(
		    sheet,
		    words_plural("A slip chooses %d proposal, or none.",
				 "A slip chooses %d proposals, or none.", most),
		    pot->choose_max);
	else
		protocol_point_format(
		    sheet, _("A slip chooses %1$d to %2$d proposals, or none."),
		    pot->choose_min, pot->choose_max);
}

static void say_threshold(struct sheet *sheet, const struct pot *pot)
{
	char rules[BALLOT_RULES][BALLOT_RULE];
	int count = threshold_rules(pot, rules);

	for (int i = 0; i < count; i++)
		protocol_point(sheet, rules[i]);
	if (count)
		return;
	protocol_point_format(
	    sheet,
	    words_plural("A proposal needs at least %d vote.",
			 "A proposal needs at least %d votes.",
			 (unsigned long)pot->threshold_votes),
	    pot->threshold_votes);
	if (pot->threshold_percent > 0)
		protocol_point_format(
		    sheet,
		    _("It also needs votes as many as %d %% of the ballots."),
		    pot->threshold_percent);
}

static void say_left(struct sheet *sheet, const struct protocol *protocol,
		     const struct pot *pot)
{
	const struct meeting *told = protocol->told;

	if (pot->leftover_to < 0)
		protocol_point(sheet, _("What is left is given away only if "
					"the room agrees."));
	else
		protocol_point_format(
		    sheet, _("What is left goes on to: %s"),
		    meeting_text(told, &told->pots[pot->leftover_to].title, 0,
				 NULL));
}

/* What holds for single proposals of the pot. */
static void say_proposals(struct sheet *sheet, const struct meeting *meeting,
			  int pot)
{
	const bool part = meeting->pots[pot].misfit == MISFIT_PART;
	char least[MONEY_TEXT];
	int first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++) {
		const struct proposal *proposal = &meeting->proposals[i];

		words_money(proposal->min_cost_minor, least);
		if (part && proposal->accepts_partial)
			protocol_point_format(
			    sheet, _("Proposal %1$d can make do with %2$s"),
			    proposal->number, least);
		for (int j = 0; j < meeting->proposal_count; j++)
			/* Said once, in the first one's pot. */
			if (j > i && meeting_incompatible(meeting, i, j))
				protocol_point_format(
				    sheet,
				    _("Only one of proposals %1$d and %2$d can "
				      "get money."),
				    proposal->number,
				    meeting->proposals[j].number);
	}
}

static void say_pot(struct sheet *sheet, const struct protocol *protocol,
		    int index)
{
	const struct pot *pot = &protocol->meeting->pots[index];
	const char *rule = rule_text(pot->rule, pot->ballot_type);
	char amount[MONEY_TEXT], title[PROTOCOL_LINE];

	words_money(pot->amount_minor, amount);
	snprintf(title, sizeof(title), "%s: %s",
		 meeting_text(protocol->told,
			      &protocol->told->pots[index].title, 0, NULL),
		 amount);
	protocol_part(sheet, title);
	if (pot->ballot_type == BALLOT_APPROVAL)
		protocol_point(sheet, ballot_type_text(pot->ballot_type));
	say_choices(sheet, protocol->meeting, index);
	protocol_point(sheet, rule ? words_get(rule) : pot->rule);
	protocol_point(sheet, words_get(misfit_texts[pot->misfit]));
	say_threshold(sheet, pot);
	say_left(sheet, protocol, pot);
	say_proposals(sheet, protocol->meeting, index);
}

static void say_live(struct sheet *sheet, const struct meeting *meeting)
{
	if (meeting->live == LIVE_BATCHES)
		protocol_point_format(
		    sheet,
		    _("While voting was open, the room saw the votes in random "
		      "batches of %d."),
		    meeting->live_batch);
	else if (meeting->live == LIVE_TURNOUT)
		protocol_point(sheet, _("While voting was open, the room saw "
					"only how many had voted."));
	else
		protocol_point(sheet, _("While voting was open, the room saw "
					"no numbers."));
}

void protocol_rules(struct sheet *sheet, const struct protocol *protocol)
{
	const struct meeting *meeting = protocol->meeting;
	char closes[PROTOCOL_LINE];

	protocol_section(sheet, _("The rules"));
	for (int i = 0; i < meeting->pot_count; i++)
		say_pot(sheet, protocol, i);
	protocol_part(sheet, _("For all of the meeting"));
	protocol_point(sheet, _("A tie that changes the money is settled by "
				"lots in public, or by the room."));
	say_live(sheet, meeting);
	if (*meeting->closes) {
		words_time(meeting->closes, closes, sizeof(closes));
		protocol_point_format(sheet, _("Voting was to close at %s"),
				      closes);
	}
	protocol_point_format(
	    sheet,
	    words_plural("Single ballots are published from %d ballot on.",
			 "Single ballots are published from %d ballots on.",
			 (unsigned long)meeting->publish_min),
	    meeting->publish_min);
}
