/* address.h - where to read on: for phones a code, for eyes the words. */
#ifndef STEMMEBOKS_ADDRESS_H
#define STEMMEBOKS_ADDRESS_H

#include "ui/draw.h"

/* URL without its "https://", as people say it. Points into URL. */
const char *address_shown(const char *url);

enum {
	ADDRESS_SIDE = 416, /* of the code with its quiet zone */
	/* So large that the code alone is 400 u or more (UX.md a3, P0),
	 * whatever its version: the least of what a text of up to 200 bytes
	 * needs. */
	ADDRESS_LARGE = 534,
	/* What the quiet zone of a large code reaches out of its place. */
	ADDRESS_OUT = 40,
};

/* Draws URL's code in the upper end corner of *RECT and narrows *RECT to what
 * is beside it. Nothing when URL is "". */
void address_draw(struct ui *ui, struct rect *rect, const char *url);

/* The same as large as ADDRESS_LARGE; its quiet zone reaches out of *RECT. */
void address_draw_large(struct ui *ui, struct rect *rect, const char *url);

/* The same, below *RECT and under its start. */
void address_draw_below(struct ui *ui, const struct rect *rect,
			const char *url);

#endif
