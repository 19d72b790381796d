/* From the welcome until voting closes: every scene and state of its clock, as
 * somebody looked at it. */
#include <qrencode.h>

#include "hall/hall.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/hall_evening.h"
#include "tests/lib/hall_wall.h"
#include "tests/lib/shown_pixels.h"
#include "ui/ui.h"

/* The black squares of the code, without the quiet zone around them; an address
 * that needs lines of its own leaves it less. */
static void the_code_of_the_welcome_is_four_hundred_wide(void **state)
{
	static const char *const urls[] = {
	    "https://bolbro.dk",
	    "https://bolbro.example/penge",
	    "https://www.bolbro-brugerhus.example/borgernes-penge/2015",
	};
	struct hall_evening evening;

	hall_evening_open(&evening, PHASE_READY);
	for (size_t i = 0; i < sizeof(urls) / sizeof(urls[0]); i++) {
		QRcode *code =
		    QRcode_encodeString(urls[i], 0, QR_ECLEVEL_Q, QR_MODE_8, 1);
		char *dump, *at;
		int side = 0;

		assert_non_null(code);
		evening.hall.meeting->url = urls[i];
		hall_frame(*state, &evening.hall.view, 0);
		assert_int_equal(ui_clipped(*state), 0);
		dump = frame_dump(*state);
		at = strstr(dump, "\nqr ");
		assert_non_null(at);
		assert_int_equal(sscanf(at, " qr %*d %*d %d", &side), 1);
		assert_in_range(side / (code->width + 8) * code->width, 400,
				500);
		free(dump);
		QRcode_free(code);
	}
	hall_evening_close(&evening);
}

static void a_pitch_shows_its_proposal_and_its_time(void **state)
{
	static const struct {
		const char *name;
		int64_t left_ms;
		bool begun, running;
	} states[] = {
	    {"pitch-full", 180000, false, false},
	    {"pitch-runs", 95000, true, true},
	    {"pitch-paused", 95000, true, false},
	    {"pitch-29-left", 29000, true, true},
	    {"pitch-29-paused", 29000, true, false},
	    {"pitch-thanks", 0, true, true},
	};
	struct hall_evening evening;

	hall_evening_open(&evening, PHASE_READY);
	evening.hall.view.scene = SCENE_PITCH;
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		if (states[i].begun)
			hall_evening_clock(&evening, states[i].left_ms,
					   states[i].running);
		hall_check(*state, &evening.hall.view, 4, states[i].name);
	}
	hall_evening_close(&evening);
}

static void every_proposal_has_its_pitch(void **state)
{
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;

	hall_evening_open(&evening, PHASE_READY);
	view->scene = SCENE_PITCH;
	assert_int_equal(hall_pages(*state, view),
			 view->meeting->proposal_count);
	for (int i = 0; i < view->meeting->proposal_count; i++) {
		char number[8];

		snprintf(number, sizeof(number), "%d",
			 view->meeting->proposals[i].number);
		assert_true(hall_evening_says(*state, view, i, number));
		assert_true(hall_evening_says(
		    *state, view, i, meeting_short_title(view->meeting, i, 0)));
	}
	/* Without a picture, without a place, without either. */
	hall_check(*state, view, 6, "pitch-picture-missing");
	hall_check(*state, view, 8, "pitch-no-place");
	hall_check(*state, view, 9, "pitch-nobody");
	view->images = "";
	hall_check(*state, view, 0, "pitch-no-pictures");
	hall_evening_hard(&evening, 12);
	hall_check(*state, view, 3, "pitch-long-names");
	hall_evening_close(&evening);
}

static void a_clock_of_ten_minutes_fits_its_ring(void **state)
{
	struct hall_evening evening;

	hall_evening_open(&evening, PHASE_READY);
	evening.hall.view.scene = SCENE_PITCH;
	stopwatch_set(&evening.hall.view.watch, 600000);
	hall_evening_clock(&evening, 599000, true);
	hall_check(*state, &evening.hall.view, 1, "pitch-ten-minutes");
	hall_evening_close(&evening);
}

