/* The kiosk's command line. */
#include "app/kiosk_options.h"
#include "tests/lib/cmocka_all.h"

enum { WORDS = 8 };

/* Reads the words of LINE as after the program's name; what was told is put
 * into RET_TOLD. */
static enum status read_line(const char *line, struct kiosk_options *options,
			     char ret_told[512])
{
	static char copy[256];
	char program[] = "stemmeboks-kiosk";
	char *argv[WORDS + 1] = {program}, *save = NULL;
	FILE *errors = fmemopen(ret_told, 512, "w");
	enum status status;
	int argc = 1;

	assert_non_null(errors);
	memset(ret_told, 0, 512);
	snprintf(copy, sizeof(copy), "%s", line);
	for (char *word = strtok_r(copy, " ", &save); word && argc < WORDS;
	     word = strtok_r(NULL, " ", &save))
		argv[argc++] = word;
	status = kiosk_options_read(argc, argv, errors, options);
	fclose(errors);
	return status;
}

static void a_file_is_all_it_needs(void **state)
{
	struct kiosk_options options;
	char told[512];

	(void)state;
	assert_int_equal(read_line("bolbro.stemmeboks", &options, told),
			 STATUS_OK);
	assert_string_equal(options.file, "bolbro.stemmeboks");
	assert_int_equal(options.window.width_px, 0);
	assert_null(options.demo);
	assert_string_equal(told, "");
}

static void every_scanner_is_looked_for_unless_told_otherwise(void **state)
{
	struct kiosk_options options;
	char told[512];

	(void)state;
	assert_int_equal(read_line("f", &options, told), STATUS_OK);
	assert_string_equal(options.camera, "auto");
	assert_string_equal(options.serial, "auto");
	assert_int_equal(
	    read_line("f --camera=/dev/video2 --serial off", &options, told),
	    STATUS_OK);
	assert_string_equal(options.camera, "/dev/video2");
	assert_string_equal(options.serial, "off");
	assert_int_equal(read_line("f --camera", &options, told), STATUS_USAGE);
	assert_non_null(strstr(told, "a folder, auto or off"));
}

static void where_a_meeting_is_made_no_file_is_needed_nor_taken(void **state)
{
	struct kiosk_options options;
	char told[512];

	(void)state;
	assert_int_equal(read_line("--set-up meetings --stick=usb --announce a",
				   &options, told),
			 STATUS_OK);
	assert_string_equal(options.set_up, "meetings");
	assert_string_equal(options.stick, "usb");
	assert_null(options.file);
	assert_int_equal(read_line("--set-up meetings f", &options, told),
			 STATUS_USAGE);
	assert_non_null(strstr(told, "--set-up takes a folder"));
}

static void a_window_may_have_its_place(void **state)
{
	struct kiosk_options options;
	char told[512];

	(void)state;
	assert_int_equal(read_line("--window 1184x740+16+48 f", &options, told),
			 STATUS_OK);
	assert_int_equal(options.window.width_px, 1184);
	assert_int_equal(options.window.height_px, 740);
	assert_true(options.window.placed);
	assert_int_equal(options.window.x_px, 16);
	assert_int_equal(options.window.y_px, 48);
	assert_int_equal(read_line("--window 1184x740 f", &options, told),
			 STATUS_OK);
	assert_false(options.window.placed);
}

static void every_option_is_taken_in_both_spellings(void **state)
{
	struct kiosk_options options;
	char told[512];

	(void)state;
	assert_int_equal(read_line("--window 1280x800 --display=1 "
				   "--px-per-mm 5.9 f --language=en",
				   &options, told),
			 STATUS_OK);
	assert_int_equal(options.window.width_px, 1280);
	assert_int_equal(options.window.height_px, 800);
	assert_int_equal(options.display, 1);
	assert_true(options.px_per_mm > 5.89 && options.px_per_mm < 5.91);
	assert_string_equal(options.language, "en");
	assert_int_equal(
	    read_line("f --demo=c --announce a --scan-pipe s", &options, told),
	    STATUS_OK);
	assert_string_equal(options.demo, "c");
	assert_string_equal(options.announce, "a");
	assert_string_equal(options.scan_pipe, "s");
}

static void what_is_wrong_is_said_with_what_to_write(void **state)
{
	static const struct {
		const char *line, *told;
	} wrong[] = {
	    {"", "give the meeting's file"},
	    {"a b", "only one file"},
	    {"f --window 1280", "as in --window 1280x800"},
	    {"f --window x800", "as in --window 1280x800"},
	    {"f --window 10x10", "as in --window 1280x800"},
	    {"f --window -1x800", "as in --window 1280x800"},
	    {"f --window 99999999999x800", "as in --window 1280x800"},
	    {"f --window", "as in --window 1280x800"},
	    {"f --display one", "as in --display 1"},
	    {"f --display 16", "as in --display 1"},
	    {"f --px-per-mm 0", "as in --px-per-mm 5.9"},
	    {"f --px-per-mm 5.93", "as in --px-per-mm 5.9"},
	    {"f --px-per-mm 5.", "as in --px-per-mm 5.9"},
	    {"f --announce a", "only together with --demo"},
	    {"f --fullscreen", "--fullscreen is not known"},
	    {"f --windows 1x1", "--windows is not known"},
	};
	char told[512];

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct kiosk_options options = {.display = 77};

		assert_int_equal(read_line(wrong[i].line, &options, told),
				 STATUS_USAGE);
		assert_non_null(strstr(told, wrong[i].told));
		assert_int_equal(options.display, 77);
	}
}

static void the_help_names_every_option(void **state)
{
	static const char *const names[] = {
	    "--window",	  "--display",	 "--px-per-mm", "--language", "--demo",
	    "--announce", "--scan-pipe", "--help",	"Example:"};
	struct kiosk_options options;
	char told[512], *help = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&help, &size);

	(void)state;
	assert_int_equal(read_line("--help", &options, told), STATUS_OK);
	assert_true(options.help);
	assert_non_null(out);
	kiosk_options_help(out);
	fclose(out);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_non_null(strstr(help, names[i]));
	free(help);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_file_is_all_it_needs),
	    cmocka_unit_test(every_scanner_is_looked_for_unless_told_otherwise),
	    cmocka_unit_test(
		where_a_meeting_is_made_no_file_is_needed_nor_taken),
	    cmocka_unit_test(a_window_may_have_its_place),
	    cmocka_unit_test(every_option_is_taken_in_both_spellings),
	    cmocka_unit_test(what_is_wrong_is_said_with_what_to_write),
	    cmocka_unit_test(the_help_names_every_option),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
