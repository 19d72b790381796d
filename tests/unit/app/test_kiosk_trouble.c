/* The real kiosk - its loop, window, session and file - when the disk fails,
 * another program holds the file, or somebody sets the clock back: the resident
 * sees the right screen, and ballots and used slips stay as many. */
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/kiosk.h"
#include "app/kiosk_options.h"
#include "app/kiosk_parts.h"
#include "store/audit.h"
#include "store/roll.h"
#include "store/store_private.h"
#include "tests/lib/app_resident.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/fast_time.h"
#include "tests/lib/store_fault.h"
#include "tests/lib/store_fixture.h"

enum {
	BUSY_MS = 1,
	HELD_MS = 10000,   /* another program has the file for so long */
	STUCK_MS = 120000, /* no resident takes as long */
	STEPS_MOST = 100,  /* of a cast on the disk */
};

struct evening {
	struct fixture fixture;
	struct kiosk *kiosk;
	struct kiosk_options options;
	const char *about;
	struct fault fault;
	int countdown; /* the step of the cast that fails; 0: none */
	int failed;    /* steps */
	pid_t holder;  /* who has the file, or 0 */
	int held_ms;   /* from the cast on, on the kiosk's clock; 0: nobody */
	int slip;      /* the next resident's */
	struct resident resident;
	uint64_t begun_ms, cast_ms;
	enum screen shown; /* after the cast */
	enum status message;
	bool waited; /* "Your vote is being stored…" was there for long */
};

/* A program that has the file until it is killed. */
static pid_t hold(const char *path)
{
	sqlite3 *other = NULL;
	int pair[2];
	char byte = 0;
	pid_t child;

	assert_int_equal(pipe2(pair, O_CLOEXEC), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		if (sqlite3_open(path, &other) != SQLITE_OK ||
		    sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL) !=
			SQLITE_OK ||
		    write(pair[1], &byte, 1) != 1)
			_exit(1);
		for (;;)
			pause();
	}
	close(pair[1]);
	assert_int_equal(read(pair[0], &byte, 1), 1);
	close(pair[0]);
	return child;
}

static void let_go(struct evening *evening)
{
	if (evening->holder <= 0)
		return;
	kill(evening->holder, SIGKILL);
	waitpid(evening->holder, NULL, 0);
	evening->holder = 0;
}

/* The trouble begins with the touch that casts. */
static void begin_trouble(struct evening *evening)
{
	evening->cast_ms = fast_time_ms();
	if (evening->countdown > 0)
		fault_arm(&evening->fault, evening->fault.kind,
			  evening->fault.forever, evening->countdown);
	if (evening->held_ms > 0)
		evening->holder = hold(evening->fixture.path);
}

static void see_casting(struct evening *evening, uint64_t now_ms)
{
	evening->waited |= now_ms - evening->cast_ms > 1000;
	if (now_ms - evening->cast_ms >= (uint64_t)evening->held_ms)
		let_go(evening);
}

static void vote_on(void *context)
{
	struct evening *evening = context;
	const struct session *session = &evening->kiosk->booth.session;
	uint64_t now_ms = fast_time_ms();
	enum resident_step step =
	    resident_act(&evening->resident, evening->kiosk,
			 &evening->fixture.slips[evening->slip], now_ms);

	assert_true(now_ms - evening->begun_ms < STUCK_MS);
	if (step == RESIDENT_CASTS)
		begin_trouble(evening);
	if (session->screen == SCREEN_CASTING)
		see_casting(evening, now_ms);
	if (step != RESIDENT_DONE)
		return;
	evening->shown = session->screen;
	evening->message = session->message;
	evening->kiosk->ended = true;
}

static void kiosk_start(struct evening *evening)
{
	evening->options =
	    (struct kiosk_options){.file = evening->fixture.path,
				   .window = {640, 480, 0, 0, false},
				   .camera = "off",
				   .serial = "off"};
	assert_ok(
	    kiosk_open(&evening->options, &evening->kiosk, &evening->about));
}

static void begin(struct evening *evening)
{
	memset(evening, 0, sizeof(*evening));
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	setenv("SDL_AUDIODRIVER", "none", 1);
	fixture_begin_batches(&evening->fixture, FIXTURE_SLIPS, false);
	fixture_advance(&evening->fixture, PHASE_OPEN);
	fixture_leave(&evening->fixture);
	fault_install(&evening->fault);
	kiosk_start(evening);
	fast_time_begin(vote_on, evening);
}

static void end(struct evening *evening)
{
	fast_time_begin(NULL, NULL);
	let_go(evening);
	kiosk_free(evening->kiosk);
	fault_remove(&evening->fault);
	fixture_end(&evening->fixture);
}

/* One resident, with the next slip, until the screen after the cast. */
static void resident(struct evening *evening)
{
	evening->resident = (struct resident){.next_ms = 0};
	evening->waited = false;
	evening->begun_ms = fast_time_ms();
	evening->kiosk->ended = false;
	kiosk_run(evening->kiosk);
	evening->failed = fault_disarm(&evening->fault);
	let_go(evening);
}

/* Whether the resident's slip is used, in a file that is sound. */
static bool is_used(struct evening *evening)
{
	struct fixture *fixture = &evening->fixture;
	enum status status;

	fixture_enter(fixture);
	fixture_sound(fixture);
	status = roll_look_up(fixture->store, fixture->hashes[evening->slip]);
	fixture_leave(fixture);
	assert_true(status == STATUS_OK || status == STATUS_SLIP_USED);
	return status == STATUS_SLIP_USED;
}

