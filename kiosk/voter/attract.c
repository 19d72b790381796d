/* Nobody is here: what to do, or why there is nothing to do now. */
#include <stdio.h>

#include "voter/action.h"
#include "voter/bars.h"
#include "voter/form.h"
#include "voter/notice.h"
#include "voter/screens.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	BAND_H = 112,
	BAND_H_SMALL = 80,
	GAP = 24,
	NUMBER = 72,
	PICTURE = 256,
	PICTURE_SMALL = 136,
	HEAD_H = 76,
	SECOND_H = 48,
	HEAD_GAP = 8,
	TEXT_H = 96,
	BUTTON_W = 460,
	BUTTON_W_SMALL = 336,
	DATE = 64,
	TIME = 32,
};

static const struct {
	enum icon icon;
	const char *text;
} steps[] = {
#define STEP(name, text) {ICON_##name, text},
#include "words/voting_step.def"
#undef STEP
};

enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

/* What the screen says in a phase; NULL: voting is open. */
static const struct {
	enum icon icon;
	const char *text;
} states[PHASE_COUNT] = {
    [PHASE_DRAFT] = {ICON_LOCK,
		     N_("Voting has not opened yet. Look at the big screen.")},
    [PHASE_READY] = {ICON_LOCK,
		     N_("Voting has not opened yet. Look at the big screen.")},
    [PHASE_PAUSED] = {ICON_PAUSE,
		      N_("Voting is paused. Look at the big screen.")},
    [PHASE_CLOSED] = {ICON_BOX, N_("Voting has closed. The result will be "
				   "on the big screen.")},
    [PHASE_COUNTED] = {ICON_BOX,
		       N_("Voting has closed. The result is on the big "
			  "screen.")},
    [PHASE_PUBLISHED] = {ICON_BOX,
			 N_("Voting has closed. The result is on the big "
			    "screen.")},
};

/* The meeting's name, date and place on the colour of the house. Returns what
 * is left of the frame inside the margins. */
static struct rect band(struct ui *ui, const struct voter_view *view)
{
	const struct meeting *meeting = view->meeting;
	const char *title = meeting_text(meeting, &meeting->title,
					 view->session->language, NULL);
	bool wide = ui_form(ui) == UI_LANDSCAPE;
	struct rect left = form_body(ui), rect = {0, 0, 0, 0}, text;
	char date[DATE], about[WORDING_TEXT];
	int badge;

	rect.w = left.w + 2 * left.x;
	rect.h = ui_form(ui) == UI_TABLET ? BAND_H_SMALL : BAND_H;
	left.h += left.y - rect.h;
	left.y = rect.h;
	draw_fill(ui, rect, ROLE_PRIMARY);
	badge = bars_badge(ui, view, left.x, (rect.h - 28) / 2);
	text = rect;
	text.x = left.x + badge;
	text.w = left.w - badge;
	words_date(meeting->date, date, sizeof(date));
	snprintf(about, sizeof(about), "%s%s%s", date,
		 *meeting->place ? " · " : "", meeting->place);
	if (!wide) {
		text.h = rect.h / 2;
		text.y = 4;
	} else {
		draw_text_middle(ui, text, about, TYPE_BODY, ROLE_ON_PRIMARY,
				 ALIGN_END);
		text.w -= text_width(ui, about, TYPE_BODY) + GAP;
	}
	draw_text_middle(
	    ui, text, title,
	    wording_fit_line(ui, title, text.w, wide ? TYPE_H2 : TYPE_TITLE),
	    ROLE_ON_PRIMARY, ALIGN_START);
	if (!wide) {
		text.y = rect.h / 2 - 4;
		draw_text_middle(ui, text, about, TYPE_SMALL, ROLE_ON_PRIMARY,
				 ALIGN_START);
	}
	return left;
}

/* A step: number, picture, words; in a row the words lie below, in a column
 * beside. */
static void step(struct ui *ui, struct rect rect, int index, bool below)
{
	bool tablet = ui_form(ui) == UI_TABLET;
	int side = tablet ? PICTURE_SMALL : PICTURE;
	struct rect in = rect_inset(rect, GAP), picture, number = in;
	char text[16];

	draw_panel(ui, rect, 16, ROLE_SURFACE, ROLE_SURFACE, 0);
	number.w = number.h = tablet ? 56 : NUMBER;
	draw_panel(ui, number, number.h / 2, ROLE_PRIMARY, ROLE_PRIMARY, 0);
	snprintf(text, sizeof(text), "%d", index + 1);
	draw_text_middle(ui, number, text, tablet ? TYPE_TITLE : TYPE_H2,
			 ROLE_ON_PRIMARY, ALIGN_CENTRE);
	if (below) {
		struct rect words = in;

		words.h = tablet ? 72 : TEXT_H;
		words.y = in.y + in.h - words.h;
		in.h -= words.h + (tablet ? 8 : GAP);
		draw_icon(ui, rect_middle(in, side, side), steps[index].icon,
			  ROLE_PRIMARY);
		draw_text_middle(ui, words, _(steps[index].text),
				 tablet ? TYPE_SMALL_BOLD : TYPE_H2, ROLE_TEXT,
				 ALIGN_CENTRE);
		return;
	}
	picture = in;
	picture.x += number.w + 2 * GAP;
	picture.w = side;
	draw_icon(ui, rect_middle(picture, side, side), steps[index].icon,
		  ROLE_PRIMARY);
	in.w = in.x + in.w - picture.x - side - 2 * GAP;
	in.x = picture.x + side + 2 * GAP;
	draw_text_middle(ui, in, _(steps[index].text), TYPE_H2, ROLE_TEXT,
			 ALIGN_START);
}

