/* review_foot.h - what stands below the rows of the review: the ways on. */
#ifndef STEMMEBOKS_REVIEW_FOOT_H
#define STEMMEBOKS_REVIEW_FOOT_H

#include <stdbool.h>

struct ui;
struct intent;

/* How far the resident has come through the pages of the review. */
struct review_pages {
	int shown; /* 0 first */
	int count;
	bool seen; /* all of them, this one with them */
};

/* The button back to the choices and the one way on: to the rest of the review
 * until all of it was seen, then the cast, beside a sentence that it cannot be
 * changed. The cast stands where no button of this or another screen stood, so
 * that a tap too many never casts. */
void review_foot_draw(struct ui *ui, const struct review_pages *pages,
		      struct intent *ret_intent);

/* That sentence where it has too little room beside the cast and is to be the
 * screen's title; else NULL. */
const char *review_foot_title(struct ui *ui, const struct review_pages *pages);

#endif
