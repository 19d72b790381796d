/* frame.h - the hall's frame: safe margins, and text that always fits. */
#ifndef STEMMEBOKS_FRAME_H
#define STEMMEBOKS_FRAME_H

#include <stdbool.h>

#include "ui/draw.h"

enum {
	FRAME_MARGIN_X = 96, /* projectors cut edges off: UX.md a3 */
	FRAME_MARGIN_Y = 54,
	FRAME_LINE = 60, /* line height of the smallest text of the hall */
	FRAME_FOOT = 60, /* height of the foot */
	FRAME_FOOT_UPRIGHT = 136, /* two lines with an edge around them */
	FRAME_FOOT_GAP = 16,
	FRAME_GAP = 24,
	FRAME_HEADING = 120, /* two lines of the smallest type */
};

/* Whether the frame is higher than wide: too narrow for words beside words. */
bool frame_upright(const struct ui *ui);

/* The part of the frame for a scene; the line at the bottom. */
struct rect frame_body(const struct ui *ui);
struct rect frame_foot(const struct ui *ui);

/* The largest of the hall's bold types, from LARGEST down, in which TEXT fits
 * into WIDTH by HEIGHT and no word is parted; the smallest of them when there
 * is none. */
enum type frame_fit(struct ui *ui, const char *text, int width, int height,
		    enum type largest);

/* TEXT at the top of RECT in the type frame_fit() gives, its lines even where
 * they begin alike; returns its height. */
int frame_text(struct ui *ui, struct rect rect, const char *text,
	       enum type largest, enum role role, enum align align);

/* TEXT midway in RECT, likewise. */
void frame_text_middle(struct ui *ui, struct rect rect, const char *text,
		       enum type largest, enum role role, enum align align);

/* The height to keep for TITLE over WIDTH: FRAME_HEADING, and in an upright
 * frame, which has the room, what all of its lines need. */
int frame_title_height(struct ui *ui, const char *title, int width);

/* A heading, as high as the first says for the same TITLE: FIGURE at the end of
 * RECT, and TITLE in the room it leaves; in an upright frame FIGURE below it.
 */
int frame_heading_height(struct ui *ui, const char *title);
void frame_heading(struct ui *ui, struct rect rect, const char *title,
		   const char *figure);

/* The least width, in coarse steps, at which TEXT is no higher than at WIDTH
 * and no word is parted: lines of about one length. */
int frame_balance(struct ui *ui, const char *text, enum type type, int width);

/* A width for TEXT in one line: on a grid, so that columns stand alike on
 * displays whose pixels round the letters differently. */
int frame_width(struct ui *ui, const char *text, enum type type);

#endif
