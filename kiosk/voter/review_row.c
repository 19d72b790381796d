/* A row of the review: what is chosen, and what can be done with it. */
#include "voter/review_row.h"

#include <stdio.h>

#include "voter/action.h"
#include "voter/card.h"
#include "voter/form.h"
#include "voter/vote.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	REMOVE_W = 160,
	REMOVE_H = 80,
	MOVE_W = 80,
	SIGN = 56, /* of a rank */
	NUMBER_H = 64,
	NUMBER_W = 112, /* three digits and a gap: titles stand in line */
	PAD = 16,
	REMOVE_W_SMALL = 124,
	NUMBER_W_SMALL = 84,
	HAIRLINE = 2,
	WIDE = 900,
};

bool review_wide(const struct ui *ui)
{
	return form_content(ui).w >= WIDE;
}

/* What a row says of proposal INDEX at its end: its cost, points or score. */
static void row_value(const struct voter_view *view, int index,
		      char ret_text[WORDING_TEXT])
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	int value = view->session->ballot.value[index];

	switch (view->meeting->pots[proposal->pot].ballot_type) {
	case BALLOT_POINTS:
		snprintf(
		    ret_text, WORDING_TEXT,
		    words_plural("%d point", "%d points", (unsigned long)value),
		    value);
		break;
	case BALLOT_SCORE:
		snprintf(ret_text, WORDING_TEXT, _("Score %d"), value);
		break;
	default:
		wording_money(proposal->cost_minor, ret_text);
		break;
	}
}

static int remove_w(struct ui *ui)
{
	int words = text_width(ui, _("Remove"), TYPE_SMALL) + PAD + 2;

	if (review_wide(ui))
		return REMOVE_W;
	return words > REMOVE_W_SMALL ? words : REMOVE_W_SMALL;
}

static int remove_h(const struct ui *ui)
{
	int room = form_measure(ui, FORM_REVIEW_ROW_H) - PAD;

	return room < REMOVE_H ? room : REMOVE_H;
}

static int move_w(const struct ui *ui)
{
	return remove_h(ui) < MOVE_W ? remove_h(ui) : MOVE_W;
}

/* What can be done with a row of a pot of TYPE, as wide as this. */
static int row_buttons_w(struct ui *ui, enum ballot_type type)
{
	if (type == BALLOT_SCORE)
		return 0; /* each has one: it is changed, not taken away */
	return remove_w(ui) + PAD +
	       (type == BALLOT_RANK ? 2 * (move_w(ui) + PAD) : 0);
}

/* One better, one worse, from *RECT's start. */
static void row_moves(struct ui *ui, const struct voter_view *view,
		      struct rect rect, int index, struct intent *ret_intent)
{
	int rank = view->session->ballot.value[index];
	int pot = view->meeting->proposals[index].pot;
	bool last =
	    rank == ballot_chosen(view->meeting, &view->session->ballot, pot);
	struct action raise = {
	    WIDGET_RAISE,
	    index,
	    {rank > 1 ? BUTTON_PLAIN : BUTTON_QUIET, NULL, ICON_UP, TYPE_TITLE},
	    {INTENT_RAISE, index}};
	struct action lower = {
	    WIDGET_LOWER,
	    index,
	    {last ? BUTTON_QUIET : BUTTON_PLAIN, NULL, ICON_DOWN, TYPE_TITLE},
	    {INTENT_LOWER, index}};

	rect.w = move_w(ui);
	action_draw(ui, rect, &raise, ret_intent);
	rect.x += rect.w + PAD;
	action_draw(ui, rect, &lower, ret_intent);
}

/* The row_buttons_w() wide buttons at the end of RECT. */
static void row_buttons(struct ui *ui, const struct voter_view *view,
			struct rect rect, int index, struct intent *ret_intent)
{
	int pot = view->meeting->proposals[index].pot;
	enum ballot_type type = view->meeting->pots[pot].ballot_type;
	int w = remove_w(ui), h = remove_h(ui);
	struct rect remove = {rect.x + rect.w - w, rect.y + (rect.h - h) / 2, w,
			      h};
	struct rect moves = remove;
	struct action action = {
	    WIDGET_REMOVE,
	    index,
	    {BUTTON_PLAIN, _("Remove"), NO_ICON, TYPE_SMALL_BOLD},
	    {INTENT_TOGGLE, index}};

	moves.x = rect.x + rect.w - row_buttons_w(ui, type) + PAD;
	if (type == BALLOT_RANK)
		row_moves(ui, view, moves, index, ret_intent);
	if (type != BALLOT_SCORE)
		action_draw(ui, remove, &action, ret_intent);
}

void review_row_draw(struct ui *ui, const struct voter_view *view,
		     struct rect rect, int index, struct intent *ret_intent)
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	const char *title = wording_title(view, index, NULL);
	bool small = form_small(ui);
	enum ballot_type ballot_type =
	    view->meeting->pots[proposal->pot].ballot_type;
	bool ranks = ballot_type == BALLOT_RANK;
	enum type strong = small	      ? TYPE_SMALL_BOLD
			   : !review_wide(ui) ? TYPE_TITLE
					      : TYPE_COST;
	enum type largest = small ? TYPE_SMALL_BOLD : TYPE_TITLE;
	struct rect line = {rect.x, rect.y + rect.h - 1, rect.w, HAIRLINE};
	struct rect all = rect;
	char value[WORDING_TEXT];
	int value_w;

	draw_fill(ui, line, ROLE_TRACK);
	if (ranks)
		vote_sign(ui, view, rect.x, rect.y + (rect.h - SIGN) / 2, SIGN,
			  index);
	rect_take_start(&rect, ranks ? SIGN : 0, ranks ? PAD : 0);
	if (!ranks || review_wide(ui)) {
		card_number(ui, rect.x, rect.y + (rect.h - NUMBER_H) / 2,
			    NUMBER_H, proposal->number);
		rect_take_start(
		    &rect, !review_wide(ui) ? NUMBER_W_SMALL : NUMBER_W, 0);
	}
	rect.w -= row_buttons_w(ui, ballot_type);
	row_value(view, index, value);
	value_w = text_width(ui, value, strong) + PAD;
	/* The title comes first. */
	if (!(ranks && small) &&
	    text_fits_whole(ui, title, TYPE_SMALL_BOLD, rect.w - value_w,
			    rect.h - 8)) {
		draw_text_middle(ui, rect, value, strong, ROLE_TEXT, ALIGN_END);
		rect.w -= value_w;
	}
	draw_text_middle(ui, rect, title,
			 wording_fit(ui, title, rect.w, rect.h - 8, largest),
			 ROLE_TEXT, ALIGN_START);
	row_buttons(ui, view, all, index, ret_intent);
}
