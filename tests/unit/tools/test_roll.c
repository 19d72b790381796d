/* The commands of a meeting whose roll is shared, with kiosks in a process of
 * their own. */
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/meeting.h"
#include "store/audit.h"
#include "store/store.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/roll_hall.h"
#include "tests/lib/tools_type.h"
#include "words/words.h"

#define FIRST "274931"
#define SECOND "918276"

enum { SLIPS = 20, VOTES = 9, TRIES = 2000, MOMENT_US = 5000 };

static struct hall hall;

static int begin(void **state)
{
	words_language("en");
	setenv("PGUSER", "postgres", 1);
	return cluster_begin(state);
}

/* The kiosks NUMBERS, 0 at the end, work in a process of their own, where the
 * first VOTES slips are voted with as soon as voting is open. */
static pid_t start_kiosks_of(const int *numbers, int votes)
{
	pid_t child = fork();
	int count = 0;

	assert_true(child >= 0);
	if (child > 0)
		return child;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	while (numbers[count])
		hall_enter(&hall, numbers[count++]);
	for (int slip = 0; slip < votes;) {
		int kiosk = numbers[slip % count];

		hall_step(&hall);
		if (hall_claim(&hall, kiosk, slip) == STATUS_OK &&
		    hall_cast(&hall, kiosk, slip, 1) == STATUS_OK)
			slip++;
	}
	for (;;)
		hall_step(&hall);
}

/* Those from FIRST to LAST, two at most. */
static pid_t start_kiosks(int first, int last, int votes)
{
	const int numbers[] = {first, last > first ? last : 0, 0};

	return start_kiosks_of(numbers, votes);
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

/* Of three kiosks that were made the second never reaches the roll: it is
 * named, and nobody waits for it. */
static void a_kiosk_that_never_came_is_named_and_not_waited_for(void **state)
{
	static const char lines[] = "SELECT count(*) FROM stemmeboks.kiosk";
	struct ran answer;
	json_t *json, *list;
	pid_t kiosks;

	hall_begin(&hall, *state, 3, SLIPS, false);
	for (int i = 1; i <= 3; i++)
		hall_gone(&hall, i);
	assert_true(
	    cluster_try(hall.admin, "DELETE FROM stemmeboks.kiosk", NULL));
	answer = ran(WORDS("open", hall.paths[0], "--wait=5"));
	assert_int_equal(answer.exit_code, 0);
	assert_non_null(strstr(answer.text, "No kiosk has ever answered"));
	ran_free(&answer);
	kiosks = start_kiosks_of((const int[]){1, 3, 0}, 1);
	wait_until("SELECT count(*) FROM stemmeboks.slip WHERE state = 4", 1);
	wait_until(lines, 2);
	expect_run(0, "No one can vote",
		   WORDS("pause", hall.paths[0], "--wait=20"));
	answer = ran(WORDS("open", hall.paths[0], "--wait=20"));
	assert_int_equal(answer.exit_code, 0);
	assert_non_null(
	    strstr(answer.text, "Kiosk 2 has never answered: see to it."));
	assert_null(strstr(answer.text, "Kiosk 1"));
	assert_null(strstr(answer.text, "Kiosk 3"));
	ran_free(&answer);
	expect_run(0, "Kiosk 2: has never answered",
		   WORDS("roll", "status", hall.paths[0]));
	json = expect_json(0, WORDS("roll", "status", hall.paths[0], "--json"));
	list = json_object_get(json, "kiosks");
	assert_int_equal(json_array_size(list), 3);
	assert_true(
	    json_is_null(json_object_get(json_array_get(list, 1), "phase")));
	json_decref(json);
	answer = ran(WORDS("close", hall.paths[0], "--wait=20"));
	assert_int_equal(answer.exit_code, 0);
	assert_non_null(strstr(answer.text, "Kiosk 2 has never answered, so "
					    "nobody voted there."));
	assert_non_null(strstr(answer.text, "--missing 2 --reason"));
	assert_non_null(strstr(
	    answer.text, "Used slips: 1 = ballots in the kiosks' boxes: 1."));
	ran_free(&answer);
	stop_kiosks(kiosks);
	/* All that can have votes have closed, so the roll was tidied. */
	assert_int_equal(cluster_number(hall.admin,
					"SELECT count(DISTINCT xmin::text)"
					" FROM stemmeboks.slip"),
			 1);
	hall_end(&hall);
}

/* Kiosk 1 of MEETING, which it takes, has claimed slip 0. */
static void begin_claim(struct cluster *cluster, struct meeting *meeting)
{
	hall_begin_with(&hall, cluster, meeting, 1, SLIPS, true);
	assert_ok(
	    audit_act(hall.stores[0], ACT_OPENED, "", "2015-11-10 19:05"));
	assert_ok(hall_claim(&hall, 1, 0));
}

/* How often a release stands in the file's audit rows, for kiosk 1. */
static int releases(void)
{
	return (int)fixture_number(hall.paths[0],
				   "SELECT count(*) FROM audit WHERE act ="
				   " 'released' AND detail = '1'");
}

/* "19:05": since when the roll has the claim, worked out by the database. */
static void claimed_at(char ret_text[8])
{
	int64_t minutes =
	    cluster_number(hall.admin, "SELECT since / 60 FROM"
				       " stemmeboks.kiosk WHERE holds = 3");
	time_t seconds = (time_t)(minutes * 60);
	struct tm local;

	assert_int_equal(minutes % 5, 0);
	assert_in_range(time(NULL) - seconds, 0, 6 * 60);
	assert_non_null(localtime_r(&seconds, &local));
	assert_int_equal(strftime(ret_text, 8, "%H:%M", &local), 5);
}

static void two_people_release_a_dead_kiosk(void **state)
{
	char *file = hall.paths[0], told[80], at[8];
	json_t *json;

	begin_claim(*state, bolbro_new());
	expect_run(4, "Kiosk 1 answers",
		   WORDS("roll", "release", file, "--kiosk=1", "--again=1"));
	hall_gone(&hall, 1);
	claimed_at(at);
	snprintf(told, sizeof(told), "It has 1 slip in use, since about %s.",
		 at);
	expect_run(0, "Kiosk 1: does not answer, open, has a slip in use",
		   WORDS("roll", "status", file));
	expect_run(2, "Two people must say the same",
		   WORDS("roll", "release", file, "--kiosk=1"));
	expect_run(2, "had stored the vote, its slip can give two",
		   WORDS("roll", "release", file, "--kiosk=1", "--again=2"));
	expect_run(2, told,
		   WORDS("roll", "release", file, "--kiosk=1", "--again=2"));
	expect_run(2, "there are two votes for it.",
		   WORDS("roll", "release", file, "--kiosk=1"));
	expect_run(
	    4, "This is the file of kiosk 1",
	    WORDS("roll", "release", hall.paths[1], "--kiosk=1", "--again=1"));
	assert_int_equal(hall_state(&hall, 0), 3);
	assert_int_equal(releases(), 0);
	expect_run(0, "unused again",
		   WORDS("roll", "release", file, "--kiosk=1", "--again=1"));
	assert_int_equal(hall_state(&hall, 0), 2);
	assert_int_equal(releases(), 1);
	expect_run(4, "has no slip in use",
		   WORDS("roll", "release", file, "--kiosk=1", "--again=1"));
	json = expect_json(0, WORDS("roll", "status", file, "--json"));
	assert_int_equal(json_integer_value(json_object_get(
			     json_object_get(json, "slips"), "unused")),
			 SLIPS);
	json_decref(json);
	hall_end(&hall);
}

static void at_the_terminal_a_second_person_types_the_number(void **state)
{
	static const char *const wrong[] = {"2", "", "1 ", "11", "yes"};
	const char *asked = "type the number of the kiosk again";
	struct ran answer;

	begin_claim(*state, bolbro_new());
	hall_gone(&hall, 1);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		answer = ran_typing(
		    ANSWERS({asked, wrong[i]}),
		    WORDS("roll", "release", hall.paths[0], "--kiosk=1"));
		assert_int_equal(answer.exit_code, 2);
		assert_non_null(strstr(answer.text, "Nothing was released."));
		/* Whoever types it has read what may come of it. */
		assert_non_null(strstr(answer.text, "The risk:"));
		assert_true(strstr(answer.text, "The risk:") <
			    strstr(answer.text, asked));
		ran_free(&answer);
	}
	assert_int_equal(hall_state(&hall, 0), 3);
	answer =
	    ran_typing(ANSWERS({asked, "1"}),
		       WORDS("roll", "release", hall.paths[0], "--kiosk=1"));
	assert_int_equal(answer.exit_code, 0);
	ran_free(&answer);
	assert_int_equal(hall_state(&hall, 0), 2);
	assert_int_equal(releases(), 1);
	hall_end(&hall);
}

