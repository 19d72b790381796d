#include "hall/pages.h"

#include <stdio.h>

#include "hall/awards.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/pill.h"
#include "hall/rows.h"
#include "ui/draw.h"
#include "words/votes.h"
#include "words/words.h"

enum {
	TITLE_H = 108,
	TITLE_GAP = 28,
	ROW_GAP = 28,
	ROW_AIR_MOST = 24,
};

/* Those that get no money, in the order of the result, and their pages. */
struct unfunded {
	struct rect body;
	bool below; /* votes and cost stand below the title, not beside it */
	int pill_w, title_w;
	int count;
	int award[MEETING_PROPOSALS]; /* indexes */
	struct rows rows;
};

static enum ballot_type type_of(const struct hall_view *view,
				const struct award *award)
{
	const struct meeting *meeting = view->meeting;

	return meeting->pots[meeting->proposals[award->proposal].pot]
	    .ballot_type;
}

/* Its votes and its cost. */
static void facts_text(const struct hall_view *view, int index,
		       char ret_text[HALL_LINE])
{
	const struct award *award = &view->result->awards[index];
	char votes[VOTES_TEXT], cost[HALL_LINE / 2], money[MONEY_TEXT];

	votes_text(type_of(view, award), award->votes, votes);
	words_money(view->meeting->proposals[award->proposal].cost_minor,
		    money);
	words_fill(cost, sizeof(cost), _("costs %s"), money);
	words_fill(ret_text, HALL_LINE, "%s · %s", votes, cost);
}

/* Adds to TEXT that votes alone could not have helped. */
static void never_add(enum ballot_type type, char text[HALL_LINE])
{
	char before[HALL_LINE];

	snprintf(before, sizeof(before), "%s", text);
	words_fill(text, HALL_LINE, "%s · %s", before,
		   votes_or(type, _("no number of votes is enough"),
			    _("no number of points is enough")));
}

/* What it lacks, money or votes, or the reason when that is another. */
static void lack_text(const struct hall_view *view, int index,
		      char ret_text[HALL_LINE])
{
	const struct hall_missing none = {0, 0},
				  *missing = view->missing
						 ? &view->missing[index]
						 : &none;
	unsigned long votes =
	    missing->votes > 0 ? (unsigned long)missing->votes : 0;
	const enum ballot_type type =
	    type_of(view, &view->result->awards[index]);
	char money[MONEY_TEXT], reason[HALL_LINE];

	words_money(missing->money_minor, money);
	award_reason(view->meeting, &view->result->awards[index], ret_text);
	if (missing->money_minor > 0 && votes > 0)
		/* TRANSLATORS: an amount of money, and how many votes. */
		words_fill(
		    ret_text, HALL_LINE,
		    votes_or(type,
			     words_plural("%1$s short, or %2$lu vote",
					  "%1$s short, or %2$lu votes", votes),
			     words_plural("%1$s short, or %2$lu point",
					  "%1$s short, or %2$lu points",
					  votes)),
		    money, votes);
	else if (missing->money_minor > 0)
		words_fill(ret_text, HALL_LINE, _("%s short"), money);
	if (missing->votes < 0)
		never_add(type, ret_text);
	if (missing->money_minor > 0 || votes == 0)
		return;
	snprintf(reason, sizeof(reason), "%s", ret_text);
	/* TRANSLATORS: a reason, and how many votes. */
	words_fill(ret_text, HALL_LINE,
		   votes_or(type,
			    words_plural("%1$s: %2$lu vote short",
					 "%1$s: %2$lu votes short", votes),
			    words_plural("%1$s: %2$lu point short",
					 "%1$s: %2$lu points short", votes)),
		   reason, votes);
}

static const char *row_title(const struct hall_view *view, int index)
{
	return meeting_short_title(view->meeting,
				   view->result->awards[index].proposal,
				   view->language);
}

static int row_height(struct ui *ui, const struct hall_view *view,
		      const struct unfunded *list, int index)
{
	int width = list->body.w - list->pill_w - PILL_GAP;
	char text[HALL_LINE];
	int high;

	high = text_height(ui, row_title(view, index), TYPE_HALL_STRONG,
			   list->title_w);
	facts_text(view, index, text);
	if (list->below)
		high += text_height(ui, text, TYPE_HALL_BODY, width);
	lack_text(view, index, text);
	return high + text_height(ui, text, TYPE_HALL_BODY, width);
}

