/* Other money: the funds of the meeting, in one column or two. */
#include "tools/paper/paper_take.h"

#include "words/words.h"

/* With more they stand in two columns. */
enum { ONE_COLUMN = 4 };

#define CODE_SIDE MM(20)
#define GAP MM(6)
#define AFTER MM(4)

static const struct sheet_set small = {11, false, SHEET_INK};

/* One fund, in a box WIDTH wide that begins FROM the start. */
struct place {
	const struct take *take;
	int language;
	double from, width;
};

/* What it gives and until when, as one line. */
static void terms_text(const struct fund *fund, char ret_text[TAKE_LINE])
{
	char deadline[TAKE_LINE / 2] = "";

	if (*fund->deadline)
		snprintf(deadline, sizeof(deadline), _("Apply by: %s"),
			 fund->deadline);
	snprintf(ret_text, TAKE_LINE, "%s%s%s", fund->amount,
		 *fund->amount && *deadline ? " \u00b7 " : "", deadline);
}

/* Draws it from Y on, and returns its height. */
static double fund_draw(struct sheet *sheet, const struct place *place,
			int index, double y)
{
	const struct meeting *meeting = place->take->meeting;
	const struct fund *fund = &meeting->funds[index];
	const struct qr *qr = place->take->fund[index];
	const double side = qr ? qr_side(qr, CODE_SIDE) : 0;
	const double width = place->width - (qr ? side + MM(1) : 0);
	char terms[TAKE_LINE];
	const struct line {
		const struct sheet_set *set;
		const char *text;
	} lines[] = {
	    {&take_strong,
	     meeting_text(meeting, &fund->title, place->language, NULL)},
	    {&small, meeting_text(meeting, &fund->text, place->language, NULL)},
	    {&small, terms},
	    {&small, fund->url},
	};
	double height = 0;

	terms_text(fund, terms);
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		sheet_text_start(sheet, lines[i].set, place->from, y + height,
				 width, lines[i].text);
		height +=
		    sheet_height(sheet, lines[i].set, width, lines[i].text);
	}
	if (qr)
		qr_draw(sheet, qr, place->from + place->width - side, y, side);
	return height > side ? height : side;
}

static double fund_height(struct sheet *sheet, const struct place *place,
			  int index)
{
	const bool dry = sheet->dry;
	double height;

	sheet->dry = true;
	height = fund_draw(sheet, place, index, 0);
	sheet->dry = dry;
	return height;
}

/* Draws up to COLUMNS funds beside each other, from FIRST on. */
static void funds_row(struct sheet *sheet, struct place *place, int first,
		      int columns)
{
	const int count = place->take->meeting->fund_count;
	double most = 0;

	for (int i = 0; i < columns && first + i < count; i++) {
		const double height = fund_height(sheet, place, first + i);

		most = height > most ? height : most;
	}
	sheet_room(sheet, most);
	for (int i = 0; i < columns && first + i < count; i++) {
		place->from = i * (place->width + GAP);
		fund_draw(sheet, place, first + i, sheet->y);
	}
	sheet->y += most + AFTER;
}

void take_funds(struct sheet *sheet, const struct take *take, int language)
{
	const int columns = take->meeting->fund_count > ONE_COLUMN ? 2 : 1;
	struct place place = {
	    .take = take,
	    .language = language,
	    .width = (sheet_inside(sheet) - (columns - 1) * GAP) / columns,
	};

	for (int i = 0; i < take->meeting->fund_count; i += columns)
		funds_row(sheet, &place, i, columns);
}
