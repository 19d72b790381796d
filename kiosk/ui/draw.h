/* draw.h - what a screen can draw: areas, words, pictures, signs. In u. */
#ifndef STEMMEBOKS_DRAW_H
#define STEMMEBOKS_DRAW_H

#include "ui/ui.h"

enum role {
#define ROLE(name, light, dark, contrast) ROLE_##name,
#include "ui/theme.def"
#undef ROLE
	ROLE_COUNT
};

enum type {
#define TYPE(name, size, line, bold) TYPE_##name,
#include "ui/type.def"
#undef TYPE
	TYPE_COUNT
};

enum icon {
#define ICON(name) ICON_##name,
#include "ui/icon.def"
#undef ICON
	ICON_COUNT
};

enum align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };

/* The colour of ROLE in THEME as 0xRRGGBB. */
uint32_t theme_colour(enum ui_theme theme, enum role role);

void draw_fill(struct ui *ui, struct rect rect, enum role role);

/* A rounded rectangle with an OUTLINE_W wide edge inside (0: none). */
void draw_panel(struct ui *ui, struct rect rect, int radius, enum role fill,
		enum role outline, int outline_w);

/* The whole frame dimmed: behind an overlay. */
void draw_shade(struct ui *ui);

/* Diagonal hatching: the second cue beside a colour. */
void draw_hatch(struct ui *ui, struct rect rect, enum role role);

/* A ring that is FRACTION (0..1000 thousandths) full, clockwise from the top.
 */
void draw_ring(struct ui *ui, struct rect rect, int fraction, int width,
	       enum role fill, enum role track);

void draw_icon(struct ui *ui, struct rect rect, enum icon icon, enum role role);

/* How high a line of TYPE is, in u, in the present language: what
 * a screen plans with before it knows the words. A text is set higher when one
 * of its scripts needs more, see text_height(). */
int type_line(const struct ui *ui, enum type type);

/* TEXT (UTF-8, any mix of scripts and directions) from the top of RECT, broken
 * into lines at most RECT.w wide; lines past max_lines or RECT.h are left out
 * and the last shown ends in "…". '\n' breaks. Returns the lines drawn. */
int draw_text(struct ui *ui, struct rect rect, const char *text, enum type type,
	      enum role role, enum align align);

/* The same, centred from top to bottom too. */
int draw_text_middle(struct ui *ui, struct rect rect, const char *text,
		     enum type type, enum role role, enum align align);

/* What is cut of a text counts in ui_clipped(). A word wider than a line is
 * parted between letters. At least one line is drawn, however low RECT is.
 *
 * ALIGN_START is the side where the screen's language begins, also for a text
 * of the other direction.
 *
 * How high TEXT is at WIDTH, and how wide its longest line is when not broken.
 */
int text_height(struct ui *ui, const char *text, enum type type, int width);
int text_width(struct ui *ui, const char *text, enum type type);

/* The same in a place HEIGHT high, which some letters are too high for: others
 * are taken there, and they may be wider. */
int text_width_in(struct ui *ui, const char *text, enum type type, int height);

/* How wide the widest word of TEXT is: in less, it would be parted. */
int text_word_width(struct ui *ui, const char *text, enum type type);

/* Whether TEXT in TYPE fits into WIDTH by HEIGHT: broken into lines; so that no
 * word is parted either; in one line, whatever HEIGHT. */
bool text_fits(struct ui *ui, const char *text, enum type type, int width,
	       int height);
bool text_fits_whole(struct ui *ui, const char *text, enum type type, int width,
		     int height);
bool text_fits_line(struct ui *ui, const char *text, enum type type, int width,
		    int height);

/* The types a text may have, from the largest down, and when it fits. */
struct ladder {
	const enum type *types;
	int count;
	bool (*fits)(struct ui *ui, const char *text, enum type type, int width,
		     int height);
};

/* The first type of LADDER from LARGEST on (the smallest when it is none of
 * them) in which TEXT fits into WIDTH by HEIGHT; the smallest when none does.
 */
enum type text_fit(struct ui *ui, const char *text, const struct ladder *ladder,
		   enum type largest, int width, int height);

/* Where page PAGE (0 first) of TEXT begins when a page is WIDTH by HEIGHT: a
 * byte offset into TEXT, or -1 past the last page. The bytes from there to the
 * next page's beginning, drawn in that size, show whole. */
int text_page(struct ui *ui, const char *text, enum type type, int width,
	      int height, int page);

/* The picture in file PATH (core/pixels.h) filling RECT, cut to its shape,
 * corners rounded; the sign ICON_PICTURE on a surface when PATH is "", cannot
 * be read or is not what has the SHA-256 HASH (32 bytes, copied; NULL for any).
 * Read once, at the size shown. */
void draw_image(struct ui *ui, struct rect rect, const char *path,
		const unsigned char *hash);

/* A picture that changes all the time, as a camera's, filling RECT: W by H
 * PIXELS, row by row, 0 black to 255 white, borrowed for the call. They are
 * looked at only when STAMP is another than the last time; it must then be one
 * that was never given. One such picture a frame; it is overwritten in the
 * first frame without it. Not mirrored by the direction of the language. */
void draw_grey(struct ui *ui, struct rect rect, const unsigned char *pixels,
	       int w, int h, unsigned stamp);

/* A QR code of TEXT with its quiet zone, black on white in every theme. */
void draw_qr(struct ui *ui, struct rect rect, const char *text);

#endif
