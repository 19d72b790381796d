/* A meeting's file: made, opened, and refused when anything in it is wrong. */
#include <sys/stat.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/definition.h"
#include "store/roll.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

static void assert_opens(const char *path, enum store_mode mode,
			 enum status meant)
{
	struct store *store = NULL;
	enum status status = store_open(path, mode, &store);

	if (status != meant)
		fail_msg("%s instead of %s", status_name(status),
			 status_name(meant));
	assert_true((store != NULL) == (meant == STATUS_OK));
	store_free(store);
}

static void a_new_file_holds_the_definition_in_phase_draft(void **state)
{
	struct fixture fixture;
	unsigned char hash[MEETING_HASH_BYTES];
	char images[200], *json;
	struct stat found;
	enum phase phase;

	(void)state;
	fixture_begin(&fixture, 0, false);
	assert_ok(store_phase(fixture.store, &phase));
	assert_int_equal(phase, PHASE_DRAFT);
	assert_ok(definition_write(fixture.meeting, &json));
	assert_string_equal(store_definition(fixture.store), json);
	definition_hash(json, hash);
	assert_memory_equal(store_definition_hash(fixture.store), hash, 32);
	assert_int_equal(store_meeting(fixture.store)->proposal_count, 10);
	snprintf(images, sizeof(images), "%s.images", fixture.path);
	assert_string_equal(store_images(fixture.store), images);
	assert_int_equal(stat(fixture.path, &found), 0);
	assert_int_equal(found.st_mode & 0777, 0600);
	assert_int_equal(
	    fixture_number(fixture.path,
			   "SELECT count(*) FROM audit WHERE act = 'made'"),
	    1);
	free(json);
	fixture_end(&fixture);
}

static void the_file_says_what_it_is_in_its_header(void **state)
{
	struct fixture fixture;
	unsigned char *bytes;
	size_t size;

	(void)state;
	fixture_begin(&fixture, 0, false);
	bytes = file_read(fixture.path, &size);
	assert_memory_equal(bytes + 68, "STBX", 4);
	assert_memory_equal(bytes + 60, "\0\0\0\5", 4);
	assert_memory_equal(bytes + 18, "\1\1", 2);
	free(bytes);
	fixture_end(&fixture);
}

static void plain_sql_finds_every_pot_and_proposal_with_its_place(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 0, false);
	assert_int_equal(
	    fixture_number(fixture.path,
			   "SELECT count(*) FROM pot WHERE (position, key, "
			   "title, amount_minor) IN (VALUES "
			   "(0, 'main', 'Store forslag', 10000000), "
			   "(1, 'quick', 'Hurtigpulje', 10000000))"),
	    2);
	assert_int_equal(
	    fixture_number(fixture.path,
			   "SELECT position FROM proposal WHERE number = 7 "
			   "AND pot = 1 AND cost_minor = 1500000"),
	    6);
	assert_int_equal(
	    fixture_number(fixture.path,
			   "SELECT count(*) FROM tally WHERE votes = 0"),
	    10);
	fixture_end(&fixture);
}

static void a_file_that_is_there_is_not_overwritten(void **state)
{
	struct fixture fixture;
	size_t size;
	unsigned char *before;

	(void)state;
	fixture_begin(&fixture, 3, false);
	before = file_read(fixture.path, &size);
	assert_status(store_create(fixture.path, fixture.meeting, FIXTURE_AT),
		      STATUS_FILE_EXISTS);
	file_same(fixture.path, before, size);
	fixture_end(&fixture);
}

static void a_file_that_cannot_be_made_leaves_nothing(void **state)
{
	struct fixture fixture;
	char path[200];

	(void)state;
	fixture_begin(&fixture, 0, false);
	snprintf(path, sizeof(path), "%s/none/new.meeting", fixture.folder);
	assert_status(store_create(path, fixture.meeting, FIXTURE_AT),
		      STATUS_FILE_WRITE);
	snprintf(path, sizeof(path), "%s/new.meeting", fixture.folder);
	fixture.meeting->proposals[0].number = 1000;
	assert_status(store_create(path, fixture.meeting, FIXTURE_AT),
		      STATUS_INPUT);
	assert_false(file_exists(path));
	fixture_end(&fixture);
}

