/* ui_fixture.h - a window without a display, fingers, keys and a page to draw.
 */
#ifndef STEMMEBOKS_UI_FIXTURE_H
#define STEMMEBOKS_UI_FIXTURE_H

#include <SDL.h>

#include "ui/widget.h"

/* A screen: draws what is there; CONTEXT is the test's. */
typedef void page_draw(struct ui *ui, void *context);

/* Opens a window of W by H px on SDL's dummy display; 4 px/mm. */
struct ui *fixture_open(int w, int h);

/* The same with all options in the test's hand but fonts. */
struct ui *fixture_open_with(struct ui_options options);

/* One frame. */
void fixture_frame(struct ui *ui, page_draw *page, void *context);

/* Frames until nothing is pending; at least one. */
void fixture_settle(struct ui *ui, page_draw *page, void *context);

/* What SDL would report. X and Y in px. */
void finger(struct ui *ui, uint32_t type, int id, int x, int y);
void mouse(struct ui *ui, uint32_t type, uint32_t which, int x, int y);
bool key(struct ui *ui, SDL_Scancode scancode, uint16_t mod);

/* Where target ID lies in the last frame, in px; fails the test without one. */
SDL_Rect target_rect(struct ui *ui, uint32_t id);

/* The window as it is saved by ui_screenshot(); SDL_FreeSurface(). */
SDL_Surface *fixture_picture(struct ui *ui);

/* A group's set-up and tear-down: *state is the struct fonts of our fonts. */
int fonts_set_up(void **state);
int fonts_tear_down(void **state);

#endif
