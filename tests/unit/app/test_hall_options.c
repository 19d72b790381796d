#include "app/hall_options.h"

#include "tests/lib/cmocka_all.h"

enum { WORDS = 6 };

static enum status read_words(const char *const words[WORDS],
			      struct hall_options *ret_options, bool *ret_told)
{
	char *argv[WORDS + 2] = {(char *)(uintptr_t) "stemmeboks-hall"};
	char *told = NULL;
	size_t size = 0;
	FILE *errors = open_memstream(&told, &size);
	enum status status;
	int argc = 1;

	assert_non_null(errors);
	for (; argc <= WORDS && words[argc - 1]; argc++)
		argv[argc] = (char *)(uintptr_t)words[argc - 1];
	status = hall_options_read(argc, argv, errors, ret_options);
	assert_int_equal(fclose(errors), 0);
	*ret_told = size > 0;
	free(told);
	return status;
}

static void what_is_asked_for_is_understood(void **state)
{
	static const struct {
		const char *words[WORDS];
		struct hall_options options;
	} cases[] = {
	    {{"a.stemmeboks"}, {.file = "a.stemmeboks"}},
	    {{"a", "--display", "1"}, {.file = "a", .display = 1}},
	    {{"--display=2", "a"}, {.file = "a", .display = 2}},
	    {{"--window", "1280x720", "a"},
	     {.file = "a", .window.width_px = 1280, .window.height_px = 720}},
	    {{"a", "--window", "640x360+20+1060"},
	     {.file = "a", .window = {640, 360, 20, 1060, true}}},
	    {{"a", "--language", "en"}, {.file = "a", .language = "en"}},
	    {{"--", "--odd"}, {.file = "--odd"}},
	    {{"--help"}, {.help = true}},
	    {{"a", "--help"}, {.file = "a", .help = true}},
	    {{"-h"}, {.help = true}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct hall_options *wanted = &cases[i].options;
		struct hall_options options;
		bool told;

		assert_int_equal(read_words(cases[i].words, &options, &told),
				 STATUS_OK);
		assert_false(told);
		assert_int_equal(options.display, wanted->display);
		assert_int_equal(options.window.width_px,
				 wanted->window.width_px);
		assert_int_equal(options.window.height_px,
				 wanted->window.height_px);
		assert_int_equal(options.window.x_px, wanted->window.x_px);
		assert_int_equal(options.window.y_px, wanted->window.y_px);
		assert_int_equal(options.window.placed, wanted->window.placed);
		assert_int_equal(options.help, wanted->help);
		assert_string_equal(options.file ? options.file : "",
				    wanted->file ? wanted->file : "");
		assert_string_equal(options.language ? options.language : "",
				    wanted->language ? wanted->language : "");
	}
}

static void what_is_wrong_is_told_and_changes_nothing(void **state)
{
	static const char *const cases[][WORDS] = {
	    {NULL},
	    {"a", "b"},
	    {"a", "--display"},
	    {"a", "--display", "-1"},
	    {"a", "--display", "one"},
	    {"a", "--display", "99"},
	    {"a", "--display", ""},
	    {"a", "--window", "1280"},
	    {"a", "--window", "1280x"},
	    {"a", "--window", "x720"},
	    {"a", "--window", "1280x720x3"},
	    {"a", "--window", "1x1"},
	    {"a", "--window", "1280x720+5"},
	    {"a", "--window", "1280x720+5+"},
	    {"a", "--window", "1280x720+5+6+7"},
	    {"a", "--window", "1280x720+-5+6"},
	    {"a", "--window", "1280x720+5+99999"},
	    {"a", "--window", "99999999999999999999x720"},
	    {"a", "--language", ""},
	    {"a", "--wndow", "1280x720"},
	    {"a", "-x"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct hall_options options = {.display = 7};
		bool told;

		assert_int_equal(read_words(cases[i], &options, &told),
				 STATUS_USAGE);
		assert_true(told);
		assert_int_equal(options.display, 7);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_asked_for_is_understood),
	    cmocka_unit_test(what_is_wrong_is_told_and_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
