/* grey.h - a picture in shades of grey, as a camera saw it.
 *
 * It may show a slip, so its pixels are wiped, never just freed.
 */
#ifndef STEMMEBOKS_GREY_H
#define STEMMEBOKS_GREY_H

#include <stddef.h>

#include "core/status.h"

/* No side is longer: what claims to be is not a picture for us. */
enum { GREY_SIDE_MOST = 4096 };

/* HEIGHT rows of WIDTH pixels, 0 black to 255 white, each row STRIDE bytes
 * after the one before. A part of a picture is one too: pixels then points into
 * the whole. Zeroed: no picture. */
struct grey {
	int width, height, stride;
	unsigned char *pixels;
	size_t room; /* bytes that are ours at pixels; 0: someone else's */
};

/* Makes GREY a picture of WIDTH x HEIGHT (1..GREY_SIDE_MOST) without gaps
 * between rows, in the room it has if that is enough; what it shows is not
 * said. STATUS_MEMORY, and GREY is then as before. Free with grey_free(). */
enum status grey_size(struct grey *grey, int width, int height);

/* Overwrites what GREY shows; the room stays. */
void grey_wipe(struct grey *grey);

/* Wipes and frees; GREY is then zeroed. */
void grey_free(struct grey *grey);

/* WHOLE's part from X, Y, cut at its edges; nothing is copied. */
struct grey grey_part(const struct grey *whole, int x, int y, int width,
		      int height);

/* WHOLE at half its size, four pixels to one. STATUS_LIMIT when it has no
 * two pixels a side, STATUS_MEMORY. */
enum status grey_half(const struct grey *whole, struct grey *half);

/* PART at TIMES its size (2..4), made smoothly between pixels, its darkest
 * hundredth black and its lightest white, and edges sharpened: what helps a
 * reader when a module is only two or three pixels wide, or blurred.
 * STATUS_LIMIT when it would pass GREY_SIDE_MOST, STATUS_MEMORY. */
enum status grey_enlarge(const struct grey *part, int times,
			 struct grey *ret_large);

/* The middle square of FRAME as a mirror shows it, at most MOST pixels a side.
 * STATUS_MEMORY. */
enum status grey_mirror(const struct grey *frame, int most,
			struct grey *ret_square);

#endif
