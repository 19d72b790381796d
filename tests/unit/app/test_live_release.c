/* An evening's votes and what its file shows of them, with real files. */
#include "app/live_release.h"

#include <sqlite3.h>

#include "store/audit.h"
#include "store/live.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fault.h"
#include "tests/lib/store_fixture.h"

enum { SLIPS = 60, CASTS = 40, BATCH = 5 };

struct evening {
	struct fixture fixture;
	struct live_release live;
	struct snapshot all; /* of every vote cast */
	int cast;
};

static int begin(void **state)
{
	struct evening *evening = calloc(1, sizeof(*evening));
	struct meeting *meeting = bolbro_new();

	assert_non_null(evening);
	assert_non_null(meeting);
	meeting->live = LIVE_BATCHES;
	meeting->live_batch = BATCH;
	fixture_begin_with(&evening->fixture, meeting, SLIPS);
	fixture_advance(&evening->fixture, PHASE_OPEN);
	assert_ok(live_release_start(&evening->live, evening->fixture.store));
	*state = evening;
	return 0;
}

static int end(void **state)
{
	struct evening *evening = *state;

	live_release_end(&evening->live);
	fixture_end(&evening->fixture);
	free(evening);
	return 0;
}

/* The next resident: votes differ, so that no batch is of one mind for long. */
static void cast(struct evening *evening)
{
	struct fixture *fixture = &evening->fixture;
	struct ballot ballot =
	    fixture_ballot(fixture->meeting, (unsigned)(evening->cast * 7 + 1));

	assert_ok(box_cast(fixture->store, fixture->hashes[evening->cast],
			   &ballot, &fixture->random));
	evening->cast++;
	evening->all.ballots++;
	for (int i = 0; i < fixture->meeting->proposal_count; i++)
		evening->all.support[i] += ballot.value[i];
	live_release_add(&evening->live, &ballot);
}

static enum status write(struct evening *evening)
{
	return live_release_write(&evening->live, &evening->fixture.random);
}

static struct snapshot shown(const struct evening *evening)
{
	struct snapshot snapshot;

	assert_ok(live_read(evening->fixture.store, &snapshot));
	return snapshot;
}

static void forty_votes_are_shown_in_whole_batches(void **state)
{
	struct evening *evening = *state;
	struct snapshot before = {0};
	int steps = 0;

	for (int i = 0; i < CASTS; i++) {
		struct snapshot now;

		cast(evening);
		assert_ok(write(evening));
		now = shown(evening);
		assert_true(now.ballots >= before.ballots);
		assert_int_equal(now.ballots % BATCH, 0);
		assert_true(now.ballots == 0 ||
			    evening->cast - now.ballots >= BATCH);
		steps += now.ballots > before.ballots;
		for (int j = 0; j < MEETING_PROPOSALS; j++) {
			assert_true(now.support[j] >= before.support[j]);
			assert_true(now.support[j] <= evening->all.support[j]);
		}
		before = now;
	}
	assert_true(steps >= CASTS / BATCH - 2);
}

static void after_closing_the_row_is_empty_and_stays_so(void **state)
{
	struct evening *evening = *state;

	for (int i = 0; i < CASTS; i++) {
		cast(evening);
		if (i < CASTS / 2)
			assert_ok(write(evening));
	}
	fixture_advance(&evening->fixture, PHASE_CLOSED);
	assert_status(write(evening), STATUS_PHASE);
	assert_ok(write(evening));
	assert_int_equal(shown(evening).ballots, 0);
}

/* SQLite's own counters in the first page: "Database File Format", 1.3. */
static bool is_counter(size_t at)
{
	return (at >= 24 && at < 28) || (at >= 92 && at < 100);
}

static void publishing_changes_nothing_else_in_the_file(void **state)
{
	struct evening *evening = *state;
	struct fixture *fixture = &evening->fixture;
	size_t size, size_after, row;
	unsigned char *before, *after;
	const unsigned char *found;
	char text[16 * MEETING_PROPOSALS] = "";

	while (evening->live.waiting.ballots == 0 &&
	       !release_batch(evening->live.release, &fixture->random,
			      &evening->live.waiting))
		cast(evening);
	/* Nine digits of ballots, and nine for each proposal. */
	memset(text, '0', 9 + 9 * (size_t)fixture->meeting->proposal_count);
	before = file_read(fixture->path, &size);
	assert_ok(write(evening));
	assert_int_equal(shown(evening).ballots, BATCH);
	after = file_read(fixture->path, &size_after);
	assert_int_equal(size, size_after);
	assert_int_equal(bytes_count(before, size, text, strlen(text)), 1);
	found = memmem(before, size, text, strlen(text));
	row = (size_t)(found - before);
	for (size_t i = 0; i < size; i++)
		if (before[i] != after[i] && !is_counter(i) &&
		    (i < row || i >= row + strlen(text)))
			fail_msg("byte %zu of the file changed", i);
	free(before);
	free(after);
}