/* The name is a name, whatever SQLite could make of it. */
static void a_name_like_an_address_is_a_plain_name(void **state)
{
	struct fixture fixture;
	char here[512];
	struct store *store;

	(void)state;
	fixture_begin(&fixture, 0, false);
	assert_non_null(getcwd(here, sizeof(here)));
	assert_int_equal(chdir(fixture.folder), 0);
	assert_ok(
	    store_create("file:a?mode=memory", fixture.meeting, FIXTURE_AT));
	assert_true(file_exists("file:a?mode=memory"));
	assert_ok(store_open("file:a?mode=memory", STORE_WRITE, &store));
	store_free(store);
	assert_int_equal(chdir(here), 0);
	fixture_end(&fixture);
}

static void what_is_no_meeting_is_told_so(void **state)
{
	struct fixture fixture;
	char path[200], many[5000];

	(void)state;
	memset(many, 'x', sizeof(many));
	fixture_begin(&fixture, 0, false);
	snprintf(path, sizeof(path), "%s/other", fixture.folder);
	for (int mode = STORE_READ; mode <= STORE_WRITE; mode++) {
		assert_opens(path, (enum store_mode)mode, STATUS_FILE_MISSING);
		assert_opens(fixture.folder, (enum store_mode)mode,
			     STATUS_NOT_MEETING);
		file_write(path, "", 0);
		assert_opens(path, (enum store_mode)mode, STATUS_NOT_MEETING);
		file_write(path, "SQLite format 3", 16);
		assert_opens(path, (enum store_mode)mode, STATUS_NOT_MEETING);
		file_write(path, many, sizeof(many));
		assert_opens(path, (enum store_mode)mode, STATUS_NOT_MEETING);
		unlink(path);
	}
	file_write(path, "", 0);
	fixture_sql(path, "CREATE TABLE box (slot, used, ballot)");
	assert_opens(path, STORE_READ, STATUS_NOT_MEETING);
	assert_opens(path, STORE_WRITE, STATUS_NOT_MEETING);
	fixture_end(&fixture);
}

