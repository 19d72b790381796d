/* slip_picture.h - what to do with a slip, in three pictures. */
#ifndef STEMMEBOKS_SLIP_PICTURE_H
#define STEMMEBOKS_SLIP_PICTURE_H

#include <cairo.h>

enum slip_picture {
	SLIP_PICTURE_TAKE,   /* a hand with a slip */
	SLIP_PICTURE_SHOW,   /* the slip's code in front of the screen */
	SLIP_PICTURE_CHOOSE, /* proposals, one of them ticked */
	SLIP_PICTURE_COUNT
};

/* Draws every picture as lines in the source colour of CR: picture I into the
 * square of SIDE with its top left corner at (X[I], Y[I]). */
void slip_pictures_draw(cairo_t *cr, const double x[SLIP_PICTURE_COUNT],
			const double y[SLIP_PICTURE_COUNT], double side);

/* What PICTURE says, a gettext key of at most three words. Static. */
const char *slip_picture_text(enum slip_picture picture);

/* The path of a rectangle with round corners of RADIUS. */
void slip_round_path(cairo_t *cr, double x, double y, double width,
		     double height, double radius);

#endif
