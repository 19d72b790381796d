/* The panel and a real meeting file: what two people typed is in the file. */
#include "app/kiosk_panel.h"

#include <SDL.h>
#include <sodium.h>
#include <sqlite3.h>

#include "app/kiosk_booth.h"
#include "counting/counting.h"
#include "store/audit.h"
#include "store/cue.h"
#include "store/hand.h"
#include "store/pin.h"
#include "store/wrong.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"
#include "ui/ui.h"

enum { SLIPS = 12, SIDE = 800 };

struct desk {
	struct fixture fixture;
	struct booth booth;
	struct kiosk_panel panel;
	uint64_t now_ms;
};

static int set_up(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));

	if (!desk || sodium_init() < 0)
		return -1;
	fixture_begin_batches(&desk->fixture, SLIPS, false);
	fixture_advance(&desk->fixture, PHASE_OPEN);
	desk->booth = (struct booth){
	    .store = desk->fixture.store,
	    .meeting = store_meeting(desk->fixture.store),
	};
	desk->panel.booth = &desk->booth;
	desk->now_ms = 1000000;
	assert_ok(live_release_start(&desk->booth.live, desk->fixture.store));
	*state = desk;
	return 0;
}

static int tear_down(void **state)
{
	struct desk *desk = *state;

	kiosk_panel_wipe(&desk->panel);
	live_release_end(&desk->booth.live);
	fixture_end(&desk->fixture);
	free(desk);
	return 0;
}

static void mean(struct desk *desk, enum panel_intent_kind kind, int value)
{
	desk->now_ms += 1000;
	kiosk_panel_apply(&desk->panel, (struct panel_intent){kind, value},
			  desk->now_ms);
}

static void type(struct desk *desk, const char *pin)
{
	for (; *pin; pin++)
		mean(desk, PANEL_INTENT_DIGIT, *pin - '0');
}

static void enter(struct desk *desk)
{
	assert_ok(pin_set(desk->fixture.store, "274913"));
	panel_open(&desk->panel.panel, desk->now_ms);
	for (const char *digit = "274913"; *digit; digit++)
		mean(desk, PANEL_INTENT_DIGIT, *digit - '0');
	assert_int_equal(desk->panel.panel.page, PANEL_HALL);
}

static void number(struct desk *desk, int value)
{
	char digits[16];

	snprintf(digits, sizeof(digits), "%d", value);
	for (const char *digit = digits; *digit; digit++)
		mean(desk, PANEL_INTENT_DIGIT, *digit - '0');
	mean(desk, PANEL_INTENT_ON, 0);
}

/* Proposals 1 and 2 have a vote each and cost all the money of their pot. */
static void cast_a_tie(struct desk *desk)
{
	const struct meeting *meeting = desk->booth.meeting;
	int large[] = {1, 2};
	struct ballot ballot = {{0}};

	for (int i = 0; i < 2; i++) {
		memset(&ballot, 0, sizeof(ballot));
		ballot.value[meeting_proposal(meeting, large[i])] = 1;
		assert_ok(box_cast(desk->fixture.store, desk->fixture.hashes[i],
				   &ballot, &desk->fixture.random));
	}
}

static void a_wrong_pin_stays_outside(void **state)
{
	struct desk *desk = *state;

	assert_ok(pin_set(desk->fixture.store, "274913"));
	panel_open(&desk->panel.panel, desk->now_ms);
	for (const char *digit = "274912"; *digit; digit++)
		mean(desk, PANEL_INTENT_DIGIT, *digit - '0');
	assert_int_equal(desk->panel.panel.page, PANEL_PIN);
	assert_int_equal(desk->panel.panel.outcome, STATUS_PIN);
	assert_int_equal(desk->panel.panel.failures, 1);
}

static unsigned locked(const struct desk *desk)
{
	return panel_locked_seconds(&desk->panel.panel, desk->now_ms);
}

/* The program is started anew, which sets its clock back. */
static void restart(struct desk *desk, struct ui *ui)
{
	kiosk_panel_wipe(&desk->panel);
	fixture_leave(&desk->fixture);
	fixture_enter(&desk->fixture);
	desk->booth.store = desk->fixture.store;
	desk->booth.meeting = store_meeting(desk->fixture.store);
	desk->panel = (struct kiosk_panel){.booth = &desk->booth};
	desk->now_ms = 500;
	kiosk_panel_look(&desk->panel, ui, desk->now_ms);
	panel_open(&desk->panel.panel, desk->now_ms);
}

