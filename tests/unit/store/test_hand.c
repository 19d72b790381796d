/* The urn counted by hand: kept, told of, and able to overrule the machine. */
#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>

#include "store/hand.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { BALLOTS = 3 };

static char reason[AUDIT_REASON + 1] = "Urnen er talt to gange";
static char no_reason[] = "";

/* A closed meeting with three ballots: for 1, for 1 and 4, and blank. */
static void closed_begin(struct fixture *fixture, enum phase phase)
{
	fixture_begin(fixture, 5, false);
	fixture_advance(fixture, PHASE_OPEN);
	assert_ok(fixture_cast(fixture, 0, 1));
	assert_ok(fixture_cast(fixture, 1, 1 | 8));
	assert_ok(fixture_cast(fixture, 2, 0));
	fixture_advance(fixture, phase);
}

/* What the box says, as a hand count that lets the machine stand. */
static struct hand_count same_count(void)
{
	return (struct hand_count){
	    .ballots = BALLOTS, .reason = no_reason, .votes = {2, 0, 0, 1}};
}

static enum phase phase_of(const struct fixture *fixture)
{
	enum phase phase;

	assert_ok(store_phase(fixture->store, &phase));
	return phase;
}

/* How many audit rows tell of ACT. */
static int told(const struct fixture *fixture, enum act act)
{
	char sql[80];

	snprintf(sql, sizeof(sql),
		 "SELECT count(*) FROM audit WHERE act = '%s'", act_name(act));
	return (int)fixture_number(fixture->path, sql);
}

static void
a_count_that_agrees_needs_no_reason_and_keeps_the_phase(void **state)
{
	(void)state;
	for (int phase = PHASE_CLOSED; phase <= PHASE_PUBLISHED; phase++)
		for (int stands = 0; stands < 2; stands++) {
			struct hand_count count = same_count();
			struct fixture fixture;

			count.stands = stands;
			closed_begin(&fixture, (enum phase)phase);
			assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
			assert_int_equal(phase_of(&fixture), phase);
			assert_int_equal(told(&fixture, ACT_RECOUNTED), 1);
			assert_int_equal(told(&fixture, ACT_OVERRULED), 0);
			fixture_leave(&fixture);
			fixture_enter(&fixture);
			fixture_end(&fixture);
		}
}

static void a_count_that_stands_takes_the_meeting_back_to_closed(void **state)
{
	(void)state;
	for (int phase = PHASE_CLOSED; phase <= PHASE_PUBLISHED; phase++) {
		struct hand_count count = same_count();
		struct fixture fixture;

		count.votes[1] = 1;
		count.stands = true;
		count.reason = reason;
		closed_begin(&fixture, (enum phase)phase);
		assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
		assert_int_equal(phase_of(&fixture), PHASE_CLOSED);
		assert_int_equal(told(&fixture, ACT_OVERRULED), 1);
		/* Said once more, it changes nothing. */
		fixture_advance(&fixture, PHASE_COUNTED);
		assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
		assert_int_equal(phase_of(&fixture), PHASE_COUNTED);
		assert_int_equal(told(&fixture, ACT_RECOUNTED), 1);
		/* Taken back, the money goes by the box again. */
		count.stands = false;
		assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
		assert_int_equal(phase_of(&fixture), PHASE_CLOSED);
		assert_int_equal(told(&fixture, ACT_OVERRULED), 2);
		fixture_leave(&fixture);
		fixture_enter(&fixture);
		fixture_end(&fixture);
	}
}

static void a_count_that_differs_but_does_not_stand_is_only_kept(void **state)
{
	struct hand_count count = same_count();
	struct fixture fixture;

	(void)state;
	count.ballots = 2;
	count.reason = reason;
	closed_begin(&fixture, PHASE_COUNTED);
	assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
	assert_int_equal(phase_of(&fixture), PHASE_COUNTED);
	assert_int_equal(told(&fixture, ACT_RECOUNTED), 1);
	fixture_end(&fixture);
}

static void the_newest_count_is_the_one_that_is_told(void **state)
{
	struct hand_count count = same_count(), *newest = NULL;
	struct fixture fixture;

	(void)state;
	closed_begin(&fixture, PHASE_CLOSED);
	assert_ok(hand_newest(fixture.store, &newest));
	assert_null(newest);
	assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
	count.ballots = 4;
	count.stands = true;
	count.votes[9] = 4;
	count.reason = reason;
	assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
	fixture_leave(&fixture);
	fixture_enter(&fixture);
	assert_ok(hand_newest(fixture.store, &newest));
	assert_non_null(newest);
	assert_int_equal(newest->ballots, 4);
	assert_true(newest->stands);
	assert_string_equal(newest->reason, reason);
	assert_memory_equal(newest->votes, count.votes, sizeof(count.votes));
	hand_free(newest);
	hand_free(NULL);
	fixture_end(&fixture);
}

