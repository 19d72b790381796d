/* review_row.h - a row of the review: a proposal that is chosen. */
#ifndef STEMMEBOKS_REVIEW_ROW_H
#define STEMMEBOKS_REVIEW_ROW_H

#include "ui/draw.h"
#include "voter/voter.h"

/* Whether the frame is so wide that rows and headings have all their parts side
 * by side. */
bool review_wide(const struct ui *ui);

/* Proposal INDEX in RECT, FORM_REVIEW_ROW_H high: its number, or its rank where
 * its pot ranks, its title, then cost, points or score where the title leaves
 * room. At the end a button takes it back, and where its pot ranks two give it
 * a better or a worse one; a score is changed elsewhere. */
void review_row_draw(struct ui *ui, const struct voter_view *view,
		     struct rect rect, int index, struct intent *ret_intent);

#endif
