/* picture.h - a PNG or JPEG from anywhere, decoded whole. Only the organisers'
 * commands do this: what they make of it (picture_plain.h) needs no decoding.
 */
#ifndef STEMMEBOKS_PICTURE_H
#define STEMMEBOKS_PICTURE_H

#include <stddef.h>

enum {
	PICTURE_FILE_BYTES = 20000000, /* no larger file is read */
	PICTURE_PIXELS = 50000000,     /* no larger picture is decoded */
};

/* How a picture lies in its file: Exif 2.3, tag 0x0112 "Orientation". From
 * PICTURE_TRANSPOSED on, width is height. */
enum picture_turn {
	PICTURE_UPRIGHT = 1,
	PICTURE_MIRRORED,
	PICTURE_UPSIDE_DOWN,
	PICTURE_FLIPPED,
	PICTURE_TRANSPOSED,
	PICTURE_TURNED_RIGHT, /* to be turned a quarter to the right */
	PICTURE_TRANSVERSED,
	PICTURE_TURNED_LEFT,
};

struct picture {
	int width, height; /* in pixels, as stored */
	enum picture_turn turn;
	unsigned char *rows; /* red, green, blue, on white; free() */
};

/* Decodes the LENGTH bytes at BYTES, looking at the size first: nothing above
 * PICTURE_PIXELS is decoded. NULL when every pixel is there; else what is wrong
 * and what to do, a gettext key, and *ret_picture is untouched. */
const char *picture_decode(const unsigned char *bytes, size_t length,
			   struct picture *ret_picture);

/* The parts of picture_decode() for one format each. */
const char *picture_decode_png(const unsigned char *bytes, size_t length,
			       struct picture *ret_picture);
const char *picture_decode_jpeg(const unsigned char *bytes, size_t length,
				struct picture *ret_picture);

/* How wide PICTURE is when it stands upright. */
int picture_wide(const struct picture *picture);

/* Sentences that both formats use. */
extern const char picture_damaged[], picture_large[];

#endif
