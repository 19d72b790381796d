/* Covers, phases, the file's cues, and every cue in every scene. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/hall_room.h"

static void covers_come_and_go(void **state)
{
	struct room *room = room_open(PHASE_OPEN);

	(void)state;
	say(room, "black");
	assert_int_equal(room->view.cover, COVER_BLACK);
	say(room, "pause");
	assert_int_equal(room->view.cover, COVER_PAUSE);
	say(room, "pause");
	assert_int_equal(room->view.cover, COVER_NONE);
	say(room, "message Dørene lukker kl. 21");
	assert_int_equal(room->view.cover, COVER_MESSAGE);
	assert_string_equal(room->view.message, "Dørene lukker kl. 21");
	say(room, "message Fundet: en nøgle");
	assert_string_equal(room->view.message, "Fundet: en nøgle");
	assert_int_equal(room->view.cover, COVER_MESSAGE);
	assert_true(say(room, "clear"));
	assert_false(say(room, "clear"));
	say(room, "black");
	say(room, "live");
	assert_int_equal(room->view.cover, COVER_NONE);
	is_at(room, SCENE_LIVE, 0);
	room_close(room);
}

static void a_press_under_a_cover_only_takes_it_away(void **state)
{
	static const char *const covers[] = {"black", "pause", "message Hej"};
	static const char *const presses[] = {"next", "back"};
	struct room *room = room_open(PHASE_READY);

	(void)state;
	say(room, "pitch 4");
	for (size_t i = 0; i < 6; i++) {
		say(room, covers[i / 2]);
		assert_true(say(room, presses[i % 2]));
		assert_int_equal(room->view.cover, COVER_NONE);
		is_at(room, SCENE_PITCH, 3);
		assert_false(room->view.watch.started);
	}
	/* The clock goes on under it. */
	say(room, "start");
	say(room, "black");
	assert_true(room->view.watch.running);
	assert_true(say(room, "longer"));
	room_close(room);
}

/* Each phase change, from the scenes that may be chosen before it. */
static void the_scene_follows_the_phase_until_closing(void **state)
{
	static const struct {
		enum phase before;
		const char *cue;
		enum phase after;
		enum scene scene;
	} cases[] = {
	    {PHASE_READY, "pitch", PHASE_OPEN, SCENE_OPEN},
	    {PHASE_READY, "welcome", PHASE_OPEN, SCENE_OPEN},
	    {PHASE_OPEN, "welcome", PHASE_CLOSED, SCENE_CLOSED},
	    {PHASE_OPEN, "closing", PHASE_CLOSED, SCENE_CLOSED},
	    {PHASE_OPEN, "live", PHASE_PAUSED, SCENE_PAUSED},
	    {PHASE_PAUSED, "pitch", PHASE_OPEN, SCENE_OPEN},
	    {PHASE_CLOSED, "closed", PHASE_COUNTED, SCENE_RESULT},
	    {PHASE_CLOSED, "count", PHASE_COUNTED, SCENE_TALLY},
	    {PHASE_CLOSED, "order", PHASE_COUNTED, SCENE_ORDER},
	    {PHASE_COUNTED, "after", PHASE_PUBLISHED, SCENE_AFTER},
	    /* The paper overruled the machine. */
	    {PHASE_COUNTED, "paper", PHASE_CLOSED, SCENE_PAPER},
	    {PHASE_COUNTED, "money", PHASE_CLOSED, SCENE_CLOSED},
	    {PHASE_PUBLISHED, "result", PHASE_CLOSED, SCENE_CLOSED},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct room *room = room_open(cases[i].before);

		say(room, cases[i].cue);
		go_to(room, cases[i].after);
		is_at(room, cases[i].scene, 0);
		room_close(room);
	}
}

static void what_is_not_there_is_not_shown(void **state)
{
	struct room *room = room_open(PHASE_OPEN);

	(void)state;
	room->view.live = NULL;
	assert_false(say(room, "live"));
	is_at(room, SCENE_OPEN, 0);
	go_to(room, PHASE_CLOSED);
	room->view.paper = NULL;
	assert_false(say(room, "paper"));
	assert_false(say(room, "result"));
	assert_false(say(room, "pitch"));
	/* A box that cannot be counted: nothing to go on to. */
	room->view.tally = NULL;
	assert_false(say_with(room, "next", 1));
	is_at(room, SCENE_CLOSED, 0);
	room_close(room);
}

static void the_file_s_cue_is_taken_once(void **state)
{
	struct room *room = room_open(PHASE_READY);
	struct cue cue = {.kind = CUE_NEXT};

	(void)state;
	/* Old when the hall came: not a scene, so it is left. */
	assert_false(show_newest(&room->show, &room->view, 7, &cue, 1));
	is_at(room, SCENE_WELCOME, 0);
	assert_true(show_newest(&room->show, &room->view, 8, &cue, 1));
	show_fill(&room->show, &room->view);
	is_at(room, SCENE_PITCH, 0);
	assert_false(show_newest(&room->show, &room->view, 8, &cue, 1));
	assert_false(room->show.watch.running);
	assert_true(show_newest(&room->show, &room->view, 9, &cue, 1));
	assert_true(room->show.watch.running);
	room_close(room);
}

