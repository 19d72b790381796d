/* The hardware's check: what each figure says, by table. */
#include "core/check.h"

#include "tests/lib/cmocka_all.h"

/* All is as it should be, and was tried. */
static struct check_facts good_facts(void)
{
	return (struct check_facts){
	    .disk = {.count = CHECK_SYNCS, .median_us = 3000, .worst_us = 9000},
	    .free_mib = 40000,
	    .battery = 83,
	    .now = "2015-11-10 19:05",
	    .last = "2015-11-10 19:00",
	    .day = "2015-11-10",
	    .display_count = 2,
	    .ruler = true,
	    .camera = true,
	    .sound = true,
	    .headphones = true,
	};
}

static struct check_hands good_hands(void)
{
	struct check_hands hands = {
	    .touched = CHECK_TARGETS,
	    .miss_tenths = {12, 30, 8, 41, 5},
	    .fingers = 2,
	};

	hands.scanner.verdict = hands.camera.verdict = TRIAL_GOOD;
	hands.answer[CHECK_SOUND] = CHECK_YES;
	hands.answer[CHECK_HEADPHONES] = CHECK_YES;
	hands.answer[CHECK_CLOCK] = CHECK_YES;
	return hands;
}

static void expect(const struct check_facts *facts,
		   const struct check_hands *hands, enum check_item item,
		   enum check_says says)
{
	enum check_says said = check_judge(facts, hands, item);

	if (said != says)
		fail_msg("%s: %s, not %s", check_name(item),
			 check_says_name(said), check_says_name(says));
}

static void all_that_is_good_is_ok_and_nothing_tried_is_told_so(void **state)
{
	struct check_facts facts = good_facts(),
			   none = {.free_mib = -1, .battery = -1};
	struct check_hands hands = good_hands(), idle = {0};

	(void)state;
	for (int i = 0; i < CHECK_ITEMS; i++)
		assert_int_equal(check_state(check_judge(&facts, &hands,
							 (enum check_item)i)),
				 CHECK_OK);
	for (int i = 0; i < CHECK_ITEMS; i++) {
		enum check_state how =
		    check_state(check_judge(&none, &idle, (enum check_item)i));

		assert_int_equal(how, i == CHECK_CAMERA || i == CHECK_SOUND ||
					      i == CHECK_HEADPHONES
					  ? CHECK_MISSING
				      : i == CHECK_BATTERY ? CHECK_OK
							   : CHECK_UNTRIED);
	}
}

static void a_disk_is_honest_between_too_fast_and_too_slow(void **state)
{
	static const struct {
		int64_t median_us, worst_us;
		bool memory;
		enum check_says says;
	} rows[] = {
	    {50, 100, false, CHECK_SAYS_DISK_FAST},
	    {199, 90000, false, CHECK_SAYS_DISK_FAST},
	    {200, 90000, false, CHECK_SAYS_DISK_GOOD},
	    {3000, 500000, false, CHECK_SAYS_DISK_GOOD},
	    {3000, 500001, false, CHECK_SAYS_DISK_SLOW},
	    {20, 40, true, CHECK_SAYS_DISK_MEMORY},
	    {3000, 9000, true, CHECK_SAYS_DISK_MEMORY},
	};
	struct check_facts facts = good_facts();
	struct check_hands hands = good_hands();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		facts.disk.median_us = rows[i].median_us;
		facts.disk.worst_us = rows[i].worst_us;
		facts.disk.memory = rows[i].memory;
		expect(&facts, &hands, CHECK_DISK, rows[i].says);
	}
}

static void median_and_worst_are_those_of_any_order(void **state)
{
	int64_t times[] = {900, 100, 5000, 300, 200};
	struct check_disk disk = {0};

	(void)state;
	check_disk_sum(times, 5, &disk);
	assert_int_equal(disk.count, 5);
	assert_int_equal(disk.median_us, 300);
	assert_int_equal(disk.worst_us, 5000);
	check_disk_sum(times, 0, &disk);
	assert_int_equal(disk.count, 0);
}

static void a_battery_warns_below_a_third_and_off_mains(void **state)
{
	static const struct {
		int percent;
		bool draining;
		enum check_says says;
	} rows[] = {
	    {-1, false, CHECK_SAYS_BATTERY_NONE},
	    {29, false, CHECK_SAYS_BATTERY_LOW},
	    {29, true, CHECK_SAYS_BATTERY_LOW},
	    {30, false, CHECK_SAYS_BATTERY_GOOD},
	    {100, true, CHECK_SAYS_BATTERY_DRAINS},
	};
	struct check_facts facts = good_facts();
	struct check_hands hands = good_hands();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		facts.battery = rows[i].percent;
		facts.draining = rows[i].draining;
		expect(&facts, &hands, CHECK_BATTERY, rows[i].says);
	}
}

/* What the file knows of time is not outdone by a nod. */
static void a_clock_is_held_against_the_meeting(void **state)
{
	static const struct {
		const char *now, *last, *day;
		enum check_answer answer;
		enum check_says says;
	} rows[] = {
	    {"2015-11-10 19:05", "2015-11-10 19:05", "2015-11-10", CHECK_YES,
	     CHECK_SAYS_CLOCK_GOOD},
	    {"2015-11-10 18:59", "2015-11-10 19:00", "2015-11-10", CHECK_YES,
	     CHECK_SAYS_CLOCK_BEFORE},
	    {"2015-09-11 12:00", "", "2015-11-10", CHECK_UNASKED,
	     CHECK_SAYS_CLOCK_TRY},
	    {"2015-09-10 12:00", "", "2015-11-10", CHECK_YES,
	     CHECK_SAYS_CLOCK_DAY},
	    {"2016-01-10 12:00", "", "2015-11-10", CHECK_YES,
	     CHECK_SAYS_CLOCK_DAY},
	    {"1970-01-01 00:04", "", "2015-11-10", CHECK_UNASKED,
	     CHECK_SAYS_CLOCK_DAY},
	    {"1970-01-01 00:04", "", "", CHECK_NO, CHECK_SAYS_CLOCK_WRONG},
	    {"2015-11-10 19:05", "", "", CHECK_UNASKED, CHECK_SAYS_CLOCK_TRY},
	};
	struct check_facts facts = good_facts();
	struct check_hands hands = good_hands();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		strcpy(facts.now, rows[i].now);
		strcpy(facts.last, rows[i].last);
		strcpy(facts.day, rows[i].day);
		hands.answer[CHECK_CLOCK] = rows[i].answer;
		expect(&facts, &hands, CHECK_CLOCK, rows[i].says);
	}
}

