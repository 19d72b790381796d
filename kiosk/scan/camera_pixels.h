/* camera_pixels.h - what a camera sends, as grey pictures. */
#ifndef STEMMEBOKS_CAMERA_PIXELS_H
#define STEMMEBOKS_CAMERA_PIXELS_H

#include <stdbool.h>
#include <stddef.h>

struct grey;

enum pixels_format {
	PIXELS_GREY,  /* a byte a pixel */
	PIXELS_YUYV,  /* two bytes a pixel, the first its light */
	PIXELS_MJPEG, /* a JPEG picture; its own size counts */
};

/* How the SIZE bytes at BYTES are to be read; line: bytes from row to row. */
struct pixels {
	enum pixels_format format;
	int width, height, line;
	const unsigned char *bytes;
	size_t size;
};

/* FRAME shows PIXELS afterwards. False when they are cut short, damaged or too
 * large, or memory is out; what FRAME shows is then not said. */
bool camera_pixels_read(const struct pixels *pixels, struct grey *frame);

#endif
