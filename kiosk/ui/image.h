/* image.h - proposals' pictures from their files, read by a thread of their own
 * so that a screen never waits for one. */
#ifndef STEMMEBOKS_IMAGE_H
#define STEMMEBOKS_IMAGE_H

#include <SDL.h>

/* The picture in PATH (core/pixels.h) scaled to cover W by H px, cut to them
 * from its middle, its corners rounded by RADIUS px: ARGB with straight alpha.
 * NULL when the file is missing, is no such picture to the last byte, or its
 * SHA-256 is not HASH, unless that is NULL. Nothing is decoded. Any thread. */
SDL_Surface *image_read(const char *path, const unsigned char *hash, int w,
			int h, int radius);

#endif
