/* marks.h - votes as strokes in fives, the fifth across, as on a blackboard.
 *
 * Where the strokes of the most voted would not fit, full bundles of them fold
 * into a box with their number, and the strokes begin anew beside it.
 */
#ifndef STEMMEBOKS_MARKS_H
#define STEMMEBOKS_MARKS_H

#include "ui/draw.h"

enum { MARKS_HEIGHT = 40 };

/* The same for all rows and the whole of a count, so that nothing jumps. */
struct marks {
	int bundle; /* strokes that fold into the box at a time; 0: none do */
	int box_w;  /* 0 without a box */
};

/* How to draw up to MOST votes in WIDTH, which is marks_least() or more. */
struct marks marks_plan(struct ui *ui, int width, int64_t most);

/* The width in which any number of votes can be drawn, with its box. */
int marks_least(struct ui *ui, int64_t most);

/* VOTES in the middle of RECT's height, from its start. */
void marks_draw(struct ui *ui, struct rect rect, struct marks marks,
		int64_t votes);

#endif
