/* ui.h - a window drawn in immediate mode: one list of commands per frame.
 *
 * Screens are functions that are called for every frame and say what is there;
 * widgets answer whether they were just activated. All measures are in u (UX.md
 * 0: 1 u = 1 px at 4 px/mm). The x axis runs from the start side: in a
 * right-to-left language the whole frame is mirrored here, not by the screens.
 * A frame whose list is the same as the last one's is not drawn again.
 *
 *	if (!ui_pending(ui) && SDL_WaitEventTimeout(&event, timeout_ms))
 *		do ui_event(ui, &event); while (SDL_PollEvent(&event));
 *	ui_begin(ui, now_ms); screen(ui, …); ui_end(ui);
 *
 * Knows nothing of meetings and votes.
 */
#ifndef STEMMEBOKS_UI_H
#define STEMMEBOKS_UI_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/status.h"
#include "ui/rect.h"

struct ui;
union SDL_Event;

enum { UI_ZOOM_USUAL = 1000 }; /* thousandths */

enum ui_theme { UI_LIGHT, UI_DARK, UI_CONTRAST, UI_THEMES };

/* How the window is laid out; by shape and size, never by device name. */
enum ui_form { UI_LANDSCAPE, UI_PORTRAIT, UI_TABLET };

/* A window on a desktop, in px; no width: the whole display instead. */
struct ui_window {
	int width_px, height_px;
	int x_px,
	    y_px; /* where it goes, when PLACED; else the desktop decides */
	bool placed;
};

struct ui_options {
	const char *title; /* window title, and the X11 class: the program */
	const char *fonts; /* folder with the font files */
	struct ui_window window;
	int display; /* index, 0 first */
	bool fullscreen;
	bool kiosk;	  /* nothing but touch, scanner and focus keys: window
			     manager keys and closing are ignored */
	bool cursor;	  /* show the mouse pointer */
	double px_per_mm; /* 0: 4, or 5.9 on a display under 1000 px high */
	bool fit; /* a projector: 1920 by 1080 u fill the window, whatever
		     its size; millimetres do not count */
};

/* Opens the window. STATUS_FILE_MISSING (a font), STATUS_MEMORY or
 * STATUS_DISPLAY (no display, none of that index, no window; SDL_GetError()
 * tells);
 * *ret_ui is then untouched. Free with ui_free(), which takes NULL. */
enum status ui_open(const struct ui_options *options, struct ui **ret_ui);
void ui_free(struct ui *ui);

/* Width and height of the window in u; the frame that screens lay out, which is
 * the whole window or its lowest part (ui_set_reach()); what of the window lies
 * above the frame, with a negative y, empty when nothing does; and the form of
 * the frame. */
void ui_size(const struct ui *ui, int *ret_w, int *ret_h);
struct rect ui_frame(const struct ui *ui);
struct rect ui_above(const struct ui *ui);
enum ui_form ui_form(const struct ui *ui);

/* From now on a u is ZOOM thousandths of the usual one: everything, buttons
 * too, grows, and the frame has the fewer u. Before the first thing drawn of a
 * frame; what is pressed stays pressed. UI_ZOOM_USUAL at first. */
void ui_set_zoom(struct ui *ui, int zoom);

/* Whether all that is touched must be within reach of somebody who sits or is
 * small: an upright window's frame is then its lowest 55 %. Any other keeps its
 * frame, and the screens have to see to it. Before the first thing drawn of a
 * frame; off at first. */
void ui_set_reach(struct ui *ui, bool reach);
bool ui_reach(const struct ui *ui);

/* Takes an SDL event; of touches only the first finger counts, the mouse acts
 * as one, a touch that SDL also reports as mouse counts once. Returns false
 * when it was nothing to the window (the caller may use it, e.g. scanner keys).
 */
bool ui_event(struct ui *ui, const union SDL_Event *event);

