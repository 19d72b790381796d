/* Pipe, serial lines and camera: what is there, comes later and goes again. */
#include "app/kiosk_scanners.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"

enum { STEP_MS = 10, PATIENCE_MS = 3000, SIDE = 32, PATH_SIZE = 128 };

/* A folder with cameras in it, each a folder of pictures, as /dev has them. */
struct desk {
	char folder[64], pattern[PATH_SIZE];
	struct scanners scanners;
	uint64_t now_ms;
	bool wanted, shown;
	int changes;
};

static int set_up(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));

	if (!desk)
		return -1;
	snprintf(desk->folder, sizeof(desk->folder),
		 "/tmp/stemmeboks-scanners-XXXXXX");
	if (!mkdtemp(desk->folder))
		return -1;
	snprintf(desk->pattern, sizeof(desk->pattern), "%s/video*",
		 desk->folder);
	desk->now_ms = 10000;
	desk->wanted = desk->shown = true;
	*state = desk;
	return 0;
}

static void path_of(const struct desk *desk, int camera, const char *name,
		    char ret_path[PATH_SIZE])
{
	snprintf(ret_path, PATH_SIZE, "%s/video%d%s", desk->folder, camera,
		 name);
}

/* Camera CAMERA has another picture, all of the shade GREY. */
static void picture(const struct desk *desk, int camera, const char *name,
		    int grey)
{
	char path[PATH_SIZE];
	FILE *file;

	path_of(desk, camera, name, path);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "P5\n%d %d\n255\n", SIDE, SIDE);
	for (int i = 0; i < SIDE * SIDE; i++)
		fputc(grey, file);
	assert_int_equal(fclose(file), 0);
}

/* Camera CAMERA is plugged in and sees nothing but the shade GREY; below 0 it
 * gives no picture at all. */
static void plug(const struct desk *desk, int camera, int grey)
{
	char path[PATH_SIZE];

	path_of(desk, camera, "", path);
	assert_int_equal(mkdir(path, 0700), 0);
	if (grey >= 0)
		picture(desk, camera, "/a.pgm", grey);
}

static void unplug(const struct desk *desk, int camera)
{
	char path[PATH_SIZE];

	path_of(desk, camera, "/a.pgm", path);
	unlink(path);
	path_of(desk, camera, "", path);
	rmdir(path);
}

static int tear_down(void **state)
{
	struct desk *desk = *state;

	scanners_close(&desk->scanners);
	unplug(desk, 0);
	unplug(desk, 1);
	rmdir(desk->folder);
	free(desk);
	return 0;
}

static void open_cameras(struct desk *desk, const char *cameras)
{
	assert_int_equal(scanners_open(&desk->scanners,
				       &(struct scanners_options){
					   .serial = "off", .camera = cameras}),
			 STATUS_OK);
}

/* The time of the test runs with that of the camera's thread. */
static void step(struct desk *desk)
{
	poll(NULL, 0, STEP_MS);
	desk->now_ms += STEP_MS;
	desk->changes += scanners_look(&desk->scanners, desk->wanted,
				       desk->shown, desk->now_ms);
}

/* Whether the preview becomes one of the shade GREY, below 0: none. */
static bool preview_becomes(struct desk *desk, int grey)
{
	const struct grey *preview = &desk->scanners.preview;

	for (int ms = 0; ms < PATIENCE_MS; ms += STEP_MS) {
		int now = preview->width > 0 ? preview->pixels[0] : -1;

		if (now == grey)
			return true;
		step(desk);
	}
	return false;
}

static void without_any_scanner_all_is_quiet(void **state)
{
	struct desk *desk = *state;
	struct scan_line line;
	enum trial_source source;

	open_cameras(desk, desk->pattern);
	for (int i = 0; i < 20; i++)
		step(desk);
	assert_null(desk->scanners.camera);
	assert_int_equal(desk->changes, 0);
	assert_int_equal(scanners_wait_ms(&desk->scanners, desk->now_ms), -1);
	assert_false(
	    scanners_line(&desk->scanners, desk->now_ms, &line, &source));
	assert_false(scanners_plugged(&desk->scanners).camera);
}

static void a_camera_that_comes_later_is_found_and_may_go_again(void **state)
{
	struct desk *desk = *state;

	open_cameras(desk, desk->pattern);
	step(desk);
	plug(desk, 0, 200);
	assert_true(preview_becomes(desk, 200));
	assert_true(scanners_plugged(&desk->scanners).camera);
	unplug(desk, 0);
	assert_true(preview_becomes(desk, -1));
	/* Under another name. */
	plug(desk, 1, 90);
	assert_true(preview_becomes(desk, 90));
}

static void a_camera_that_gives_nothing_makes_way_for_the_next(void **state)
{
	struct desk *desk = *state;

	plug(desk, 0, -1);
	plug(desk, 1, 120);
	open_cameras(desk, desk->pattern);
	step(desk);
	assert_non_null(strstr(desk->scanners.name, "video0"));
	desk->now_ms += SCANNERS_NEXT_MS;
	assert_true(preview_becomes(desk, 120));
	assert_non_null(strstr(desk->scanners.name, "video1"));
}

