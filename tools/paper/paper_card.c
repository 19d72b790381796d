#include "tools/paper/paper_card.h"

#include "tools/card/card.h"
#include "tools/paper/paper_piece.h"
#include "tools/paper/paper_sheet.h"
#include "words/words.h"

#define FOOT_MM 8.0

/* Millimetres and points on A4 at scale 1. */
#define A4_INSIDE MM(210 - 2 * SHEET_MARGIN_MM)
#define LABEL_MM 40.0
#define POINT_MM 4.0
#define TOPIC_GAP_MM 1.6
#define BODY_PT 10.5
#define POT_PT 15.0
#define TITLE_PT 26.0

/* Tried from the largest on. */
static const double scales[] = {1.35, 1.25, 1.15, 1.08, 1.0};

enum { SCALES = sizeof(scales) / sizeof(scales[0]) };

struct card_sheet {
	const struct card_print *print;
	double scale;
	int pages;
};

static double mm(const struct sheet *sheet, double millimetres)
{
	const struct card_sheet *card = sheet->context;

	return MM(millimetres) * card->scale;
}

static struct sheet_set set(const struct sheet *sheet, double size, bool bold,
			    enum sheet_colour colour)
{
	const struct card_sheet *card = sheet->context;

	return (struct sheet_set){size * card->scale, bold, colour};
}

static const char *text_of(const struct card *card, enum card_kind kind)
{
	for (int i = 0; i < card->count; i++)
		if (card->lines[i].kind == kind)
			return card->lines[i].text;
	return "";
}

static void foot_draw(struct sheet *sheet)
{
	const struct card_sheet *of = sheet->context;
	const struct sheet_set small = set(sheet, 9, false, SHEET_INK);
	const double y = sheet->height - MM(SHEET_MARGIN_MM) - small.size;
	char line[PIECE_LINE];

	sheet_text_start(sheet, &small, 0, y, sheet_inside(sheet) * 0.8,
			 text_of(of->print->card, CARD_CODE));
	if (sheet->pages < 2)
		return;
	snprintf(line, sizeof(line), _("Page %d of %d"), sheet->page,
		 sheet->pages);
	sheet_text_end(sheet, &small, 0, y, sheet_inside(sheet), line);
}

static void head_draw(struct sheet *sheet)
{
	const struct card_sheet *of = sheet->context;
	const struct card *card = of->print->card;

	piece_band(sheet,
		   &(struct piece_band){text_of(card, CARD_ABOUT),
					text_of(card, CARD_TITLE),
					text_of(card, CARD_CODE),
					12 * of->scale, TITLE_PT * of->scale});
}

static bool is_body(enum card_kind kind)
{
	return kind == CARD_POINT || kind == CARD_EXAMPLE || kind == CARD_STEP;
}

/* The line behind those that belong to topic FIRST. */
static int topic_end(const struct card *card, int first)
{
	int end = first + 1;

	while (end < card->count && is_body(card->lines[end].kind))
		end++;
	return end;
}

static double body_from(const struct sheet *sheet)
{
	return mm(sheet, LABEL_MM + POINT_MM);
}

/* Line INDEX of a topic, at y; y goes below it. */
static void body_draw(struct sheet *sheet, const struct card_line *line)
{
	const struct sheet_set words =
	    set(sheet, BODY_PT, line->kind == CARD_EXAMPLE, SHEET_INK);
	const double from = body_from(sheet);
	const double width = sheet_inside(sheet) - from;
	const double height = sheet_height(sheet, &words, width, line->text);
	const double side = mm(sheet, 1.2);

	sheet_room(sheet, height);
	if (line->kind == CARD_POINT)
		sheet_box(sheet, SHEET_BLUE, from - mm(sheet, POINT_MM),
			  sheet->y + words.size * 0.68 - side / 2, side, side);
	else
		sheet_box(sheet, SHEET_BLUE, from - mm(sheet, POINT_MM),
			  sheet->y, mm(sheet, 0.6), height + mm(sheet, 0.8));
	sheet_text_start(sheet, &words, from, sheet->y, width, line->text);
	sheet->y += height + mm(sheet, 0.8);
}

static double lines_height(struct sheet *sheet, const struct card *card,
			   int first, int end)
{
	double height = 0;

	for (int i = first; i < end; i++) {
		const struct sheet_set words =
		    set(sheet, BODY_PT, card->lines[i].kind == CARD_EXAMPLE,
			SHEET_INK);

		height += sheet_height(sheet, &words,
				       sheet_inside(sheet) - body_from(sheet),
				       card->lines[i].text) +
			  mm(sheet, 0.8);
	}
	return height;
}

