/* readable.h - from how far away the hall's words can be read.
 *
 * Two rules of UX.md (a3). Letters: a capital of so many millimetres is clear
 * at 0.4 times as many metres. Seats: the farthest viewer sits at six times the
 * image's height, at eight at most.
 *
 * IMAGE_HEIGHT_MM is the height on the wall of an image of 16 : 9, which the
 * hall's frame of 1920 by 1080 u fills; of another shape, that of the part of
 * it that is 16 : 9.
 */
#ifndef STEMMEBOKS_READABLE_H
#define STEMMEBOKS_READABLE_H

#include "ui/draw.h"

enum {
	READABLE_SEAT_TIMES = 6, /* image heights: the stricter guidance */
	READABLE_SEAT_TIMES_MOST = 8,
	READABLE_METRES_PERMILLE = 400, /* metres per mm of a capital */
	READABLE_CAP_PERMILLE = 714,	/* Noto Sans: a capital's part of the
					   size */
};

/* The height of a capital of TYPE on the wall, in mm, rounded down. */
int readable_cap_mm(int image_height_mm, enum type type);

/* How far away TYPE can be read, in mm: the rule of letters alone. */
int readable_seat_mm(int image_height_mm, enum type type);

/* The farthest seat in mm: TIMES image heights (READABLE_SEAT_TIMES or
 * READABLE_SEAT_TIMES_MOST), or nearer when the hall's smallest words cannot be
 * read from there. */
int readable_farthest_mm(int image_height_mm, int times);

#endif
