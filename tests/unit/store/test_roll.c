/* The roll: slips made, looked up, made void and counted. */
#include "store/audit.h"
#include "store/roll.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

static void slips_get_serials_slots_and_one_audit_row(void **state)
{
	struct fixture fixture;
	struct roll_count roll;
	struct slip more[3];
	int first, filled, slots;

	(void)state;
	fixture_begin(&fixture, 5, false);
	assert_ok(roll_add(fixture.store, 3, "child", &fixture.random,
			   FIXTURE_AT, more, &first));
	assert_int_equal(first, 6);
	assert_ok(roll_count(fixture.store, &roll));
	assert_int_equal(roll.printed, 8);
	assert_int_equal(roll.unused, 8);
	assert_int_equal(roll.in_use + roll.used + roll.voided, 0);
	assert_ok(box_filled(fixture.store, &filled, &slots));
	assert_int_equal(slots, 8);
	assert_int_equal(filled, 0);
	assert_int_equal(
	    fixture_number(fixture.path,
			   "SELECT count(*) FROM audit WHERE act = 'printed' "
			   "AND detail IN ('1-5 adult', '6-8 child')"),
	    2);
	assert_int_equal(
	    fixture_number(fixture.path,
			   "SELECT count(*) FROM roll WHERE kind = 'child'"),
	    3);
	fixture_end(&fixture);
}

/* What lies where tells nothing of when it came: VACUUM has nothing to do. The
 * header is left out, as it counts the changes. */
static void added_slips_lie_as_if_they_had_always_been_there(void **state)
{
	enum { HEADER = 100 };
	size_t before_size, after_size;
	unsigned char *before, *after;
	struct fixture fixture;
	struct slip more[9];
	int first;

	(void)state;
	fixture_begin_in(&fixture, 60, PHASE_PAUSED);
	assert_ok(roll_add(fixture.store, 9, "child", &fixture.random,
			   FIXTURE_AT, more, &first));
	before = file_read(fixture.path, &before_size);
	fixture_sql(fixture.path, "VACUUM");
	after = file_read(fixture.path, &after_size);
	assert_int_equal(after_size, before_size);
	assert_memory_equal(after + HEADER, before + HEADER,
			    before_size - HEADER);
	free(before);
	free(after);
	fixture_end(&fixture);
}

static void every_printed_slip_is_known_and_unused(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 20, false);
	for (int i = 0; i < 20; i++) {
		unsigned char hash[SLIP_HASH_BYTES];
		struct slip read;

		assert_ok(slip_parse(fixture.slips[i].symbols, SLIP_SYMBOLS,
				     fixture.meeting->code, &read));
		assert_ok(roll_look_up(fixture.store, fixture.hashes[i]));
		assert_ok(roll_serial(fixture.store, i + 1, hash));
		assert_memory_equal(hash, fixture.hashes[i], sizeof(hash));
	}
	fixture_end(&fixture);
}

static void a_serial_that_was_not_printed_is_unknown(void **state)
{
	static const int serials[] = {0, -1, 21, INT32_MAX, INT32_MIN};
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 20, false);
	for (size_t i = 0; i < sizeof(serials) / sizeof(serials[0]); i++) {
		unsigned char hash[SLIP_HASH_BYTES];

		assert_status(roll_serial(fixture.store, serials[i], hash),
			      STATUS_SLIP_OTHER);
	}
	fixture_end(&fixture);
}

static void a_used_and_a_void_slip_are_told_apart(void **state)
{
	struct fixture fixture;
	struct roll_count roll;
	unsigned char other[SLIP_HASH_BYTES] = {1};

	(void)state;
	fixture_begin_in(&fixture, 4, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 1));
	assert_ok(roll_void(fixture.store, fixture.hashes[1], FIXTURE_AT));
	assert_status(roll_look_up(fixture.store, fixture.hashes[0]),
		      STATUS_SLIP_USED);
	assert_status(roll_look_up(fixture.store, fixture.hashes[1]),
		      STATUS_SLIP_VOID);
	assert_ok(roll_look_up(fixture.store, fixture.hashes[2]));
	assert_status(roll_look_up(fixture.store, other), STATUS_SLIP_OTHER);
	assert_ok(roll_count(fixture.store, &roll));
	assert_int_equal(roll.printed, 4);
	assert_int_equal(roll.used, 1);
	assert_int_equal(roll.voided, 1);
	assert_int_equal(roll.unused, 2);
	fixture_end(&fixture);
}

