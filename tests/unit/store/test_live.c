/* The votes the room may see while voting is open. */
#include "store/audit.h"
#include "store/live.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

static const struct snapshot shown = {.ballots = 5,
				      .support = {5, 0, 2, [9] = 999999999}};

static void batches_begin(struct fixture *fixture, enum live live)
{
	struct meeting *meeting = bolbro_new();

	meeting->live = live;
	fixture_begin_with(fixture, meeting, 8);
}

static void assert_shown(struct store *store, const struct snapshot *meant)
{
	struct snapshot found = {.ballots = -1};

	assert_ok(live_read(store, &found));
	assert_int_equal(found.ballots, meant->ballots);
	assert_memory_equal(found.support, meant->support,
			    sizeof(meant->support));
}

static void what_is_published_is_read_by_the_hall_until_closing(void **state)
{
	static const struct snapshot nothing;
	static const struct snapshot batch = {.ballots = 999999994,
					      .support = {1, [8] = 999999999}};
	struct snapshot more = shown;
	struct fixture fixture;
	struct store *hall;

	(void)state;
	batches_begin(&fixture, LIVE_BATCHES);
	assert_shown(fixture.store, &nothing);
	fixture_advance(&fixture, PHASE_OPEN);
	assert_ok(store_open(fixture.path, STORE_READ, &hall));
	assert_shown(hall, &nothing);
	assert_ok(live_publish(fixture.store, &shown));
	assert_shown(hall, &shown);
	fixture_advance(&fixture, PHASE_PAUSED);
	assert_shown(hall, &shown);
	assert_ok(live_publish(fixture.store, &batch));
	for (int i = 0; i < MEETING_PROPOSALS; i++)
		more.support[i] += batch.support[i];
	more.ballots += batch.ballots;
	assert_shown(hall, &more);
	fixture_advance(&fixture, PHASE_OPEN);
	assert_shown(hall, &more);
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_shown(hall, &nothing);
	store_free(hall);
	fixture_leave(&fixture);
	fixture_enter(&fixture);
	fixture_end(&fixture);
}

static void the_hall_reads_it_with_box_and_roll_absent(void **state)
{
	struct fixture fixture;

	(void)state;
	batches_begin(&fixture, LIVE_BATCHES);
	fixture_advance(&fixture, PHASE_OPEN);
	assert_ok(live_publish(fixture.store, &shown));
	fixture_sql(fixture.path, "DROP TABLE box; DROP TABLE roll");
	assert_shown(fixture.store, &shown);
	fixture_end(&fixture);
}

static void nothing_is_published_unless_voting_is_on_in_batches(void **state)
{
	static const struct snapshot nothing;

	(void)state;
	for (int live = LIVE_BATCHES; live <= LIVE_OFF; live++)
		for (int phase = 0; phase < PHASE_COUNT; phase++) {
			bool allowed =
			    live == LIVE_BATCHES &&
			    (phase == PHASE_OPEN || phase == PHASE_PAUSED);
			struct fixture fixture;

			batches_begin(&fixture, (enum live)live);
			fixture_advance(&fixture, (enum phase)phase);
			assert_status(live_publish(fixture.store, &shown),
				      allowed ? STATUS_OK : STATUS_PHASE);
			assert_shown(fixture.store,
				     allowed ? &shown : &nothing);
			fixture_end(&fixture);
		}
}

/* Each kiosk draws its own batches and knows nothing of the other's. */
static void kiosks_that_publish_at_one_file_add_to_each_other(void **state)
{
	struct snapshot both = shown;
	struct snapshot first = {.ballots = 6, .support = {1, 2, 3}};
	struct fixture fixture;
	struct store *other;

	(void)state;
	batches_begin(&fixture, LIVE_BATCHES);
	fixture_advance(&fixture, PHASE_OPEN);
	assert_ok(store_open(fixture.path, STORE_WRITE, &other));
	assert_ok(live_publish(fixture.store, &first));
	assert_ok(live_publish(other, &shown));
	assert_ok(live_publish(fixture.store, &first));
	both.ballots += 2 * first.ballots;
	for (int i = 0; i < MEETING_PROPOSALS; i++)
		both.support[i] += 2 * first.support[i];
	assert_shown(fixture.store, &both);
	store_free(other);
	fixture_end(&fixture);
}

