/* Copies of a meeting's file, and files made from them. */
#include <fcntl.h>
#include <signal.h>
#include <sodium/core.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/backup.h"
#include "store/entropy.h"
#include "store/pin.h"
#include "store/practice.h"
#include "store/roll.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { SLIPS = 32, NAME = 3 * FIXTURE_PATH };

struct copies {
	struct fixture fixture;
	char path[NAME], other[NAME];
	struct backup held;
};

static void begin(struct copies *copies, enum phase phase)
{
	fixture_begin_in(&copies->fixture, SLIPS, phase);
	snprintf(copies->path, NAME, "%s/copy", copies->fixture.folder);
	snprintf(copies->other, NAME, "%s/other", copies->fixture.folder);
}

static void vote(struct copies *copies, int first, int count)
{
	for (int i = first; i < first + count; i++)
		assert_ok(fixture_cast(&copies->fixture, i, (unsigned)i));
}

static enum status copy(struct copies *copies)
{
	return backup_write(copies->fixture.store, copies->path, FIXTURE_AT,
			    &copies->held);
}

/* A practice file of the fixture's meeting, open. */
static struct store *practise(struct copies *copies)
{
	struct store *made = NULL;

	assert_ok(practice_write(copies->fixture.store, copies->path,
				 &copies->fixture.random, FIXTURE_AT));
	assert_ok(store_open(copies->path, STORE_WRITE, &made));
	return made;
}

static void a_copy_holds_what_the_file_holds(void **state)
{
	static const char last[] =
	    "SELECT hash FROM audit ORDER BY number DESC LIMIT 1";
	unsigned char ours[32], theirs[32];
	struct copies copies;
	struct stat found;

	(void)state;
	begin(&copies, PHASE_OPEN);
	vote(&copies, 0, 7);
	assert_ok(copy(&copies));
	assert_int_equal(copies.held.phase, PHASE_OPEN);
	assert_int_equal(copies.held.ballots, 7);
	assert_int_equal(copies.held.slips.used, 7);
	assert_int_equal(
	    fixture_number(copies.path,
			   "SELECT count(*) FROM box WHERE used = 3"),
	    7);
	fixture_blob(copies.fixture.path, last, ours, sizeof(ours));
	fixture_blob(copies.path, last, theirs, sizeof(theirs));
	assert_memory_equal(ours, theirs, sizeof(ours));
	assert_int_equal(fixture_number(copies.path,
					"SELECT count(*) FROM audit"
					" WHERE act = 'copied' AND detail = 7"),
			 1);
	assert_int_equal(stat(copies.path, &found), 0);
	assert_int_equal(found.st_mode & 0777, 0600);
	/* The meeting, the journal that its kiosk keeps, and the copy. */
	assert_int_equal(folder_files(copies.fixture.folder), 3);
	assert_status(copy(&copies), STATUS_FILE_EXISTS);
	fixture_end(&copies.fixture);
}

static void two_copies_are_no_vote_apart_or_at_least_five(void **state)
{
	struct copies copies;

	(void)state;
	begin(&copies, PHASE_OPEN);
	assert_ok(copy(&copies)); /* nobody has voted */
	for (int votes = 1; votes < BACKUP_LEAST; votes++) {
		vote(&copies, votes - 1, 1);
		unlink(copies.path);
		assert_status(copy(&copies), STATUS_FEW_BALLOTS);
		assert_false(file_exists(copies.path));
	}
	assert_int_equal(
	    fixture_number(copies.fixture.path,
			   "SELECT count(*) FROM audit WHERE act = 'copied'"),
	    1);
	vote(&copies, BACKUP_LEAST - 1, 1);
	assert_ok(copy(&copies));
	unlink(copies.path);
	assert_ok(copy(&copies)); /* the same votes again */
	unlink(copies.path);
	vote(&copies, BACKUP_LEAST, 1);
	assert_ok(audit_act(copies.fixture.store, ACT_PAUSED, "", FIXTURE_AT));
	assert_status(copy(&copies), STATUS_FEW_BALLOTS);
	assert_ok(audit_act(copies.fixture.store, ACT_CLOSED, "", FIXTURE_AT));
	assert_ok(copy(&copies)); /* all that will ever be in it */
	fixture_end(&copies.fixture);
}

