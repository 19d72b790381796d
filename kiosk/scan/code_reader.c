#include "scan/code_reader.h"

#include <limits.h>
#include <sodium/utils.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <zbar.h>

#include "core/slip.h"
#include "scan/code_square.h"

enum {
	GREY_FOURCC = 0x30303859, /* "Y800", zbar's only format to scan */
	/* Enlarged so that a module of two pixels is read, and one of five,
	 * which needs it no longer, costs little. */
	SMALL_SIDE = 88,     /* three times */
	MIDDLE_SIDE = 200,   /* twice */
	MARGIN_PERCENT = 20, /* around a square: quiet zone and what was cut */
};

struct code_reader {
	zbar_image_scanner_t *scanner;
	zbar_image_t *image;
	struct grey half, quarter, large;
};

enum status code_reader_new(struct code_reader **ret_reader)
{
	struct code_reader *reader = calloc(1, sizeof(*reader));

	if (!reader)
		return STATUS_MEMORY;
	reader->scanner = zbar_image_scanner_create();
	reader->image = zbar_image_create();
	if (!reader->scanner || !reader->image) {
		code_reader_free(reader);
		return STATUS_MEMORY;
	}
	zbar_image_scanner_request_dbus(reader->scanner, 0);
	zbar_image_scanner_set_config(reader->scanner, ZBAR_NONE,
				      ZBAR_CFG_ENABLE, 0);
	zbar_image_scanner_set_config(reader->scanner, ZBAR_QRCODE,
				      ZBAR_CFG_ENABLE, 1);
	zbar_image_set_format(reader->image, GREY_FOURCC);
	*ret_reader = reader;
	return STATUS_OK;
}

void code_reader_free(struct code_reader *reader)
{
	if (!reader)
		return;
	if (reader->image)
		zbar_image_destroy(reader->image);
	if (reader->scanner)
		zbar_image_scanner_destroy(reader->scanner);
	grey_free(&reader->half);
	grey_free(&reader->quarter);
	grey_free(&reader->large);
	free(reader);
}

/* How much room SYMBOL takes in the picture: its corners' box. */
static long symbol_area(const zbar_symbol_t *symbol)
{
	int left = INT_MAX, right = INT_MIN, top = INT_MAX, bottom = INT_MIN;
	unsigned count = zbar_symbol_get_loc_size(symbol);

	for (unsigned i = 0; i < count; i++) {
		int x = zbar_symbol_get_loc_x(symbol, i);
		int y = zbar_symbol_get_loc_y(symbol, i);

		left = x < left ? x : left;
		right = x > right ? x : right;
		top = y < top ? y : top;
		bottom = y > bottom ? y : bottom;
	}
	return count ? (long)(right - left) * (bottom - top) : 0;
}

/* What SYMBOL says is zbar's memory, used again for the next code; it is ours
 * to clear by then, though zbar hands it out to be read only. */
static void symbol_wipe(const zbar_symbol_t *symbol)
{
	const char *text = zbar_symbol_get_data(symbol);
	void *memory;

	memcpy(&memory, &text, sizeof(memory));
	sodium_memzero(memory, zbar_symbol_get_data_length(symbol));
}

static bool is_slip(const char *text, size_t length)
{
	struct slip slip;
	bool is = slip_parse(text, length, NULL, &slip) == STATUS_OK;

	sodium_memzero(&slip, sizeof(slip));
	return is;
}

static void line_set(struct scan_line *line, const char *text, size_t length)
{
	scan_line_wipe(line);
	for (size_t i = 0; i < length && i < SCAN_LINE_SYMBOLS; i++)
		scan_line_add(line, text[i]);
}

/* The best code among what zbar found, all of which is wiped. */
static bool take(const zbar_image_t *image, struct scan_line *ret_line)
{
	const zbar_symbol_t *symbol = zbar_image_first_symbol(image);
	long best = -1;

	for (; symbol; symbol = zbar_symbol_next(symbol)) {
		const char *text = zbar_symbol_get_data(symbol);
		size_t length = zbar_symbol_get_data_length(symbol);
		long worth = symbol_area(symbol);

		if (zbar_symbol_get_type(symbol) == ZBAR_QRCODE && length) {
			if (is_slip(text, length))
				worth += LONG_MAX / 2;
			if (worth > best) {
				line_set(ret_line, text, length);
				best = worth;
			}
		}
		symbol_wipe(symbol);
	}
	return best >= 0;
}

/* Tries GREY, whose rows have no gaps between them. */
static bool scan(struct code_reader *reader, const struct grey *grey,
		 struct scan_line *ret_line)
{
	bool found = false;

	zbar_image_set_size(reader->image, (unsigned)grey->width,
			    (unsigned)grey->height);
	zbar_image_set_data(
	    reader->image, grey->pixels,
	    (unsigned long)grey->width * (unsigned long)grey->height, NULL);
	if (zbar_scan_image(reader->scanner, reader->image) > 0)
		found = take(reader->image, ret_line);
	zbar_image_set_symbols(reader->image, NULL);
	zbar_image_set_data(reader->image, NULL, 0, NULL);
	return found;
}

/* Tries the part of GREY where SQUARE is, enlarged. */
static bool scan_square(struct code_reader *reader, const struct grey *grey,
			const struct code_square *square,
			struct scan_line *ret_line)
{
	int side =
	    square->width > square->height ? square->width : square->height;
	int margin = side * MARGIN_PERCENT / 100 + SQUARE_CELL;
	struct grey part =
	    grey_part(grey, square->x - margin, square->y - margin,
		      square->width + 2 * margin, square->height + 2 * margin);
	int times = side <= SMALL_SIDE ? 3 : 2;
	bool found;

	if (side > MIDDLE_SIDE ||
	    grey_enlarge(&part, times, &reader->large) != STATUS_OK)
		return false;
	found = scan(reader, &reader->large, ret_line);
	grey_wipe(&reader->large);
	return found;
}

/* Tries each place of GREY where a code seems to be. */
static enum code_seen scan_squares(struct code_reader *reader,
				   const struct grey *grey,
				   struct scan_line *ret_line)
{
	struct code_square squares[SQUARES_MOST];
	int count = 0;

	code_square_find(grey, squares, &count);
	for (int i = 0; i < count; i++)
		if (scan_square(reader, grey, &squares[i], ret_line))
			return CODE_READ;
	return count ? CODE_UNREAD : CODE_NONE;
}

/* Looks at GREY and, when nothing is read, at where in it a code seems to be.
 */
static enum code_seen scan_size(struct code_reader *reader,
				const struct grey *grey,
				struct scan_line *ret_line)
{
	return scan(reader, grey, ret_line)
		   ? CODE_READ
		   : scan_squares(reader, grey, ret_line);
}

enum code_seen code_reader_look(struct code_reader *reader,
				const struct grey *frame,
				struct scan_line *ret_line)
{
	const struct grey *sizes[] = {frame, &reader->half, &reader->quarter};
	enum code_seen seen = CODE_NONE;

	for (size_t i = 0; i < 3 && seen != CODE_READ; i++) {
		enum code_seen now;

		if (i && grey_half(sizes[i - 1],
				   i == 1 ? &reader->half : &reader->quarter) !=
			     STATUS_OK)
			break;
		now = scan_size(reader, sizes[i], ret_line);
		seen = now > seen ? now : seen;
	}
	grey_wipe(&reader->half);
	grey_wipe(&reader->quarter);
	return seen;
}
