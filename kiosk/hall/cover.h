/* cover.h - what an organiser lays over a scene: black, a break, words. */
#ifndef STEMMEBOKS_COVER_H
#define STEMMEBOKS_COVER_H

#include "hall/hall.h"

/* Draws VIEW->cover over the scene that was just drawn, and the clock of a
 * pitch or of closing over that: a clock that was begun is never hidden (UX.md
 * a3). Nothing for COVER_NONE. The words' language is as before on return. */
void cover_draw(struct ui *ui, const struct hall_view *view);

#endif
