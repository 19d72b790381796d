/* Nobody is here: what to do, or why there is nothing to do now. */
#include <stdio.h>

#include "voter/action.h"
#include "voter/attract_steps.h"
#include "voter/bars.h"
#include "voter/form.h"
#include "voter/notice.h"
#include "voter/preview.h"
#include "voter/screen_text.h"
#include "voter/screens.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	BAND_H = 112,
	GAP = 24,
	HEAD_H = 76,
	HEAD_H_SMALL = 58,
	SECOND_H = 48,
	HEAD_GAP = 8,
	BUTTON_W = 460,
	BUTTON_W_SMALL = 336,
	CLOSES_W = 160, /* less is no room to say it */
	DATE = 64,
	TIME = 32,
};

/* Why nobody can vote now. */
struct state {
	enum icon icon;
	const char *text;
};

/* What the screen says in a phase; NULL: voting is open. */
static const struct state phases[PHASE_COUNT] = {
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

/* And while it is open, if no slip can be taken. */
static const struct state rolls[] = {
    [VOTER_ROLL_READY] = {ICON_SCAN, NULL},
    [VOTER_ROLL_AWAY] = {ICON_PAUSE, NULL},
    [VOTER_ROLL_STOPPED] = {ICON_LOCK,
			    N_("Get a helper. This kiosk must be looked at.")},
};

/* Its text is NULL when people can vote. */
static struct state state_of(const struct voter_view *view)
{
	struct state state = phases[view->phase];

	if (state.text)
		return state;
	state = rolls[view->roll];
	if (view->roll == VOTER_ROLL_AWAY)
		state.text = status_text(STATUS_ROLL_AWAY);
	return state;
}

/* The meeting's name in TEXT, with ABOUT beside it. */
static void band_line(struct ui *ui, struct rect text, const char *title,
		      const char *about)
{
	draw_text_middle(ui, text, about, TYPE_BODY, ROLE_ON_PRIMARY,
			 ALIGN_END);
	text.w -= text_width(ui, about, TYPE_BODY) + GAP;
	draw_text_middle(ui, text, title,
			 wording_fit_line(ui, title, text.w, TYPE_H2),
			 ROLE_ON_PRIMARY, ALIGN_START);
}

/* The meeting's name in TEXT, with ABOUT below it, or DATE where there is no
 * room for more. */
static void band_lines(struct ui *ui, struct rect text, const char *title,
		       const char *about, const char *date)
{
	int band_h = text.h;

	text.h = band_h / 2;
	text.y = 4;
	draw_text_middle(ui, text, title,
			 wording_fit_line(ui, title, text.w, TYPE_TITLE),
			 ROLE_ON_PRIMARY, ALIGN_START);
	text.y = band_h / 2 - 4;
	draw_text_middle(
	    ui, text, text_width(ui, about, TYPE_SMALL) > text.w ? date : about,
	    TYPE_SMALL, ROLE_ON_PRIMARY, ALIGN_START);
}

/* The meeting's name, date and place on the colour of the house. Returns what
 * is left of the frame inside the margins. */
static struct rect band(struct ui *ui, const struct voter_view *view)
{
	const struct meeting *meeting = view->meeting;
	const char *title = meeting_text(meeting, &meeting->title,
					 view->session->language, NULL);
	bool small = form_small(ui);
	struct rect rect = ui_frame(ui), left = rect, text;
	char date[DATE], about[WORDING_TEXT];
	int badge;

	rect.h = small ? form_measure(ui, FORM_HEADER_H) : BAND_H;
	rect_take_top(&left, rect.h, 0);
	left.x += form_measure(ui, FORM_MARGIN);
	left.w -= 2 * left.x;
	draw_fill(ui, rect, ROLE_PRIMARY);
	badge = bars_badge(ui, view, left.x, (rect.h - 28) / 2);
	text = rect;
	text.x = left.x + badge;
	text.w = left.w - badge;
	words_date(meeting->date, date, sizeof(date));
	snprintf(about, sizeof(about), "%s%s%s", date,
		 *meeting->place ? " · " : "", meeting->place);
	if (small || form_upright(ui))
		band_lines(ui, text, title, about, date);
	else
		band_line(ui, text, title, about);
	return left;
}

/* How high the sentence of the room is, in one language and in another. */
static int head_h(const struct ui *ui)
{
	return form_low(ui) && form_measure(ui, FORM_MENU) ? HEAD_H_SMALL
							   : HEAD_H;
}

/* The sentence of the room, and below it each other language in its turn. */
static void headline(struct ui *ui, const struct voter_view *view,
		     struct rect rect)
{
	const char *key = N_("Scan your voting slip");
	const char *text = words_get(key);
	int second = wording_second(view, ui_now_ms(ui));
	bool low = head_h(ui) < HEAD_H;
	const char *before;

	draw_text(
	    ui, rect_take_top(&rect, head_h(ui), HEAD_GAP), text,
	    wording_fit_line(ui, text, rect.w, low ? TYPE_H1 : TYPE_DISPLAY),
	    ROLE_TEXT, ALIGN_START);
	if (second < 0)
		return;
	before = ui_set_language(ui, view->meeting->languages[second]);
	text = wording_in(view, second, key);
	draw_text(
	    ui, rect, text,
	    wording_fit_line(ui, text, rect.w, low ? TYPE_TITLE : TYPE_H2),
	    ROLE_PRIMARY, ALIGN_START);
	ui_set_language(ui, before);
}

static void closes(struct ui *ui, const struct voter_view *view,
		   struct rect rect)
{
	char text[WORDING_TEXT], time[TIME];
	enum type type;

	if (!*view->meeting->closes || rect.w < CLOSES_W)
		return;
	words_time(view->meeting->closes, time, sizeof(time));
	snprintf(text, sizeof(text), _("Voting closes at %s"), time);
	type = wording_fit_line(ui, text, rect.w, TYPE_TITLE);
	if (!text_fits(ui, text, type, rect.w, rect.h))
		return;
	rect.w = wording_balance(ui, text, type, rect.w);
	draw_text_middle(ui, rect, text, type, ROLE_MUTED, ALIGN_START);
}

/* How wide a button of the footer is; there may be two. */
static int button_width(const struct ui *ui)
{
	int half = (form_content(ui).w - GAP) / 2;
	int w = form_small(ui) ? BUTTON_W_SMALL : BUTTON_W;

	return form_measure(ui, FORM_FOOTER_ROWS) > 1 || w > half ? half : w;
}

/* The footer: when it closes, and the buttons at the end. */
static void foot(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	enum type letters = form_small(ui) ? TYPE_SMALL_BOLD : TYPE_TITLE;
	struct rect button = form_primary(ui), text = form_back(ui);
	struct action demo = {
	    WIDGET_DEMO_SCAN,
	    0,
	    {BUTTON_PRIMARY, _("Scan a test slip"), ICON_SCAN, letters},
	    {INTENT_DEMO_SCAN, 0}};
	struct action type = {
	    WIDGET_TYPE_CODE,
	    0,
	    {BUTTON_PLAIN, _("Type the code"), ICON_KEYBOARD, letters},
	    {INTENT_TYPE_CODE, 0}};

	button.x += button.w;
	button.w = button_width(ui);
	button.x -= button.w;
	action_draw(ui, button, &type, ret_intent);
	if (view->demo) {
		button.x -= button.w + GAP;
		action_draw(ui, button, &demo, ret_intent);
	}
	text.w = button.x - GAP - text.x;
	closes(ui, view,
	       form_measure(ui, FORM_FOOTER_ROWS) > 1 ? form_state(ui) : text);
}

void attract_draw(struct ui *ui, const struct voter_view *view,
		  struct intent *ret_intent)
{
	bool small = form_small(ui), low = head_h(ui) < HEAD_H;
	struct rect left, head;
	struct state state = state_of(view);
	int gap;

	if (state.text) {
		struct notice notice = {state.icon, ROLE_PRIMARY, state.text,
					NULL, 0};

		notice_draw(ui, view, &notice);
		band(ui, view);
		return;
	}
	bars_plain(ui, view);
	left = band(ui, view);
	left.h -= form_measure(ui, FORM_FOOTER_H);
	gap = low ? GAP / 3 : small ? GAP / 2 : 2 * GAP;
	rect_take_top(&left, 0, gap);
	head = rect_take_top(&left, head_h(ui) + HEAD_GAP + SECOND_H, gap);
	if (!preview_help(ui, view, head))
		headline(ui, view, head);
	preview_draw(ui, view, &left);
	attract_steps(ui, left);
	foot(ui, view, ret_intent);
}

int attract_texts(const struct voter_view *view,
		  const char *ret_texts[SCREEN_TEXTS])
{
	struct state state = state_of(view);

	ret_texts[0] = state.text ? state.text : N_("Scan your voting slip");
	return 1;
}
