/* address.h - where to read on: for phones a code, for eyes the words. */
#ifndef STEMMEBOKS_ADDRESS_H
#define STEMMEBOKS_ADDRESS_H

#include "ui/draw.h"

/* URL without its "https://", as people say it. Points into URL. */
const char *address_shown(const char *url);

/* Draws URL's code in the upper end corner of *RECT and narrows *RECT to what
 * is beside it. Nothing when URL is "". */
void address_draw(struct ui *ui, struct rect *rect, const char *url);

#endif
