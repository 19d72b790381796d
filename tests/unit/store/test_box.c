/* The ballot box: what a cast does, refuses and leaves alone. */
#include "store/audit.h"
#include "store/roll.h"
#include "tests/lib/ballots.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

static int64_t filled(const struct fixture *fixture)
{
	return fixture_number(fixture->path,
			      "SELECT count(*) FROM box WHERE used = 3");
}

static void a_cast_spends_the_slip_and_fills_one_slot(void **state)
{
	struct fixture fixture;
	struct roll_count roll;
	int box, slots;

	(void)state;
	fixture_begin_in(&fixture, 5, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 2, 9));
	assert_ok(roll_count(fixture.store, &roll));
	assert_ok(box_filled(fixture.store, &box, &slots));
	assert_int_equal(box, 1);
	assert_int_equal(slots, 5);
	assert_int_equal(roll.used, 1);
	assert_int_equal(roll.unused, 4);
	assert_int_equal(
	    fixture_number(fixture.path,
			   "SELECT count(*) FROM box WHERE used = 3 AND "
			   "ballot = '001000000001000000000000000000'"),
	    1);
	fixture_end(&fixture);
}

/* Casts BALLOT with the slip HASH, which is refused as MEANT says, with no byte
 * written. */
static void assert_ballot_refused(struct fixture *fixture, enum status meant,
				  const unsigned char *hash,
				  const struct ballot *ballot)
{
	size_t size;
	unsigned char *before = file_read(fixture->path, &size);

	assert_status(box_cast(fixture->store, hash, ballot, &fixture->random),
		      meant);
	file_same(fixture->path, before, size);
}

/* The same with a ballot that keeps the rules. */
static void assert_refused(struct fixture *fixture, enum status meant,
			   const unsigned char *hash)
{
	struct ballot ballot = fixture_ballot(fixture->meeting, 3);

	assert_ballot_refused(fixture, meant, hash, &ballot);
}

static void a_used_slip_is_refused_and_nothing_written(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 5, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 9));
	assert_refused(&fixture, STATUS_SLIP_USED, fixture.hashes[0]);
	fixture_end(&fixture);
}

static void a_void_slip_is_refused_and_nothing_written(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 5, PHASE_OPEN);
	assert_ok(roll_void(fixture.store, fixture.hashes[1], FIXTURE_AT));
	assert_refused(&fixture, STATUS_SLIP_VOID, fixture.hashes[1]);
	fixture_end(&fixture);
}

static void
ten_thousand_unknown_slips_are_refused_and_nothing_written(void **state)
{
	unsigned char *before, hash[SLIP_HASH_BYTES];
	struct fixture fixture;
	struct ballot ballot;
	size_t size;

	(void)state;
	fixture_begin_in(&fixture, 5, PHASE_OPEN);
	ballot = fixture_ballot(fixture.meeting, 3);
	before = file_read(fixture.path, &size);
	for (int i = 0; i < 10000; i++) {
		fixture.random.fill(fixture.random.context, hash, sizeof(hash));
		assert_status(
		    box_cast(fixture.store, hash, &ballot, &fixture.random),
		    STATUS_SLIP_OTHER);
	}
	file_same(fixture.path, before, size);
	fixture_end(&fixture);
}

static void a_slip_of_another_meeting_is_unknown(void **state)
{
	struct fixture fixture;
	unsigned char hash[SLIP_HASH_BYTES];

	(void)state;
	fixture_begin_in(&fixture, 1, PHASE_OPEN);
	fixture.meeting->id[0] ^= 1;
	slip_hash(fixture.meeting, &fixture.slips[0], hash);
	assert_refused(&fixture, STATUS_SLIP_OTHER, hash);
	fixture_end(&fixture);
}

static void votes_are_taken_only_while_open(void **state)
{
	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		struct fixture fixture;

		if (phase == PHASE_OPEN)
			continue;
		fixture_begin_in(&fixture, 2, (enum phase)phase);
		assert_refused(&fixture, STATUS_NOT_OPEN, fixture.hashes[0]);
		fixture_end(&fixture);
	}
}

/* Only a file that was tampered with can come to this. */
static void a_full_box_is_told_and_nothing_written(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_OPEN);
	fixture_sql(fixture.path, "UPDATE box SET used = 3");
	assert_refused(&fixture, STATUS_BOX_FULL, fixture.hashes[0]);
	fixture_end(&fixture);
}

static void a_slot_of_another_length_is_told_and_nothing_written(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_OPEN);
	fixture_sql(fixture.path, "UPDATE box SET ballot = '000'");
	assert_refused(&fixture, STATUS_DAMAGED, fixture.hashes[0]);
	fixture_end(&fixture);
}

