/* Fingers, mouse and keys on a page of buttons. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/ui_fixture.h"

enum { BUTTONS = 4, WIDGET = 1, CARD = 2 };

/* A page of four buttons in a row, the last on a card that can be touched. */
struct page {
	int activated[BUTTONS];
	int card;
	int frames_held; /* frames in which a button looked held */
	bool disabled, hidden;
};

static void page(struct ui *ui, void *context)
{
	struct page *state = context;
	const struct button button = {BUTTON_PLAIN, "Knap", -1, TYPE_TITLE};

	ui_set_enabled(ui, !state->disabled);
	if (ui_area(ui, UI_ID(CARD, 0), (struct rect){880, 80, 300, 300},
		    "Kort"))
		state->card++;
	ui_called(ui, "Et kort");
	ui_ringed(ui, (struct rect){860, 60, 340, 340});
	for (int i = 0; i < BUTTONS && !state->hidden; i++) {
		uint32_t id = UI_ID(WIDGET, i);

		if (ui_button(ui, id,
			      (struct rect){100 + 280 * i, 100, 200, 96},
			      &button))
			state->activated[i]++;
		state->frames_held += ui_held(ui, id);
	}
}

static int total(const struct page *state)
{
	int sum = state->card;

	for (int i = 0; i < BUTTONS; i++)
		sum += state->activated[i];
	return sum;
}

static int open_ui(void **state)
{
	*state = fixture_open(1280, 720);
	/* px_per_mm 4: one u is one px. */
	return ui_scale(*state) == 1.0 ? 0 : -1;
}

static int close_ui(void **state)
{
	ui_free(*state);
	return 0;
}

static void a_finger_acts_when_it_is_lifted_inside(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(total(&seen), 0);
	assert_int_equal(seen.frames_held, 1);
	finger(*state, SDL_FINGERUP, 1, 160, 140);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[0], 1);
	assert_int_equal(total(&seen), 1);
}

static void a_finger_that_slides_out_does_nothing(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	finger(*state, SDL_FINGERMOTION, 1, 450, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.frames_held, 1);
	finger(*state, SDL_FINGERUP, 1, 450, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(total(&seen), 0);
}

static void a_finger_that_slides_out_and_back_acts(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	finger(*state, SDL_FINGERMOTION, 1, 600, 600);
	fixture_settle(*state, page, &seen);
	finger(*state, SDL_FINGERMOTION, 1, 150, 150);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[0], 1);
}

static void a_finger_that_slides_in_does_nothing(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 50, 50);
	finger(*state, SDL_FINGERMOTION, 1, 150, 150);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(total(&seen), 0);
}

static void a_second_finger_is_ignored(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	finger(*state, SDL_FINGERDOWN, 2, 450, 150);
	finger(*state, SDL_FINGERMOTION, 2, 460, 150);
	finger(*state, SDL_FINGERUP, 2, 450, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(total(&seen), 0);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[0], 1);
	assert_int_equal(total(&seen), 1);
}

static void the_second_finger_stays_ignored_when_the_first_leaves(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	finger(*state, SDL_FINGERDOWN, 2, 450, 150);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	finger(*state, SDL_FINGERUP, 2, 450, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[0], 1);
	assert_int_equal(total(&seen), 1);
}

static void a_touch_also_reported_as_mouse_counts_once(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	mouse(*state, SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, 150, 150);
	fixture_settle(*state, page, &seen);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	mouse(*state, SDL_MOUSEBUTTONUP, SDL_TOUCH_MOUSEID, 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[0], 1);
	/* Some drivers report the mouse when the finger has gone. */
	mouse(*state, SDL_MOUSEMOTION, SDL_TOUCH_MOUSEID, 150, 150);
	mouse(*state, SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, 150, 150);
	mouse(*state, SDL_MOUSEBUTTONUP, SDL_TOUCH_MOUSEID, 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[0], 1);
}

static void a_mouse_acts_as_a_finger(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	mouse(*state, SDL_MOUSEBUTTONDOWN, 0, 450, 150);
	fixture_settle(*state, page, &seen);
	mouse(*state, SDL_MOUSEMOTION, 0, 455, 150);
	mouse(*state, SDL_MOUSEBUTTONUP, 0, 455, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[1], 1);
	assert_int_equal(total(&seen), 1);
}

static void a_mouse_beside_a_finger_is_ignored(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	mouse(*state, SDL_MOUSEBUTTONDOWN, 0, 450, 150);
	mouse(*state, SDL_MOUSEBUTTONUP, 0, 450, 150);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[0], 1);
	assert_int_equal(total(&seen), 1);
}

static void press_and_release_in_one_batch_are_shown_one_by_one(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	assert_true(ui_pending(*state));
	fixture_frame(*state, page, &seen);
	assert_int_equal(seen.frames_held, 1);
	assert_int_equal(total(&seen), 0);
	assert_true(ui_pending(*state));
	fixture_frame(*state, page, &seen);
	assert_int_equal(seen.activated[0], 1);
	/* What the button changed is due on the screen as well. */
	assert_true(ui_pending(*state));
	fixture_frame(*state, page, &seen);
	assert_false(ui_pending(*state));
	assert_int_equal(total(&seen), 1);
}

