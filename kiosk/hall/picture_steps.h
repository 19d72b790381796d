/* picture_steps.h - what to do to vote, in three pictures. */
#ifndef STEMMEBOKS_PICTURE_STEPS_H
#define STEMMEBOKS_PICTURE_STEPS_H

#include "ui/draw.h"

/* Three numbered cards side by side that fill RECT; rows in a narrow one. */
void picture_steps_draw(struct ui *ui, struct rect rect);

#endif
