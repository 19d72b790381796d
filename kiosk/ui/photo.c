#include "ui/photo.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

enum {
	EXIF_ORIENTATION = 0x0112,
	EXIF_ENTRY = 12, /* bytes of one entry */
	JPEG_EXIF = 0xE1,
	JPEG_SCAN = 0xDA,
};

static uint32_t big(const unsigned char *bytes, int count)
{
	uint32_t value = 0;

	for (int i = 0; i < count; i++)
		value = value << 8 | bytes[i];
	return value;
}

static uint32_t little(const unsigned char *bytes, int count)
{
	uint32_t value = 0;

	for (int i = count - 1; i >= 0; i--)
		value = value << 8 | bytes[i];
	return value;
}

static bool read_png(const unsigned char *bytes, size_t size,
		     struct photo *ret_photo)
{
	static const unsigned char HEAD[16] = {137, 'P', 'N', 'G', 13, 10,
					       26,  10,	 0,   0,   0,  13,
					       'I', 'H', 'D', 'R'};
	uint32_t w, h;

	if (size < 24 || memcmp(bytes, HEAD, sizeof(HEAD)) != 0)
		return false;
	w = big(bytes + 16, 4);
	h = big(bytes + 20, 4);
	if (w > INT_MAX || h > INT_MAX)
		return false;
	*ret_photo = (struct photo){(int)w, (int)h, PHOTO_UPRIGHT};
	return true;
}

/* The orientation in the TIFF structure of SIZE bytes that Exif is. */
static enum photo_turn read_tiff(const unsigned char *tiff, size_t size)
{
	uint32_t (*number)(const unsigned char *, int);
	size_t at, entries;

	if (size < 8 ||
	    (memcmp(tiff, "II", 2) != 0 && memcmp(tiff, "MM", 2) != 0))
		return PHOTO_UPRIGHT;
	number = tiff[0] == 'I' ? little : big;
	at = number(tiff + 4, 4);
	if (at > size || size - at < 2)
		return PHOTO_UPRIGHT;
	entries = number(tiff + at, 2);
	for (at += 2; entries > 0 && size - at >= EXIF_ENTRY; entries--) {
		uint32_t value = number(tiff + at + 8, 2);

		if (number(tiff + at, 2) == EXIF_ORIENTATION)
			return value >= 1 && value <= PHOTO_TURNS
				   ? (enum photo_turn)(value - 1)
				   : PHOTO_UPRIGHT;
		at += EXIF_ENTRY;
	}
	return PHOTO_UPRIGHT;
}

/* SOF0..SOF15 without DHT, JPG and DAC: the segments that hold the size. */
static bool is_frame(unsigned marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
	       marker != 0xC8 && marker != 0xCC;
}

static bool read_jpeg(const unsigned char *bytes, size_t size,
		      struct photo *ret_photo)
{
	enum photo_turn turn = PHOTO_UPRIGHT;
	size_t at = 2;

	if (size < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
		return false;
	while (size - at >= 4 && bytes[at] == 0xFF) {
		unsigned marker = bytes[at + 1];
		size_t length;

		if (marker == 0xFF) { /* fill byte */
			at++;
			continue;
		}
		length = big(bytes + at + 2, 2);
		if (marker == JPEG_SCAN || length < 2 || length > size - at - 2)
			return false;
		if (is_frame(marker) && length >= 7) {
			*ret_photo =
			    (struct photo){(int)big(bytes + at + 7, 2),
					   (int)big(bytes + at + 5, 2), turn};
			return true;
		}
		if (marker == JPEG_EXIF && length >= 8 &&
		    memcmp(bytes + at + 4, "Exif\0", 6) == 0)
			turn = read_tiff(bytes + at + 10, length - 8);
		at += 2 + length;
	}
	return false;
}

bool photo_read(const unsigned char *bytes, size_t size,
		struct photo *ret_photo)
{
	return read_png(bytes, size, ret_photo) ||
	       read_jpeg(bytes, size, ret_photo);
}
