/* photo.h - what the first bytes of a picture file say, before it is decoded.
 */
#ifndef STEMMEBOKS_PHOTO_H
#define STEMMEBOKS_PHOTO_H

#include <stdbool.h>
#include <stddef.h>

/* How the picture lies in the file: the values 1..8 of Exif 2.3, tag 0x0112
 * "Orientation", less one. From PHOTO_TRANSPOSED on, width is height. */
enum photo_turn {
	PHOTO_UPRIGHT,
	PHOTO_MIRRORED,
	PHOTO_UPSIDE_DOWN,
	PHOTO_FLIPPED,
	PHOTO_TRANSPOSED,
	PHOTO_TURNED_RIGHT, /* to be turned a quarter to the right */
	PHOTO_TRANSVERSED,
	PHOTO_TURNED_LEFT,
	PHOTO_TURNS
};

struct photo {
	int w, h; /* px as stored */
	enum photo_turn turn;
};

/* Reads the head of a PNG (ISO/IEC 15948) or JPEG (ITU T.81, Exif 2.3) file of
 * SIZE bytes. False, *ret_photo untouched, when it is neither or is cut off. */
bool photo_read(const unsigned char *bytes, size_t size,
		struct photo *ret_photo);

#endif
