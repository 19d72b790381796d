/* What is chosen, pot by pot, and the one button that casts it. */
#include "voter/review.h"

#include <stdio.h>

#include "voter/action.h"
#include "voter/bars.h"
#include "voter/card.h"
#include "voter/form.h"
#include "voter/screens.h"
#include "voter/vote.h"
#include "voter/wording_ballot.h"
#include "words/words.h"

enum {
	REMOVE_W = 160,
	REMOVE_H = 80,
	MOVE_W = 80,
	SIGN = 56, /* of a rank */
	EDIT_W = 320,
	NUMBER_H = 64,
	NUMBER_W = 112, /* three digits and a gap: titles stand in line */
	PAD = 16,
	CAST_WIDE = 500,
	CAST_NARROW = 300,
	WIDE = 900, /* from here on a pot's heading is one line */
	REMOVE_W_SMALL = 124,
	NUMBER_W_SMALL = 84,
	TURN_W = 220,
	LINE_SMALL = 32,
	HAIRLINE = 2,
	LINE_FREE = 10, /* between the words above it and the line */
};

/* A page of the review while it is drawn. */
struct page {
	struct rect left; /* what is still free of the content */
	int first, end;	  /* of the chosen, counted over all pots */
	int seen;	  /* chosen proposals passed so far */
	int chosen[MEETING_PROPOSALS]; /* as session_chosen() gives them */
};

/* Whether pots without a choice take one line each, to leave room. */
static bool blank_brief(const struct ui *ui)
{
	return form_low(ui) && form_measure(ui, FORM_MENU);
}

/* How many rows POT has. */
static int chosen_in(const struct voter_view *view, int pot)
{
	return view->meeting->pots[pot].ballot_type == BALLOT_SCORE
		   ? ballot_scored(view, pot)
		   : ballot_chosen(view->meeting, &view->session->ballot, pot);
}

int review_size(const struct ui *ui, const struct voter_view *view)
{
	int row = form_measure(ui, FORM_REVIEW_ROW_H);
	int head = form_measure(ui, FORM_REVIEW_POT_H);
	int most = form_measure(ui, FORM_REVIEW_ROWS);
	int left = form_content(ui).h - form_measure(ui, FORM_REVIEW_TOP) -
		   form_measure(ui, FORM_REVIEW_BOTTOM);
	int given = 0, rows;

	for (int pot = 0; pot < view->meeting->pot_count; pot++) {
		if (chosen_in(view, pot) > 0)
			given++;
		else
			left -= head + (blank_brief(ui) ? 0 : row);
	}
	/* A page of one row shows one pot's name, and so on. */
	rows = (left - given * head) / row;
	if (rows < given)
		rows = left / (row + head);
	return rows < 1 ? 1 : rows < most ? rows : most;
}

/* What was chosen of POT and may be still, as far as WIDTH has room for it. */
static void done_text(struct ui *ui, const struct voter_view *view, int pot,
		      int width, enum type type, char ret_text[WORDING_TEXT])
{
	char more[WORDING_TEXT];

	ballot_done(view, pot, ret_text);
	if (text_width(ui, ret_text, type) <= width)
		return;
	/* What may still be done weighs more than what was done. */
	ballot_more(view, pot, more);
	if (*more)
		snprintf(ret_text, WORDING_TEXT, "%s", more);
	if (text_width(ui, ret_text, TYPE_SMALL) > width)
		ballot_state(view, pot, ret_text);
}

/* The pot's name, what it costs together and how many more may be chosen. */
static void heading(struct ui *ui, const struct voter_view *view,
		    struct rect rect, int pot)
{
	const struct meeting *meeting = view->meeting;
	const char *title = meeting_text(meeting, &meeting->pots[pot].title,
					 view->session->language, NULL);
	struct rect line = {rect.x, rect.y + rect.h - HAIRLINE, rect.w,
			    HAIRLINE};
	bool wide = !form_upright(ui) && form_content(ui).w >= WIDE;
	enum type small = form_small(ui) ? TYPE_SMALL : TYPE_BODY;
	enum type strong = form_small(ui) ? TYPE_SMALL_BOLD : TYPE_TITLE;
	char text[WORDING_TEXT], sum[WORDING_TEXT];
	struct rect first = rect, second = rect;

