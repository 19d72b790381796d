/* pixels.h - a proposal's picture as `build` makes it: a head and plain rows.
 *
 * A file of this kind is a PPM (Netpbm, "P6") of one form only, so that any
 * program can show it and nothing in it needs decoding:
 *
 *   P6\n# stemmeboks 1\nWWWW HHHH\n255\n    32 bytes, width and height in
 *                                           four digits each
 *   WIDTH x HEIGHT x red, green, blue      top row first, a byte each
 *
 * and nothing before, between or after. */
#ifndef STEMMEBOKS_PIXELS_H
#define STEMMEBOKS_PIXELS_H

#include <stdbool.h>
#include <stddef.h>

#define PIXELS_ENDING ".ppm" /* of a file's name */

enum {
	PIXELS_HEAD = 32,
	/* No side is longer: a wall of 1920 by 1080 shows pictures 960 wide. */
	PIXELS_SIDE = 1280,
	PIXELS_BYTES = PIXELS_HEAD + 3 * PIXELS_SIDE * PIXELS_SIDE,
	PIXELS_HASH = 32,
};

struct pixels {
	int width, height; /* 1 to PIXELS_SIDE */
	const unsigned char *rows;
};

/* The head of a file of WIDTH by HEIGHT, 1 to PIXELS_SIDE each. */
void pixels_head(int width, int height, unsigned char ret_head[PIXELS_HEAD]);

/* The size in bytes of the file that begins with HEAD; 0 when none does. */
size_t pixels_size(const unsigned char head[PIXELS_HEAD]);

/* The picture in the SIZE bytes at BYTES, which it points into. False, and
 * *ret_pixels untouched, unless they are one to the last byte. */
bool pixels_read(const unsigned char *bytes, size_t size,
		 struct pixels *ret_pixels);

/* Whether the SHA-256 of the SIZE bytes at BYTES is HASH. */
bool pixels_match(const unsigned char *bytes, size_t size,
		  const unsigned char hash[PIXELS_HASH]);

#endif
