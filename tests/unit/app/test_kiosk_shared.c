/* A kiosk whose roll is shared, when the server goes and comes back: who votes
 * is not disturbed, who comes is asked to wait. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/hall_source.h"
#include "app/kiosk_booth.h"
#include "app/kiosk_lock.h"
#include "app/kiosk_panel.h"
#include "hall/turnout.h"
#include "roll/roll_admin.h"
#include "store/audit.h"
#include "store/entropy.h"
#include "store/store.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/roll_hall.h"

#define AT "2015-11-10 19:05"

enum {
	CARDS = 6,
	ROWS = 7,
	HUMAN_MS = 1000,
	MOMENT_US = 2000,
	USED = 4,
	STEPS = 4000
};

static struct hall hall;
static struct booth booth;

static uint64_t clock_ms(void *context)
{
	const struct hall *at = context;

	return at->now_ms;
}

/* A booth at kiosk 1. */
static void start(void)
{
	booth = (struct booth){
	    .store = hall.stores[1],
	    .roll = hall.links[1],
	    .meeting = store_meeting(hall.stores[1]),
	    .random = &entropy,
	    .clock_ms = clock_ms,
	    .clock = &hall,
	    .log = stderr,
	};
	assert_int_equal(booth_start(&booth, hall.now_ms), STATUS_OK);
}

static void begin(struct cluster *cluster)
{
	hall_begin(&hall, cluster, 1, 20, true);
	start();
}

static void end(void)
{
	booth_wipe(&booth, hall.now_ms);
	hall_end(&hall);
}

/* As the kiosk's loop does, once. */
static void step(int ms)
{
	hall.now_ms += (uint64_t)ms;
	booth_tick(&booth);
	booth_work(&booth);
	usleep(MOMENT_US);
}

/* For MS, in which nothing is waited for. */
static void wait_ms(int ms)
{
	for (; ms > 0; ms -= BOOTH_POLL_MS)
		step(BOOTH_POLL_MS);
}

/* Until IS_SO, or for very long. */
static void until(bool (*is_so)(void))
{
	for (int i = 0; i < STEPS && !is_so(); i++)
		step(HALL_STEP_MS);
}

static bool is_answered(void)
{
	return booth.job != BOOTH_LOOK_UP;
}

static bool is_message(void)
{
	return booth.session.screen == SCREEN_MESSAGE;
}

static bool is_back(void)
{
	return booth.roll_state == ROLL_LINK_READY && booth.session.has_slip;
}

/* The roll has nothing of this kiosk any more. */
static bool is_settled(void)
{
	return cluster_number(hall.admin, "SELECT count(*) FROM"
					  " stemmeboks.kiosk WHERE holds <> 2"
					  " OR phase <> 'open'") == 0;
}

static bool is_closed(void)
{
	return cluster_number(hall.admin, "SELECT count(*) FROM"
					  " stemmeboks.kiosk WHERE holds <> 2"
					  " OR phase <> 'closed'") == 0;
}

static void show(int slip)
{
	wait_ms(HUMAN_MS);
	booth_scanned(&booth, hall.tokens[slip].symbols, SLIP_SYMBOLS,
		      hall.now_ms);
}

static void scan(int slip)
{
	show(slip);
	until(is_answered);
}

static void mean(enum intent_kind kind, int value)
{
	wait_ms(HUMAN_MS);
	booth_apply(&booth, (struct intent){kind, value}, CARDS, ROWS,
		    hall.now_ms);
}

static void is_at(enum screen screen)
{
	assert_string_equal(screen_name(booth.session.screen),
			    screen_name(screen));
}