/* Every way of tampering and the status that names it. */
static const struct {
	const char *sql;
	enum status writer, reader;
} tampered[] = {
    {"PRAGMA application_id = 7", STATUS_NOT_MEETING, STATUS_NOT_MEETING},
    {"PRAGMA user_version = 6", STATUS_NEWER_VERSION, STATUS_NEWER_VERSION},
    {"PRAGMA user_version = 4", STATUS_OLDER_VERSION, STATUS_OLDER_VERSION},
    {"PRAGMA user_version = 0", STATUS_DAMAGED, STATUS_DAMAGED},
    {"PRAGMA user_version = -1", STATUS_NEWER_VERSION, STATUS_NEWER_VERSION},
    {"PRAGMA journal_mode = WAL", STATUS_DAMAGED, STATUS_DAMAGED},
    {"UPDATE meeting SET definition = replace(definition, 'Bolbro', 'Dalum')",
     STATUS_DAMAGED, STATUS_DAMAGED},
    {"UPDATE meeting SET definition = ''", STATUS_DAMAGED, STATUS_DAMAGED},
    {"UPDATE meeting SET definition_hash = zeroblob(32)", STATUS_DAMAGED,
     STATUS_DAMAGED},
    {"DELETE FROM meeting", STATUS_DAMAGED, STATUS_DAMAGED},
    {"UPDATE meeting SET phase = 'draft    '", STATUS_DAMAGED, STATUS_DAMAGED},
    {"UPDATE meeting SET phase = 'paused   '", STATUS_DAMAGED, STATUS_DAMAGED},
    {"UPDATE meeting SET phase = 'festival '", STATUS_DAMAGED, STATUS_DAMAGED},
    {"UPDATE pot SET title = 'x' WHERE position = 1", STATUS_DAMAGED,
     STATUS_DAMAGED},
    {"UPDATE pot SET amount_minor = 10000001 WHERE position = 1",
     STATUS_DAMAGED, STATUS_DAMAGED},
    {"DELETE FROM proposal WHERE number = 10", STATUS_DAMAGED, STATUS_DAMAGED},
    {"UPDATE proposal SET position = 10 WHERE position = 9", STATUS_DAMAGED,
     STATUS_DAMAGED},
    {"UPDATE proposal SET cost_minor = 1 WHERE number = 3", STATUS_DAMAGED,
     STATUS_DAMAGED},
    {"INSERT INTO proposal VALUES (10, 1, 11, 'x', 1)", STATUS_DAMAGED,
     STATUS_DAMAGED},
    {"CREATE TABLE log (hash, ballot)", STATUS_DAMAGED, STATUS_DAMAGED},
    {"CREATE TRIGGER t AFTER UPDATE ON roll BEGIN SELECT 1; END",
     STATUS_DAMAGED, STATUS_DAMAGED},
    {"DROP VIEW tally; CREATE VIEW tally AS SELECT 1", STATUS_DAMAGED,
     STATUS_DAMAGED},
    {"CREATE INDEX i ON box (used)", STATUS_DAMAGED, STATUS_DAMAGED},
    {"ALTER TABLE box ADD COLUMN at TEXT", STATUS_DAMAGED, STATUS_DAMAGED},
    /* While voting is open a reader leaves the box alone. */
    {"DROP TABLE box", STATUS_DAMAGED, STATUS_OK},
    {"DROP VIEW tally", STATUS_DAMAGED, STATUS_OK},
    {"DELETE FROM box WHERE used = 2", STATUS_DAMAGED, STATUS_OK},
    {"UPDATE box SET used = 3 WHERE used = 2", STATUS_DAMAGED, STATUS_OK},
    {"UPDATE roll SET state = 4 WHERE serial = 5", STATUS_DAMAGED, STATUS_OK},
    {"INSERT INTO roll VALUES (zeroblob(32), 6, '', 2, 0);"
     "INSERT INTO box SELECT zeroblob(16), 2, ballot FROM box LIMIT 1",
     STATUS_DAMAGED, STATUS_OK},
};

static void what_was_tampered_with_while_open_is_named(void **state)
{
	size_t size;
	unsigned char *bytes;
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 5, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 1));
	fixture_leave(&fixture);
	bytes = file_read(fixture.path, &size);
	assert_opens(fixture.path, STORE_READ, STATUS_OK);
	for (size_t i = 0; i < sizeof(tampered) / sizeof(tampered[0]); i++) {
		file_write(fixture.path, bytes, size);
		print_message("# %s\n", tampered[i].sql);
		fixture_sql(fixture.path, tampered[i].sql);
		assert_opens(fixture.path, STORE_WRITE, tampered[i].writer);
		assert_opens(fixture.path, STORE_READ, tampered[i].reader);
	}
	free(bytes);
	fixture_end(&fixture);
}

static void a_box_that_was_changed_after_closing_is_damage(void **state)
{
	static const char *const cases[] = {
	    "UPDATE box SET ballot = '010' || substr(ballot, 4)",
	    "UPDATE box SET ballot = '001' || substr(ballot, 4)",
	    "UPDATE box SET slot = zeroblob(16) WHERE used = 3",
	    "UPDATE box SET used = 5 - used",
	    "DROP TABLE box",
	};
	size_t size;
	unsigned char *bytes;
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 2));
	fixture_advance(&fixture, PHASE_CLOSED);
	fixture_leave(&fixture);
	bytes = file_read(fixture.path, &size);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		file_write(fixture.path, bytes, size);
		fixture_sql(fixture.path, cases[i]);
		assert_opens(fixture.path, STORE_READ, STATUS_DAMAGED);
		assert_opens(fixture.path, STORE_WRITE, STATUS_DAMAGED);
	}
	free(bytes);
	fixture_end(&fixture);
}

