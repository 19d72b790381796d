/* The protocol's boxes: what was put together, and what was left out. */
#include <stdlib.h>

#include "tools/paper/paper_protocol.h"
#include "tools/paper/paper_table.h"
#include "words/words.h"

enum {
	COLUMN_KIOSK,
	COLUMN_BOX,
	COLUMN_SLIPS,
	COLUMN_BALLOTS,
	COLUMNS,
	ROOT_GROUPS = 8,
};

/* The box's root in groups that lines break between. */
static void root_text(const struct collected_box *box,
		      char ret_text[TABLE_NUMBER])
{
	char *to = ret_text;

	for (int i = 0; i < BOX_ROOT_BYTES; i++)
		to += sprintf(to, "%s%02x",
			      i && i % (BOX_ROOT_BYTES / ROOT_GROUPS) == 0 ? " "
									   : "",
			      box->root[i]);
}

static void box_row(const void *context, int index, struct sheet_row *ret_row)
{
	const struct protocol *protocol = context;
	const struct collected_box *box =
	    &protocol->bundle->collected.boxes[index];
	const bool missing = collected_missing(box);
	const bool shared = collected_shared(&protocol->bundle->collected);
	const bool told = collected_told(box);

	for (int i = 0; i < COLUMNS; i++)
		ret_row->cell[i] = ret_row->number[i];
	if (box->kiosk)
		snprintf(ret_row->number[COLUMN_KIOSK], TABLE_NUMBER, "%d",
			 box->kiosk);
	ret_row->bold = missing;
	if (missing) {
		ret_row->cell[COLUMN_BOX] = _("Not counted: the box is "
					      "missing");
		ret_row->note = box->reason;
	} else {
		root_text(box, ret_row->number[COLUMN_BOX]);
		ret_row->note = *box->name	 ? box->name
				: shared && told ? _("The organisers' file, "
						     "which has the roll")
						 : NULL;
	}
	if (!missing && told)
		snprintf(ret_row->number[COLUMN_BALLOTS], TABLE_NUMBER, "%d",
			 shared ? protocol->bundle->tally.ballots : box->used);
	if (!told && !shared)
		ret_row->cell[COLUMN_SLIPS] = ret_row->cell[COLUMN_BALLOTS] =
		    "–";
	if (told && (!missing || box->printed))
		snprintf(ret_row->number[COLUMN_SLIPS], TABLE_NUMBER, "%d",
			 box->printed);
}

/* Why numbers of a box that is here are not in the table. */
static void say_hidden(struct sheet *sheet, const struct protocol *protocol)
{
	const struct collected *boxes = &protocol->bundle->collected;
	bool hidden = false;

	for (int i = 0; i < boxes->count; i++)
		hidden |= !collected_told(&boxes->boxes[i]);
	if (hidden && !collected_shared(boxes))
		protocol_point_format(
		    sheet,
		    words_plural(
			"–: not told, so that no box with fewer than "
			"%d ballot can be worked out.",
			"–: not told, so that no box with fewer than "
			"%d ballots can be worked out.",
			(unsigned long)protocol->bundle->meeting->publish_min),
		    protocol->bundle->meeting->publish_min);
}

/* What nobody can know without the boxes that are not there. */
static void say_missing(struct sheet *sheet, const struct protocol *protocol)
{
	const struct collected *boxes = &protocol->bundle->collected;
	int missing = 0, slips = 0;

	for (int i = 0; i < boxes->count; i++) {
		missing += collected_missing(&boxes->boxes[i]);
		slips += collected_missing(&boxes->boxes[i]) &&
				 collected_told(&boxes->boxes[i])
			     ? boxes->boxes[i].printed
			     : 0;
	}
	if (missing && slips)
		protocol_point_format(
		    sheet,
		    words_plural(
			"%d slip is for a kiosk whose box is missing. "
			"It is written as not used; nobody knows "
			"whether it voted.",
			"%d slips are for kiosks whose boxes are "
			"missing. They are written as not used; nobody "
			"knows how many of them voted.",
			(unsigned long)slips),
		    slips);
	else if (missing && !collected_shared(boxes))
		protocol_point(sheet, _("Slips written as not used may have "
					"voted at a kiosk whose box is "
					"missing."));
	if (boxes->void_used)
		protocol_point_format(
		    sheet,
		    words_plural("%d slip was made void at one kiosk and "
				 "voted at another. It counts as used.",
				 "%d slips were made void at one kiosk and "
				 "voted at another. They count as used.",
				 (unsigned long)boxes->void_used),
		    boxes->void_used);
}

void protocol_boxes(struct sheet *sheet, const struct protocol *protocol)
{
	const struct sheet_table table = {
	    .columns = COLUMNS,
	    .column = {[COLUMN_KIOSK] = {_("Kiosk"), true},
		       [COLUMN_BOX] = {_("Root of its box"), false},
		       [COLUMN_SLIPS] = {_("Slips"), true},
		       [COLUMN_BALLOTS] = {_("Ballots"), true}},
	    .grows = COLUMN_BOX,
	    .rows = protocol->bundle->collected.count,
	    .row = box_row,
	    .context = protocol,
	};

	if (table.rows == 0)
		return;
	protocol_section(sheet, _("The boxes put together"));
	protocol_say(sheet, _("Each root was told when that box was closed. "
			      "Who has the box can work it out again."));
	sheet_table_flow(sheet, &table);
	sheet->y += MM(2);
	say_hidden(sheet, protocol);
	say_missing(sheet, protocol);
}
