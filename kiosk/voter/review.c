/* What is chosen, pot by pot. */
#include "voter/review.h"

#include <stdio.h>

#include "voter/action.h"
#include "voter/bars.h"
#include "voter/form.h"
#include "voter/review_foot.h"
#include "voter/review_row.h"
#include "voter/screens.h"
#include "voter/wording_ballot.h"
#include "words/words.h"

enum {
	EDIT_W = 320,
	EDIT_H = 80,
	PAD = 16,
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
	bool wide = !form_upright(ui) && review_wide(ui);
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

static void blank(struct ui *ui, struct rect rect, int pot,
		  struct intent *ret_intent)
{
	struct action action = {
	    WIDGET_EDIT,
	    pot + 1,
	    {BUTTON_PLAIN, _("Choose proposals"), NO_ICON, TYPE_SMALL_BOLD},
	    {INTENT_EDIT, pot}};
	struct rect button = {rect.x + rect.w - EDIT_W,
			      rect.y + (rect.h - EDIT_H) / 2, EDIT_W, EDIT_H};
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
			review_row_draw(ui, view,
					rect_take_top(&page->left, row_h, 0),
					page->chosen[i], ret_intent);
}

void review_draw(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	const struct session *session = view->session;
	int size = review_size(ui, view);
	const struct review_pages pages = {
	    .shown = session_review_page(session, view->meeting, size),
	    .count = session_review_pages(session, view->meeting, size),
	    .seen = session_review_seen(session, view->meeting, size)};
	struct page page = {.left = form_content(ui),
			    .first = pages.shown * size,
			    .end = (pages.shown + 1) * size};
	const char *title = review_foot_title(ui, &pages);
	char under[WORDING_TEXT] = "";

	if (pages.count > 1)
		snprintf(under, sizeof(under), _("Page %d of %d"),
			 pages.shown + 1, pages.count);
	session_chosen(session, view->meeting, page.chosen);
	rect_take_top(&page.left, form_measure(ui, FORM_REVIEW_TOP), 0);
	for (int pot = 0; pot < view->meeting->pot_count; pot++)
		pot_draw(ui, view, &page, pot, ret_intent);
	review_foot_draw(ui, &pages, ret_intent);
	if (title)
		bars_header(ui, view, title, "", ret_intent);
	else
		bars_header(ui, view, _("Check your vote"), under, ret_intent);
}
