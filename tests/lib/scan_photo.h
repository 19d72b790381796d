/* scan_photo.h - photos of slips as a cheap camera takes them, made from
 * numbers: the same numbers give the same photo.
 *
 * A slip (A6 paper with its code, groups of symbols and lines of text) lies
 * before a table with a grain. It is seen through a pinhole, turned and tilted,
 * lit from one side, out of focus, moving, noisy, dim, and may be packed as a
 * JPEG picture.
 */
#ifndef STEMMEBOKS_TESTS_SCAN_PHOTO_H
#define STEMMEBOKS_TESTS_SCAN_PHOTO_H

#include "scan/grey.h"

struct slip;

struct photo_look {
	int width, height;
	double module_px;    /* one module of the code, at its middle */
	double turn_deg;     /* in the picture's plane */
	double tilt_deg;     /* the paper's right edge away from the camera */
	double lean_deg;     /* its lower edge away */
	double blur_px;	     /* out of focus: standard deviation */
	double moved_px;     /* while the shutter was open, sideways */
	double noise;	     /* standard deviation, of 255 */
	double light;	     /* white paper, of 255 */
	double shade;	     /* one side darker: 0 even .. 0.6 */
	double off_x, off_y; /* the code's middle from the picture's, px */
	int jpeg;	     /* quality; 0: not packed */
	unsigned seed;	     /* of noise and grain */
};

/* LOOK of CODE, 20 symbols; NULL: the table alone. ret_photo: zeroed or one
 * made before; free with grey_free(). Fails the test when memory is out. */
void photo_take(const struct photo_look *look, const char *code,
		struct grey *ret_photo);

/* A code of seed's own that is no other's, with the meeting's code "7K". */
void photo_slip(unsigned seed, struct slip *ret_slip);

#endif
