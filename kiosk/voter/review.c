/* What is chosen, pot by pot, and the one button that casts it. */
#include "voter/review.h"

#include <stdio.h>

#include "voter/action.h"
#include "voter/bars.h"
#include "voter/card.h"
#include "voter/form.h"
#include "voter/screens.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	REMOVE_W = 160,
	REMOVE_H = 80,
	EDIT_W = 320,
	NUMBER_H = 64,
	NUMBER_W = 112, /* three digits and a gap: titles stand in line */
	PAD = 16,
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
};

int review_size(const struct ui *ui, const struct voter_view *view)
{
	int row = form_measure(ui, FORM_REVIEW_ROW_H);
	int most = form_measure(ui, FORM_REVIEW_ROWS);
	int left = form_content(ui).h - form_measure(ui, FORM_REVIEW_TOP) -
		   form_measure(ui, FORM_REVIEW_BOTTOM);
	int rows;

	for (int pot = 0; pot < view->meeting->pot_count; pot++) {
		left -= form_measure(ui, FORM_REVIEW_POT_H);
		if (ballot_chosen(view->meeting, &view->session->ballot, pot) ==
		    0)
			left -= row;
	}
	rows = left / row;
	return rows < 1 ? 1 : rows < most ? rows : most;
}

/* The pot's name, what it costs together and how many more may be chosen. */
static void heading(struct ui *ui, const struct voter_view *view,
		    struct rect rect, int pot)
{
	const struct meeting *meeting = view->meeting;
	const struct ballot *ballot = &view->session->ballot;
	const char *title = meeting_text(meeting, &meeting->pots[pot].title,
					 view->session->language, NULL);
	int chosen = ballot_chosen(meeting, ballot, pot);
	struct rect line = {rect.x, rect.y + rect.h - HAIRLINE, rect.w,
			    HAIRLINE};
	bool wide = ui_form(ui) != UI_PORTRAIT;
	enum type small = ui_form(ui) == UI_TABLET ? TYPE_SMALL : TYPE_BODY;
	enum type strong =
	    ui_form(ui) == UI_TABLET ? TYPE_SMALL_BOLD : TYPE_TITLE;
	char text[WORDING_TEXT], money[WORDING_TEXT], sum[WORDING_TEXT] = "";
	struct rect first = rect, second = rect;
	int most = wording_most(meeting, pot);

	if (chosen > 0) {
		wording_money(ballot_cost_minor(meeting, ballot, pot), money);
		snprintf(sum, sizeof(sum), _("Total %s"), money);
	}
	wording_chosen(chosen, most, text);
	if (wide) {
		second.x += text_width(ui, title, strong) + 2 * PAD;
		second.w = rect.x + rect.w - second.x - 2 * PAD -
			   text_width(ui, sum, strong);
		/* What may still be done weighs more than what was done. */
		if (text_width(ui, text, small) > second.w && chosen < most)
			wording_more(chosen, most, text);
		if (text_width(ui, text, small) > second.w)
			wording_state(chosen, most, text);
	} else {
		first.h = second.h = (rect.h - LINE_FREE) / 2;
		second.y += first.h;
	}
	draw_fill(ui, line, ROLE_OUTLINE);
	draw_text_middle(ui, first, title, strong, ROLE_TEXT, ALIGN_START);
	draw_text_middle(ui, second, text, small, ROLE_MUTED, ALIGN_START);
	draw_text_middle(ui, first, sum, strong, ROLE_TEXT, ALIGN_END);
}

static void row(struct ui *ui, const struct voter_view *view, struct rect rect,
		int index, struct intent *ret_intent)
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	const char *title = wording_title(view, index, NULL);
	bool tablet = ui_form(ui) == UI_TABLET;
	enum type strong = tablet ? TYPE_SMALL_BOLD : TYPE_COST;
	struct rect remove = {rect.x + rect.w - REMOVE_W,
			      rect.y + (rect.h - REMOVE_H) / 2, REMOVE_W,
			      REMOVE_H};
	struct rect text = rect;
	struct action action = {
	    WIDGET_REMOVE,
	    index,
	    {BUTTON_PLAIN, _("Remove"), NO_ICON, TYPE_SMALL_BOLD},
	    {INTENT_TOGGLE, index}};
	char cost[WORDING_TEXT];
	enum type type;
	struct rect line = {rect.x, rect.y + rect.h - 1, rect.w, HAIRLINE};

	draw_fill(ui, line, ROLE_TRACK);
	text.x += NUMBER_W;
	card_number(ui, rect.x, rect.y + (rect.h - NUMBER_H) / 2, NUMBER_H,
		    proposal->number);
	wording_money(proposal->cost_minor, cost);
	text.w = remove.x - PAD - text.x;
	draw_text_middle(ui, text, cost, strong, ROLE_TEXT, ALIGN_END);
	text.w -= text_width(ui, cost, strong) + PAD;
	type = wording_fit(ui, title, text.w, rect.h - 8,
			   tablet ? TYPE_SMALL_BOLD : TYPE_TITLE);
	draw_text_middle(ui, text, title, type, ROLE_TEXT, ALIGN_START);
	action_draw(ui, remove, &action, ret_intent);
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

	rect.w -= EDIT_W + PAD;
	draw_text_middle(ui, rect, _("Your vote is blank in this pot."),
			 ui_form(ui) == UI_TABLET ? TYPE_SMALL : TYPE_BODY,
			 ROLE_TEXT, ALIGN_START);
	action_draw(ui, button, &action, ret_intent);
}

