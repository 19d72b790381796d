/* inside.h - what the files of ui/ share; no other layer includes it. */
#ifndef STEMMEBOKS_INSIDE_H
#define STEMMEBOKS_INSIDE_H

#include <SDL.h>

#include "ui/cache.h"
#include "ui/font.h"
#include "ui/list.h"
#include "ui/widget.h"

#define TARGET_NONE UINT32_MAX

enum { POINTER_QUEUE = 64, POINTER_FINGERS = 10, BUTTON_RADIUS = 8 };

enum pointer_act { POINTER_DOWN, POINTER_MOVE, POINTER_UP, POINTER_KEY };

struct pointer_event {
	enum pointer_act act;
	int x, y; /* px */
};

/* Who holds the one pointer: its other events are somebody else's. */
enum pointer_source { SOURCE_NONE, SOURCE_FINGER, SOURCE_MOUSE };

struct pointer {
	struct pointer_event queue[POINTER_QUEUE];
	int first, count;
	enum pointer_source source;
	SDL_TouchID touch;
	SDL_FingerID finger;
	int x, y;
	bool down;	    /* between a press and its release */
	bool began;	    /* in this frame */
	int down_x, down_y; /* where it began */
	uint32_t pressed;   /* the target the press began on */
	uint32_t held;	    /* the same while the pointer is over it */
	uint32_t activated; /* in this frame */
	int finger_count;   /* of those on the screen, also the others */
	struct {
		SDL_TouchID touch;
		SDL_FingerID finger;
	} fingers[POINTER_FINGERS];
};

struct focus {
	uint32_t id;
	bool visible;	  /* a key was used last, not a finger */
	bool met;	  /* a target of this frame has it */
	struct rect rect; /* of that one, mirrored */
};

struct targets {
	struct ui_target *items;
	int count, room;
};

/* What draw_grey() was given last. */
struct grey_shown {
	SDL_Texture *texture; /* NULL: none yet */
	int w, h;
	unsigned stamp;
	bool written; /* the texture holds the picture of STAMP */
	bool drawn;   /* in this frame */
};

/* What an inset puts aside. */
struct inset {
	int command; /* its place in the list */
	int w, h, top;
	double scale;
	bool rtl, enabled;
	const struct font_language *language;
	int clipped, missing, parted;
};

struct ui {
	SDL_Window *window;
	SDL_Renderer *renderer;
	struct fonts *fonts;
	struct cache *layouts; /* struct layout by text and shape */
	struct cache *lines;   /* struct picture by colour and a line's bytes */
	struct cache *shapes;  /* struct picture by struct shape_key */
	struct loader *loader; /* pictures from files */
	struct grey_shown grey;
	int width_px, height_px;
	int w, h; /* of the frame that is laid out, in u */
	int top;  /* u of the window above that frame */
	int zoom; /* thousandths */
	double scale, px_per_mm;
	bool fit, kiosk, rtl, enabled, reach;
	bool video, ttf;      /* started, to be ended */
	uint32_t image_event; /* SDL event type: a picture was read */
	enum ui_theme theme;
	const struct font_language *language; /* NULL: one without a row */
	uint64_t now_ms;
	struct list list, shown;
	struct targets targets, last;
	struct pointer pointer;
	struct focus focus;
	struct inset inset;
	bool dirty; /* the window lost its picture */
	int clipped, last_clipped;
	int missing, last_missing;
	int parted, last_parted;
};

/* A texture and where it lies against the place it is asked for. */
struct picture {
	SDL_Texture *texture; /* NULL: nothing to be seen */
	int w, h;
	int top; /* px above the place */
};

/* Starts SDL for UI. STATUS_DISPLAY or STATUS_MEMORY; window_close() all the
 * same. */
enum status window_start(struct ui *ui);

/* Opens the window and the renderer that OPTIONS ask for; SDL_GetError() tells
 * why it could not. */
bool window_open(struct ui *ui, const struct ui_options *options);

/* Closes what was opened and ends what was started, as far as that went. */
void window_close(struct ui *ui);

/* u to px, and a rectangle's edges so that neighbours meet. */
int ui_px(const struct ui *ui, int u);
SDL_Rect ui_px_rect(const struct ui *ui, struct rect rect);

/* The scale at which a projector's frame is W_PX wide. */
double ui_inset_scale(int w_px);

/* RECT as shown: from the window's top, mirrored when right to left. */
struct rect ui_mirror(const struct ui *ui, struct rect rect);

/* Measures the window again: after opening and after a change of size. */
void ui_measure(struct ui *ui);

bool type_bold(enum type type);

/* The size of TYPE in px at the present zoom. */
int type_size_px(const struct ui *ui, enum type type);

/* A line of TYPE: how high in u, and how far its base line is from its top, in
 * thousandths of u; 0: where it is when FONT_SANS stands in the middle. */
struct type_line {
	int height, base;
};

/* A line of TYPE whose letters need the room NEEDS, in the present language
 * and at the present zoom. */
struct type_line type_line_for(const struct ui *ui, enum type type,
			       struct ink needs);

/* How high one line of TEXT is in u. */
int text_line(struct ui *ui, const char *text, enum type type);

/* How wide TEXT is in u when it is broken at WIDTH, in the letters that it gets
 * in a place HEIGHT high. */
int text_extent(struct ui *ui, const char *text, enum type type, int width,
		int height);

/* Whether a word of TEXT is wider than WIDTH. */
bool text_parted(struct ui *ui, const char *text, enum type type, int width);

/* Draws the list LIST onto the renderer. */
void render_list(struct ui *ui, const struct list *list);

/* One step on through what the pointer did, at the start of a frame. */
void pointer_step(struct ui *ui);

/* Lets the next frame activate the target that has the focus. */
void pointer_key(struct ui *ui);

/* Adds a target; returns whether it was activated in this frame. */
bool target_add(struct ui *ui, uint32_t id, struct rect rect,
		const char *label);

/* The topmost of the last frame's targets at X, Y px; TARGET_NONE. */
uint32_t target_at(const struct ui *ui, int x, int y);

/* Moves the focus as the key says; false when the key is not for that. */
bool focus_key(struct ui *ui, const SDL_KeyboardEvent *key);

/* The ring round the target that has the focus. */
void focus_draw(struct ui *ui);

/* The frame is whole: a picture of draw_grey() that is not in it is
 * overwritten. */
void grey_end(struct ui *ui);

/* Overwrites and frees it. */
void grey_close(struct ui *ui);

/* Pictures are released by the caches. */
void picture_free(void *picture);

/* SURFACE (taken, may be NULL) as a picture in CACHE under KEY. */
struct picture *picture_put(struct ui *ui, struct cache *cache, const void *key,
			    size_t size, SDL_Surface *surface, int top);

#endif
