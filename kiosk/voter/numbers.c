/* The express way: proposals by their numbers, for those who know what they
 * want. Few numbers are buttons to touch; many are typed. */
#include "voter/numbers.h"

#include <stdio.h>

#include "voter/action.h"
#include "voter/bars.h"
#include "voter/card.h"
#include "voter/form.h"
#include "voter/screens.h"
#include "voter/state.h"
#include "voter/vote.h"
#include "voter/wording_ballot.h"
#include "words/words.h"

enum {
	GAP = 16,
	COLUMN_GAP = 48,
	TILE_W = 128,
	TILE_H = 104,
	TILE_W_SMALL = 104,
	TILE_H_SMALL = 80,
	KEY_W = 200, /* at most */
	KEY_H = 120,
	KEY_COLUMNS = 3,
	KEY_COLUMNS_BRIEF = 6,
	BRIEF_W = 900,
	ROW_H_BRIEF = 96,
	TOP_BRIEF = 10,
	LOW_H = 300, /* of the content: no task above the numbers */
	DIGIT_MOST = 9,
	ROW_H = 100,
	NUMBER_H = 64,
	NUMBER_W = 112,
	NUMBER_W_SMALL = 92,
	BUTTON_W = 160, /* of a row */
	BUTTON_H = 80,
	LINE_H = 40,
	LINE_H_SMALL = 32,
	RADIUS = 8,
	EDGE = 3,
	DIGITS = 16,
};

/* Whether there is no room for what was chosen: the numbers alone show it, and
 * the footer. */
static bool brief(const struct ui *ui)
{
	return form_content(ui).w < BRIEF_W && !form_upright(ui);
}

/* Whether there is room to say what to do. */
static bool tasked(const struct ui *ui)
{
	return form_content(ui).h >= LOW_H;
}

/* Where the numbers stand, and what was chosen with them. */
struct areas {
	struct rect numbers, chosen;
};

static struct areas areas_of(const struct ui *ui)
{
	struct rect in = form_content(ui);
	struct areas areas;

	rect_take_top(&in,
		      tasked(ui)	    ? form_measure(ui, FORM_CARDS_TOP)
		      : form_header_low(ui) ? 0
					    : TOP_BRIEF,
		      0);
	rect_take_bottom(&in, form_measure(ui, FORM_CARDS_BOTTOM), 0);
	areas.numbers = areas.chosen = in;
	if (brief(ui))
		return areas;
	if (form_upright(ui)) {
		areas.numbers.h = in.h / 2;
		rect_take_top(&areas.chosen, areas.numbers.h, COLUMN_GAP);
		return areas;
	}
	if (form_small(ui)) { /* titles need the room */
		areas.numbers.w = in.w * 2 / 5;
		rect_take_start(&areas.chosen, areas.numbers.w, GAP);
	} else {
		areas.numbers.w = (in.w - COLUMN_GAP) / 2;
		rect_take_start(&areas.chosen, areas.numbers.w, COLUMN_GAP);
	}
	return areas;
}

/* How many tiles stand beside each other in RECT, or 0 when COUNT of them do
 * not fit. */
static int tile_columns(const struct ui *ui, struct rect rect, int count)
{
	bool small = form_small(ui);
	int w = small ? TILE_W_SMALL : TILE_W;
	int h = small ? TILE_H_SMALL : TILE_H;
	int columns = (rect.w + GAP) / (w + GAP);

	return columns * ((rect.h + GAP) / (h + GAP)) >= count ? columns : 0;
}

/* A button for each number of the pot. */
static void tiles(struct ui *ui, const struct voter_view *view,
		  struct rect rect, int columns, struct intent *ret_intent)
{
	int first, end;
	int h = form_small(ui) ? TILE_H_SMALL : TILE_H;

