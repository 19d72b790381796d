/* The clock before the room. */
#include "hall/stopwatch.h"

#include "tests/lib/cmocka_all.h"

enum { WHOLE = 180000, START = 5000 };

static struct stopwatch running(void)
{
	struct stopwatch watch;

	stopwatch_set(&watch, WHOLE);
	stopwatch_toggle(&watch, START);
	return watch;
}

static void it_stands_full_until_it_is_started(void **state)
{
	struct stopwatch watch;

	(void)state;
	stopwatch_set(&watch, WHOLE);
	assert_int_equal(stopwatch_left_ms(&watch, START), WHOLE);
	assert_int_equal(stopwatch_left_ms(&watch, START + 99999), WHOLE);
	assert_int_equal(stopwatch_seconds(&watch, START), 180);
	assert_int_equal(stopwatch_wait_ms(&watch, START), -1);
	assert_false(watch.started);
}

static void it_runs_and_stops_and_runs_on(void **state)
{
	struct stopwatch watch = running();

	(void)state;
	assert_true(watch.started);
	assert_int_equal(stopwatch_left_ms(&watch, START + 60000), 120000);
	stopwatch_toggle(&watch, START + 60000);
	assert_false(watch.running);
	assert_int_equal(stopwatch_left_ms(&watch, START + 90000), 120000);
	assert_int_equal(stopwatch_wait_ms(&watch, START + 90000), -1);
	stopwatch_toggle(&watch, START + 90000);
	assert_int_equal(stopwatch_left_ms(&watch, START + 100000), 110000);
}

static void a_second_is_shown_until_it_is_over(void **state)
{
	struct stopwatch watch = running();

	(void)state;
	assert_int_equal(stopwatch_seconds(&watch, START + 1), 180);
	assert_int_equal(stopwatch_seconds(&watch, START + 999), 180);
	assert_int_equal(stopwatch_seconds(&watch, START + 1000), 179);
	assert_int_equal(stopwatch_seconds(&watch, START + WHOLE - 1), 1);
	assert_int_equal(stopwatch_seconds(&watch, START + WHOLE), 0);
}

/* Whoever sleeps that long and looks again sees another second, and had not a
 * millisecond before. */
static void the_wait_ends_when_the_second_changes(void **state)
{
	struct stopwatch watch = running();
	uint64_t now = START + 137;

	(void)state;
	for (int i = 0; i < 200; i++) {
		int wait = stopwatch_wait_ms(&watch, now);
		int seconds = stopwatch_seconds(&watch, now);

		if (wait < 0)
			break;
		assert_int_equal(
		    stopwatch_seconds(&watch, now + (uint64_t)wait - 1),
		    seconds);
		now += (uint64_t)wait;
		assert_int_equal(stopwatch_seconds(&watch, now), seconds - 1);
	}
	assert_int_equal(now, START + WHOLE);
	assert_int_equal(stopwatch_wait_ms(&watch, now), -1);
}

static void one_that_ran_out_stays_so(void **state)
{
	struct stopwatch watch = running();

	(void)state;
	for (int i = 0; i < 3; i++) {
		stopwatch_toggle(&watch, START + WHOLE + i);
		assert_int_equal(
		    stopwatch_left_ms(&watch, START + WHOLE + 10 * i), 0);
	}
	/* Pressing in vain did not stop it: it runs on with what it is given.
	 */
	stopwatch_add(&watch, STOPWATCH_STEP_MS, START + WHOLE + 1000);
	assert_true(stopwatch_wait_ms(&watch, START + WHOLE + 1000) > 0);
}

static void more_time_runs_on_at_once(void **state)
{
	struct stopwatch watch = running();

	(void)state;
	stopwatch_add(&watch, STOPWATCH_STEP_MS, START + WHOLE + 4000);
	assert_int_equal(stopwatch_left_ms(&watch, START + WHOLE + 5000),
			 29000);
}

static void time_is_added_and_taken_within_its_bounds(void **state)
{
	struct stopwatch watch = running();

	(void)state;
	stopwatch_add(&watch, -STOPWATCH_STEP_MS, START + 60000);
	assert_int_equal(stopwatch_left_ms(&watch, START + 60000), 90000);
	assert_int_equal(watch.whole_ms, WHOLE);
	stopwatch_add(&watch, -100 * STOPWATCH_STEP_MS, START + 60000);
	assert_int_equal(stopwatch_left_ms(&watch, START + 60000), 0);
	for (int i = 0; i < 300; i++)
		stopwatch_add(&watch, STOPWATCH_STEP_MS, START + 60000);
	assert_int_equal(stopwatch_left_ms(&watch, START + 60000),
			 STOPWATCH_MOST_MS);
}

static void the_ring_is_never_more_than_full(void **state)
{
	struct stopwatch watch = running();

	(void)state;
	stopwatch_add(&watch, STOPWATCH_STEP_MS, START + 60000);
	assert_int_equal(watch.whole_ms, WHOLE);
	stopwatch_add(&watch, STOPWATCH_STEP_MS, START + 60000);
	stopwatch_add(&watch, STOPWATCH_STEP_MS, START + 60000);
	assert_int_equal(watch.whole_ms, WHOLE + STOPWATCH_STEP_MS);
}

static void a_clock_read_too_early_lost_nothing(void **state)
{
	struct stopwatch watch = running();

	(void)state;
	assert_int_equal(stopwatch_left_ms(&watch, START - 100), WHOLE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_stands_full_until_it_is_started),
	    cmocka_unit_test(it_runs_and_stops_and_runs_on),
	    cmocka_unit_test(a_second_is_shown_until_it_is_over),
	    cmocka_unit_test(the_wait_ends_when_the_second_changes),
	    cmocka_unit_test(one_that_ran_out_stays_so),
	    cmocka_unit_test(more_time_runs_on_at_once),
	    cmocka_unit_test(time_is_added_and_taken_within_its_bounds),
	    cmocka_unit_test(the_ring_is_never_more_than_full),
	    cmocka_unit_test(a_clock_read_too_early_lost_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
