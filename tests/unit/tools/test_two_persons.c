/* A meeting in which closing, reopening, voiding a slip and lots take two
 * people: with both PINs it is done, with anything less nothing is. */
#include <time.h>

#include "store/pin.h"
#include "store/wrong.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_type.h"
#include "words/words.h"

#define FIRST "274931"
#define SECOND "918276"
#define BOTH FIRST "\n" SECOND "\n"

/* Stands in for the C library's: tests do not wait, they add it up. */
static long waited_s;

int nanosleep(const struct timespec *wanted, struct timespec *ret_left)
{
	(void)ret_left;
	waited_s += wanted->tv_sec;
	return 0;
}

static void begin(struct fixture *fixture, bool two_persons)
{
	struct meeting *meeting = bolbro_new();

	assert_non_null(meeting);
	words_language("en");
	meeting->two_persons = two_persons;
	fixture_begin_with(fixture, meeting, 8);
	fixture_advance(fixture, PHASE_OPEN);
	assert_int_equal(store_meeting(fixture->store)->two_persons,
			 two_persons);
	fixture_leave(fixture);
}

static void set_pins(const struct fixture *fixture)
{
	expect_reading(FIRST "\n" FIRST "\n", 0, "The PIN is set.",
		       WORDS("pin", fixture->path));
	expect_reading(SECOND "\n" SECOND "\n", 0, "The second PIN is set.",
		       WORDS("pin", fixture->path, "--second"));
}

static void is_in(struct fixture *fixture, enum phase meant)
{
	enum phase phase;

	fixture_enter(fixture);
	assert_ok(store_phase(fixture->store, &phase));
	assert_string_equal(phase_name(phase), phase_name(meant));
	fixture_leave(fixture);
}

/* What less than both PINs is. */
static const char *const less[] = {
    FIRST "\n" FIRST "\n",
    SECOND "\n" FIRST "\n",
    SECOND "\n" SECOND "\n",
    FIRST "\n"
	  "111111\n",
    "111111\n" SECOND "\n",
    FIRST "\n",
    "\n\n",
};

enum { LESS = sizeof(less) / sizeof(less[0]) };

static void without_both_pins_set_it_says_which_to_make(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, true);
	expect_reading(BOTH, 4, "stemmeboks pin ",
		       WORDS("close", fixture.path));
	expect_reading(FIRST "\n" FIRST "\n", 0, NULL,
		       WORDS("pin", fixture.path));
	expect_reading(BOTH, 4, " --second", WORDS("close", fixture.path));
	expect_reading(FIRST "\n" FIRST "\n", 2,
		       "The other person has that PIN.",
		       WORDS("pin", fixture.path, "--second"));
	is_in(&fixture, PHASE_OPEN);
	fixture_end(&fixture);
}

static void closing_takes_both(void **state)
{
	struct fixture fixture;
	struct wrong wrong;

	(void)state;
	begin(&fixture, true);
	set_pins(&fixture);
	for (int i = 0; i < LESS; i++) {
		expect_reading(less[i], 4, NULL, WORDS("close", fixture.path));
		is_in(&fixture, PHASE_OPEN);
	}
	expect_reading("", 4, "takes two people", WORDS("close", fixture.path));
	is_in(&fixture, PHASE_OPEN);
	fixture_enter(&fixture);
	assert_ok(wrong_read(fixture.store, &wrong));
	assert_int_equal(wrong.pins, LESS - 1);
	fixture_leave(&fixture);
	expect_reading(BOTH, 0, "Voting is closed.",
		       WORDS("close", fixture.path));
	is_in(&fixture, PHASE_CLOSED);
	fixture_end(&fixture);
}

/* The wrong ones typed at the kiosk lock commands as well. */
static void type_wrong(struct fixture *fixture, int until)
{
	struct wrong wrong;
	int pins;

	fixture_enter(fixture);
	assert_ok(wrong_read(fixture->store, &wrong));
	for (pins = wrong.pins; pins < until;)
		assert_ok(wrong_pin(fixture->store, FIXTURE_AT, &pins));
	fixture_leave(fixture);
}

/* As long as the panel is locked; each command is a program begun anew. */
static void after_five_wrong_each_try_waits_twice_as_long(void **state)
{
	static const struct {
		int wrong;
		long wait_s;
	} rows[] = {{4, 0}, {5, 15}, {6, 30}, {12, 960}};
	struct fixture fixture;
	struct wrong wrong;

	(void)state;
	begin(&fixture, true);
	set_pins(&fixture);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		type_wrong(&fixture, rows[i].wrong);
		waited_s = 0;
		expect_reading(FIRST "\n111111\n", 4,
			       rows[i].wait_s ? "Too many wrong PINs. Wait "
					      : "The two PINs are not right",
			       WORDS("void", fixture.path, "--serial", "2"));
		assert_int_equal(waited_s, rows[i].wait_s);
	}
	/* The right ones wait, too, and then none was wrong. */
	waited_s = 0;
	expect_reading(BOTH, 0, "Wait 960 seconds.",
		       WORDS("close", fixture.path));
	assert_int_equal(waited_s, 960);
	fixture_enter(&fixture);
	assert_ok(wrong_read(fixture.store, &wrong));
	assert_int_equal(wrong.pins, 0);
	fixture_leave(&fixture);
	fixture_end(&fixture);
}

