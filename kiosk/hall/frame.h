/* frame.h - the hall's frame: safe margins, and text that always fits. */
#ifndef STEMMEBOKS_FRAME_H
#define STEMMEBOKS_FRAME_H

#include "ui/draw.h"

enum {
	FRAME_MARGIN_X = 96, /* projectors cut edges off: UX.md a3 */
	FRAME_MARGIN_Y = 54,
	FRAME_LINE = 60, /* line height of the smallest text of the hall */
	FRAME_FOOT = 60, /* height of the foot */
	FRAME_FOOT_GAP = 16,
	FRAME_GAP = 24,
};

/* The whole frame; the part for a scene; the line at the bottom. */
struct rect frame_all(const struct ui *ui);
struct rect frame_body(const struct ui *ui);
struct rect frame_foot(const struct ui *ui);

/* The largest of the hall's bold types, from LARGEST down, in which TEXT fits
 * into WIDTH by HEIGHT; the smallest of them when none does. */
enum type frame_fit(struct ui *ui, const char *text, int width, int height,
		    enum type largest);

/* TEXT at the top of RECT in the type frame_fit() gives; returns its height. */
int frame_text(struct ui *ui, struct rect rect, const char *text,
	       enum type largest, enum role role, enum align align);

/* A width for TEXT in one line: on a grid, so that columns stand alike on
 * displays whose pixels round the letters differently. */
int frame_width(struct ui *ui, const char *text, enum type type);

/* Cuts HEIGHT off the top of *RECT and GAP below it; returns the part cut. */
struct rect frame_cut(struct rect *rect, int height, int gap);

#endif
