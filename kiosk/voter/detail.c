/* One proposal in full. */
#include "voter/bars.h"
#include "voter/card.h"
#include "voter/detail_facts.h"
#include "voter/detail_words.h"
#include "voter/form.h"
#include "voter/screens.h"
#include "voter/state.h"
#include "voter/vote.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	PAD = 24,
	GAP = 12,
	NUMBER_H = 96,
	NUMBER_H_SMALL = 64,
	PICTURE_H_MIN = 80,
	MORE_W = 300,
	MORE_H = 80,
	MORE_H_SMALL = 64,
	BRIEF_H = 420,
	MORE_GAP = 16,
};

struct areas {
	struct rect picture; /* and, beside the words, the facts below it */
	struct rect text;    /* title, cost, summary and the words themselves */
};

/* Whether the picture stands above the frame, and needs no room in it. */
static bool picture_above(const struct ui *ui)
{
	return ui_above(ui).h > 0;
}

/* Whether facts stand among the words, not below the picture. */
static bool facts_inside(const struct ui *ui)
{
	return form_upright(ui) || picture_above(ui);
}

/* Whether the content is so low that the words begin on a page of their own. */
static bool brief(const struct ui *ui)
{
	return form_content(ui).h < BRIEF_H;
}

/* Beside the picture stand the words; below it the facts, to which it leaves
 * the room they need. In portrait all stand below. */
static struct areas areas_of(struct ui *ui)
{
	bool small = form_small(ui);
	struct rect in = form_content(ui);
	struct areas areas;
	int gap = small ? PAD : 2 * PAD;

	if (brief(ui)) {
		rect_take_top(&in, GAP / 3, 0);
	} else {
		in.y += small ? GAP : PAD;
		in.h -= small ? GAP + 4 : 2 * PAD;
		in.h -= form_header_low(ui) ? GAP / 2 : 0;
	}
	areas.picture = areas.text = in;
	if (picture_above(ui))
		return areas;
	if (form_upright(ui)) {
		areas.picture.h = in.w / 2;
		rect_take_top(&areas.text, areas.picture.h, PAD);
		return areas;
	}
	/* In landscape 816 by 612 of 1824. */
	areas.picture.w = small ? in.w * 7 / 20 : in.w * 816 / 1824;
	areas.text.x += areas.picture.w + gap;
	areas.text.w -= areas.picture.w + gap;
	return areas;
}

/* The picture in the upper part of RECT, the facts below it. */
static void picture_column(struct ui *ui, const struct voter_view *view,
			   struct rect rect, const struct detail_facts *facts)
{
	bool beside = !facts_inside(ui);
	int height = detail_facts_height(ui, facts, rect.w);
	struct rect picture = rect;

	if (picture_above(ui))
		return;

	if (beside && !brief(ui)) {
		picture.h = rect.w * 3 / 4;
		if (picture.h > rect.h - height - GAP)
			picture.h = rect.h - height - GAP;
		if (picture.h < PICTURE_H_MIN)
			picture.h = PICTURE_H_MIN;
		rect_take_top(&rect, picture.h, GAP);
		detail_facts_draw(ui, facts, rect);
	}
	card_picture(ui, view, picture, view->session->detail,
		     form_small(ui) ? NUMBER_H_SMALL : NUMBER_H);
}

/* SUMMARY and the proposal's words in RECT; the button for the next page at its
 * bottom when they need more than one. */
static void words_draw(struct ui *ui, const struct voter_view *view,
		       struct rect rect, const char *summary, const char *text,
		       struct intent *ret_intent)
{
	bool small = form_small(ui);
	enum type strong = small ? TYPE_SMALL_BOLD : TYPE_TITLE;
	int top =
	    *summary ? text_height(ui, summary, strong, rect.w) + GAP / 2 : 0;
	struct rect more = {rect.x, rect.y + rect.h - MORE_H, MORE_W, MORE_H};
	struct detail_words words = {text, small ? TYPE_SMALL : TYPE_BODY,
				     rect.w, 0, 0};
	int pages, page;

	words.other_h = rect.h;
	words.first_h = rect.h - top;
	pages = detail_words_pages(ui, &words);
	if (pages > 1) {
		rect.h -= MORE_H + MORE_GAP;
		words.other_h = rect.h;
		words.first_h = rect.h - top;
		pages = detail_words_pages(ui, &words);
	}
	page = view->session->detail_page % pages;
	if (page == 0 && *summary)
		draw_text(ui, rect_take_top(&rect, top, 0), summary, strong,
			  ROLE_TEXT, ALIGN_START);
	detail_words_draw(ui, &words, rect, page);
	if (pages > 1)
		detail_words_more(ui, more, page, pages, ret_intent);
}

