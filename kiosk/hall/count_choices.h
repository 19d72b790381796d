/* count_choices.h - what a ballot chooses, line by line on its card; within
 * hall/ only. */
#ifndef STEMMEBOKS_COUNT_CHOICES_H
#define STEMMEBOKS_COUNT_CHOICES_H

#include "core/ballot.h"
#include "hall/hall.h"
#include "ui/draw.h"

enum {
	COUNT_CHOICE_GAP = 4,  /* below a line */
	COUNT_PILL_APART = 12, /* beside a number, or points */
};

/* A ballot being laid out: drawn, or only measured when DRAWN is false. */
struct count_card {
	struct ui *ui;
	const struct hall_view *view;
	const struct ballot *ballot;
	struct rect rest; /* what is still free */
	bool drawn;
};

/* TEXT in RECT, if drawn at all. */
void count_put_text(struct count_card *card, struct rect rect, const char *text,
		    enum type type, enum role role);

/* TEXT over the whole width of what is free, and GAP below it. */
void count_put_line(struct count_card *card, const char *text, enum type type,
		    enum role role, int gap);

/* The proposals [FIRST, END) that the ballot names, one below the other:
 * number, short title, and the points where ballots have more than a tick;
 * those of a pot that ranks in that order, with their places. */
void count_put_titles(struct count_card *card, int first, int end);

/* As many numbers of [FIRST, END) as there is room for, in columns, each with
 * the points beside it where ballots have more than a tick; then how many more.
 */
void count_put_numbers(struct count_card *card, int first, int end);

#endif