/* Nothing is wrong any more: whoever was told that the vote is not cast votes
 * now with the same slip, at a kiosk that was started anew if it had locked. */
static void vote_after(struct evening *evening)
{
	evening->countdown = evening->held_ms = 0;
	if (evening->shown == SCREEN_LOCKED) {
		kiosk_free(evening->kiosk);
		kiosk_start(evening);
	}
	if (!is_used(evening)) {
		resident(evening);
		assert_int_equal(evening->shown, SCREEN_THANKS);
		assert_true(is_used(evening));
	}
	evening->slip++;
}

/* E13 when certainly nothing was written, thanks when all was, and a locked
 * kiosk when nobody knows. */
static void screen_is_true(struct evening *evening)
{
	bool used = is_used(evening);

	switch (evening->shown) {
	case SCREEN_THANKS:
		assert_true(used);
		break;
	case SCREEN_MESSAGE:
		assert_status(evening->message, STATUS_STORE);
		assert_false(used);
		break;
	default:
		assert_int_equal(evening->shown, SCREEN_LOCKED);
	}
}

struct screens {
	int tries, thanks, not_cast, locked;
};

/* One resident whose cast fails at step COUNTDOWN of the disk; false when there
 * are not so many. */
static bool fail_once(struct evening *evening, int countdown,
		      struct screens *screens)
{
	bool failed;

	evening->countdown = countdown;
	resident(evening);
	failed = evening->failed > 0;
	screen_is_true(evening);
	screens->tries += failed;
	screens->thanks += failed && evening->shown == SCREEN_THANKS;
	screens->not_cast += evening->shown == SCREEN_MESSAGE;
	screens->locked += evening->shown == SCREEN_LOCKED;
	vote_after(evening);
	return failed;
}

static void whatever_the_disk_does_the_screen_is_true(void **state)
{
	bool is_long = getenv("STEMMEBOKS_TORTURE") != NULL;
	struct screens screens = {0, 0, 0, 0};
	bool more;

	(void)state;
	for (int how = 0; how < 2 * FAULT_KINDS; how++) {
		struct evening evening;

		begin(&evening);
		evening.fault.kind = (enum fault_kind)(how / 2);
		evening.fault.forever = how % 2;
		more = true;
		for (int i = 1;
		     more && i < STEPS_MOST && evening.slip < FIXTURE_SLIPS - 1;
		     i += is_long ? 1 : 9)
			more = fail_once(&evening, i, &screens);
		assert_true(!more);
		end(&evening);
	}
	print_message("%d casts with a disk that fails: %d thanked, %d not "
		      "cast, %d locked\n",
		      screens.tries, screens.thanks, screens.not_cast,
		      screens.locked);
	assert_true(screens.not_cast > 0);
	assert_true(screens.thanks + screens.locked > 0);
}

/* How long each try waits by the machine's clock, which is not the kiosk's: in
 * the long form as long as by that, so ten seconds are ten. */
static void wait_shortly(struct evening *evening)
{
	sqlite3_busy_timeout(evening->kiosk->store->connection.db,
			     getenv("STEMMEBOKS_TORTURE") ? BOOTH_POLL_MS
							  : BUSY_MS);
}

static void a_file_that_is_held_for_nine_seconds_is_waited_for(void **state)
{
	struct evening evening;

	(void)state;
	begin(&evening);
	wait_shortly(&evening);
	evening.held_ms = HELD_MS - 1000;
	resident(&evening);
	assert_int_equal(evening.shown, SCREEN_THANKS);
	assert_true(evening.waited);
	assert_true(is_used(&evening));
	end(&evening);
}

static void a_file_that_is_held_longer_leaves_the_vote_uncast(void **state)
{
	struct evening evening;

	(void)state;
	begin(&evening);
	wait_shortly(&evening);
	evening.held_ms = 2 * HELD_MS;
	resident(&evening);
	assert_int_equal(evening.shown, SCREEN_MESSAGE);
	assert_status(evening.message, STATUS_STORE);
	assert_true(evening.waited);
	assert_false(is_used(&evening));
	vote_after(&evening);
	end(&evening);
}

static void a_clock_that_is_set_back_stops_no_vote(void **state)
{
	struct evening evening;
	struct fixture *fixture = &evening.fixture;

	(void)state;
	begin(&evening);
	resident(&evening);
	assert_int_equal(evening.shown, SCREEN_THANKS);
	evening.slip++;
	fixture_enter(fixture);
	assert_ok(
	    audit_act(fixture->store, ACT_PAUSED, "", "2014-01-01 00:00"));
	assert_ok(
	    audit_act(fixture->store, ACT_OPENED, "", "2013-12-31 23:55"));
	fixture_leave(fixture);
	resident(&evening);
	assert_int_equal(evening.shown, SCREEN_THANKS);
	assert_true(is_used(&evening));
	fixture_enter(fixture);
	fixture_advance(fixture, PHASE_CLOSED);
	assert_int_equal(fixture_sound(fixture), FIXTURE_SLIPS - 2);
	fixture_leave(fixture);
	end(&evening);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(whatever_the_disk_does_the_screen_is_true),
	    cmocka_unit_test(
		a_file_that_is_held_for_nine_seconds_is_waited_for),
	    cmocka_unit_test(a_file_that_is_held_longer_leaves_the_vote_uncast),
	    cmocka_unit_test(a_clock_that_is_set_back_stops_no_vote),
	};

	return cmocka_run_group_tests_name("kiosk trouble", tests, NULL, NULL);
}
