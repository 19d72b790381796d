/* line.h - one line of text, ready to draw: runs from left to right.
 *
 * A line is a flat string of bytes, so that it can stand in the draw list and
 * be its own key in the cache of drawn lines.
 */
#ifndef STEMMEBOKS_LINE_H
#define STEMMEBOKS_LINE_H

#include <stddef.h>

#include <SDL.h>

#include "ui/para.h"

struct line {
	unsigned char *bytes; /* as line_draw() reads them */
	size_t size;
	int width_px;
};

/* A piece of a line as it stands there, from left to right. */
struct line_run {
	int x_px;
	uint32_t script; /* ISO 15924 as four bytes */
	enum font font;
	bool rtl;
	size_t size;	  /* bytes of text */
	const char *text; /* as read, no NUL; in the line's bytes */
};

/* How wide the COUNT letters are in one line, in any order of directions. */
int line_measure(struct fonts *fonts, struct face face,
		 const struct letter *letters, int count);

/* The COUNT letters in the order in which they are seen. STATUS_MEMORY;
 * *ret_line is then untouched. Its bytes are the caller's to free. */
enum status line_make(struct fonts *fonts, struct face face,
		      const struct letter *letters, int count,
		      struct line *ret_line);

/* The next run of the line's SIZE bytes; *at is 0 for the first. False,
 * *ret_run untouched, when there is none. */
bool line_next(const unsigned char *bytes, size_t size, size_t *at,
	       struct line_run *ret_run);

/* The face that the line's bytes were made for. */
struct face line_face(const unsigned char *bytes);

/* Draws the line's SIZE bytes in COLOUR (0xRRGGBB) on nothing. *ret_top: how
 * many pixels the picture begins above a line of FONT_SANS alone, since other
 * fonts are higher. NULL when nothing is to be seen, or without memory. */
SDL_Surface *line_draw(struct fonts *fonts, const unsigned char *bytes,
		       size_t size, uint32_t colour, int *ret_top);

#endif