static void two_taps_in_one_batch_are_two(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	for (int i = 0; i < 2; i++) {
		finger(*state, SDL_FINGERDOWN, 1, 150, 150);
		finger(*state, SDL_FINGERUP, 1, 150, 150);
	}
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[0], 2);
}

static void a_cancelled_press_does_nothing(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	ui_cancel_press(*state);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(total(&seen), 0);
}

static void a_button_that_is_gone_does_nothing(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	seen.hidden = true;
	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(total(&seen), 0);
}

static void disabled_buttons_take_no_touch_and_no_focus(void **state)
{
	struct page seen = {.disabled = true};
	int count;

	fixture_frame(*state, page, &seen);
	ui_targets(*state, &count);
	assert_int_equal(count, 0);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	key(*state, SDL_SCANCODE_TAB, 0);
	fixture_settle(*state, page, &seen);
	assert_false(key(*state, SDL_SCANCODE_RETURN, 0));
	fixture_settle(*state, page, &seen);
	assert_int_equal(total(&seen), 0);
}

static void a_button_on_a_card_is_touched_before_the_card(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 1000, 150);
	finger(*state, SDL_FINGERUP, 1, 1000, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[3], 1);
	assert_int_equal(seen.card, 0);
	finger(*state, SDL_FINGERDOWN, 1, 1000, 350);
	finger(*state, SDL_FINGERUP, 1, 1000, 350);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.card, 1);
	/* Pressed on the card, lifted on its button: neither. */
	finger(*state, SDL_FINGERDOWN, 1, 1000, 350);
	finger(*state, SDL_FINGERUP, 1, 1000, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(total(&seen), 2);
}

static void a_mirrored_button_is_touched_where_it_is_shown(void **state)
{
	struct page seen = {0};
	SDL_Rect rect;

	ui_set_rtl(*state, true);
	fixture_frame(*state, page, &seen);
	rect = target_rect(*state, UI_ID(WIDGET, 0));
	assert_int_equal(rect.x, 1280 - 100 - 200);
	finger(*state, SDL_FINGERDOWN, 1, 1280 - 150, 150);
	finger(*state, SDL_FINGERUP, 1, 1280 - 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[0], 1);
}

static void keys_move_the_focus_and_select(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	/* Without a focus, Return is the scanner's. */
	assert_false(key(*state, SDL_SCANCODE_RETURN, 0));
	assert_true(key(*state, SDL_SCANCODE_TAB, 0));
	fixture_settle(*state, page, &seen);
	assert_true(ui_focused(*state, UI_ID(CARD, 0)));
	key(*state, SDL_SCANCODE_TAB, 0);
	fixture_settle(*state, page, &seen);
	assert_true(ui_focused(*state, UI_ID(WIDGET, 0)));
	key(*state, SDL_SCANCODE_RIGHT, 0);
	fixture_settle(*state, page, &seen);
	assert_true(ui_focused(*state, UI_ID(WIDGET, 1)));
	key(*state, SDL_SCANCODE_LEFT, 0);
	key(*state, SDL_SCANCODE_TAB, KMOD_LSHIFT);
	key(*state, SDL_SCANCODE_TAB, KMOD_LSHIFT);
	fixture_settle(*state, page, &seen);
	assert_true(ui_focused(*state, UI_ID(WIDGET, 3)));
	assert_int_equal(total(&seen), 0);
	assert_true(key(*state, SDL_SCANCODE_SPACE, 0));
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[3], 1);
	assert_int_equal(total(&seen), 1);
}

static void the_focus_ring_goes_when_a_finger_comes(void **state)
{
	struct page seen = {0};
	char *shown;

	fixture_frame(*state, page, &seen);
	key(*state, SDL_SCANCODE_TAB, 0);
	fixture_settle(*state, page, &seen);
	shown = frame_dump(*state);
	assert_non_null(strstr(shown, "\nframe "));
	free(shown);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	shown = frame_dump(*state);
	assert_null(strstr(shown, "\nframe "));
	free(shown);
	assert_false(key(*state, SDL_SCANCODE_RETURN, 0));
}

/* The card has a name and a ring of its own; the button after it has not. */
static void what_a_widget_is_called_and_its_ring_are_as_told(void **state)
{
	struct page seen = {0};
	char *shown;

	fixture_frame(*state, page, &seen);
	key(*state, SDL_SCANCODE_TAB, 0);
	fixture_settle(*state, page, &seen);
	assert_string_equal(ui_focus(*state)->label, "Et kort");
	shown = frame_dump(*state);
	assert_non_null(strstr(shown, "\nframe 856 56 348 348 WARN"));
	free(shown);
	key(*state, SDL_SCANCODE_TAB, 0);
	fixture_settle(*state, page, &seen);
	assert_string_equal(ui_focus(*state)->label, "Knap");
	shown = frame_dump(*state);
	assert_non_null(strstr(shown, "\nframe 96 96 208 104 WARN"));
	free(shown);
}