/* A pot with its rows that belong to this page. */
static void pot_draw(struct ui *ui, const struct voter_view *view,
		     struct page *page, int pot, struct intent *ret_intent)
{
	int row_h = form_measure(ui, FORM_REVIEW_ROW_H);
	int head_h = form_measure(ui, FORM_REVIEW_POT_H);
	int from = page->seen, first, end;

	meeting_pot_range(view->meeting, pot, &first, &end);
	page->seen += ballot_chosen(view->meeting, &view->session->ballot, pot);
	if (page->seen == from) {
		heading(ui, view, rect_take_top(&page->left, head_h, 0), pot);
		blank(ui, rect_take_top(&page->left, row_h, 0), pot,
		      ret_intent);
		return;
	}
	if (page->seen <= page->first || from >= page->end)
		return;
	heading(ui, view, rect_take_top(&page->left, head_h, 0), pot);
	for (int i = first; i < end; i++) {
		if (view->session->ballot.value[i] == 0)
			continue;
		if (from >= page->first && from < page->end)
			row(ui, view, rect_take_top(&page->left, row_h, 0), i,
			    ret_intent);
		from++;
	}
}

/* A button of this screen at the WIDTH of its place, in line with the cast
 * button where they stand side by side. */
static struct rect button_rect(const struct ui *ui, struct rect rect)
{
	struct rect cast = form_cast(ui);

	if (ui_form(ui) != UI_PORTRAIT) {
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
	struct rect edit = edit_rect(ui), rect = edit;

	if (ui_form(ui) == UI_TABLET)
		return button_rect(ui, form_primary(ui));
	rect.x = edit.x + edit.w + PAD;
	rect.w = TURN_W;
	return rect;
}

/* The sentence that it cannot be changed later, beside or above the button. */
static void warning(struct ui *ui, bool turns)
{
	struct rect content = form_content(ui), cast = form_cast(ui), rect;
	const char *text = _("You cannot change your vote once it is cast.");

	switch (ui_form(ui)) {
	case UI_TABLET:
		rect = content;
		rect.y += content.h - LINE_SMALL - 2;
		rect.h = LINE_SMALL;
		break;
	case UI_PORTRAIT:
		rect = turns ? turn_rect(ui) : edit_rect(ui);
		rect.x += rect.w + 2 * PAD;
		rect.w = content.x + content.w - rect.x;
		break;
	default:
		rect = cast;
		rect.x += cast.w + 2 * PAD;
		rect.w = content.x + content.w - rect.x;
		break;
	}
	draw_text_middle(ui, rect, text, TYPE_SMALL, ROLE_MUTED, ALIGN_START);
}

/* The one way on: the rest of the review until all of it was seen, then the
 * cast - in a place where no button of this or another screen stood. */
static void way_on(struct ui *ui, const struct session *session, bool seen,
		   int pages, struct intent *ret_intent)
{
	bool tablet = ui_form(ui) == UI_TABLET;
	bool last = session->review_page + 1 >= pages;
	struct action more = {
	    WIDGET_MORE,
	    0,
	    {seen ? BUTTON_PLAIN : BUTTON_PRIMARY,
	     last ? _("First page") : _("See the rest"),
	     seen ? NO_ICON : ICON_NEXT, TYPE_TITLE},
	    {INTENT_MORE, last ? 0 : session->review_page + 1}};
	struct action cast = {WIDGET_CAST,
			      0,
			      {BUTTON_PRIMARY, _("Cast my vote"), ICON_BOX,
			       tablet ? TYPE_TITLE : TYPE_H2},
			      {INTENT_CAST, 0}};

	if (!seen) {
		action_draw(ui, button_rect(ui, form_primary(ui)), &more,
			    ret_intent);
		return;
	}
	if (pages > 1)
		action_draw(ui, turn_rect(ui), &more, ret_intent);
	warning(ui, pages > 1);
	action_draw(ui, form_cast(ui), &cast, ret_intent);
}

void review_draw(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	const struct session *session = view->session;
	int size = review_size(ui, view);
	int pages = session_review_pages(session, view->meeting, size);
	bool seen = session_review_seen(session, view->meeting, size);
	int shown =
	    session->review_page < pages ? session->review_page : pages - 1;
	struct page page = {form_content(ui), shown * size, (shown + 1) * size,
			    0};
	struct action edit = {WIDGET_EDIT,
			      0,
			      {BUTTON_PLAIN, _("Change"), NO_ICON, TYPE_TITLE},
			      {INTENT_EDIT, 0}};
	char under[WORDING_TEXT] = "";

	if (pages > 1)
		snprintf(under, sizeof(under), _("Page %d of %d"), shown + 1,
			 pages);
	rect_take_top(&page.left, form_measure(ui, FORM_REVIEW_TOP), 0);
	for (int pot = 0; pot < view->meeting->pot_count; pot++)
		pot_draw(ui, view, &page, pot, ret_intent);
	action_draw(ui, edit_rect(ui), &edit, ret_intent);
	way_on(ui, session, seen, pages, ret_intent);
	bars_header(ui, view, _("Check your vote"), under, ret_intent);
}
