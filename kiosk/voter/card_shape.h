/* card_shape.h - where the parts of a card stand, by the room it has. */
#ifndef STEMMEBOKS_CARD_SHAPE_H
#define STEMMEBOKS_CARD_SHAPE_H

#include "ui/draw.h"

struct card_shape {
	struct rect picture, title, cost, place, more, pick;
	struct rect body; /* what opens the proposal: all above the buttons */
	enum type title_type, cost_type, button_type;
	int number_h;
	bool one_line; /* cost and place share a line */
	bool roomy;    /* the summary stands between title and cost */
};

/* The shape of a card that fills RECT. */
struct card_shape card_shape(const struct ui *ui, struct rect rect);

#endif