static double topic_height(struct sheet *sheet, const struct card *card,
			   int first)
{
	const struct sheet_set label = set(sheet, BODY_PT, true, SHEET_BLUE);
	const double lines =
	    lines_height(sheet, card, first + 1, topic_end(card, first));
	const double head = sheet_height(sheet, &label, mm(sheet, LABEL_MM - 3),
					 card->lines[first].text);

	return lines > head ? lines : head;
}

/* Topic FIRST and its lines, which stay together where a page holds them. */
static void topic_draw(struct sheet *sheet, const struct card *card, int first)
{
	const struct sheet_set label = set(sheet, BODY_PT, true, SHEET_BLUE);
	const double height = topic_height(sheet, card, first);
	const int end = topic_end(card, first);
	double least;

	if (height < sheet->bottom - sheet->top)
		sheet_room(sheet, height);
	least = sheet->y + height;
	sheet_text_start(sheet, &label, 0, sheet->y, mm(sheet, LABEL_MM - 3),
			 card->lines[first].text);
	for (int i = first + 1; i < end; i++)
		body_draw(sheet, &card->lines[i]);
	if (sheet->y < least && least < sheet->bottom)
		sheet->y = least;
	sheet->y += mm(sheet, TOPIC_GAP_MM);
}

/* The height of all topics below line INDEX, a pot's head. */
static double section_height(struct sheet *sheet, const struct card *card,
			     int index)
{
	double height = 0;

	for (int i = index + 1;
	     i < card->count && (card->lines[i].kind == CARD_TOPIC ||
				 is_body(card->lines[i].kind));
	     i++)
		if (card->lines[i].kind == CARD_TOPIC)
			height += topic_height(sheet, card, i) +
				  mm(sheet, TOPIC_GAP_MM);
	return height;
}

/* A pot's head: on the page of all below it where a page holds that, else of
 * the first topic. */
static void pot_draw(struct sheet *sheet, const struct card *card, int index)
{
	const struct sheet_set words = set(sheet, POT_PT, true, SHEET_DEEP);
	const double inside = sheet_inside(sheet);
	const double height =
	    sheet_height(sheet, &words, inside, card->lines[index].text);
	double below =
	    section_height(sheet, card, index) + height + mm(sheet, 3);

	if (below > sheet->bottom - sheet->top && index + 1 < card->count)
		below = height + mm(sheet, 3) +
			topic_height(sheet, card, index + 1);
	if (!sheet_room(sheet, below + mm(sheet, 2)))
		sheet->y += mm(sheet, 2);
	sheet_text_start(sheet, &words, 0, sheet->y, inside,
			 card->lines[index].text);
	sheet->y += height;
	sheet_box(sheet, SHEET_DEEP, 0, sheet->y, inside, mm(sheet, 0.5));
	sheet->y += mm(sheet, 2.2);
}

static void lines_draw(struct sheet *sheet)
{
	const struct card_sheet *of = sheet->context;
	const struct card *card = of->print->card;

	head_draw(sheet);
	for (int i = 0; i < card->count; i++) {
		enum card_kind kind = card->lines[i].kind;

		if (kind == CARD_POT || kind == CARD_ALL)
			pot_draw(sheet, card, i);
		else if (kind == CARD_TOPIC)
			topic_draw(sheet, card, i);
	}
}

static int pages_at(const struct sheet *sheet, double scale)
{
	struct sheet tried = *sheet;
	struct card_sheet *of = sheet->context;

	of->scale = scale;
	tried.dry = true;
	lines_draw(&tried);
	return tried.page - sheet->page + 1;
}

static void draw(struct sheet *sheet, void *context)
{
	struct card_sheet *of = context;
	const double paper = sheet_inside(sheet) / A4_INSIDE;
	const int least = pages_at(sheet, paper * scales[SCALES - 1]);
	int i = 0;

	while (i < SCALES - 1 && pages_at(sheet, paper * scales[i]) > least)
		i++;
	of->scale = paper * scales[i];
	lines_draw(sheet);
	of->pages = sheet->page;
}

enum status paper_card(const struct card_print *print, FILE *out,
		       int *ret_pages)
{
	struct card_sheet card = {.print = print, .scale = 1};
	const struct sheet_print sheet = {
	    .meeting = print->meeting,
	    .language = print->language,
	    .a3 = print->a3,
	    .foot_mm = FOOT_MM,
	    .draw = draw,
	    .foot = foot_draw,
	    .context = &card,
	};
	enum status status = sheet_print(&sheet, out);

	if (status == STATUS_OK)
		*ret_pages = card.pages;
	return status;
}
