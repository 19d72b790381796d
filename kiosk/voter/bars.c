#include "voter/bars.h"

#include <stdio.h>
#include <string.h>

#include "voter/card.h"
#include "voter/form.h"
#include "voter/preview.h"
#include "voter/wording_ballot.h"
#include "words/words.h"

enum {
	BADGE_W = 92,
	BADGE_H = 28,
	BADGE_GAP = 12,
	BADGE_PAD = 12, /* words longer than DEMO */
	BADGE_GRID = 8,
	CAPITALS_UP = 2, /* their middle lies below that of the line */
	HEADER_GAP = 16,
	UNDER_H = 32,
	HEADER_PAD = 6,
	HEADER_PAD_SMALL = 4,
	HAIRLINE = 2,
	BUTTON_EDGE = 3,
	NUMBER_H = 96,
	NEXT_ROOM = 100, /* what a button needs beside its words */
};

/* Stands between the parts of the smaller line. */
#define PART " · "

/* A header's buttons, from the end side; S(x) is the bit of SCREEN_x. */
#define S(name) (1u << SCREEN_##name)
#define VOTE (S(RULES) | S(CHOOSE) | S(NUMBERS) | S(DETAIL) | S(REVIEW))
static const struct {
	unsigned screens;
	enum widget widget;
	enum icon icon;
	enum intent_kind intent;
	const char *label;
} buttons[] = {
    {VOTE | S(LANGUAGE), WIDGET_STOP, ICON_CROSS, INTENT_STOP, N_("Stop")},
    {VOTE, WIDGET_HELP, ICON_HELP, INTENT_HELP, N_("Help")},
    {VOTE | S(LANGUAGE), WIDGET_LISTEN, ICON_SOUND, INTENT_LISTEN,
     N_("Listen")},
    {VOTE | S(LANGUAGE), WIDGET_LOOK, ICON_TEXT, INTENT_LOOK, N_("Text")},
    {VOTE, WIDGET_TO_LANGUAGE, ICON_LANGUAGE, INTENT_OPEN_LANGUAGE,
     N_("Language")},
    {S(CHOOSE), WIDGET_TO_NUMBERS, ICON_KEYBOARD, INTENT_NUMBERS,
     N_("Numbers")},
};
#undef VOTE
#undef S

_Static_assert(sizeof(buttons) / sizeof(buttons[0]) == BARS_BUTTONS,
	       "bars.h counts the buttons");

/* Whether the session's screen has button INDEX. On a tablet reading is found
 * with the letters: there is no room for one more. */
static bool has_button(const struct ui *ui, const struct voter_view *view,
		       int index)
{
	const struct session *session = view->session;
	bool narrow =
	    form_measure(ui, FORM_LOW) && !form_measure(ui, FORM_MENU);

	if (!(buttons[index].screens >> session->screen & 1))
		return false;
	if (buttons[index].widget == WIDGET_LISTEN)
		return view->speech && !narrow;
	if (buttons[index].widget == WIDGET_TO_NUMBERS)
		return session_by_numbers(&view->meeting->pots[session->pot]);
	return true;
}

int bars_buttons(const struct ui *ui, const struct voter_view *view,
		 struct action ret_actions[BARS_BUTTONS])
{
	int count = 0;

	for (int i = 0; i < BARS_BUTTONS; i++)
		if (has_button(ui, view, i))
			ret_actions[count++] = (struct action){
			    buttons[i].widget,
			    0,
			    {BUTTON_PLAIN, words_get(buttons[i].label),
			     (int)buttons[i].icon, TYPE_SMALL},
			    {buttons[i].intent, 0}};
	return count;
}

/* Whether the words of all ACTIONS have room on the header's buttons. */
static bool words_fit(struct ui *ui, const struct action *actions, int count)
{
	int room = form_measure(ui, FORM_HEADER_BUTTON_W) - 2 * BUTTON_EDGE;

	for (int i = 0; i < count; i++)
		if (text_width(ui, actions[i].button.label, TYPE_SMALL) > room)
			return false;
	return true;
}

/* The buttons that the header shows: all, or the one for all of them where they
 * or their words have no room. */
static int shown_buttons(struct ui *ui, const struct voter_view *view,
			 struct action ret_actions[BARS_BUTTONS])
{
	int count = bars_buttons(ui, view, ret_actions);

	if (count == 0 ||
	    (!form_measure(ui, FORM_MENU) && words_fit(ui, ret_actions, count)))
		return count;
	ret_actions[0] =
	    (struct action){WIDGET_MENU,
			    0,
			    {BUTTON_PLAIN, _("Menu"), ICON_MENU, TYPE_SMALL},
			    {INTENT_MENU, 0}};
	return 1;
}

