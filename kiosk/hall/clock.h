/* clock.h - a stopwatch as the room sees it: digits, ring, and what they mean.
 */
#ifndef STEMMEBOKS_CLOCK_H
#define STEMMEBOKS_CLOCK_H

#include "hall/hall.h"
#include "ui/draw.h"

enum {
	CLOCK_SOON_S = 30, /* from here on it says that time is nearly up */
	CLOCK_TEXT = 16,
};

/* "3:00", "100:00". */
void clock_text(int seconds, char ret_text[CLOCK_TEXT]);

/* Whether WATCH was begun and CLOCK_SOON_S or less are left, but not 0. */
bool clock_soon(const struct stopwatch *watch, uint64_t now_ms);

/* Whether WATCH was begun and stands still with time left. */
bool clock_stopped(const struct stopwatch *watch, uint64_t now_ms);

/* A word on WATCH in the language of the words: that it stands still, that time
 * is nearly up, thanks at 0; "" while it just runs or is full. Static. */
const char *clock_word(const struct stopwatch *watch, uint64_t now_ms);

/* The clock of VIEW in a ring as large as RECT allows; nothing before the watch
 * was set. Digits of 200 u where they fit, of one size until the time is up. */
void clock_draw(struct ui *ui, struct rect rect, const struct hall_view *view);

/* The clock of VIEW in the upper end corner of the frame's body, in front of
 * BACK: what lies over a scene hides no clock. Returns the height it takes; 0,
 * and nothing drawn, when the scene has no clock or it was not begun. */
int clock_corner_draw(struct ui *ui, const struct hall_view *view,
		      enum role back);

#endif