static void only_an_unused_slip_can_be_made_void(void **state)
{
	struct fixture fixture;
	unsigned char other[SLIP_HASH_BYTES] = {1};
	int64_t rows;

	(void)state;
	fixture_begin_in(&fixture, 4, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 1));
	assert_ok(roll_void(fixture.store, fixture.hashes[1], FIXTURE_AT));
	rows = fixture_number(fixture.path, "SELECT count(*) FROM audit");
	assert_status(roll_void(fixture.store, fixture.hashes[0], FIXTURE_AT),
		      STATUS_SLIP_USED);
	assert_status(roll_void(fixture.store, fixture.hashes[1], FIXTURE_AT),
		      STATUS_SLIP_VOID);
	assert_status(roll_void(fixture.store, other, FIXTURE_AT),
		      STATUS_SLIP_OTHER);
	assert_int_equal(
	    fixture_number(fixture.path, "SELECT count(*) FROM audit"), rows);
	fixture_end(&fixture);
}

static void the_audit_row_does_not_name_the_void_slip(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 4, false);
	assert_ok(roll_void(fixture.store, fixture.hashes[3], FIXTURE_AT));
	assert_int_equal(fixture_number(fixture.path,
					"SELECT count(*) FROM audit WHERE "
					"act = 'voided' AND detail = ''"),
			 1);
	fixture_end(&fixture);
}

static void slips_are_added_and_made_void_only_in_their_phases(void **state)
{
	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		struct fixture fixture;
		struct slip slip;
		int first = -1;
		enum status add = act_allowed(ACT_PRINTED, (enum phase)phase)
				      ? STATUS_OK
				      : STATUS_PHASE;
		enum status discard = act_allowed(ACT_VOIDED, (enum phase)phase)
					  ? STATUS_OK
					  : STATUS_PHASE;

		fixture_begin_in(&fixture, 3, (enum phase)phase);
		assert_status(roll_add(fixture.store, 1, "", &fixture.random,
				       FIXTURE_AT, &slip, &first),
			      add);
		assert_int_equal(first, add == STATUS_OK ? 4 : -1);
		assert_status(
		    roll_void(fixture.store, fixture.hashes[0], FIXTURE_AT),
		    discard);
		fixture_end(&fixture);
	}
}

static void more_slips_than_a_meeting_holds_are_refused(void **state)
{
	struct slip *slips = calloc(ROLL_SLIPS, sizeof(*slips));
	struct fixture fixture;
	struct roll_count roll;
	int first;

	(void)state;
	assert_non_null(slips);
	fixture_begin(&fixture, 1, false);
	assert_status(roll_add(fixture.store, ROLL_SLIPS, "", &fixture.random,
			       FIXTURE_AT, slips, &first),
		      STATUS_LIMIT);
	assert_status(roll_add(fixture.store, INT32_MAX, "", &fixture.random,
			       FIXTURE_AT, slips, &first),
		      STATUS_LIMIT);
	assert_status(roll_add(fixture.store, 0, "", &fixture.random,
			       FIXTURE_AT, slips, &first),
		      STATUS_LIMIT);
	assert_status(roll_add(fixture.store, 1, "sixteen symbols.",
			       &fixture.random, FIXTURE_AT, slips, &first),
		      STATUS_LIMIT);
	assert_ok(roll_count(fixture.store, &roll));
	assert_int_equal(roll.printed, 1);
	assert_ok(roll_add(fixture.store, ROLL_SLIPS - 1, "", &fixture.random,
			   FIXTURE_AT, slips, &first));
	assert_status(roll_add(fixture.store, 1, "", &fixture.random,
			       FIXTURE_AT, slips, &first),
		      STATUS_LIMIT);
	free(slips);
	fixture_end(&fixture);
}

static void same_bytes(void *context, void *buffer, size_t size)
{
	(void)context;
	memset(buffer, 5, size);
}

/* A generator that repeats itself must not print the same slip twice. */
static void slips_that_repeat_add_nothing_at_all(void **state)
{
	struct fixture fixture;
	struct random stuck;
	struct slip slips[2], none[2] = {{{0}}};
	struct roll_count roll;
	int first = -1, filled, slots;

	(void)state;
	fixture_begin(&fixture, 0, false);
	stuck = fixture.random;
	stuck.fill = same_bytes;
	assert_status(
	    roll_add(fixture.store, 2, "", &stuck, FIXTURE_AT, slips, &first),
	    STATUS_STORE);
	assert_int_equal(first, -1);
	assert_memory_equal(slips, none, sizeof(slips));
	assert_ok(roll_count(fixture.store, &roll));
	assert_int_equal(roll.printed, 0);
	assert_ok(box_filled(fixture.store, &filled, &slots));
	assert_int_equal(slots, 0);
	fixture_end(&fixture);
}