static void digits_and_letters_are_left_to_the_scanner(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	assert_false(key(*state, SDL_SCANCODE_A, 0));
	assert_false(key(*state, SDL_SCANCODE_Z, KMOD_LSHIFT));
	assert_false(key(*state, SDL_SCANCODE_0, 0));
	assert_false(key(*state, SDL_SCANCODE_KP_5, KMOD_NUM));
}

/* Whether the window takes an event of TYPE for itself. */
static bool takes(struct ui *ui, uint32_t type, uint8_t window_event)
{
	SDL_Event event = {.type = type};

	if (type == SDL_WINDOWEVENT)
		event.window.event = window_event;
	return ui_event(ui, &event);
}

static void a_kiosk_cannot_be_closed(void **state)
{
	assert_true(takes(*state, SDL_QUIT, 0));
	assert_true(takes(*state, SDL_WINDOWEVENT, SDL_WINDOWEVENT_CLOSE));
	assert_true(key(*state, SDL_SCANCODE_ESCAPE, 0));
	assert_true(key(*state, SDL_SCANCODE_F4, KMOD_LALT));
	assert_true(key(*state, SDL_SCANCODE_TAB, KMOD_LALT));
	assert_true(key(*state, SDL_SCANCODE_LGUI, 0));
}

static void a_window_that_is_no_kiosk_says_that_it_was_closed(void **state)
{
	struct ui *ui = fixture_open_with((struct ui_options){
	    .title = "test", .window.width_px = 400, .window.height_px = 300});

	(void)state;
	assert_false(takes(ui, SDL_QUIT, 0));
	assert_false(takes(ui, SDL_WINDOWEVENT, SDL_WINDOWEVENT_CLOSE));
	assert_false(key(ui, SDL_SCANCODE_ESCAPE, 0));
	ui_free(ui);
}

static void losing_the_focus_forgets_the_finger(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	finger(*state, SDL_FINGERDOWN, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	takes(*state, SDL_WINDOWEVENT, SDL_WINDOWEVENT_FOCUS_LOST);
	finger(*state, SDL_FINGERUP, 1, 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(total(&seen), 0);
	finger(*state, SDL_FINGERDOWN, 9, 150, 150);
	finger(*state, SDL_FINGERUP, 9, 150, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[0], 1);
}

static void a_flood_of_events_neither_sticks_nor_overflows(void **state)
{
	struct page seen = {0};

	fixture_frame(*state, page, &seen);
	for (int i = 0; i < 1000; i++) {
		finger(*state, SDL_FINGERDOWN, 1, 150, 150);
		finger(*state, SDL_FINGERMOTION, 1, 151, 150);
		finger(*state, SDL_FINGERUP, 1, 150, 150);
	}
	fixture_settle(*state, page, &seen);
	memset(&seen, 0, sizeof(seen));
	finger(*state, SDL_FINGERDOWN, 1, 450, 150);
	finger(*state, SDL_FINGERUP, 1, 450, 150);
	fixture_settle(*state, page, &seen);
	assert_int_equal(seen.activated[1], 1);
	assert_int_equal(total(&seen), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_ui, close_ui)
	const struct CMUnitTest tests[] = {
	    TEST(a_finger_acts_when_it_is_lifted_inside),
	    TEST(a_finger_that_slides_out_does_nothing),
	    TEST(a_finger_that_slides_out_and_back_acts),
	    TEST(a_finger_that_slides_in_does_nothing),
	    TEST(a_second_finger_is_ignored),
	    TEST(the_second_finger_stays_ignored_when_the_first_leaves),
	    TEST(a_touch_also_reported_as_mouse_counts_once),
	    TEST(a_mouse_acts_as_a_finger),
	    TEST(a_mouse_beside_a_finger_is_ignored),
	    TEST(press_and_release_in_one_batch_are_shown_one_by_one),
	    TEST(two_taps_in_one_batch_are_two),
	    TEST(a_cancelled_press_does_nothing),
	    TEST(a_button_that_is_gone_does_nothing),
	    TEST(disabled_buttons_take_no_touch_and_no_focus),
	    TEST(what_a_widget_is_called_and_its_ring_are_as_told),
	    TEST(a_button_on_a_card_is_touched_before_the_card),
	    TEST(a_mirrored_button_is_touched_where_it_is_shown),
	    TEST(keys_move_the_focus_and_select),
	    TEST(the_focus_ring_goes_when_a_finger_comes),
	    TEST(digits_and_letters_are_left_to_the_scanner),
	    TEST(a_kiosk_cannot_be_closed),
	    TEST(a_window_that_is_no_kiosk_says_that_it_was_closed),
	    TEST(losing_the_focus_forgets_the_finger),
	    TEST(a_flood_of_events_neither_sticks_nor_overflows),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}
