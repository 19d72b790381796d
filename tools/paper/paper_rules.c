/* The protocol's rules: what was adopted before anyone voted, in words. */
#include "tools/paper/paper_protocol.h"

#include <stdio.h>

#include "words/pot_rules.h"
#include "words/words.h"

static void say_rule(void *context, enum pot_topic topic, const char *text)
{
	(void)topic;
	protocol_point(context, text);
}

static void say_pot(struct sheet *sheet, const struct protocol *protocol,
		    int index)
{
	const struct pot *pot = &protocol->meeting->pots[index];
	char amount[MONEY_TEXT], title[PROTOCOL_LINE];

	words_money(pot->amount_minor, amount);
	snprintf(title, sizeof(title), "%s: %s",
		 meeting_text(protocol->told,
			      &protocol->told->pots[index].title, 0, NULL),
		 amount);
	protocol_part(sheet, title);
	pot_rules(protocol->meeting, protocol->told, index, 0, say_rule, sheet);
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
