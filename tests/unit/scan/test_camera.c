/* A camera whose pictures come from a folder, through the code that also serves
 * real ones. */
#include "tests/lib/cmocka_all.h"

#include <fcntl.h>
#include <png.h>
#include <poll.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/slip.h"
#include "scan/camera.h"
#include "scan/camera_source.h"
#include "scan/camera_watch.h"
#include "tests/lib/scan_photo.h"

enum { STEP_MS = 67 };

/* Photos taken once for all tests. */
enum shot { SHOT_TABLE, SHOT_SLIP, SHOT_OTHER, SHOT_FAR, SHOTS };

struct album {
	struct grey shots[SHOTS];
	struct slip slip, other;
};

/* One test's folder and what watches it. */
struct scene {
	char folder[64], moved[80], file[96];
	struct camera_watch watch;
	struct camera_news news;
	uint64_t now_ms;
};

static struct album album;

static int album_make(void **state)
{
	struct photo_look look = {.width = 480,
				  .height = 360,
				  .module_px = 4,
				  .turn_deg = 6,
				  .blur_px = 0.7,
				  .noise = 4,
				  .light = 190,
				  .seed = 1};

	(void)state;
	photo_slip(1, &album.slip);
	photo_slip(2, &album.other);
	photo_take(&look, NULL, &album.shots[SHOT_TABLE]);
	photo_take(&look, album.slip.symbols, &album.shots[SHOT_SLIP]);
	photo_take(&look, album.other.symbols, &album.shots[SHOT_OTHER]);
	look.module_px = 1.5;
	look.blur_px = 0.9;
	photo_take(&look, album.slip.symbols, &album.shots[SHOT_FAR]);
	return 0;
}

static int album_free(void **state)
{
	(void)state;
	for (int i = 0; i < SHOTS; i++)
		grey_free(&album.shots[i]);
	return 0;
}

static void file_write(const char *path, const char *head, const void *bytes,
		       size_t size)
{
	char whole[128];
	FILE *file;

	/* Never half there: as a camera, whole pictures only. */
	snprintf(whole, sizeof(whole), "%s.new", path);
	file = fopen(whole, "w");
	assert_non_null(file);
	assert_true(fputs(head, file) >= 0);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(rename(whole, path), 0);
}

static void show(struct scene *scene, enum shot shot)
{
	const struct grey *photo = &album.shots[shot];

	file_write(scene->file, "P5\n# by a test\n480 360\n255\n",
		   photo->pixels, 480 * 360);
}

/* Lets MS pass, picture by picture. Counts the codes given and leaves the news
 * of the last step in scene->news; the last code is in *ret_line. */
static int watch(struct scene *scene, unsigned ms, struct scan_line *ret_line)
{
	int codes = 0;

	for (unsigned passed = 0; passed < ms; passed += STEP_MS) {
		scene->now_ms += STEP_MS;
		camera_watch_step(&scene->watch, scene->now_ms, &scene->news);
		if (scene->news.code && ret_line)
			*ret_line = scene->news.line;
		codes += scene->news.code;
	}
	return codes;
}

static int scene_make(void **state)
{
	struct scene *scene = calloc(1, sizeof(*scene));

	if (!scene)
		return -1;
	scene->now_ms = 10000;
	snprintf(scene->folder, sizeof(scene->folder),
		 "/tmp/stemmeboks-camera-XXXXXX");
	if (!mkdtemp(scene->folder))
		return -1;
	snprintf(scene->moved, sizeof(scene->moved), "%s-away", scene->folder);
	snprintf(scene->file, sizeof(scene->file), "%s/1.pgm", scene->folder);
	*state = scene;
	return camera_watch_begin(&scene->watch, scene->folder) == STATUS_OK
		   ? 0
		   : -1;
}

static int scene_free(void **state)
{
	struct scene *scene = *state;

	camera_watch_end(&scene->watch);
	unlink(scene->file);
	rmdir(scene->folder);
	free(scene);
	return 0;
}

