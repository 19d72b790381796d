/* The cards of one pot, page by page. */
#include <stdio.h>

#include "voter/action.h"
#include "voter/bars.h"
#include "voter/card.h"
#include "voter/form.h"
#include "voter/score.h"
#include "voter/screens.h"
#include "voter/state.h"
#include "voter/wording_ballot.h"
#include "words/words.h"

enum {
	LINE_TITLE = 38,
	LINE_SMALL = 32,
	TASK_GAP = 32,
	PAGE_W = 220, /* at least */
	TASK_LEAST_H = 300,
};

/* TEXT in the largest of the task's letters in which it fits RECT. */
static enum type task_type(struct ui *ui, const char *text, struct rect rect)
{
	bool small = form_small(ui);

	return wording_fit(ui, text, rect.w, rect.h,
			   small ? TYPE_SMALL_BOLD : TYPE_TITLE);
}

/* Whether PAGE, from 0, is told by how many proposals are scored, too: one a
 * page, all before it are scored, and none behind it. */
static bool page_counted(const struct voter_view *view, int page)
{
	const struct session *session = view->session;
	int first, end;

	if (view->meeting->pots[session->pot].ballot_type != BALLOT_SCORE)
		return false;
	meeting_pot_range(view->meeting, session->pot, &first, &end);
	for (int i = first; i < end; i++) {
		bool before = i - first < page;

		if (i - first != page &&
		    session->scored[session->order[i]] != before)
			return false;
	}
	return true;
}

/* Which page this is; "" when it is the only one, or said elsewhere. */
static void page_text(const struct ui *ui, const struct voter_view *view,
		      int pages, char ret_text[WORDING_TEXT])
{
	int size = voter_page_size(ui, view);
	int page = session_page(view->session, view->meeting, size);

	ret_text[0] = '\0';
	if (pages > 1 && !page_counted(view, page))
		snprintf(ret_text, WORDING_TEXT, _("Page %d of %d"), page + 1,
			 pages);
}

/* Where TEXT stands above the cards; *RET_NOTE is where a smaller line may. */
static struct rect task_line(struct ui *ui, const char *text,
			     struct rect *ret_note)
{
	struct rect rect = form_content(ui);
	int top = form_measure(ui, FORM_CARDS_TOP);

	rect.h = form_upright(ui) ? LINE_TITLE + 8 : top;
	rect.y += form_small(ui) ? 0 : 4;
	*ret_note = rect;
	if (form_upright(ui)) {
		ret_note->y += rect.h - 4;
		ret_note->h = LINE_SMALL;
	}
	if (form_upright(ui) &&
	    !text_fits(ui, text, TYPE_SMALL_BOLD, rect.w, rect.h)) {
		rect.h = top - 4;
		ret_note->w = 0;
	}
	return rect;
}

/* Whether the task is too long for its line: then it stands in the header, and
 * the pot's name here. */
static bool task_long(struct ui *ui, const struct voter_view *view)
{
	struct rect note, rect;
	char text[WORDING_TEXT];

	ballot_task(view, view->session->pot, text);
	rect = task_line(ui, text, &note);
	return form_measure(ui, FORM_MENU) && !form_upright(ui) &&
	       !text_fits(ui, text, TYPE_SMALL_BOLD, rect.w, rect.h);
}

static const char *pot_title(const struct voter_view *view)
{
	const struct session *session = view->session;

	return meeting_text(view->meeting,
			    &view->meeting->pots[session->pot].title,
			    session->language, NULL);
}

/* What to do, that the order is random, and which page this is, if it leaves
 * room. */
