/* One proposal in full. */
#include <stdio.h>
#include <string.h>

#include "voter/action.h"
#include "voter/bars.h"
#include "voter/card.h"
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
	PART = 8192, /* bytes of a page */
	PAGES = 64,  /* no text is longer; guards against a loop without end */
	FACTS = 2048,
};

struct areas {
	struct rect picture; /* and, beside the words, the facts below it */
	struct rect text;    /* title, cost, summary and the words themselves */
};

/* What the proposal says in full. The first page is lower than the others: the
 * summary stands above it. */
struct words {
	const char *text;
	enum type type;
	int width, first_h, other_h;
};

/* What is known of a proposal besides its words. */
struct facts {
	char strong[WORDING_TEXT]; /* what else it excludes, or "" */
	char rest[FACTS];	   /* a line each, or "" */
};

/* Adds LINE to the facts, each on a line of its own; "" adds nothing. */
static void fact_add(struct facts *facts, const char *line)
{
	size_t length = strlen(facts->rest);

	if (*line)
		snprintf(facts->rest + length, FACTS - length, "%s%s",
			 length ? "\n" : "", line);
}

/* A place too long for a line of WIDTH stands alone on it, the walk below. */
static void facts_read(struct ui *ui, const struct voter_view *view, int width,
		       struct facts *ret_facts)
{
	int index = view->session->detail;
	const struct proposal *proposal = &view->meeting->proposals[index];
	char line[WORDING_TEXT], value[WORDING_TEXT];
	bool fallback;

	ret_facts->rest[0] = '\0';
	wording_incompatible(view->meeting, index, ret_facts->strong);
	wording_title(view, index, &fallback);
	if (fallback)
		fact_add(ret_facts, _("Not translated"));
	if (*proposal->proposer) {
		snprintf(line, sizeof(line), _("Proposed by %s"),
			 proposal->proposer);
		fact_add(ret_facts, line);
	}
	wording_place(proposal, line);
	if (text_width(ui, line, TYPE_SMALL) > width && *proposal->place) {
		fact_add(ret_facts, proposal->place);
		wording_walk(proposal, line);
	}
	fact_add(ret_facts, line);
	if (proposal->accepts_partial) {
		wording_money(proposal->min_cost_minor, value);
		snprintf(line, sizeof(line), _("Can make do with %s"), value);
		fact_add(ret_facts, line);
	}
	if (*proposal->finish_by) {
		words_date(proposal->finish_by, value, sizeof(value));
		snprintf(line, sizeof(line), _("Done by %s"), value);
		fact_add(ret_facts, line);
	}
}

static int height_of(struct ui *ui, const char *text, enum type type, int width)
{
	return *text ? text_height(ui, text, type, width) : 0;
}

static int facts_height(struct ui *ui, const struct facts *facts, int width)
{
	return height_of(ui, facts->strong, TYPE_SMALL_BOLD, width) +
	       height_of(ui, facts->rest, TYPE_SMALL, width);
}

static void facts_draw(struct ui *ui, const struct facts *facts,
		       struct rect rect)
{
	int height = height_of(ui, facts->strong, TYPE_SMALL_BOLD, rect.w);

	if (*facts->strong)
		draw_text(ui, rect_take_top(&rect, height, 0), facts->strong,
			  TYPE_SMALL_BOLD, ROLE_TEXT, ALIGN_START);
	if (*facts->rest)
		draw_text(ui, rect, facts->rest, TYPE_SMALL, ROLE_MUTED,
			  ALIGN_START);
}

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
			   struct rect rect, const struct facts *facts)
{
	bool beside = !facts_inside(ui);
	int height = facts_height(ui, facts, rect.w);
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
		facts_draw(ui, facts, rect);
	}
	card_picture(ui, view, picture, view->session->detail,
		     form_small(ui) ? NUMBER_H_SMALL : NUMBER_H);
}

/* Where PAGE of WORDS begins, or -1 past the last. */
static int page_at(struct ui *ui, const struct words *words, int page)
{
	int first = 0, more;

	if (page == 0)
		return *words->text ? 0 : -1;
	if (words->first_h >= text_height(ui, "", words->type, words->width))
		first = text_page(ui, words->text, words->type, words->width,
				  words->first_h, 1);
	if (first < 0 || page == 1)
		return first;
	more = text_page(ui, words->text + first, words->type, words->width,
			 words->other_h, page - 1);
	return more < 0 ? -1 : first + more;
}

/* The part of the words on PAGE, without the line feeds and blanks at its end,
 * which would count as one more line. */
static void page_part(struct ui *ui, const struct words *words, int page,
		      char ret_part[PART])
{
	int from = page_at(ui, words, page), to = page_at(ui, words, page + 1);

	if (from < 0)
		from = 0;
	if (to < 0)
		to = (int)strlen(words->text);
	while (to > from &&
	       (words->text[to - 1] == '\n' || words->text[to - 1] == ' '))
		to--;
	snprintf(ret_part, PART, "%.*s", to - from, words->text + from);
}

static int page_count(struct ui *ui, const struct words *words)
{
	int pages = 1;

	while (pages < PAGES && page_at(ui, words, pages) >= 0)
		pages++;
	return pages;
}