static void larger_live_batches_keep_copies_further_apart(void **state)
{
	struct copies copies;
	struct meeting meeting;

	(void)state;
	begin(&copies, PHASE_OPEN);
	meeting = *store_meeting(copies.fixture.store);
	meeting.live = LIVE_BATCHES;
	meeting.live_batch = 12;
	assert_int_equal(backup_least(&meeting), 12);
	meeting.live = LIVE_OFF;
	assert_int_equal(backup_least(&meeting), 5);
	fixture_end(&copies.fixture);
}

/* Casts with all slips, as a kiosk of its own. */
static pid_t kiosk(struct copies *copies)
{
	pid_t child = fork();
	struct fixture *fixture = &copies->fixture;

	if (child != 0)
		return child;
	if (store_open(fixture->path, STORE_WRITE, &fixture->store) !=
	    STATUS_OK)
		_exit(1);
	for (int i = 0; i < SLIPS; i++) {
		if (fixture_cast(fixture, i, 1) != STATUS_OK)
			_exit(2);
		usleep(1000);
	}
	_exit(0);
}

static void no_vote_falls_between_a_copy_and_its_act(void **state)
{
	struct copies copies;
	int made = 0, status;
	pid_t child;

	(void)state;
	begin(&copies, PHASE_OPEN);
	fixture_leave(&copies.fixture);
	child = kiosk(&copies);
	fixture_enter(&copies.fixture);
	while (waitpid(child, &status, WNOHANG) == 0) {
		enum status found = copy(&copies);

		if (found == STATUS_OK) {
			made++;
			assert_int_equal(
			    fixture_number(copies.path,
					   "SELECT (SELECT count(*) FROM box"
					   " WHERE used = 3) = detail FROM"
					   " audit ORDER BY number DESC"),
			    1);
			unlink(copies.path);
		} else {
			assert_status(found, STATUS_FEW_BALLOTS);
		}
	}
	assert_int_equal(status, 0);
	assert_true(made > 0);
	fixture_end(&copies.fixture);
}

static void restore(struct copies *copies, enum status meant)
{
	struct store *from = NULL;

	assert_ok(store_open(copies->path, STORE_READ, &from));
	assert_status(backup_restore(from, copies->other, "The disk died",
				     FIXTURE_AT, &copies->held),
		      meant);
	store_free(from);
}

static void a_file_from_a_copy_is_paused_and_knows_only_its_votes(void **state)
{
	struct copies copies;
	struct store *made = NULL;
	enum phase phase;
	unsigned char *bytes;
	size_t size;

	(void)state;
	begin(&copies, PHASE_OPEN);
	vote(&copies, 0, 5);
	assert_ok(copy(&copies));
	vote(&copies, 5, 2);
	bytes = file_read(copies.path, &size);
	restore(&copies, STATUS_OK);
	file_same(copies.path, bytes, size);
	assert_int_equal(copies.held.phase, PHASE_OPEN);
	assert_int_equal(copies.held.ballots, 5);
	assert_ok(store_open(copies.other, STORE_WRITE, &made));
	assert_ok(store_phase(made, &phase));
	assert_int_equal(phase, PHASE_PAUSED);
	assert_status(roll_look_up(made, copies.fixture.hashes[4]),
		      STATUS_SLIP_USED);
	/* Lost in the new file; the slip can vote again. */
	assert_ok(roll_look_up(made, copies.fixture.hashes[5]));
	store_free(made);
	assert_int_equal(
	    fixture_number(copies.other,
			   "SELECT detail = '5 The disk died' FROM audit"
			   " WHERE act = 'restored'"),
	    1);
	bytes = file_read(copies.other, &size);
	restore(&copies, STATUS_FILE_EXISTS);
	file_same(copies.other, bytes, size);
	fixture_end(&copies.fixture);
}

