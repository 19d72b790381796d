/* bars.h - the votes so far as bars: one pot, a page at a time. */
#ifndef STEMMEBOKS_BARS_H
#define STEMMEBOKS_BARS_H

#include "hall/hall.h"
#include "ui/draw.h"

enum {
	BARS_MOST = 10, /* on a page, UX.md a3 */
	BARS_PITCH = 84,
	/* What a row may shrink to so that BARS_MOST stand on one page. */
	BARS_PITCH_LEAST = 72,
};

/* How many pages of RECT's size POT's proposals fill, in the order of their
 * numbers; 0 without proposals. */
int bars_pages(struct ui *ui, const struct hall_view *view, int pot,
	       struct rect rect);

/* Draws PAGE of them from view->live, on their way from view->live_before. */
void bars_draw(struct ui *ui, const struct hall_view *view, int pot,
	       struct rect rect, int page);

#endif
