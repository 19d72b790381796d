/* The public count goes at the organiser's speed, stops, and goes back. */
#include "hall/playback.h"

#include "tests/lib/cmocka_all.h"

enum { START = 5000, COUNT = 500 };

static struct playback running(int count, int speed)
{
	struct playback playback;

	playback_reset(&playback, count);
	playback_change_speed(&playback, speed - playback.speed, START);
	playback_toggle(&playback, START);
	return playback;
}

static void it_begins_before_the_first_ballot_and_stands_still(void **state)
{
	struct playback playback;

	(void)state;
	playback_reset(&playback, COUNT);
	assert_int_equal(playback.position, 0);
	assert_int_equal(playback.speed, 2);
	assert_false(playback.running);
	assert_false(playback_tick(&playback, START + 100000));
	assert_int_equal(playback_wait_ms(&playback, START), -1);
}

static void each_speed_is_faster_than_the_one_before(void **state)
{
	static const int counts[] = {1, 10, 43, 87, 240, 500, 50000};

	(void)state;
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		assert_int_equal(playback_ballot_ms(0, counts[i]), 0);
		for (int speed = 2; speed < PLAYBACK_SPEEDS; speed++)
			assert_true(playback_ballot_ms(speed, counts[i]) <
				    playback_ballot_ms(speed - 1, counts[i]));
		assert_true(playback_ballot_ms(PLAYBACK_SPEEDS - 1, counts[i]) >
			    0);
	}
}

static void the_whole_box_takes_a_minute(void **state)
{
	static const int counts[] = {500, 1000, 50000, 100000};

	(void)state;
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		struct playback playback =
		    running(counts[i], PLAYBACK_SPEEDS - 1);

		assert_true(
		    playback_tick(&playback, START + PLAYBACK_WHOLE_MS - 1));
		assert_true(playback.position < counts[i]);
		assert_true(playback.position > counts[i] - 3);
		assert_true(playback.running);
		assert_true(
		    playback_tick(&playback, START + PLAYBACK_WHOLE_MS));
		assert_int_equal(playback.position, counts[i]);
		assert_false(playback.running);
	}
}

static void it_waits_exactly_until_the_next_ballot(void **state)
{
	static const int counts[] = {43, 500, 7001, 50000};

	(void)state;
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		for (int speed = 1; speed < PLAYBACK_SPEEDS; speed++) {
			struct playback playback = running(counts[i], speed);
			uint64_t now = START;

			for (int turn = 0; turn < 50; turn++) {
				int wait = playback_wait_ms(&playback, now);

				if (wait < 0)
					break;
				assert_true(wait > 0);
				assert_false(playback_tick(
				    &playback, now + (uint64_t)wait - 1));
				now += (uint64_t)wait;
				assert_true(playback_tick(&playback, now));
			}
		}
	}
}

static void a_stop_loses_no_ballot_and_repeats_none(void **state)
{
	struct playback playback = running(COUNT, 2);
	int each = playback_ballot_ms(2, COUNT);
	uint64_t now = START + 10 * (uint64_t)each + 5;

	(void)state;
	playback_toggle(&playback, now);
	assert_int_equal(playback.position, 10);
	assert_false(playback.running);
	assert_false(playback_tick(&playback, now + 100000));
	playback_toggle(&playback, now + 100000);
	assert_true(playback.running);
	assert_true(playback_tick(&playback, now + 100000 + (uint64_t)each));
	assert_int_equal(playback.position, 11);
}

static void a_step_by_hand_stops_the_clock(void **state)
{
	struct playback playback = running(COUNT, 1);

	(void)state;
	assert_true(playback_step(&playback, 1, START));
	assert_int_equal(playback.position, 1);
	assert_false(playback.running);
	assert_true(playback_step(&playback, -1, START));
	assert_false(playback_step(&playback, -1, START));
	assert_int_equal(playback.position, 0);
}

static void by_hand_only_the_hand_moves(void **state)
{
	struct playback playback = running(COUNT, 0);

	(void)state;
	assert_false(playback.running);
	playback_toggle(&playback, START);
	assert_false(playback.running);
	assert_true(playback_step(&playback, 1, START));
	assert_false(playback_tick(&playback, START + 100000));
	assert_int_equal(playback.position, 1);
}

static void another_speed_goes_on_from_where_it_is(void **state)
{
	struct playback playback = running(COUNT, 1);
	uint64_t now = START + 4 * (uint64_t)playback_ballot_ms(1, COUNT);

	(void)state;
	playback_change_speed(&playback, 1, now);
	assert_int_equal(playback.position, 4);
	assert_true(playback.running);
	now += (uint64_t)playback_ballot_ms(2, COUNT);
	assert_true(playback_tick(&playback, now));
	assert_int_equal(playback.position, 5);
	playback_change_speed(&playback, -9, now);
	assert_int_equal(playback.speed, 0);
	assert_false(playback.running);
	playback_change_speed(&playback, 9, now);
	assert_int_equal(playback.speed, PLAYBACK_SPEEDS - 1);
}

static void at_the_end_only_back_is_left(void **state)
{
	struct playback playback = running(3, 2);

	(void)state;
	assert_true(playback_tick(&playback, START + 1000000));
	assert_int_equal(playback.position, 3);
	assert_int_equal(playback_wait_ms(&playback, START + 1000000), -1);
	playback_toggle(&playback, START + 1000000);
	assert_false(playback.running);
	assert_false(playback_step(&playback, 1, START + 1000000));
	assert_true(playback_step(&playback, -1, START + 1000000));
	assert_int_equal(playback.position, 2);
	playback_toggle(&playback, START + 1000000);
	assert_true(playback.running);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		it_begins_before_the_first_ballot_and_stands_still),
	    cmocka_unit_test(each_speed_is_faster_than_the_one_before),
	    cmocka_unit_test(the_whole_box_takes_a_minute),
	    cmocka_unit_test(it_waits_exactly_until_the_next_ballot),
	    cmocka_unit_test(a_stop_loses_no_ballot_and_repeats_none),
	    cmocka_unit_test(a_step_by_hand_stops_the_clock),
	    cmocka_unit_test(by_hand_only_the_hand_moves),
	    cmocka_unit_test(another_speed_goes_on_from_where_it_is),
	    cmocka_unit_test(at_the_end_only_back_is_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
