/* The note of a vote that a shared roll has not heard of. */
#include <sodium/utils.h>
#include <stdio.h>

#include "store/audit.h"
#include "store/deal.h"
#include "store/note.h"
#include "store/roll.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { SLIPS = 12 };

static const struct ballot blank;

/* The open file of kiosk 3. */
static void begin(struct fixture *fixture)
{
	static const struct deal third = {.kiosk = 3, .kiosks = 3};
	char path[2 * FIXTURE_PATH];
	struct meeting *meeting = bolbro_new();

	assert_non_null(meeting);
	meeting->roll_url = "postgresql://192.168.1.10/bolbro";
	fixture_begin_with(fixture, meeting, SLIPS);
	fixture_advance(fixture, PHASE_READY);
	snprintf(path, sizeof(path), "%s/3.box", fixture->folder);
	assert_ok(deal_write(fixture->store, path, &third, &fixture->random,
			     FIXTURE_AT));
	fixture_leave(fixture);
	assert_int_equal(rename(path, fixture->path), 0);
	fixture_enter(fixture);
	fixture_advance(fixture, PHASE_OPEN);
}

static enum status cast(struct fixture *fixture, int slip, unsigned number)
{
	struct ballot ballot = fixture_ballot(fixture->meeting, number);

	return box_cast_noted(fixture->store, fixture->hashes[slip], &ballot,
			      &fixture->random);
}

static bool is_noted(struct fixture *fixture, int slip)
{
	unsigned char note[SLIP_HASH_BYTES];

	assert_ok(note_read(fixture->store, note));
	return slip < 0
		   ? sodium_is_zero(note, sizeof(note))
		   : memcmp(note, fixture->hashes[slip], sizeof(note)) == 0;
}

static int filled(struct fixture *fixture)
{
	int count, slots;

	assert_ok(box_filled(fixture->store, &count, &slots));
	return count;
}

static void a_cast_fills_a_slot_and_notes_its_slip(void **state)
{
	struct fixture fixture;
	struct roll_count roll;
	int number;

	(void)state;
	begin(&fixture);
	assert_ok(note_kiosk(fixture.store, &number));
	assert_int_equal(number, 3);
	assert_true(is_noted(&fixture, -1));
	assert_ok(cast(&fixture, 0, 5));
	assert_true(is_noted(&fixture, 0));
	assert_int_equal(filled(&fixture), 1);
	/* What is used is for the shared roll to know. */
	assert_ok(roll_count(fixture.store, &roll));
	assert_int_equal(roll.used, 0);
	fixture_leave(&fixture);
	fixture_enter(&fixture);
	assert_true(is_noted(&fixture, 0));
	fixture_end(&fixture);
}

static void no_second_vote_is_cast_before_the_first_is_told(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	assert_ok(cast(&fixture, 0, 1));
	assert_status(cast(&fixture, 1, 2), STATUS_DAMAGED);
	assert_true(is_noted(&fixture, 0));
	assert_int_equal(filled(&fixture), 1);
	assert_status(note_clear(fixture.store, fixture.hashes[1]),
		      STATUS_DAMAGED);
	assert_true(is_noted(&fixture, 0));
	assert_ok(note_clear(fixture.store, fixture.hashes[0]));
	assert_ok(note_clear(fixture.store, fixture.hashes[0]));
	assert_true(is_noted(&fixture, -1));
	assert_ok(cast(&fixture, 1, 2));
	assert_int_equal(filled(&fixture), 2);
	fixture_end(&fixture);
}

static void the_files_own_roll_is_not_spent_in_such_a_meeting(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	assert_status(
	    box_cast(fixture.store, fixture.hashes[0], &blank, &fixture.random),
	    STATUS_ROLL_AWAY);
	assert_int_equal(filled(&fixture), 0);
	assert_true(is_noted(&fixture, -1));
	fixture_end(&fixture);
}

static int copies(const struct fixture *fixture)
{
	return folder_count(fixture->folder, fixture->hashes[0],
			    SLIP_HASH_BYTES);
}

/* Once the roll was told, file and journal name the slip as often as before. */
static void a_note_taken_away_leaves_no_trace(void **state)
{
	struct fixture fixture;
	int before;

	(void)state;
	begin(&fixture);
	before = copies(&fixture);
	assert_ok(cast(&fixture, 0, 1));
	assert_int_equal(copies(&fixture), before + 1);
	assert_ok(note_clear(fixture.store, fixture.hashes[0]));
	assert_int_equal(copies(&fixture), before);
	fixture_end(&fixture);
}

/* The same votes in another order, with other slips. */
static void hold(struct fixture *fixture, bool backwards)
{
	begin(fixture);
	for (int i = 0; i < SLIPS - 2; i++) {
		int slip = backwards ? SLIPS - 1 - i : i;

		assert_ok(cast(fixture, slip, 1));
		assert_ok(note_clear(fixture->store, fixture->hashes[slip]));
	}
	fixture_leave(fixture);
}

static void the_file_does_not_tell_which_slips_voted_here(void **state)
{
	struct fixture one, two;
	unsigned char *bytes;
	size_t size;

	(void)state;
	hold(&one, false);
	hold(&two, true);
	bytes = file_read(one.path, &size);
	file_same(two.path, bytes, size);
	fixture_end(&one);
	fixture_end(&two);
}

static void a_slip_used_twice_leaves_one_row_that_does_not_name_it(void **state)
{
	struct fixture fixture;
	int before, after;

	(void)state;
	begin(&fixture);
	assert_ok(cast(&fixture, 0, 1));
	assert_ok(audit_count(fixture.store, &before));
	assert_ok(note_doubled(fixture.store, fixture.hashes[0], FIXTURE_AT));
	assert_ok(note_doubled(fixture.store, fixture.hashes[0], FIXTURE_AT));
	assert_ok(audit_count(fixture.store, &after));
	assert_int_equal(after, before + 1);
	assert_true(is_noted(&fixture, -1));
	assert_int_equal(fixture_number(fixture.path,
					"SELECT count(*) FROM audit WHERE"
					" act = 'doubled' AND detail = ''"),
			 1);
	fixture_leave(&fixture);
	fixture_enter(&fixture);
	fixture_end(&fixture);
}

static void a_definition_without_a_shared_roll_does_not_name_one(void **state)
{
	struct fixture with, without;

	(void)state;
	begin(&with);
	fixture_begin(&without, 0, false);
	assert_non_null(strstr(store_definition(with.store),
			       "\"roll\":{\"url\":\"postgresql://"));
	assert_null(strstr(store_definition(without.store), "\"roll\""));
	assert_string_equal(store_meeting(with.store)->roll_url,
			    "postgresql://192.168.1.10/bolbro");
	fixture_end(&with);
	fixture_end(&without);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_cast_fills_a_slot_and_notes_its_slip),
	    cmocka_unit_test(no_second_vote_is_cast_before_the_first_is_told),
	    cmocka_unit_test(the_files_own_roll_is_not_spent_in_such_a_meeting),
	    cmocka_unit_test(a_note_taken_away_leaves_no_trace),
	    cmocka_unit_test(the_file_does_not_tell_which_slips_voted_here),
	    cmocka_unit_test(
		a_slip_used_twice_leaves_one_row_that_does_not_name_it),
	    cmocka_unit_test(
		a_definition_without_a_shared_roll_does_not_name_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
