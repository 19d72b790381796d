#include "hall/tie.h"

#include <stdio.h>
#include <string.h>

#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/lots.h"
#include "hall/rows.h"
#include "hall/tie_text.h"
#include "ui/draw.h"
#include "words/words.h"

enum {
	FACTS_MOST = 2 * FRAME_LINE,
	ROW_PAD = 4, /* within a row's panel, above and below its words */
	ROW_GAP = 6,
	ROW_MOST = 140,
	COLUMN_GAP = 24,
	PILL_PAD = 12,
	RULE_GAP = 24, /* above it */
	NUMBER_TEXT = 16,
};

/* Where everything of a tie's pages stands. */
struct tie_page {
	struct rect title, facts;
	struct rect body; /* of the rows at most; the rule stands right below
			     them */
	struct rows rows;
	int rule_h;
	char between;	/* the sentences of the rule: a blank or a line */
	enum type type; /* of the rows */
	int place_w;	/* 0: there is no order yet, or none at all */
	int number_w, cost_w;
};

static const char *row_title(const struct hall_view *view,
			     const struct hall_tie *tie, int row)
{
	return meeting_short_title(view->meeting, tie->proposal[row],
				   view->language);
}

static int row_title_width(const struct tie_page *page)
{
	return page->body.w - page->place_w - page->number_w - page->cost_w -
	       (page->place_w ? 5 : 4) * COLUMN_GAP;
}

static int row_height(struct ui *ui, const struct hall_view *view,
		      const struct hall_tie *tie, const struct tie_page *page,
		      int row)
{
	return text_height(ui, row_title(view, tie, row), page->type,
			   row_title_width(page)) +
	       2 * ROW_PAD + ROW_GAP;
}

static bool has_order(const struct hall_tie *tie)
{
	return tie->settled && decision_ordered(tie->kind);
}

static void place_text(int row, char ret_text[NUMBER_TEXT])
{
	snprintf(ret_text, NUMBER_TEXT, "%d.", row + 1);
}

/* What stands in a row's last column: the cost, or what it gets of a split. */
static void row_money(const struct hall_view *view, const struct hall_tie *tie,
		      int row, char ret_text[MONEY_TEXT])
{
	bool split = tie->settled && tie->kind == DECISION_SPLIT;

	words_money(
	    split ? tie->amount_minor[row]
		  : view->meeting->proposals[tie->proposal[row]].cost_minor,
	    ret_text);
}

static void widen(struct ui *ui, const struct tie_page *page, const char *text,
		  int pad, int *width)
{
	int needed = frame_width(ui, text, page->type) + pad;

	if (needed > *width)
		*width = needed;
}

/* Makes the columns of numbers as wide as their widest needs. */
static void measure_columns(struct ui *ui, const struct hall_view *view,
			    const struct hall_tie *tie, struct tie_page *page)
{
	page->place_w = page->number_w = page->cost_w = 0;
	for (int i = 0; i < tie->count; i++) {
		char number[NUMBER_TEXT], money[MONEY_TEXT];

		place_text(i, number);
		if (has_order(tie))
			widen(ui, page, number, 0, &page->place_w);
		snprintf(number, sizeof(number), "%d",
			 view->meeting->proposals[tie->proposal[i]].number);
		widen(ui, page, number, 2 * PILL_PAD, &page->number_w);
		row_money(view, tie, i, money);
		widen(ui, page, money, 0, &page->cost_w);
	}
}

/* The rows in the type of PAGE; the gap below each is part of it. */
static void measure_rows(struct ui *ui, const struct hall_view *view,
			 const struct hall_tie *tie, struct tie_page *page)
{
	measure_columns(ui, view, tie, page);
	page->rows =
	    (struct rows){.room = page->body.h, .air_most = page->body.h};
	for (int i = 0; i < tie->count; i++)
		rows_add(&page->rows, row_height(ui, view, tie, page, i));
}

/* The large type when all rows fit on the page in it, one line each; returns
 * whether they all fit in the type chosen. */
static bool choose_type(struct ui *ui, const struct hall_view *view,
			const struct hall_tie *tie, struct tie_page *page)
{
	bool broken = false;

	page->type = TYPE_HALL_H2;
	measure_rows(ui, view, tie, page);
	for (int i = 0; i < tie->count; i++)
		broken |= text_width(ui, row_title(view, tie, i), page->type) >
			  row_title_width(page);
	if (!broken && rows_pages(&page->rows) == 1)
		return true;
	page->type = TYPE_HALL_STRONG;
	measure_rows(ui, view, tie, page);
	return rows_pages(&page->rows) == 1;
}

/* Parts BODY into rows and rule, each sentence of it on a line of its own
 * unless the rows need the room. */