	ballot_sum(view, pot, sum);
	if (text_width(ui, title, strong) + PAD + text_width(ui, sum, strong) >
	    rect.w)
		strong = TYPE_SMALL_BOLD;
	if (wide) {
		second.x += text_width(ui, title, strong) + 2 * PAD;
		second.w = rect.x + rect.w - second.x - 2 * PAD -
			   text_width(ui, sum, strong);
	} else if (rect.h < 2 * LINE_SMALL) {
		second.w = 0;
	} else {
		first.h = second.h = (rect.h - LINE_FREE) / 2;
		second.y += first.h;
	}
	done_text(ui, view, pot, second.w, small, text);
	draw_fill(ui, line, ROLE_OUTLINE);
	draw_text_middle(ui, first, title, strong, ROLE_TEXT, ALIGN_START);
	if (second.w > 0)
		draw_text_middle(
		    ui, second, text,
		    text_width(ui, text, small) > second.w ? TYPE_SMALL : small,
		    ROLE_MUTED, ALIGN_START);
	draw_text_middle(ui, first, sum, strong, ROLE_TEXT, ALIGN_END);
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

/* Whether a row is so narrow that its parts are. */
static bool narrow(const struct ui *ui)
{
	return form_content(ui).w < WIDE;
}

static int remove_w(struct ui *ui)
{
	int words = text_width(ui, _("Remove"), TYPE_SMALL) + PAD + 2;

	if (!narrow(ui))
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

static void row(struct ui *ui, const struct voter_view *view, struct rect rect,
		int index, struct intent *ret_intent)
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	const char *title = wording_title(view, index, NULL);
	bool small = form_small(ui);
	enum ballot_type ballot_type =
	    view->meeting->pots[proposal->pot].ballot_type;
	bool ranks = ballot_type == BALLOT_RANK;
	enum type strong = small	? TYPE_SMALL_BOLD
			   : narrow(ui) ? TYPE_TITLE
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
	if (!ranks || !narrow(ui)) {
		card_number(ui, rect.x, rect.y + (rect.h - NUMBER_H) / 2,
			    NUMBER_H, proposal->number);
		rect_take_start(&rect, narrow(ui) ? NUMBER_W_SMALL : NUMBER_W,
				0);
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

static void blank(struct ui *ui, struct rect rect, int pot,
		  struct intent *ret_intent)
{
	struct action action = {
	    WIDGET_EDIT,
	    pot + 1,
	    {BUTTON_PLAIN, _("Choose proposals"), NO_ICON, TYPE_SMALL_BOLD},
	    {INTENT_EDIT, pot}};
	struct rect button = {rect.x + rect.w - EDIT_W,
			      rect.y + (rect.h - REMOVE_H) / 2, EDIT_W,
			      REMOVE_H};
	const char *text = _("Your vote is blank in this pot.");
	enum type type;

	rect.w -= EDIT_W + PAD;
	type = form_small(ui) || !text_fits(ui, text, TYPE_BODY, rect.w, rect.h)
		   ? TYPE_SMALL
		   : TYPE_BODY;
	draw_text_middle(ui, rect, text, type, ROLE_TEXT, ALIGN_START);
	action_draw(ui, button, &action, ret_intent);
}

/* A pot without a choice where there is little room. */
static void blank_line(struct ui *ui, const struct voter_view *view,
		       struct rect rect, int pot)
{
	const struct meeting *meeting = view->meeting;
	const char *title = meeting_text(meeting, &meeting->pots[pot].title,
					 view->session->language, NULL);
	char text[2 * WORDING_TEXT];

	snprintf(text, sizeof(text), "%s: %s", title, _("blank"));
	draw_text_middle(ui, rect, text, TYPE_SMALL_BOLD, ROLE_TEXT,
			 ALIGN_START);
}

/* A pot with its rows that belong to this page. */
static void pot_draw(struct ui *ui, const struct voter_view *view,
		     struct page *page, int pot, struct intent *ret_intent)
{
	int row_h = form_measure(ui, FORM_REVIEW_ROW_H);
	int head_h = form_measure(ui, FORM_REVIEW_POT_H);
	int from = page->seen;

	page->seen += chosen_in(view, pot);
	if (page->seen == from && blank_brief(ui)) {
		blank_line(ui, view, rect_take_top(&page->left, head_h, 0),
			   pot);
		return;
	}
	if (page->seen == from) {
		heading(ui, view, rect_take_top(&page->left, head_h, 0), pot);
		blank(ui, rect_take_top(&page->left, row_h, 0), pot,
		      ret_intent);
		return;
	}
	if (page->seen <= page->first || from >= page->end)
		return;
	heading(ui, view, rect_take_top(&page->left, head_h, 0), pot);
	for (int i = from; i < page->seen; i++)
		if (i >= page->first && i < page->end)
			row(ui, view, rect_take_top(&page->left, row_h, 0),
			    page->chosen[i], ret_intent);
}

/* A button of this screen at the WIDTH of its place, in line with the cast
 * button where they stand side by side. */
static struct rect button_rect(const struct ui *ui, struct rect rect)
{
	struct rect cast = form_cast(ui);

	if (form_measure(ui, FORM_FOOTER_ROWS) == 1) {
		rect.y = cast.y;
		rect.h = cast.h;
	}
	return rect;
}

static struct rect edit_rect(const struct ui *ui)
{
	struct rect rect = form_back(ui);

	rect.w = form_measure(ui, FORM_EDIT_W);
	return button_rect(ui, rect);
}

/* Where the button stands that turns the pages once all were seen. */
static struct rect turn_rect(const struct ui *ui)
{
	struct rect edit = edit_rect(ui), rect = edit, cast = form_cast(ui);

	rect_take_start(&rect, edit.w, PAD);
	rect.w = TURN_W;
	if (form_measure(ui, FORM_FOOTER_ROWS) == 1 &&
	    rect.x + rect.w + PAD > cast.x)
		return button_rect(ui, form_primary(ui));
	return rect;
}

/* Where the sentence stands that it cannot be changed later: beside the cast
 * button, between or above the others. */
static struct rect warning_rect(const struct ui *ui, bool turns)
{
	struct rect content = form_content(ui), cast = form_cast(ui), rect;
	int bottom = form_measure(ui, FORM_REVIEW_BOTTOM);

	if (bottom >= LINE_SMALL) {
		rect = content;
		rect.y += content.h - bottom + 2;
		rect.h = bottom - 4;
		return rect;
	}
	if (form_upright(ui)) {
		rect = turns ? turn_rect(ui) : edit_rect(ui);
		rect.x += rect.w + 2 * PAD;
	} else {
		rect = cast;
		rect.x += cast.w + 2 * PAD;
	}
	rect.w = content.x + content.w - rect.x;
	return rect;
}

static const char *warning_text(void)
{
	return _("You cannot change your vote once it is cast.");
}

/* Whether the warning has too little room below the rows: it is the title. */
static bool warning_in_title(struct ui *ui)
{
	struct rect rect = warning_rect(ui, false);

	return form_measure(ui, FORM_MENU) &&
	       !text_fits(ui, warning_text(), TYPE_SMALL, rect.w, rect.h);
}

static void warning(struct ui *ui, bool turns)
{
	if (!warning_in_title(ui))
		draw_text_middle(ui, warning_rect(ui, turns), warning_text(),
				 TYPE_SMALL, ROLE_MUTED, ALIGN_START);
}

/* The one way on: the rest of the review until all of it was seen, then the
 * cast - in a place where no button of this or another screen stood. */
static void way_on(struct ui *ui, bool seen, int shown, int pages,
		   struct intent *ret_intent)
{
	bool last = shown + 1 >= pages;
	struct action more = {WIDGET_MORE,
			      0,
			      {seen ? BUTTON_PLAIN : BUTTON_PRIMARY,
			       last ? _("First page") : _("See the rest"),
			       seen ? NO_ICON : ICON_NEXT, TYPE_TITLE},
			      {INTENT_MORE, last ? 0 : shown + 1}};
	struct action cast = {
	    WIDGET_CAST,
	    0,
	    {BUTTON_PRIMARY, _("Cast my vote"), ICON_BOX, TYPE_H2},
	    {INTENT_CAST, 0}};
	struct rect place = form_cast(ui);

	if (place.w < CAST_NARROW)
		cast.button.type = TYPE_SMALL_BOLD;
	else if (form_small(ui) || place.w < CAST_WIDE)
		cast.button.type = TYPE_TITLE;
	if (!seen) {
		action_draw(ui, button_rect(ui, form_primary(ui)), &more,
			    ret_intent);
		return;
	}
	if (pages > 1)
		action_draw(ui, turn_rect(ui), &more, ret_intent);
	warning(ui, pages > 1);
	action_draw(ui, place, &cast, ret_intent);
}

void review_draw(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	const struct session *session = view->session;
	int size = review_size(ui, view);
	int pages = session_review_pages(session, view->meeting, size);
	bool seen = session_review_seen(session, view->meeting, size);
	int shown = session_review_page(session, view->meeting, size);
	struct page page = {.left = form_content(ui),
			    .first = shown * size,
			    .end = (shown + 1) * size};
	struct action edit = {WIDGET_EDIT,
			      0,
			      {BUTTON_PLAIN, _("Change"), NO_ICON, TYPE_TITLE},
			      {INTENT_EDIT, 0}};
	char under[WORDING_TEXT] = "";

	if (pages > 1)
		snprintf(under, sizeof(under), _("Page %d of %d"), shown + 1,
			 pages);
	session_chosen(session, view->meeting, page.chosen);
	rect_take_top(&page.left, form_measure(ui, FORM_REVIEW_TOP), 0);
	for (int pot = 0; pot < view->meeting->pot_count; pot++)
		pot_draw(ui, view, &page, pot, ret_intent);
	action_draw(ui, edit_rect(ui), &edit, ret_intent);
	way_on(ui, seen, shown, pages, ret_intent);
	if (seen && warning_in_title(ui))
		bars_header(ui, view, warning_text(), "", ret_intent);
	else
		bars_header(ui, view, _("Check your vote"), under, ret_intent);
}
