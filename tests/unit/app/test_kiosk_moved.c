/* A meeting carried to a spare kiosk: its machine died in the middle of a vote,
 * and its file, with what lies beside it, is moved to another folder. */
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/box.h"
#include "store/roll.h"
#include "tests/lib/app_program.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { START_MS = 400, END_MS = 3000, ROUNDS = 4, SLIPS = 60 };

#define KIOSK "stemmeboks-kiosk"

typedef const char *words[PROGRAM_WORDS];

/* A process that casts a vote after the other and tells each to TOLD once the
 * resident would be thanked. */
static pid_t voters(struct fixture *fixture, int told)
{
	pid_t child = fork();

	if (child != 0)
		return child;
	if (store_open(fixture->path, STORE_WRITE, &fixture->store) !=
	    STATUS_OK)
		_exit(1);
	for (int i = 0; i < SLIPS; i++) {
		if (fixture_cast(fixture, i, 3) != STATUS_OK)
			_exit(2);
		if (write(told, "x", 1) != 1)
			_exit(3);
	}
	pause();
	_exit(0);
}

/* Kills CHILD once COUNT residents were thanked, and some microseconds later;
 * returns how many were. */
static int kill_after(pid_t child, int told, int count, useconds_t later)
{
	char byte;
	int thanked = 0, status;

	while (thanked < count && read(told, &byte, 1) == 1)
		thanked++;
	usleep(later);
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	while (read(told, &byte, 1) == 1)
		thanked++;
	return thanked;
}

/* What organisers do: all that has the file's name goes into a new folder. */
static void carry(const struct fixture *fixture, char to[4 * FIXTURE_PATH])
{
	static const char *const endings[] = {"", "-journal", ".images"};
	char from[4 * FIXTURE_PATH], place[4 * FIXTURE_PATH];

	snprintf(to, 4 * FIXTURE_PATH, "%s/spare", fixture->folder);
	assert_int_equal(mkdir(to, 0700), 0);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		snprintf(from, sizeof(from), "%s%s", fixture->path, endings[i]);
		snprintf(place, sizeof(place), "%s/spare/m%s", fixture->folder,
			 endings[i]);
		if (i != 1)
			assert_int_equal(rename(from, place), 0);
		else
			(void)rename(from, place);
	}
	snprintf(to, 4 * FIXTURE_PATH, "%s/spare/m", fixture->folder);
}

/* The meeting's name with ENDING. */
static const char *folder_of(const struct fixture *fixture, const char *ending,
			     char ret_path[4 * FIXTURE_PATH])
{
	snprintf(ret_path, 4 * FIXTURE_PATH, "%s%s", fixture->path, ending);
	return ret_path;
}

/* Takes away what carry() made; fails the test when there is more. */
static void leave_spare(const struct fixture *fixture)
{
	char path[4 * FIXTURE_PATH];

	snprintf(path, sizeof(path), "%s/spare/m", fixture->folder);
	assert_int_equal(unlink(path), 0);
	snprintf(path, sizeof(path), "%s/spare/m.images", fixture->folder);
	assert_int_equal(rmdir(path), 0);
	snprintf(path, sizeof(path), "%s/spare", fixture->folder);
	assert_int_equal(rmdir(path), 0);
}

static void check_round(int round)
{
	char path[4 * FIXTURE_PATH];
	int told[2], thanked, filled, slots;
	struct fixture fixture;
	struct roll_count roll;
	struct store *store = NULL;
	pid_t kiosk, child;

	fixture_begin_in(&fixture, SLIPS, PHASE_OPEN);
	fixture_leave(&fixture);
	assert_int_equal(mkdir(folder_of(&fixture, ".images", path), 0700), 0);
	kiosk = program_start(KIOSK, (words){fixture.path, "--window=640x480"},
			      NULL);
	assert_int_equal(program_wait(kiosk, START_MS), -1);
	assert_int_equal(pipe(told), 0);
	child = voters(&fixture, told[1]);
	close(told[1]);
	thanked = kill_after(child, told[0], 7 + round, 300u * round);
	close(told[0]);
	assert_int_equal(kill(kiosk, SIGKILL), 0);
	assert_int_equal(program_wait(kiosk, END_MS), 128);
	carry(&fixture, path);
	kiosk = program_start(KIOSK, (words){path, "--window=640x480"}, NULL);
	assert_int_equal(program_wait(kiosk, START_MS), -1);
	assert_int_equal(kill(kiosk, SIGTERM), 0);
	assert_int_equal(program_wait(kiosk, END_MS), 0);
	assert_ok(store_open(path, STORE_WRITE, &store));
	assert_ok(box_filled(store, &filled, &slots));
	assert_ok(roll_count(store, &roll));
	/* One may be stored whose thanks did not come any more. */
	assert_in_range(filled, thanked, thanked + 1);
	assert_int_equal(roll.used, filled);
	for (int i = 0; i < thanked; i++)
		assert_status(roll_look_up(store, fixture.hashes[i]),
			      STATUS_SLIP_USED);
	store_free(store);
	leave_spare(&fixture);
	fixture_end(&fixture);
}

static void whoever_was_thanked_has_voted_at_the_spare_kiosk(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++)
		check_round(round);
}

/* A process that dies when half of what it writes is in the file, and what was
 * there before in the journal. */
static void die_in_a_write(const char *path)
{
	static const char half[] = "PRAGMA cache_size = 1; BEGIN;"
				   "UPDATE roll SET state = 4;"
				   "UPDATE audit SET detail = detail || ' ';"
				   "UPDATE pot SET title = title || ' ';"
				   "SELECT count(*) FROM box;";
	pid_t child = fork();
	sqlite3 *db;
	int status;

	if (child == 0) {
		if (sqlite3_open(path, &db) != SQLITE_OK ||
		    sqlite3_exec(db, half, NULL, NULL, NULL) != SQLITE_OK ||
		    sqlite3_db_cacheflush(db) != SQLITE_OK)
			_exit(1);
		(void)raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
}

static void the_journal_must_be_carried_along(void **state)
{
	char path[4 * FIXTURE_PATH], alone[3 * FIXTURE_PATH];
	struct fixture fixture;
	struct store *store = NULL;
	unsigned char *bytes;
	int filled, slots;
	size_t size;

	(void)state;
	fixture_begin_in(&fixture, SLIPS, PHASE_OPEN);
	for (int i = 0; i < 9; i++)
		assert_ok(fixture_cast(&fixture, i, 3));
	fixture_leave(&fixture);
	assert_int_equal(mkdir(folder_of(&fixture, ".images", path), 0700), 0);
	die_in_a_write(fixture.path);
	snprintf(alone, sizeof(alone), "%s/alone", fixture.folder);
	bytes = file_read(fixture.path, &size);
	file_write(alone, bytes, size);
	free(bytes);
	assert_status(store_open(alone, STORE_WRITE, &store), STATUS_DAMAGED);
	carry(&fixture, path);
	assert_ok(store_open(path, STORE_WRITE, &store));
	assert_ok(box_filled(store, &filled, &slots));
	assert_int_equal(filled, 9);
	store_free(store);
	leave_spare(&fixture);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_journal_must_be_carried_along),
	    cmocka_unit_test(whoever_was_thanked_has_voted_at_the_spare_kiosk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