/* A resident who has begun goes on to the last button. */
static void vote(void)
{
	is_at(SCREEN_LANGUAGE);
	mean(INTENT_LANGUAGE, 0);
	while (booth.session.screen == SCREEN_CHOOSE)
		mean(INTENT_NEXT, 0);
	is_at(SCREEN_REVIEW);
	for (int i = 0; i < 10 && booth.session.screen == SCREEN_REVIEW; i++) {
		mean(INTENT_CAST, 0);
		if (booth.session.overlay == OVERLAY_BLANK)
			mean(INTENT_CAST_BLANK, 0);
	}
	is_at(SCREEN_CASTING);
	booth_work(&booth);
	is_at(SCREEN_THANKS);
}

/* The server goes in the middle of a session, and comes back. */
static void lose_and_find(void (*lose)(void), void (*find)(void))
{
	scan(0);
	is_at(SCREEN_LANGUAGE);
	lose();
	wait_ms(5000);
	assert_int_equal(booth.roll_state, ROLL_LINK_WAIT);
	vote();
	wait_ms(9000);
	is_at(SCREEN_ATTRACT);
	/* Somebody else comes, is waited for, and told. */
	show(1);
	wait_ms(2000);
	is_at(SCREEN_ATTRACT);
	assert_int_equal(booth.job, BOOTH_LOOK_UP);
	wait_ms(BOOTH_PATIENCE_MS + 500);
	is_at(SCREEN_MESSAGE);
	assert_string_equal(status_name(booth.session.message), "roll-away");
	mean(INTENT_DISMISS, 0);
	is_at(SCREEN_ATTRACT);
	show(2);
	find();
	until(is_back);
	assert_int_equal(booth.roll_state, ROLL_LINK_READY);
	/* The one who waited begins at once; the other can vote as well. */
	vote();
	wait_ms(9000);
	scan(1);
	vote();
	wait_ms(9000);
	until(is_settled);
	for (int i = 0; i < 3; i++)
		assert_int_equal(hall_state(&hall, i), USED);
	assert_int_equal(hall_filled_all(&hall), 3);
	scan(0);
	is_at(SCREEN_MESSAGE);
	assert_string_equal(status_name(booth.session.message), "slip-used");
}

static void kill_server(void)
{
	cluster_kill(hall.cluster);
}

static void start_server(void)
{
	cluster_start(hall.cluster);
}

static void stop_server(void)
{
	cluster_freeze(hall.cluster, true);
}

static void let_server_go_on(void)
{
	cluster_freeze(hall.cluster, false);
}

static void a_server_that_is_started_anew_is_found_again(void **state)
{
	begin(*state);
	lose_and_find(kill_server, start_server);
	end();
}

static void a_server_that_stands_still_is_found_again(void **state)
{
	begin(*state);
	lose_and_find(stop_server, let_server_go_on);
	end();
}

/* As kiosk_open() does: the file is this program's alone, and then linked. */
static void a_kiosk_that_has_locked_its_file_is_linked(void **state)
{
	int lock = KIOSK_LOCK_NONE;

	hall_begin(&hall, *state, 1, 20, true);
	hall_gone(&hall, 1);
	assert_int_equal(kiosk_lock_take(hall.paths[1], &lock), STATUS_OK);
	hall_enter(&hall, 1);
	start();
	hall_settle(&hall);
	scan(0);
	vote();
	until(is_settled);
	assert_int_equal(hall_state(&hall, 0), USED);
	end();
	kiosk_lock_release(lock);
}

static void a_resident_who_leaves_gives_the_slip_back(void **state)
{
	begin(*state);
	scan(0);
	is_at(SCREEN_LANGUAGE);
	assert_int_equal(hall_state(&hall, 0), 3);
	booth_stop(&booth, hall.now_ms);
	until(is_settled);
	assert_int_equal(hall_state(&hall, 0), 2);
	/* And one who does not wait for the answer. */
	cluster_freeze(hall.cluster, true);
	show(1);
	wait_ms(1000);
	booth_stop(&booth, hall.now_ms);
	cluster_freeze(hall.cluster, false);
	until(is_settled);
	is_at(SCREEN_ATTRACT);
	assert_int_equal(hall_state(&hall, 1), 2);
	end();
}

