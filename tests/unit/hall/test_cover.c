/* What an organiser lays over a scene: black, a break, words. */
#include "hall/hall.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/hall_evening.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"

static void a_cover_hides_the_scene_but_never_its_clock(void **state)
{
	static const struct {
		const char *name;
		enum hall_cover cover;
		int64_t left_ms;
		bool running;
	} states[] = {
	    {"cover-black-pitch", COVER_BLACK, 95000, true},
	    {"cover-black-soon", COVER_BLACK, 29000, true},
	    {"cover-black-paused", COVER_BLACK, 95000, false},
	    {"cover-pause-pitch", COVER_PAUSE, 95000, true},
	    {"cover-message-pitch", COVER_MESSAGE, 95000, true},
	};
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;

	hall_evening_open(&evening, PHASE_OPEN);
	view->scene = SCENE_PITCH;
	view->message = "Der er kaffe og kage i cafeen";
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		view->cover = states[i].cover;
		hall_evening_clock(&evening, states[i].left_ms,
				   states[i].running);
		hall_check(*state, view, 4, states[i].name);
	}
	hall_evening_clock(&evening, 95000, true);
	for (int cover = COVER_BLACK; cover <= COVER_MESSAGE; cover++) {
		view->cover = (enum hall_cover)cover;
		view->scene = SCENE_PITCH;
		assert_true(hall_evening_says(*state, view, 4, "1:35"));
		assert_int_equal(hall_wait_ms(view), 1000);
		view->scene = SCENE_CLOSING;
		assert_true(hall_evening_says(*state, view, 0, "1:35"));
		/* Elsewhere no clock is meant. */
		view->scene = SCENE_OPEN;
		assert_false(hall_evening_says(*state, view, 0, "1:35"));
	}
	hall_evening_close(&evening);
}

static void covers_without_a_clock_look_as_approved(void **state)
{
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;

	hall_evening_open(&evening, PHASE_OPEN);
	view->cover = COVER_BLACK;
	hall_check(*state, view, 0, "cover-black");
	view->cover = COVER_PAUSE;
	hall_check(*state, view, 0, "cover-pause");
	view->cover = COVER_MESSAGE;
	view->message = "Kom ind!";
	hall_check(*state, view, 0, "cover-message-short");
	view->message = "En rød cykel spærrer for ambulancen ved indgangen "
			"mod Stadionvej. Flyt den med det samme, tak!!!!";
	hall_check(*state, view, 0, "cover-message-long");
	hall_evening_close(&evening);
}

/* 100 characters of any kind, one word or many, beside a clock or not. */
static void every_message_fits(void **state)
{
	static const char *const units[] = {"W", "i", "Wi ",  "WWWW WWWWWW ",
					    "Å", "ش", "ትግርኛ "};
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;

	hall_evening_open(&evening, PHASE_OPEN);
	view->scene = SCENE_PITCH;
	view->cover = COVER_MESSAGE;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		char message[CUE_TEXT] = "";
		int characters = 0;

		for (const char *c = units[i];
		     characters < CUE_MESSAGE_CHARACTERS;) {
			size_t length = strlen(message);

			message[length] = *c++;
			message[length + 1] = '\0';
			if (!*c)
				c = units[i];
			characters += ((unsigned char)*c & 0xc0) != 0x80;
		}
		view->message = message;
		stopwatch_set(&view->watch, 180000);
		hall_frame(*state, view, 0);
		assert_int_equal(ui_clipped(*state), 0);
		hall_evening_clock(&evening, 95000, false);
		hall_frame(*state, view, 0);
		assert_int_equal(ui_clipped(*state), 0);
	}
	hall_evening_close(&evening);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_cover_hides_the_scene_but_never_its_clock),
	    cmocka_unit_test(covers_without_a_clock_look_as_approved),
	    cmocka_unit_test(every_message_fits),
	};

	return cmocka_run_group_tests(tests, hall_window_open,
				      hall_window_close);
}