static void counting_by_hand_waits_until_voting_is_closed(void **state)
{
	struct hand_count count = same_count();

	(void)state;
	count.reason = reason;
	for (int phase = PHASE_DRAFT; phase < PHASE_CLOSED; phase++) {
		struct fixture fixture;

		fixture_begin_in(&fixture, 5, (enum phase)phase);
		assert_status(hand_add(fixture.store, &count, FIXTURE_AT),
			      STATUS_PHASE);
		fixture_end(&fixture);
	}
}

static void a_count_that_makes_no_sense_is_refused(void **state)
{
	struct hand_count cases[7];
	struct fixture fixture;
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		cases[i] = same_count();
		cases[i].reason = reason;
	}
	cases[at++].ballots = -1;
	cases[at++].ballots = HAND_BALLOTS + 1;
	cases[at++].votes[1] = -1;
	cases[at++].votes[1] = BALLOTS + 1; /* one vote each at most */
	cases[at++].ballots = 1;	    /* 2 votes for number 1 */
	/* Both differ from the box and want a reason. */
	cases[at].reason = no_reason;
	cases[at++].votes[1] = 1;
	cases[at].reason = no_reason;
	cases[at++].ballots = BALLOTS + 1;
	closed_begin(&fixture, PHASE_CLOSED);
	for (size_t i = 0; i < at; i++)
		assert_status(hand_add(fixture.store, &cases[i], FIXTURE_AT),
			      STATUS_INPUT);
	assert_int_equal(
	    fixture_number(fixture.path, "SELECT count(*) FROM hand_count"), 0);
	assert_int_equal(told(&fixture, ACT_RECOUNTED), 0);
	fixture_end(&fixture);
}

static void the_longest_reason_is_kept_and_a_longer_one_refused(void **state)
{
	struct hand_count count = same_count(), *newest = NULL;
	char longest[AUDIT_REASON + 1];
	struct fixture fixture;

	(void)state;
	memset(longest, 'x', AUDIT_REASON);
	longest[AUDIT_REASON] = '\0';
	count.reason = longest;
	closed_begin(&fixture, PHASE_CLOSED);
	assert_status(hand_add(fixture.store, &count, FIXTURE_AT),
		      STATUS_LIMIT);
	longest[AUDIT_REASON - 1] = '\0';
	assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
	assert_ok(hand_newest(fixture.store, &newest));
	assert_string_equal(newest->reason, longest);
	hand_free(newest);
	fixture_end(&fixture);
}

/* The digest worked out here from what hand.h says, not by the store. */
static void the_audit_row_holds_the_digest_that_the_header_says(void **state)
{
	static const char bytes[] = "3\0"
				    "2\0"
				    "1\0"
				    "0\0"
				    "0\0"
				    "0\0"
				    "0\0"
				    "0\0"
				    "0\0"
				    "0\0"
				    "12\0"
				    "Tvivl";
	unsigned char digest[crypto_hash_sha256_BYTES];
	char wanted[AUDIT_DETAIL] = "hand ", detail[AUDIT_DETAIL],
	     why[] = "Tvivl";
	struct hand_count count = same_count();
	struct fixture fixture;

	(void)state;
	closed_begin(&fixture, PHASE_CLOSED);
	count.stands = true;
	count.reason = why;
	count.votes[0] = 2;
	count.votes[1] = 1;
	count.votes[3] = 0;
	count.votes[9] = 12;
	crypto_hash_sha256(digest, (const unsigned char *)bytes, sizeof(bytes));
	sodium_bin2hex(wanted + 5, sizeof(wanted) - 5, digest, sizeof(digest));
	hand_describe(fixture.meeting, &count, detail);
	assert_string_equal(detail, wanted);
	count.stands = false;
	hand_describe(fixture.meeting, &count, detail);
	assert_memory_equal(detail, "machine ", 8);
	assert_string_equal(detail + 8, wanted + 5);
	fixture_end(&fixture);
}