static void steps_draw(struct ui *ui, struct rect rect)
{
	bool row = ui_form(ui) != UI_PORTRAIT;
	struct rect one = rect;

	if (row)
		one.w = (rect.w - (STEPS - 1) * GAP) / STEPS;
	else
		one.h = (rect.h - (STEPS - 1) * GAP) / STEPS;
	for (int i = 0; i < STEPS; i++) {
		step(ui, one, i, row);
		one.x += row ? one.w + GAP : 0;
		one.y += row ? 0 : one.h + GAP;
	}
}

/* The sentence of the room, and below it each other language in its turn. */
static void headline(struct ui *ui, const struct voter_view *view,
		     struct rect rect)
{
	const char *key = N_("Scan your voting slip");
	int second = wording_second(view, ui_now_ms(ui));

	draw_text(ui, rect_take_top(&rect, HEAD_H, HEAD_GAP), words_get(key),
		  TYPE_DISPLAY, ROLE_TEXT, ALIGN_START);
	if (second < 0)
		return;
	draw_text(ui, rect, wording_in(view, second, key), TYPE_H2,
		  ROLE_PRIMARY, ALIGN_START);
}

static void closes(struct ui *ui, const struct voter_view *view,
		   struct rect rect)
{
	char text[WORDING_TEXT], time[TIME];
	enum type type;

	if (!*view->meeting->closes)
		return;
	words_time(view->meeting->closes, time, sizeof(time));
	snprintf(text, sizeof(text), _("Voting closes at %s"), time);
	type = wording_fit_line(ui, text, rect.w, TYPE_TITLE);
	rect.w = wording_balance(ui, text, type, rect.w);
	draw_text_middle(ui, rect, text, type, ROLE_MUTED, ALIGN_START);
}

/* The footer: when it closes, and the buttons at the end. */
static void foot(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	bool tablet = ui_form(ui) == UI_TABLET;
	bool portrait = ui_form(ui) == UI_PORTRAIT;
	struct rect button = form_primary(ui), text = form_back(ui);
	struct action demo = {WIDGET_DEMO_SCAN,
			      0,
			      {BUTTON_PRIMARY, _("Scan a test slip"), ICON_SCAN,
			       tablet ? TYPE_SMALL_BOLD : TYPE_TITLE},
			      {INTENT_DEMO_SCAN, 0}};
	struct action type = {WIDGET_TYPE_CODE,
			      0,
			      {BUTTON_PLAIN, _("Type the code"), ICON_KEYBOARD,
			       tablet ? TYPE_SMALL_BOLD : TYPE_TITLE},
			      {INTENT_TYPE_CODE, 0}};

	button.x += button.w;
	button.w = portrait ? (form_content(ui).w - GAP) / 2
		   : tablet ? BUTTON_W_SMALL
			    : BUTTON_W;
	button.x -= button.w;
	action_draw(ui, button, &type, ret_intent);
	if (view->demo) {
		button.x -= button.w + GAP;
		action_draw(ui, button, &demo, ret_intent);
	}
	text.w = button.x - GAP - text.x;
	if (portrait) {
		text = form_state(ui);
		text.x = form_content(ui).x;
	}
	closes(ui, view, text);
}

void attract_draw(struct ui *ui, const struct voter_view *view,
		  struct intent *ret_intent)
{
	bool tablet = ui_form(ui) == UI_TABLET;
	struct rect left, head;

	if (states[view->phase].text) {
		struct notice notice = {states[view->phase].icon, ROLE_PRIMARY,
					states[view->phase].text, NULL};

		notice_draw(ui, view, &notice);
		band(ui, view);
		return;
	}
	bars_plain(ui, view);
	left = band(ui, view);
	left.h -= form_measure(ui, FORM_FOOTER_H);
	rect_take_top(&left, 0, tablet ? 12 : 2 * GAP);
	head = rect_take_top(&left, HEAD_H + HEAD_GAP + SECOND_H,
			     tablet ? 12 : 2 * GAP);
	headline(ui, view, head);
	steps_draw(ui, left);
	foot(ui, view, ret_intent);
}
