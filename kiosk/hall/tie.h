/* tie.h - the pages of a tie that lots settle: who ties, and for what. */
#ifndef STEMMEBOKS_TIE_H
#define STEMMEBOKS_TIE_H

#include "hall/hall.h"

/* How many pages TIE of VIEW needs: one for seven proposals and more. */
int tie_pages(struct ui *ui, const struct hall_view *view,
	      const struct hall_tie *tie);

/* Draws PAGE of them, 0 first: pot, votes and money left above, the rows of
 * number, short title and cost, and below what the order decides. */
void tie_draw(struct ui *ui, const struct hall_view *view,
	      const struct hall_tie *tie, int page);

#endif
