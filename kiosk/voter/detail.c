/* One proposal in full. */
#include <stdio.h>
#include <string.h>

#include "voter/action.h"
#include "voter/bars.h"
#include "voter/card.h"
#include "voter/form.h"
#include "voter/screens.h"
#include "voter/state.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	PAD = 24,
	NUMBER_H = 96,
	NUMBER_H_SMALL = 64,
	MORE_W = 300,
	MORE_H = 80,
	MORE_GAP = 16,
	PART = 8192, /* bytes of a page */
	PAGES = 64,  /* no text is longer; guards against a loop without end */
	FACTS = 1024,
};

struct areas {
	struct rect picture;
	struct rect text; /* title, cost, facts and the words themselves */
};

static struct areas areas_of(struct ui *ui)
{
	struct rect in = form_content(ui);
	struct areas areas = {in, in};

	in.y += ui_form(ui) == UI_TABLET ? 12 : PAD;
	in.h -= ui_form(ui) == UI_TABLET ? 16 : 2 * PAD;
	areas.picture = areas.text = in;
	switch (ui_form(ui)) {
	case UI_PORTRAIT:
		areas.picture.h = in.w / 2;
		rect_take_top(&areas.text, areas.picture.h, PAD);
		return areas;
	case UI_TABLET:
		areas.picture.w = in.w * 2 / 5;
		break;
	default: /* 816 by 612 of 1824 */
		areas.picture.w = in.w * 816 / 1824;
		break;
	}
	areas.picture.h = areas.picture.w * 3 / 4;
	areas.text.x += areas.picture.w + 2 * PAD;
	areas.text.w -= areas.picture.w + 2 * PAD;
	return areas;
}

/* Adds LINE to FACTS, each on a line of its own; "" adds nothing. */
static void fact_add(char facts[FACTS], const char *line)
{
	size_t length = strlen(facts);

	if (*line)
		snprintf(facts + length, FACTS - length, "%s%s",
			 length ? "\n" : "", line);
}

static void facts_of(const struct proposal *proposal, bool fallback,
		     char facts[FACTS])
{
	char line[WORDING_TEXT], money[WORDING_TEXT];

	facts[0] = '\0';
	if (fallback)
		fact_add(facts, _("not translated"));
	if (*proposal->proposer) {
		snprintf(line, sizeof(line), _("Proposed by %s"),
			 proposal->proposer);
		fact_add(facts, line);
	}
	wording_place(proposal, line);
	fact_add(facts, line);
	if (proposal->accepts_partial) {
		wording_money(proposal->min_cost_minor, money);
		snprintf(line, sizeof(line), _("Can make do with %s"), money);
		fact_add(facts, line);
	}
	if (*proposal->finish_by) {
		snprintf(line, sizeof(line), _("Done by %s"),
			 proposal->finish_by);
		fact_add(facts, line);
	}
}

/* The words of PROPOSAL that people read here. */
static const char *words_of(const struct voter_view *view)
{
	const struct meeting *meeting = view->meeting;
	const struct proposal *proposal =
	    &meeting->proposals[view->session->detail];
	int language = view->session->language;
	const char *text =
	    meeting_text(meeting, &proposal->body, language, NULL);

	return *text
		   ? text
		   : meeting_text(meeting, &proposal->summary, language, NULL);
}

/* The part of TEXT on page PAGE of RECT's size, without the line feeds and
 * blanks at its end, which would count as one more line. */
static void page_of(struct ui *ui, const char *text, enum type type,
		    struct rect rect, int page, char ret_part[PART])
{
	int from = text_page(ui, text, type, rect.w, rect.h, page);
	int to = text_page(ui, text, type, rect.w, rect.h, page + 1);

	if (from < 0)
		from = 0;
	if (to < 0)
		to = (int)strlen(text);
	while (to > from && (text[to - 1] == '\n' || text[to - 1] == ' '))
		to--;
	snprintf(ret_part, PART, "%.*s", to - from, text + from);
}