static void set_pins(void)
{
	expect_reading(FIRST "\n" FIRST "\n", 0, "The PIN is set.",
		       WORDS("pin", hall.paths[0]));
	expect_reading(SECOND "\n" SECOND "\n", 0, "The second PIN is set.",
		       WORDS("pin", hall.paths[0], "--second"));
}

/* Where the meeting wants two persons the number alone is nothing. */
static void where_two_persons_are_wanted_both_pins_release(void **state)
{
	static const char *const less[] = {"", FIRST "\n",
					   FIRST "\n" FIRST "\n",
					   SECOND "\n" FIRST "\n", "1\n1\n"};
	const char *const *words =
	    WORDS("roll", "release", hall.paths[0], "--kiosk=1", "--again=1");
	struct meeting *meeting = bolbro_new();
	struct ran answer;

	assert_non_null(meeting);
	meeting->two_persons = true;
	begin_claim(*state, meeting);
	hall_gone(&hall, 1);
	expect_reading(FIRST "\n" SECOND "\n", 4, "one has none yet", words);
	set_pins();
	for (size_t i = 0; i < sizeof(less) / sizeof(*less); i++)
		expect_reading(less[i], 4, "The risk:", words);
	assert_int_equal(hall_state(&hall, 0), 3);
	assert_int_equal(releases(), 0);
	answer =
	    ran_typing(ANSWERS({"First PIN:", FIRST}, {"Second PIN:", SECOND}),
		       WORDS("roll", "release", hall.paths[0], "--kiosk=1"));
	assert_int_equal(answer.exit_code, 0);
	assert_null(strstr(answer.text, FIRST));
	assert_null(strstr(answer.text, "type the number"));
	ran_free(&answer);
	assert_int_equal(hall_state(&hall, 0), 2);
	assert_int_equal(releases(), 1);
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
	    cmocka_unit_test(
		a_kiosk_that_never_came_is_named_and_not_waited_for),
	    cmocka_unit_test(two_people_release_a_dead_kiosk),
	    cmocka_unit_test(at_the_terminal_a_second_person_types_the_number),
	    cmocka_unit_test(where_two_persons_are_wanted_both_pins_release),
	    cmocka_unit_test(
		init_makes_the_roll_and_a_void_slip_is_void_everywhere),
	    cmocka_unit_test(a_meeting_with_its_own_roll_says_so),
	};

	return cmocka_run_group_tests(tests, begin, cluster_end);
}
