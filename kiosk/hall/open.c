#include "hall/scene.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/picture_steps.h"
#include "hall/turnout.h"
#include "ui/draw.h"
#include "words/words.h"

enum {
	GIANT_H = 180,
	CLOSES_H = 76,
	OF_H = 76, /* the line below the giant number */
	METER_H = 56,
	METER_GAP = 16,
	CARDS_H = 252,
	CLOSES_TEXT = HALL_LINE / 2,
};

static void draw_meter(struct ui *ui, struct rect rect,
		       const struct hall_turnout *turnout)
{
	int valid = turnout_valid(turnout);
	struct rect fill = rect;

	draw_panel(ui, rect, 8, ROLE_TRACK, ROLE_OUTLINE, 3);
	if (valid <= 0 || turnout->used <= 0)
		return;
	fill.w = (int)((int64_t)rect.w * turnout->used / valid);
	if (fill.w < 2 * 8) /* the corners need that much */
		fill.w = 2 * 8;
	draw_panel(ui, fill, 8, ROLE_METER, ROLE_METER, 0);
}

static void closes_text(const struct meeting *meeting,
			char ret_text[CLOSES_TEXT])
{
	char time[CLOSES_TEXT / 2];

	ret_text[0] = '\0';
	if (!*meeting->closes)
		return;
	words_time(meeting->closes, time, sizeof(time));
	snprintf(ret_text, CLOSES_TEXT, _("Voting closes at %s"), time);
}

/* What to do, and until when. */
static void draw_call(struct ui *ui, const struct hall_view *view,
		      struct rect *body)
{
	char text[CLOSES_TEXT];

	draw_text(ui, frame_cut(body, GIANT_H, 0), _("Vote now"),
		  TYPE_HALL_GIANT, ROLE_PRIMARY, ALIGN_START);
	closes_text(view->meeting, text);
	frame_text(ui, frame_cut(body, CLOSES_H, 0), text, TYPE_HALL_H2,
		   ROLE_TEXT, ALIGN_START);
}

/* The number and its meter, midway down REST. */
static void draw_turnout(struct ui *ui, const struct hall_turnout *turnout,
			 struct rect rest)
{
	char text[HALL_LINE];

	rest.y += (rest.h - GIANT_H - OF_H - METER_GAP - METER_H) / 2;
	turnout_voted(turnout, text);
	frame_text(ui, frame_cut(&rest, GIANT_H, 0), text, TYPE_HALL_GIANT,
		   ROLE_TEXT, ALIGN_START);
	turnout_of(turnout, text);
	frame_text(ui, frame_cut(&rest, OF_H, METER_GAP), text, TYPE_HALL_H2,
		   ROLE_TEXT, ALIGN_START);
	draw_meter(ui, frame_cut(&rest, METER_H, 0), turnout);
}

void open_draw(struct ui *ui, const struct hall_view *view)
{
	struct rect body = frame_body(ui), cards = body;
	bool turnout = turnout_shown(view->meeting);

	cards.h = CARDS_H;
	cards.y = body.y + body.h - cards.h;
	body.h -= cards.h;
	if (!turnout) /* the call alone stands midway */
		frame_cut(&body, (body.h - GIANT_H - CLOSES_H) / 2, 0);
	draw_call(ui, view, &body);
	if (turnout)
		draw_turnout(ui, &view->turnout, body);
	picture_steps_draw(ui, cards);
}

void open_line(struct ui *ui, const struct hall_view *view, int language,
	       char ret_text[HALL_LINE])
{
	char closes[CLOSES_TEXT];

	(void)ui;
	(void)language;
	closes_text(view->meeting, closes);
	snprintf(ret_text, HALL_LINE, "%s%s%s", _("Vote now"),
		 *closes ? " · " : "", closes);
}