static void a_meeting_without_proposals_has_no_pitch(void **state)
{
	struct hall_evening evening;

	(void)state;
	hall_evening_open(&evening, PHASE_DRAFT);
	evening.hall.view.scene = SCENE_PITCH;
	evening.hall.meeting->proposal_count = 0;
	assert_int_equal(hall_scene(&evening.hall.view), SCENE_WELCOME);
	hall_evening_close(&evening);
}

static void the_clock_says_when_it_changes(void **state)
{
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;

	(void)state;
	hall_evening_open(&evening, PHASE_OPEN);
	for (int i = 0; i < 2; i++) {
		view->scene = i ? SCENE_CLOSING : SCENE_PITCH;
		stopwatch_set(&view->watch, 180000);
		assert_int_equal(hall_wait_ms(view), -1);
		hall_evening_clock(&evening, 95250, true);
		assert_int_equal(hall_wait_ms(view), 250);
		hall_evening_clock(&evening, 95250, false);
		assert_int_equal(hall_wait_ms(view), -1);
		hall_evening_clock(&evening, 0, true);
		assert_int_equal(hall_wait_ms(view), -1);
	}
	hall_evening_close(&evening);
}

static void closing_counts_down_and_leaves_the_end_to_people(void **state)
{
	static const struct {
		const char *name;
		int64_t left_ms;
		bool begun, running;
	} states[] = {
	    {"closing-full", 600000, false, false},
	    {"closing-runs", 245000, true, true},
	    {"closing-paused", 245000, true, false},
	    {"closing-29-left", 29000, true, true},
	    {"closing-over", 0, true, true},
	};
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;

	hall_evening_open(&evening, PHASE_OPEN);
	view->scene = SCENE_CLOSING;
	stopwatch_set(&view->watch, 600000);
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		if (states[i].begun)
			hall_evening_clock(&evening, states[i].left_ms,
					   states[i].running);
		hall_check(*state, view, 0, states[i].name);
		assert_true(hall_evening_says(
		    *state, view, 0, "Står du i køen, kan du stadig stemme."));
	}
	assert_true(hall_evening_says(*state, view, 0, "Afstemningen"));
	assert_true(hall_evening_says(*state, view, 0, "lukker nu"));
	hall_evening_close(&evening);
}

/* Another picture than the adopted one is the same as none. */
static void a_picture_that_was_not_adopted_is_not_shown(void **state)
{
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;
	uint64_t adopted, changed, none;

	hall_evening_open(&evening, PHASE_READY);
	view->scene = SCENE_PITCH;
	hall_frame(*state, view, 0);
	adopted = shown_pixels(*state);
	evening.hall.meeting->proposals[0].image_hash[0] ^= 1;
	hall_frame(*state, view, 0);
	changed = shown_pixels(*state);
	view->images = "/nonexistent";
	hall_frame(*state, view, 0);
	none = shown_pixels(*state);
	assert_true(adopted != changed);
	assert_true(changed == none);
	hall_evening_close(&evening);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_code_of_the_welcome_is_four_hundred_wide),
	    cmocka_unit_test(a_pitch_shows_its_proposal_and_its_time),
	    cmocka_unit_test(every_proposal_has_its_pitch),
	    cmocka_unit_test(a_picture_that_was_not_adopted_is_not_shown),
	    cmocka_unit_test(a_clock_of_ten_minutes_fits_its_ring),
	    cmocka_unit_test(a_meeting_without_proposals_has_no_pitch),
	    cmocka_unit_test(the_clock_says_when_it_changes),
	    cmocka_unit_test(closing_counts_down_and_leaves_the_end_to_people),
	};

	return cmocka_run_group_tests(tests, hall_window_open,
				      hall_window_close);
}
