#include "hall/scene.h"

#include <inttypes.h>
#include <stdio.h>

#include "hall/foot.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/grow.h"
#include "hall/pill.h"
#include "hall/votes.h"
#include "words/votes.h"
#include "words/words.h"

enum {
	TITLE_GAP = 20,
	PLACE_GAP = 16,
	TITLE_MOST = 700, /* longer ones are broken */
	COLUMN_GAP = 24,
	ROW_GAP = 10,
	NOTE_GAP = 12,
	ROW_AIR_MOST = 120,
	BAR_MOST = 100,
	BAR_INSET_PERCENT = 12, /* of a row, above and below its bar */
	BAR_BELOW = 60,		/* of a row whose bar stands below its title */
	BAR_INSET = 8,
	NUMBER_TEXT = 24,
};

/* A pot's proposals by votes, and where their rows stand. */
struct order {
	int pot;
	int revealed; /* of them, from the last place upward; 1 at least */
	int count;
	struct vote_row rows[MEETING_PROPOSALS]; /* most votes first */
	struct rect title, note, rect;
	bool stacked; /* upright: the bars stand below the titles */
	int place_w, pill_w, title_w, votes_w;
	int64_t most;
};

/* Which pot VIEW's page reveals, and how many of its proposals. */
static void find_page(const struct hall_view *view, struct order *order)
{
	const struct meeting *meeting = view->meeting;
	int left = view->page;

	for (order->pot = 0; order->pot < meeting->pot_count; order->pot++) {
		int first, end;

		meeting_pot_range(meeting, order->pot, &first, &end);
		if (left < end - first) {
			order->revealed = left + 1;
			return;
		}
		left -= end - first;
	}
	order->pot = 0;
	order->revealed = 1;
}

int order_pages(struct ui *ui, const struct hall_view *view)
{
	(void)ui;
	return view->meeting->proposal_count > 0 ? view->meeting->proposal_count
						 : 1;
}

static const char *title_of(const struct hall_view *view,
			    const struct order *order, int row)
{
	return meeting_short_title(view->meeting, order->rows[row].proposal,
				   view->language);
}

static void widen(struct ui *ui, const char *text, enum type type, int *width)
{
	int needed = frame_width(ui, text, type);

	if (needed > *width)
		*width = needed;
}

/* Columns are as wide as all of the pot needs, revealed or not: nothing moves
 * when one more is. */
static void measure_columns(struct ui *ui, const struct hall_view *view,
			    struct order *order)
{
	char text[NUMBER_TEXT];

	order->pill_w = pill_width(ui, view->meeting);
	for (int i = 0; i < order->count; i++) {
		snprintf(text, sizeof(text), "%d.", order->rows[i].place);
		widen(ui, text, TYPE_HALL_STRONG, &order->place_w);
		snprintf(text, sizeof(text), "%" PRId64, order->rows[i].votes);
		widen(ui, text, TYPE_HALL_STRONG, &order->votes_w);
		widen(ui, title_of(view, order, i), TYPE_HALL_STRONG,
		      &order->title_w);
	}
	if (order->title_w > TITLE_MOST)
		order->title_w = TITLE_MOST;
	order->stacked = frame_upright(ui);
	if (order->stacked)
		order->title_w = order->rect.w - order->place_w - PLACE_GAP -
				 order->pill_w - PILL_GAP;
	order->most = order->count ? order->rows[0].votes : 0;
}

static void title_text(const struct meeting *meeting, int pot, int language,
		       char ret_text[HALL_LINE])
{
	words_fill(
	    ret_text, HALL_LINE,
	    /* TRANSLATORS: the title of a pot, here and below. */
	    votes_or(meeting->pots[pot].ballot_type, _("The votes: %s"),
		     _("The points: %s")),
	    meeting_text(meeting, &meeting->pots[pot].title, language, NULL));
}

static void order_layout(struct ui *ui, const struct hall_view *view,
			 struct order *ret_order)
{
	struct rect body = frame_body(ui);
	char title[HALL_LINE];

	*ret_order = (struct order){0};
	find_page(view, ret_order);
	ret_order->count = votes_rows(view, ret_order->pot, ret_order->rows);
	title_text(view->meeting, ret_order->pot, view->language, title);
	ret_order->title = rect_take_top(
	    &body, frame_title_height(ui, title, body.w), TITLE_GAP);
	if (votes_by_hand(view)) {
		int high = text_height(ui, _("By the count by hand."),
				       TYPE_HALL_BODY, body.w);

		body.h -= high;
		ret_order->note =
		    (struct rect){body.x, body.y + body.h, body.w, high};
	}
	ret_order->rect = body;
	measure_columns(ui, view, ret_order);
}

static int row_height(struct ui *ui, const struct hall_view *view,
		      const struct order *order, int row)
{
	return text_height(ui, title_of(view, order, row), TYPE_HALL_STRONG,
			   order->title_w) +
	       (order->stacked ? BAR_BELOW : 0) + ROW_GAP;
}

/* Where the rows begin that fit above row END, and how high they are. */
static int part_first(struct ui *ui, const struct hall_view *view,
		      const struct order *order, int end, int *ret_used)
{
	int first = end, used = -ROW_GAP;

	while (first > 0) {
		int high = row_height(ui, view, order, first - 1);

		if (first < end && used + high > order->rect.h)
			break;
		used += high;
		first--;
	}
	*ret_used = used;
	return first;
}

/* Where the rows end that fit below the first. */
static int top_end(struct ui *ui, const struct hall_view *view,
		   const struct order *order, int *ret_used)
{
	int end = 0, used = -ROW_GAP;

	while (end < order->count) {
		int high = row_height(ui, view, order, end);

		if (end > 0 && used + high > order->rect.h)
			break;
		used += high;
		end++;
	}
	*ret_used = used;
	return end;
}