static void a_slip_is_given_once_and_told_of_while_it_is_held(void **state)
{
	struct scene *scene = *state;
	struct scan_line line;

	show(scene, SHOT_SLIP);
	assert_int_equal(watch(scene, STEP_MS, &line), 1);
	assert_string_equal(line.text, album.slip.symbols);
	assert_false(scene->news.again);
	assert_int_equal(watch(scene, 2 * SCAN_REPEAT_MS, NULL), 0);
	assert_true(scene->news.again);
	assert_int_equal(scene->news.line.length, 0);
}

static void a_slip_that_was_away_for_three_seconds_is_given_again(void **state)
{
	struct scene *scene = *state;

	show(scene, SHOT_SLIP);
	assert_int_equal(watch(scene, 500, NULL), 1);
	show(scene, SHOT_TABLE);
	assert_int_equal(watch(scene, SCAN_REPEAT_MS - 500, NULL), 0);
	assert_false(scene->news.again);
	show(scene, SHOT_SLIP);
	assert_int_equal(watch(scene, 500, NULL), 0);
	assert_true(scene->news.again);
	show(scene, SHOT_TABLE);
	assert_int_equal(watch(scene, SCAN_REPEAT_MS, NULL), 0);
	show(scene, SHOT_SLIP);
	assert_int_equal(watch(scene, STEP_MS, NULL), 1);
}

static void another_slip_is_given_at_once(void **state)
{
	struct scene *scene = *state;
	struct scan_line line;

	show(scene, SHOT_SLIP);
	assert_int_equal(watch(scene, 200, NULL), 1);
	show(scene, SHOT_OTHER);
	assert_int_equal(watch(scene, STEP_MS, &line), 1);
	assert_string_equal(line.text, album.other.symbols);
}

static void a_code_that_cannot_be_read_is_timed_until_it_goes(void **state)
{
	struct scene *scene = *state;

	show(scene, SHOT_TABLE);
	watch(scene, 300, NULL);
	assert_int_equal(scene->news.unread_ms, 0);
	show(scene, SHOT_FAR);
	assert_int_equal(watch(scene, CAMERA_HELP_MS, NULL), 0);
	assert_in_range(scene->news.unread_ms, CAMERA_HELP_MS - 2 * STEP_MS,
			CAMERA_HELP_MS);
	/* Gone from a picture or two, then back: the same try. */
	show(scene, SHOT_TABLE);
	watch(scene, 2 * STEP_MS, NULL);
	show(scene, SHOT_FAR);
	watch(scene, STEP_MS, NULL);
	assert_true(scene->news.unread_ms > CAMERA_HELP_MS);
	show(scene, SHOT_SLIP);
	assert_int_equal(watch(scene, STEP_MS, NULL), 1);
	assert_int_equal(scene->news.unread_ms, 0);
	show(scene, SHOT_FAR);
	watch(scene, 300, NULL);
	show(scene, SHOT_TABLE);
	watch(scene, CAMERA_UNREAD_GAP_MS + 2 * CAMERA_LOOK_MS, NULL);
	assert_int_equal(scene->news.unread_ms, 0);
}

static void a_camera_that_is_unplugged_comes_back_by_itself(void **state)
{
	struct scene *scene = *state;

	show(scene, SHOT_TABLE);
	watch(scene, STEP_MS, NULL);
	assert_true(scene->news.there);
	assert_int_equal(rename(scene->folder, scene->moved), 0);
	watch(scene, STEP_MS, NULL);
	assert_false(scene->news.there);
	for (size_t i = 0; i < scene->watch.frame.room; i++)
		assert_int_equal(scene->watch.frame.pixels[i], 0);
	assert_int_equal(rename(scene->moved, scene->folder), 0);
	show(scene, SHOT_SLIP);
	/* It is tried every second, not all the time. */
	assert_int_equal(watch(scene, CAMERA_AGAIN_MS - 2 * STEP_MS, NULL), 0);
	assert_false(scene->news.there);
	assert_int_equal(watch(scene, 2 * STEP_MS, NULL), 1);
	assert_true(scene->news.there);
}