static void a_ballot_against_the_rules_is_refused(void **state)
{
	struct fixture fixture;
	struct ballot ballot = {{1, 1, 1}};

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_OPEN);
	assert_ballot_refused(&fixture, STATUS_BALLOT, fixture.hashes[0],
			      &ballot);
	fixture_end(&fixture);
}

static void every_slip_finds_a_slot_and_blank_ballots_count(void **state)
{
	struct fixture fixture;
	struct tally tally;

	(void)state;
	fixture_begin_in(&fixture, FIXTURE_SLIPS, PHASE_OPEN);
	for (int i = 0; i < FIXTURE_SLIPS; i++)
		assert_ok(fixture_cast(&fixture, i, 0));
	assert_int_equal(filled(&fixture), FIXTURE_SLIPS);
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_ok(box_tally(fixture.store, &tally));
	assert_int_equal(tally.ballots, FIXTURE_SLIPS);
	assert_int_equal(tally.blank[0], FIXTURE_SLIPS);
	assert_int_equal(tally.blank[1], FIXTURE_SLIPS);
	fixture_end(&fixture);
}

/* Where the first cast of a meeting lies depends on the random number alone. */
static void the_slot_is_the_one_the_random_number_says(void **state)
{
	unsigned char meant[BOX_SLOT_BYTES], found[BOX_SLOT_BYTES];
	struct fixture fixture;
	uint64_t twin;

	(void)state;
	for (int i = 0; i < 10; i++) {
		char sql[100];
		struct random random;

		fixture_begin_in(&fixture, 20, PHASE_OPEN);
		fixture.seed += (uint64_t)i * 77;
		twin = fixture.seed;
		random = fixture.random;
		random.context = &twin;
		snprintf(sql, sizeof(sql),
			 "SELECT slot FROM box ORDER BY slot LIMIT 1 OFFSET %u",
			 random.below(&twin, 20));
		fixture_blob(fixture.path, sql, meant, sizeof(meant));
		assert_ok(fixture_cast(&fixture, 0, 5));
		fixture_blob(fixture.path,
			     "SELECT slot FROM box WHERE used = 3", found,
			     sizeof(found));
		assert_memory_equal(found, meant, sizeof(meant));
		fixture_end(&fixture);
	}
}

struct seen {
	int count;
	unsigned char last[BOX_SLOT_BYTES];
	int64_t sum;
	int stop_at;
};

static enum status see(void *context, const unsigned char slot[BOX_SLOT_BYTES],
		       const struct ballot *ballot)
{
	struct seen *seen = context;

	assert_true(seen->count == 0 ||
		    memcmp(seen->last, slot, BOX_SLOT_BYTES) < 0);
	memcpy(seen->last, slot, BOX_SLOT_BYTES);
	for (int i = 0; i < MEETING_PROPOSALS; i++)
		seen->sum += ballot->value[i];
	return ++seen->count == seen->stop_at ? STATUS_LIMIT : STATUS_OK;
}

static void ballots_are_shown_in_slot_order_and_only_after_closing(void **state)
{
	struct fixture fixture;
	struct seen seen = {0}, stopped = {.stop_at = 2};
	struct tally tally;

	(void)state;
	fixture_begin_in(&fixture, 10, PHASE_OPEN);
	for (int i = 0; i < 6; i++)
		assert_ok(fixture_cast(&fixture, i, 1u << i));
	assert_status(box_each(fixture.store, see, &seen), STATUS_PHASE);
	assert_status(box_tally(fixture.store, &tally), STATUS_PHASE);
	fixture_advance(&fixture, PHASE_PAUSED);
	assert_status(box_each(fixture.store, see, &seen), STATUS_PHASE);
	assert_int_equal(seen.count, 0);
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_ok(box_each(fixture.store, see, &seen));
	assert_int_equal(seen.count, 6);
	assert_int_equal(seen.sum, 6);
	assert_status(box_each(fixture.store, see, &stopped), STATUS_LIMIT);
	assert_int_equal(stopped.count, 2);
	fixture_end(&fixture);
}

static enum status count_free(void *context,
			      const unsigned char slot[BOX_SLOT_BYTES],
			      const struct ballot *ballot)
{
	(void)slot;
	*(int *)context += !ballot;
	return STATUS_OK;
}

static void free_slots_are_shown_to_those_who_ask(void **state)
{
	struct fixture fixture;
	int count = 0;

	(void)state;
	fixture_begin_in(&fixture, 10, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 1));
	assert_status(box_each_slot(fixture.store, count_free, &count),
		      STATUS_PHASE);
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_ok(box_each_slot(fixture.store, count_free, &count));
	assert_int_equal(count, 9);
	fixture_sql(fixture.path, "UPDATE box SET ballot = '001' ||"
				  " substr(ballot, 4) WHERE used = 2");
	assert_status(box_each_slot(fixture.store, count_free, &count),
		      STATUS_DAMAGED);
	fixture_end(&fixture);
}

