/* The millimetre as a ruler finds it on this very screen. */
#include "tests/lib/cmocka_all.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/kiosk_options.h"
#include "app/ruler.h"
#include "tests/lib/display.h"
#include "ui/widget.h"

enum { WIDGET_STEP = 1, WIDGET_KEEP };

static char folder[PATH_MAX], path[PATH_MAX + 64];

static int set_up(void **state)
{
	(void)state;
	snprintf(folder, sizeof(folder), "/tmp/ruler-XXXXXX");
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/new/stemmeboks/px-per-mm", folder);
	return 0;
}

static int tear_down(void **state)
{
	char command[PATH_MAX + 16];

	(void)state;
	snprintf(command, sizeof(command), "rm -r '%s'", folder);
	return system(command);
}

static void what_is_kept_is_read_for_the_same_display_only(void **state)
{
	(void)state;
	assert_int_equal(ruler_keep(path, 1920, 1080, 392), STATUS_OK);
	assert_float_equal(ruler_read(path, 1920, 1080), 3.92, 1e-6);
	assert_true(ruler_read(path, 1280, 800) == 0);
	assert_int_equal(ruler_keep(path, 1280, 800, 590), STATUS_OK);
	assert_float_equal(ruler_read(path, 1280, 800), 5.9, 1e-6);
	assert_true(ruler_read(path, 1920, 1080) == 0);
}

static void a_damaged_file_tells_nothing(void **state)
{
	static const char *const damaged[] = {"",
					      "1920",
					      "1920 1080 4",
					      "1920 1080 99999",
					      "wide high 400",
					      "1920 1080 -392"};

	(void)state;
	assert_true(ruler_read(path, 1920, 1080) == 0);
	assert_int_equal(ruler_keep(path, 1920, 1080, 392), STATUS_OK);
	for (size_t i = 0; i < sizeof(damaged) / sizeof(damaged[0]); i++) {
		FILE *out = fopen(path, "w");

		assert_non_null(out);
		fputs(damaged[i], out);
		fclose(out);
		assert_true(ruler_read(path, 1920, 1080) == 0);
	}
}

static void a_place_that_cannot_be_written_is_told(void **state)
{
	char file[PATH_MAX + 80];

	(void)state;
	assert_int_equal(ruler_keep(path, 1920, 1080, 392), STATUS_OK);
	snprintf(file, sizeof(file), "%s/below", path);
	assert_int_equal(ruler_keep(file, 1920, 1080, 400), STATUS_FILE_WRITE);
	assert_float_equal(ruler_read(path, 1920, 1080), 3.92, 1e-6);
}

/* The px that the line is long in the last frame. */
static int line_px(struct ui *ui)
{
	char *dump = NULL, *line;
	size_t size = 0;
	FILE *out = open_memstream(&dump, &size);
	int w = 0;

	assert_non_null(out);
	ui_dump(ui, out);
	fclose(out);
	line = strstr(dump, " 24 PRIMARY");
	assert_non_null(line);
	while (line > dump && line[-1] != '\n')
		line--;
	assert_int_equal(sscanf(line, "fill %*d %*d %d", &w), 1);
	free(dump);
	return (int)(w * ui_scale(ui) + 0.5);
}

static int frame(struct ui *ui, int hundredths)
{
	int next = hundredths;

	do {
		int now;

		ui_begin(ui, 1000);
		now = ruler_draw(ui, hundredths);
		ui_end(ui);
		if (now != hundredths)
			next = now;
	} while (ui_pending(ui));
	return next;
}

static int touch(struct ui *ui, int hundredths, uint32_t id)
{
	const struct ui_target *target;

	frame(ui, hundredths);
	target = display_find(ui, id);
	assert_non_null(target);
	display_touch(ui, target);
	return frame(ui, hundredths);
}

static void
the_line_is_a_hundred_millimetres_and_touches_change_it(void **state)
{
	(void)state;
	for (int form = 0; form < DISPLAYS; form++) {
		struct ui *ui = display_open(form);

		frame(ui, 400);
		assert_in_range(line_px(ui), 399, 401);
		frame(ui, 590);
		assert_in_range(line_px(ui), 589, 591);
		assert_int_equal(ui_clipped(ui), 0);
		assert_int_equal(touch(ui, 400, UI_ID(WIDGET_STEP, 2)), 402);
		assert_int_equal(touch(ui, 400, UI_ID(WIDGET_STEP, 1)), 398);
		assert_int_equal(touch(ui, 400, UI_ID(WIDGET_STEP, 3)), 420);
		assert_int_equal(touch(ui, 400, UI_ID(WIDGET_STEP, 0)), 380);
		assert_int_equal(touch(ui, 100, UI_ID(WIDGET_STEP, 0)), 100);
		assert_int_equal(touch(ui, 400, UI_ID(WIDGET_KEEP, 0)), -1);
		ui_free(ui);
	}
}

static void
a_kept_measure_is_used_unless_the_option_says_otherwise(void **state)
{
	struct kiosk_options options = {
	    .window = {.width_px = 1280, .height_px = 800}};
	char own[PATH_MAX];

	(void)state;
	setenv("XDG_DATA_HOME", folder, 1);
	assert_true(ruler_kept(&options) == 0);
	assert_int_equal(ruler_path(own, sizeof(own)), STATUS_OK);
	assert_int_equal(ruler_keep(own, 1280, 800, 512), STATUS_OK);
	assert_float_equal(ruler_kept(&options), 5.12, 1e-6);
	options.window.width_px = 1281;
	assert_true(ruler_kept(&options) == 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(what_is_kept_is_read_for_the_same_display_only),
	    TEST(a_damaged_file_tells_nothing),
	    TEST(a_place_that_cannot_be_written_is_told),
	    TEST(the_line_is_a_hundred_millimetres_and_touches_change_it),
	    TEST(a_kept_measure_is_used_unless_the_option_says_otherwise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
