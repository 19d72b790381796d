#include "hall/tie.h"

#include <stdio.h>
#include <string.h>

#include "hall/frame.h"
#include "ui/draw.h"
#include "words/words.h"

enum {
	TITLE_H = 120,
	FACTS_MOST = 2 * FRAME_LINE,
	ROW_PAD = 4, /* within a row's panel, above and below its words */
	ROW_GAP = 6,
	ROW_MOST = 140,
	COLUMN_GAP = 24,
	PILL_PAD = 12,
	RULE_GAP = 24, /* above it */
	RULE_TEXT = 3 * HALL_LINE,
	NUMBER_TEXT = 12,
};

/* Where everything of a tie's pages stands. */
struct tie_page {
	struct rect title, facts;
	struct rect rows; /* at most; the rule stands right below them */
	int rule_h;
	char between;	/* the sentences of the rule: a blank or a line */
	enum type type; /* of the rows */
	int number_w, cost_w;
};

static void title_text(const struct hall_view *view, const struct hall_tie *tie,
		       char ret_text[HALL_LINE])
{
	const struct meeting *meeting = view->meeting;

	/* TRANSLATORS: the title of a pot. */
	snprintf(ret_text, HALL_LINE, _("Lots are drawn: %s"),
		 meeting_text(meeting, &meeting->pots[tie->pot].title,
			      view->language, NULL));
}

static void facts_text(const struct hall_tie *tie, char ret_text[HALL_LINE])
{
	char money[MONEY_TEXT], left[HALL_LINE / 2], votes[HALL_LINE / 2];

	words_money(tie->left_minor, money);
	/* TRANSLATORS: an amount of money. */
	snprintf(left, sizeof(left), _("There is %s left."), money);
	snprintf(votes, sizeof(votes),
		 words_plural("They have %d vote each.",
			      "They have %d votes each.",
			      (unsigned long)tie->votes),
		 tie->votes);
	snprintf(ret_text, HALL_LINE, "%s %s", votes, left);
}

static bool some_exclude(const struct meeting *meeting,
			 const struct hall_tie *tie)
{
	for (int i = 0; i < tie->count; i++)
		for (int j = 0; j < i; j++)
			if (meeting_incompatible(meeting, tie->proposal[i],
						 tie->proposal[j]))
				return true;
	return false;
}

/* What the order decides, in words, BETWEEN the sentences. */
static void rule_text(const struct meeting *meeting, const struct hall_tie *tie,
		      char between, char ret_text[RULE_TEXT])
{
	static const char *const misfits[] = {
	    [MISFIT_SKIP] = N_("One that costs more than is left is skipped."),
	    [MISFIT_STOP] = N_("The first that costs too much ends the count."),
	    [MISFIT_PART] = N_("One that costs too much may get a part."),
	};
	int length;

	length = snprintf(
	    ret_text, RULE_TEXT, "%s%c%s%c%s", _("The lots decide the order."),
	    between, _("The money goes in that order while there is enough."),
	    between, _(misfits[meeting->pots[tie->pot].misfit]));
	if (some_exclude(meeting, tie) && length < RULE_TEXT)
		snprintf(ret_text + length, RULE_TEXT - (size_t)length, "%c%s",
			 between, _("Some of them exclude each other."));
}

static const char *row_title(const struct hall_view *view,
			     const struct hall_tie *tie, int row)
{
	return meeting_short_title(view->meeting, tie->proposal[row],
				   view->language);
}

static int row_title_width(const struct tie_page *page)
{
	return page->rows.w - page->number_w - page->cost_w - 4 * COLUMN_GAP;
}

static int row_height(struct ui *ui, const struct hall_view *view,
		      const struct hall_tie *tie, const struct tie_page *page,
		      int row)
{
	return text_height(ui, row_title(view, tie, row), page->type,
			   row_title_width(page)) +
	       2 * ROW_PAD + ROW_GAP;
}

/* Makes the number and cost columns as wide as their widest needs. */
static void measure_columns(struct ui *ui, const struct hall_view *view,
			    const struct hall_tie *tie, struct tie_page *page)
{
	page->number_w = page->cost_w = 0;
	for (int i = 0; i < tie->count; i++) {
		const struct proposal *proposal =
		    &view->meeting->proposals[tie->proposal[i]];
		char number[NUMBER_TEXT], money[MONEY_TEXT];
		int width;

		snprintf(number, sizeof(number), "%d", proposal->number);
		width = frame_width(ui, number, page->type) + 2 * PILL_PAD;
		if (width > page->number_w)
			page->number_w = width;
		words_money(proposal->cost_minor, money);
		width = frame_width(ui, money, page->type);
		if (width > page->cost_w)
			page->cost_w = width;
	}
}

/* The end of the rows that fit on a page beginning with row FIRST; how high
 * they are is *ret_used. */
static int rows_end(struct ui *ui, const struct hall_view *view,
		    const struct hall_tie *tie, const struct tie_page *page,
		    int first, int *ret_used)
{
	int used = 0, end = first;

	while (end < tie->count) {
		int high = row_height(ui, view, tie, page, end);

		if (end > first && used + high > page->rows.h)
			break;
		used += high;
		end++;
	}
	*ret_used = used;
	return end;
}

/* The large type when all rows fit on the page in it, one line each; returns
 * whether they all fit in the type chosen. */
