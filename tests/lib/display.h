/* display.h - the displays that UX.md is written for, without a screen, and a
 * finger on what they show. */
#ifndef STEMMEBOKS_TESTS_DISPLAY_H
#define STEMMEBOKS_TESTS_DISPLAY_H

#include "ui/ui.h"

enum { DISPLAYS = 3 };

extern const struct display {
	const char *name;
	int width_px, height_px;
	double px_per_mm;
} displays[DISPLAYS];

/* A window as OPTIONS say on SDL's dummy display, with the fonts of the tree;
 * words come from the catalogues of the build. Free with ui_free(). */
struct ui *display_window(struct ui_options options);

/* One that fills displays[DISPLAY]. */
struct ui *display_open(int display);

/* The target ID of the last frame; NULL when it has none. */
const struct ui_target *display_find(const struct ui *ui, uint32_t id);

/* Presses on the middle of TARGET and lets go. */
void display_touch(struct ui *ui, const struct ui_target *target);

#endif