static void a_reason_that_fills_the_protocol_is_refused(void **state)
{
	char reason[BACKUP_REASON + 1];
	struct copies copies;
	struct store *from = NULL;

	(void)state;
	begin(&copies, PHASE_READY);
	assert_ok(copy(&copies));
	memset(reason, 'x', BACKUP_REASON);
	reason[BACKUP_REASON] = '\0';
	assert_ok(store_open(copies.path, STORE_READ, &from));
	assert_status(backup_restore(from, copies.other, reason, FIXTURE_AT,
				     &copies.held),
		      STATUS_LIMIT);
	assert_false(file_exists(copies.other));
	assert_ok(backup_restore(from, copies.other, reason + 1, FIXTURE_AT,
				 &copies.held));
	store_free(from);
	fixture_end(&copies.fixture);
}

static void only_an_untouched_copy_of_the_meeting_is_replaced(void **state)
{
	struct copies copies;
	struct store *store, *stranger;

	(void)state;
	begin(&copies, PHASE_OPEN);
	store = copies.fixture.store;
	stranger = practise(&copies);
	assert_ok(
	    backup_write(stranger, copies.other, FIXTURE_AT, &copies.held));
	assert_true(backup_replaceable(stranger, copies.other));
	assert_false(backup_replaceable(store, copies.other));
	store_free(stranger);
	unlink(copies.path);
	unlink(copies.other);
	assert_ok(copy(&copies));
	assert_true(backup_replaceable(store, copies.path));
	/* The last act of the file itself is "copied", too. */
	assert_false(backup_replaceable(store, copies.fixture.path));
	assert_int_equal(link(copies.fixture.path, copies.other), 0);
	assert_false(backup_replaceable(store, copies.other));
	unlink(copies.other);
	assert_int_equal(symlink(copies.path, copies.other), 0);
	assert_false(backup_replaceable(store, copies.other));
	unlink(copies.other);
	restore(&copies, STATUS_OK);
	assert_false(backup_replaceable(store, copies.other));
	assert_false(backup_replaceable(store, "/nonexistent"));
	fixture_end(&copies.fixture);
}

static void the_copy_that_is_replaced_is_zeros(void **state)
{
	struct copies copies;
	unsigned char byte;
	struct stat found;
	int old;

	(void)state;
	begin(&copies, PHASE_OPEN);
	assert_ok(copy(&copies));
	assert_int_equal(rename(copies.path, copies.other), 0);
	assert_ok(copy(&copies));
	old = open(copies.other, O_RDONLY);
	assert_true(old >= 0);
	assert_ok(backup_replace(copies.path, copies.other));
	assert_false(file_exists(copies.path));
	assert_int_equal(fixture_number(copies.other,
					"SELECT count(*) FROM audit"
					" WHERE act = 'copied'"),
			 2);
	assert_int_equal(fstat(old, &found), 0);
	assert_true(found.st_size > 0);
	for (off_t at = 0; at < found.st_size; at++) {
		assert_int_equal(pread(old, &byte, 1, at), 1);
		assert_int_equal(byte, 0);
	}
	close(old);
	fixture_end(&copies.fixture);
}

