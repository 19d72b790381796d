/* A proposal on a page of its own. */
#include <stdio.h>

#include "tools/paper/paper_wall_page.h"
#include "words/words.h"

/* Points on A3. Capitals and digits are 0.714 em high: a number of 60 mm, read
 * from 24 m (UX.md, a3). */
#define NUMBER_PT 240.0
#define COST_MOST_PT 64.0
#define COST_LEAST_PT 28.0

/* Millimetres on A3. */
#define PAD_MM 9.0
#define GAP_MM 6.0
#define COLUMN_GAP_MM 8.0
#define BADGE_LEAST_MM 96.0

static struct sheet_set page_set(const struct page *page, double size,
				 bool bold, enum sheet_colour colour)
{
	return wall_set(page->wall, size * page->factor, bold, colour);
}

static double page_gap(const struct page *page)
{
	return wall_mm(page->wall, GAP_MM);
}

const char *wall_page_text(const struct page *page, const struct text *text,
			   int index)
{
	const char *found = text->in[piece_language(&page->wall->shown, index)];

	return found && *found ? found : NULL;
}

/* A paragraph from y on, below which y goes. */
static void flow(struct sheet *sheet, const struct sheet_set *set, double from,
		 double width, const char *text)
{
	if (!text)
		return;
	sheet_text(sheet, set, from, sheet->y, width, text);
	sheet->y += sheet_height(sheet, set, width, text);
}

/* What it costs, from which pot and where: beside the number, in the middle of
 * its HEIGHT. */
static void facts_draw(struct sheet *sheet, const struct page *page,
		       double from, double height)
{
	const struct meeting *meeting = page->wall->meeting;
	const double width = sheet_inside(sheet) - from;
	const char *pot = meeting_text(
	    meeting, &meeting->pots[page->proposal->pot].title, 0, NULL);
	struct sheet_set set =
	    wall_set(page->wall, COST_MOST_PT, true, SHEET_DEEP);
	const struct sheet_set small =
	    wall_set(page->wall, 28, false, SHEET_INK);
	const double top = sheet->y;
	char money[MONEY_TEXT];

	words_money(page->proposal->cost_minor, money);
	while (sheet_width(sheet, &set, money) > width &&
	       set.size - 2 > COST_LEAST_PT * page->wall->scale)
		set.size -= 2;
	sheet->y +=
	    (height - sheet_height(sheet, &set, width, money) -
	     sheet_height(sheet, &small, width, pot) -
	     sheet_height(sheet, &small, width, page->proposal->place)) /
	    2;
	flow(sheet, &set, from, width, money);
	flow(sheet, &small, from, width, pot);
	flow(sheet, &small, from, width, page->proposal->place);
	sheet->y = top;
}

static void head_draw(struct sheet *sheet, const struct page *page)
{
	const struct sheet_set set =
	    wall_set(page->wall, NUMBER_PT, true, SHEET_WHITE);
	const double pad = wall_mm(page->wall, PAD_MM);
	const double least = wall_mm(page->wall, BADGE_LEAST_MM);
	struct piece_badge badge = {
	    .number = page->proposal->number,
	    .filled = true,
	    .y = sheet->y,
	    .height = set.size * PIECE_CAPITAL + 2 * pad,
	};
	char number[16];

	snprintf(number, sizeof(number), "%d", page->proposal->number);
	badge.width = sheet_width(sheet, &set, number) + 2 * pad;
	if (badge.width < least)
		badge.width = least;
	piece_badge(sheet, &set, &badge);
	facts_draw(sheet, page, badge.width + wall_mm(page->wall, 10),
		   badge.height);
	sheet->y += badge.height + page_gap(page);
}

/* The language INDEX in a column FROM the start, from y on. */
static void language_draw(struct sheet *sheet, const struct page *page,
			  int index, double from, double width)
{
	const struct sheet_set name = page_set(page, 15, true, SHEET_BLUE);
	const struct sheet_set title = page_set(page, 25, true, SHEET_INK);
	const struct sheet_set text = page_set(page, 19, false, SHEET_INK);
	const struct meeting *meeting = page->wall->meeting;
	const char *language =
	    meeting->languages[piece_language(&page->wall->shown, index)];
	const char *endonym = words_endonym(language);

	flow(sheet, &name, from, width, endonym ? endonym : language);
	flow(sheet, &title, from, width,
	     wall_page_text(page, &page->proposal->title, index));
	if (page->summaries)
		flow(sheet, &text, from, width,
		     wall_page_text(page, &page->proposal->summary, index));
}