static void more_draw(struct ui *ui, struct rect rect, int page, int pages,
		      struct intent *ret_intent)
{
	bool last = page + 1 == pages;
	struct action action = {WIDGET_MORE,
				0,
				{BUTTON_PLAIN,
				 last ? _("First page") : _("More"),
				 last ? ICON_PREVIOUS : ICON_NEXT, TYPE_TITLE},
				{INTENT_MORE, last ? 0 : page + 1}};

	action_draw(ui, rect, &action, ret_intent);
}

/* SUMMARY and the proposal's words in RECT; the button for the next page at its
 * bottom when they need more than one. */
static void words_draw(struct ui *ui, const struct voter_view *view,
		       struct rect rect, const char *summary, const char *text,
		       struct intent *ret_intent)
{
	bool small = form_small(ui);
	enum type strong = small ? TYPE_SMALL_BOLD : TYPE_TITLE;
	int top = height_of(ui, summary, strong, rect.w);
	struct rect more = {rect.x, rect.y + rect.h - MORE_H, MORE_W, MORE_H};
	struct words words = {text, small ? TYPE_SMALL : TYPE_BODY, rect.w, 0,
			      0};
	int pages, page;
	char part[PART];

	top += *summary ? GAP / 2 : 0;
	words.other_h = rect.h;
	words.first_h = rect.h - top;
	pages = page_count(ui, &words);
	if (pages > 1) {
		rect.h -= MORE_H + MORE_GAP;
		words.other_h = rect.h;
		words.first_h = rect.h - top;
		pages = page_count(ui, &words);
	}
	page = view->session->detail_page % pages;
	if (page == 0 && *summary)
		draw_text(ui, rect_take_top(&rect, top, 0), summary, strong,
			  ROLE_TEXT, ALIGN_START);
	page_part(ui, &words, page, part);
	if (*part)
		draw_text(ui, rect, part, words.type, ROLE_TEXT, ALIGN_START);
	if (pages > 1)
		more_draw(ui, more, page, pages, ret_intent);
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
			struct rect rect, const struct facts *facts,
			struct intent *ret_intent)
{
	title_draw(ui, view, &rect);
	if (facts_inside(ui)) {
		int height = facts_height(ui, facts, rect.w);

		facts_draw(ui, facts, rect_take_top(&rect, height, GAP));
	}
	words_draw(ui, view, rect, words_of(view, true), words_of(view, false),
		   ret_intent);
}

/* Leaves out the last facts, which weigh least, until RECT has room for what
 * is left. */
static void facts_shorten(struct ui *ui, struct rect rect, struct facts *facts)
{
	char *last;

	while (facts_height(ui, facts, rect.w) > rect.h && *facts->rest) {
		last = strrchr(facts->rest, '\n');
		*(last ? last : facts->rest) = '\0';
	}
}

/* The first page of a low frame: all but the words. */
static void brief_first(struct ui *ui, const struct voter_view *view,
			struct rect rect, const struct facts *facts)
{
	const char *summary = words_of(view, true);
	struct facts shown = *facts;
	int height;

	title_draw(ui, view, &rect);
	facts_shorten(ui, rect, &shown);
	height = facts_height(ui, &shown, rect.w);
	if (height > rect.h)
		return;
	facts_draw(ui, &shown, rect_take_top(&rect, height, GAP));
	if (text_height(ui, summary, TYPE_SMALL, rect.w) <= rect.h)
		draw_text(ui, rect, summary, TYPE_SMALL, ROLE_TEXT,
			  ALIGN_START);
}

/* A page of all but the words, then the words on as many as they need. */
static void brief_draw(struct ui *ui, const struct voter_view *view,
		       const struct areas *areas, const struct facts *facts,
		       struct intent *ret_intent)
{
	struct rect all = areas->picture, text = areas->text, more;
	struct words words = {words_of(view, false), TYPE_SMALL, 0, 0, 0};
	int pages = 1, page;
	char part[PART];

	rect_join(&all, text);
	rect_take_bottom(&all, 8, 0);
	more = rect_take_bottom(&all, MORE_H_SMALL, GAP);
	more.x += more.w - MORE_W;
	more.w = MORE_W;
	words.width = all.w;
	words.other_h = all.h;
	if (*words.text)
		pages = page_count(ui, &words);
	page = view->session->detail_page % pages;
	if (pages > 1)
		text.h -= MORE_H_SMALL + GAP + 8;
	if (page == 0) {
		picture_column(ui, view, areas->picture, facts);
		brief_first(ui, view, text, facts);
	} else {
		page_part(ui, &words, page, part);
		draw_text(ui, all, part, words.type, ROLE_TEXT, ALIGN_START);
	}
	if (pages > 1)
		more_draw(ui, more, page, pages, ret_intent);
}

void detail_draw(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	const struct session *session = view->session;
	struct areas areas = areas_of(ui);
	struct facts facts;
	struct rect room;

	facts_read(ui, view, areas.picture.w, &facts);
	room = areas.picture;
	room.h -= PICTURE_H_MIN + GAP;
	if (!brief(ui) && !facts_inside(ui))
		facts_shorten(ui, room, &facts);
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
