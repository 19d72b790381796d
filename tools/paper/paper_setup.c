#include "tools/paper/paper_setup.h"

#include <stdio.h>
#include <string.h>

#include "core/meeting.h"
#include "tools/paper/paper_piece.h"
#include "tools/paper/paper_sheet.h"
#include "tools/plan/setup.h"
#include "words/check_words.h"
#include "words/words.h"

/* Behind a number, not to be parted from it. */
#define CM "\u00a0cm"
#define MILLI "\u00a0mm"

#define BOX_MM 4.2
#define TEXT_FROM MM(7)
#define VALUE_FROM MM(92)
#define VALUE_WIDTH MM(34)
#define FIELD_FROM MM(128)
#define LABEL_WIDTH MM(38)
#define SAYS_FROM MM(46)
#define ROW_GAP MM(1.2)

/* Sizes at scale 1; tried from the largest on until all is on one page. */
#define HEAD_PT 13.0
#define BODY_PT 10.0
#define SMALL_PT 8.0
static const double scales[] = {1.0, 0.95, 0.9, 0.85, 0.8, 0.75};

enum { SCALES = sizeof(scales) / sizeof(scales[0]) };

struct setup_sheet {
	const struct setup_print *print;
	double scale;
};

static struct sheet_set set(const struct sheet *sheet, double size, bool bold)
{
	const struct setup_sheet *of = sheet->context;

	return (struct sheet_set){size * of->scale, bold, SHEET_INK};
}

/* What a tape measure must say, UX.md (c) and (a3): LEAST and MOST of UNIT, 0
 * for no such bound. */
static const struct {
	const char *what, *unit;
	int least, most;
} measures[] = {
    {N_("Lowest button, above the floor"), CM, 80, 0},
    {N_("Highest button, above the floor"), CM, 0, 110},
    {N_("Middle of a 24-inch screen, above the floor"), CM, SETUP_SCREEN_CM,
     SETUP_SCREEN_CM},
    {N_("Free floor before each kiosk, in width"), CM, SETUP_KIOSK_CM, 0},
    {N_("Slip from the scanner or the camera"), CM, 10, 15},
    {N_("Code on a slip, each side"), MILLI, 30, 0},
    {N_("The line on the page Set-up of the panel"), MILLI, 50, 50},
    {N_("Height of the picture on the wall"), CM, 120, 0},
    {N_("Farthest seat from the wall, in heights of the picture"), "", 0, 6},
};

/* What is there or not. */
static const char *const things[] = {
    N_("One kiosk or more to sit at: tilted screen, privacy shield"),
    N_("Nobody walks behind the kiosks, and no camera hangs there"),
    N_("Cables are taped down, and the plugs too"),
    N_("Headphones, and spare ones to throw away after use"),
};

enum {
	MEASURES = sizeof(measures) / sizeof(measures[0]),
	THINGS = sizeof(things) / sizeof(things[0]),
};

static void section(struct sheet *sheet, const char *title)
{
	struct sheet_set head = set(sheet, HEAD_PT, true);

	head.colour = SHEET_DEEP;
	sheet->y += MM(1.5);
	sheet_text_start(sheet, &head, 0, sheet->y, sheet_inside(sheet), title);
	sheet->y += sheet_height(sheet, &head, sheet_inside(sheet), title);
	sheet_box(sheet, SHEET_DEEP, 0, sheet->y, sheet_inside(sheet), MM(0.4));
	sheet->y += MM(1.8);
}

static double box_side(const struct sheet *sheet)
{
	const struct setup_sheet *of = sheet->context;

	return MM(BOX_MM) * of->scale;
}

/* To be ticked with a pen, unless the machine knows that it is right. */
static void box(struct sheet *sheet, bool right)
{
	const double side = box_side(sheet), inset = side / 7;

	sheet_frame(sheet, SHEET_INK, 0, sheet->y, side, side, 0.8);
	if (right)
		sheet_tick(sheet, true, inset, sheet->y + inset,
			   side - 2 * inset);
}

/* KEY in the other language; "" where there is none, or it says the same. */
static void second_words(const struct setup_print *print, const char *key,
			 char ret_line[PIECE_LINE])
{
	const int at[] = {0, print->second};
	const struct piece_languages languages = {print->meeting, at, 2};

	ret_line[0] = '\0';
	if (print->second > 0)
		piece_key_others(&languages, key, ret_line);
	if (strcmp(ret_line, _(key)) == 0)
		ret_line[0] = '\0';
}

/* TEXT, and what KEY says in the other language below it in small letters, FROM
 * the start in WIDTH; how high that is. */
static double say(struct sheet *sheet, const struct sheet_set *letters,
		  double from, double width, const char *text, const char *key)
{
	const struct setup_sheet *of = sheet->context;
	const double height = sheet_height(sheet, letters, width, text);
	const struct sheet_set small = set(sheet, SMALL_PT, false);
	char other[PIECE_LINE];

	sheet_text_start(sheet, letters, from, sheet->y, width, text);
	second_words(of->print, key, other);
	if (!*other)
		return height;
	sheet_text_start(sheet, &small, from, sheet->y + height, width, other);
	return height + sheet_height(sheet, &small, width, other);
}

static void row_end(struct sheet *sheet, double height)
{
	const double side = box_side(sheet);

	sheet->y += (height < side ? side : height) + ROW_GAP;
}

