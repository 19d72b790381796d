/* What comes from outside, with a window that nobody sees. */
#include "app/kiosk_input.h"

#include <SDL.h>

#include "app/kiosk_booth.h"
#include "app/kiosk_scanners.h"
#include "app/kiosk_panel.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "ui/widget.h"

enum { SIDE = 640, WIDGET = 7, IDLE_MS = 60000 };

struct desk {
	struct ui *ui;
	struct meeting *meeting;
	struct booth booth;
	struct kiosk_input input;
	uint64_t now_ms, seed;
	struct random random;
	int pressed; /* how often the only button was */
};

static uint64_t clock_ms(void *context)
{
	return *(uint64_t *)context;
}

static int set_up(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));

	setenv("SDL_VIDEODRIVER", "dummy", 1);
	if (!desk || !(desk->meeting = bolbro_new()) ||
	    ui_open(&(struct ui_options){.title = "test",
					 .fonts = "fonts",
					 .window.width_px = SIDE,
					 .window.height_px = SIDE,
					 .kiosk = true},
		    &desk->ui) != STATUS_OK)
		return -1;
	desk->now_ms = 1000;
	desk->seed = 3;
	desk->random = bolbro_random(&desk->seed);
	desk->booth = (struct booth){.meeting = desk->meeting,
				     .random = &desk->random,
				     .clock_ms = clock_ms,
				     .clock = &desk->now_ms,
				     .log = stderr,
				     .phase = PHASE_OPEN};
	session_reset(&desk->booth.session, desk->now_ms);
	desk->input =
	    (struct kiosk_input){.ui = desk->ui, .booth = &desk->booth};
	*state = desk;
	return 0;
}

static int tear_down(void **state)
{
	struct desk *desk = *state;

	ui_free(desk->ui);
	meeting_free(desk->meeting);
	free(desk);
	return 0;
}

static void draw(struct desk *desk)
{
	struct rect all = {0, 0, 0, 0};

	do {
		ui_begin(desk->ui, desk->now_ms);
		ui_size(desk->ui, &all.w, &all.h);
		if (ui_area(desk->ui, UI_ID(WIDGET, 0), all, "all"))
			desk->pressed++;
		ui_end(desk->ui);
	} while (ui_pending(desk->ui));
}

static SDL_Event finger(uint32_t type)
{
	return (SDL_Event){
	    .tfinger = {.type = type, .touchId = 1, .x = 0.5F, .y = 0.5F}};
}

static SDL_Event button(uint32_t type)
{
	return (SDL_Event){.button = {.type = type,
				      .button = SDL_BUTTON_LEFT,
				      .x = SIDE / 2,
				      .y = SIDE / 2}};
}

static SDL_Event key(uint32_t type, SDL_Scancode scancode, uint8_t repeat)
{
	return (SDL_Event){.key = {.type = type,
				   .repeat = repeat,
				   .keysym = {.scancode = scancode}}};
}

static void take(struct desk *desk, SDL_Event event)
{
	desk->now_ms += 1000;
	kiosk_input_event(&desk->input, &event, desk->now_ms);
}

/* A resident is asked whether they are still there. */
static void ask(struct desk *desk)
{
	static const unsigned char hash[SLIP_HASH_BYTES] = {1};
	struct session *session = &desk->booth.session;

	session_reset(session, desk->now_ms);
	session_scanned(session, desk->meeting, STATUS_OK, hash, -1,
			&desk->random, desk->now_ms);
	desk->now_ms += IDLE_MS;
	assert_true(session_tick(session, desk->now_ms));
	assert_int_equal(session->overlay, OVERLAY_IDLE);
}

static void any_touch_ends_the_idle_question(void **state)
{
	const SDL_Event events[] = {finger(SDL_FINGERDOWN),
				    button(SDL_MOUSEBUTTONDOWN),
				    key(SDL_KEYDOWN, SDL_SCANCODE_LEFT, 0),
				    key(SDL_KEYDOWN, SDL_SCANCODE_ESCAPE, 0)};
	struct desk *desk = *state;

	for (size_t i = 0; i < SDL_arraysize(events); i++) {
		ask(desk);
		take(desk, events[i]);
		assert_int_equal(desk->booth.session.overlay, OVERLAY_NONE);
		assert_true(desk->booth.session.has_slip);
		/* And a whole idle time begins. */
		assert_false(session_tick(&desk->booth.session,
					  desk->now_ms + IDLE_MS - 1));
	}
}

