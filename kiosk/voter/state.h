/* state.h - how much of a pot's choices is used: circles and "2 of 3 chosen".
 */
#ifndef STEMMEBOKS_STATE_H
#define STEMMEBOKS_STATE_H

#include "ui/draw.h"
#include "voter/voter.h"

/* Draws it for POT in the footer's middle. */
void state_draw(struct ui *ui, const struct voter_view *view, int pot);

#endif
