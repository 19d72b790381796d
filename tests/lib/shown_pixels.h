/* shown_pixels.h - what a window shows, pixel by pixel. */
#ifndef STEMMEBOKS_TESTS_SHOWN_PIXELS_H
#define STEMMEBOKS_TESTS_SHOWN_PIXELS_H

#include <stdint.h>

struct ui;

/* A number for the pixels of the frame in UI, pictures read: the same for the
 * same pixels. */
uint64_t shown_pixels(struct ui *ui);

#endif
