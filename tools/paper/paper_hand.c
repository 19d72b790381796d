/* The protocol's hand count, beside the ballots in the box. */
#include "tools/paper/paper_protocol.h"

#include <inttypes.h>
#include <stdlib.h>

#include "store/hand.h"
#include "tools/paper/paper_table.h"
#include "words/words.h"

enum {
	COLUMN_NUMBER,
	COLUMN_TITLE,
	COLUMN_BOX,
	COLUMN_HAND,
	COLUMN_DIFFERENCE,
	COLUMNS,
};

/* The ballots first, then a row for each proposal; what differs is bold. */
static void count_row(const void *context, int index, struct sheet_row *ret_row)
{
	const struct protocol *protocol = context;
	const struct hand_count *hand = protocol->bundle->hand;
	const struct tally *box = &protocol->bundle->tally;
	const int proposal = index - 1;
	const int64_t by_box =
	    index ? box->support[proposal] : (int64_t)box->ballots;
	const int64_t by_hand =
	    index ? hand->votes[proposal] : (int64_t)hand->ballots;
	const int64_t more = by_hand - by_box;

	for (int i = 0; i < COLUMNS; i++)
		ret_row->cell[i] = ret_row->number[i];
	ret_row->cell[COLUMN_TITLE] =
	    index ? protocol_title(protocol, proposal) : _("Ballots");
	ret_row->bold = more != 0;
	if (index)
		snprintf(ret_row->number[COLUMN_NUMBER], TABLE_NUMBER, "%d",
			 protocol->meeting->proposals[proposal].number);
	snprintf(ret_row->number[COLUMN_BOX], TABLE_NUMBER, "%" PRId64, by_box);
	snprintf(ret_row->number[COLUMN_HAND], TABLE_NUMBER, "%" PRId64,
		 by_hand);
	snprintf(ret_row->number[COLUMN_DIFFERENCE], TABLE_NUMBER, "%s%" PRId64,
		 more > 0   ? "+"
		 : more < 0 ? "\u2212"
			    : "",
		 more < 0 ? -more : more);
}

static void say_standing(struct sheet *sheet, const struct protocol *protocol)
{
	const struct hand_count *hand = protocol->bundle->hand;

	sheet->y += MM(2);
	if (hand_agrees(protocol->meeting, hand, &protocol->bundle->tally))
		protocol_say(sheet,
			     _("Both counts say the same in every number."));
	sheet_flow(sheet, &protocol_strong, 0,
		   hand->stands ? _("The money goes by the count by hand.")
				: _("The money goes by the count by machine."));
	if (hand->reason && *hand->reason)
		sheet_flow_format(sheet, &protocol_body, 0, _("The reason: %s"),
				  hand->reason);
}

void protocol_hand(struct sheet *sheet, const struct protocol *protocol)
{
	const struct sheet_table table = {
	    .columns = COLUMNS,
	    .column = {[COLUMN_NUMBER] = {_("No."), true},
		       [COLUMN_TITLE] = {_("Proposal"), false},
		       [COLUMN_BOX] = {_("By machine"), true},
		       [COLUMN_HAND] = {_("By hand"), true},
		       [COLUMN_DIFFERENCE] = {_("Difference"), true}},
	    .grows = COLUMN_TITLE,
	    .rows = protocol->meeting->proposal_count + 1,
	    .row = count_row,
	    .context = protocol,
	};

	protocol_section(sheet, _("Counted by hand"));
	if (!protocol->bundle->hand) {
		protocol_say(sheet, _("No slips were counted by hand."));
		return;
	}
	protocol_say(sheet,
		     _("The slips in the urn were counted by hand too."));
	sheet_table_flow(sheet, &table);
	say_standing(sheet, protocol);
}
