/* Touches of every kind on the real screens, by fingers, mouse and keys, at
 * random: what they do, and what they never may.
 *
 * STEMMEBOKS_TOUCHES=N or BENCH=1 (a million) instead of TOUCHES of them.
 */
#include "tests/lib/cmocka_all.h"

#include <time.h>

#include <SDL.h>

#include "core/random.h"
#include "tests/lib/any_pot.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/voter_case.h"

enum {
	TOUCHES = 5000,
	MEETING_TOUCHES = 400, /* then another meeting, with other pots */
	FRAMES = 50,
	WINDOWS = 256,
	LONG_MS = 3000,
	DOUBLE_MS = 300,
	SLIP_MM = 10,
	AWAY_MS = 130000,
	NONE = 0, /* no widget's id */
};

struct monkey {
	struct voter_case voter;
	uint64_t seed;
	struct random random;
	double px_per_mm;
	bool mouse;	   /* this gesture is made with it */
	bool down;	   /* the first finger is on the screen */
	uint32_t pressed;  /* what it came down on; NONE once that is void */
	uint32_t expected; /* what it was lifted from, having pressed it */
	uint64_t changed_ms;
	long touches, casts, blanks, refused, early, slipped, acted;
	int cast_by[BALLOT_TYPE_COUNT];
};

static int below(struct monkey *monkey, int count)
{
	return (int)monkey->random.below(monkey->random.context,
					 (uint32_t)count);
}

static bool one_in(struct monkey *monkey, int count)
{
	return below(monkey, count) == 0;
}

/* The target that is seen at X, Y: of those that overlap, the last drawn. */
static uint32_t under(const struct monkey *monkey, int x, int y)
{
	int count;
	const struct ui_target *targets = ui_targets(monkey->voter.ui, &count);

	for (int i = count - 1; i >= 0; i--) {
		struct rect rect = targets[i].rect;

		if (x >= rect.x && x < rect.x + rect.w && y >= rect.y &&
		    y < rect.y + rect.h)
			return targets[i].id;
	}
	return NONE;
}

/* Whether what one sees, and may touch, is another page, dialog or screen. */
static bool other_screen(const struct session *a, const struct session *b)
{
	return a->screen != b->screen || a->overlay != b->overlay ||
	       a->pot != b->pot || memcmp(a->at, b->at, sizeof(a->at)) != 0 ||
	       a->detail_page != b->detail_page ||
	       a->review_at != b->review_at ||
	       a->language_page != b->language_page ||
	       a->overlay_page != b->overlay_page ||
	       a->settings.reach != b->settings.reach ||
	       a->settings.text != b->settings.text;
}

/* What the session is, but for the signs of life and what was seen. */
static void assert_nothing_done(const struct session *before,
				const struct session *after)
{
	struct session same;

	memcpy(&same, after, sizeof(same));
	same.touched_ms = before->touched_ms;
	same.review_seen = before->review_seen;
	memcpy(same.seen, before->seen, sizeof(same.seen));
	assert_memory_equal(&same, before, sizeof(same));
}

/* After anything that may have changed the screen since BEFORE: as the kiosk
 * does it, a finger that lies on it means nothing any more. */
static void look(struct monkey *monkey, const struct session *before)
{
	const struct session *session = &monkey->voter.session;

	any_pot_assert_within(monkey->voter.meeting, &session->ballot);
	if (other_screen(before, session))
		monkey->changed_ms = monkey->voter.now_ms;
	if (session->since_ms == before->since_ms)
		return;
	ui_cancel_press(monkey->voter.ui);
	monkey->pressed = NONE;
}

static void cast_done(struct monkey *monkey)
{
	static const enum status outcomes[] = {STATUS_OK, STATUS_OK, STATUS_OK,
					       STATUS_STORE, STATUS_SLIP_USED};
	struct voter_case *voter = &monkey->voter;
	const struct ballot *ballot = &voter->session.ballot;
	bool blank = ballot_blank(voter->meeting, ballot);

	assert_true(voter->session.has_slip);
	assert_int_equal(ballot_check(voter->meeting, ballot), STATUS_OK);
	assert_int_equal(monkey->expected,
			 UI_ID(blank ? WIDGET_CAST_BLANK : WIDGET_CAST, 0));
	monkey->casts++;
	monkey->blanks += blank;
	for (int i = 0; i < voter->meeting->pot_count; i++)
		monkey->cast_by[voter->meeting->pots[i].ballot_type] +=
		    ballot_chosen(voter->meeting, ballot, i) > 0;
	session_cast_done(&voter->session, outcomes[below(monkey, 5)],
			  voter->now_ms);
	assert_true(ballot_blank(voter->meeting, ballot));
}