static void switching_it_off_gives_no_new_tries(void **state)
{
	struct desk *desk = *state;
	struct wrong wrong;
	struct ui *ui = NULL;

	setenv("SDL_VIDEODRIVER", "dummy", 1);
	assert_ok(ui_open(&(struct ui_options){.title = "test",
					       .fonts = "fonts",
					       .window.width_px = SIDE,
					       .window.height_px = SIDE,
					       .kiosk = true},
			  &ui));
	ui_begin(ui, 0);
	ui_end(ui);
	assert_ok(pin_set(desk->fixture.store, "274913"));
	restart(desk, ui);
	for (int i = 0; i < 3; i++)
		type(desk, "111111");
	restart(desk, ui);
	assert_int_equal(locked(desk), 0);
	type(desk, "111111");
	assert_int_equal(locked(desk), 0);
	type(desk, "111111");
	assert_int_equal(locked(desk), 15);
	/* Its full time again, and what is typed in it is not looked at. */
	desk->now_ms += 10000;
	restart(desk, ui);
	assert_int_equal(locked(desk), 15);
	type(desk, "274913");
	assert_int_equal(desk->panel.panel.page, PANEL_PIN);
	desk->now_ms += 15000;
	type(desk, "111111");
	assert_int_equal(locked(desk), 30);
	assert_int_equal(fixture_number(desk->fixture.path,
					"SELECT count(*) FROM audit"
					" WHERE act = 'pin-wrong'"),
			 6);
	desk->now_ms += 30000;
	type(desk, "274913");
	assert_int_equal(desk->panel.panel.page, PANEL_HALL);
	assert_ok(wrong_read(desk->fixture.store, &wrong));
	assert_int_equal(wrong.pins, 0);
	restart(desk, ui);
	assert_int_equal(locked(desk), 0);
	ui_free(ui);
}

static void a_new_pin_ends_the_lock(void **state)
{
	struct desk *desk = *state;
	struct store *other = NULL;

	assert_ok(pin_set(desk->fixture.store, "274913"));
	panel_open(&desk->panel.panel, desk->now_ms);
	kiosk_panel_tick(&desk->panel, desk->now_ms);
	for (int i = 0; i < 5; i++)
		type(desk, "111111");
	assert_int_equal(locked(desk), 15);
	assert_ok(store_open(desk->fixture.path, STORE_WRITE, &other));
	assert_ok(pin_set(other, "918273"));
	store_free(other);
	kiosk_panel_tick(&desk->panel, desk->now_ms);
	assert_int_equal(locked(desk), 0);
	type(desk, "918273");
	assert_int_equal(desk->panel.panel.page, PANEL_HALL);
}

static void a_cue_is_in_the_file(void **state)
{
	struct desk *desk = *state;
	struct cue cue;
	int number_of;

	enter(desk);
	mean(desk, PANEL_INTENT_SHOW, SCENE_PITCH);
	assert_ok(cue_newest(desk->fixture.store, &number_of, &cue));
	assert_int_equal(number_of, 1);
	assert_int_equal(cue.scene, SCENE_PITCH);
	mean(desk, PANEL_INTENT_CUE, CUE_BLACK);
	assert_ok(cue_newest(desk->fixture.store, &number_of, &cue));
	assert_int_equal(number_of, 2);
	assert_int_equal(cue.kind, CUE_BLACK);
	assert_int_equal(desk->panel.panel.outcome, STATUS_OK);
}