static void slips_of_practice_and_meeting_are_strangers(void **state)
{
	unsigned char hash[SLIP_HASH_BYTES];
	struct copies copies;
	struct store *made;
	struct slip slip;
	int first;

	(void)state;
	begin(&copies, PHASE_OPEN);
	assert_ok(pin_set(copies.fixture.store, "246813"));
	made = practise(&copies);
	assert_ok(pin_check(made, "246813"));
	assert_true(store_meeting(made)->practice);
	assert_false(store_meeting(copies.fixture.store)->practice);
	assert_string_not_equal(store_meeting(made)->code,
				store_meeting(copies.fixture.store)->code);
	assert_ok(roll_add(made, 1, "", &copies.fixture.random, FIXTURE_AT,
			   &slip, &first));
	assert_status(slip_parse(slip.symbols, SLIP_SYMBOLS,
				 store_meeting(copies.fixture.store)->code,
				 &slip),
		      STATUS_SLIP_OTHER);
	slip_hash(store_meeting(copies.fixture.store), &slip, hash);
	assert_status(roll_look_up(copies.fixture.store, hash),
		      STATUS_SLIP_OTHER);
	slip_hash(store_meeting(made), &copies.fixture.slips[0], hash);
	assert_status(roll_look_up(made, hash), STATUS_SLIP_OTHER);
	store_free(made);
	fixture_end(&copies.fixture);
}

static void practice_goes_as_far_as_closed(void **state)
{
	static const enum act acts[] = {ACT_ADOPTED, ACT_OPENED, ACT_CLOSED};
	struct copies copies;
	struct store *made;
	struct slip slip;
	enum phase phase;
	int first;

	(void)state;
	begin(&copies, PHASE_DRAFT);
	made = practise(&copies);
	assert_ok(roll_add(made, 1, "", &copies.fixture.random, FIXTURE_AT,
			   &slip, &first));
	for (int i = 0; i < 3; i++)
		assert_ok(audit_act(made, acts[i], "", FIXTURE_AT));
	assert_status(audit_act(made, ACT_COUNTED, "", FIXTURE_AT),
		      STATUS_PRACTICE);
	assert_ok(store_phase(made, &phase));
	assert_int_equal(phase, PHASE_CLOSED);
	store_free(made);
	assert_ok(store_open(copies.path, STORE_READ, &made));
	store_free(made);
	fixture_end(&copies.fixture);
}

static void the_mark_of_practice_cannot_be_taken_out(void **state)
{
	struct copies copies;
	struct store *made;

	(void)state;
	begin(&copies, PHASE_DRAFT);
	made = practise(&copies);
	store_free(made);
	assert_int_equal(fixture_number(copies.path,
					"SELECT definition LIKE"
					" '%\"practice\":true%' FROM meeting"),
			 1);
	fixture_sql(copies.path,
		    "UPDATE meeting SET definition = replace(definition,"
		    " '\"practice\":true,', '')");
	made = NULL;
	assert_status(store_open(copies.path, STORE_READ, &made),
		      STATUS_DAMAGED);
	/* Nor may it say that it is none. */
	fixture_sql(copies.path,
		    "UPDATE meeting SET definition = replace(definition,"
		    " '\"pots\":', '\"practice\":false,\"pots\":')");
	assert_status(store_open(copies.path, STORE_READ, &made),
		      STATUS_DAMAGED);
	assert_null(made);
	fixture_end(&copies.fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_copy_holds_what_the_file_holds),
	    cmocka_unit_test(two_copies_are_no_vote_apart_or_at_least_five),
	    cmocka_unit_test(larger_live_batches_keep_copies_further_apart),
	    cmocka_unit_test(no_vote_falls_between_a_copy_and_its_act),
	    cmocka_unit_test(
		a_file_from_a_copy_is_paused_and_knows_only_its_votes),
	    cmocka_unit_test(a_reason_that_fills_the_protocol_is_refused),
	    cmocka_unit_test(only_an_untouched_copy_of_the_meeting_is_replaced),
	    cmocka_unit_test(the_copy_that_is_replaced_is_zeros),
	    cmocka_unit_test(slips_of_practice_and_meeting_are_strangers),
	    cmocka_unit_test(practice_goes_as_far_as_closed),
	    cmocka_unit_test(the_mark_of_practice_cannot_be_taken_out),
	};

	if (sodium_init() < 0)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