static bool choose_type(struct ui *ui, const struct hall_view *view,
			const struct hall_tie *tie, struct tie_page *page)
{
	int used;
	bool broken = false;

	page->type = TYPE_HALL_H2;
	measure_columns(ui, view, tie, page);
	for (int i = 0; i < tie->count; i++)
		broken |= text_width(ui, row_title(view, tie, i), page->type) >
			  row_title_width(page);
	if (!broken && rows_end(ui, view, tie, page, 0, &used) == tie->count &&
	    used <= page->rows.h)
		return true;
	page->type = TYPE_HALL_STRONG;
	measure_columns(ui, view, tie, page);
	return rows_end(ui, view, tie, page, 0, &used) == tie->count;
}

/* Parts BODY into rows and rule, each sentence of it on a line of its own
 * unless the rows need the room. */
static void part_body(struct ui *ui, const struct hall_view *view,
		      const struct hall_tie *tie, struct rect body,
		      struct tie_page *page)
{
	static const char betweens[] = {'\n', ' '};
	char rule[RULE_TEXT];

	for (size_t i = 0; i < sizeof(betweens); i++) {
		page->between = betweens[i];
		rule_text(view->meeting, tie, page->between, rule);
		page->rule_h = text_height(ui, rule, TYPE_HALL_BODY, body.w);
		page->rows = body;
		page->rows.h -= page->rule_h + RULE_GAP;
		if (choose_type(ui, view, tie, page))
			return;
	}
}

static void page_layout(struct ui *ui, const struct hall_view *view,
			const struct hall_tie *tie, struct tie_page *ret_page)
{
	struct rect body = frame_body(ui);
	char facts[HALL_LINE];
	enum type type;

	ret_page->title = frame_cut(&body, TITLE_H, 0);
	facts_text(tie, facts);
	type = frame_fit(ui, facts, body.w, FACTS_MOST, TYPE_HALL_H2);
	ret_page->facts =
	    frame_cut(&body, text_height(ui, facts, type, body.w), FRAME_GAP);
	part_body(ui, view, tie, body, ret_page);
}

int tie_pages(struct ui *ui, const struct hall_view *view,
	      const struct hall_tie *tie)
{
	struct tie_page page;
	int pages = 0, used;

	page_layout(ui, view, tie, &page);
	for (int i = 0; i < tie->count; pages++)
		i = rows_end(ui, view, tie, &page, i, &used);
	return pages;
}

static void draw_row(struct ui *ui, const struct hall_view *view,
		     const struct hall_tie *tie, const struct tie_page *page,
		     int row, struct rect rect)
{
	const struct proposal *proposal =
	    &view->meeting->proposals[tie->proposal[row]];
	char number[NUMBER_TEXT], money[MONEY_TEXT];
	struct rect pill = rect, title = rect;

	draw_panel(ui, rect, 8, ROLE_SURFACE, ROLE_SURFACE, 0);
	pill.x += COLUMN_GAP;
	pill.w = page->number_w;
	snprintf(number, sizeof(number), "%d", proposal->number);
	draw_text_middle(ui, pill, number, page->type, ROLE_PRIMARY,
			 ALIGN_START);
	title.x = pill.x + pill.w + COLUMN_GAP;
	title.w = row_title_width(page);
	draw_text_middle(ui, title, row_title(view, tie, row), page->type,
			 ROLE_TEXT, ALIGN_START);
	rect.w -= COLUMN_GAP;
	rect.x += rect.w - page->cost_w;
	rect.w = page->cost_w;
	words_money(proposal->cost_minor, money);
	draw_text_middle(ui, rect, money, page->type, ROLE_TEXT, ALIGN_END);
}

/* Draws the page that begins with row FIRST; returns what is free below. */
static struct rect draw_rows(struct ui *ui, const struct hall_view *view,
			     const struct hall_tie *tie,
			     const struct tie_page *page, int first)
{
	struct rect rest = page->rows;
	int used, end = rows_end(ui, view, tie, page, first, &used), air;

	air = end > first ? (rest.h - used) / (end - first) : 0;
	for (int i = first; i < end; i++) {
		int least = row_height(ui, view, tie, page, i);
		int high = least + (air > 0 ? air : 0);

		if (high > ROW_MOST)
			high = least > ROW_MOST ? least : ROW_MOST;
		draw_row(ui, view, tie, page, i,
			 frame_cut(&rest, high - ROW_GAP, ROW_GAP));
	}
	return rest;
}

void tie_draw(struct ui *ui, const struct hall_view *view,
	      const struct hall_tie *tie, int page)
{
	struct tie_page at;
	struct rect below;
	char text[RULE_TEXT];
	int first = 0, used;

	page_layout(ui, view, tie, &at);
	title_text(view, tie, text);
	draw_text_middle(
	    ui, at.title, text,
	    frame_fit(ui, text, at.title.w, at.title.h, TYPE_HALL_H1),
	    ROLE_TEXT, ALIGN_START);
	facts_text(tie, text);
	frame_text(ui, at.facts, text, TYPE_HALL_H2, ROLE_PRIMARY, ALIGN_START);
	for (int i = 0; i < page; i++)
		first = rows_end(ui, view, tie, &at, first, &used);
	below = draw_rows(ui, view, tie, &at, first);
	below.y += RULE_GAP - ROW_GAP;
	below.h = at.rule_h;
	rule_text(view->meeting, tie, at.between, text);
	draw_text(ui, below, text, TYPE_HALL_BODY, ROLE_TEXT, ALIGN_START);
}
