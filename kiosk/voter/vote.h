/* vote.h - what votes for one proposal, by the type of its pot's ballot. */
#ifndef STEMMEBOKS_VOTE_H
#define STEMMEBOKS_VOTE_H

#include "ui/draw.h"
#include "voter/voter.h"

/* Draws it in RECT for proposal INDEX: a button that chooses it or takes it
 * back, that gives it the next rank, or the points with a button at each side.
 * Nothing where whole screens ask for a score. */
void vote_draw(struct ui *ui, const struct voter_view *view, struct rect rect,
	       int index, struct intent *ret_intent);

/* How wide vote_draw() wants it at least. */
int vote_width(struct ui *ui, const struct voter_view *view, int index);

/* The sign on the picture of a proposal that is chosen, SIZE u wide at X, Y: a
 * tick; its rank, points or score. */
void vote_sign(struct ui *ui, const struct voter_view *view, int x, int y,
	       int size, int index);

/* Whether anything was chosen for proposal INDEX. */
bool vote_given(const struct voter_view *view, int index);

#endif
