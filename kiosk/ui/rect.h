/* rect.h - rectangles in u, and how a screen parts them. */
#ifndef STEMMEBOKS_RECT_H
#define STEMMEBOKS_RECT_H

struct rect {
	int x, y, w, h;
};

/* RECT without MARGIN at every edge. */
struct rect rect_inset(struct rect rect, int margin);

/* Cuts HEIGHT off the top or the bottom of *RECT, and GAP beside it; returns
 * what was cut. */
struct rect rect_take_top(struct rect *rect, int height, int gap);
struct rect rect_take_bottom(struct rect *rect, int height, int gap);

/* The same at the start and the end side. */
struct rect rect_take_start(struct rect *rect, int width, int gap);
struct rect rect_take_end(struct rect *rect, int width, int gap);

/* Makes *RECT as large as it and OTHER together. */
void rect_join(struct rect *rect, struct rect other);

/* The WIDTH by HEIGHT in the middle of RECT. */
struct rect rect_middle(struct rect rect, int width, int height);

/* Cell INDEX (0 first, row by row) of a grid from the top of RECT: COLUMNS that
 * share its width with GAP_X between them, rows of HEIGHT with GAP_Y between.
 */
struct rect rect_cell(struct rect rect, int index, int columns, int height,
		      int gap_x, int gap_y);

#endif
