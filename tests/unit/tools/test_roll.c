/* The commands of a meeting whose roll is shared, with kiosks in a process of
 * their own. */
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/store.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/roll_hall.h"
#include "tests/lib/tools_bundle.h"
#include "words/words.h"

enum { SLIPS = 20, VOTES = 9, TRIES = 2000, MOMENT_US = 5000 };

static struct hall hall;

static int begin(void **state)
{
	words_language("en");
	setenv("PGUSER", "postgres", 1);
	return cluster_begin(state);
}

/* Kiosks FIRST to LAST work in a process of their own, where the first VOTES
 * slips are voted with as soon as voting is open. */
static pid_t start_kiosks(int first, int last, int votes)
{
	pid_t child = fork();

	assert_true(child >= 0);
	if (child > 0)
		return child;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (int i = first; i <= last; i++)
		hall_enter(&hall, i);
	for (int slip = 0; slip < votes;) {
		int kiosk = first + slip % (last - first + 1);

		hall_step(&hall);
		if (hall_claim(&hall, kiosk, slip) == STATUS_OK &&
		    hall_cast(&hall, kiosk, slip, 1) == STATUS_OK)
			slip++;
	}
	for (;;)
		hall_step(&hall);
}

static void stop_kiosks(pid_t child)
{
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(waitpid(child, NULL, 0), child);
}

static void wait_until(const char *sql, int64_t number)
{
	for (int i = 0; cluster_number(hall.admin, sql) != number; i++) {
		if (i > TRIES)
			fail_msg("%s is never %d", sql, (int)number);
		usleep(MOMENT_US);
	}
}

static void begin_hall(struct cluster *cluster, bool open)
{
	hall_begin(&hall, cluster, 2, SLIPS, open);
	hall_gone(&hall, 1);
	hall_gone(&hall, 2);
}

static enum phase phase_in(int number)
{
	struct store *store = NULL;
	enum phase phase;

	assert_ok(store_open(hall.paths[number], STORE_READ, &store));
	assert_ok(store_phase(store, &phase));
	store_free(store);
	return phase;
}

static void open_and_close_reach_every_kiosk_and_add_up(void **state)
{
	const char *file = hall.paths[0];
	pid_t kiosks;

	begin_hall(*state, false);
	kiosks = start_kiosks(1, 2, VOTES);
	expect_run(0, "20 printed", WORDS("open", file, "--wait=20"));
	wait_until("SELECT count(*) FROM stemmeboks.slip WHERE state = 4",
		   VOTES);
	expect_run(0, "No one can vote", WORDS("pause", file, "--wait=20"));
	expect_run(0, "Voting goes on", WORDS("open", file, "--wait=20"));
	expect_run(0, "Used slips: 9 = ballots in the kiosks' boxes: 9.",
		   WORDS("close", file, "--wait=20"));
	stop_kiosks(kiosks);
	/* The organisers' file knows them now. */
	assert_int_equal(fixture_number(file, "SELECT count(*) FROM roll"
					      " WHERE state = 4"),
			 VOTES);
	expect_run(0, "taken over: 9", WORDS("roll", "fetch", file));
	for (int i = 0; i <= 2; i++)
		assert_int_equal(phase_in(i), PHASE_CLOSED);
	/* And the roll no longer tells in which order they voted. */
	assert_int_equal(cluster_number(hall.admin,
					"SELECT count(DISTINCT xmin::text)"
					" FROM stemmeboks.slip"),
			 1);
	hall_end(&hall);
}

static void close_names_the_kiosk_that_does_not_answer(void **state)
{
	struct ran answer;
	pid_t kiosks;

	begin_hall(*state, true);
	assert_ok(
	    audit_act(hall.stores[0], ACT_OPENED, "", "2015-11-10 19:05"));
	kiosks = start_kiosks(1, 1, 1);
	wait_until("SELECT count(*) FROM stemmeboks.slip WHERE state = 4", 1);
	answer = ran(WORDS("close", hall.paths[0], "--wait=2"));
	assert_int_equal(answer.exit_code, 1);
	assert_non_null(strstr(answer.text, "Kiosk 2 has not answered"));
	assert_null(strstr(answer.text, "Kiosk 1 has"));
	ran_free(&answer);
	expect_run(0, "Kiosk 2: does not answer, open",
		   WORDS("roll", "status", hall.paths[0]));
	stop_kiosks(kiosks);
	/* It comes back, and is told. */
	kiosks = start_kiosks(1, 2, 0);
	wait_until("SELECT count(*) FROM stemmeboks.kiosk"
		   " WHERE phase = 'closed'",
		   2);
	stop_kiosks(kiosks);
	assert_true(cluster_number(hall.admin,
				   "SELECT count(DISTINCT xmin::text)"
				   " FROM stemmeboks.slip") > 1);
	expect_run(0, "taken over: 1", WORDS("roll", "fetch", hall.paths[0]));
	assert_int_equal(cluster_number(hall.admin,
					"SELECT count(DISTINCT xmin::text)"
					" FROM stemmeboks.slip"),
			 1);
	hall_end(&hall);
}

