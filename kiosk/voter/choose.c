/* The cards of one pot, page by page. */
#include <stdio.h>

#include "voter/action.h"
#include "voter/bars.h"
#include "voter/card.h"
#include "voter/form.h"
#include "voter/screens.h"
#include "voter/state.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	LINE_TITLE = 38,
	LINE_SMALL = 32,
	TASK_GAP = 32,
	PAGE_W = 220,
};

static void header(struct ui *ui, const struct voter_view *view,
		   struct intent *ret_intent)
{
	const struct meeting *meeting = view->meeting;
	const struct session *session = view->session;
	const struct pot *pot = &meeting->pots[session->pot];
	char under[WORDING_TEXT];

	wording_pot(meeting, session->pot, under);
	bars_header(ui, view,
		    meeting_text(meeting, &pot->title, session->language, NULL),
		    under, ret_intent);
}

/* What to do, that the order is random, and which page this is. */
static void task(struct ui *ui, const struct voter_view *view, int pages)
{
	const struct session *session = view->session;
	struct rect rect = form_content(ui), page, note;
	bool tablet = ui_form(ui) == UI_TABLET;
	bool portrait = ui_form(ui) == UI_PORTRAIT;
	int top = form_measure(ui, FORM_CARDS_TOP);
	enum type type = tablet ? TYPE_SMALL_BOLD : TYPE_TITLE;
	char text[WORDING_TEXT];

	rect.h = portrait ? LINE_TITLE + 8 : top;
	rect.y += tablet ? 0 : 4;
	page = rect;
	page.x += rect.w - PAGE_W;
	page.w = PAGE_W;
	if (pages > 1) {
		snprintf(text, sizeof(text), _("Page %d of %d"),
			 session->page[session->pot] + 1, pages);
		draw_text_middle(ui, page, text, TYPE_SMALL_BOLD, ROLE_MUTED,
				 ALIGN_END);
	}
	wording_task(view->meeting->pots[session->pot].choose_min,
		     wording_most(view->meeting, session->pot), text);
	draw_text_middle(ui, rect, text, type, ROLE_TEXT, ALIGN_START);
	note = rect;
	if (portrait) {
		note.y += rect.h - 4;
		note.h = LINE_SMALL;
	} else {
		note.x += text_width(ui, text, type) + TASK_GAP;
		note.w = page.x - note.x;
	}
	draw_text_middle(ui, note, _("The order is random."), TYPE_SMALL,
			 ROLE_MUTED, ALIGN_START);
}

/* Where page PAGE begins, when COUNT cards are shared out over PAGES as evenly
 * as can be: seven over two are four and three. */
static int page_start(int page, int pages, int count)
{
	return (page * count + pages - 1) / pages;
}

static void cards(struct ui *ui, const struct voter_view *view, int pages,
		  struct intent *ret_intent)
{
	const struct session *session = view->session;
	int page = session->page[session->pot];
	int first, end, count, from, to;

	meeting_pot_range(view->meeting, session->pot, &first, &end);
	count = end - first;
	from = page_start(page, pages, count);
	to = page_start(page + 1, pages, count);
	for (int i = from; i < to; i++)
		card_draw(ui, view,
			  form_card(ui, i - from, page_start(1, pages, count)),
			  session->order[first + i], ret_intent);
}

void choose_draw(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	const struct session *session = view->session;
	int size = form_page_size(ui);
	int pages = session_pages(view->meeting, session->pot, size);
	bool last = session->page[session->pot] + 1 >= pages &&
		    session_all_seen(session, view->meeting, size);

	task(ui, view, pages);
	cards(ui, view, pages, ret_intent);
	bars_back(ui, _("Back"), (struct intent){INTENT_BACK, 0}, ret_intent);
	state_draw(ui, view, session->pot);
	bars_next(ui, last ? BUTTON_PRIMARY : BUTTON_PLAIN,
		  last ? _("Next") : _("See more proposals"),
		  (struct intent){INTENT_NEXT, 0}, ret_intent);
	header(ui, view, ret_intent);
}