static void a_claim_that_was_lost_ends_the_session(void **state)
{
	begin(*state);
	scan(0);
	is_at(SCREEN_LANGUAGE);
	assert_true(cluster_try(hall.admin,
				"UPDATE stemmeboks.kiosk SET holds = 5,"
				" since = NULL",
				NULL));
	until(is_message);
	is_at(SCREEN_MESSAGE);
	assert_string_equal(status_name(booth.session.message), "slip-used");
	assert_true(booth.session.uncast);
	end();
}

static void
closing_at_the_roll_ends_the_session_and_closes_the_box(void **state)
{
	begin(*state);
	scan(0);
	is_at(SCREEN_LANGUAGE);
	assert_true(cluster_try(hall.admin,
				"UPDATE stemmeboks.meeting SET phase ="
				" 'closed'",
				NULL));
	until(is_message);
	is_at(SCREEN_MESSAGE);
	assert_string_equal(status_name(booth.session.message), "not-open");
	until(is_closed);
	assert_int_equal(booth.phase, PHASE_CLOSED);
	assert_int_equal(hall_state(&hall, 0), 2);
	assert_int_equal(cluster_number(hall.admin,
					"SELECT filled FROM stemmeboks.kiosk"
					" WHERE phase = 'closed'"),
			 0);
	end();
}

/* Until the hall shows that USED slips are used and BALLOTS are seen. */
static void hall_shows(struct hall_source *source, int used, int ballots)
{
	struct hall_view view = {0};

	for (int i = 0; i < STEPS; i++) {
		step(HALL_STEP_MS);
		hall_source_poll(source, hall.now_ms);
		hall_source_view(source, &view);
		if (view.turnout.printed && view.turnout.used == used &&
		    (ballots == 0 ||
		     (view.live && view.live->ballots == ballots)))
			break;
	}
	assert_int_equal(view.turnout.printed, 20);
	assert_int_equal(view.turnout.used, used);
	assert_int_equal(view.turnout.unused, 20 - used);
	if (ballots)
		assert_int_equal(view.live->ballots, ballots);
}

static void the_hall_shows_how_many_have_voted_at_all_kiosks(void **state)
{
	struct hall_source *source = NULL;
	struct hall_view view;

	begin(*state);
	assert_int_equal(
	    audit_act(hall.stores[0], ACT_OPENED, "", "2015-11-10 19:05"),
	    STATUS_OK);
	assert_int_equal(hall_source_new(hall.paths[0], &source), STATUS_OK);
	hall_shows(source, 0, 0);
	scan(0);
	vote();
	hall_shows(source, 1, 0);
	/* What two kiosks have told of their batches is added up. */
	assert_true(
	    cluster_try(hall.admin,
			"UPDATE stemmeboks.kiosk SET ballots = 5,"
			" votes = '{1,2,3,4,5,0,0,0,0,0}';"
			" INSERT INTO stemmeboks.kiosk (number, ballots, votes)"
			" VALUES (9, 10, '{10,0,0,0,0,0,0,0,0,7}')",
			NULL));
	hall_shows(source, 1, 15);
	hall_source_view(source, &view);
	assert_int_equal(view.live->support[0], 11);
	assert_int_equal(view.live->support[9], 7);
	/* A slip is made void, wherever that is done. */
	assert_true(cluster_try(
	    hall.admin,
	    "UPDATE stemmeboks.slip SET state = 5 WHERE hash = (SELECT hash"
	    " FROM stemmeboks.slip WHERE state = 2 ORDER BY hash LIMIT 1)",
	    NULL));
	for (int i = 0; i < STEPS && view.turnout.unused != 18; i++) {
		step(HALL_STEP_MS);
		hall_source_poll(source, hall.now_ms);
		hall_source_view(source, &view);
	}
	assert_int_equal(view.turnout.unused, 18);
	assert_int_equal(view.turnout.voided, 1);
	assert_int_equal(view.turnout.used, 1);
	assert_int_equal(view.turnout.printed, 20);
	hall_source_free(source);
	end();
}