static void a_hall_started_anew_comes_back_to_its_scene(void **state)
{
	struct room *room = room_open(PHASE_READY);
	struct cue cue;

	(void)state;
	assert_int_equal(cue_parse("pitch 5", &cue), STATUS_OK);
	assert_true(show_newest(&room->show, &room->view, 3, &cue, 1));
	show_fill(&room->show, &room->view);
	is_at(room, SCENE_PITCH, 4);
	assert_int_equal(room->view.watch.left_ms, ROOM_PITCH_S * 1000);
	assert_false(room->view.watch.started);
	room_close(room);
	/* No cue at all, and then the first. */
	room = room_open(PHASE_READY);
	assert_false(show_newest(&room->show, &room->view, 0, &cue, 1));
	assert_true(show_newest(&room->show, &room->view, 1, &cue, 1));
	room_close(room);
}

static void another_meeting_begins_a_new_show(void **state)
{
	struct room *room = room_open(PHASE_READY);
	struct cue black = {.kind = CUE_BLACK};

	(void)state;
	say(room, "pitch 5");
	assert_false(show_newest(&room->show, &room->view, 4, &black, 1));
	room->meeting->id[0] ^= 1;
	go_to(room, PHASE_READY);
	is_at(room, SCENE_WELCOME, 0);
	assert_false(show_newest(&room->show, &room->view, 2, &black, 1));
	assert_int_equal(room->show.cover, COVER_NONE);
	room_close(room);
}

static void without_a_meeting_nothing_can_be_done(void **state)
{
	struct hall_view view = {.now_ms = ROOM_START_MS};
	struct show show = {0};

	(void)state;
	assert_true(show_follow(&show, &view));
	assert_int_equal(show.scene, SCENE_WAITING);
	for (int kind = 0; kind < CUE_COUNT; kind++) {
		struct cue cue = {.kind = (enum cue_kind)kind,
				  .scene = SCENE_WELCOME};

		assert_false(show_take(&show, &view, &cue, 1));
		assert_false(show_newest(&show, &view, 5, &cue, 1));
	}
	assert_false(show_tick(&show, &view, 1));
}

/* CUE said in SCENE and PHASE, NUMBER pages in: what must hold whatever it
 * does. */
static void try_one(enum phase phase, enum scene from, const struct cue *cue,
		    int pages)
{
	struct room *room = room_open(phase);
	struct cue there = {.kind = CUE_SCENE, .scene = from};
	struct show before;
	bool changed;

	show_take(&room->show, &room->view, &there, pages);
	show_fill(&room->show, &room->view);
	assert_int_equal(room->show.scene, from);
	before = room->show;
	changed = show_take(&room->show, &room->view, cue, pages);
	if (!changed) {
		/* At most the page is left alone for longer. */
		before.until_ms = room->show.until_ms;
		before.since_ms = room->show.since_ms;
		assert_memory_equal(&before, &room->show, sizeof(before));
	}
	show_pages(&room->show, pages);
	show_fill(&room->show, &room->view);
	assert_int_equal(hall_scene(&room->view), room->show.scene);
	assert_true(scene_allowed(room->show.scene, phase));
	assert_in_range(room->show.page, 0, pages - 1);
	if (cue->kind == CUE_SCENE && scene_allowed(cue->scene, phase))
		assert_int_equal(room->show.scene, cue->scene);
	else if (cue->kind != CUE_NEXT && cue->kind != CUE_BACK)
		assert_int_equal(room->show.scene, from);
	room_close(room);
}

static void every_cue_in_every_scene_and_phase_leaves_a_picture(void **state)
{
	int tried = 0;

	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++)
		for (int from = SCENE_WAITING + 1; from < SCENE_COUNT; from++)
			for (int kind = 0; kind < CUE_SCENE + SCENE_COUNT;
			     kind++) {
				struct cue cue = {.kind = (enum cue_kind)kind,
						  .message = "Hej"};

				if (!scene_allowed((enum scene)from,
						   (enum phase)phase))
					break;
				if (kind > CUE_SCENE)
					cue.scene =
					    (enum scene)(kind - CUE_SCENE);
				if (kind >= CUE_SCENE)
					cue.kind = CUE_SCENE;
				if (kind == CUE_SCENE)
					continue;
				try_one((enum phase)phase, (enum scene)from,
					&cue, 1);
				try_one((enum phase)phase, (enum scene)from,
					&cue, ROOM_PAGES);
				tried++;
			}
	assert_true(tried > 500);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(covers_come_and_go),
	    cmocka_unit_test(a_press_under_a_cover_only_takes_it_away),
	    cmocka_unit_test(the_scene_follows_the_phase_until_closing),
	    cmocka_unit_test(what_is_not_there_is_not_shown),
	    cmocka_unit_test(the_file_s_cue_is_taken_once),
	    cmocka_unit_test(a_hall_started_anew_comes_back_to_its_scene),
	    cmocka_unit_test(another_meeting_begins_a_new_show),
	    cmocka_unit_test(without_a_meeting_nothing_can_be_done),
	    cmocka_unit_test(
		every_cue_in_every_scene_and_phase_leaves_a_picture),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
