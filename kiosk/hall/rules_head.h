/* rules_head.h - what stands above every page of the scene RULES. */
#ifndef STEMMEBOKS_RULES_HEAD_H
#define STEMMEBOKS_RULES_HEAD_H

#include "hall/hall.h"

struct rect;

/* What a page is about: the rules of a pot, the example of it, or the rest. */
struct rules_part {
	int pot; /* -1: the rest */
	bool example;
};

/* The code of the rules of VIEW; NULL while they are a draft, whose code may
 * still become another. */
const char *rules_code(const struct hall_view *view);

/* Draws, if DRAWS, what this is, the code, and whose rules they are; and cuts
 * that off the top of *BODY. */
void rules_head(struct ui *ui, const struct hall_view *view,
		const struct rules_part *part, bool draws, struct rect *body);

#endif