/* Whether title and buttons of the header stand below each other. */
static bool two_rows(const struct ui *ui)
{
	return form_measure(ui, FORM_HEADER_TITLE_H) <
	       form_measure(ui, FORM_HEADER_H);
}

/* Returns where the buttons begin. */
static int header_buttons(struct ui *ui, const struct voter_view *view,
			  struct rect place, struct intent *ret_intent)
{
	struct action actions[BARS_BUTTONS];
	struct rect rect = {place.w - form_measure(ui, FORM_MARGIN), place.y,
			    form_measure(ui, FORM_HEADER_BUTTON_W),
			    form_measure(ui, FORM_HEADER_BUTTON_H)};
	int count = shown_buttons(ui, view, actions);

	rect.y += two_rows(ui) ? place.h - rect.h - HEADER_GAP
			       : (place.h - rect.h) / 2;
	for (int i = 0; i < count; i++) {
		rect.x -= rect.w;
		if (ui_button_stacked(ui, UI_ID(actions[i].widget, 0), rect,
				      &actions[i].button))
			*ret_intent = actions[i].intent;
		rect.x -= HEADER_GAP;
	}
	return rect.x;
}

/* What stands on every screen where no vote is a real one; NULL: it is. */
static const char *badge_text(const struct voter_view *view)
{
	/* TRANSLATORS: a trial of the voting, in which nothing counts. */
	if (view->meeting->practice)
		return _("PRACTICE");
	return view->demo ? _("DEMO") : NULL;
}

static int badge_width(struct ui *ui, const char *text)
{
	int wide = text_width(ui, text, TYPE_SMALL_BOLD);

	if (wide + BADGE_PAD <= BADGE_W)
		return BADGE_W;
	return (wide + 2 * BADGE_PAD + BADGE_GRID - 1) / BADGE_GRID *
	       BADGE_GRID;
}

int bars_badge(struct ui *ui, const struct voter_view *view, int x, int y)
{
	const char *text = badge_text(view);
	struct rect rect = {x, y, 0, BADGE_H};

	if (!text)
		return 0;
	rect.w = badge_width(ui, text);
	draw_panel(ui, rect, 8, ROLE_WARN, ROLE_WARN, 0);
	rect.y -= CAPITALS_UP;
	draw_text_middle(ui, rect, text, TYPE_SMALL_BOLD, ROLE_ON_WARN,
			 ALIGN_CENTRE);
	return rect.w + BADGE_GAP;
}

void bars_ground(struct ui *ui)
{
	draw_fill(ui, ui_frame(ui), ROLE_BG);
}

void bars_plain(struct ui *ui, const struct voter_view *view)
{
	struct rect body = form_body(ui);
	const char *text = badge_text(view);

	if (text)
		bars_badge(ui, view, body.x + body.w - badge_width(ui, text),
			   body.x);
}

/* The smaller line of the header behind the badge; as much of its parts as has
 * room. */
static void under_draw(struct ui *ui, const struct voter_view *view,
		       struct rect rect, int badge_y, const char *under)
{
	char text[WORDING_TEXT];
	char *part;
	int badge_w = bars_badge(ui, view, rect.x, badge_y);

	rect.x += badge_w;
	rect.w -= badge_w;
	snprintf(text, sizeof(text), "%s", under);
	while (text_width(ui, text, TYPE_SMALL) > rect.w &&
	       (part = strstr(text, PART)) != NULL)
		*part = '\0';
	/* Nothing rather than half a sum of money. */
	if (!badge_w || text_width(ui, text, TYPE_SMALL) <= rect.w)
		draw_text_middle(ui, rect, text, TYPE_SMALL, ROLE_MUTED,
				 ALIGN_START);
}

/* Of TITLE that is too long for one line of RECT. */
static enum type sentence_type(struct ui *ui, const char *title,
			       struct rect rect)
{
	return text_fits(ui, title, TYPE_SMALL_BOLD, rect.w, rect.h)
		   ? TYPE_SMALL_BOLD
		   : TYPE_SMALL;
}

void bars_header_in(struct ui *ui, const struct voter_view *view,
		    struct rect place, const char *title, const char *under,
		    struct intent *ret_intent)
{
	int margin = form_measure(ui, FORM_MARGIN);
	bool low = form_header_low(ui), small = form_measure(ui, FORM_SMALL);
	struct rect line = {0, low ? place.y : place.y + place.h - HAIRLINE,
			    place.w, HAIRLINE};
	struct rect text = {margin, place.y, place.w - 2 * margin,
			    form_measure(ui, FORM_HEADER_TITLE_H)};
	int start;
	enum type type;
	bool two, broken;
	int pad = small ? HEADER_PAD_SMALL : HEADER_PAD;
	int drop;