static void what_no_person_does_ends_no_idle_question(void **state)
{
	const SDL_Event events[] = {
	    finger(SDL_FINGERUP),
	    finger(SDL_FINGERMOTION),
	    button(SDL_MOUSEBUTTONUP),
	    (SDL_Event){.motion = {.type = SDL_MOUSEMOTION}},
	    key(SDL_KEYUP, SDL_SCANCODE_LEFT, 0),
	    key(SDL_KEYDOWN, SDL_SCANCODE_LEFT, 1), /* something lies on it */
	    key(SDL_KEYDOWN, SDL_SCANCODE_A, 0)};   /* the scanner's */
	struct desk *desk = *state;

	for (size_t i = 0; i < SDL_arraysize(events); i++) {
		ask(desk);
		take(desk, events[i]);
		assert_int_equal(desk->booth.session.overlay, OVERLAY_IDLE);
	}
}

static void queue(SDL_Event event)
{
	assert_int_equal(SDL_PushEvent(&event), 1);
}

static void take_queued(struct desk *desk)
{
	SDL_Event event;

	while (SDL_PollEvent(&event))
		kiosk_input_event(&desk->input, &event, desk->now_ms);
}

static void what_was_touched_while_the_disk_worked_presses_nothing(void **state)
{
	static const uint32_t kinds[][2] = {
	    {SDL_FINGERDOWN, SDL_FINGERUP},
	    {SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP},
	};
	struct desk *desk = *state;

	draw(desk);
	take_queued(desk);
	for (int i = 0; i < 2; i++) {
		SDL_Event down = i ? button(kinds[i][0]) : finger(kinds[i][0]);
		SDL_Event up = i ? button(kinds[i][1]) : finger(kinds[i][1]);

		desk->pressed = 0;
		queue(down);
		queue(up);
		queue(down);
		kiosk_input_drop_touches(&desk->input);
		take_queued(desk);
		draw(desk);
		/* The finger is lifted from what it did not press. */
		queue(up);
		take_queued(desk);
		draw(desk);
		assert_int_equal(desk->pressed, 0);
		/* The next touch counts at once. */
		queue(down);
		queue(up);
		take_queued(desk);
		draw(desk);
		assert_int_equal(desk->pressed, 1);
	}
}

/* Else no finger would count until the kiosk is started anew. */
static void
a_finger_lifted_while_the_disk_worked_is_known_as_lifted(void **state)
{
	struct desk *desk = *state;

	draw(desk);
	take_queued(desk);
	queue(finger(SDL_FINGERDOWN));
	take_queued(desk);
	draw(desk);
	queue(finger(SDL_FINGERUP));
	kiosk_input_drop_touches(&desk->input);
	draw(desk);
	assert_int_equal(desk->pressed, 0);
	queue(finger(SDL_FINGERDOWN));
	queue(finger(SDL_FINGERUP));
	take_queued(desk);
	draw(desk);
	assert_int_equal(desk->pressed, 1);
}

static void a_scanners_keys_are_not_dropped_with_the_touches(void **state)
{
	struct desk *desk = *state;

	queue(key(SDL_KEYDOWN, SDL_SCANCODE_B, 0));
	kiosk_input_drop_touches(&desk->input);
	take_queued(desk);
	assert_int_equal(desk->input.wedge.line.length, 1);
}

/* A scanner types TEXT, a symbol each GAP_MS, and Return, a while after what it
 * typed before. */
static void type(struct desk *desk, const char *text, unsigned gap_ms)
{
	desk->now_ms += WEDGE_GAP_MS + 100;
	for (; *text; text++) {
		SDL_Event event = key(SDL_KEYDOWN, SDL_SCANCODE_UNKNOWN, 0);

		event.key.keysym.scancode =
		    SDL_GetScancodeFromName((char[2]){*text, '\0'});
		desk->now_ms += gap_ms;
		kiosk_input_event(&desk->input, &event, desk->now_ms);
	}
	desk->now_ms += gap_ms;
	kiosk_input_event(
	    &desk->input,
	    &(SDL_Event){.key = {.type = SDL_KEYDOWN,
				 .keysym.scancode = SDL_SCANCODE_RETURN}},
	    desk->now_ms);
}

static void scan_no_slip(struct desk *desk, unsigned after_ms)
{
	desk->now_ms += after_ms;
	type(desk, "HELLO", 1);
}

/* How the message that a scan brought was left: by time alone. */
static void message_ends(struct desk *desk)
{
	session_reset(&desk->booth.session, desk->now_ms);
}

