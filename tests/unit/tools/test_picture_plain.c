/* A decoded picture into the one that is shown: upright, small, on white. */
#include <string.h>

#include <cairo.h>

#include "core/pixels.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_run.h"
#include "tools/import/picture.h"
#include "tools/import/picture_plain.h"

struct made {
	unsigned char *bytes;
	struct pixels pixels;
};

/* Makes PICTURE plain, and frees it. */
static struct made plain_of(struct picture *picture)
{
	struct made made;
	size_t length = 0;

	made.bytes = picture_plain(picture, &length);
	free(picture->rows);
	assert_non_null(made.bytes);
	assert_true(pixels_read(made.bytes, length, &made.pixels));
	return made;
}

static struct picture blank(int width, int height)
{
	struct picture picture = {width, height, PICTURE_UPRIGHT, NULL};

	picture.rows = calloc(3, (size_t)width * (size_t)height);
	assert_non_null(picture.rows);
	return picture;
}

static unsigned char *pixel(const struct pixels *pixels, int x, int y)
{
	return (unsigned char *)pixels->rows + 3 * (y * pixels->width + x);
}

/* 'r', 'g' or 'b': which colour the pixel is. */
static char colour(const struct pixels *pixels, int x, int y)
{
	const unsigned char *at = pixel(pixels, x, y);

	return at[0] ? 'r' : at[1] ? 'g' : at[2] ? 'b' : '?';
}

/* Red at the left, blue at the right, green below both. */
static struct picture flag(int width, int height)
{
	struct picture picture = blank(width, height);

	for (int y = 0; y < height; y++)
		for (int x = 0; x < width; x++)
			picture
			    .rows[3 * (y * width + x) + (y >= height / 2 ? 1
							 : x < width / 2 ? 0
									 : 2)] =
			    255;
	return picture;
}

static void pictures_stand_upright_as_their_camera_says(void **state)
{
	/* The colours at the top left and top right, bottom left and right of
	 * the picture as shown, for each orientation: Exif 2.3, figure 6. */
	static const char *const corners[] = {"rbgg", "brgg", "ggbr", "ggrb",
					      "rgbg", "grgb", "gbgr", "bgrg"};

	(void)state;
	for (int turn = PICTURE_UPRIGHT; turn <= PICTURE_TURNED_LEFT; turn++) {
		struct picture picture = flag(20, 12);
		struct made made;
		char seen[5] = "";
		int w, h;

		picture.turn = (enum picture_turn)turn;
		assert_int_equal(picture_wide(&picture), turn < 5 ? 20 : 12);
		made = plain_of(&picture);
		w = made.pixels.width;
		h = made.pixels.height;
		assert_int_equal(w, turn < 5 ? 20 : 12);
		assert_int_equal(h, turn < 5 ? 12 : 20);
		seen[0] = colour(&made.pixels, 0, 0);
		seen[1] = colour(&made.pixels, w - 1, 0);
		seen[2] = colour(&made.pixels, 0, h - 1);
		seen[3] = colour(&made.pixels, w - 1, h - 1);
		assert_string_equal(seen, corners[turn - 1]);
		free(made.bytes);
	}
}

static void a_small_picture_keeps_every_pixel(void **state)
{
	struct picture picture = blank(PIXELS_SIDE, 3);
	unsigned char *copy = malloc(3 * 3 * PIXELS_SIDE);
	struct made made;

	(void)state;
	assert_non_null(copy);
	for (int i = 0; i < 3 * 3 * PIXELS_SIDE; i++)
		copy[i] = picture.rows[i] = (unsigned char)(i * 7);
	made = plain_of(&picture);
	assert_int_equal(made.pixels.width, PIXELS_SIDE);
	assert_int_equal(made.pixels.height, 3);
	assert_memory_equal(made.pixels.rows, copy, 3 * 3 * PIXELS_SIDE);
	free(made.bytes);
	free(copy);
}

static void the_longer_side_of_a_large_picture_is_the_limit(void **state)
{
	static const int sizes[][4] = {
	    {4000, 3000, 1280, 960},  {3000, 4000, 960, 1280},
	    {1281, 1281, 1280, 1280}, {1281, 1, 1280, 1},
	    {1, 5000, 1, 1280},	      {50000, 3, 1280, 1}};

	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		struct picture picture = blank(sizes[i][0], sizes[i][1]);
		struct made made = plain_of(&picture);

		assert_int_equal(made.pixels.width, sizes[i][2]);
		assert_int_equal(made.pixels.height, sizes[i][3]);
		free(made.bytes);
	}
}

/* Three pixels become two: the first is two thirds of pixel one and a third of
 * pixel two. */
static void a_smaller_pixel_is_the_mean_of_what_it_covers(void **state)
{
	static const unsigned char grey[] = {90, 0, 30};
	struct picture picture = blank(PIXELS_SIDE * 3 / 2, 3);
	struct made made;

	(void)state;
	for (int i = 0; i < picture.width * picture.height; i++)
		memset(picture.rows + 3 * i, grey[i % picture.width % 3], 3);
	made = plain_of(&picture);
	assert_int_equal(made.pixels.height, 2);
	for (int y = 0; y < 2; y++) {
		for (int x = 0; x < PIXELS_SIDE; x++)
			assert_int_equal(pixel(&made.pixels, x, y)[1],
					 x % 2 ? 20 : 60);
	}
	free(made.bytes);
}

static void one_colour_stays_one_colour(void **state)
{
	struct picture picture = blank(1999, 1377);
	struct made made;

	(void)state;
	memset(picture.rows, 251, 3 * 1999 * 1377);
	made = plain_of(&picture);
	for (int i = 0; i < 3 * made.pixels.width * made.pixels.height; i++)
		assert_int_equal(made.pixels.rows[i], 251);
	free(made.bytes);
}

static void what_is_transparent_is_white(void **state)
{
	char *folder = disk_folder(), *path = disk_path(folder, "glass.png");
	cairo_surface_t *glass =
	    cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 4, 4);
	struct picture picture;
	unsigned char *bytes;
	size_t length;

	(void)state;
	assert_int_equal(cairo_surface_write_to_png(glass, path),
			 CAIRO_STATUS_SUCCESS);
	cairo_surface_destroy(glass);
	bytes = (unsigned char *)disk_read(path, &length);
	assert_null(picture_decode(bytes, length, &picture));
	for (int i = 0; i < 3 * 4 * 4; i++)
		assert_int_equal(picture.rows[i], 255);
	free(picture.rows);
	free(bytes);
	free(path);
	disk_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(pictures_stand_upright_as_their_camera_says),
	    cmocka_unit_test(a_small_picture_keeps_every_pixel),
	    cmocka_unit_test(the_longer_side_of_a_large_picture_is_the_limit),
	    cmocka_unit_test(a_smaller_pixel_is_the_mean_of_what_it_covers),
	    cmocka_unit_test(one_colour_stays_one_colour),
	    cmocka_unit_test(what_is_transparent_is_white),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
