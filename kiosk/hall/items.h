/* items.h - up to four numbered sentences under one another, as large as fits.
 */
#ifndef STEMMEBOKS_ITEMS_H
#define STEMMEBOKS_ITEMS_H

#include "hall/hall.h"
#include "ui/draw.h"

enum { ITEMS_MOST = 4 }; /* UX.md a3 */

struct items {
	int count;
	char text[ITEMS_MOST][HALL_LINE];
};

/* The lines of TEXT; what is more goes into the last. */
void items_read(const char *text, struct items *ret_items);

/* Draws ITEMS from the top of RECT, with the air there is between them. */
void items_draw(struct ui *ui, struct rect rect, const struct items *items);

#endif