static void apply(struct monkey *monkey, struct intent intent)
{
	struct voter_case *voter = &monkey->voter;
	struct session before;
	enum effect effect;

	memcpy(&before, &voter->session, sizeof(before));
	/* Nothing is meant but by what was pressed and let go. */
	assert_int_not_equal(monkey->expected, NONE);
	effect = session_apply(&voter->session, voter->meeting, intent,
			       voter_page_size(voter->ui, &voter->view),
			       voter_review_size(voter->ui, &voter->view),
			       voter->now_ms);
	if (voter->now_ms - monkey->changed_ms < SESSION_GUARD_MS) {
		assert_nothing_done(&before, &voter->session);
		assert_int_equal(effect, EFFECT_NONE);
		monkey->early++;
	} else {
		monkey->acted++;
	}
	if (effect == EFFECT_CAST)
		cast_done(monkey);
	else if (intent.kind == INTENT_CAST)
		monkey->refused++;
	look(monkey, &before);
	monkey->expected = NONE;
}

static void frames(struct monkey *monkey)
{
	struct voter_case *voter = &monkey->voter;
	struct intent intent;

	for (int i = 0; i < FRAMES; i++) {
		ui_begin(voter->ui, voter->now_ms);
		voter_draw(voter->ui, &voter->view, &intent);
		ui_end(voter->ui);
		if (intent.kind != INTENT_NONE)
			apply(monkey, intent);
		else if (!ui_pending(voter->ui))
			return;
	}
	fail_msg("the frame is never done");
}

/* MS go by, with a look at the clock. */
static void pass(struct monkey *monkey, int ms)
{
	struct voter_case *voter = &monkey->voter;
	struct session before;

	memcpy(&before, &voter->session, sizeof(before));
	voter->now_ms += (uint64_t)ms;
	session_tick(&voter->session, voter->now_ms);
	look(monkey, &before);
	frames(monkey);
}

static void felt(struct monkey *monkey)
{
	struct session before;

	memcpy(&before, &monkey->voter.session, sizeof(before));
	session_touched(&monkey->voter.session, monkey->voter.now_ms);
	look(monkey, &before);
	if (monkey->voter.session.since_ms != before.since_ms)
		frames(monkey);
	monkey->touches++;
}

static void mouse_event(struct ui *ui, uint32_t type, int x, int y)
{
	SDL_Event event = {.type = type};

	if (type == SDL_MOUSEMOTION) {
		event.motion.x = x;
		event.motion.y = y;
	} else {
		event.button.button = SDL_BUTTON_LEFT;
		event.button.x = x;
		event.button.y = y;
	}
	ui_event(ui, &event);
}

static void finger_event(struct ui *ui, uint32_t type, int id, int x, int y)
{
	SDL_Event event = {.type = type};
	int w, h;

	ui_size(ui, &w, &h);
	event.tfinger.touchId = 7;
	event.tfinger.fingerId = id;
	event.tfinger.x = (float)((x + 0.5) / (w * ui_scale(ui)));
	event.tfinger.y = (float)((y + 0.5) / (h * ui_scale(ui)));
	ui_event(ui, &event);
}