static void task(struct ui *ui, const struct voter_view *view, int pages)
{
	struct rect note, rect, place;
	const char *random = _("The order is random.");
	enum type type;
	char text[WORDING_TEXT], page[WORDING_TEXT];
	int page_w, left;

	ballot_task(view, view->session->pot, text);
	if (task_long(ui, view))
		snprintf(text, sizeof(text), "%s", pot_title(view));
	rect = task_line(ui, text, &note);
	place = rect;
	left = rect.w;
	page_text(ui, view, pages, page);
	page_w = text_width(ui, page, TYPE_SMALL_BOLD) + TASK_GAP / 2;
	if (*page &&
	    text_fits(ui, text, TYPE_SMALL_BOLD, rect.w - page_w, rect.h)) {
		place.w = page_w > PAGE_W ? page_w : PAGE_W;
		place.x += rect.w - place.w;
		draw_text_middle(ui, place, page, TYPE_SMALL_BOLD, ROLE_MUTED,
				 ALIGN_END);
		left -= page_w;
	}
	place = rect;
	place.w = left;
	type = task_type(ui, text, place);
	draw_text_middle(ui, rect, text, type, ROLE_TEXT, ALIGN_START);
	if (!form_upright(ui)) {
		note.x += text_width_in(ui, text, type, rect.h) + TASK_GAP;
		note.w -= note.x - rect.x + PAGE_W;
	}
	if (text_fits_line(ui, random, TYPE_SMALL, note.w, note.h))
		draw_text_middle(ui, note, random, TYPE_SMALL, ROLE_MUTED,
				 ALIGN_START);
}

static bool scores(const struct voter_view *view)
{
	return view->meeting->pots[view->session->pot].ballot_type ==
	       BALLOT_SCORE;
}

/* Whether there is room for the task above a proposal to be scored. */
static bool tasked(const struct ui *ui)
{
	return form_content(ui).h >= TASK_LEAST_H;
}

/* Below the task, down to the footer. */
static struct rect score_rect(const struct ui *ui)
{
	struct rect rect = form_content(ui);

	rect_take_top(&rect,
		      tasked(ui)	    ? form_measure(ui, FORM_CARDS_TOP)
		      : form_header_low(ui) ? 4
					    : 12,
		      0);
	rect_take_bottom(&rect, form_measure(ui, FORM_CARDS_BOTTOM), 0);
	return rect;
}

static void cards(struct ui *ui, const struct voter_view *view, int size,
		  struct intent *ret_intent)
{
	const struct session *session = view->session;
	int most = session_page_most(view->meeting, session->pot, size);
	int from, to;

	session_page_cards(session, view->meeting, size, &from, &to);
	if (scores(view) && from < to) {
		score_draw(ui, view, score_rect(ui), session->order[from],
			   ret_intent);
		return;
	}
	for (int i = from; i < to; i++)
		card_draw(ui, view, form_card(ui, i - from, most),
			  session->order[i], ret_intent);
}

/* The way on: to the next page, or out of the pot; past a score not given. */
static void next_draw(struct ui *ui, const struct voter_view *view, int pages,
		      struct intent *ret_intent)
{
	const struct session *session = view->session;
	int size = voter_page_size(ui, view), from, to;
	bool last = session_page(session, view->meeting, size) + 1 >= pages &&
		    session_all_seen(session, view->meeting, size);
	const char *label = last ? _("Next") : _("See more proposals");

	if (scores(view)) {
		session_page_cards(session, view->meeting, size, &from, &to);
		last = from < to && session->scored[session->order[from]];
		label = last ? _("Next") : _("Skip");
	}
	bars_next(ui, last ? BUTTON_PRIMARY : BUTTON_PLAIN, label,
		  (struct intent){INTENT_NEXT, 0}, ret_intent);
}

static void header(struct ui *ui, const struct voter_view *view,
		   struct intent *ret_intent)
{
	char text[WORDING_TEXT];

	if ((!scores(view) || tasked(ui)) && task_long(ui, view)) {
		ballot_task(view, view->session->pot, text);
		bars_header(ui, view, text, "", ret_intent);
		return;
	}
	bars_pot_header(ui, view, ret_intent);
}

void choose_draw(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	const struct session *session = view->session;
	int size = voter_page_size(ui, view);
	int pages = session_pages(view->meeting, session->pot, size);

	if (!scores(view) || tasked(ui))
		task(ui, view, pages);
	cards(ui, view, size, ret_intent);
	bars_back(ui, _("Back"), (struct intent){INTENT_BACK, 0}, ret_intent);
	state_draw(ui, view, session->pot);
	next_draw(ui, view, pages, ret_intent);
	header(ui, view, ret_intent);
}