static void
lots_typed_twice_settle_the_tie_and_the_meeting_is_counted(void **state)
{
	struct desk *desk = *state;
	struct decision *decisions;
	enum phase phase;
	int count, first, second;

	cast_a_tie(desk);
	fixture_advance(&desk->fixture, PHASE_CLOSED);
	enter(desk);
	mean(desk, PANEL_INTENT_TAB, PANEL_COUNT);
	mean(desk, PANEL_INTENT_COUNT, 0); /* not before the lots */
	assert_ok(store_phase(desk->fixture.store, &phase));
	assert_int_equal(phase, PHASE_CLOSED);
	mean(desk, PANEL_INTENT_TIE, 0);
	assert_int_equal(desk->panel.panel.page, PANEL_LOTS);
	first = meeting_proposal(desk->booth.meeting, 2);
	second = meeting_proposal(desk->booth.meeting, 1);
	for (int person = 0; person < 2; person++) {
		mean(desk, PANEL_INTENT_DRAW, first);
		mean(desk, PANEL_INTENT_DRAW, second);
		mean(desk, PANEL_INTENT_ON, 0);
	}
	assert_int_equal(desk->panel.panel.page, PANEL_COUNT);
	assert_ok(decision_all(desk->fixture.store, &decisions, &count));
	assert_int_equal(count, 1);
	assert_int_equal(decisions[0].kind, DECISION_LOTS);
	assert_int_equal(decisions[0].proposal[0], first);
	assert_int_equal(decisions[0].proposal[1], second);
	decision_free(decisions, count);
	mean(desk, PANEL_INTENT_COUNT, 0);
	assert_ok(store_phase(desk->fixture.store, &phase));
	assert_int_equal(phase, PHASE_COUNTED);
}

/* The tie that the lots were drawn for became another one while they were being
 * typed: they say nothing about it. */
static void lots_of_another_tie_are_not_kept(void **state)
{
	struct desk *desk = *state;
	int small[] = {meeting_proposal(desk->booth.meeting, 3),
		       meeting_proposal(desk->booth.meeting, 1)};
	struct decision *decisions;
	int count;

	cast_a_tie(desk);
	fixture_advance(&desk->fixture, PHASE_CLOSED);
	enter(desk);
	mean(desk, PANEL_INTENT_TAB, PANEL_COUNT);
	mean(desk, PANEL_INTENT_TIE, 0);
	desk->panel.panel.person = 1;
	desk->panel.panel.order_count = 2;
	for (int person = 0; person < 2; person++)
		memcpy(desk->panel.panel.order[person], small, sizeof(small));
	mean(desk, PANEL_INTENT_ON, 0);
	assert_int_equal(desk->panel.panel.outcome, STATUS_CHANGED);
	assert_ok(decision_all(desk->fixture.store, &decisions, &count));
	assert_int_equal(count, 0);
	decision_free(decisions, count);
}

/* Two have typed the order; in a meeting that wants two people it takes both
 * their PINs besides. */
static void lots_that_take_two_pins_are_not_kept_with_one(void **state)
{
	struct desk *desk = *state;
	struct meeting meeting = *desk->booth.meeting;
	int large[] = {meeting_proposal(&meeting, 2),
		       meeting_proposal(&meeting, 1)};
	struct decision *decisions;
	int count;

	meeting.two_persons = true;
	desk->booth.meeting = &meeting;
	cast_a_tie(desk);
	fixture_advance(&desk->fixture, PHASE_CLOSED);
	assert_ok(pin_second_set(desk->fixture.store, "918273"));
	enter(desk);
	mean(desk, PANEL_INTENT_TAB, PANEL_COUNT);
	mean(desk, PANEL_INTENT_TIE, 0);
	desk->panel.panel.person = 1;
	desk->panel.panel.order_count = 2;
	for (int person = 0; person < 2; person++)
		memcpy(desk->panel.panel.order[person], large, sizeof(large));
	mean(desk, PANEL_INTENT_ON, 0);
	assert_int_equal(desk->panel.panel.page, PANEL_SURE);
	type(desk, "274913");
	type(desk, "274913");
	assert_status(desk->panel.panel.outcome, STATUS_PIN);
	assert_ok(decision_all(desk->fixture.store, &decisions, &count));
	assert_int_equal(count, 0);
	decision_free(decisions, count);
	type(desk, "274913");
	type(desk, "918273");
	assert_int_equal(desk->panel.panel.page, PANEL_COUNT);
	assert_ok(decision_all(desk->fixture.store, &decisions, &count));
	assert_int_equal(count, 1);
	assert_int_equal(decisions[0].proposal[0], large[0]);
	decision_free(decisions, count);
}

