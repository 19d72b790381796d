/* A text takes the largest type in which it fits. */
#include "tests/lib/cmocka_all.h"

#include "tests/lib/ui_fixture.h"

static const enum type types[] = {TYPE_DISPLAY, TYPE_H2, TYPE_SMALL_BOLD};

enum { TYPES = sizeof(types) / sizeof(types[0]), HIGH = 1000 };

static const struct ladder boxed = {types, TYPES, text_fits};
static const struct ladder whole = {types, TYPES, text_fits_whole};
static const struct ladder lined = {types, TYPES, text_fits_line};

static const char text[] = "Bevægelsespark for alle";

static int open_window(void **state)
{
	*state = fixture_open(1280, 720);
	return 0;
}

static int close_window(void **state)
{
	ui_free(*state);
	return 0;
}

static void the_first_type_of_the_ladder_that_fits_is_taken(void **state)
{
	int wide = text_width(*state, text, TYPE_DISPLAY);
	int less = text_width(*state, text, TYPE_H2);

	assert_int_equal(text_fit(*state, text, &lined, TYPE_DISPLAY, wide, 0),
			 TYPE_DISPLAY);
	assert_int_equal(
	    text_fit(*state, text, &lined, TYPE_DISPLAY, wide - 1, 0), TYPE_H2);
	assert_int_equal(
	    text_fit(*state, text, &lined, TYPE_DISPLAY, less - 1, 0),
	    TYPE_SMALL_BOLD);
	/* Nothing is smaller. */
	assert_int_equal(text_fit(*state, text, &lined, TYPE_DISPLAY, 1, 0),
			 TYPE_SMALL_BOLD);
}

static void nothing_larger_than_asked_is_taken(void **state)
{
	assert_int_equal(text_fit(*state, text, &lined, TYPE_H2, HIGH, 0),
			 TYPE_H2);
	/* One that is not in the ladder. */
	assert_int_equal(text_fit(*state, text, &lined, TYPE_TITLE, HIGH, 0),
			 TYPE_SMALL_BOLD);
}

static void lines_count_as_far_as_they_are_high(void **state)
{
	int width = text_width(*state, text, TYPE_DISPLAY) - 1;
	int high = text_height(*state, text, TYPE_DISPLAY, width);

	assert_int_equal(
	    text_fit(*state, text, &boxed, TYPE_DISPLAY, width, high),
	    TYPE_DISPLAY);
	assert_int_equal(
	    text_fit(*state, text, &boxed, TYPE_DISPLAY, width, high - 1),
	    TYPE_H2);
}

static void a_word_is_parted_only_where_the_ladder_lets_it_be(void **state)
{
	int word = text_word_width(*state, text, TYPE_DISPLAY);

	assert_int_equal(word,
			 text_width(*state, "Bevægelsespark", TYPE_DISPLAY));
	assert_int_equal(
	    text_fit(*state, text, &whole, TYPE_DISPLAY, word, HIGH),
	    TYPE_DISPLAY);
	assert_int_equal(
	    text_fit(*state, text, &whole, TYPE_DISPLAY, word - 1, HIGH),
	    TYPE_H2);
	assert_int_equal(
	    text_fit(*state, text, &boxed, TYPE_DISPLAY, word - 1, HIGH),
	    TYPE_DISPLAY);
}

static void no_words_are_no_wider_than_nothing(void **state)
{
	assert_int_equal(text_word_width(*state, "", TYPE_H2), 0);
	assert_int_equal(text_word_width(*state, " \n ", TYPE_H2), 0);
	assert_int_equal(text_word_width(*state, "a\nHurtigpulje b", TYPE_H2),
			 text_width(*state, "Hurtigpulje", TYPE_H2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_first_type_of_the_ladder_that_fits_is_taken),
	    cmocka_unit_test(nothing_larger_than_asked_is_taken),
	    cmocka_unit_test(lines_count_as_far_as_they_are_high),
	    cmocka_unit_test(a_word_is_parted_only_where_the_ladder_lets_it_be),
	    cmocka_unit_test(no_words_are_no_wider_than_nothing),
	};

	return cmocka_run_group_tests(tests, open_window, close_window);
}