	meeting_pot_range(view->meeting, view->session->pot, &first, &end);
	for (int i = first; i < end; i++) {
		char text[DIGITS];
		struct action action = {
		    WIDGET_TOGGLE,
		    i,
		    {vote_given(view, i) ? BUTTON_CHOSEN : BUTTON_PLAIN, text,
		     NO_ICON, brief(ui) ? TYPE_TITLE : TYPE_H2},
		    {INTENT_TOGGLE, i}};

		snprintf(text, sizeof(text), "%d",
			 view->meeting->proposals[i].number);
		action_draw(ui,
			    rect_cell(rect, i - first, columns, h, GAP, GAP),
			    &action, ret_intent);
	}
}

int numbers_typed(const struct voter_view *view)
{
	int number = session_number(view->session);
	int index = number > 0 ? meeting_proposal(view->meeting, number) : -1;

	return index >= 0 &&
		       view->meeting->proposals[index].pot == view->session->pot
		   ? index
		   : -1;
}

/* 1 to 9, then to take back, and 0. */
static void keys(struct ui *ui, struct rect rect, struct intent *ret_intent)
{
	int columns = brief(ui) ? KEY_COLUMNS_BRIEF : KEY_COLUMNS;
	int rows = (DIGIT_MOST + columns + 2) / columns;
	int h = (rect.h + GAP) / rows - GAP;
	int wide = columns * (KEY_W + GAP) - GAP;
	struct rect key;
	struct action erase = {WIDGET_ERASE,
			       0,
			       {BUTTON_PLAIN, NULL, ICON_BACKSPACE, TYPE_TITLE},
			       {INTENT_ERASE, 0}};

	if (rect.w > wide)
		rect.w = wide;
	if (h > KEY_H)
		h = KEY_H;
	for (int i = 0; i <= DIGIT_MOST; i++) {
		int digit = i < DIGIT_MOST ? i + 1 : 0;
		int cell = i < DIGIT_MOST ? i : DIGIT_MOST + 1;
		char text[DIGITS];
		struct action action = {WIDGET_DIGIT,
					digit,
					{BUTTON_PLAIN, text, NO_ICON, TYPE_H2},
					{INTENT_DIGIT, digit}};

		snprintf(text, sizeof(text), "%d", digit);
		key = rect_cell(rect, cell, columns, h, GAP, GAP);
		action_draw(ui, ui_fixed(ui, rect, key), &action, ret_intent);
	}
	key = rect_cell(rect, DIGIT_MOST, columns, h, GAP, GAP);
	action_draw(ui, ui_fixed(ui, rect, key), &erase, ret_intent);
}

/* Number, title and cost of proposal INDEX from RECT's start; what is left of
 * it at its end, for a button. */
static struct rect row_words(struct ui *ui, const struct voter_view *view,
			     struct rect rect, int index)
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	bool small = form_small(ui);
	const char *title = wording_title(view, index, NULL);
	struct rect button = rect_middle(
	    rect_take_end(&rect, BUTTON_W, GAP), BUTTON_W,
	    rect.h < BUTTON_H + GAP / 2 ? rect.h - GAP / 2 : BUTTON_H);
	struct rect number =
	    rect_take_start(&rect, small ? NUMBER_W_SMALL : NUMBER_W, 0);
	struct rect line = rect_take_bottom(
	    &rect, small || form_measure(ui, FORM_MENU) ? LINE_H_SMALL : LINE_H,
	    0);
	char cost[WORDING_TEXT];

	card_number(ui, number.x, number.y + (number.h - NUMBER_H) / 2,
		    NUMBER_H, proposal->number);
	draw_text_middle(ui, rect, title,
			 wording_fit(ui, title, rect.w, rect.h,
				     small ? TYPE_SMALL_BOLD : TYPE_TITLE),
			 ROLE_TEXT, ALIGN_START);
	wording_money(proposal->cost_minor, cost);
	draw_text(ui, line, cost, TYPE_SMALL, ROLE_TEXT, ALIGN_START);
	return button;
}

/* What was typed, and which proposal that is: it can be chosen. */
static void typed(struct ui *ui, const struct voter_view *view,
		  struct rect rect, struct intent *ret_intent)
{
	int index = numbers_typed(view);
	int number = session_number(view->session);
	const char *text = number > 0 ? _("No proposal here has this number.")
				      : _("Type the number of a proposal.");
	enum type type;

