#include "hall/clock.h"

#include <stdio.h>

#include "hall/frame.h"
#include "words/words.h"

enum {
	RING_PART = 24,	  /* the ring is a 24th of its size wide */
	INSIDE = 12,	  /* between panel and ring, sign and word */
	CLEAR = 2,	  /* between ring and digits, at least */
	CAP_PERCENT = 72, /* how much of a type's size its capitals are */
	WORD_SIGN = 44,
	WORD_GAP = 28, /* below the digits */
	RADIUS = 8,
	EDGE = 3,
};

/* The digits' types, the largest first, and their sizes. */
static const struct {
	enum type type;
	int size;
} ladder[] = {
    {TYPE_HALL_CLOCK, 200},
    {TYPE_HALL_GIANT, 160},
    {TYPE_HALL_H1, 96},
    {TYPE_HALL_H2, 64},
};

enum { LADDER = sizeof(ladder) / sizeof(ladder[0]) };

/* What a clock is drawn in: calm, or amber with dark words when time is nearly
 * up. */
struct colours {
	enum role text, ring, track;
};

static const struct colours calm = {ROLE_TEXT, ROLE_PRIMARY, ROLE_TRACK};
static const struct colours amber = {ROLE_ON_WARN, ROLE_ON_WARN, ROLE_BG};

void clock_text(int seconds, char ret_text[CLOCK_TEXT])
{
	snprintf(ret_text, CLOCK_TEXT, "%d:%02d", seconds / 60, seconds % 60);
}

bool clock_soon(const struct stopwatch *watch, uint64_t now_ms)
{
	int seconds = stopwatch_seconds(watch, now_ms);

	return watch->started && seconds > 0 && seconds <= CLOCK_SOON_S;
}

bool clock_stopped(const struct stopwatch *watch, uint64_t now_ms)
{
	return watch->started && !watch->running &&
	       stopwatch_left_ms(watch, now_ms) > 0;
}

const char *clock_word(const struct stopwatch *watch, uint64_t now_ms)
{
	if (watch->whole_ms == 0)
		return "";
	if (stopwatch_left_ms(watch, now_ms) == 0)
		return _("Thank you");
	if (clock_stopped(watch, now_ms))
		return _("Paused");
	return clock_soon(watch, now_ms) ? _("Nearly over") : "";
}

/* The index of the largest type in which TEXT stays inside a ring of
 * DIAMETER. */
static int fit_ring(struct ui *ui, const char *text, int diameter)
{
	int i = 0;

	for (; i < LADDER - 1; i++) {
		int64_t wide = text_width(ui, text, ladder[i].type);
		int64_t high = ladder[i].size * CAP_PERCENT / 100;

		if (wide * wide + high * high <= (int64_t)diameter * diameter)
			break;
	}
	return i;
}

/* Below the digits; "" draws nothing. A sign says that the clock stands. */
static void draw_word(struct ui *ui, struct rect ring, int digits_h,
		      const char *word, bool stopped, enum role role)
{
	struct rect line = {ring.x, ring.y + (ring.h + digits_h) / 2 + WORD_GAP,
			    ring.w, FRAME_LINE};

	if (stopped) {
		int wide = text_width(ui, word, TYPE_HALL_STRONG);
		int x = line.x + (line.w - WORD_SIGN - INSIDE - wide) / 2;

		draw_icon(ui,
			  (struct rect){x, line.y + (line.h - WORD_SIGN) / 2,
					WORD_SIGN, WORD_SIGN},
			  ICON_PAUSE, role);
		line.x += (WORD_SIGN + INSIDE) / 2;
	}
	draw_text(ui, line, word, TYPE_HALL_STRONG, role, ALIGN_CENTRE);
}

/* The ring shows whole seconds, like the digits. */
static int ring_fraction(const struct stopwatch *watch, int seconds)
{
	return (int)((int64_t)seconds * 1000 * 1000 / watch->whole_ms);
}

void clock_draw(struct ui *ui, struct rect rect, const struct hall_view *view)
{
	const struct stopwatch *watch = &view->watch;
	int seconds = stopwatch_seconds(watch, view->now_ms);
	bool soon = clock_soon(watch, view->now_ms);
	const struct colours *colours = soon ? &amber : &calm;
	const char *word = clock_word(watch, view->now_ms);
	int side = rect.w < rect.h ? rect.w : rect.h, width = side / RING_PART;
	struct rect ring = {rect.x + (rect.w - side) / 2,
			    rect.y + (rect.h - side) / 2, side, side};
	char text[CLOCK_TEXT], whole[CLOCK_TEXT];
	int fit;

	if (watch->whole_ms <= 0)
		return;
	clock_text(seconds, text);
	clock_text((int)(watch->whole_ms / 1000), whole);
	if (soon)
		draw_panel(ui, rect, RADIUS, ROLE_WARN, ROLE_ON_WARN, EDGE);
	if (soon) { /* its edge and the panel's do not touch */
		ring = (struct rect){ring.x + INSIDE, ring.y + INSIDE,
				     side - 2 * INSIDE, side - 2 * INSIDE};
	}
	draw_ring(ui, ring, ring_fraction(watch, seconds), width, colours->ring,
		  colours->track);
	fit = fit_ring(ui, seconds ? whole : word,
		       side - 2 * (width + INSIDE + CLEAR));
	draw_text_middle(ui, ring, seconds ? text : word, ladder[fit].type,
			 seconds ? colours->text : ROLE_PRIMARY, ALIGN_CENTRE);
	if (seconds)
		draw_word(ui, ring, ladder[fit].size * CAP_PERCENT / 100, word,
			  clock_stopped(watch, view->now_ms), colours->text);
}

int clock_corner_draw(struct ui *ui, const struct hall_view *view,
		      enum role back)
{
	enum { HIGH = 120, PAD = 32, SIGN = 72 };
	enum scene scene = hall_scene(view);
	const struct stopwatch *watch = &view->watch;
	bool soon = clock_soon(watch, view->now_ms);
	bool stopped = clock_stopped(watch, view->now_ms);
	enum role role = soon		      ? ROLE_ON_WARN
			 : back == ROLE_BLACK ? ROLE_ON_BLACK
					      : ROLE_TEXT;
	struct rect panel = frame_body(ui);
	char text[CLOCK_TEXT];

	if ((scene != SCENE_PITCH && scene != SCENE_CLOSING) || !watch->started)
		return 0;
	clock_text(stopwatch_seconds(watch, view->now_ms), text);
	panel.x += panel.w;
	panel.w = frame_width(ui, text, TYPE_HALL_H1) + 2 * PAD +
		  (stopped ? SIGN : 0);
	panel.x -= panel.w;
	panel.h = HIGH;
	draw_panel(ui, panel, RADIUS, soon ? ROLE_WARN : back, role, EDGE);
	if (stopped)
		draw_icon(ui,
			  (struct rect){panel.x + PAD / 2,
					panel.y + (HIGH - SIGN) / 2, SIGN,
					SIGN},
			  ICON_PAUSE, role);
	panel.x += PAD;
	panel.w -= 2 * PAD;
	draw_text_middle(ui, panel, text, TYPE_HALL_H1, role,
			 stopped ? ALIGN_END : ALIGN_CENTRE);
	return HIGH;
}
