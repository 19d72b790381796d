/* Power that is cut at every single write, sync and removal of an act, on a
 * disk that keeps what was synced and loses, tears or mixes the rest. */
#include <unistd.h>

#include "store/audit.h"
#include "store/live.h"
#include "store/roll.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/power.h"
#include "tests/lib/store_fixture.h"

enum {
	SLIPS = 12,
	CASTS = 4, /* in the short form; as many as STEMMEBOKS_TORTURE says
		      in the long one */
};

/* An act on a file, and SQL that is 1 when it stands there afterwards. */
struct power_case {
	const char *name;
	enum phase phase;
	enum status (*act)(struct fixture *fixture);
	const char *done;
};

static enum status add_slips(struct fixture *fixture)
{
	struct slip slips[20];
	int first;

	return roll_add(fixture->store, 20, "child", &fixture->random,
			FIXTURE_AT, slips, &first);
}

static enum status discard(struct fixture *fixture)
{
	return roll_void(fixture->store, fixture->hashes[2], FIXTURE_AT);
}

static enum status open_vote(struct fixture *fixture)
{
	return audit_act(fixture->store, ACT_OPENED, "", FIXTURE_AT);
}

static enum status pause_vote(struct fixture *fixture)
{
	return audit_act(fixture->store, ACT_PAUSED, "", FIXTURE_AT);
}

static enum status close_vote(struct fixture *fixture)
{
	return audit_act(fixture->store, ACT_CLOSED, "", FIXTURE_AT);
}

static enum status publish(struct fixture *fixture)
{
	return audit_act(fixture->store, ACT_PUBLISHED, "", FIXTURE_AT);
}

static enum status show_votes(struct fixture *fixture)
{
	static const struct snapshot batch = {.ballots = 5, .support = {5}};

	return live_publish(fixture->store, &batch);
}

static const struct power_case cases[] = {
    {"slips", PHASE_PAUSED, add_slips, "SELECT count(*) = 32 FROM box"},
    {"void", PHASE_OPEN, discard,
     "SELECT state = 5 FROM roll WHERE serial = 3"},
    {"open", PHASE_READY, open_vote, "SELECT phase = 'open     ' FROM meeting"},
    {"pause", PHASE_OPEN, pause_vote,
     "SELECT phase = 'paused   ' FROM meeting"},
    {"close", PHASE_OPEN, close_vote,
     "SELECT phase = 'closed   ' FROM meeting"},
    {"publish", PHASE_COUNTED, publish,
     "SELECT phase = 'published' FROM meeting"},
    {"live", PHASE_OPEN, show_votes, "SELECT ballots = '000000005' FROM live"},
};

struct power_try {
	int cuts, done, undone;
};

/* The machine comes back: opening checks the whole file, after rolling back
 * what was begun. */
static void come_back(struct fixture *fixture)
{
	fixture_enter(fixture);
	fixture_sound(fixture);
	fixture_leave(fixture);
}

/* Runs ACT with the power cut after OPERATIONS; false when it was over before.
 */
static bool cut_once(struct fixture *fixture, const struct power_case *act,
		     int operations, enum power_loss loss,
		     struct power_try *try)
{
	enum status status;
	bool out, done;

	fixture_enter(fixture);
	power_watch(fixture->path);
	power_cut_after(operations);
	status = act->act(fixture);
	out = power_is_out();
	/* Who is told that it is done is told the truth. */
	fixture_leave(fixture);
	power_back(loss, fixture->random.below(&fixture->seed, 1u << 30));
	come_back(fixture);
	done = fixture_number(fixture->path, act->done);
	if (status == STATUS_OK)
		assert_true(done);
	else if (status != STATUS_UNCERTAIN)
		assert_false(done);
	try->cuts++;
	try->done += done;
	try->undone += !done;
	return out;
}

static struct power_try cut_everywhere(struct fixture *fixture,
				       const struct power_case *act)
{
	struct power_try try = {0};
	size_t size;
	unsigned char *bytes;

	fixture_leave(fixture);
	bytes = file_read(fixture->path, &size);
	/* The last of each, without a cut, leaves the act done. */
	for (int loss = 0; loss < POWER_LOSSES; loss++) {
		int i = 0;

		do {
			file_write(fixture->path, bytes, size);
		} while (cut_once(fixture, act, i++, loss, &try));
	}
	free(bytes);
	fixture_enter(fixture);
	return try;
}

