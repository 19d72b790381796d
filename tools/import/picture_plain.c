#include "tools/import/picture_plain.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/pixels.h"
#include "tools/import/picture.h"

/* A side of PICTURE, as it lies, where the longer becomes PIXELS_SIDE. */
static int shrunk(const struct picture *picture, int side)
{
	const int longer =
	    picture->width > picture->height ? picture->width : picture->height;
	const int64_t half = longer / 2;

	if (longer <= PIXELS_SIDE)
		return side;
	side = (int)(((int64_t)side * PIXELS_SIDE + half) / longer);
	return side > 0 ? side : 1;
}

/* The part of pixel I of a line of FROM pixels that lies in pixel AT of the
 * same line cut into TO: of FROM parts of such a pixel. */
static int64_t overlap(int from, int to, int i, int at)
{
	const int64_t start = (int64_t)i * to, end = start + to;
	const int64_t first = (int64_t)at * from, last = first + from;

	return (end < last ? end : last) - (start > first ? start : first);
}

/* The mean of all that pixel X, Y of the picture covers when it is W by H. */
static void pixel_mean(const struct picture *picture, int w, int h, int x,
		       int y, unsigned char ret_pixel[3])
{
	const int64_t width = picture->width, height = picture->height;
	const int64_t all = width * height;
	int64_t sum[3] = {all / 2, all / 2, all / 2};

	for (int64_t j = y * height / h; j * h < (y + 1) * height; j++) {
		const int64_t high = overlap(picture->height, h, (int)j, y);
		int64_t i = x * width / w;
		const unsigned char *at = picture->rows + 3 * (j * width + i);

		for (; i * w < (x + 1) * width; i++, at += 3) {
			const int64_t part =
			    high * overlap(picture->width, w, (int)i, x);

			for (int k = 0; k < 3; k++)
				sum[k] += part * at[k];
		}
	}
	for (int k = 0; k < 3; k++)
		ret_pixel[k] = (unsigned char)(sum[k] / all);
}

/* Writes the rows as they stand upright; W by H is the size as it lies. */
static void rows_write(const struct picture *picture, int w, int h,
		       unsigned char *to)
{
	const enum picture_turn turn = picture->turn;
	const bool sideways = turn >= PICTURE_TRANSPOSED;
	const bool from_right =
	    turn == PICTURE_MIRRORED || turn == PICTURE_UPSIDE_DOWN ||
	    turn == PICTURE_TRANSVERSED || turn == PICTURE_TURNED_LEFT;
	const bool from_below =
	    turn == PICTURE_UPSIDE_DOWN || turn == PICTURE_FLIPPED ||
	    turn == PICTURE_TURNED_RIGHT || turn == PICTURE_TRANSVERSED;

	for (int y = 0; y < (sideways ? w : h); y++) {
		for (int x = 0; x < (sideways ? h : w); x++, to += 3) {
			const int across = sideways ? y : x;
			const int down = sideways ? x : y;

			pixel_mean(picture, w, h,
				   from_right ? w - 1 - across : across,
				   from_below ? h - 1 - down : down, to);
		}
	}
}

unsigned char *picture_plain(const struct picture *picture, size_t *ret_length)
{
	const int w = shrunk(picture, picture->width);
	const int h = shrunk(picture, picture->height);
	const bool sideways = picture->turn >= PICTURE_TRANSPOSED;
	const size_t length = PIXELS_HEAD + 3 * (size_t)w * (size_t)h;
	unsigned char *bytes = malloc(length);

	if (!bytes)
		return NULL;
	pixels_head(sideways ? h : w, sideways ? w : h, bytes);
	rows_write(picture, w, h, bytes + PIXELS_HEAD);
	*ret_length = length;
	return bytes;
}
