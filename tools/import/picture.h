/* picture.h - whether a PNG or JPEG can be shown: decoded whole, then let go.
 */
#ifndef STEMMEBOKS_PICTURE_H
#define STEMMEBOKS_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

enum { PICTURE_PIXELS = 50000000 };

struct picture {
	int width, height; /* in pixels */
	bool turned; /* a note in the file says it was taken with the camera
			turned; screens here show it as it lies */
};

/* Decodes the LENGTH bytes at BYTES, looking at its size first: nothing above
 * PICTURE_PIXELS is decoded. NULL when every pixel is there; else what is wrong
 * and what to do, a gettext key, and *ret_picture is untouched. */
const char *picture_check(const unsigned char *bytes, size_t length,
			  struct picture *ret_picture);

/* The parts of picture_check() for one format each. */
const char *picture_check_png(const unsigned char *bytes, size_t length,
			      struct picture *ret_picture);
const char *picture_check_jpeg(const unsigned char *bytes, size_t length,
			       struct picture *ret_picture);

/* Sentences that both formats use. */
extern const char picture_damaged[], picture_large[];

#endif
