/* hall_strokes.h - the votes that a frame of the public count shows. */
#ifndef STEMMEBOKS_TESTS_HALL_STROKES_H
#define STEMMEBOKS_TESTS_HALL_STROKES_H

#include <stdint.h>

struct ui;

/* Strokes of the last frame: upright ones are drawn 4 by 40, those across as
 * stairs of 14 steps. */
int64_t hall_strokes(struct ui *ui);

/* The votes in the boxes of folded strokes: numbers in the middle of a panel
 * that are not bold, as a proposal's number is. */
int64_t hall_folded(struct ui *ui);

#endif