	draw_fill(ui, line, ROLE_TRACK);
	start = header_buttons(ui, view, place, ret_intent);
	if (!two_rows(ui))
		text.w = start - text.x;
	if (view->session->screen == SCREEN_CODE && form_low(ui))
		text.w -= form_measure(ui, FORM_BACK_W) + HEADER_GAP;
	/* A sentence instead of a title takes all the room. */
	broken = text_width(ui, title, TYPE_SMALL_BOLD) > text.w;
	two = (badge_text(view) || *under) && !broken;
	type = broken ? sentence_type(ui, title, text)
		      : wording_fit_line(ui, title, text.w,
					 two && small ? TYPE_TITLE : TYPE_H2);
	if (two && *title) {
		text.y += pad;
		text.h -= UNDER_H + 2 * pad;
	}
	draw_text_middle(ui, text, title, type, ROLE_TEXT, ALIGN_START);
	if (!two)
		return;
	if (*title) {
		text.y += text.h - pad / 2;
		text.h = UNDER_H;
	}
	/* Low, so that no letter of the title reaches down into it. */
	drop = text.h - BADGE_H;
	under_draw(ui, view, text, text.y + (*title ? drop : drop / 2), under);
}

void bars_header(struct ui *ui, const struct voter_view *view,
		 const char *title, const char *under,
		 struct intent *ret_intent)
{
	bars_header_in(ui, view, form_header(ui), title, under, ret_intent);
}

void bars_pot_header(struct ui *ui, const struct voter_view *view,
		     struct intent *ret_intent)
{
	const struct session *session = view->session;
	const struct pot *pot = &view->meeting->pots[session->pot];
	char money[WORDING_TEXT];

	wording_pot(view->meeting, session->pot, money);
	bars_header(
	    ui, view,
	    meeting_text(view->meeting, &pot->title, session->language, NULL),
	    money, ret_intent);
}

void bars_reach(struct ui *ui, const struct voter_view *view,
		struct intent *ret_intent)
{
	enum screen screen = view->session->screen;
	struct action action = {
	    WIDGET_REACH,
	    0,
	    {view->session->settings.reach ? BUTTON_PRIMARY : BUTTON_PLAIN,
	     NULL, ICON_REACH, TYPE_H2},
	    {INTENT_REACH, 0}};

	if (screen == SCREEN_CASTING || screen == SCREEN_LOCKED ||
	    screen == SCREEN_THANKS ||
	    (screen == SCREEN_ATTRACT &&
	     (view->phase != PHASE_OPEN || view->roll != VOTER_ROLL_READY)))
		return;
	if (form_measure(ui, FORM_REACH) > 0)
		action_draw(ui, form_reach(ui), &action, ret_intent);
}

void bars_above(struct ui *ui, const struct voter_view *view)
{
	const struct meeting *meeting = view->meeting;
	struct rect rect = ui_above(ui);
	struct rect line = {0, -HAIRLINE, rect.w, HAIRLINE};
	const char *title = meeting_text(meeting, &meeting->title,
					 view->session->language, NULL);
	int margin = form_measure(ui, FORM_MARGIN);

	if (rect.h == 0)
		return;
	draw_fill(ui, rect, ROLE_SURFACE);
	draw_fill(ui, line, ROLE_OUTLINE);
	rect = rect_inset(rect, margin);
	if (view->session->screen == SCREEN_DETAIL) {
		card_picture(ui, view, rect, view->session->detail, NUMBER_H);
		return;
	}
	preview_above(ui, view, &rect);
	draw_text_middle(ui, rect, title,
			 wording_fit(ui, title, rect.w, rect.h, TYPE_DISPLAY),
			 ROLE_MUTED, ALIGN_CENTRE);
}

void bars_back(struct ui *ui, const char *label, struct intent intent,
	       struct intent *ret_intent)
{
	struct action action = {
	    WIDGET_BACK, 0, {BUTTON_PLAIN, label, NO_ICON, TYPE_TITLE}, intent};

	action_draw(ui, form_back(ui), &action, ret_intent);
}

void bars_next(struct ui *ui, enum button_kind kind, const char *label,
	       struct intent intent, struct intent *ret_intent)
{
	struct rect rect = form_primary(ui);
	enum type type =
	    wording_fit_line(ui, label, rect.w - NEXT_ROOM, TYPE_TITLE);
	struct action action = {
	    WIDGET_NEXT, 0, {kind, label, ICON_NEXT, type}, intent};

	action_draw(ui, rect, &action, ret_intent);
}
