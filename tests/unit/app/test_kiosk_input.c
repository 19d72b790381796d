/* What comes from outside, with a window that nobody sees. */
#include "app/kiosk_input.h"

#include <SDL.h>

#include "app/kiosk_booth.h"
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
	session_scanned(session, desk->meeting, STATUS_OK, hash, &desk->random,
			desk->now_ms);
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

int main(void)
{
#define DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    DESK(any_touch_ends_the_idle_question),
	    DESK(what_no_person_does_ends_no_idle_question),
	    DESK(what_was_touched_while_the_disk_worked_presses_nothing),
	    DESK(a_finger_lifted_while_the_disk_worked_is_known_as_lifted),
	    DESK(a_scanners_keys_are_not_dropped_with_the_touches),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
