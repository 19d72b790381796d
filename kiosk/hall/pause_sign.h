/* pause_sign.h - the sign and the word for a break. */
#ifndef STEMMEBOKS_PAUSE_SIGN_H
#define STEMMEBOKS_PAUSE_SIGN_H

#include "ui/draw.h"

/* Draws both in the upper part of *BODY and cuts them off its top: what follows
 * goes below. */
void pause_sign_draw(struct ui *ui, struct rect *body);

#endif
