/* tie.h - the pages of a tie that changes the money: who ties and for what, how
 * lots are drawn, and what came of it. */
#ifndef STEMMEBOKS_TIE_H
#define STEMMEBOKS_TIE_H

#include "hall/hall.h"

/* How many pages TIE of VIEW needs. While it is open the last is that of the
 * lots; the others are as many as its rows fill, one for seven and more. */
int tie_pages(struct ui *ui, const struct hall_view *view,
	      const struct hall_tie *tie);

/* TIE in a short sentence of the words' language. Static. */
const char *tie_line(const struct hall_tie *tie);

/* Draws PAGE of them, 0 first: pot, votes and money left above, the rows of
 * number, short title and cost, and below what the order decides. Once settled:
 * how, in which order, or what each gets. */
void tie_draw(struct ui *ui, const struct hall_view *view,
	      const struct hall_tie *tie, int page);

#endif
