/* layout.h - walks over a frame's touch targets and measures them. */
#ifndef STEMMEBOKS_TEST_LAYOUT_H
#define STEMMEBOKS_TEST_LAYOUT_H

#include <stdbool.h>

struct ui;

struct layout_rules {
	double px_per_mm; /* of the display that is stood for */
	double least_mm;  /* both width and height of every target */
	int gap;	  /* u between two targets */
	double gap_mm;	  /* or so many mm, if that is less; 0: only u */
};

enum { LAYOUT_FAULT = 256 };

/* Says in ret_fault what is wrong with the last frame, naming the targets, and
 * returns true when
 * - there is no target, or one reaches out of the window;
 * - a target is smaller than rules->least_mm;
 * - two overlap or are nearer than rules->gap; a target that lies wholly inside
 *   another drawn before it is on top of it and passes (buttons on a card);
 * - two have the same id;
 * - a text was cut (ui_clipped()). */
bool layout_fault(struct ui *ui, const struct layout_rules *rules,
		  char ret_fault[LAYOUT_FAULT]);

/* Fails the test with that fault. */
void layout_check(struct ui *ui, const struct layout_rules *rules);

#endif