static void days_are_counted_over_leap_years(void **state)
{
	static const struct {
		const char *text;
		int day;
	} rows[] = {
	    {"1970-01-01", 0},	    {"1970-03-01", 59},
	    {"2000-02-29", 11016},  {"2000-03-01 10:00", 11017},
	    {"1900-03-01", -25508}, {"2026-11-25", 20782},
	};
	static const char *const none[] = {
	    "", "2026", "2026-13-01", "2026-00-01", "2026-01-32", "x"};
	int day = 7;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_true(check_day(rows[i].text, &day));
		assert_int_equal(day, rows[i].day);
	}
	day = 7;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_false(check_day(none[i], &day));
	assert_int_equal(day, 7);
}

static void a_touch_is_off_where_it_lies_beside_a_button(void **state)
{
	struct check_facts facts = good_facts();
	struct check_hands hands = good_hands();

	(void)state;
	assert_int_equal(check_worst(&hands), 41);
	hands.miss_tenths[2] = 100;
	expect(&facts, &hands, CHECK_TOUCH, CHECK_SAYS_TOUCH_GOOD);
	hands.miss_tenths[2] = 101;
	expect(&facts, &hands, CHECK_TOUCH, CHECK_SAYS_TOUCH_OFF);
	hands.miss_tenths[2] = 0;
	hands.fingers = 1;
	expect(&facts, &hands, CHECK_TOUCH, CHECK_SAYS_TOUCH_ONE);
	/* Those before the last try are none. */
	hands.touched = 4;
	expect(&facts, &hands, CHECK_TOUCH, CHECK_SAYS_TOUCH_TRY);
	assert_int_equal(check_worst(&hands), 41);
	hands.touched = 2;
	assert_int_equal(check_worst(&hands), 30);
}

static void what_was_heard_or_read_decides_for_the_rest(void **state)
{
	struct check_facts facts = good_facts();
	struct check_hands hands = good_hands();

	(void)state;
	hands.scanner.verdict = TRIAL_CHANGED;
	hands.camera.verdict = TRIAL_MISSING;
	hands.answer[CHECK_SOUND] = CHECK_NO;
	hands.answer[CHECK_HEADPHONES] = CHECK_NO;
	facts.display_count = 1;
	facts.free_mib = CHECK_FREE_MIB - 1;
	expect(&facts, &hands, CHECK_SCANNER, CHECK_SAYS_SCANNER_BAD);
	expect(&facts, &hands, CHECK_CAMERA, CHECK_SAYS_CAMERA_TRY);
	expect(&facts, &hands, CHECK_SOUND, CHECK_SAYS_SOUND_SILENT);
	expect(&facts, &hands, CHECK_HEADPHONES, CHECK_SAYS_HEADPHONES_SILENT);
	expect(&facts, &hands, CHECK_DISPLAYS, CHECK_SAYS_DISPLAYS_ONE);
	expect(&facts, &hands, CHECK_SPACE, CHECK_SAYS_SPACE_LOW);
	facts.sound = facts.headphones = facts.camera = false;
	expect(&facts, &hands, CHECK_CAMERA, CHECK_SAYS_CAMERA_NONE);
	expect(&facts, &hands, CHECK_SOUND, CHECK_SAYS_SOUND_NONE);
	expect(&facts, &hands, CHECK_HEADPHONES, CHECK_SAYS_HEADPHONES_NONE);
}

/* A row that nothing can say would be a dead one; names are for scripts. */
static void every_row_has_names_of_its_own_and_words(void **state)
{
	(void)state;
	for (int i = 0; i < CHECK_SAYS_COUNT; i++) {
		assert_true(strlen(check_text((enum check_says)i)) > 5);
		for (int j = 0; j < i; j++)
			assert_string_not_equal(
			    check_says_name((enum check_says)i),
			    check_says_name((enum check_says)j));
	}
	for (int i = 0; i < CHECK_ITEMS; i++) {
		assert_int_equal(check_find(check_name((enum check_item)i)), i);
		assert_true(*check_label((enum check_item)i) != '\0');
	}
	assert_int_equal(check_find("nose"), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		all_that_is_good_is_ok_and_nothing_tried_is_told_so),
	    cmocka_unit_test(a_disk_is_honest_between_too_fast_and_too_slow),
	    cmocka_unit_test(median_and_worst_are_those_of_any_order),
	    cmocka_unit_test(a_battery_warns_below_a_third_and_off_mains),
	    cmocka_unit_test(a_clock_is_held_against_the_meeting),
	    cmocka_unit_test(days_are_counted_over_leap_years),
	    cmocka_unit_test(a_touch_is_off_where_it_lies_beside_a_button),
	    cmocka_unit_test(what_was_heard_or_read_decides_for_the_rest),
	    cmocka_unit_test(every_row_has_names_of_its_own_and_words),
	};

	return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
