/* paper_jpeg.h - a picture as small as it goes into a document. */
#ifndef STEMMEBOKS_PAPER_JPEG_H
#define STEMMEBOKS_PAPER_JPEG_H

#include <stddef.h>

struct pixels;

/* PIXELS as a JPEG of the quality that paper shows; the caller frees. NULL
 * without memory. */
unsigned char *paper_jpeg(const struct pixels *pixels, size_t *ret_length);

#endif