/* Polls until the hall has seen the organisers' file in phase closed. */
static void hall_closes(struct hall_source *source, struct hall_view *view)
{
	for (int i = 0; i < STEPS && view->phase != PHASE_CLOSED; i++) {
		step(HALL_STEP_MS);
		hall_source_poll(source, hall.now_ms);
		hall_source_view(source, view);
	}
	assert_int_equal(view->phase, PHASE_CLOSED);
}

static void
after_closing_the_hall_says_that_kiosks_have_the_ballots(void **state)
{
	struct hall_source *source = NULL;
	struct roll_admin *admin = NULL;
	struct hall_view view = {0};
	int fetched = 0;

	begin(*state);
	assert_int_equal(audit_act(hall.stores[0], ACT_OPENED, "", AT),
			 STATUS_OK);
	assert_int_equal(hall_source_new(hall.paths[0], &source), STATUS_OK);
	scan(0);
	vote();
	hall_shows(source, 1, 0);
	assert_int_equal(audit_act(hall.stores[0], ACT_CLOSED, "", AT),
			 STATUS_OK);
	/* The file knows of no used slip yet, and the room saw one. */
	hall_closes(source, &view);
	assert_int_equal(view.turnout.used, 1);
	assert_int_equal(view.turnout.ballots, HALL_ELSEWHERE);
	assert_true(turnout_agrees(&view.turnout));
	assert_null(view.tally);
	assert_int_equal(view.trouble, STATUS_OK);
	assert_int_equal(roll_admin_open(hall.stores[0], hall.admin, &admin),
			 STATUS_OK);
	assert_int_equal(roll_admin_fetch(admin, &fetched), STATUS_OK);
	roll_admin_free(admin);
	hall_source_free(source);
	/* A hall that starts now reads it there. */
	view = (struct hall_view){0};
	assert_int_equal(hall_source_new(hall.paths[0], &source), STATUS_OK);
	hall_closes(source, &view);
	assert_int_equal(view.turnout.used, 1);
	assert_int_equal(view.turnout.printed, 20);
	assert_int_equal(view.turnout.ballots, HALL_ELSEWHERE);
	hall_source_free(source);
	end();
}

static void the_panel_knows_its_kiosk_and_tells_no_number(void **state)
{
	struct kiosk_panel panel = {.booth = &booth};

	begin(*state);
	scan(0);
	vote();
	wait_ms(9000);
	assert_true(cluster_try(hall.admin,
				"UPDATE stemmeboks.meeting SET phase ="
				" 'closed'",
				NULL));
	until(is_closed);
	panel_open(&panel.panel, hall.now_ms);
	kiosk_panel_tick(&panel, hall.now_ms);
	assert_true(panel.read);
	assert_int_equal(panel.facts.kiosk, 1);
	assert_int_equal(panel.facts.phase, PHASE_CLOSED);
	assert_null(panel.facts.box);
	kiosk_panel_wipe(&panel);
	end();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_server_that_is_started_anew_is_found_again),
	    cmocka_unit_test(a_server_that_stands_still_is_found_again),
	    cmocka_unit_test(a_kiosk_that_has_locked_its_file_is_linked),
	    cmocka_unit_test(a_resident_who_leaves_gives_the_slip_back),
	    cmocka_unit_test(a_claim_that_was_lost_ends_the_session),
	    cmocka_unit_test(
		closing_at_the_roll_ends_the_session_and_closes_the_box),
	    cmocka_unit_test(the_hall_shows_how_many_have_voted_at_all_kiosks),
	    cmocka_unit_test(
		after_closing_the_hall_says_that_kiosks_have_the_ballots),
	    cmocka_unit_test(the_panel_knows_its_kiosk_and_tells_no_number),
	};

	return cmocka_run_group_tests(tests, cluster_begin, cluster_end);
}