/* A reader may ask the store about other things while it is shown a ballot. */
static enum status ask(void *context, const unsigned char slot[BOX_SLOT_BYTES],
		       const struct ballot *ballot)
{
	struct fixture *fixture = context;
	unsigned char root[BOX_ROOT_BYTES];
	int filled, slots;

	(void)slot;
	(void)ballot;
	assert_true(fixture->slip_count-- > 0);
	assert_ok(box_root(fixture->store, root));
	assert_ok(box_filled(fixture->store, &filled, &slots));
	assert_int_equal(filled, 3);
	return STATUS_OK;
}

static void one_who_is_shown_ballots_may_ask_for_more(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 3, PHASE_OPEN);
	for (int i = 0; i < 3; i++)
		assert_ok(fixture_cast(&fixture, i, 1));
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_ok(box_each(fixture.store, ask, &fixture));
	assert_int_equal(fixture.slip_count, 0);
	fixture_end(&fixture);
}

static void a_slot_without_a_valid_ballot_is_damage(void **state)
{
	static const char *const texts[] = {"001001001000000000000000000000",
					    "002000000000000000000000000000",
					    "001"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct fixture fixture;
		struct tally tally;
		char sql[120];

		fixture_begin_in(&fixture, 3, PHASE_OPEN);
		assert_ok(fixture_cast(&fixture, 0, 1));
		fixture_advance(&fixture, PHASE_CLOSED);
		snprintf(sql, sizeof(sql),
			 "UPDATE box SET ballot = '%s' WHERE used = 3",
			 texts[i]);
		fixture_sql(fixture.path, sql);
		assert_status(box_tally(fixture.store, &tally), STATUS_DAMAGED);
		fixture_end(&fixture);
	}
}

static void a_view_that_counts_otherwise_is_told(void **state)
{
	struct fixture fixture;
	struct tally tally;

	(void)state;
	fixture_begin_in(&fixture, 3, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 1));
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_ok(box_tally(fixture.store, &tally));
	fixture_sql(fixture.path,
		    "DROP VIEW tally; CREATE VIEW tally AS SELECT 'main' pot,"
		    " number, title, 1 votes, number = 1 named,"
		    " cost_minor cost FROM proposal");
	assert_status(box_tally(fixture.store, &tally), STATUS_DISAGREES);
	fixture_sql(fixture.path,
		    "DROP VIEW tally; CREATE VIEW tally AS SELECT 'main' pot,"
		    " number, title, number = 1 votes, 1 named,"
		    " cost_minor cost FROM proposal");
	assert_status(box_tally(fixture.store, &tally), STATUS_DISAGREES);
	fixture_sql(fixture.path,
		    "DROP VIEW tally; CREATE VIEW tally AS SELECT 'main' pot,"
		    " number, title, number = 1 votes, number = 1 named,"
		    " cost_minor cost FROM proposal WHERE number < 10");
	assert_status(box_tally(fixture.store, &tally), STATUS_DISAGREES);
	fixture_end(&fixture);
}

/* 1..4 pots and 1..60 proposals with numbers all over. */
static struct meeting *random_meeting(struct random random, uint64_t *seed)
{
	struct meeting *meeting = bolbro_new();
	int numbers[999];

	assert_non_null(meeting);
	for (int i = 0; i < 999; i++)
		numbers[i] = i + 1;
	random_shuffle(&random, numbers, 999);
	meeting->pot_count = 1 + (int)random.below(seed, 4);
	meeting->proposal_count = 1 + (int)random.below(seed, 60);
	for (int i = 0; i < meeting->pot_count; i++) {
		static const char *const keys[] = {"a", "b", "c", "d"};

		meeting->pots[i] = meeting->pots[0];
		meeting->pots[i].key = keys[i];
	}
	for (int i = 0; i < meeting->proposal_count; i++) {
		meeting->proposals[i] = meeting->proposals[0];
		meeting->proposals[i].number = numbers[i];
		meeting->proposals[i].cost_minor /= 1 + random.below(seed, 9);
		meeting->proposals[i].pot =
		    (int)random.below(seed, (uint32_t)meeting->pot_count);
	}
	meeting_order(meeting);
	for (int i = 0; i < meeting->pot_count; i++)
		ballots_type_draw(
		    &random, meeting, i,
		    (enum ballot_type)random.below(seed, BALLOT_TYPE_COUNT));
	return meeting;
}

