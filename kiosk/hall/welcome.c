#include "hall/scene.h"

#include <stdio.h>
#include <string.h>

#include "hall/address.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/picture_steps.h"
#include "ui/draw.h"
#include "words/words.h"

enum {
	GIANT_H = 180,
	GAP = 8,
	CARDS_H = 300,
	CARDS_LEAST = 240, /* beside a code, which needs the room */
	TITLE_H = 108,
	TOP_H = TITLE_H + FRAME_LINE + GIANT_H + GAP + FRAME_LINE,
	FACTS_TEXT = 512,
};

/* Adds PART to TEXT, after a dot when something stands there already. */
static void add_part(char text[FACTS_TEXT], const char *part)
{
	size_t length = strlen(text);

	if (!part || !*part)
		return;
	words_fill(text + length, FACTS_TEXT - length, length ? " · %s" : "%s",
		   part);
}

static int64_t money_of_all(const struct meeting *meeting)
{
	int64_t sum = 0;

	for (int i = 0; i < meeting->pot_count; i++)
		sum += meeting->pots[i].amount_minor;
	return sum;
}

/* "Pulje 100.000 kr. · Hurtigpulje 100.000 kr."; "" when one pot is all. */
static void pots_text(const struct hall_view *view, char ret_text[FACTS_TEXT])
{
	const struct meeting *meeting = view->meeting;
	char money[MONEY_TEXT];

	ret_text[0] = '\0';
	for (int i = 0; meeting->pot_count > 1 && i < meeting->pot_count; i++) {
		const struct pot *pot = &meeting->pots[i];
		size_t length = strlen(ret_text);

		words_money(pot->amount_minor, money);
		words_fill(
		    ret_text + length, FACTS_TEXT - length,
		    length ? " · %s %s" : "%s %s",
		    meeting_text(meeting, &pot->title, view->language, NULL),
		    money);
	}
}

/* The pots in one line of WIDTH, or only how many there are. */
static void pots_line(struct ui *ui, const struct hall_view *view, int width,
		      char ret_text[FACTS_TEXT])
{
	int count = view->meeting->pot_count;

	pots_text(view, ret_text);
	if (text_width(ui, ret_text, TYPE_HALL_BODY) > width)
		snprintf(
		    ret_text, FACTS_TEXT,
		    words_plural("%d pot", "%d pots", (unsigned long)count),
		    count);
}

static void draw_title(struct ui *ui, const struct hall_view *view,
		       struct rect rect)
{
	const struct meeting *meeting = view->meeting;
	char money[MONEY_TEXT], pots[FACTS_TEXT];
	struct rect title = rect, giant;
	const char *name =
	    meeting_text(meeting, &meeting->title, view->language, NULL);
	const char *welcome = _("Welcome. You decide about");
	int least, giant_h, line_h;

	words_money(money_of_all(meeting), money);
	pots_line(ui, view, rect.w, pots);
	line_h = text_height(ui, welcome, TYPE_HALL_BODY, rect.w);
	title.h -= line_h + GIANT_H + GAP + FRAME_LINE;
	least = text_height(ui, name, TYPE_HALL_STRONG, title.w);
	/* A long title needs the room more than the pots, or a giant sum. */
	if (least > title.h) {
		*pots = '\0';
		title.h += GAP + FRAME_LINE;
	}
	giant_h = least > title.h ? TITLE_H : GIANT_H;
	title.h += GIANT_H - giant_h;
	rect_take_top(
	    &rect,
	    frame_text(ui, title, name, TYPE_HALL_H1, ROLE_TEXT, ALIGN_START),
	    0);
	lines_draw(ui, rect_take_top(&rect, line_h, 0), welcome, TYPE_HALL_BODY,
		   ROLE_TEXT);
	giant = rect;
	giant.h = giant_h;
	rect_take_top(&rect,
		      frame_text(ui, giant, money, TYPE_HALL_GIANT,
				 ROLE_PRIMARY, ALIGN_START),
		      GAP);
	draw_text(ui, rect, pots, TYPE_HALL_BODY, ROLE_TEXT, ALIGN_START);
}

/* Where and when, and what to type on a phone: in one line of WIDTH, else the
 * address in a second one, else the place in a first, else one for each. */
