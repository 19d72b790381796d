/* Pages, pitches and the count on the wall. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/hall_room.h"

static void a_page_is_turned_after_its_time(void **state)
{
	struct room *room = room_open(PHASE_COUNTED);

	(void)state;
	assert_false(pass(room, SHOW_TURN_MS - 1));
	is_at(room, SCENE_RESULT, 0);
	assert_true(pass(room, 1));
	is_at(room, SCENE_RESULT, 1);
	room_close(room);
}

static void after_the_last_page_comes_the_first(void **state)
{
	struct room *room = room_open(PHASE_COUNTED);

	(void)state;
	for (int i = 1; i <= ROOM_PAGES; i++)
		assert_true(pass(room, SHOW_TURN_MS));
	is_at(room, SCENE_RESULT, 0);
	room_close(room);
}

static void one_page_alone_is_never_turned(void **state)
{
	struct room *room = room_open(PHASE_COUNTED);
	uint64_t since = room->show.since_ms;

	(void)state;
	for (int i = 1; i < 5; i++) {
		room->view.now_ms += SHOW_TURN_MS;
		assert_false(show_tick(&room->show, &room->view, 1));
	}
	assert_int_equal(room->show.page, 0);
	assert_int_equal(room->show.since_ms, since);
	room_close(room);
}

static void a_hand_stops_the_clock_for_a_minute(void **state)
{
	struct room *room = room_open(PHASE_COUNTED);

	(void)state;
	assert_true(say(room, "next"));
	is_at(room, SCENE_RESULT, 1);
	assert_false(pass(room, SHOW_HAND_MS - 1));
	assert_true(pass(room, 1));
	is_at(room, SCENE_RESULT, 2);
	room_close(room);
}

/* Where somebody speaks, no clock turns. */
static void pages_turn_only_in_scenes_that_come_up_by_themselves(void **state)
{
	static const struct {
		enum phase phase;
		const char *cue;
		bool turns;
	} cases[] = {
	    {PHASE_OPEN, "open", true},	     {PHASE_OPEN, "live", true},
	    {PHASE_CLOSED, "closed", true},  {PHASE_COUNTED, "result", true},
	    {PHASE_READY, "pitch", false},   {PHASE_CLOSED, "count", false},
	    {PHASE_CLOSED, "order", false},  {PHASE_COUNTED, "money", false},
	    {PHASE_COUNTED, "after", false}, {PHASE_CLOSED, "paper", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct room *room = room_open(cases[i].phase);

		say(room, cases[i].cue);
		assert_int_equal(pass(room, SHOW_HAND_MS), cases[i].turns);
		assert_int_equal(room->show.page, cases[i].turns);
		say(room, "black");
		assert_false(pass(room, SHOW_HAND_MS));
		room_close(room);
	}
}

static void pitches_go_from_clock_to_page_to_the_end(void **state)
{
	struct room *room = room_open(PHASE_READY);
	int pages = room->meeting->proposal_count;

	(void)state;
	assert_true(say_with(room, "next", 1));
	is_at(room, SCENE_PITCH, 0);
	for (int i = 0; i < pages; i++) {
		is_at(room, SCENE_PITCH, i);
		assert_false(room->view.watch.running);
		assert_int_equal(room->view.watch.left_ms, ROOM_PITCH_S * 1000);
		assert_true(say_with(room, "next", pages));
		is_at(room, SCENE_PITCH, i);
		assert_true(room->view.watch.running);
		room->view.now_ms += 5000;
		assert_true(say_with(room, "next", pages));
	}
	is_at(room, SCENE_RULES, 0);
	assert_true(say_with(room, "back", ROOM_PAGES));
	assert_true(say_with(room, "back", pages));
	is_at(room, SCENE_PITCH, pages - 2);
	assert_false(room->view.watch.started);
	room_close(room);
}

/* Behind the pitches come the rules, and before the voting nothing more: one
 * press more does nothing. */
static void rules_come_after_the_pitches_and_end_the_chain(void **state)
{
	struct room *room = room_open(PHASE_READY);

	(void)state;
	assert_true(say(room, "rules"));
	for (int page = 0; page < ROOM_PAGES; page++) {
		is_at(room, SCENE_RULES, page);
		assert_int_equal(say(room, "next"), page + 1 < ROOM_PAGES);
	}
	is_at(room, SCENE_RULES, ROOM_PAGES - 1);
	assert_true(say(room, "rules 2"));
	is_at(room, SCENE_RULES, 1);
	/* Somebody speaks about them: they do not turn by themselves. */
	assert_false(pass(room, 10 * SHOW_HAND_MS));
	is_at(room, SCENE_RULES, 1);
	go_to(room, PHASE_OPEN);
	is_at(room, SCENE_OPEN, 0);
	assert_true(say(room, "rules"));
	is_at(room, SCENE_RULES, 0);
	go_to(room, PHASE_CLOSED);
	assert_false(say(room, "rules"));
	room_close(room);
}

static void back_from_the_first_page_ends_the_scene_before(void **state)
{
	struct room *room = room_open(PHASE_READY);

	(void)state;
	say(room, "pitch");
	assert_true(say(room, "back"));
	assert_int_equal(room->show.scene, SCENE_WELCOME);
	show_pages(&room->show, 1);
	is_at(room, SCENE_WELCOME, 0);
	assert_false(say_with(room, "back", 1));
	/* Back at the phase's own scene, the wall goes with the phase. */
	go_to(room, PHASE_OPEN);
	is_at(room, SCENE_OPEN, 0);
	room_close(room);
}

/* A remote sends two presses before a frame is drawn: the scene that was gone
 * back to is at its last page, not at one that was never counted. */
static void presses_before_the_next_frame_count_from_the_last_page(void **state)
{
	(void)state;
	for (int step = -1; step <= 1; step += 2) {
		struct room *room = room_open(PHASE_COUNTED);

		say(room, "after");
		assert_true(say_with(room, "back", 1));
		is_at(room, SCENE_RESULT, room->show.page);
		assert_true(say_with(room, step < 0 ? "back" : "next", 4));
		if (step < 0)
			is_at(room, SCENE_RESULT, 2);
		else
			is_at(room, SCENE_AFTER, 0);
		room_close(room);
	}
}

static void a_pitch_is_chosen_by_its_proposal_s_number(void **state)
{
	struct room *room = room_open(PHASE_READY);

	(void)state;
	room->meeting->proposals[6].number = 77;
	assert_true(say(room, "pitch 77"));
	is_at(room, SCENE_PITCH, 6);
	say(room, "start");
	assert_false(say(room, "pitch 99"));
	is_at(room, SCENE_PITCH, 6);
	assert_true(room->view.watch.running);
	assert_true(say(room, "pitch 77"));
	assert_false(room->view.watch.started);
	assert_true(say(room, "pitch 1"));
	is_at(room, SCENE_PITCH, 0);
	room_close(room);
}

static void the_clock_takes_half_minutes_and_stops(void **state)
{
	struct room *room = room_open(PHASE_READY);
	int64_t left;

	(void)state;
	say(room, "pitch");
	assert_true(say(room, "longer"));
	assert_int_equal(room->view.watch.left_ms, (ROOM_PITCH_S + 30) * 1000);
	assert_true(say(room, "shorter"));
	assert_true(say(room, "start"));
	room->view.now_ms += 20000;
	assert_true(say(room, "start"));
	assert_false(room->view.watch.running);
	left = stopwatch_left_ms(&room->view.watch, room->view.now_ms + 9000);
	assert_int_equal(left, (ROOM_PITCH_S - 20) * 1000);
	/* One that has run out turns at once. */
	for (int i = 0; i < 4; i++)
		say(room, "shorter");
	say(room, "next");
	is_at(room, SCENE_PITCH, 1);
	room_close(room);
}

static void closing_counts_down_at_once(void **state)
{
	static const struct {
		const char *cue;
		int64_t left_ms;
	} cases[] = {
	    {"closing", 10 * 60000},
	    {"closing 5", 5 * 60000},
	    {"closing 1", 60000},
	    {"closing 999", STOPWATCH_MOST_MS},
	};
	struct room *room = room_open(PHASE_OPEN);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_true(say(room, cases[i].cue));
		is_at(room, SCENE_CLOSING, 0);
		assert_true(room->view.watch.running);
		assert_int_equal(stopwatch_left_ms(&room->view.watch,
						   room->view.now_ms + 1000),
				 cases[i].left_ms - 1000);
	}
	room_close(room);
}