static void two_people_release_a_dead_kiosk(void **state)
{
	char *file = hall.paths[0];
	json_t *json;

	hall_begin(&hall, *state, 1, SLIPS, true);
	assert_ok(
	    audit_act(hall.stores[0], ACT_OPENED, "", "2015-11-10 19:05"));
	assert_ok(hall_claim(&hall, 1, 0));
	expect_run(4, "Kiosk 1 answers",
		   WORDS("roll", "release", file, "--kiosk=1", "--again=1"));
	hall_gone(&hall, 1);
	expect_run(0, "Kiosk 1: does not answer, open, has a slip in use",
		   WORDS("roll", "status", file));
	expect_run(2, "Two people must say the same",
		   WORDS("roll", "release", file, "--kiosk=1"));
	expect_run(2, "had stored the vote, its slip can give two",
		   WORDS("roll", "release", file, "--kiosk=1", "--again=2"));
	assert_int_equal(hall_state(&hall, 0), 3);
	expect_run(0, "unused again",
		   WORDS("roll", "release", file, "--kiosk=1", "--again=1"));
	assert_int_equal(hall_state(&hall, 0), 2);
	expect_run(4, "has no slip in use",
		   WORDS("roll", "release", file, "--kiosk=1", "--again=1"));
	json = expect_json(0, WORDS("roll", "status", file, "--json"));
	assert_int_equal(json_integer_value(json_object_get(
			     json_object_get(json, "slips"), "unused")),
			 SLIPS);
	json_decref(json);
	hall_end(&hall);
}

static void init_makes_the_roll_and_a_void_slip_is_void_everywhere(void **state)
{
	char *file = hall.paths[0];

	hall_begin(&hall, *state, 0, SLIPS, true);
	assert_true(cluster_try(hall.admin,
				"SET client_min_messages = error;"
				" DROP SCHEMA stemmeboks CASCADE",
				NULL));
	expect_run(1, "cannot be used", WORDS("roll", "status", file));
	expect_run(0, "20 unused", WORDS("roll", "init", file));
	expect_run(0, "20 unused", WORDS("roll", "init", file));
	expect_run(0, "void", WORDS("void", file, "--serial=3"));
	assert_int_equal(hall_state(&hall, 2), 5);
	expect_run(0, "19 unused, 0 at a kiosk, 0 used, 1 void",
		   WORDS("roll", "status", file));
	expect_run(4, "That is not possible", WORDS("roll", "fetch", file));
	expect_run(2, "none of init, status, release and fetch",
		   WORDS("roll", "burn", file));
	cluster_kill(hall.cluster);
	expect_run(1, "cannot be used", WORDS("open", file));
	assert_int_equal(phase_in(0), PHASE_READY);
	cluster_start(hall.cluster);
	hall_end(&hall);
}

static void a_meeting_with_its_own_roll_says_so(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 5, PHASE_READY);
	fixture_leave(&fixture);
	expect_run(2, "The roll of this meeting is in its file.",
		   WORDS("roll", "init", fixture.path));
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(open_and_close_reach_every_kiosk_and_add_up),
	    cmocka_unit_test(close_names_the_kiosk_that_does_not_answer),
	    cmocka_unit_test(two_people_release_a_dead_kiosk),
	    cmocka_unit_test(
		init_makes_the_roll_and_a_void_slip_is_void_everywhere),
	    cmocka_unit_test(a_meeting_with_its_own_roll_says_so),
	};

	return cmocka_run_group_tests(tests, begin, cluster_end);
}