	draw_panel(ui, rect, RADIUS, ROLE_SURFACE, ROLE_OUTLINE, EDGE);
	rect.x += GAP / 2;
	rect.w -= GAP;
	if (index >= 0) {
		vote_draw(ui, view, row_words(ui, view, rect, index), index,
			  ret_intent);
		return;
	}
	if (number > 0)
		rect_take_start(&rect,
				card_number(ui, rect.x,
					    rect.y + (rect.h - NUMBER_H) / 2,
					    NUMBER_H, number),
				GAP);
	type = wording_fit(ui, text, rect.w, rect.h, TYPE_TITLE);
	draw_text_middle(ui, rect, text, type, ROLE_TEXT, ALIGN_START);
}

static void row(struct ui *ui, const struct voter_view *view, struct rect rect,
		int index, struct intent *ret_intent)
{
	struct action action = {
	    WIDGET_REMOVE,
	    index,
	    {BUTTON_PLAIN, _("Remove"), NO_ICON, TYPE_SMALL_BOLD},
	    {INTENT_TOGGLE, index}};

	rect.x += GAP / 2;
	rect.w -= GAP;
	action_draw(ui, row_words(ui, view, rect, index), &action, ret_intent);
}

/* What is chosen in the session's pot, as many of the last as have room. */
static void chosen_draw(struct ui *ui, const struct voter_view *view,
			struct rect rect, struct intent *ret_intent)
{
	const struct meeting *meeting = view->meeting;
	int chosen[MEETING_PROPOSALS], own[MEETING_PROPOSALS];
	int all = session_chosen(view->session, meeting, chosen);
	int room = rect.h / ROW_H, count = 0, first = 0;
	char text[WORDING_TEXT];

	for (int i = 0; i < all; i++)
		if (meeting->proposals[chosen[i]].pot == view->session->pot)
			own[count++] = chosen[i];
	if (count > room) {
		room = (rect.h - LINE_H) / ROW_H;
		first = count - room;
	}
	for (int i = first; i < count; i++)
		row(ui, view, rect_take_top(&rect, ROW_H, 0), own[i],
		    ret_intent);
	if (first == 0)
		return;
	snprintf(text, sizeof(text),
		 words_plural("and %d more chosen", "and %d more chosen",
			      (unsigned long)first),
		 first);
	draw_text(ui, rect, text, TYPE_SMALL, ROLE_MUTED, ALIGN_START);
}

void numbers_draw(struct ui *ui, const struct voter_view *view,
		  struct intent *ret_intent)
{
	const struct session *session = view->session;
	struct areas areas = areas_of(ui);
	struct rect task = form_content(ui);
	int first, end, columns;
	char text[WORDING_TEXT];

	task.h = form_measure(ui, FORM_CARDS_TOP);
	ballot_task(view, session->pot, text);
	if (tasked(ui))
		draw_text_middle(
		    ui, task, text,
		    wording_fit(ui, text, task.w, task.h,
				form_small(ui) ? TYPE_SMALL_BOLD : TYPE_TITLE),
		    ROLE_TEXT, ALIGN_START);
	meeting_pot_range(view->meeting, session->pot, &first, &end);
	columns = tile_columns(ui, areas.numbers, end - first);
	if (columns > 0) {
		tiles(ui, view, areas.numbers, columns, ret_intent);
	} else if (brief(ui)) {
		typed(ui, view, rect_take_top(&areas.numbers, ROW_H_BRIEF, GAP),
		      ret_intent);
		keys(ui, areas.numbers, ret_intent);
	} else {
		keys(ui, areas.numbers, ret_intent);
		typed(ui, view, rect_take_top(&areas.chosen, ROW_H, GAP),
		      ret_intent);
	}
	if (!brief(ui))
		chosen_draw(ui, view, areas.chosen, ret_intent);
	bars_back(ui, _("Back"), (struct intent){INTENT_CARDS, 0}, ret_intent);
	state_draw(ui, view, session->pot);
	bars_next(ui, BUTTON_PRIMARY, _("Next"),
		  (struct intent){INTENT_NEXT, 0}, ret_intent);
	bars_pot_header(ui, view, ret_intent);
}
