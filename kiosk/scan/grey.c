#include "scan/grey.h"

#include <assert.h>
#include <sodium/utils.h>
#include <stdlib.h>

enum status grey_size(struct grey *grey, int width, int height)
{
	size_t room = (size_t)width * (size_t)height;
	unsigned char *pixels;

	assert(width > 0 && width <= GREY_SIDE_MOST);
	assert(height > 0 && height <= GREY_SIDE_MOST);
	if (room > grey->room) {
		pixels = calloc(1, room);
		if (!pixels)
			return STATUS_MEMORY;
		grey_free(grey);
		grey->pixels = pixels;
		grey->room = room;
	}
	grey->width = grey->stride = width;
	grey->height = height;
	return STATUS_OK;
}

void grey_wipe(struct grey *grey)
{
	if (grey->room)
		sodium_memzero(grey->pixels, grey->room);
}

void grey_free(struct grey *grey)
{
	grey_wipe(grey);
	if (grey->room)
		free(grey->pixels);
	*grey = (struct grey){0};
}

struct grey grey_part(const struct grey *whole, int x, int y, int width,
		      int height)
{
	int left = x < 0 ? 0 : x, top = y < 0 ? 0 : y;
	int right = x + width, bottom = y + height;

	if (right > whole->width)
		right = whole->width;
	if (bottom > whole->height)
		bottom = whole->height;
	if (left >= right || top >= bottom)
		return (struct grey){0};
	return (struct grey){
	    .width = right - left,
	    .height = bottom - top,
	    .stride = whole->stride,
	    .pixels =
		whole->pixels + (size_t)top * (size_t)whole->stride + left,
	};
}

static unsigned char *row_of(const struct grey *grey, int y)
{
	return grey->pixels + (size_t)y * (size_t)grey->stride;
}

enum status grey_half(const struct grey *whole, struct grey *half)
{
	enum status status;

	if (whole->width < 2 || whole->height < 2)
		return STATUS_LIMIT;
	status = grey_size(half, whole->width / 2, whole->height / 2);
	if (status != STATUS_OK)
		return status;
	for (int y = 0; y < half->height; y++) {
		const unsigned char *a = row_of(whole, 2 * y);
		const unsigned char *b = row_of(whole, 2 * y + 1);
		unsigned char *to = row_of(half, y);

		for (int x = 0; x < half->width; x++)
			to[x] = (unsigned char)((a[2 * x] + a[2 * x + 1] +
						 b[2 * x] + b[2 * x + 1] + 2) /
						4);
	}
	return STATUS_OK;
}

enum status grey_mirror(const struct grey *frame, int most,
			struct grey *ret_square)
{
	int side = frame->width < frame->height ? frame->width : frame->height;
	int to_side = side < most ? side : most;
	int left = (frame->width - side) / 2, top = (frame->height - side) / 2;
	enum status status = grey_size(ret_square, to_side, to_side);

	if (status != STATUS_OK)
		return status;
	for (int y = 0; y < to_side; y++) {
		const unsigned char *from =
		    row_of(frame, top + y * side / to_side) + left;
		unsigned char *to = row_of(ret_square, y);

		for (int x = 0; x < to_side; x++)
			to[to_side - 1 - x] = from[x * side / to_side];
	}
	return STATUS_OK;
}