/* Whether another frame is due at once: press and release that came together
 * are shown one after the other, what an activated widget changed is shown too,
 * and a picture may have been read meanwhile. */
bool ui_pending(const struct ui *ui);

/* Forgets a press begun before: called when the screen changes under a finger.
 */
void ui_cancel_press(struct ui *ui);

/* Whether a finger is down inside RECT (in u), where it also began: for what is
 * hidden and no target. */
bool ui_held_in(const struct ui *ui, struct rect rect);

/* Whether a finger came down in this frame, and where, in u of the window. */
bool ui_came_down(const struct ui *ui, int *ret_x, int *ret_y);

/* How many fingers lie on the screen; a mouse is none. */
int ui_fingers(const struct ui *ui);

/* NOW_MS: a monotonic clock; animations count from it. */
void ui_begin(struct ui *ui, uint64_t now_ms);

/* Shows the frame if it differs from the last; returns whether it did. */
bool ui_end(struct ui *ui);

uint64_t ui_now_ms(const struct ui *ui);

void ui_set_theme(struct ui *ui, enum ui_theme theme);
void ui_set_rtl(struct ui *ui, bool rtl);

/* From now on texts are set in the fonts of LANGUAGE ("ur": Arabic letters in
 * Nastaliq) and type_line() is as high as these need; NULL changes nothing, and
 * a language without a row in font_language.def takes the fonts in their usual
 * order. Returns the language before the call, "" for one without a row;
 * static. For one line in another language:
 *
 *	const char *before = ui_set_language(ui, "ur");
 *	draw_text(ui, …); ui_set_language(ui, before);
 *
 * Says nothing of the direction: ui_set_rtl(). */
const char *ui_set_language(struct ui *ui, const char *language);

/* A small picture of a projector within this frame, in the middle of RECT: up
 * to ui_inset_end() everything is laid out in 1920 by 1080 u as with
 * ui_options.fit, in the colours of THEME, and drawn as small as RECT asks.
 * Nothing in it can be touched, and it does not count in ui_clipped(),
 * ui_parted() and ui_missing(). Language, direction and what is enabled are
 * as before after it. Not within another. */
void ui_inset_begin(struct ui *ui, struct rect rect, enum ui_theme theme);
void ui_inset_end(struct ui *ui);

/* RECT, a part of INSIDE, so that INSIDE's parts stand as they do from left to
 * right in every language: keys and codes, which are never mirrored. */
struct rect ui_fixed(const struct ui *ui, struct rect inside, struct rect rect);

/* Widgets drawn while disabled show normally but take no touch nor focus: what
 * lies under an overlay. */
void ui_set_enabled(struct ui *ui, bool enabled);

/* The last frame's touch targets, in drawing order, for tests and the demo. */
struct ui_target {
	uint32_t id;
	struct rect rect; /* in px of the window, mirrored as shown */
	char label[64];	  /* cut at a character */
};
const struct ui_target *ui_targets(const struct ui *ui, int *ret_count);

/* The last frame's target that the keyboard is on; NULL after a finger. */
const struct ui_target *ui_focus(const struct ui *ui);

/* How many texts of the last frame were cut for want of room; in how many a
 * word was parted because it was wider than its line. */
int ui_clipped(const struct ui *ui);
int ui_parted(const struct ui *ui);

/* How many characters of the last frame no font has: empty boxes were drawn. */
int ui_missing(const struct ui *ui);

/* px per u, as zoomed. */
double ui_scale(const struct ui *ui);

/* How many u are MM millimetres on this display, by ui_options.px_per_mm: where
 * nobody measured it, about. */
int ui_mm(const struct ui *ui, int mm);

/* The last frame's draw list as text, one command a line: the golden form. */
void ui_dump(const struct ui *ui, FILE *out);

/* The last frame's pixels as PNG. STATUS_FILE_WRITE. */
enum status ui_screenshot(struct ui *ui, const char *path);

#endif