static void the_hall_works_with_the_box_absent_while_open(void **state)
{
	struct fixture fixture;
	struct store *hall;
	struct roll_count roll;
	enum phase phase;

	(void)state;
	fixture_begin_in(&fixture, 5, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 1));
	fixture_sql(fixture.path, "DROP TABLE box");
	assert_ok(store_open(fixture.path, STORE_READ, &hall));
	assert_ok(store_phase(hall, &phase));
	assert_int_equal(phase, PHASE_OPEN);
	assert_ok(roll_count(hall, &roll));
	assert_int_equal(roll.used, 1);
	store_free(hall);
	fixture_end(&fixture);
}

static void a_reader_cannot_write(void **state)
{
	struct fixture fixture;
	struct store *hall;
	struct ballot ballot;
	struct slip slip;
	int first;

	(void)state;
	fixture_begin_in(&fixture, 5, PHASE_OPEN);
	ballot = fixture_ballot(fixture.meeting, 1);
	assert_ok(store_open(fixture.path, STORE_READ, &hall));
	assert_status(
	    box_cast(hall, fixture.hashes[0], &ballot, &fixture.random),
	    STATUS_STORE);
	assert_status(roll_void(hall, fixture.hashes[0], FIXTURE_AT),
		      STATUS_STORE);
	assert_status(audit_act(hall, ACT_PAUSED, "", FIXTURE_AT),
		      STATUS_STORE);
	assert_status(
	    roll_add(hall, 1, "", &fixture.random, FIXTURE_AT, &slip, &first),
	    STATUS_STORE);
	store_free(hall);
	fixture_end(&fixture);
}

static void a_reader_sees_that_the_writer_changed_the_file(void **state)
{
	struct fixture fixture;
	struct store *hall;
	uint32_t before, after;
	enum phase phase;

	(void)state;
	fixture_begin(&fixture, 5, false);
	assert_ok(store_open(fixture.path, STORE_READ, &hall));
	assert_ok(store_version(hall, &before));
	assert_ok(store_version(hall, &after));
	assert_int_equal(before, after);
	fixture_advance(&fixture, PHASE_OPEN);
	assert_ok(store_version(hall, &after));
	assert_int_not_equal(before, after);
	assert_ok(store_phase(hall, &phase));
	assert_int_equal(phase, PHASE_OPEN);
	before = after;
	assert_ok(fixture_cast(&fixture, 0, 1));
	assert_ok(store_version(hall, &after));
	assert_int_not_equal(before, after);
	store_free(hall);
	fixture_end(&fixture);
}

/* Everything a program may do with a file that opened. */
static void use(struct store *store)
{
	struct roll_count roll;
	struct decision *decisions;
	struct tally tally;
	int count, slots;

	(void)roll_count(store, &roll);
	(void)box_filled(store, &count, &slots);
	(void)box_tally(store, &tally);
	if (decision_all(store, &decisions, &count) == STATUS_OK)
		decision_free(decisions, count);
}

/* Returns whether FLIPPED opened in MODE, which must end in one of the clear
 * ways. */
static bool try_flipped(const char *path, enum store_mode mode)
{
	struct store *store = NULL;
	enum status status = store_open(path, mode, &store);

	if (status == STATUS_OK)
		use(store);
	else if (status != STATUS_DAMAGED && status != STATUS_NOT_MEETING &&
		 status != STATUS_NEWER_VERSION &&
		 status != STATUS_OLDER_VERSION)
		fail_msg("%s", status_name(status));
	store_free(store);
	return status == STATUS_OK;
}