static void bounds(int index, char ret_text[PIECE_LINE])
{
	const int least = measures[index].least, most = measures[index].most;
	const char *unit = measures[index].unit;

	if (least == most)
		snprintf(ret_text, PIECE_LINE, "%d%s", least, unit);
	else if (!most)
		snprintf(ret_text, PIECE_LINE, _("%1$d%2$s or more"), least,
			 unit);
	else if (!least)
		snprintf(ret_text, PIECE_LINE, _("%1$d%2$s or less"), most,
			 unit);
	else
		snprintf(ret_text, PIECE_LINE, _("%1$d to %2$d%3$s"), least,
			 most, unit);
}

static void measure_draw(struct sheet *sheet, int index)
{
	const struct sheet_set body = set(sheet, BODY_PT, false);
	const struct sheet_set strong = set(sheet, BODY_PT, true);
	const char *what = measures[index].what;
	char value[PIECE_LINE];
	double height;

	box(sheet, false);
	height = say(sheet, &body, TEXT_FROM, VALUE_FROM - TEXT_FROM - MM(2),
		     _(what), what);
	bounds(index, value);
	sheet_text_start(sheet, &strong, VALUE_FROM, sheet->y, VALUE_WIDTH,
			 value);
	sheet_box(sheet, SHEET_INK, FIELD_FROM, sheet->y + box_side(sheet),
		  sheet_inside(sheet) - FIELD_FROM, 0.6);
	row_end(sheet, height);
}

static void thing_draw(struct sheet *sheet, const char *key)
{
	const struct sheet_set body = set(sheet, BODY_PT, false);

	box(sheet, false);
	row_end(sheet, say(sheet, &body, TEXT_FROM,
			   sheet_inside(sheet) - TEXT_FROM, _(key), key));
}

static void check_draw(struct sheet *sheet, enum check_item item)
{
	const struct setup_sheet *of = sheet->context;
	const enum check_says says =
	    check_judge(of->print->facts, of->print->hands, item);
	const struct sheet_set body = set(sheet, BODY_PT, false);
	const struct sheet_set strong = set(sheet, BODY_PT, true);
	const char *label = check_label(item), *key = check_text(says);
	char figures[CHECK_WORDS], text[PIECE_LINE];
	double height, label_height;

	box(sheet, check_state(says) == CHECK_OK);
	label_height =
	    say(sheet, &strong, TEXT_FROM, LABEL_WIDTH, _(label), label);
	check_words(of->print->facts, of->print->hands, item, figures);
	snprintf(text, sizeof(text), "%s%s%s", figures, *figures ? ". " : "",
		 _(key));
	height = say(sheet, &body, SAYS_FROM, sheet_inside(sheet) - SAYS_FROM,
		     text, key);
	row_end(sheet, height > label_height ? height : label_height);
}

static void field_draw(struct sheet *sheet, double from, double width,
		       const char *key)
{
	const struct sheet_set label = {SMALL_PT, false, SHEET_INK};

	sheet_box(sheet, SHEET_INK, from, sheet->y, width, 0.6);
	sheet_text_start(sheet, &label, from, sheet->y + MM(0.8), width,
			 _(key));
}

static void foot_draw(struct sheet *sheet)
{
	const double each = (sheet_inside(sheet) - MM(12)) / 3;

	sheet->y = sheet->height - MM(SHEET_MARGIN_MM) - MM(5);
	field_draw(sheet, 0, each, N_("Kiosk no."));
	field_draw(sheet, each + MM(6), each, N_("Set up by"));
	field_draw(sheet, 2 * (each + MM(6)), each, N_("Day and time"));
}

static void all_draw(struct sheet *sheet)
{
	const struct setup_sheet *of = sheet->context;
	const struct meeting *meeting = of->print->meeting;
	const char *title = meeting_text(meeting, &meeting->title, 0, NULL);

	piece_band(sheet, &(struct piece_band){title, _("Set-up sheet"),
					       meeting->date, 11, 20});
	section(sheet, _("With a tape measure"));
	for (int i = 0; i < MEASURES; i++)
		measure_draw(sheet, i);
	for (int i = 0; i < THINGS; i++)
		thing_draw(sheet, things[i]);
	section(sheet, _("Check of the hardware"));
	for (int i = 0; i < CHECK_ITEMS; i++)
		check_draw(sheet, (enum check_item)i);
}

static bool fits(const struct sheet *sheet, double scale)
{
	struct setup_sheet *of = sheet->context;
	struct sheet tried = *sheet;

	of->scale = scale;
	tried.dry = true;
	all_draw(&tried);
	return tried.y <= tried.bottom;
}

static void draw(struct sheet *sheet, void *context)
{
	int i = 0;

	(void)context;
	while (i < SCALES - 1 && !fits(sheet, scales[i]))
		i++;
	((struct setup_sheet *)sheet->context)->scale = scales[i];
	all_draw(sheet);
}

enum status paper_setup(const struct setup_print *print, FILE *out)
{
	struct setup_sheet setup = {print, 1};
	const struct sheet_print sheet = {
	    .meeting = print->meeting,
	    .language = 0,
	    .foot_mm = 10,
	    .draw = draw,
	    .foot = foot_draw,
	    .context = &setup,
	};

	return sheet_print(&sheet, out);
}