static void where_text(struct ui *ui, const struct hall_view *view, int width,
		       char ret_text[FACTS_TEXT])
{
	const struct meeting *meeting = view->meeting;
	const char *url = address_shown(meeting->url);
	char date[64];
	size_t length, place;

	words_date(meeting->date, date, sizeof(date));
	ret_text[0] = '\0';
	add_part(ret_text, meeting->place);
	place = strlen(ret_text);
	add_part(ret_text, date);
	length = strlen(ret_text);
	add_part(ret_text, url);
	if (text_width(ui, ret_text, TYPE_HALL_STRONG) <= width)
		return;
	ret_text[length] = '\0';
	if (text_width(ui, ret_text, TYPE_HALL_STRONG) <= width) {
		if (*url)
			snprintf(ret_text + length, FACTS_TEXT - length, "\n%s",
				 url);
		return;
	}
	snprintf(ret_text + place, FACTS_TEXT - place, "\n%s", date);
	length = strlen(ret_text);
	add_part(ret_text, url);
	/* An upright frame has a line for each. */
	if (*url &&
	    text_width(ui, ret_text + place + 1, TYPE_HALL_STRONG) > width)
		snprintf(ret_text + length, FACTS_TEXT - length, "\n%s", url);
}

/* The languages, each in itself, and the rules' code: in one line of WIDTH or
 * in two. */
static void languages_text(struct ui *ui, const struct hall_view *view,
			   int width, char ret_text[FACTS_TEXT])
{
	const struct meeting *meeting = view->meeting;
	char code[HALL_LINE];
	size_t length;

	ret_text[0] = '\0';
	for (int i = 0; i < meeting->language_count; i++) {
		const char *endonym = words_endonym(meeting->languages[i]);

		add_part(ret_text, endonym ? endonym : meeting->languages[i]);
	}
	/* The code of a draft would change: it is shown once adopted. */
	if (view->phase == PHASE_DRAFT || !view->code || !*view->code)
		return;
	words_fill(code, sizeof(code), _("Code of the rules: %s"), view->code);
	length = strlen(ret_text);
	add_part(ret_text, code);
	if (text_width(ui, ret_text, TYPE_HALL_BODY) > width)
		snprintf(ret_text + length, FACTS_TEXT - length, "\n%s", code);
}

/* Cuts the facts off the bottom of *BODY and draws them there. */
static void draw_facts(struct ui *ui, const struct hall_view *view,
		       struct rect *body)
{
	char where[FACTS_TEXT], languages[FACTS_TEXT];
	struct rect facts = *body;
	int where_h;

	where_text(ui, view, body->w, where);
	languages_text(ui, view, body->w, languages);
	where_h = text_height(ui, where, TYPE_HALL_STRONG, body->w);
	facts.h = where_h + text_height(ui, languages, TYPE_HALL_BODY, body->w);
	facts.y = body->y + body->h - facts.h;
	body->h -= facts.h + FRAME_GAP;
	draw_text(ui, rect_take_top(&facts, where_h, 0), where,
		  TYPE_HALL_STRONG, ROLE_TEXT, ALIGN_START);
	draw_text(ui, facts, languages, TYPE_HALL_BODY, ROLE_TEXT, ALIGN_START);
}

/* The code beside the title, in an upright frame below it. */
static void draw_address(struct ui *ui, struct rect *body, const char *url)
{
	if (!frame_upright(ui) || !*url) {
		address_draw_large(ui, body, url);
		return;
	}
	body->h -= ADDRESS_LARGE + FRAME_GAP;
	address_draw_below(ui, body, url);
}

/* How far the quiet zone of URL's code beside a title of HEIGHT would cover
 * what stands below it. */
static int code_below(const struct ui *ui, const char *url, int height)
{
	int most = ADDRESS_OUT - FRAME_GAP;
	int below = ADDRESS_LARGE - ADDRESS_OUT - FRAME_GAP - height;

	if (frame_upright(ui) || !*url || below < 0)
		return 0;
	return below < most ? below : most;
}

void welcome_draw(struct ui *ui, const struct hall_view *view)
{
	struct rect body = frame_body(ui), cards;
	int most;

	draw_facts(ui, view, &body);
	cards = body;
	cards.h = body.h - FRAME_GAP - TOP_H;
	most = *view->meeting->url ? CARDS_LEAST : CARDS_H;
	if (cards.h > most)
		cards.h = most;
	if (cards.h < CARDS_LEAST)
		cards.h = CARDS_LEAST;
	cards.h -=
	    code_below(ui, view->meeting->url, body.h - cards.h - FRAME_GAP);
	cards.y = body.y + body.h - cards.h;
	picture_steps_draw(ui, cards);
	body.h -= cards.h + FRAME_GAP;
	draw_address(ui, &body, view->meeting->url);
	draw_title(ui, view, body);
}

void welcome_line(struct ui *ui, const struct hall_view *view, int language,
		  char ret_text[HALL_LINE])
{
	char money[MONEY_TEXT];

	(void)ui;
	(void)language;
	words_money(money_of_all(view->meeting), money);
	words_fill(ret_text, HALL_LINE, _("Welcome. You decide about %s"),
		   money);
}