static void what_takes_one_person_never_waits(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, true);
	set_pins(&fixture);
	type_wrong(&fixture, 9);
	waited_s = 0;
	expect_reading("", 0, "Paused.", WORDS("pause", fixture.path));
	expect_reading("", 0, NULL, WORDS("status", fixture.path));
	assert_int_equal(waited_s, 0);
	fixture_end(&fixture);
}

static void pausing_takes_nobody_and_reopening_takes_both(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, true);
	set_pins(&fixture);
	expect_reading("", 0, "Paused.", WORDS("pause", fixture.path));
	for (int i = 0; i < LESS; i++)
		expect_reading(less[i], 4, NULL, WORDS("open", fixture.path));
	is_in(&fixture, PHASE_PAUSED);
	expect_reading(BOTH, 0, "Voting is open.", WORDS("open", fixture.path));
	is_in(&fixture, PHASE_OPEN);
	fixture_end(&fixture);
}

static void a_slip_made_void_takes_both(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, true);
	set_pins(&fixture);
	for (int i = 0; i < LESS; i++)
		expect_reading(less[i], 4, NULL,
			       WORDS("void", fixture.path, "--serial", "2"));
	assert_int_equal(fixture_number(fixture.path,
					"SELECT count(*) FROM roll"
					" WHERE state = 5"),
			 0);
	expect_reading(BOTH, 0, "Slip no. 2 is void.",
		       WORDS("void", fixture.path, "--serial", "2"));
	fixture_end(&fixture);
}

/* Proposals 1 and 2 have a vote each and cost all the money of their pot. */
static void tie(struct fixture *fixture)
{
	fixture_enter(fixture);
	for (int i = 1; i <= 2; i++) {
		struct ballot ballot = {{0}};

		ballot.value[meeting_proposal(fixture->meeting, i)] = 1;
		assert_ok(box_cast(fixture->store, fixture->hashes[i], &ballot,
				   &fixture->random));
	}
	fixture_advance(fixture, PHASE_CLOSED);
	fixture_leave(fixture);
}

static void lots_take_both_and_a_count_takes_nobody(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, true);
	set_pins(&fixture);
	tie(&fixture);
	expect_reading("", 3, NULL, WORDS("count", fixture.path));
	for (int i = 0; i < LESS; i++)
		expect_reading(less[i], 4, NULL,
			       WORDS("count", fixture.path, "--lots",
				     "main:2,1", "--again", "main:2,1"));
	is_in(&fixture, PHASE_CLOSED);
	assert_int_equal(
	    fixture_number(fixture.path, "SELECT count(*) FROM decision"), 0);
	expect_reading(BOTH, 0, "Counted.",
		       WORDS("count", fixture.path, "--lots", "main:2,1",
			     "--again", "main:2,1"));
	is_in(&fixture, PHASE_COUNTED);
	fixture_end(&fixture);
}

static void a_meeting_that_does_not_want_it_asks_nobody(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, false);
	set_pins(&fixture);
	assert_int_equal(fixture_number(fixture.path,
					"SELECT instr(definition, 'persons')"
					" FROM meeting"),
			 0);
	expect_reading("", 0, NULL, WORDS("pause", fixture.path));
	expect_reading("", 0, NULL, WORDS("open", fixture.path));
	expect_reading("", 0, NULL,
		       WORDS("void", fixture.path, "--serial", "2"));
	expect_reading("", 0, NULL, WORDS("close", fixture.path));
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(without_both_pins_set_it_says_which_to_make),
	    cmocka_unit_test(closing_takes_both),
	    cmocka_unit_test(after_five_wrong_each_try_waits_twice_as_long),
	    cmocka_unit_test(what_takes_one_person_never_waits),
	    cmocka_unit_test(pausing_takes_nobody_and_reopening_takes_both),
	    cmocka_unit_test(a_slip_made_void_takes_both),
	    cmocka_unit_test(lots_take_both_and_a_count_takes_nobody),
	    cmocka_unit_test(a_meeting_that_does_not_want_it_asks_nobody),
	};

	return cmocka_run_group_tests_name("two persons", tests, NULL, NULL);
}