static void a_camera_may_be_plugged_in_later(void **state)
{
	struct scene *scene = *state;

	assert_int_equal(rmdir(scene->folder), 0);
	watch(scene, 5000, NULL);
	assert_false(scene->news.there);
	assert_int_equal(mkdir(scene->folder, 0700), 0);
	show(scene, SHOT_SLIP);
	assert_int_equal(watch(scene, CAMERA_AGAIN_MS + STEP_MS, NULL), 1);
}

static void a_camera_that_gives_no_pictures_is_taken_for_away(void **state)
{
	struct scene *scene = *state;

	watch(scene, CAMERA_SILENT_MS - STEP_MS, NULL);
	assert_true(scene->news.there);
	watch(scene, 2 * STEP_MS, NULL);
	assert_false(scene->news.there);
}

static void a_picture_like_the_one_before_is_seldom_read_again(void **state)
{
	struct scene *scene = *state;
	uint64_t looked_ms = 0;
	int looks = 0;

	show(scene, SHOT_TABLE);
	for (int i = 0; i < 30; i++) {
		watch(scene, STEP_MS, NULL);
		assert_true(scene->news.frame);
		looks += scene->watch.looked_ms != looked_ms;
		looked_ms = scene->watch.looked_ms;
	}
	assert_in_range(looks, 2, 1 + 30 * STEP_MS / CAMERA_LOOK_MS);
}

static void damaged_picture_files_are_passed_over(void **state)
{
	static const struct {
		const char *head;
		size_t size;
	} bad[] = {
	    {"", 0},
	    {"P5", 0},
	    {"P6\n480 360\n255\n", 1000},
	    {"P5\n480 360\n255\n", 1000},
	    {"P5\n480 360\n65535\n", 1000},
	    {"P5\n-4 360\n255\n", 1000},
	    {"P5\n99999 99999\n255\n", 1000},
	    {"P5\n# no end", 0},
	    {"P5\n4 x\n", 9},
	};
	struct scene *scene = *state;
	char png[112];

	snprintf(png, sizeof(png), "%s.png", scene->file);
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		file_write(scene->file, bad[i].head,
			   album.shots[SHOT_SLIP].pixels, bad[i].size);
		file_write(png, bad[i].head, album.shots[SHOT_SLIP].pixels,
			   bad[i].size);
		assert_int_equal(watch(scene, 2 * STEP_MS, NULL), 0);
		assert_true(scene->news.there);
		assert_false(scene->news.frame);
	}
	unlink(png);
}

static void pgm_and_png_pictures_come_in_turn_and_over_again(void **state)
{
	struct scene *scene = *state;
	png_image image = {.version = PNG_IMAGE_VERSION,
			   .width = 480,
			   .height = 360,
			   .format = PNG_FORMAT_GRAY};
	struct grey frame = {0};
	void *folder = NULL;
	char png[112];

	snprintf(png, sizeof(png), "%s/2.PNG", scene->folder);
	show(scene, SHOT_TABLE);
	assert_true(png_image_write_to_file(
	    &image, png, 0, album.shots[SHOT_SLIP].pixels, 0, NULL));
	assert_ptr_equal(camera_source_for(scene->folder), &camera_files);
	assert_int_equal(camera_files.open(scene->folder, &folder), STATUS_OK);
	for (int i = 0; i < 4; i++) {
		const struct grey *wanted =
		    &album.shots[i % 2 ? SHOT_SLIP : SHOT_TABLE];

		assert_int_equal(camera_files.next(folder, &frame),
				 CAMERA_FRAME);
		assert_int_equal(frame.width, 480);
		assert_memory_equal(frame.pixels, wanted->pixels, 480 * 360);
	}
	camera_files.close(folder);
	camera_files.close(NULL);
	grey_free(&frame);
	unlink(png);
}

static uint64_t real_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static bool line_within(struct camera *camera, unsigned ms,
			struct scan_line *ret_line)
{
	for (unsigned passed = 0; passed < ms; passed += 10) {
		if (camera_line(camera, ret_line))
			return true;
		poll(NULL, 0, 10);
	}
	return false;
}

