/* Pictures are decoded to the last pixel before they count as one. */
#include "tests/lib/cmocka_all.h"

#include "tests/lib/bolbro.h"
#include "tests/lib/tools_run.h"
#include "tools/import/picture.h"

#define IMAGES "tests/data/import/images/images"

static unsigned char *image_read(const char *name, size_t *ret_length)
{
	char *path = disk_path(IMAGES, name);
	char *bytes = disk_read(path, ret_length);

	assert_non_null(bytes);
	free(path);
	return (unsigned char *)bytes;
}

static const char *const good[] = {"good.png", "good.jpg", "progressive.jpg"};

static void whole_pictures_give_their_size(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		struct picture picture = {0};
		size_t length;
		unsigned char *bytes = image_read(good[i], &length);

		assert_null(picture_decode(bytes, length, &picture));
		assert_int_equal(picture.width, 400);
		assert_int_equal(picture.height, 300);
		assert_int_equal(picture.turn, PICTURE_UPRIGHT);
		free(picture.rows);
		free(bytes);
	}
}

static void pictures_cut_anywhere_before_the_end_are_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		size_t length;
		unsigned char *bytes = image_read(good[i], &length);

		/* The last bytes may be an end mark without pixels. */
		for (size_t cut = 0; cut + 24 < length; cut += 13) {
			struct picture picture = {.width = -1};
			unsigned char *part = malloc(cut + 1);

			memcpy(part, bytes, cut);
			if (!picture_decode(part, cut, &picture))
				fail_msg("%s cut at %zu of %zu passed", good[i],
					 cut, length);
			assert_int_equal(picture.width, -1);
			free(part);
		}
		free(bytes);
	}
}

static void damaged_pictures_never_crash(void **state)
{
	uint64_t seed = 4;
	struct random random = bolbro_random(&seed);

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		size_t length;
		unsigned char *bytes = image_read(good[i], &length);

		for (int round = 0; round < 150; round++) {
			struct picture picture;
			unsigned char *copy = malloc(length);

			memcpy(copy, bytes, length);
			for (int n = 0; n < 6; n++)
				copy[random.below(random.context,
						  (uint32_t)length)] =
				    (unsigned char)random.below(random.context,
								256);
			if (!picture_decode(copy, length, &picture))
				free(picture.rows);
			free(copy);
		}
		free(bytes);
	}
}

static void a_changed_pixel_of_a_png_is_seen(void **state)
{
	size_t length;
	unsigned char *bytes = image_read("good.png", &length);
	struct picture picture;

	(void)state;
	bytes[length / 2] ^= 1;
	assert_non_null(picture_decode(bytes, length, &picture));
	free(bytes);
}

static void sizes_are_looked_at_before_anything_is_decoded(void **state)
{
	size_t length;
	unsigned char *bytes = image_read("huge.png", &length);
	struct picture picture;

	(void)state;
	assert_ptr_equal(picture_decode(bytes, length, &picture),
			 picture_large);
	free(bytes);
}

static void a_turned_camera_is_read(void **state)
{
	size_t length;
	unsigned char *bytes = image_read("turned.jpg", &length);
	struct picture picture;

	(void)state;
	assert_null(picture_decode(bytes, length, &picture));
	assert_int_equal(picture.turn, PICTURE_TURNED_RIGHT);
	assert_int_equal(picture_wide(&picture), picture.height);
	free(picture.rows);
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whole_pictures_give_their_size),
	    cmocka_unit_test(pictures_cut_anywhere_before_the_end_are_refused),
	    cmocka_unit_test(damaged_pictures_never_crash),
	    cmocka_unit_test(a_changed_pixel_of_a_png_is_seen),
	    cmocka_unit_test(sizes_are_looked_at_before_anything_is_decoded),
	    cmocka_unit_test(a_turned_camera_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