/* What the first finger does: 0 comes down, 1 moves, 2 is lifted. */
static void first(struct monkey *monkey, int act, int x, int y)
{
	static const uint32_t with_mouse[] = {
	    SDL_MOUSEBUTTONDOWN, SDL_MOUSEMOTION, SDL_MOUSEBUTTONUP};
	static const uint32_t with_finger[] = {SDL_FINGERDOWN, SDL_FINGERMOTION,
					       SDL_FINGERUP};
	struct ui *ui = monkey->voter.ui;

	if (act == 0) {
		felt(monkey);
		monkey->pressed = under(monkey, x, y);
	} else if (act == 2) {
		monkey->expected =
		    monkey->pressed != NONE &&
			    under(monkey, x, y) == monkey->pressed
			? monkey->pressed
			: NONE;
		monkey->slipped += monkey->expected != monkey->pressed;
	}
	if (monkey->mouse)
		mouse_event(ui, with_mouse[act], x, y);
	else
		finger_event(ui, with_finger[act], 1, x, y);
	frames(monkey);
	if (act == 2)
		monkey->pressed = monkey->expected = NONE;
}

static bool is(const struct ui_target *target, enum widget widget)
{
	return target->id >> 16 == (uint32_t)widget;
}

/* Whether TARGET leads on to the cast. */
static bool leads_on(const struct ui_target *target)
{
	return is(target, WIDGET_NEXT) || is(target, WIDGET_CAST) ||
	       is(target, WIDGET_MORE) || is(target, WIDGET_LANGUAGE) ||
	       is(target, WIDGET_DISMISS) || is(target, WIDGET_CAST_BLANK);
}

/* Any place; mostly on a target, often on one that leads on, seldom on one that
 * ends all: or it would never get far. */
static void place(struct monkey *monkey, int *ret_x, int *ret_y)
{
	int count, w, h, at;
	const struct ui_target *targets = ui_targets(monkey->voter.ui, &count);
	bool on = one_in(monkey, 2);
	struct rect rect;

	ui_size(monkey->voter.ui, &w, &h);
	rect = (struct rect){0, 0, (int)(w * ui_scale(monkey->voter.ui)),
			     (int)(h * ui_scale(monkey->voter.ui))};
	if (count > 0 && !one_in(monkey, 12)) {
		at = below(monkey, count);
		for (int i = 0; on && i < count; i++)
			if (leads_on(&targets[(at + i) % count])) {
				at = (at + i) % count;
				break;
			}
		if ((is(&targets[at], WIDGET_STOP) ||
		     is(&targets[at], WIDGET_STOP_YES)) &&
		    !one_in(monkey, 10))
			at = below(monkey, count);
		rect = targets[at].rect;
	}
	*ret_x = rect.x + below(monkey, rect.w);
	*ret_y = rect.y + below(monkey, rect.h);
}

static void tap(struct monkey *monkey)
{
	int x, y;

	place(monkey, &x, &y);
	first(monkey, 0, x, y);
	first(monkey, 2, x, y);
}

static void double_tap(struct monkey *monkey)
{
	int x, y;

	place(monkey, &x, &y);
	for (int i = 0; i < 2; i++) {
		first(monkey, 0, x, y);
		pass(monkey, below(monkey, DOUBLE_MS / 2));
		first(monkey, 2, x, y);
		pass(monkey, below(monkey, DOUBLE_MS / 2));
	}
}

static void long_press(struct monkey *monkey)
{
	long acted = monkey->acted;
	int x, y;

	place(monkey, &x, &y);
	first(monkey, 0, x, y);
	for (int ms = 0; ms < LONG_MS; ms += LONG_MS / 3)
		pass(monkey, LONG_MS / 3);
	/* It means nothing before the finger is lifted. */
	assert_int_equal(monkey->acted, acted);
	first(monkey, 2, x, y);
}