static void a_code_that_lies_under_the_scanner_is_one_scan(void **state)
{
	struct desk *desk = *state;
	const struct session *session = &desk->booth.session;

	scan_no_slip(desk, 0);
	assert_int_equal(session->screen, SCREEN_MESSAGE);
	message_ends(desk);
	for (int i = 0; i < 5; i++) {
		scan_no_slip(desk, SCAN_REPEAT_MS - WEDGE_GAP_MS - 200);
		assert_int_equal(session->screen, SCREEN_ATTRACT);
	}
	/* Another one is another scan, and so is the same after a while. */
	type(desk, "GOODBYE", 1);
	assert_int_equal(session->screen, SCREEN_MESSAGE);
	message_ends(desk);
	scan_no_slip(desk, SCAN_REPEAT_MS + 100);
	assert_int_equal(session->screen, SCREEN_MESSAGE);
}

static void who_touches_the_screen_and_scans_again_means_it(void **state)
{
	struct desk *desk = *state;
	SDL_Event down = finger(SDL_FINGERDOWN);

	scan_no_slip(desk, 0);
	message_ends(desk);
	kiosk_input_event(&desk->input, &down, desk->now_ms);
	scan_no_slip(desk, 700);
	assert_int_equal(desk->booth.session.screen, SCREEN_MESSAGE);
}

static void a_repeat_is_said_to_the_resident_who_votes(void **state)
{
	struct desk *desk = *state;

	ask(desk);
	session_touched(&desk->booth.session, desk->now_ms);
	for (int i = 0; i < 2; i++) {
		desk->booth.session.banner = BANNER_NONE;
		scan_no_slip(desk, 300);
		assert_int_equal(desk->booth.session.banner, BANNER_REPEAT);
	}
}

/* An organiser stands at the scanner test. */
static void try_scanner(struct desk *desk, struct kiosk_panel *panel)
{
	*panel = (struct kiosk_panel){.panel.page = PANEL_SCANNER};
	desk->input.panel = panel;
}

static void the_scanner_test_tells_symbols_speed_and_source(void **state)
{
	struct desk *desk = *state;
	struct kiosk_panel panel;

	try_scanner(desk, &panel);
	type(desk, "AB", 1); /* somebody leans on the keyboard before */
	desk->now_ms += 5000;
	kiosk_input_scans(&desk->input, desk->now_ms);
	type(desk, SLIP_ALPHABET, 10);
	assert_int_equal(panel.panel.trial.verdict, TRIAL_GOOD);
	assert_int_equal(panel.panel.trial.source, TRIAL_KEYBOARD);
	/* 31 gaps and the one before Return. */
	assert_in_range(panel.panel.trial.per_second, 96, 100);
	type(desk, "0123456789ABCDEFGHJKMNPQRSTVZXYW", 10);
	assert_int_equal(panel.panel.trial.verdict, TRIAL_CHANGED);
	assert_string_equal(panel.panel.trial.missing, "WZ");
	assert_string_equal(panel.panel.trial.came_as, "ZW");
	/* None of it was a scan. */
	assert_int_equal(desk->booth.session.screen, SCREEN_ATTRACT);
}

static void a_slip_scanned_at_the_panel_is_kept_nowhere(void **state)
{
	static const char slip[] = "B57K9QX0WMB57K9QX0WM";
	struct desk *desk = *state;
	struct kiosk_panel panel;

	try_scanner(desk, &panel);
	type(desk, slip, 1);
	assert_int_equal(panel.panel.trial.verdict, TRIAL_OTHER);
	assert_string_equal(panel.panel.trial.missing, "");
	assert_string_equal(panel.panel.trial.came_as, "");
	assert_int_equal(desk->input.wedge.line.length, 0);
	assert_false(desk->input.repeat.any);
	/* On another page it is not even judged. */
	panel = (struct kiosk_panel){.panel.page = PANEL_HALL};
	type(desk, slip, 1);
	assert_int_equal(panel.panel.trial.verdict, TRIAL_NONE);
	assert_int_equal(desk->booth.session.screen, SCREEN_ATTRACT);
}

int main(void)
{
#define DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    DESK(any_touch_ends_the_idle_question),
	    DESK(what_no_person_does_ends_no_idle_question),
	    DESK(what_was_touched_while_the_disk_worked_presses_nothing),
	    DESK(a_finger_lifted_while_the_disk_worked_is_known_as_lifted),
	    DESK(a_scanners_keys_are_not_dropped_with_the_touches),
	    DESK(a_code_that_lies_under_the_scanner_is_one_scan),
	    DESK(who_touches_the_screen_and_scans_again_means_it),
	    DESK(a_repeat_is_said_to_the_resident_who_votes),
	    DESK(the_scanner_test_tells_symbols_speed_and_source),
	    DESK(a_slip_scanned_at_the_panel_is_kept_nowhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