static void list_awards(const struct hall_view *view, struct unfunded *list)
{
	const struct result *result = view->result;

	list->count = 0;
	for (int pot = 0; pot < view->meeting->pot_count; pot++)
		for (int i = result->pots[pot].first_award;
		     i < result->pots[pot].end_award; i++)
			if (!award_funded(&result->awards[i]))
				list->award[list->count++] = i;
}

/* The title gets what the widest facts leave; all of an upright frame. */
static void measure_title(struct ui *ui, const struct hall_view *view,
			  struct unfunded *list)
{
	int widest = 0;

	for (int i = 0; i < list->count; i++) {
		char facts[HALL_LINE];
		int width;

		facts_text(view, list->award[i], facts);
		width = frame_width(ui, facts, TYPE_HALL_BODY);
		widest = width > widest ? width : widest;
	}
	list->title_w = list->body.w - list->pill_w - PILL_GAP;
	list->below = frame_upright(ui);
	if (!list->below)
		list->title_w -= FRAME_GAP + widest;
}

static void unfunded_layout(struct ui *ui, const struct hall_view *view,
			    struct unfunded *ret_list)
{
	ret_list->body = frame_body(ui);
	rect_take_top(&ret_list->body, TITLE_H, TITLE_GAP);
	ret_list->pill_w = pill_width(ui, view->meeting);
	ret_list->rows = (struct rows){
	    .room = ret_list->body.h, .gap = ROW_GAP, .air_most = ROW_AIR_MOST};
	list_awards(view, ret_list);
	measure_title(ui, view, ret_list);
	for (int i = 0; i < ret_list->count; i++)
		rows_add(&ret_list->rows,
			 row_height(ui, view, ret_list, ret_list->award[i]));
}

int unfunded_pages(struct ui *ui, const struct hall_view *view)
{
	struct unfunded list;

	unfunded_layout(ui, view, &list);
	return list.rows.count > 0 ? rows_pages(&list.rows) : 0;
}

/* TEXT over the whole width, off the top of *ROW. */
static void draw_line(struct ui *ui, struct rect *row, const char *text,
		      enum role role)
{
	struct rect line = rect_take_top(
	    row, text_height(ui, text, TYPE_HALL_BODY, row->w), 0);

	lines_draw(ui, line, text, TYPE_HALL_BODY, role);
}

static void draw_row(struct ui *ui, const struct hall_view *view,
		     const struct unfunded *list, int index, struct rect row)
{
	const char *title = row_title(view, index);
	char facts[HALL_LINE], lack[HALL_LINE];
	struct rect line;

	pill_draw(ui, &row, list->pill_w, view->meeting,
		  view->result->awards[index].proposal);
	facts_text(view, index, facts);
	if (!list->below)
		draw_text(ui, row, facts, TYPE_HALL_BODY, ROLE_TEXT, ALIGN_END);
	line = row;
	line.w = list->title_w;
	rect_take_top(&row, text_height(ui, title, TYPE_HALL_STRONG, line.w),
		      0);
	lines_draw(ui, line, title, TYPE_HALL_STRONG, ROLE_TEXT);
	if (list->below)
		draw_line(ui, &row, facts, ROLE_TEXT);
	lack_text(view, index, lack);
	draw_line(ui, &row, lack, ROLE_PRIMARY);
}

void unfunded_draw(struct ui *ui, const struct hall_view *view, int page)
{
	struct unfunded list;
	struct rect rest = frame_body(ui);
	int first, end, air;

	frame_text(ui, rect_take_top(&rest, TITLE_H, 0), _("Not this time"),
		   TYPE_HALL_H1, ROLE_TEXT, ALIGN_START);
	unfunded_layout(ui, view, &list);
	rest = list.body;
	rows_page(&list.rows, page, &first, &end, &air);
	for (int i = first; i < end; i++)
		draw_row(
		    ui, view, &list, list.award[i],
		    rect_take_top(&rest, list.rows.height[i], ROW_GAP + air));
}
