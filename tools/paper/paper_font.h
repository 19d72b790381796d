/* paper_font.h - text on paper, set with our own fonts and no others.
 *
 * The machine's fonts and their settings are not looked at: the same text is
 * the same bytes of PDF everywhere. All positions and sizes are in points (1/72
 * inch); MM() turns millimetres into them.
 */
#ifndef STEMMEBOKS_PAPER_FONT_H
#define STEMMEBOKS_PAPER_FONT_H

#include <stdbool.h>

#include <cairo.h>

#include "core/status.h"

#define MM(mm) ((mm)*72.0 / 25.4)

struct paper_font;

enum paper_align { PAPER_START, PAPER_CENTRE, PAPER_END };

/* One paragraph: where its box begins, how wide it is and how it is set. */
struct paper_text {
	double x, y;   /* top left corner of the box */
	double width;  /* lines break here */
	double height; /* text that does not fit ends in "…"; 0: one line;
			  below 0: as many lines as it takes */
	double size;
	bool bold;
	enum paper_align align;
};

/* A row of digits and capitals, glyph by glyph: what differs on every slip is
 * not laid out anew. */
struct paper_symbols;

/* The fonts in FOLDER (place_find("fonts")), opened once and then kept until
 * the process ends: there is nothing to free. STATUS_FILE_MISSING when it holds
 * none, STATUS_MEMORY. */
enum status paper_font_open(const char *folder, struct paper_font **ret_font);

/* How many characters drawn since it was opened last are in none of the fonts
 * and stand as empty boxes. */
int paper_font_missing(const struct paper_font *font);

/* Whether every character of TEXT is in our fonts. */
bool paper_font_has(struct paper_font *font, const char *text);

/* Draws TEXT (UTF-8) into BOX with the source colour of CR, whose user space is
 * points. Returns the height it took; the text starts at the box's top. */
double paper_text_draw(cairo_t *cr, struct paper_font *font,
		       const struct paper_text *box, const char *text);

/* The height and the width TEXT would take; either pointer may be NULL. */
void paper_text_measure(struct paper_font *font, const struct paper_text *box,
			const char *text, double *ret_width,
			double *ret_height);

/* Digits and capitals in bold at SIZE points. Free with paper_symbols_free(),
 * before the font. STATUS_MEMORY. */
enum status paper_symbols_open(struct paper_font *font, double size,
			       struct paper_symbols **ret_symbols);

/* Takes NULL. */
void paper_symbols_free(struct paper_symbols *symbols);

/* Draws TEXT, at most 32 of 0-9 and A-Z, on the baseline at (X, Y). With WIDTH
 * above 0 it is set in groups of GROUP, and the gaps between the groups make it
 * exactly WIDTH wide. */
void paper_symbols_draw(cairo_t *cr, const struct paper_symbols *symbols,
			const char *text, int group, double x, double y,
			double width);

#endif
