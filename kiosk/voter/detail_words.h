/* detail_words.h - a proposal's own words, a page at a time. */
#ifndef STEMMEBOKS_DETAIL_WORDS_H
#define STEMMEBOKS_DETAIL_WORDS_H

#include "ui/draw.h"
#include "voter/voter.h"

/* TEXT as it is parted into pages. The first page is lower than the others: a
 * summary stands above it; so low that no line fits, it has no words. */
struct detail_words {
	const char *text; /* borrowed */
	enum type type;
	int width, first_h, other_h;
};

/* How many pages there are, at least 1. */
int detail_words_pages(struct ui *ui, const struct detail_words *words);

/* Draws PAGE, 0 first, from the top of RECT. */
void detail_words_draw(struct ui *ui, const struct detail_words *words,
		       struct rect rect, int page);

/* The button in RECT that turns to the page after PAGE of PAGES, and from the
 * last to the first. */
void detail_words_more(struct ui *ui, struct rect rect, int page, int pages,
		       struct intent *ret_intent);

#endif