/* The rows [*ret_first, *ret_end) that stand together with row ROW: a pot that
 * is too long is shown in parts, the last places first; the first places bring
 * along as many of those below them as fit. Returns their height. */
static int find_part(struct ui *ui, const struct hall_view *view,
		     const struct order *order, int row, int *ret_first,
		     int *ret_end)
{
	int end = order->count, used;
	int first = part_first(ui, view, order, end, &used);

	while (first > row) {
		end = first;
		first = part_first(ui, view, order, end, &used);
	}
	if (first == 0)
		end = top_end(ui, view, order, &used);
	*ret_first = first;
	*ret_end = end;
	return used;
}

/* GROWN: thousandths of its length. */
static void draw_bar(struct ui *ui, const struct order *order,
		     const struct vote_row *row, struct rect space, int grown)
{
	int most_w = space.w - COLUMN_GAP - order->votes_w;
	struct rect bar = space, votes;
	char text[NUMBER_TEXT];

	if (bar.h > BAR_MOST) {
		bar.y += (bar.h - BAR_MOST) / 2;
		bar.h = BAR_MOST;
	}
	bar.w = 0;
	if (order->most > 0)
		bar.w =
		    grow_part((int)(most_w * row->votes / order->most), grown);
	draw_fill(ui, bar, ROLE_FUNDED);
	votes = space;
	votes.x += bar.w > 0 ? bar.w + COLUMN_GAP : 0;
	votes.w = order->votes_w;
	snprintf(text, sizeof(text), "%" PRId64, row->votes);
	draw_text_middle(ui, votes, text, TYPE_HALL_STRONG, ROLE_TEXT,
			 ALIGN_START);
}

/* Where the bar of row RECT stands: beside WORDS, behind the title of CELL, or
 * below it. */
static struct rect bar_space(const struct order *order, struct rect rect,
			     struct rect words, struct rect cell)
{
	int inset = rect.h * BAR_INSET_PERCENT / 100;

	if (order->stacked) {
		cell.y = words.y + words.h + BAR_INSET;
		cell.h = BAR_BELOW - BAR_INSET;
		return cell;
	}
	cell.x += order->title_w + COLUMN_GAP;
	cell.w -= order->title_w + COLUMN_GAP;
	cell.y += inset;
	cell.h -= 2 * inset;
	return cell;
}

static void draw_row(struct ui *ui, const struct hall_view *view,
		     const struct order *order, int row, struct rect rect)
{
	bool newest = row == order->count - order->revealed;
	bool shown = row >= order->count - order->revealed;
	int grown = newest ? grow_progress(view, HALL_BAR_MS) : 1000;
	struct rect cell = rect, words;
	char text[NUMBER_TEXT];

	cell.x += order->place_w + PLACE_GAP;
	cell.w -= order->place_w + PLACE_GAP;
	/* Its place stays untold too: equal ones would tell of a tie. */
	if (!shown) {
		draw_fill(
		    ui,
		    (struct rect){cell.x, rect.y + rect.h / 2 - 2, cell.w, 4},
		    ROLE_TRACK);
		return;
	}
	words = rect;
	if (order->stacked)
		words.h =
		    row_height(ui, view, order, row) - ROW_GAP - BAR_BELOW;
	snprintf(text, sizeof(text), "%d.", order->rows[row].place);
	draw_text_middle(ui, words, text, TYPE_HALL_STRONG, ROLE_TEXT,
			 ALIGN_START);
	cell.y += (words.h - FRAME_LINE) / 2;
	pill_draw(ui, &cell, order->pill_w, view->meeting,
		  order->rows[row].proposal);
	cell.y = rect.y;
	lines_draw_middle(
	    ui, (struct rect){cell.x, cell.y, order->title_w, words.h},
	    title_of(view, order, row), TYPE_HALL_STRONG, ROLE_TEXT);
	draw_bar(ui, order, &order->rows[row],
		 bar_space(order, rect, words, cell), grown);
}

void order_draw(struct ui *ui, const struct hall_view *view)
{
	struct order order;
	struct rect rest;
	char title[HALL_LINE];
	int first, end, used, air;

	order_layout(ui, view, &order);
	title_text(view->meeting, order.pot, view->language, title);
	frame_text_middle(ui, order.title, title, TYPE_HALL_H1, ROLE_TEXT,
			  ALIGN_START);
	if (votes_by_hand(view))
		draw_text(ui, order.note, _("By the count by hand."),
			  TYPE_HALL_BODY, ROLE_TEXT, ALIGN_START);
	used = find_part(ui, view, &order, order.count - order.revealed, &first,
			 &end);
	rest = order.rect;
	air = end > first ? (rest.h - used) / (end - first) : 0;
	air = air < 0 ? 0 : air < ROW_AIR_MOST ? air : ROW_AIR_MOST;
	for (int i = first; i < end; i++)
		draw_row(ui, view, &order, i,
			 rect_take_top(&rest,
				       row_height(ui, view, &order, i) -
					   ROW_GAP + air,
				       ROW_GAP));
}

void order_line(struct ui *ui, const struct hall_view *view, int language,
		char ret_text[HALL_LINE])
{
	const struct meeting *meeting = view->meeting;
	struct order order;

	find_page(view, &order);
	title_text(meeting, order.pot, language, ret_text);
	if (text_width(ui, ret_text, TYPE_HALL_BODY) > foot_width(ui))
		snprintf(ret_text, HALL_LINE, "%s",
			 votes_or(meeting->pots[order.pot].ballot_type,
				  _("The votes"), _("The points")));
}