static int pages_of(struct ui *ui, const char *text, enum type type,
		    struct rect rect)
{
	int pages = 1;

	while (pages < PAGES &&
	       text_page(ui, text, type, rect.w, rect.h, pages) >= 0)
		pages++;
	return pages;
}

/* The words of the proposal in RECT; the button for the next page at its
 * bottom when they need more than one. */
static void words_draw(struct ui *ui, const struct voter_view *view,
		       struct rect rect, struct intent *ret_intent)
{
	const char *text = words_of(view);
	enum type type = ui_form(ui) == UI_TABLET ? TYPE_SMALL : TYPE_BODY;
	struct rect more = {rect.x, rect.y + rect.h - MORE_H, MORE_W, MORE_H};
	int pages, page;
	char part[PART];

	pages = pages_of(ui, text, type, rect);
	if (pages > 1) {
		rect.h -= MORE_H + MORE_GAP;
		pages = pages_of(ui, text, type, rect);
	}
	page = view->session->detail_page % pages;
	page_of(ui, text, type, rect, page, part);
	draw_text(ui, rect, part, type, ROLE_TEXT, ALIGN_START);
	if (pages > 1) {
		bool last = page + 1 == pages;
		struct action action = {
		    WIDGET_MORE,
		    0,
		    {BUTTON_PLAIN, last ? _("From the start") : _("More"),
		     last ? ICON_PREVIOUS : ICON_NEXT, TYPE_TITLE},
		    {INTENT_MORE, last ? 0 : page + 1}};

		action_draw(ui, more, &action, ret_intent);
	}
}

static void text_column(struct ui *ui, const struct voter_view *view,
			struct rect rect, struct intent *ret_intent)
{
	int index = view->session->detail;
	const struct proposal *proposal = &view->meeting->proposals[index];
	bool tablet = ui_form(ui) == UI_TABLET, fallback;
	const char *title = wording_title(view, index, &fallback);
	enum type type = wording_fit(ui, title, rect.w, tablet ? 76 : 116,
				     tablet ? TYPE_TITLE : TYPE_H1);
	enum type cost_type = tablet ? TYPE_TITLE : TYPE_COST;
	char cost[WORDING_TEXT], facts[FACTS];
	int height = text_height(ui, title, type, rect.w);

	draw_text(ui, rect_take_top(&rect, height, 8), title, type, ROLE_TEXT,
		  ALIGN_START);
	wording_money(proposal->cost_minor, cost);
	height = text_height(ui, cost, cost_type, rect.w);
	draw_text(ui, rect_take_top(&rect, height, 4), cost, cost_type,
		  ROLE_PRIMARY, ALIGN_START);
	facts_of(proposal, fallback, facts);
	if (*facts) {
		height = text_height(ui, facts, TYPE_SMALL, rect.w);
		draw_text(ui, rect_take_top(&rect, height, PAD / 2), facts,
			  TYPE_SMALL, ROLE_MUTED, ALIGN_START);
	}
	rect_take_top(&rect, 0, tablet ? 0 : PAD / 2);
	words_draw(ui, view, rect, ret_intent);
}

void detail_draw(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	const struct session *session = view->session;
	const struct pot *pot = &view->meeting->pots[session->pot];
	struct areas areas = areas_of(ui);
	char money[WORDING_TEXT];

	card_picture(ui, view, areas.picture, session->detail);
	card_number(ui, areas.picture.x, areas.picture.y,
		    ui_form(ui) == UI_TABLET ? NUMBER_H_SMALL : NUMBER_H,
		    view->meeting->proposals[session->detail].number);
	text_column(ui, view, areas.text, ret_intent);
	bars_back(ui, _("Close"), (struct intent){INTENT_CLOSE, 0}, ret_intent);
	state_draw(ui, view, session->pot, 1, ret_intent);
	card_toggle(ui, view, form_primary(ui), session->detail, ret_intent);
	wording_money(pot->amount_minor, money);
	bars_header(
	    ui, view,
	    meeting_text(view->meeting, &pot->title, session->language, NULL),
	    money, ret_intent);
}
