/* count_card.h - one ballot as the room sees it while it is counted. */
#ifndef STEMMEBOKS_COUNT_CARD_H
#define STEMMEBOKS_COUNT_CARD_H

#include "hall/hall.h"
#include "ui/draw.h"

struct ballot;

/* How wide the paper must be so that no word of a short title is broken, within
 * reason. */
int count_card_width(struct ui *ui, const struct hall_view *view);

/* The paper that a ballot or the words about the count stand on; returns the
 * part for them. */
struct rect count_card_panel(struct ui *ui, struct rect rect);

/* The choices of BALLOT in RECT, per pot: numbers and short titles, only the
 * numbers where there is no room for more, and "Blank" where it makes none. */
void count_card_draw(struct ui *ui, struct rect rect,
		     const struct hall_view *view, const struct ballot *ballot);

#endif