static void a_kiosk_started_anew_goes_on_from_the_file(void **state)
{
	struct evening *evening = *state;
	struct snapshot before = {0};
	int restarts = 0;

	for (int i = 0; i < SLIPS; i++) {
		struct snapshot now;

		cast(evening);
		if (i % 17 == 11) {
			/* The power goes: nothing is written down. */
			live_release_end(&evening->live);
			fixture_leave(&evening->fixture);
			fixture_enter(&evening->fixture);
			assert_ok(live_release_start(&evening->live,
						     evening->fixture.store));
			restarts++;
		}
		assert_ok(write(evening));
		now = shown(evening);
		assert_true(now.ballots == before.ballots ||
			    now.ballots == before.ballots + BATCH);
		assert_true(now.ballots == 0 ||
			    evening->cast - now.ballots >= BATCH);
		before = now;
	}
	assert_int_equal(restarts, 3);
	assert_true(before.ballots >= 4 * BATCH);
}

static void two_kiosks_at_one_file_add_to_each_other(void **state)
{
	struct evening *evening = *state;
	struct live_release first = {0}, second;
	struct snapshot before = {0};

	assert_ok(live_release_start(&first, evening->fixture.store));
	for (int i = 0; i < SLIPS; i++) {
		cast(evening);
		assert_ok(write(evening));
		assert_true(shown(evening).ballots >= before.ballots);
		before = shown(evening);
		second = evening->live;
		evening->live = first;
		first = second;
	}
	assert_true(before.ballots > SLIPS / 2);
	assert_true(SLIPS - before.ballots >= 2 * BATCH);
	live_release_end(&first);
}

static void a_busy_file_gets_the_same_batch_later_and_once(void **state)
{
	struct evening *evening = *state;
	sqlite3 *other = NULL;

	while (!release_batch(evening->live.release, &evening->fixture.random,
			      &evening->live.waiting))
		cast(evening);
	assert_int_equal(sqlite3_open(evening->fixture.path, &other),
			 SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL),
	    SQLITE_OK);
	assert_status(write(evening), STATUS_STORE_BUSY);
	assert_int_equal(shown(evening).ballots, 0);
	assert_int_equal(sqlite3_close(other), SQLITE_OK);
	assert_ok(write(evening));
	assert_int_equal(shown(evening).ballots, BATCH);
	assert_ok(write(evening));
	assert_int_equal(shown(evening).ballots, BATCH);
}

/* The disk fails at every step in turn: a batch is in the file once, or not at
 * all, and another program may have added its own meanwhile. */
static void a_disk_that_fails_never_shows_a_batch_twice(void **state)
{
	struct evening *evening = *state;
	struct snapshot mine = {0}, others;
	struct fault fault;
	int retried = 0, dropped = 0;

	while (!release_batch(evening->live.release, &evening->fixture.random,
			      &mine))
		cast(evening);
	others = mine;
	fault_install(&fault);
	for (int step = 1; step < 60; step++) {
		struct snapshot before = shown(evening);
		enum status status;
		int added;

		live_release_end(&evening->live);
		fixture_leave(&evening->fixture);
		fixture_enter(&evening->fixture);
		assert_ok(
		    live_release_start(&evening->live, evening->fixture.store));
		evening->live.waiting = mine;
		fault_arm(&fault, (enum fault_kind)(step % FAULT_KINDS), false,
			  1 + step / FAULT_KINDS);
		status = write(evening);
		(void)fault_disarm(&fault);
		assert_true(evening->live.waiting.ballots == 0 ||
			    status != STATUS_OK);
		retried += evening->live.waiting.ballots > 0;
		dropped += status == STATUS_UNCERTAIN;
		assert_ok(live_publish(evening->fixture.store, &others));
		assert_ok(write(evening));
		added = shown(evening).ballots - before.ballots;
		assert_true(added == 2 * BATCH || added == BATCH);
		assert_true(added == 2 * BATCH || status == STATUS_UNCERTAIN);
	}
	fault_remove(&fault);
	assert_true(retried > 3);
	assert_true(dropped > 0);
}

static void other_meetings_keep_no_vote_in_memory(void **state)
{
	static const enum live others[] = {LIVE_TURNOUT, LIVE_OFF};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct meeting *meeting = bolbro_new();
		struct live_release live = {0};
		struct ballot blank = {{0}};
		struct fixture fixture;

		assert_non_null(meeting);
		meeting->live = others[i];
		fixture_begin_with(&fixture, meeting, SLIPS);
		assert_ok(live_release_start(&live, fixture.store));
		assert_null(live.release);
		live_release_add(&live, &blank);
		assert_ok(live_release_write(&live, &fixture.random));
		live_release_end(&live);
		fixture_end(&fixture);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
	    TEST(forty_votes_are_shown_in_whole_batches),
	    TEST(after_closing_the_row_is_empty_and_stays_so),
	    TEST(publishing_changes_nothing_else_in_the_file),
	    TEST(a_kiosk_started_anew_goes_on_from_the_file),
	    TEST(two_kiosks_at_one_file_add_to_each_other),
	    TEST(a_busy_file_gets_the_same_batch_later_and_once),
	    TEST(a_disk_that_fails_never_shows_a_batch_twice),
	    cmocka_unit_test(other_meetings_keep_no_vote_in_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
