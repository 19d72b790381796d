/* paper_modules.h - the dark modules of QR codes as a bitmap: drawn as outlines
 * they take three times as long and five times the file. */
#ifndef STEMMEBOKS_PAPER_MODULES_H
#define STEMMEBOKS_PAPER_MODULES_H

#include <cairo.h>
#include <qrencode.h>

enum { MODULE_PIXELS = 4 }; /* a module's side in the bitmap */

/* An empty bitmap of so many pixels; cairo_surface_destroy(). Without memory
 * NULL. */
cairo_surface_t *modules_new(int width, int height);

/* Adds CODE to BITMAP with its corner, without quiet zone, at pixel (LEFT,
 * TOP); there is no other code beside it. */
void modules_add(cairo_surface_t *bitmap, const QRcode *code, int left,
		 int top);

/* Draws BITMAP at the origin of CR, where a unit is a pixel, in its source
 * colour; what is light stays as it was. A bitmap that is drawn again is in the
 * document once. */
void modules_draw(cairo_t *cr, cairo_surface_t *bitmap);

#endif