static void a_hand_count_that_stands_takes_the_count_back(void **state)
{
	struct desk *desk = *state;
	struct hand_count *hand;
	enum phase phase;

	assert_ok(fixture_cast(&desk->fixture, 0, 1));
	fixture_advance(&desk->fixture, PHASE_COUNTED);
	enter(desk);
	mean(desk, PANEL_INTENT_TAB, PANEL_COUNT);
	mean(desk, PANEL_INTENT_BY_HAND, 0);
	for (int person = 0; person < 2; person++) {
		number(desk, 2);
		for (int i = 0; i < desk->booth.meeting->proposal_count; i++)
			number(desk, i == 0 ? 2 : 0);
	}
	assert_int_equal(desk->panel.panel.page, PANEL_STANDS);
	mean(desk, PANEL_INTENT_STAND, 1);
	for (const char *letter = "a slip was missed"; *letter; letter++)
		mean(desk, PANEL_INTENT_LETTER, *letter);
	mean(desk, PANEL_INTENT_ON, 0);
	assert_int_equal(desk->panel.panel.page, PANEL_COUNT);
	assert_int_equal(desk->panel.panel.outcome, STATUS_OK);
	assert_ok(hand_newest(desk->fixture.store, &hand));
	assert_non_null(hand);
	assert_true(hand->stands);
	assert_int_equal(hand->ballots, 2);
	assert_int_equal(hand->votes[0], 2);
	assert_string_equal(hand->reason, "a slip was missed");
	hand_free(hand);
	assert_ok(store_phase(desk->fixture.store, &phase));
	assert_int_equal(phase, PHASE_CLOSED);
}

/* Another program holds the file for a while: what is typed, and what it is
 * about, is still there afterwards. */
static void a_busy_file_takes_no_page_away(void **state)
{
	struct desk *desk = *state;
	sqlite3 *other = NULL;

	assert_ok(fixture_cast(&desk->fixture, 0, 1));
	fixture_advance(&desk->fixture, PHASE_CLOSED);
	enter(desk);
	mean(desk, PANEL_INTENT_TAB, PANEL_COUNT);
	mean(desk, PANEL_INTENT_BY_HAND, 0);
	for (int person = 0; person < 2; person++) {
		number(desk, 1);
		for (int i = 0; i < desk->booth.meeting->proposal_count; i++)
			number(desk, 0);
	}
	assert_int_equal(desk->panel.panel.page, PANEL_STANDS);
	assert_int_equal(sqlite3_open(desk->fixture.path, &other), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL),
	    SQLITE_OK);
	mean(desk, PANEL_INTENT_MORE, 1);
	kiosk_panel_tick(&desk->panel, desk->now_ms);
	assert_int_equal(desk->panel.panel.page, PANEL_STANDS);
	assert_non_null(desk->panel.facts.box);
	assert_int_equal(sqlite3_close(other), SQLITE_OK);
	mean(desk, PANEL_INTENT_STAND, 0);
	assert_int_equal(desk->panel.panel.page, PANEL_REASON);
}

/* A box that is damaged is nothing to be looked at: the page goes. */
static void a_box_that_cannot_be_counted_takes_its_pages_away(void **state)
{
	struct desk *desk = *state;

	assert_ok(fixture_cast(&desk->fixture, 0, 1));
	fixture_advance(&desk->fixture, PHASE_CLOSED);
	enter(desk);
	mean(desk, PANEL_INTENT_TAB, PANEL_COUNT);
	mean(desk, PANEL_INTENT_BY_HAND, 0);
	assert_int_equal(desk->panel.panel.page, PANEL_HAND);
	fixture_sql(desk->fixture.path,
		    "UPDATE box SET ballot = '9' || substr(ballot, 2)"
		    " WHERE used = 3");
	mean(desk, PANEL_INTENT_DIGIT, 1);
	assert_null(desk->panel.facts.box);
	assert_int_equal(desk->panel.panel.page, PANEL_COUNT);
}

static void an_organiser_can_end_the_vote_of_one_who_left(void **state)
{
	struct desk *desk = *state;

	desk->booth.session.screen = SCREEN_CHOOSE;
	desk->booth.session.has_slip = true;
	memset(desk->booth.session.slip_hash, 7, SLIP_HASH_BYTES);
	assert_ok(pin_set(desk->fixture.store, "274913"));
	panel_open(&desk->panel.panel, desk->now_ms);
	for (const char *digit = "274913"; *digit; digit++)
		mean(desk, PANEL_INTENT_DIGIT, *digit - '0');
	assert_int_equal(desk->panel.panel.page, PANEL_VOTER);
	mean(desk, PANEL_INTENT_STOP_VOTER, 0);
	assert_false(session_busy(&desk->booth.session));
	assert_int_equal(desk->panel.panel.page, PANEL_HALL);
	/* What others voted is still shown to the room, batch by batch. */
	assert_non_null(desk->booth.live.release);
}

