/* What cameras send, made grey. */
#include "tests/lib/cmocka_all.h"

#include <jpeglib.h>

#include "scan/camera_pixels.h"
#include "scan/grey.h"

static void
light_is_taken_from_yuyv_and_gaps_between_rows_are_left(void **state)
{
	static const unsigned char bytes[] = {
	    10, 128, 20, 128, 30, 128, 40, 128, 99, 99, /* two bytes of gap */
	    50, 128, 60, 128, 70, 128, 80, 128,
	};
	struct pixels pixels = {PIXELS_YUYV, 4, 2, 10, bytes, sizeof(bytes)};
	static const unsigned char light[] = {10, 20, 30, 40, 50, 60, 70, 80};
	struct grey frame = {0};

	(void)state;
	assert_true(camera_pixels_read(&pixels, &frame));
	assert_int_equal(frame.width, 4);
	assert_int_equal(frame.height, 2);
	assert_memory_equal(frame.pixels, light, sizeof(light));
	pixels = (struct pixels){PIXELS_GREY, 3, 2, 10, bytes, sizeof(bytes)};
	assert_true(camera_pixels_read(&pixels, &frame));
	assert_memory_equal(frame.pixels, "\x0a\x80\x14\x32\x80\x3c", 6);
	grey_free(&frame);
}

static void what_is_cut_short_or_too_large_is_refused(void **state)
{
	static const unsigned char bytes[16] = {0};
	static const struct pixels bad[] = {
	    {PIXELS_YUYV, 4, 2, 8, bytes, 15},
	    {PIXELS_GREY, 4, 4, 3, bytes, 16},
	    {PIXELS_GREY, 0, 4, 4, bytes, 16},
	    {PIXELS_GREY, 4, -1, 4, bytes, 16},
	    {PIXELS_GREY, 1, GREY_SIDE_MOST + 1, 0, bytes, 16},
	    {PIXELS_MJPEG, 4, 4, 0, bytes, 0},
	    {PIXELS_MJPEG, 4, 4, 0, bytes, 16},
	};
	struct grey frame = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(camera_pixels_read(&bad[i], &frame));
	grey_free(&frame);
}

/* A colour picture of 64 x 48, dark to light from left to right. */
static unsigned long jpeg_make(unsigned char **ret_bytes)
{
	struct jpeg_compress_struct out;
	struct jpeg_error_mgr error;
	unsigned long size = 0;
	unsigned char row[64 * 3];
	JSAMPROW rows[1] = {row};

	for (int x = 0; x < 64 * 3; x++)
		row[x] = (unsigned char)(x / 3 * 4);
	*ret_bytes = NULL;
	out.err = jpeg_std_error(&error);
	jpeg_create_compress(&out);
	jpeg_mem_dest(&out, ret_bytes, &size);
	out.image_width = 64;
	out.image_height = 48;
	out.input_components = 3;
	out.in_color_space = JCS_RGB;
	jpeg_set_defaults(&out);
	jpeg_set_quality(&out, 90, TRUE);
	jpeg_start_compress(&out, TRUE);
	for (int y = 0; y < 48; y++)
		jpeg_write_scanlines(&out, rows, 1);
	jpeg_finish_compress(&out);
	jpeg_destroy_compress(&out);
	return size;
}

static void a_jpeg_picture_is_read_whole_or_not_at_all(void **state)
{
	unsigned char *bytes;
	unsigned long size = jpeg_make(&bytes);
	struct pixels pixels = {PIXELS_MJPEG, 1, 1, 0, bytes, size};
	struct grey frame = {0};

	(void)state;
	assert_true(camera_pixels_read(&pixels, &frame));
	assert_int_equal(frame.width, 64);
	assert_int_equal(frame.height, 48);
	for (int i = 0; i < 64 * 48; i++)
		assert_in_range(frame.pixels[i] + 8, i % 64 * 4,
				i % 64 * 4 + 16);
	for (size_t cut = 0; cut + 2 < size; cut += 7) {
		pixels.size = cut;
		assert_false(camera_pixels_read(&pixels, &frame));
	}
	free(bytes);
	grey_free(&frame);
}

static void damaged_jpeg_pictures_are_survived(void **state)
{
	unsigned char *bytes, was;
	unsigned long size = jpeg_make(&bytes);
	struct grey frame = {0};
	uint32_t seed = 9;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct pixels pixels = {PIXELS_MJPEG, 1, 1, 0, bytes, size};
		size_t at;

		seed = seed * 1664525 + 1013904223;
		at = (seed >> 8) % size;
		was = bytes[at];
		bytes[at] = (unsigned char)seed ^ (unsigned char)(seed >> 24);
		camera_pixels_read(&pixels, &frame);
		if (i % 4)
			bytes[at] = was;
	}
	free(bytes);
	grey_free(&frame);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		light_is_taken_from_yuyv_and_gaps_between_rows_are_left),
	    cmocka_unit_test(what_is_cut_short_or_too_large_is_refused),
	    cmocka_unit_test(a_jpeg_picture_is_read_whole_or_not_at_all),
	    cmocka_unit_test(damaged_jpeg_pictures_are_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
