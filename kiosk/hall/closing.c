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
	DIGITS_PAD = 48,
	QUEUE_H = 76
};

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

void closing_draw(struct ui *ui, const struct hall_view *view)
{
	struct rect body = frame_body(ui);
	bool over = stopwatch_left_ms(&view->watch, view->now_ms) == 0;
	char text[HALL_LINE];

	if (over) {
		draw_over(ui,
			  rect_take_top(&body, TITLE_H + TITLE_GAP + DIGITS_H,
					FRAME_GAP));
	} else {
		draw_title(ui, &body);
		draw_time(ui, view, rect_take_top(&body, DIGITS_H, FRAME_GAP));
	}
	rect_take_top(
	    &body,
	    frame_text(ui, body,
		       _("If you are in the queue, you can still vote."),
		       TYPE_HALL_H2, ROLE_TEXT, ALIGN_START),
	    FRAME_GAP);
	if (!turnout_shown(view->meeting))
		return;
	turnout_voted(&view->turnout, text);
	draw_text(ui, body, text, TYPE_HALL_BODY, ROLE_MUTED, ALIGN_START);
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
		snprintf(ret_text, HALL_LINE, "%s",
			 _("If you are in the queue, you can still vote."));
}
