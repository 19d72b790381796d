/* preview.h - what the camera sees, beside the steps of the attract screen. */
#ifndef STEMMEBOKS_PREVIEW_H
#define STEMMEBOKS_PREVIEW_H

#include <stdbool.h>

#include "ui/rect.h"

struct ui;
struct voter_view;

/* Draws the camera's picture at the end of *RECT, upright at its bottom, with
 * what to do in words where there is room for them; *RECT is then what is left.
 * Nothing without a camera, or where preview_above() shows it. */
void preview_draw(struct ui *ui, const struct voter_view *view,
		  struct rect *rect);

/* The same in the part of the window above a frame that stands within reach:
 * nothing there is touched. *RECT, inside it, is what is left. */
void preview_above(struct ui *ui, const struct voter_view *view,
		   struct rect *rect);

/* How a slip is held that the camera sees and cannot read (UX.md E1), over
 * RECT, instead of what else stands there. Returns whether there is one. */
bool preview_help(struct ui *ui, const struct voter_view *view,
		  struct rect rect);

#endif
