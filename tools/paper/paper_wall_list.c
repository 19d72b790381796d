/* All proposals of a pot on one sheet, or on as many as they need. */
#include <stdio.h>

#include "tools/paper/paper_wall_draw.h"
#include "words/words.h"

/* Tried from the first on until the pot fits on one page; the last may break a
 * word and take several pages. */
static const double sizes[] = {52, 46, 40, 36, 32, 29, 26};

enum { SIZES = sizeof(sizes) / sizeof(sizes[0]) };

/* In parts of the size of the titles. */
#define BADGE_WIDTH 2.3
#define BADGE_HEIGHT 1.7
#define PICTURE_WIDTH 3.6
#define PICTURE_HEIGHT 2.4
#define GAP 0.5
#define OTHERS_SIZE 0.52
#define RULE_MM 0.3
#define SAFE 0.98 /* of what is free: sums of fractions are not exact */
#define TWO_LINES 2.8
#define GAP_MORE 2.5 /* at most, where there is room */

struct list {
	struct wall *wall;
	int first, end;	  /* proposals */
	double size, gap; /* between rows */
	struct sheet_set title, others, cost, number;
	double text, width; /* where the titles begin, and how wide they are */
	double cost_width;
	bool pictures; /* whether any has one */
};

/* Makes NUMBER smaller until every number of the list fits in its box. */
static void number_fit(struct sheet *sheet, const struct list *list,
		       struct sheet_set *number)
{
	const double room = list->size * (BADGE_WIDTH - 0.3);

	for (int i = list->first; i < list->end; i++) {
		char text[16];
		double width;

		snprintf(text, sizeof(text), "%d",
			 list->wall->meeting->proposals[i].number);
		width = sheet_width(sheet, number, text);
		if (width > room)
			number->size *= room / width;
	}
}

static struct list list_set(struct sheet *sheet, struct wall *wall,
			    double points)
{
	struct list list = {
	    .wall = wall,
	    .size = points * wall->scale,
	    .gap = points * wall->scale * GAP,
	    .title = wall_set(wall, points, true, SHEET_INK),
	    .others = wall_set(wall, points * OTHERS_SIZE, false, SHEET_INK),
	    .cost = wall_set(wall, points, true, SHEET_DEEP),
	    .number = wall_set(wall, points * 1.5, true, SHEET_WHITE),
	};

	meeting_pot_range(wall->meeting, wall->pot, &list.first, &list.end);
	for (int i = list.first; i < list.end; i++) {
		char money[MONEY_TEXT];
		double width;

		words_money(wall->meeting->proposals[i].cost_minor, money);
		width = sheet_width(sheet, &list.cost, money) + 1;
		if (width > list.cost_width)
			list.cost_width = width;
		list.pictures = list.pictures || wall->pictures[i].name;
	}
	number_fit(sheet, &list, &list.number);
	list.text = list.size * (BADGE_WIDTH + GAP);
	if (list.pictures)
		list.text += list.size * (PICTURE_WIDTH + GAP);
	list.width =
	    sheet_inside(sheet) - list.text - list.cost_width - list.size * GAP;
	return list;
}

/* The title of proposal INDEX, the short one where the whole takes more than
 * two lines. */
static const char *title_of(struct sheet *sheet, const struct list *list,
			    int index)
{
	const struct meeting *meeting = list->wall->meeting;
	const char *title =
	    meeting_text(meeting, &meeting->proposals[index].title, 0, NULL);

	if (sheet_height(sheet, &list->title, list->width, title) <=
	    list->size * TWO_LINES)
		return title;
	return meeting_short_title(meeting, index, 0);
}