/* How many of the other languages have the proposal. */
static int languages_count(const struct page *page)
{
	int count = 0;

	for (int i = 1; i < page->languages; i++)
		count +=
		    wall_page_text(page, &page->proposal->title, i) != NULL;
	return count;
}

/* The other languages that have the proposal, two beside each other. */
static void languages_draw(struct sheet *sheet, const struct page *page)
{
	const double between = wall_mm(page->wall, COLUMN_GAP_MM);
	const int columns = languages_count(page) > 1 ? 2 : 1;
	const double width =
	    (sheet_inside(sheet) - (columns - 1) * between) / columns;
	double top = sheet->y, low = top;
	int column = 0;

	for (int i = 1; i < page->languages; i++) {
		if (!wall_page_text(page, &page->proposal->title, i))
			continue;
		if (column == 0)
			top = low;
		sheet->y = top;
		language_draw(sheet, page, i, column * (width + between),
			      width);
		low = sheet->y > low ? sheet->y : low;
		column = (column + 1) % columns;
		if (column == 0)
			low += page_gap(page) / 2;
	}
	sheet->y = low;
}

/* The names of the languages that lack the proposal, in one line. */
static void lacking_draw(struct sheet *sheet, const struct page *page)
{
	const struct sheet_set set = wall_set(page->wall, 16, false, SHEET_INK);
	const struct meeting *meeting = page->wall->meeting;
	char names[PIECE_LINE] = "", line[2 * PIECE_LINE];

	for (int i = 1; i < page->wall->shown.count; i++) {
		const char *language =
		    meeting->languages[piece_language(&page->wall->shown, i)];
		const char *name = words_endonym(language);

		if (!wall_page_text(page, &page->proposal->title, i))
			piece_line_add(names, name ? name : language);
	}
	if (!*names)
		return;
	snprintf(line, sizeof(line), "%s: %s", _("Not translated"), names);
	sheet->y += page_gap(page) / 2;
	flow(sheet, &set, 0, sheet_inside(sheet), line);
}

/* The room's summary and text, FROM the start. */
static void room_draw(struct sheet *sheet, const struct page *page, double from)
{
	const struct sheet_set summary = page_set(page, 32, false, SHEET_INK);
	const struct sheet_set body = page_set(page, 22, false, SHEET_INK);
	const double width = sheet_inside(sheet) - from;

	if (page->summary)
		flow(sheet, &summary, from, width,
		     wall_page_text(page, &page->proposal->summary, 0));
	if (page->body)
		flow(sheet, &body, from, width,
		     wall_page_text(page, &page->proposal->body, 0));
}

/* The picture, and the room's text below it or beside it. */
static void middle_draw(struct sheet *sheet, const struct page *page)
{
	const double top = sheet->y;
	double width, low;

	if (!page->picture) {
		room_draw(sheet, page, 0);
		return;
	}
	width = page->beside ? sheet_inside(sheet) * PAGE_BESIDE
			     : sheet_inside(sheet);
	width = picture_width(page->picture, width, page->picture_height);
	low = top + page->picture_height;
	picture_draw(sheet, page->wall->folder, page->picture, 0, top, width,
		     page->picture_height);
	if (!page->beside)
		sheet->y = low + page_gap(page) * 2 / 3;
	room_draw(sheet, page, page->beside ? width + page_gap(page) : 0);
	if (sheet->y < low)
		sheet->y = low;
}

void wall_page_fill(struct sheet *sheet, const struct page *page)
{
	head_draw(sheet, page);
	flow(
	    sheet, &page->title, 0, sheet_inside(sheet),
	    meeting_text(page->wall->meeting, &page->proposal->title, 0, NULL));
	sheet->y += page_gap(page) / 2;
	middle_draw(sheet, page);
	sheet->y += page_gap(page);
	languages_draw(sheet, page);
	lacking_draw(sheet, page);
}