/* Title and cost from the top of *RECT, which shrinks by them. */
static void title_draw(struct ui *ui, const struct voter_view *view,
		       struct rect *rect)
{
	int index = view->session->detail;
	bool small = form_small(ui);
	const char *title = wording_title(view, index, NULL);
	enum type type = wording_fit(ui, title, rect->w, small ? 76 : 116,
				     small ? TYPE_TITLE : TYPE_H1);
	enum type cost_type = small ? TYPE_TITLE : TYPE_COST;
	char cost[WORDING_TEXT];
	int height = text_height(ui, title, type, rect->w);

	draw_text(ui, rect_take_top(rect, height, small ? 0 : 8), title, type,
		  ROLE_TEXT, ALIGN_START);
	wording_money(view->meeting->proposals[index].cost_minor, cost);
	height = text_height(ui, cost, cost_type, rect->w);
	draw_text(ui, rect_take_top(rect, height, small ? 4 : GAP), cost,
		  cost_type, ROLE_PRIMARY, ALIGN_START);
}

/* The proposal's words in the session's language. */
static const char *words_of(const struct voter_view *view, bool summary)
{
	const struct proposal *proposal =
	    &view->meeting->proposals[view->session->detail];

	return meeting_text(view->meeting,
			    summary ? &proposal->summary : &proposal->body,
			    view->session->language, NULL);
}

static void text_column(struct ui *ui, const struct voter_view *view,
			struct rect rect, const struct detail_facts *facts,
			struct intent *ret_intent)
{
	title_draw(ui, view, &rect);
	if (facts_inside(ui)) {
		int height = detail_facts_height(ui, facts, rect.w);

		detail_facts_draw(ui, facts, rect_take_top(&rect, height, GAP));
	}
	words_draw(ui, view, rect, words_of(view, true), words_of(view, false),
		   ret_intent);
}

/* The first page of a low frame: all but the words. */
static void brief_first(struct ui *ui, const struct voter_view *view,
			struct rect rect, const struct detail_facts *facts)
{
	const char *summary = words_of(view, true);
	struct detail_facts shown = *facts;
	int height;

	title_draw(ui, view, &rect);
	detail_facts_shorten(ui, rect, &shown);
	height = detail_facts_height(ui, &shown, rect.w);
	if (height > rect.h)
		return;
	detail_facts_draw(ui, &shown, rect_take_top(&rect, height, GAP));
	if (text_height(ui, summary, TYPE_SMALL, rect.w) <= rect.h)
		draw_text(ui, rect, summary, TYPE_SMALL, ROLE_TEXT,
			  ALIGN_START);
}

/* A page of all but the words, then the words on as many as they need. */
static void brief_draw(struct ui *ui, const struct voter_view *view,
		       const struct areas *areas,
		       const struct detail_facts *facts,
		       struct intent *ret_intent)
{
	struct rect all = areas->picture, text = areas->text, more;
	struct detail_words words = {words_of(view, false), TYPE_SMALL, 0, 0,
				     0};
	int pages = 1, page;

	rect_join(&all, text);
	rect_take_bottom(&all, 8, 0);
	more = rect_take_bottom(&all, MORE_H_SMALL, GAP);
	more.x += more.w - MORE_W;
	more.w = MORE_W;
	words.width = all.w;
	words.other_h = all.h;
	if (*words.text)
		pages = detail_words_pages(ui, &words);
	page = view->session->detail_page % pages;
	if (pages > 1)
		text.h -= MORE_H_SMALL + GAP + 8;
	if (page == 0) {
		picture_column(ui, view, areas->picture, facts);
		brief_first(ui, view, text, facts);
	} else {
		detail_words_draw(ui, &words, all, page);
	}
	if (pages > 1)
		detail_words_more(ui, more, page, pages, ret_intent);
}

void detail_draw(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	const struct session *session = view->session;
	struct areas areas = areas_of(ui);
	struct detail_facts facts;
	struct rect room;

	detail_facts_read(ui, view, areas.picture.w, &facts);
	room = areas.picture;
	room.h -= PICTURE_H_MIN + GAP;
	if (!brief(ui) && !facts_inside(ui))
		detail_facts_shorten(ui, room, &facts);
	if (brief(ui)) {
		brief_draw(ui, view, &areas, &facts, ret_intent);
	} else {
		picture_column(ui, view, areas.picture, &facts);
		text_column(ui, view, areas.text, &facts, ret_intent);
	}
	bars_back(ui, _("Close"), (struct intent){INTENT_CLOSE, 0}, ret_intent);
	state_draw(ui, view, session->pot);
	vote_draw(ui, view, form_primary(ui), session->detail, ret_intent);
	bars_pot_header(ui, view, ret_intent);
}
