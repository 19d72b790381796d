/* slip_font.h - text on paper, set with our own fonts and no others.
 *
 * The machine's fonts and their settings are not looked at: the same text is
 * the same bytes of PDF everywhere. All positions and sizes are in points (1/72
 * inch); MM() turns millimetres into them.
 */
#ifndef STEMMEBOKS_SLIP_FONT_H
#define STEMMEBOKS_SLIP_FONT_H

#include <stdbool.h>

#include <cairo.h>

#include "core/status.h"

#define MM(mm) ((mm)*72.0 / 25.4)

struct slip_font;

enum slip_align { SLIP_START, SLIP_CENTRE, SLIP_END };

/* One paragraph: where its box begins, how wide it is and how it is set. */
struct slip_text {
	double x, y;   /* top left corner of the box */
	double width;  /* lines break here */
	double height; /* text that does not fit ends in "…"; 0: one line;
			  below 0: as many lines as it takes */
	double size;
	bool bold;
	enum slip_align align;
};

/* A row of digits and capitals, glyph by glyph: what differs on every slip is
 * not laid out anew. */
struct slip_symbols;

/* The fonts in FOLDER (place_find("fonts")). Free with slip_font_free().
 * STATUS_FILE_MISSING when it holds none, STATUS_MEMORY. */
enum status slip_font_open(const char *folder, struct slip_font **ret_font);

/* Takes NULL. */
void slip_font_free(struct slip_font *font);

/* How many characters drawn so far are in none of the fonts and stand as empty
 * boxes. */
int slip_font_missing(const struct slip_font *font);

/* Whether every character of TEXT is in our fonts. */
bool slip_font_has(struct slip_font *font, const char *text);

/* Draws TEXT (UTF-8) into BOX with the source colour of CR, whose user space is
 * points. Returns the height it took; the text starts at the box's top. */
double slip_text_draw(cairo_t *cr, struct slip_font *font,
		      const struct slip_text *box, const char *text);

/* The height and the width TEXT would take; either pointer may be NULL. */
void slip_text_measure(struct slip_font *font, const struct slip_text *box,
		       const char *text, double *ret_width, double *ret_height);

/* Digits and capitals in bold at SIZE points. Free with slip_symbols_free(),
 * before the font. STATUS_MEMORY. */
enum status slip_symbols_open(struct slip_font *font, double size,
			      struct slip_symbols **ret_symbols);

/* Takes NULL. */
void slip_symbols_free(struct slip_symbols *symbols);

/* Draws TEXT, at most 32 of 0-9 and A-Z, on the baseline at (X, Y). With WIDTH
 * above 0 it is set in groups of GROUP, and the gaps between the groups make it
 * exactly WIDTH wide. */
void slip_symbols_draw(cairo_t *cr, const struct slip_symbols *symbols,
		       const char *text, int group, double x, double y,
		       double width);

#endif
