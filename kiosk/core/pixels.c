#include "core/pixels.h"

#include <assert.h>
#include <sodium/crypto_hash_sha256.h>
#include <stdio.h>
#include <string.h>

enum { WIDTH_AT = 18, HEIGHT_AT = 23, DIGITS = 4 };

void pixels_head(int width, int height, unsigned char ret_head[PIXELS_HEAD])
{
	char head[PIXELS_HEAD + 1];
	int size;

	assert(width > 0 && width <= PIXELS_SIDE);
	assert(height > 0 && height <= PIXELS_SIDE);
	size = snprintf(head, sizeof(head),
			"P6\n# stemmeboks 1\n%04d %04d\n255\n", width, height);
	assert(size == PIXELS_HEAD);
	(void)size;
	memcpy(ret_head, head, PIXELS_HEAD);
}

/* The four digits at TEXT, or 0. */
static int side_read(const unsigned char *text)
{
	int side = 0;

	for (int i = 0; i < DIGITS; i++) {
		if (text[i] < '0' || text[i] > '9')
			return 0;
		side = side * 10 + text[i] - '0';
	}
	return side <= PIXELS_SIDE ? side : 0;
}

/* A head is what pixels_head() writes of the sizes in it, byte for byte. */
static bool head_read(const unsigned char head[PIXELS_HEAD], int *ret_width,
		      int *ret_height)
{
	const int width = side_read(head + WIDTH_AT);
	const int height = side_read(head + HEIGHT_AT);
	unsigned char same[PIXELS_HEAD];

	if (width == 0 || height == 0)
		return false;
	pixels_head(width, height, same);
	if (memcmp(head, same, sizeof(same)) != 0)
		return false;
	*ret_width = width;
	*ret_height = height;
	return true;
}

size_t pixels_size(const unsigned char head[PIXELS_HEAD])
{
	int width, height;

	return head_read(head, &width, &height)
		   ? PIXELS_HEAD + 3 * (size_t)width * (size_t)height
		   : 0;
}

bool pixels_read(const unsigned char *bytes, size_t size,
		 struct pixels *ret_pixels)
{
	struct pixels pixels = {.rows = bytes + PIXELS_HEAD};

	if (size <= PIXELS_HEAD || size != pixels_size(bytes) ||
	    !head_read(bytes, &pixels.width, &pixels.height))
		return false;
	*ret_pixels = pixels;
	return true;
}

bool pixels_match(const unsigned char *bytes, size_t size,
		  const unsigned char hash[PIXELS_HASH])
{
	unsigned char found[PIXELS_HASH];

	crypto_hash_sha256(found, bytes, size);
	return memcmp(found, hash, sizeof(found)) == 0;
}
