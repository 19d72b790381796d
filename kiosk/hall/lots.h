/* lots.h - how lots are drawn before the room, step by step. */
#ifndef STEMMEBOKS_LOTS_H
#define STEMMEBOKS_LOTS_H

#include "hall/hall.h"

/* The page with the numbers of TIE, slips in a hat, and for a few proposals the
 * die; and who types what came out. */
void lots_draw(struct ui *ui, const struct hall_view *view,
	       const struct hall_tie *tie);

#endif