static void slip(struct monkey *monkey)
{
	static const int ways[][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
	int by = (int)(SLIP_MM * monkey->px_per_mm), way = below(monkey, 4);
	int x, y;

	place(monkey, &x, &y);
	first(monkey, 0, x, y);
	for (int i = 1; i <= 4; i++)
		first(monkey, 1, x + ways[way][0] * by * i / 4,
		      y + ways[way][1] * by * i / 4);
	first(monkey, 2, x + ways[way][0] * by, y + ways[way][1] * by);
}

/* The second, and the mouse beside it, touch what they like: nothing of it
 * counts, lifted before the first or after it. */
static void two_fingers(struct monkey *monkey)
{
	struct ui *ui = monkey->voter.ui;
	bool before = one_in(monkey, 2), mouse = one_in(monkey, 2);
	int id = monkey->mouse ? 1 : 2;
	long acted = monkey->acted;
	int x, y, x2, y2;

	place(monkey, &x, &y);
	place(monkey, &x2, &y2);
	first(monkey, 0, x, y);
	felt(monkey);
	if (mouse && !monkey->mouse)
		mouse_event(ui, SDL_MOUSEBUTTONDOWN, x2, y2);
	else
		finger_event(ui, SDL_FINGERDOWN, id, x2, y2);
	frames(monkey);
	if (!before)
		first(monkey, 2, x, y);
	acted = monkey->acted;
	if (mouse && !monkey->mouse)
		mouse_event(ui, SDL_MOUSEBUTTONUP, x2, y2);
	else
		finger_event(ui, SDL_FINGERUP, id, x2, y2);
	frames(monkey);
	assert_int_equal(monkey->acted, acted);
	if (before)
		first(monkey, 2, x, y);
}

static void keys(struct monkey *monkey)
{
	static const SDL_Scancode moves[] = {
	    SDL_SCANCODE_TAB,  SDL_SCANCODE_TAB, SDL_SCANCODE_RIGHT,
	    SDL_SCANCODE_LEFT, SDL_SCANCODE_UP,	 SDL_SCANCODE_DOWN};
	static const SDL_Scancode enters[] = {
	    SDL_SCANCODE_RETURN, SDL_SCANCODE_KP_ENTER, SDL_SCANCODE_SPACE};
	SDL_Event event = {.type = SDL_KEYDOWN};
	const struct ui_target *focus;

	for (int i = below(monkey, 8); i >= 0; i--) {
		felt(monkey);
		event.key.keysym.scancode =
		    i > 0 ? moves[below(monkey, 6)] : enters[below(monkey, 3)];
		event.key.keysym.mod = one_in(monkey, 4) ? KMOD_LSHIFT : 0;
		focus = ui_focus(monkey->voter.ui);
		if (i == 0 && focus)
			monkey->expected = focus->id;
		ui_event(monkey->voter.ui, &event);
		frames(monkey);
		monkey->expected = NONE;
	}
}

static void scan(struct monkey *monkey)
{
	static const enum status said[] = {
	    STATUS_OK,	       STATUS_OK,	   STATUS_OK,
	    STATUS_OK,	       STATUS_SLIP_USED,   STATUS_SLIP_VOID,
	    STATUS_SLIP_CHECK, STATUS_SLIP_SYNTAX, STATUS_NOT_OPEN};
	struct voter_case *voter = &monkey->voter;
	unsigned char hash[SLIP_HASH_BYTES] = {0};
	struct session before;

	hash[0] = (unsigned char)below(monkey, 256);
	memcpy(&before, &voter->session, sizeof(before));
	session_scanned(&voter->session, voter->meeting, said[below(monkey, 9)],
			hash, below(monkey, 3) - 1, &monkey->random,
			voter->now_ms);
	if (before.has_slip)
		assert_memory_equal(&voter->session.ballot, &before.ballot,
				    sizeof(before.ballot));
	look(monkey, &before);
	frames(monkey);
}

static void close_vote(struct monkey *monkey)
{
	struct session before;

	memcpy(&before, &monkey->voter.session, sizeof(before));
	session_phase(&monkey->voter.session, PHASE_PAUSED,
		      monkey->voter.now_ms);
	look(monkey, &before);
	frames(monkey);
}

static void gesture(struct monkey *monkey)
{
	static void (*const others[])(struct monkey *) = {
	    double_tap, long_press, slip, slip, two_fingers, keys, keys};
	enum { OTHERS = sizeof(others) / sizeof(others[0]) };

	if (one_in(monkey, 500))
		close_vote(monkey);
	if (one_in(monkey, monkey->voter.session.has_slip ? 60 : 2))
		scan(monkey);
	pass(monkey, one_in(monkey, 300) ? AWAY_MS
		     : one_in(monkey, 4)
			 ? below(monkey, SESSION_GUARD_MS)
			 : SESSION_GUARD_MS + below(monkey, 1000));
	monkey->mouse = one_in(monkey, 3);
	if (one_in(monkey, 3))
		others[below(monkey, OTHERS)](monkey);
	else
		tap(monkey);
}

static void new_meeting(struct monkey *monkey)
{
	struct meeting *meeting = monkey->voter.meeting;
	struct session before;

	memcpy(&before, &monkey->voter.session, sizeof(before));
	session_reset(&monkey->voter.session, monkey->voter.now_ms);
	for (int pot = 0; pot < meeting->pot_count; pot++)
		any_pot_draw(meeting, pot, &monkey->random);
	monkey->voter.view.speech = one_in(monkey, 2);
	for (int i = 0; i < meeting->language_count; i++)
		monkey->voter.view.names[i] = one_in(monkey, 2);
	monkey->voter.view.demo = one_in(monkey, 2);
	look(monkey, &before);
	frames(monkey);
}

static SDL_Renderer *the_renderer(void)
{
	SDL_Renderer *renderer = NULL;

	for (uint32_t id = 1; id < WINDOWS && !renderer; id++)
		if (SDL_GetWindowFromID(id))
			renderer = SDL_GetRenderer(SDL_GetWindowFromID(id));
	assert_non_null(renderer);
	return renderer;
}

/* Pixels cost most of the time, and nobody looks at them: they go to a place
 * of a single one. What is on the screen and can be touched stays the same.
 * SDL_DestroyTexture() ends it. */
static SDL_Texture *spare_pixels(void)
{
	SDL_Renderer *renderer = the_renderer();
	SDL_Texture *texture = SDL_CreateTexture(
	    renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_TARGET, 1, 1);

	assert_non_null(texture);
	assert_int_equal(SDL_SetRenderTarget(renderer, texture), 0);
	return texture;
}

static void play(struct monkey *monkey, int display, const char *language,
		 long touches)
{
	long end = monkey->touches + touches, renewed = 0;
	SDL_Texture *nowhere;

	voter_case_open(&monkey->voter, display);
	voter_case_reset(&monkey->voter, language);
	nowhere = spare_pixels();
	monkey->voter.view.images = "";
	monkey->px_per_mm = displays[display].px_per_mm;
	while (monkey->touches < end) {
		if (monkey->touches >= renewed) {
			new_meeting(monkey);
			renewed = monkey->touches + MEETING_TOUCHES;
		}
		gesture(monkey);
	}
	SDL_DestroyTexture(nowhere);
	voter_case_close(&monkey->voter);
}

static long touches_wanted(void)
{
	const char *wanted = getenv("STEMMEBOKS_TOUCHES");

	if (wanted && strtol(wanted, NULL, 10) > 0)
		return strtol(wanted, NULL, 10);
	return getenv("BENCH") ? 1000000 : TOUCHES;
}

static void whatever_is_touched_only_the_cast_button_casts(void **state)
{
	static const char *const languages[] = {"da", "en"};
	struct monkey monkey = {.seed = 1813};
	long touches = touches_wanted();
	time_t begun = time(NULL);

	(void)state;
	monkey.random = bolbro_random(&monkey.seed);
	for (int display = 0; display < DISPLAYS; display++)
		for (int i = 0; i < 2; i++)
			play(&monkey, display, languages[i],
			     touches / DISPLAYS / 2);
	print_message("%ld touches: %ld acted, %ld came too early, %ld slipped "
		      "off, %ld casts refused\n",
		      monkey.touches, monkey.acted, monkey.early,
		      monkey.slipped, monkey.refused);
	print_message("%ld votes, %ld blank; %ld s\n", monkey.casts,
		      monkey.blanks, (long)(time(NULL) - begun));
	for (int type = 0; type < BALLOT_TYPE_COUNT; type++) {
		print_message("%d ballots by %s\n", monkey.cast_by[type],
			      ballot_type_name((enum ballot_type)type));
		assert_true(monkey.cast_by[type] > 0);
	}
	/* It did get everywhere. */
	assert_true(monkey.casts > touches / 400);
	assert_true(monkey.early > touches / 100);
	assert_true(monkey.slipped > touches / 400);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whatever_is_touched_only_the_cast_button_casts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
