/* score.h - one proposal a page, and a button for each score it can get. */
#ifndef STEMMEBOKS_SCORE_H
#define STEMMEBOKS_SCORE_H

#include "ui/draw.h"
#include "voter/voter.h"

/* Draws proposal INDEX and the scores in RECT. */
void score_draw(struct ui *ui, const struct voter_view *view, struct rect rect,
		int index, struct intent *ret_intent);

#endif
