#include "hall/cover.h"

#include <stdio.h>

#include "hall/clock.h"
#include "hall/foot.h"
#include "hall/frame.h"
#include "hall/pause_sign.h"
#include "hall/scene.h"
#include "ui/draw.h"
#include "words/words.h"

/* The organiser's words, as large as they go, midway. */
static void draw_message(struct ui *ui, struct rect rect, const char *message)
{
	enum type type =
	    frame_fit(ui, message, rect.w, rect.h, TYPE_HALL_GIANT);

	rect.w = frame_balance(ui, message, type, rect.w);
	draw_text_middle(ui, rect, message, type, ROLE_TEXT, ALIGN_START);
}

static void draw_break(struct ui *ui, const struct hall_view *view,
		       struct rect body)
{
	int second = hall_second_language(view);
	char line[HALL_LINE] = "";

	pause_sign_draw(ui, &body);
	frame_text(ui, body, _("We go on soon."), TYPE_HALL_H2, ROLE_TEXT,
		   ALIGN_START);
	if (second >= 0) {
		scene_speak(ui, view, second);
		snprintf(line, sizeof(line), "%s · %s", _("Break"),
			 _("We go on soon."));
		scene_speak(ui, view, view->language);
	}
	foot_draw(ui, view, line, 1);
}

void cover_draw(struct ui *ui, const struct hall_view *view)
{
	enum role back = view->cover == COVER_BLACK ? ROLE_BLACK : ROLE_BG;
	struct rect body = frame_body(ui), foot = frame_foot(ui);
	int clock;

	if (view->cover == COVER_NONE)
		return;
	draw_fill(ui, ui_frame(ui), back);
	clock = clock_corner_draw(ui, view, back);
	if (clock)
		rect_take_top(&body, clock, FRAME_GAP);
	if (view->cover == COVER_PAUSE)
		draw_break(ui, view, body);
	else
		foot_practice(ui, view, &foot);
	if (view->cover == COVER_MESSAGE && view->message)
		draw_message(ui, body, view->message);
}