static void a_count_goes_ballot_by_ballot_and_then_on(void **state)
{
	struct room *room = room_open(PHASE_CLOSED);

	(void)state;
	assert_true(say_with(room, "next", 1));
	is_at(room, SCENE_TALLY, 0);
	for (int i = 1; i <= ROOM_BALLOTS; i++) {
		assert_true(say_with(room, "next", 1));
		assert_int_equal(room->view.playback.position, i);
	}
	assert_true(say_with(room, "back", 1));
	assert_int_equal(room->view.playback.position, ROOM_BALLOTS - 1);
	say_with(room, "next", 1);
	assert_true(say_with(room, "next", 1));
	is_at(room, SCENE_ORDER, 0);
	/* Not counted yet: money and result cannot be shown. */
	assert_false(say_with(room, "next", 1));
	is_at(room, SCENE_ORDER, 0);
	/* Going back does not count anew; choosing it does. */
	say_with(room, "back", 1);
	assert_int_equal(room->view.playback.position, ROOM_BALLOTS);
	say(room, "count");
	is_at(room, SCENE_TALLY, 0);
	assert_int_equal(room->view.playback.position, 0);
	room_close(room);
}

static void a_count_runs_is_turned_and_stops_when_unseen(void **state)
{
	static const char *const unseen[] = {"black", "pause", "message Tak",
					     "closed"};
	struct room *room = room_open(PHASE_CLOSED);

	(void)state;
	for (size_t i = 0; i < sizeof(unseen) / sizeof(unseen[0]); i++) {
		int position;

		say(room, "count");
		say(room, "start");
		assert_true(room->view.playback.running);
		pass(room, 2000);
		position = room->view.playback.position;
		assert_true(position > 0);
		say(room, "next");
		assert_int_equal(room->show.page, 1);
		say(room, "back");
		assert_true(room->view.playback.running);
		assert_int_equal(room->view.playback.position, position);
		say(room, unseen[i]);
		assert_false(pass(room, 5000));
		assert_int_equal(room->view.playback.position, position);
		say(room, "clear");
		for (int j = 0; j < ROOM_BALLOTS; j++)
			say_with(room, "next", 1);
		say(room, "count");
	}
	room_close(room);
}