static void numbers_of_more_than_nine_digits_leave_the_older_ones(void **state)
{
	struct snapshot cases[4] = {{0}, {0}, {0}, {0}};
	struct fixture fixture;

	(void)state;
	cases[0].ballots = 999999995;
	cases[1].ballots = -6;
	cases[2].support[9] = 1;
	cases[3].support[0] = INT64_MAX;
	batches_begin(&fixture, LIVE_BATCHES);
	fixture_advance(&fixture, PHASE_OPEN);
	assert_ok(live_publish(fixture.store, &shown));
	for (int i = 0; i < 4; i++) {
		assert_status(live_publish(fixture.store, &cases[i]),
			      STATUS_LIMIT);
		assert_shown(fixture.store, &shown);
	}
	fixture_end(&fixture);
}

/* Every update keeps its length, so that nothing in the file moves. */
static void the_row_is_overwritten_in_place(void **state)
{
	size_t before_size, after_size, different = 0;
	unsigned char *before, *after;
	struct fixture fixture;

	(void)state;
	batches_begin(&fixture, LIVE_BATCHES);
	fixture_advance(&fixture, PHASE_OPEN);
	before = file_read(fixture.path, &before_size);
	assert_ok(live_publish(fixture.store, &shown));
	after = file_read(fixture.path, &after_size);
	assert_int_equal(after_size, before_size);
	/* The digits, and the counters of changes in the header. */
	for (size_t i = 0; i < after_size; i++)
		different += before[i] != after[i];
	assert_in_range(different, 9, 9 + 2 * 4);
	free(before);
	free(after);
	fixture_end(&fixture);
}

static void a_row_that_was_changed_is_damage(void **state)
{
	static const char *const cases[] = {
	    "UPDATE live SET ballots = '5        '",
	    "UPDATE live SET votes = substr(votes, 2)",
	    "UPDATE live SET votes = votes || '000000000'",
	    "UPDATE live SET ballots = 'x00000005'",
	    "PRAGMA ignore_check_constraints = ON;"
	    "UPDATE live SET votes = 'x' || substr(votes, 2)",
	    "DELETE FROM live",
	};
	unsigned char *bytes;
	struct fixture fixture;
	size_t size;

	(void)state;
	batches_begin(&fixture, LIVE_BATCHES);
	fixture_advance(&fixture, PHASE_OPEN);
	assert_ok(live_publish(fixture.store, &shown));
	fixture_leave(&fixture);
	bytes = file_read(fixture.path, &size);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct snapshot found = shown;
		struct store *store;

		file_write(fixture.path, bytes, size);
		fixture_enter(&fixture);
		fixture_sql(fixture.path, cases[i]);
		assert_status(live_read(fixture.store, &found), STATUS_DAMAGED);
		assert_memory_equal(&found, &shown, sizeof(found));
		fixture_leave(&fixture);
		assert_status(store_open(fixture.path, STORE_READ, &store),
			      STATUS_DAMAGED);
	}
	free(bytes);
	fixture_end(&fixture);
}

static void votes_shown_when_nobody_votes_are_damage(void **state)
{
	static const char *const cases[] = {
	    "UPDATE live SET ballots = '000000001'",
	    "UPDATE live SET votes = '1' || substr(votes, 2)",
	};
	static const enum phase phases[] = {PHASE_READY, PHASE_CLOSED};

	(void)state;
	for (int i = 0; i < 4; i++) {
		struct fixture fixture;
		struct store *store;

		batches_begin(&fixture, LIVE_BATCHES);
		fixture_advance(&fixture, phases[i / 2]);
		fixture_sql(fixture.path, cases[i % 2]);
		assert_status(store_open(fixture.path, STORE_READ, &store),
			      STATUS_DAMAGED);
		fixture_end(&fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		what_is_published_is_read_by_the_hall_until_closing),
	    cmocka_unit_test(the_hall_reads_it_with_box_and_roll_absent),
	    cmocka_unit_test(
		nothing_is_published_unless_voting_is_on_in_batches),
	    cmocka_unit_test(kiosks_that_publish_at_one_file_add_to_each_other),
	    cmocka_unit_test(
		numbers_of_more_than_nine_digits_leave_the_older_ones),
	    cmocka_unit_test(the_row_is_overwritten_in_place),
	    cmocka_unit_test(a_row_that_was_changed_is_damage),
	    cmocka_unit_test(votes_shown_when_nobody_votes_are_damage),
	};

	return cmocka_run_group_tests_name("live", tests, NULL, NULL);
}