static void the_thread_hands_over_line_sight_and_mirror_picture(void **state)
{
	struct scene *scene = *state;
	const struct grey *photo = &album.shots[SHOT_SLIP];
	struct camera *camera = NULL;
	struct camera_sight sight;
	struct scan_line line;
	struct grey mirror = {0};

	show(scene, SHOT_SLIP);
	assert_int_equal(camera_open(scene->folder, &camera), STATUS_OK);
	assert_true(line_within(camera, 3000, &line));
	assert_string_equal(line.text, album.slip.symbols);
	assert_false(line_within(camera, 200, &line));
	camera_look(camera, &sight);
	assert_true(sight.there);
	assert_true(sight.again > 0);
	assert_true(sight.pictures > 1);
	assert_true(camera_preview(camera, &mirror));
	camera_free(camera);
	assert_int_equal(mirror.width, 360);
	assert_int_equal(mirror.height, 360);
	for (int y = 0; y < 360; y += 7)
		for (int x = 0; x < 360; x++)
			assert_int_equal(mirror.pixels[y * 360 + x],
					 photo->pixels[y * 480 + 60 + 359 - x]);
	grey_free(&mirror);
}

static void a_camera_that_is_away_has_no_picture(void **state)
{
	struct camera *camera = NULL;
	struct camera_sight sight;
	struct grey mirror = {0};

	(void)state;
	assert_int_equal(camera_open("/nowhere/video0", &camera), STATUS_OK);
	poll(NULL, 0, 30);
	camera_look(camera, &sight);
	assert_false(sight.there);
	assert_false(camera_preview(camera, &mirror));
	assert_null(mirror.pixels);
	camera_free(camera);
	camera_free(NULL);
}

/* A pipe that nobody writes to makes whoever opens it wait, as a broken driver
 * does. */
static void a_stalled_camera_stalls_nobody_else(void **state)
{
	struct scene *scene = *state;
	struct camera *camera = NULL;
	struct camera_sight sight;
	struct scan_line line;
	uint64_t began_ms = real_ms();
	int writer;

	assert_int_equal(mkfifo(scene->file, 0600), 0);
	assert_int_equal(camera_open(scene->folder, &camera), STATUS_OK);
	poll(NULL, 0, 50);
	assert_false(camera_line(camera, &line));
	camera_look(camera, &sight);
	assert_false(sight.there);
	camera_free(camera);
	assert_true(real_ms() - began_ms < 1500);
	/* It comes back, and the thread cleans up behind itself. */
	writer = open(scene->file, O_WRONLY | O_CLOEXEC);
	assert_true(writer >= 0);
	close(writer);
	poll(NULL, 0, 50);
}

int main(void)
{
#define IN_A_SCENE(test)                                                       \
	cmocka_unit_test_setup_teardown(test, scene_make, scene_free)
	const struct CMUnitTest tests[] = {
	    IN_A_SCENE(a_slip_is_given_once_and_told_of_while_it_is_held),
	    IN_A_SCENE(a_slip_that_was_away_for_three_seconds_is_given_again),
	    IN_A_SCENE(another_slip_is_given_at_once),
	    IN_A_SCENE(a_code_that_cannot_be_read_is_timed_until_it_goes),
	    IN_A_SCENE(a_camera_that_is_unplugged_comes_back_by_itself),
	    IN_A_SCENE(a_camera_may_be_plugged_in_later),
	    IN_A_SCENE(a_camera_that_gives_no_pictures_is_taken_for_away),
	    IN_A_SCENE(a_picture_like_the_one_before_is_seldom_read_again),
	    IN_A_SCENE(damaged_picture_files_are_passed_over),
	    IN_A_SCENE(pgm_and_png_pictures_come_in_turn_and_over_again),
	    IN_A_SCENE(the_thread_hands_over_line_sight_and_mirror_picture),
	    IN_A_SCENE(a_camera_that_is_away_has_no_picture),
	    IN_A_SCENE(a_stalled_camera_stalls_nobody_else),
	};

	return cmocka_run_group_tests(tests, album_make, album_free);
}
