/* The protocol's reconciliation: every slip is accounted for. */
#include "tools/paper/paper_protocol.h"

#include "tools/paper/paper_table.h"
#include "words/words.h"

enum { LINES = 5 };

struct lines {
	const char *text[LINES];
	int number[LINES];
};

static void line_row(const void *context, int index, struct sheet_row *ret_row)
{
	const struct lines *lines = context;

	ret_row->cell[0] = lines->text[index];
	snprintf(ret_row->number[1], TABLE_NUMBER, "%d", lines->number[index]);
	ret_row->cell[1] = ret_row->number[1];
	ret_row->bold = index == 0 || index == LINES - 1;
}

/* A sentence with a tick before it, or a cross. */
static void say_checked(struct sheet *sheet, bool right, const char *text)
{
	const double side = MM(4), indent = MM(7);

	sheet_room(sheet, MM(6));
	sheet_ink(sheet, SHEET_BLUE);
	sheet_tick(sheet, right, MM(0.5), sheet->y + MM(0.7), side);
	sheet_flow(sheet, &protocol_strong, indent, text);
	sheet->y += MM(1);
}

void protocol_slips(struct sheet *sheet, const struct protocol *protocol)
{
	const struct roll_count *roll = &protocol->bundle->roll;
	const int unused = roll->unused + roll->in_use;
	const int ballots = protocol->bundle->tally.ballots;
	char lost[LOST_TEXT];
	const bool all = roll->printed == roll->used + roll->voided + unused;
	const struct lines lines = {
	    {_("Slips printed"), _("Slips used"), _("Slips made void"),
	     _("Slips not used"), _("Ballots in the box")},
	    {roll->printed, roll->used, roll->voided, unused, ballots},
	};
	const struct sheet_table table = {
	    .columns = 2,
	    .column = {{_("Slips"), false}, {_("Number"), true}},
	    .grows = 0,
	    .rows = LINES,
	    .row = line_row,
	    .context = &lines,
	};

	sheet_room(sheet, MM(75)); /* seen at one glance */
	protocol_section(sheet, _("Slips and ballots"));
	sheet_table_flow(sheet, &table);
	sheet->y += MM(2);
	say_checked(sheet, all,
		    all ? _("Printed = used + void + not used")
			: _("Printed is NOT used + void + not used"));
	bundle_lost(protocol->bundle, lost);
	if (*lost)
		say_checked(sheet, false, lost);
	else
		say_checked(sheet, ballots == roll->used,
			    ballots == roll->used
				? _("Ballots in the box = slips used")
				: _("Ballots in the box are NOT as many as "
				    "slips used"));
}
