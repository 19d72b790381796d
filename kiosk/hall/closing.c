#include "hall/scene.h"

#include <stdio.h>

#include "hall/clock.h"
#include "hall/frame.h"
#include "hall/turnout.h"
#include "ui/draw.h"
#include "words/words.h"

enum {
	TITLE_H = 108,
	TITLE_GAP = 16,
	DIGITS_H = 540,
	DIGITS_LEAST = 400, /* their ink needs no more */
	DIGITS_PAD = 48,
	QUEUE_H = 76
};

static const char queue[] = N_("If you are in the queue, you can still vote.");

/* How long there is left, as large as it goes; when it is over, that voting
 * closes now: by an organiser's hand, not by the clock. */
static void draw_time(struct ui *ui, const struct hall_view *view,
		      struct rect rect)
{
	enum { SIGN = 200, EDGE = 3 };
	bool soon = clock_soon(&view->watch, view->now_ms);
	enum role role = soon ? ROLE_ON_WARN : ROLE_PRIMARY;
	enum type type = TYPE_HALL_END;
	char text[CLOCK_TEXT];
	int wide;

	clock_text(stopwatch_seconds(&view->watch, view->now_ms), text);
	if (text_width(ui, text, type) > rect.w - 2 * DIGITS_PAD)
		type = TYPE_HALL_CLOCK;
	wide = frame_width(ui, text, type);
	if (soon) {
		draw_panel(ui, rect, 8, ROLE_WARN, ROLE_ON_WARN, EDGE);
		rect.x += DIGITS_PAD;
		rect.w -= DIGITS_PAD;
	}
	draw_text_middle(ui, rect, text, type, role, ALIGN_START);
	if (clock_stopped(&view->watch, view->now_ms))
		draw_icon(ui,
			  (struct rect){rect.x + wide + DIGITS_PAD,
					rect.y + (rect.h - SIGN) / 2, SIGN,
					SIGN},
			  ICON_PAUSE, role);
}

static void draw_title(struct ui *ui, struct rect *body)
{
	const char *text = _("Voting closes in");
	int high = text_height(ui, text, TYPE_HALL_STRONG, body->w);

	frame_text(
	    ui, rect_take_top(body, high > TITLE_H ? high : TITLE_H, TITLE_GAP),
	    text, TYPE_HALL_H1, ROLE_TEXT, ALIGN_START);
}

static void draw_over(struct ui *ui, struct rect rect)
{
	const char *text = _("Voting closes now");
	enum type type = frame_fit(ui, text, rect.w, rect.h, TYPE_HALL_GIANT);

	rect.w = frame_balance(ui, text, type, rect.w);
	draw_text_middle(ui, rect, text, type, ROLE_PRIMARY, ALIGN_START);
}

/* How many have voted; "" where the meeting does not show it yet. */
static void turnout_text(const struct hall_view *view, char ret_text[HALL_LINE])
{
	ret_text[0] = '\0';
	if (turnout_shown(view->meeting))
		turnout_voted(&view->turnout, ret_text);
}

/* Cuts what draw_below() needs off the bottom of *BODY: the digits give way
 * where its words take two lines. */
static struct rect cut_below(struct ui *ui, const struct hall_view *view,
			     struct rect *body)
{
	enum { ABOVE = TITLE_H + TITLE_GAP + FRAME_GAP };
	char turnout[HALL_LINE];
	struct rect below = *body;
	int high = text_height(ui, _(queue), TYPE_HALL_H2, body->w), digits;

	turnout_text(view, turnout);
	if (*turnout)
		high += FRAME_GAP +
			text_height(ui, turnout, TYPE_HALL_BODY, body->w);
	digits = body->h - ABOVE - high;
	if (digits > DIGITS_H)
		digits = DIGITS_H;
	if (digits < DIGITS_LEAST)
		digits = DIGITS_LEAST;
	rect_take_top(&below, ABOVE + digits, 0);
	body->h = ABOVE + digits - FRAME_GAP;
	return below;
}

/* That those in the queue can vote, and how many have. */
static void draw_below(struct ui *ui, const struct hall_view *view,
		       struct rect below)
{
	char turnout[HALL_LINE];

	rect_take_top(&below,
		      frame_text(ui, below, _(queue), TYPE_HALL_H2, ROLE_TEXT,
				 ALIGN_START),
		      FRAME_GAP);
	turnout_text(view, turnout);
	if (*turnout)
		draw_text(ui, below, turnout, TYPE_HALL_BODY, ROLE_MUTED,
			  ALIGN_START);
}

void closing_draw(struct ui *ui, const struct hall_view *view)
{
	struct rect body = frame_body(ui), below = cut_below(ui, view, &body);

	if (stopwatch_left_ms(&view->watch, view->now_ms) == 0) {
		draw_over(ui, body);
	} else {
		draw_title(ui, &body);
		draw_time(ui, view, body);
	}
	draw_below(ui, view, below);
}

int closing_wait(const struct hall_view *view)
{
	return stopwatch_wait_ms(&view->watch, view->now_ms);
}

void closing_line(struct ui *ui, const struct hall_view *view, int language,
		  char ret_text[HALL_LINE])
{
	(void)ui;
	(void)language;
	if (stopwatch_left_ms(&view->watch, view->now_ms) == 0)
		snprintf(ret_text, HALL_LINE, "%s", _("Voting closes now"));
	else
		snprintf(ret_text, HALL_LINE, "%s", _(queue));
}
