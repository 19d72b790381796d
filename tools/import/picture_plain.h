/* picture_plain.h - a decoded picture into the file that screens show. */
#ifndef STEMMEBOKS_PICTURE_PLAIN_H
#define STEMMEBOKS_PICTURE_PLAIN_H

#include <stddef.h>

struct picture;

/* PICTURE upright, no side longer than PIXELS_SIDE (what is larger is shrunk:
 * each pixel the mean of those it covers), as the bytes of a file
 * (core/pixels.h): the caller frees. NULL without memory. */
unsigned char *picture_plain(const struct picture *picture, size_t *ret_length);

#endif
