/* attract_steps.h - how one votes, in pictures: on the screen that waits. */
#ifndef STEMMEBOKS_ATTRACT_STEPS_H
#define STEMMEBOKS_ATTRACT_STEPS_H

struct rect;
struct ui;

/* Draws the steps of voting_step.def into RECT: side by side, one below the
 * other on an upright screen, as lines where it is low. */
void attract_steps(struct ui *ui, struct rect rect);

#endif