/* Draws proposal INDEX from y on, and moves y below it. */
static void row_draw(struct sheet *sheet, const struct list *list, int index)
{
	const struct wall *wall = list->wall;
	const struct proposal *proposal = &wall->meeting->proposals[index];
	const char *title = title_of(sheet, list, index);
	const double picture = list->size * PICTURE_HEIGHT;
	char others[PIECE_LINE], money[MONEY_TEXT];
	double first, second, height, middle;

	piece_text_others(&wall->shown, &proposal->title, others);
	words_money(proposal->cost_minor, money);
	first = sheet_height(sheet, &list->title, list->width, title);
	second = sheet_height(sheet, &list->others, list->width, others);
	height = first + second > picture ? first + second : picture;
	middle = sheet->y + height / 2;
	piece_badge(sheet, &list->number,
		    &(struct piece_badge){
			.number = proposal->number,
			.filled = true,
			.y = middle - list->size * BADGE_HEIGHT / 2,
			.width = list->size * BADGE_WIDTH,
			.height = list->size * BADGE_HEIGHT,
		    });
	if (wall->pictures[index].name)
		picture_draw(sheet, wall->folder, &wall->pictures[index],
			     list->size * (BADGE_WIDTH + GAP),
			     middle - picture / 2, list->size * PICTURE_WIDTH,
			     picture);
	sheet_text_start(sheet, &list->title, list->text,
			 middle - (first + second) / 2, list->width, title);
	sheet_text_start(sheet, &list->others, list->text,
			 middle + (first - second) / 2, list->width, others);
	sheet_text_end(sheet, &list->cost,
		       sheet_inside(sheet) - list->cost_width,
		       middle - (first + second) / 2, list->cost_width, money);
	sheet->y += height + list->gap;
}

static double row_height(struct sheet *sheet, const struct list *list,
			 int index)
{
	struct sheet tried = *sheet;

	tried.dry = true;
	row_draw(&tried, list, index);
	return tried.y - sheet->y;
}

/* What is to be shared out, and in the other languages what the pot is. */
static void head_draw(struct sheet *sheet)
{
	const struct wall *wall = sheet->context;
	const struct pot *pot = &wall->meeting->pots[wall->pot];
	char title[PIECE_LINE], others[PIECE_LINE], money[MONEY_TEXT];

	words_money(pot->amount_minor, money);
	/* Isolated (UAX 9), so that the amount is read as one. */
	snprintf(title, sizeof(title), "%s \u2013 \u2068%s\u2069",
		 meeting_text(wall->meeting, &pot->title, 0, NULL), money);
	piece_text_others(&wall->shown, &pot->title, others);
	wall_band(sheet, title, others);
}

static void rows_draw(struct sheet *sheet, const struct list *list)
{
	for (int i = list->first; i < list->end; i++) {
		const double height = row_height(sheet, list, i) - list->gap;

		if (!sheet_room(sheet, height) && i > list->first) {
			sheet_box(sheet, SHEET_DEEP, 0,
				  sheet->y - list->gap / 2, sheet_inside(sheet),
				  wall_mm(list->wall, RULE_MM));
		}
		row_draw(sheet, list, i);
	}
}

static bool words_whole(struct sheet *sheet, const struct list *list)
{
	for (int i = list->first; i < list->end; i++)
		if (piece_word_width(sheet, &list->title,
				     title_of(sheet, list, i)) > list->width)
			return false;
	return true;
}

/* How many pages LIST takes from the top of one, and what is free on the last.
 */
static int list_pages(const struct sheet *sheet, const struct list *list,
		      double *ret_free)
{
	struct sheet tried = *sheet;

	tried.dry = true;
	tried.y = tried.top;
	tried.head = head_draw;
	tried.foot = NULL;
	head_draw(&tried);
	rows_draw(&tried, list);
	*ret_free = tried.bottom - (tried.y - list->gap);
	return tried.page - sheet->page + 1;
}

void wall_list_draw(struct sheet *sheet, struct wall *wall)
{
	struct list list;
	double free, more;

	sheet_page(sheet);
	for (int i = 0; i < SIZES; i++) {
		list = list_set(sheet, wall, sizes[i]);
		wall->pages = list_pages(sheet, &list, &free);
		if (wall->pages == 1 && words_whole(sheet, &list))
			break;
	}
	if (wall->pages == 1 && list.end - list.first > 1) {
		more = free * SAFE / (list.end - list.first - 1);
		list.gap +=
		    more < GAP_MORE * list.gap ? more : GAP_MORE * list.gap;
	}
	wall->first_page = sheet->page;
	sheet->head = head_draw;
	head_draw(sheet);
	rows_draw(sheet, &list);
	sheet->head = NULL;
}