static void part_body(struct ui *ui, const struct hall_view *view,
		      const struct hall_tie *tie, struct rect body,
		      struct tie_page *page)
{
	static const char betweens[] = {'\n', ' '};
	char rule[TIE_RULE];

	for (size_t i = 0; i < sizeof(betweens); i++) {
		page->between = betweens[i];
		tie_rule_text(view->meeting, tie, page->between, rule);
		page->rule_h = text_height(ui, rule, TYPE_HALL_BODY, body.w);
		page->body = body;
		page->body.h -= page->rule_h + RULE_GAP;
		if (choose_type(ui, view, tie, page))
			return;
	}
}

static void page_layout(struct ui *ui, const struct hall_view *view,
			const struct hall_tie *tie, struct tie_page *ret_page)
{
	struct rect body = frame_body(ui);
	char title[HALL_LINE], facts[HALL_LINE];
	enum type type;

	tie_title_text(view, tie, title);
	ret_page->title =
	    rect_take_top(&body, frame_title_height(ui, title, body.w), 0);
	tie_facts_text(view->meeting, tie, facts);
	type = frame_fit(ui, facts, body.w, FACTS_MOST, TYPE_HALL_H2);
	ret_page->facts = rect_take_top(
	    &body, text_height(ui, facts, type, body.w), FRAME_GAP);
	part_body(ui, view, tie, body, ret_page);
}

/* Pages of rows alone. */
static int row_pages(struct ui *ui, const struct hall_view *view,
		     const struct hall_tie *tie)
{
	struct tie_page page;

	page_layout(ui, view, tie, &page);
	return rows_pages(&page.rows);
}

int tie_pages(struct ui *ui, const struct hall_view *view,
	      const struct hall_tie *tie)
{
	return row_pages(ui, view, tie) + !tie->settled;
}

static void draw_row(struct ui *ui, const struct hall_view *view,
		     const struct hall_tie *tie, const struct tie_page *page,
		     int row, struct rect rect)
{
	char number[NUMBER_TEXT], money[MONEY_TEXT];
	struct rect cell = rect;

	draw_panel(ui, rect, 8, ROLE_SURFACE, ROLE_SURFACE, 0);
	cell.x += COLUMN_GAP;
	if (page->place_w) {
		place_text(row, number);
		cell.w = page->place_w;
		draw_text_middle(ui, cell, number, page->type, ROLE_TEXT,
				 ALIGN_START);
		cell.x += page->place_w + COLUMN_GAP;
	}
	cell.w = page->number_w;
	snprintf(number, sizeof(number), "%d",
		 view->meeting->proposals[tie->proposal[row]].number);
	draw_text_middle(ui, cell, number, page->type, ROLE_PRIMARY,
			 ALIGN_START);
	cell.x += cell.w + COLUMN_GAP;
	cell.w = row_title_width(page);
	lines_draw_middle(ui, cell, row_title(view, tie, row), page->type,
			  ROLE_TEXT);
	rect.w -= COLUMN_GAP;
	row_money(view, tie, row, money);
	draw_text_middle(ui, rect, money, page->type, ROLE_TEXT, ALIGN_END);
}

/* Draws PAGE of the rows of AT; returns what is free below. */
static struct rect draw_rows(struct ui *ui, const struct hall_view *view,
			     const struct hall_tie *tie,
			     const struct tie_page *at, int page)
{
	struct rect rest = at->body;
	int first, end, air;

	rows_page(&at->rows, page, &first, &end, &air);
	for (int i = first; i < end; i++) {
		int least = at->rows.height[i], high = least + air;

		if (high > ROW_MOST)
			high = least > ROW_MOST ? least : ROW_MOST;
		draw_row(ui, view, tie, at, i,
			 rect_take_top(&rest, high - ROW_GAP, ROW_GAP));
	}
	return rest;
}

void tie_draw(struct ui *ui, const struct hall_view *view,
	      const struct hall_tie *tie, int page)
{
	struct tie_page at;
	struct rect below;
	char text[TIE_RULE];

	if (page >= row_pages(ui, view, tie)) {
		lots_draw(ui, view, tie);
		return;
	}
	page_layout(ui, view, tie, &at);
	tie_title_text(view, tie, text);
	frame_text_middle(ui, at.title, text, TYPE_HALL_H1, ROLE_TEXT,
			  ALIGN_START);
	tie_facts_text(view->meeting, tie, text);
	frame_text(ui, at.facts, text, TYPE_HALL_H2, ROLE_PRIMARY, ALIGN_START);
	below = draw_rows(ui, view, tie, &at, page);
	below.y += RULE_GAP - ROW_GAP;
	below.h = at.rule_h;
	tie_rule_text(view->meeting, tie, at.between, text);
	lines_draw(ui, below, text, TYPE_HALL_BODY, ROLE_TEXT);
}
