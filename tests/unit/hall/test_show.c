#include "hall/show.h"

#include "tests/lib/cmocka_all.h"

enum { PAGES = 3, START = 1000 };

static struct show started(void)
{
	struct show show = {0};

	assert_true(show_scene(&show, SCENE_RESULT, START));
	return show;
}

static void a_page_is_turned_after_its_time(void **state)
{
	struct show show = started();

	(void)state;
	assert_false(show_tick(&show, PAGES, START + SHOW_TURN_MS - 1));
	assert_int_equal(show.page, 0);
	assert_true(show_tick(&show, PAGES, START + SHOW_TURN_MS));
	assert_int_equal(show.page, 1);
}

static void after_the_last_page_comes_the_first(void **state)
{
	struct show show = started();

	(void)state;
	for (int i = 1; i <= PAGES; i++)
		show_tick(&show, PAGES, START + i * SHOW_TURN_MS);
	assert_int_equal(show.page, 0);
}

static void one_page_alone_is_never_turned(void **state)
{
	struct show show = started();

	(void)state;
	for (int i = 1; i < 5; i++)
		assert_false(show_tick(&show, 1, START + i * SHOW_TURN_MS));
	assert_int_equal(show.page, 0);
}

static void a_hand_stops_the_clock_for_a_minute(void **state)
{
	struct show show = started();

	(void)state;
	assert_true(show_turn(&show, PAGES, 1, START + 5000));
	assert_int_equal(show.page, 1);
	assert_false(show_tick(&show, PAGES, START + 5000 + SHOW_HAND_MS - 1));
	assert_true(show_tick(&show, PAGES, START + 5000 + SHOW_HAND_MS));
}

static void a_hand_does_not_turn_past_the_ends(void **state)
{
	struct show show = started();

	(void)state;
	assert_false(show_turn(&show, PAGES, -1, START));
	assert_int_equal(show.page, 0);
	for (int i = 0; i < 5; i++)
		show_turn(&show, PAGES, 1, START);
	assert_int_equal(show.page, PAGES - 1);
}

static void another_scene_begins_at_its_first_page(void **state)
{
	struct show show = started();

	(void)state;
	show_turn(&show, PAGES, 1, START);
	assert_false(show_scene(&show, SCENE_RESULT, START + 1));
	assert_int_equal(show.page, 1);
	assert_true(show_scene(&show, SCENE_CLOSED, START + 2));
	assert_int_equal(show.page, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_page_is_turned_after_its_time),
	    cmocka_unit_test(after_the_last_page_comes_the_first),
	    cmocka_unit_test(one_page_alone_is_never_turned),
	    cmocka_unit_test(a_hand_stops_the_clock_for_a_minute),
	    cmocka_unit_test(a_hand_does_not_turn_past_the_ends),
	    cmocka_unit_test(another_scene_begins_at_its_first_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