static void speed_is_the_count_s_alone(void **state)
{
	struct room *room = room_open(PHASE_CLOSED);
	int speed = room->show.playback.speed;

	(void)state;
	assert_false(say(room, "faster"));
	assert_false(say(room, "longer"));
	say(room, "count");
	assert_true(say(room, "faster"));
	assert_int_equal(room->view.playback.speed, speed + 1);
	assert_true(say(room, "slower"));
	assert_int_equal(room->view.playback.speed, speed);
	assert_false(say(room, "longer"));
	room_close(room);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_page_is_turned_after_its_time),
	    cmocka_unit_test(after_the_last_page_comes_the_first),
	    cmocka_unit_test(one_page_alone_is_never_turned),
	    cmocka_unit_test(a_hand_stops_the_clock_for_a_minute),
	    cmocka_unit_test(
		pages_turn_only_in_scenes_that_come_up_by_themselves),
	    cmocka_unit_test(pitches_go_from_clock_to_page_to_the_end),
	    cmocka_unit_test(rules_come_after_the_pitches_and_end_the_chain),
	    cmocka_unit_test(back_from_the_first_page_ends_the_scene_before),
	    cmocka_unit_test(
		presses_before_the_next_frame_count_from_the_last_page),
	    cmocka_unit_test(a_pitch_is_chosen_by_its_proposal_s_number),
	    cmocka_unit_test(the_clock_takes_half_minutes_and_stops),
	    cmocka_unit_test(closing_counts_down_at_once),
	    cmocka_unit_test(a_count_goes_ballot_by_ballot_and_then_on),
	    cmocka_unit_test(a_count_runs_is_turned_and_stops_when_unseen),
	    cmocka_unit_test(speed_is_the_count_s_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