static void a_hand_count_that_was_changed_is_damage(void **state)
{
	static const char *const cases[] = {
	    "UPDATE hand_count SET ballots = 4",
	    "UPDATE hand_count SET ballots = ballots + 4294967296",
	    "UPDATE hand_count SET stands = 'machine'",
	    "UPDATE hand_count SET reason = ''",
	    "UPDATE hand_count SET audit = 1",
	    "UPDATE hand_votes SET votes = votes + 1 WHERE proposal = 2",
	    "UPDATE hand_votes SET votes = 2 - votes WHERE proposal < 2",
	    "DELETE FROM hand_votes WHERE proposal = 9",
	    "DELETE FROM hand_votes; DELETE FROM hand_count",
	    "INSERT INTO hand_votes VALUES (1, 10, 0)",
	    "INSERT INTO hand_count VALUES (2, 1, 3, 'machine', '')",
	    "UPDATE audit SET act = 'recounted' WHERE act = 'overruled'",
	};
	struct hand_count count = same_count(), *newest = NULL;
	unsigned char *bytes;
	struct fixture fixture;
	size_t size;

	(void)state;
	count.votes[1] = 1;
	count.stands = true;
	count.reason = reason;
	closed_begin(&fixture, PHASE_CLOSED);
	assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
	fixture_leave(&fixture);
	bytes = file_read(fixture.path, &size);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct store *store;

		print_message("# %s\n", cases[i]);
		file_write(fixture.path, bytes, size);
		fixture_sql(fixture.path, cases[i]);
		assert_status(store_open(fixture.path, STORE_READ, &store),
			      STATUS_DAMAGED);
	}
	/* Changed while the file is open. */
	file_write(fixture.path, bytes, size);
	fixture_enter(&fixture);
	fixture_sql(fixture.path, cases[0]);
	assert_status(hand_newest(fixture.store, &newest), STATUS_DAMAGED);
	assert_null(newest);
	assert_status(hand_add(fixture.store, &count, FIXTURE_AT),
		      STATUS_DAMAGED);
	free(bytes);
	fixture_end(&fixture);
}

static void the_standing_tally_is_the_hands_or_the_boxs(void **state)
{
	struct tally box = {.ballots = BALLOTS,
			    .blank = {1, 2},
			    .support = {2, 0, 0, 1}},
		     standing;
	struct hand_count count = same_count();
	struct meeting *meeting;
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 0, false);
	meeting = fixture.meeting;
	hand_tally(meeting, NULL, &box, &standing);
	assert_memory_equal(&standing, &box, sizeof(box));
	assert_true(hand_agrees(meeting, &count, &box));
	count.votes[5] = 3;
	assert_false(hand_agrees(meeting, &count, &box));
	hand_tally(meeting, &count, &box, &standing);
	assert_memory_equal(&standing, &box, sizeof(box));
	count.stands = true;
	count.ballots = 7;
	hand_tally(meeting, &count, &box, &standing);
	assert_int_equal(standing.ballots, 7);
	assert_int_equal(standing.support[0], 2);
	assert_int_equal(standing.support[5], 3);
	/* Blank ballots are not counted by hand. */
	assert_memory_equal(standing.blank, box.blank, sizeof(box.blank));
	count.votes[5] = 0;
	assert_false(hand_agrees(meeting, &count, &box));
	fixture_end(&fixture);
}

/* Numbers 1 to 3 are in a pot whose rule looks at whole ballots, the others in
 * one that goes by sums. */
static void a_count_stands_for_no_pot_that_looks_at_whole_ballots(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct hand_count count = same_count();
	struct fixture fixture;

	(void)state;
	meeting->pots[0].rule = "equal-shares";
	fixture_begin_with(&fixture, meeting, 5);
	fixture_advance(&fixture, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 1));
	assert_ok(fixture_cast(&fixture, 1, 1 | 8));
	assert_ok(fixture_cast(&fixture, 2, 0));
	fixture_advance(&fixture, PHASE_CLOSED);
	count.reason = reason;
	count.stands = true;
	count.votes[3] = 2;
	assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
	count.votes[0] = 1;
	assert_status(hand_add(fixture.store, &count, FIXTURE_AT),
		      STATUS_WHOLE_BALLOTS);
	count.votes[0] = 2;
	count.ballots = BALLOTS + 1;
	assert_status(hand_add(fixture.store, &count, FIXTURE_AT),
		      STATUS_WHOLE_BALLOTS);
	assert_int_equal(told(&fixture, ACT_OVERRULED), 1);
	count.stands = false;
	assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_count_that_agrees_needs_no_reason_and_keeps_the_phase),
	    cmocka_unit_test(
		a_count_that_stands_takes_the_meeting_back_to_closed),
	    cmocka_unit_test(
		a_count_that_differs_but_does_not_stand_is_only_kept),
	    cmocka_unit_test(the_newest_count_is_the_one_that_is_told),
	    cmocka_unit_test(counting_by_hand_waits_until_voting_is_closed),
	    cmocka_unit_test(a_count_that_makes_no_sense_is_refused),
	    cmocka_unit_test(
		the_longest_reason_is_kept_and_a_longer_one_refused),
	    cmocka_unit_test(
		the_audit_row_holds_the_digest_that_the_header_says),
	    cmocka_unit_test(a_hand_count_that_was_changed_is_damage),
	    cmocka_unit_test(the_standing_tally_is_the_hands_or_the_boxs),
	    cmocka_unit_test(
		a_count_stands_for_no_pot_that_looks_at_whole_ballots),
	};

	return cmocka_run_group_tests_name("hand", tests, NULL, NULL);
}
