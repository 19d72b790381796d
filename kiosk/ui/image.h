/* image.h - pictures from files, read by a thread of their own so that a screen
 * never waits for a camera's large photo. */
#ifndef STEMMEBOKS_IMAGE_H
#define STEMMEBOKS_IMAGE_H

#include <stdbool.h>

#include <SDL.h>

enum {
	IMAGE_BYTES = 20 * 1000 * 1000,	 /* largest file read */
	IMAGE_PIXELS = 50 * 1000 * 1000, /* largest picture decoded */
};

/* The picture in PATH scaled to cover W by H px, cut to them from its middle,
 * turned as its camera says, its corners rounded by RADIUS px: ARGB with
 * straight alpha. Read are PNG and JPEG. NULL when the file is missing, too
 * large, damaged or another kind. Any thread. */
SDL_Surface *image_read(const char *path, int w, int h, int radius);

#endif