/* What the view says of proposal NUMBER in COLUMN. */
static int64_t view_says(const struct fixture *fixture, const char *column,
			 int number)
{
	char sql[80];

	snprintf(sql, sizeof(sql), "SELECT %s FROM tally WHERE number = %d",
		 column, number);
	return fixture_number(fixture->path, sql);
}

static void the_view_adds_up_the_ballots_of_random_meetings(void **state)
{
	int seen[BALLOT_TYPE_COUNT] = {0};

	(void)state;
	for (unsigned meeting = 1; meeting <= 60; meeting++) {
		int64_t votes[MEETING_PROPOSALS] = {0};
		int named[MEETING_PROPOSALS] = {0};
		struct fixture fixture;
		struct tally tally;
		uint64_t seed = meeting;
		int ballots;

		fixture_begin_with(&fixture,
				   random_meeting(bolbro_random(&seed), &seed),
				   FIXTURE_SLIPS);
		fixture_advance(&fixture, PHASE_OPEN);
		ballots = (int)fixture.random.below(&fixture.seed, 20);
		for (int i = 0; i < ballots; i++) {
			struct ballot ballot =
			    ballots_draw(&fixture.random, fixture.meeting);

			for (int j = 0; j < fixture.meeting->proposal_count;
			     j++) {
				int gives =
				    ballots_gives(fixture.meeting, &ballot, j);

				votes[j] += gives;
				named[j] += gives != 0;
			}
			assert_ok(box_cast(fixture.store, fixture.hashes[i],
					   &ballot, &fixture.random));
		}
		fixture_advance(&fixture, PHASE_CLOSED);
		assert_ok(box_tally(fixture.store, &tally));
		assert_int_equal(tally.ballots, ballots);
		for (int i = 0; i < fixture.meeting->proposal_count; i++) {
			const struct proposal *proposal =
			    &fixture.meeting->proposals[i];

			assert_int_equal(
			    view_says(&fixture, "votes", proposal->number),
			    votes[i]);
			assert_int_equal(
			    view_says(&fixture, "named", proposal->number),
			    named[i]);
			assert_int_equal(tally.support[i], votes[i]);
			assert_int_equal(tally.named[i], named[i]);
			seen[fixture.meeting->pots[proposal->pot]
				 .ballot_type] += votes[i] > 1;
		}
		fixture_end(&fixture);
	}
	for (int type = 0; type < BALLOT_TYPE_COUNT; type++)
		assert_true(seen[type] > 20);
}

static void the_root_of_a_box_being_filled_tells_nothing(void **state)
{
	unsigned char empty[BOX_ROOT_BYTES], half[BOX_ROOT_BYTES];
	unsigned char full[BOX_ROOT_BYTES];
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 5, false);
	assert_ok(box_root(fixture.store, empty));
	fixture_advance(&fixture, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 1));
	assert_ok(box_root(fixture.store, half));
	assert_memory_equal(half, empty, sizeof(empty));
	fixture_advance(&fixture, PHASE_PAUSED);
	assert_ok(box_root(fixture.store, half));
	assert_memory_equal(half, empty, sizeof(empty));
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_ok(box_root(fixture.store, full));
	assert_memory_not_equal(full, empty, sizeof(empty));
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_cast_spends_the_slip_and_fills_one_slot),
	    cmocka_unit_test(a_used_slip_is_refused_and_nothing_written),
	    cmocka_unit_test(a_void_slip_is_refused_and_nothing_written),
	    cmocka_unit_test(
		ten_thousand_unknown_slips_are_refused_and_nothing_written),
	    cmocka_unit_test(a_slip_of_another_meeting_is_unknown),
	    cmocka_unit_test(votes_are_taken_only_while_open),
	    cmocka_unit_test(a_full_box_is_told_and_nothing_written),
	    cmocka_unit_test(
		a_slot_of_another_length_is_told_and_nothing_written),
	    cmocka_unit_test(a_ballot_against_the_rules_is_refused),
	    cmocka_unit_test(every_slip_finds_a_slot_and_blank_ballots_count),
	    cmocka_unit_test(the_slot_is_the_one_the_random_number_says),
	    cmocka_unit_test(
		ballots_are_shown_in_slot_order_and_only_after_closing),
	    cmocka_unit_test(free_slots_are_shown_to_those_who_ask),
	    cmocka_unit_test(one_who_is_shown_ballots_may_ask_for_more),
	    cmocka_unit_test(a_slot_without_a_valid_ballot_is_damage),
	    cmocka_unit_test(a_view_that_counts_otherwise_is_told),
	    cmocka_unit_test(the_view_adds_up_the_ballots_of_random_meetings),
	    cmocka_unit_test(the_root_of_a_box_being_filled_tells_nothing),
	};

	return cmocka_run_group_tests_name("box", tests, NULL, NULL);
}