static void flipped_bytes_end_in_a_clear_status(void **state)
{
	size_t size;
	unsigned char *bytes;
	struct fixture fixture;
	int opened = 0;

	(void)state;
	fixture_begin_in(&fixture, 20, PHASE_OPEN);
	for (int i = 0; i < 10; i++)
		assert_ok(fixture_cast(&fixture, i, (unsigned)i * 37));
	fixture_advance(&fixture, PHASE_CLOSED);
	fixture_leave(&fixture);
	bytes = file_read(fixture.path, &size);
	for (int i = 0; i < 600; i++) {
		uint32_t at =
		    fixture.random.below(&fixture.seed, (uint32_t)size);
		unsigned char was = bytes[at];

		/* Every other one where the file says how to read it. */
		if (i % 2)
			at %= 4096 * (uint32_t)(1 + i % 4), was = bytes[at];
		bytes[at] ^= (unsigned char)(1u << fixture.random.below(
						 &fixture.seed, 8));
		file_write(fixture.path, bytes, size);
		opened += try_flipped(fixture.path, STORE_READ);
		file_write(fixture.path, bytes, size);
		opened += try_flipped(fixture.path, STORE_WRITE);
		bytes[at] = was;
	}
	/* Some bytes mean nothing: free room, counters. The first of the pages
	 * that are flipped most is nearly all free room. */
	print_message("# %d of 1200 flips changed nothing that counts\n",
		      opened);
	assert_true(opened < 1150);
	free(bytes);
	fixture_end(&fixture);
}

/* Every single byte of the definition, the ballots and the audit chain. */
static void no_flip_in_what_counts_is_overlooked(void **state)
{
	static const char ballot[] = "001000000001000000000000000000";
	size_t size, at;
	unsigned char *bytes, *found;
	const char *parts[] = {ballot, "\"choose_max\"", "1-4 adult",
			       FIXTURE_AT "made", "closed   "};
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 4, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 9));
	fixture_advance(&fixture, PHASE_CLOSED);
	fixture_leave(&fixture);
	bytes = file_read(fixture.path, &size);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		size_t length = strlen(parts[i]);

		found = memmem(bytes, size, parts[i], length);
		assert_non_null(found);
		for (at = 0; at < length; at++) {
			found[at] ^= 1;
			file_write(fixture.path, bytes, size);
			assert_opens(fixture.path, STORE_READ, STATUS_DAMAGED);
			found[at] ^= 1;
		}
	}
	free(bytes);
	fixture_end(&fixture);
}

static void a_file_cut_short_is_damage(void **state)
{
	size_t size;
	unsigned char *bytes;
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 20, false);
	fixture_leave(&fixture);
	bytes = file_read(fixture.path, &size);
	for (size_t cut = 100; cut < size; cut += 777) {
		file_write(fixture.path, bytes, cut);
		assert_opens(fixture.path, STORE_READ, STATUS_DAMAGED);
		assert_opens(fixture.path, STORE_WRITE, STATUS_DAMAGED);
	}
	/* One byte, though it was 0 and nothing is lost with it. */
	file_write(fixture.path, bytes, size - 1);
	assert_opens(fixture.path, STORE_READ, STATUS_DAMAGED);
	free(bytes);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_new_file_holds_the_definition_in_phase_draft),
	    cmocka_unit_test(the_file_says_what_it_is_in_its_header),
	    cmocka_unit_test(
		plain_sql_finds_every_pot_and_proposal_with_its_place),
	    cmocka_unit_test(a_file_that_is_there_is_not_overwritten),
	    cmocka_unit_test(a_file_that_cannot_be_made_leaves_nothing),
	    cmocka_unit_test(a_name_like_an_address_is_a_plain_name),
	    cmocka_unit_test(what_is_no_meeting_is_told_so),
	    cmocka_unit_test(what_was_tampered_with_while_open_is_named),
	    cmocka_unit_test(a_box_that_was_changed_after_closing_is_damage),
	    cmocka_unit_test(the_hall_works_with_the_box_absent_while_open),
	    cmocka_unit_test(a_reader_cannot_write),
	    cmocka_unit_test(a_reader_sees_that_the_writer_changed_the_file),
	    cmocka_unit_test(flipped_bytes_end_in_a_clear_status),
	    cmocka_unit_test(no_flip_in_what_counts_is_overlooked),
	    cmocka_unit_test(a_file_cut_short_is_damage),
	};

	return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
