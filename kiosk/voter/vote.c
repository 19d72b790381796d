#include "voter/vote.h"

#include <stdio.h>

#include "voter/action.h"
#include "voter/form.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	RADIUS = 8,
	OUTLINE = 3,
	EDGE = 3,
	STEP_W = 96,   /* a stepper's buttons, wider where there is room */
	STEP_GAP = 16, /* UX.md 0 */
	NUMBER_W = 72, /* three digits */
	NUMBER_W_SMALL = 52, /* two */
	DIGITS_MOST = 99,    /* of two */
	PADDING = 24,
	NARROW = 240, /* a button of a card with little height */
	DIGITS = 16,
};

static const struct pot *pot_of(const struct voter_view *view, int index)
{
	const struct meeting *meeting = view->meeting;

	return &meeting->pots[meeting->proposals[index].pot];
}

bool vote_given(const struct voter_view *view, int index)
{
	return view->session->ballot.value[index] != 0;
}

static enum type button_type(const struct ui *ui, const struct voter_view *view,
			     struct rect rect)
{
	return view->session->screen == SCREEN_NUMBERS ||
		       (form_low(ui) && rect.w < NARROW &&
			view->session->screen == SCREEN_CHOOSE)
		   ? TYPE_SMALL_BOLD
		   : TYPE_TITLE;
}

/* Whether a pot's money is not enough for INDEX, which is not chosen. */
static bool too_dear(const struct voter_view *view, int index)
{
	const struct proposal *proposal = &view->meeting->proposals[index];

	return pot_of(view, index)->ballot_type == BALLOT_KNAPSACK &&
	       !vote_given(view, index) &&
	       proposal->cost_minor > session_left_minor(view->session,
							 view->meeting,
							 proposal->pot);
}

static void toggle(struct ui *ui, const struct voter_view *view,
		   struct rect rect, int index, struct intent *ret_intent)
{
	bool ranks = pot_of(view, index)->ballot_type == BALLOT_RANK;
	int value = view->session->ballot.value[index];
	char rank[WORDING_TEXT];
	struct action action = {
	    WIDGET_TOGGLE,
	    index,
	    {BUTTON_PLAIN, _("Choose"), NO_ICON, button_type(ui, view, rect)},
	    {INTENT_TOGGLE, index}};

	if (value != 0) {
		action.button.kind = BUTTON_CHOSEN;
		action.button.label = _("Chosen");
	} else if (too_dear(view, index)) {
		action.button.kind = BUTTON_QUIET;
		action.button.label = _("Not enough money");
		action.button.type = TYPE_SMALL_BOLD;
	}
	if (ranks && value != 0) {
		/* TRANSLATORS: the resident's own 1st, 2nd, 3rd choice. */
		snprintf(rank, sizeof(rank), _("Choice %d"), value);
		action.button.label = rank;
	}
	action_draw(ui, rect, &action, ret_intent);
}

/* How wide the points of POT are between the buttons. */
static int number_w(const struct ui *ui, const struct pot *pot)
{
	return pot->value_most > DIGITS_MOST || !form_measure(ui, FORM_MENU)
		   ? NUMBER_W
		   : NUMBER_W_SMALL;
}

int vote_width(struct ui *ui, const struct voter_view *view, int index)
{
	const struct pot *pot = pot_of(view, index);

	if (pot->ballot_type == BALLOT_POINTS)
		return 2 * STEP_W + 2 * STEP_GAP + number_w(ui, pot);
	if (too_dear(view, index)) /* on two lines */
		return text_width(ui, _("Not enough money"), TYPE_SMALL_BOLD) /
			   2 +
		       PADDING;
	return 0;
}

/* A button at each side, and between them how many points it has. */
static void stepper(struct ui *ui, const struct voter_view *view,
		    struct rect rect, int index, struct intent *ret_intent)
{
	const struct pot *pot = pot_of(view, index);
	int value = view->session->ballot.value[index];
	int room = (rect.w - number_w(ui, pot)) / 2 - STEP_GAP;
	int width = room < 2 * STEP_W ? room : 2 * STEP_W;
	bool more =
	    value < pot->value_most &&
	    session_left_points(view->session, view->meeting,
				view->meeting->proposals[index].pot) > 0;
	struct action give = {
	    WIDGET_GIVE,
	    index,
	    {more ? BUTTON_PLAIN : BUTTON_QUIET, "+", NO_ICON, TYPE_H2},
	    {INTENT_GIVE, index}};
	struct action take = {WIDGET_TAKE,
			      index,
			      {value > 0 ? BUTTON_PLAIN : BUTTON_QUIET,
			       "\u2212", NO_ICON, TYPE_H2},
			      {INTENT_TAKE, index}};
	struct rect minus = rect, plus = rect, number = rect;
	char text[DIGITS];

	minus.w = plus.w = width;
	plus.x = rect.x + rect.w - width;
	number.x += width + STEP_GAP;
	number.w -= 2 * (width + STEP_GAP);
	snprintf(text, sizeof(text), "%d", value);
	draw_text_middle(ui, number, text, TYPE_H2,
			 value > 0 && view->session->screen == SCREEN_CHOOSE
			     ? ROLE_ON_SELECTED
			     : ROLE_TEXT,
			 ALIGN_CENTRE);
	action_draw(ui, minus, &take, ret_intent);
	action_draw(ui, plus, &give, ret_intent);
}

void vote_draw(struct ui *ui, const struct voter_view *view, struct rect rect,
	       int index, struct intent *ret_intent)
{
	switch (pot_of(view, index)->ballot_type) {
	case BALLOT_POINTS:
		stepper(ui, view, rect, index, ret_intent);
		break;
	case BALLOT_SCORE:
		break;
	default:
		toggle(ui, view, rect, index, ret_intent);
		break;
	}
}

void vote_sign(struct ui *ui, const struct voter_view *view, int x, int y,
	       int size, int index)
{
	enum ballot_type type = pot_of(view, index)->ballot_type;
	struct rect rect = {x, y, size, size};
	char text[DIGITS];

	draw_panel(ui, rect, size / 2, ROLE_BG, ROLE_BG, 0);
	if (type == BALLOT_APPROVAL || type == BALLOT_KNAPSACK) {
		draw_icon(ui, rect_inset(rect, EDGE), ICON_TICK, ROLE_SUCCESS);
		return;
	}
	rect = rect_inset(rect, EDGE);
	draw_panel(ui, rect, rect.h / 2, ROLE_SUCCESS, ROLE_SUCCESS, 0);
	snprintf(text, sizeof(text), "%d", view->session->ballot.value[index]);
	draw_text_middle(ui, rect, text, TYPE_TITLE, ROLE_BG, ALIGN_CENTRE);
}