static void an_act_cut_anywhere_is_done_or_not_and_told_truly(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fixture fixture;
		struct power_try try;

		fixture_begin_batches(&fixture, SLIPS, false);
		fixture_advance(&fixture, cases[i].phase);
		try = cut_everywhere(&fixture, &cases[i]);
		print_message("%s: %d cuts, %d done, %d not\n", cases[i].name,
			      try.cuts, try.done, try.undone);
		/* Before the commit and after it, in each kind of loss. */
		assert_true(try.done >= POWER_LOSSES);
		assert_true(try.undone >= POWER_LOSSES);
		fixture_end(&fixture);
	}
}

static enum status cast_next(struct fixture *fixture)
{
	struct roll_count roll;

	assert_ok(roll_count(fixture->store, &roll));
	return fixture_cast(fixture, roll.used, (unsigned)roll.used + 1);
}

/* How many casts the long form tries, or the short one. */
static int casts_wanted(void)
{
	const char *wanted = getenv("STEMMEBOKS_TORTURE");

	return wanted ? atoi(wanted) : CASTS;
}

/* Every ballot in the box is one that somebody cast, and none is there twice.
 */
static enum status see(void *context, const unsigned char slot[BOX_SLOT_BYTES],
		       const struct ballot *ballot)
{
	struct fixture *fixture = context;
	int found = 0;

	(void)slot;
	for (int i = 0; i < fixture->slip_count; i++) {
		struct ballot cast =
		    fixture_ballot(fixture->meeting, (unsigned)i + 1);

		found += memcmp(&cast, ballot, sizeof(cast)) == 0;
	}
	assert_int_equal(found, 1);
	return STATUS_OK;
}

static void a_cast_cut_anywhere_is_whole_or_not_there(void **state)
{
	struct power_case cast = {"cast", PHASE_OPEN, cast_next, NULL};
	int casts = casts_wanted();
	struct power_try sum = {0};
	struct fixture fixture;

	(void)state;
	fixture_begin_batches(
	    &fixture, casts < FIXTURE_SLIPS ? casts + 2 : FIXTURE_SLIPS, false);
	fixture_advance(&fixture, PHASE_OPEN);
	for (int i = 0; i < casts; i++) {
		struct power_try try;
		char done[100];

		/* Bolbro's pots tell 64 slips' ballots apart; then again. */
		if (i % (FIXTURE_SLIPS - 2) == 0 && i > 0) {
			fixture_end(&fixture);
			fixture_begin_batches(&fixture, FIXTURE_SLIPS, false);
			fixture_advance(&fixture, PHASE_OPEN);
		}
		snprintf(done, sizeof(done),
			 "SELECT count(*) = %d FROM box WHERE used = 3",
			 i % (FIXTURE_SLIPS - 2) + 1);
		cast.done = done;
		try = cut_everywhere(&fixture, &cast);
		assert_true(try.done >= POWER_LOSSES);
		assert_true(try.undone >= 10 * POWER_LOSSES);
		sum.cuts += try.cuts;
		sum.done += try.done;
	}
	print_message("%d casts: %d cuts, %d stored\n", casts, sum.cuts,
		      sum.done);
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_ok(box_each(fixture.store, see, &fixture));
	fixture_end(&fixture);
}

/* The model itself: what is not synced can be lost, or the tests above prove
 * nothing. */
static void a_write_without_a_sync_can_be_lost(void **state)
{
	static const unsigned char old[2000] = {1}, new[2000] = {2};
	struct fixture fixture;
	size_t size;
	unsigned char *bytes;

	(void)state;
	fixture_begin(&fixture, 1, false);
	fixture_leave(&fixture);
	file_write(fixture.path, old, sizeof(old));
	for (int sync = 0; sync < 2; sync++) {
		FILE *file;

		power_watch(fixture.path);
		file = fopen(fixture.path, "r+");
		assert_int_equal(pwrite(fileno(file), new, sizeof(new), 0),
				 sizeof(new));
		if (sync)
			assert_int_equal(fsync(fileno(file)), 0);
		fclose(file);
		power_back(LOSS_ALL, 1);
		bytes = file_read(fixture.path, &size);
		assert_int_equal(bytes[0], sync ? 2 : 1);
		free(bytes);
	}
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_write_without_a_sync_can_be_lost),
	    cmocka_unit_test(an_act_cut_anywhere_is_done_or_not_and_told_truly),
	    cmocka_unit_test(a_cast_cut_anywhere_is_whole_or_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