struct paper {
	struct fixture *fixture;
	enum status outcome;
	int count, first;
	struct slip slips[8];
};

static enum status print(void *context, const struct slip *slips, int count,
			 int first_serial)
{
	struct paper *paper = context;

	assert_int_equal(
	    fixture_number(paper->fixture->path, "SELECT count(*) FROM roll"),
	    2);
	memcpy(paper->slips, slips, (size_t)count * sizeof(*slips));
	paper->count = count;
	paper->first = first_serial;
	return paper->outcome;
}

static void slips_count_only_once_they_are_on_paper(void **state)
{
	struct fixture fixture;
	struct paper paper = {&fixture, STATUS_FILE_WRITE, 0, 0, {{{0}}}};
	struct roll_count roll;

	(void)state;
	fixture_begin(&fixture, 2, false);
	assert_status(roll_print(fixture.store, 8, "child",
				 (struct roll_share){0, 0}, &fixture.random,
				 FIXTURE_AT, print, &paper),
		      STATUS_FILE_WRITE);
	assert_ok(roll_count(fixture.store, &roll));
	assert_int_equal(roll.printed, 2);
	paper.outcome = STATUS_OK;
	assert_ok(roll_print(fixture.store, 8, "child",
			     (struct roll_share){0, 0}, &fixture.random,
			     FIXTURE_AT, print, &paper));
	assert_int_equal(paper.count, 8);
	assert_int_equal(paper.first, 3);
	for (int i = 0; i < 8; i++) {
		unsigned char hash[SLIP_HASH_BYTES], found[SLIP_HASH_BYTES];

		slip_hash(fixture.meeting, &paper.slips[i], hash);
		assert_ok(roll_look_up(fixture.store, hash));
		assert_ok(roll_serial(fixture.store, 3 + i, found));
		assert_memory_equal(hash, found, sizeof(hash));
	}
	assert_status(roll_print(fixture.store, 0, "",
				 (struct roll_share){0, 0}, &fixture.random,
				 FIXTURE_AT, print, &paper),
		      STATUS_LIMIT);
	fixture_end(&fixture);
}

struct seen {
	int count, stop_at;
	unsigned char last[SLIP_HASH_BYTES];
};

static enum status see(void *context, const unsigned char *hash)
{
	struct seen *seen = context;

	assert_true(seen->count == 0 ||
		    memcmp(seen->last, hash, SLIP_HASH_BYTES) < 0);
	memcpy(seen->last, hash, SLIP_HASH_BYTES);
	return ++seen->count == seen->stop_at ? STATUS_LIMIT : STATUS_OK;
}

static void used_slips_are_shown_in_hash_order(void **state)
{
	struct seen all = {0}, stopped = {.stop_at = 3};
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 12, PHASE_OPEN);
	for (int i = 0; i < 7; i++)
		assert_ok(fixture_cast(&fixture, i, 1));
	assert_ok(roll_each_used(fixture.store, see, &all));
	assert_int_equal(all.count, 7);
	assert_status(roll_each_used(fixture.store, see, &stopped),
		      STATUS_LIMIT);
	assert_int_equal(stopped.count, 3);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(slips_get_serials_slots_and_one_audit_row),
	    cmocka_unit_test(added_slips_lie_as_if_they_had_always_been_there),
	    cmocka_unit_test(every_printed_slip_is_known_and_unused),
	    cmocka_unit_test(a_serial_that_was_not_printed_is_unknown),
	    cmocka_unit_test(a_used_and_a_void_slip_are_told_apart),
	    cmocka_unit_test(only_an_unused_slip_can_be_made_void),
	    cmocka_unit_test(the_audit_row_does_not_name_the_void_slip),
	    cmocka_unit_test(
		slips_are_added_and_made_void_only_in_their_phases),
	    cmocka_unit_test(more_slips_than_a_meeting_holds_are_refused),
	    cmocka_unit_test(slips_that_repeat_add_nothing_at_all),
	    cmocka_unit_test(slips_count_only_once_they_are_on_paper),
	    cmocka_unit_test(used_slips_are_shown_in_hash_order),
	};

	return cmocka_run_group_tests_name("roll", tests, NULL, NULL);
}