static void a_name_may_hold_the_signs_of_a_pattern(void **state)
{
	struct desk *desk = *state;
	char odd[PATH_SIZE], plain[PATH_SIZE];

	plug(desk, 0, 50);
	path_of(desk, 0, "", plain);
	path_of(desk, 0, "[1]", odd);
	assert_int_equal(rename(plain, odd), 0);
	open_cameras(desk, odd);
	assert_true(preview_becomes(desk, 50));
	assert_int_equal(rename(odd, plain), 0);
}

static void nobody_is_filmed_while_no_slip_is_wanted(void **state)
{
	struct desk *desk = *state;

	plug(desk, 0, 200);
	open_cameras(desk, desk->pattern);
	assert_true(preview_becomes(desk, 200));
	desk->wanted = false;
	step(desk);
	assert_null(desk->scanners.camera);
	assert_int_equal(desk->scanners.preview.width, 0);
	desk->wanted = true;
	assert_true(preview_becomes(desk, 200));
	/* On other screens it reads, and is not seen. */
	desk->shown = false;
	step(desk);
	assert_non_null(desk->scanners.camera);
	assert_int_equal(desk->scanners.preview.width, 0);
}

/* How many previews come in MS. */
static int previews(struct desk *desk, unsigned ms)
{
	unsigned before = desk->scanners.stamp;
	uint64_t began_ms = desk->now_ms;

	while (desk->now_ms < began_ms + ms)
		step(desk);
	return (int)(desk->scanners.stamp - before);
}

static void
the_preview_comes_eight_times_a_second_at_most_and_rests(void **state)
{
	struct desk *desk = *state;
	char more[PATH_SIZE];

	plug(desk, 0, 200);
	open_cameras(desk, desk->pattern);
	assert_true(preview_becomes(desk, 200));
	assert_in_range(previews(desk, 500), 0, 1);
	assert_in_range(scanners_wait_ms(&desk->scanners, desk->now_ms), 1,
			SCANNERS_PREVIEW_MS);
	/* Three shades by turns: something moves. */
	picture(desk, 0, "/b.pgm", 40);
	picture(desk, 0, "/c.pgm", 120);
	assert_in_range(previews(desk, 600), 2, 5);
	path_of(desk, 0, "/b.pgm", more);
	unlink(more);
	path_of(desk, 0, "/c.pgm", more);
	unlink(more);
}

static void switched_off_none_is_looked_for(void **state)
{
	struct desk *desk = *state;

	plug(desk, 0, 200);
	open_cameras(desk, "off");
	assert_null(desk->scanners.serial);
	for (int i = 0; i < 20; i++)
		step(desk);
	assert_null(desk->scanners.camera);
}

static void a_serial_line_and_a_pipe_say_which_they_are(void **state)
{
	struct desk *desk = *state;
	char fifo[PATH_SIZE];
	int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), writer;
	enum trial_source source = TRIAL_SOURCES;
	struct scan_line line;

	snprintf(fifo, sizeof(fifo), "%s/scans", desk->folder);
	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_true(master >= 0 && grantpt(master) == 0 &&
		    unlockpt(master) == 0);
	assert_int_equal(
	    scanners_open(&desk->scanners,
			  &(struct scanners_options){.pipe = fifo,
						     .serial = ptsname(master),
						     .camera = "off"}),
	    STATUS_OK);
	assert_false(scanners_line(&desk->scanners, 100, &line, &source));
	assert_int_equal(scanners_plugged(&desk->scanners).serial, 1);
	assert_int_equal(write(master, "ABC\r", 4), 4);
	poll(NULL, 0, STEP_MS);
	assert_true(scanners_line(&desk->scanners, 200, &line, &source));
	assert_string_equal(line.text, "ABC");
	assert_int_equal(source, TRIAL_SERIAL);
	writer = open(fifo, O_WRONLY | O_CLOEXEC);
	assert_int_equal(write(writer, "DEF\n", 4), 4);
	assert_true(scanners_line(&desk->scanners, 300, &line, &source));
	assert_string_equal(line.text, "DEF");
	assert_int_equal(source, TRIAL_PIPE);
	close(writer);
	close(master);
	unlink(fifo);
}

static void only_a_pipe_must_be_there(void **state)
{
	struct desk *desk = *state;

	assert_int_equal(
	    scanners_open(&desk->scanners,
			  &(struct scanners_options){.serial = "/nonexistent",
						     .camera = "/nonexistent"}),
	    STATUS_OK);
	scanners_close(&desk->scanners);
	assert_int_equal(
	    scanners_open(&desk->scanners,
			  &(struct scanners_options){.pipe = "/nonexistent",
						     .serial = "auto",
						     .camera = "auto"}),
	    STATUS_FILE_MISSING);
}

int main(void)
{
#define DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    DESK(without_any_scanner_all_is_quiet),
	    DESK(a_camera_that_comes_later_is_found_and_may_go_again),
	    DESK(a_camera_that_gives_nothing_makes_way_for_the_next),
	    DESK(a_name_may_hold_the_signs_of_a_pattern),
	    DESK(nobody_is_filmed_while_no_slip_is_wanted),
	    DESK(the_preview_comes_eight_times_a_second_at_most_and_rests),
	    DESK(switched_off_none_is_looked_for),
	    DESK(a_serial_line_and_a_pipe_say_which_they_are),
	    DESK(only_a_pipe_must_be_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
