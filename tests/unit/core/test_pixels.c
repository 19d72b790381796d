/* Plain pictures: one form, to the last byte. */
#include <stdlib.h>
#include <string.h>

#include "core/pixels.h"
#include "tests/lib/cmocka_all.h"

/* As pixels.h says it, written by hand. */
static const char head[] = "P6\n# stemmeboks 1\n0004 0003\n255\n";

enum { SMALL = PIXELS_HEAD + 4 * 3 * 3 };

static void fill(unsigned char bytes[SMALL])
{
	memcpy(bytes, head, PIXELS_HEAD);
	for (int i = PIXELS_HEAD; i < SMALL; i++)
		bytes[i] = (unsigned char)i;
}

static bool reads(const unsigned char *bytes, size_t size)
{
	struct pixels pixels = {-1, -1, NULL};
	/* A copy of its own size, so that reading beyond is found. */
	unsigned char *copy = malloc(size + !size);
	bool read;

	assert_non_null(copy);
	memcpy(copy, bytes, size);
	read = pixels_read(copy, size, &pixels);
	if (!read)
		assert_true(pixels.width == -1 && !pixels.rows);
	free(copy);
	return read;
}

static void a_head_is_what_the_header_says(void **state)
{
	unsigned char written[PIXELS_HEAD];

	(void)state;
	assert_int_equal(sizeof(head) - 1, PIXELS_HEAD);
	pixels_head(4, 3, written);
	assert_memory_equal(written, head, PIXELS_HEAD);
	assert_int_equal(pixels_size(written), SMALL);
	pixels_head(PIXELS_SIDE, PIXELS_SIDE, written);
	assert_int_equal(pixels_size(written), PIXELS_BYTES);
}

static void a_picture_is_read_where_it_lies(void **state)
{
	unsigned char bytes[SMALL];
	struct pixels pixels;

	(void)state;
	fill(bytes);
	assert_true(pixels_read(bytes, SMALL, &pixels));
	assert_int_equal(pixels.width, 4);
	assert_int_equal(pixels.height, 3);
	assert_ptr_equal(pixels.rows, bytes + PIXELS_HEAD);
}

static void a_byte_more_or_less_is_refused(void **state)
{
	unsigned char bytes[SMALL + 8];

	(void)state;
	memset(bytes, 0, sizeof(bytes));
	fill(bytes);
	for (size_t size = 0; size <= sizeof(bytes); size++)
		assert_true(reads(bytes, size) == (size == SMALL));
}

/* No byte of the head can be another, except to say another size. */
static void every_other_head_is_refused(void **state)
{
	unsigned char bytes[SMALL];

	(void)state;
	for (int at = 0; at < PIXELS_HEAD; at++) {
		for (int value = 0; value < 256; value++) {
			fill(bytes);
			bytes[at] = (unsigned char)value;
			assert_true(reads(bytes, SMALL) == (value == head[at]));
		}
	}
}

static void sizes_out_of_bounds_are_refused(void **state)
{
	static const char *const heads[] = {
	    "P6\n# stemmeboks 1\n0000 0003\n255\n",
	    "P6\n# stemmeboks 1\n0004 0000\n255\n",
	    "P6\n# stemmeboks 1\n1281 0001\n255\n",
	    "P6\n# stemmeboks 1\n0001 1281\n255\n",
	    "P6\n# stemmeboks 1\n9999 9999\n255\n",
	    "P6\n# stemmeboks 1\n-004 0003\n255\n",
	    "P6\n# stemmeboks 1\n+004 0003\n255\n",
	    "P6\n# stemmeboks 1\n   4    3\n255\n",
	    "P6\n# stemmeboks 2\n0004 0003\n255\n",
	    "P5\n# stemmeboks 1\n0004 0003\n255\n",
	};
	unsigned char *bytes = calloc(1, PIXELS_BYTES + 1);

	(void)state;
	assert_non_null(bytes);
	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++) {
		memcpy(bytes, heads[i], PIXELS_HEAD);
		assert_int_equal(pixels_size(bytes), 0);
		assert_false(reads(bytes, SMALL));
		assert_false(reads(bytes, PIXELS_BYTES));
		assert_false(reads(bytes, PIXELS_HEAD));
	}
	free(bytes);
}

static void the_largest_picture_is_read(void **state)
{
	unsigned char *bytes = calloc(1, PIXELS_BYTES);

	(void)state;
	assert_non_null(bytes);
	pixels_head(PIXELS_SIDE, PIXELS_SIDE, bytes);
	assert_true(reads(bytes, PIXELS_BYTES));
	free(bytes);
}

/* SHA-256 of "abc": FIPS 180-2, B.1. */
static void a_hash_matches_its_bytes_alone(void **state)
{
	unsigned char hash[PIXELS_HASH] = {
	    0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40,
	    0xde, 0x5d, 0xae, 0x22, 0x23, 0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17,
	    0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad};

	(void)state;
	assert_true(pixels_match((const unsigned char *)"abc", 3, hash));
	assert_false(pixels_match((const unsigned char *)"abd", 3, hash));
	hash[PIXELS_HASH - 1] ^= 1;
	assert_false(pixels_match((const unsigned char *)"abc", 3, hash));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_head_is_what_the_header_says),
	    cmocka_unit_test(a_picture_is_read_where_it_lies),
	    cmocka_unit_test(a_byte_more_or_less_is_refused),
	    cmocka_unit_test(every_other_head_is_refused),
	    cmocka_unit_test(sizes_out_of_bounds_are_refused),
	    cmocka_unit_test(the_largest_picture_is_read),
	    cmocka_unit_test(a_hash_matches_its_bytes_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
