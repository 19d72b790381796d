/* card.h - a proposal as residents see it: its number, picture, title, cost. */
#ifndef STEMMEBOKS_CARD_H
#define STEMMEBOKS_CARD_H

#include "ui/draw.h"
#include "voter/voter.h"

/* Proposal INDEX as a card in RECT: the body opens it, only the button votes.
 */
void card_draw(struct ui *ui, const struct voter_view *view, struct rect rect,
	       int index, struct intent *ret_intent);

/* Proposal INDEX's picture filling RECT, its number NUMBER_H u high at the top;
 * without a picture, the number alone fills a tinted box. */
void card_picture(struct ui *ui, const struct voter_view *view,
		  struct rect rect, int index, int number_h);

/* The number of a proposal as a badge HEIGHT u high at X, Y; returns its width.
 */
int card_number(struct ui *ui, int x, int y, int height, int number);

#endif
