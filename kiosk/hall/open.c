#include "hall/scene.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/live.h"
#include "hall/picture_steps.h"
#include "hall/turnout.h"
#include "ui/draw.h"
#include "words/words.h"

enum {
	GIANT_H = 180,
	CLOSES_H = 76,
	OF_H = 76, /* the line below the giant number */
	METER_H = 40,
	METER_GAP = 16,
	NOTE_GAP = 8,
	CARDS_H = 240,
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
	int high;

	frame_text(ui, rect_take_top(body, GIANT_H, 0), _("Vote now"),
		   TYPE_HALL_GIANT, ROLE_PRIMARY, ALIGN_START);
	closes_text(view->meeting, text);
	high = text_height(ui, text, TYPE_HALL_STRONG, body->w);
	frame_text(ui,
		   rect_take_top(body, high > CLOSES_H ? high : CLOSES_H, 0),
		   text, TYPE_HALL_H2, ROLE_TEXT, ALIGN_START);
}

/* The number and its meter, midway down REST; and when votes will be shown, if
 * they are to be and none are yet. */
static void draw_turnout(struct ui *ui, const struct hall_view *view,
			 struct rect rest)
{
	const struct hall_turnout *turnout = &view->turnout;
	bool waits = view->live && !live_begun(view);
	int below = 0;
	char text[HALL_LINE];

	live_first_text(view->meeting, text);
	if (waits)
		below =
		    text_height(ui, text, TYPE_HALL_BODY, rest.w) + NOTE_GAP;
	rest.y += (rest.h - GIANT_H - OF_H - METER_GAP - METER_H - below) / 2;
	turnout_voted(turnout, text);
	frame_text(ui, rect_take_top(&rest, GIANT_H, 0), text, TYPE_HALL_GIANT,
		   ROLE_TEXT, ALIGN_START);
	turnout_of(turnout, text);
	frame_text(ui, rect_take_top(&rest, OF_H, METER_GAP), text,
		   TYPE_HALL_H2, ROLE_TEXT, ALIGN_START);
	draw_meter(ui, rect_take_top(&rest, METER_H, NOTE_GAP), turnout);
	if (!waits)
		return;
	live_first_text(view->meeting, text);
	lines_draw(ui, rest, text, TYPE_HALL_BODY, ROLE_TEXT);
}

static void draw_call_page(struct ui *ui, const struct hall_view *view)
{
	struct rect body = frame_body(ui), cards = body;
	bool turnout = turnout_shown(view->meeting);

	cards.h = CARDS_H;
	cards.y = body.y + body.h - cards.h;
	body.h -= cards.h;
	if (!turnout) /* the call alone stands midway */
		rect_take_top(&body, (body.h - GIANT_H - CLOSES_H) / 2, 0);
	draw_call(ui, view, &body);
	if (turnout)
		draw_turnout(ui, view, body);
	picture_steps_draw(ui, cards);
}

/* The page of the votes so far that comes after the call to vote. */
static struct hall_view live_view(const struct hall_view *view)
{
	struct hall_view live = *view;

	live.page--;
	return live;
}

void open_draw(struct ui *ui, const struct hall_view *view)
{
	struct hall_view live = live_view(view);

	if (view->page == 0)
		draw_call_page(ui, view);
	else
		live_draw(ui, &live);
}

/* Before the first batch the call page says when it comes. */
int open_pages(struct ui *ui, const struct hall_view *view)
{
	return live_begun(view) ? 1 + live_pages(ui, view) : 1;
}

int open_wait(const struct hall_view *view)
{
	return view->page == 0 ? -1 : live_wait(view);
}

void open_line(struct ui *ui, const struct hall_view *view, int language,
	       char ret_text[HALL_LINE])
{
	struct hall_view live = live_view(view);
	char closes[CLOSES_TEXT];

	if (view->page > 0) {
		live_line(ui, &live, language, ret_text);
		return;
	}
	closes_text(view->meeting, closes);
	snprintf(ret_text, HALL_LINE, "%s%s%s", _("Vote now"),
		 *closes ? " · " : "", closes);
}