/* Whether the last slip is spent is not known: nobody may say that it is not.
 */
static void a_locked_kiosk_is_not_unlocked_by_the_panel(void **state)
{
	struct desk *desk = *state;

	desk->booth.session.screen = SCREEN_LOCKED;
	assert_ok(pin_set(desk->fixture.store, "274913"));
	panel_open(&desk->panel.panel, desk->now_ms);
	for (const char *digit = "274913"; *digit; digit++)
		mean(desk, PANEL_INTENT_DIGIT, *digit - '0');
	assert_int_equal(desk->panel.panel.page, PANEL_VOTER);
	assert_true(desk->panel.facts.locked);
	mean(desk, PANEL_INTENT_STOP_VOTER, 0);
	assert_int_equal(desk->booth.session.screen, SCREEN_LOCKED);
	assert_int_equal(desk->panel.panel.page, PANEL_VOTER);
}

static void press(struct ui *ui, uint32_t type, int x, int y)
{
	SDL_Event event = {0};

	event.type = type;
	event.button.button = SDL_BUTTON_LEFT;
	event.button.x = x;
	event.button.y = y;
	if (type == SDL_MOUSEMOTION) {
		event.motion.which = 0;
		event.motion.x = x;
		event.motion.y = y;
	}
	ui_event(ui, &event);
}

static bool look(struct desk *desk, struct ui *ui, uint64_t now_ms)
{
	do {
		ui_begin(ui, now_ms);
		ui_end(ui);
	} while (ui_pending(ui));
	return kiosk_panel_look(&desk->panel, ui, now_ms);
}

static void
three_seconds_in_the_corner_open_it_and_nothing_shorter(void **state)
{
	struct desk *desk = *state;
	struct ui *ui = NULL;

	setenv("SDL_VIDEODRIVER", "dummy", 1);
	assert_ok(ui_open(&(struct ui_options){.title = "test",
					       .fonts = "fonts",
					       .window.width_px = SIDE,
					       .window.height_px = SIDE,
					       .kiosk = true},
			  &ui));
	press(ui, SDL_MOUSEBUTTONDOWN, 20, 20);
	assert_false(look(desk, ui, 1000));
	assert_false(look(desk, ui, 1000 + PANEL_HOLD_MS - 1));
	press(ui, SDL_MOUSEBUTTONUP, 20, 20);
	assert_false(look(desk, ui, 1000 + PANEL_HOLD_MS));
	/* Beside the corner it does not count, nor one that slid into it. */
	press(ui, SDL_MOUSEBUTTONDOWN, 400, 400);
	press(ui, SDL_MOUSEMOTION, 20, 20);
	assert_false(look(desk, ui, 20000));
	assert_false(look(desk, ui, 20000 + PANEL_HOLD_MS));
	press(ui, SDL_MOUSEBUTTONUP, 20, 20);
	assert_false(look(desk, ui, 30000));
	press(ui, SDL_MOUSEBUTTONDOWN, 20, 20);
	assert_false(look(desk, ui, 40000));
	assert_int_equal(kiosk_panel_wait_ms(&desk->panel, 40000),
			 PANEL_HOLD_MS);
	assert_true(look(desk, ui, 40000 + PANEL_HOLD_MS));
	assert_int_equal(desk->panel.panel.page, PANEL_PIN);
	ui_free(ui);
	SDL_Quit();
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_wrong_pin_stays_outside),
	    TEST(a_cue_is_in_the_file),
	    TEST(lots_typed_twice_settle_the_tie_and_the_meeting_is_counted),
	    TEST(lots_of_another_tie_are_not_kept),
	    TEST(a_hand_count_that_stands_takes_the_count_back),
	    TEST(a_busy_file_takes_no_page_away),
	    TEST(a_box_that_cannot_be_counted_takes_its_pages_away),
	    TEST(an_organiser_can_end_the_vote_of_one_who_left),
	    TEST(lots_that_take_two_pins_are_not_kept_with_one),
	    TEST(switching_it_off_gives_no_new_tries),
	    TEST(a_new_pin_ends_the_lock),
	    TEST(a_locked_kiosk_is_not_unlocked_by_the_panel),
	    TEST(three_seconds_in_the_corner_open_it_and_nothing_shorter),
	};

	return cmocka_run_group_tests_name("kiosk_panel", tests, NULL, NULL);
}
