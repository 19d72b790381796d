/* One kiosk at a meeting's file, as processes; all others come and go. */
#include "app/kiosk_lock.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/roll.h"
#include "tests/lib/app_program.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { SLIPS = 40, START_MS = 8000, END_MS = 8000, STEP_MS = 20 };

#define KIOSK "stemmeboks-kiosk"
#define WINDOW "--window=640x480", "--camera=off", "--serial=off"

typedef const char *words[PROGRAM_WORDS];

struct place {
	struct fixture fixture;
	char told[2][2 * FIXTURE_PATH];
};

static void place_names(struct place *place)
{
	for (int i = 0; i < 2; i++)
		snprintf(place->told[i], sizeof(place->told[i]), "%s/told-%d",
			 place->fixture.folder, i);
}

static void place_begin(struct place *place)
{
	fixture_begin_in(&place->fixture, SLIPS, PHASE_OPEN);
	fixture_leave(&place->fixture);
	place_names(place);
}

static bool was_told(const char *path, const char *text)
{
	size_t size;
	unsigned char *said = file_read(path, &size);
	int count = bytes_count(said, size, text, strlen(text));

	free(said);
	return count == 1;
}

/* A kiosk at PATH that lets residents vote. */
static pid_t start(const char *path, const char *told)
{
	pid_t child = program_start(KIOSK, (words){path, WINDOW}, told);

	for (int i = 0; i < START_MS / STEP_MS; i++) {
		assert_int_equal(program_wait(child, STEP_MS), -1);
		if (file_exists(told) && was_told(told, "started open"))
			return child;
	}
	fail_msg("the kiosk did not start");
	return -1;
}

static void is_refused(const char *path, const char *told)
{
	pid_t second = program_start(KIOSK, (words){path, WINDOW}, told);

	assert_int_equal(program_wait(second, END_MS), 1);
	assert_true(was_told(told, "Another kiosk is running with this meeting "
				   "file. End that one first"));
}

static void a_second_kiosk_is_refused_by_whatever_name(void **state)
{
	char other[2][2 * FIXTURE_PATH];
	struct place place;
	pid_t first;

	(void)state;
	place_begin(&place);
	for (int i = 0; i < 2; i++)
		snprintf(other[i], sizeof(other[i]), "%s/other-%d",
			 place.fixture.folder, i);
	assert_int_equal(symlink(place.fixture.path, other[0]), 0);
	assert_int_equal(link(place.fixture.path, other[1]), 0);
	first = start(place.fixture.path, place.told[0]);
	is_refused(place.fixture.path, place.told[1]);
	is_refused(other[0], place.told[1]);
	is_refused(other[1], place.told[1]);
	/* The first one never noticed. */
	assert_int_equal(program_wait(first, STEP_MS), -1);
	assert_int_equal(kill(first, SIGTERM), 0);
	assert_int_equal(program_wait(first, END_MS), 0);
	first = start(place.fixture.path, place.told[1]);
	assert_int_equal(kill(first, SIGTERM), 0);
	assert_int_equal(program_wait(first, END_MS), 0);
	fixture_end(&place.fixture);
}

static void a_killed_kiosk_leaves_no_lock(void **state)
{
	struct place place;
	pid_t first, second;

	(void)state;
	place_begin(&place);
	first = start(place.fixture.path, place.told[0]);
	is_refused(place.fixture.path, place.told[1]);
	assert_int_equal(kill(first, SIGKILL), 0);
	assert_int_equal(program_wait(first, END_MS), 128);
	second = start(place.fixture.path, place.told[1]);
	assert_int_equal(kill(second, SIGTERM), 0);
	assert_int_equal(program_wait(second, END_MS), 0);
	fixture_end(&place.fixture);
}

static void commands_and_hall_work_beside_a_kiosk(void **state)
{
	static const words acts[] = {{"pause"}, {"open"}, {"status"}};
	struct place place;
	pid_t kiosk, hall;

	(void)state;
	place_begin(&place);
	kiosk = start(place.fixture.path, place.told[0]);
	hall = program_start("stemmeboks-hall",
			     (words){place.fixture.path, "--window=640x480"},
			     NULL);
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++) {
		pid_t command = program_start(
		    "stemmeboks", (words){acts[i][0], place.fixture.path},
		    place.told[1]);

		assert_int_equal(program_wait(command, END_MS), 0);
	}
	assert_int_equal(program_wait(hall, STEP_MS), -1);
	assert_int_equal(kill(hall, SIGTERM), 0);
	assert_int_equal(program_wait(hall, END_MS), 0);
	assert_int_equal(kill(kiosk, SIGTERM), 0);
	assert_int_equal(program_wait(kiosk, END_MS), 0);
	fixture_end(&place.fixture);
}

static void a_mode_that_was_mended_is_told_on_the_terminal(void **state)
{
	struct place place;
	pid_t child;

	(void)state;
	place_begin(&place);
	assert_int_equal(chmod(place.fixture.path, 0644), 0);
	child = start(place.fixture.path, place.told[0]);
	assert_true(was_told(place.told[0], KIOSK ": mended\n"));
	assert_int_equal(kill(child, SIGTERM), 0);
	assert_int_equal(program_wait(child, END_MS), 0);
	assert_int_equal(chmod(place.fixture.path, 0640), 0);
	child = program_start(
	    "stemmeboks", (words){"pause", place.fixture.path}, place.told[1]);
	assert_int_equal(program_wait(child, END_MS), 0);
	assert_true(
	    was_told(place.told[1], "Others on this computer could read"));
	fixture_end(&place.fixture);
}

/* In a process of its own: reads the file again and again, as the hall does. */
static pid_t start_reader(const char *path, int gate)
{
	pid_t child = fork();
	enum status status = STATUS_OK;
	int looks = 0;
	char byte;

	assert_true(child >= 0);
	if (child > 0)
		return child;
	while (read(gate, &byte, 1) < 0 && status == STATUS_OK) {
		struct roll_count roll;
		struct store *store = NULL;

		status = store_open(path, STORE_READ, &store);
		if (status == STATUS_OK)
			status = roll_count(store, &roll);
		store_free(store);
		if (status == STATUS_STORE_BUSY)
			status = STATUS_OK;
		looks++;
	}
	_exit(status == STATUS_OK && looks > 0 ? 0 : 1);
}

static void votes_are_cast_while_another_program_reads(void **state)
{
	struct place place;
	int lock = KIOSK_LOCK_NONE, gate[2], how;
	pid_t reader;

	(void)state;
	place_begin(&place);
	assert_int_equal(pipe2(gate, O_CLOEXEC | O_NONBLOCK), 0);
	reader = start_reader(place.fixture.path, gate[0]);
	assert_ok(kiosk_lock_take(place.fixture.path, &lock));
	fixture_enter(&place.fixture);
	for (int i = 0; i < SLIPS; i++) {
		enum status status;

		do
			status = fixture_cast(&place.fixture, i, 1);
		while (status == STATUS_STORE_BUSY);
		assert_ok(status);
	}
	assert_int_equal(write(gate[1], "", 1), 1);
	assert_int_equal(waitpid(reader, &how, 0), reader);
	assert_int_equal(how, 0);
	fixture_leave(&place.fixture);
	kiosk_lock_release(lock);
	close(gate[0]);
	close(gate[1]);
	fixture_end(&place.fixture);
}

/* In the middle of this program's own writing. Another program, as a fork would
 * inherit what SQLite knows of this one's locks. */
static enum status outside_is_busy(void *context, const struct slip *slips,
				   int count, int first_serial)
{
	const struct place *place = context;
	pid_t other =
	    program_start("stemmeboks", (words){"ready", place->fixture.path},
			  place->told[1]);

	(void)slips;
	(void)count;
	(void)first_serial;
	assert_int_equal(program_wait(other, END_MS), 1);
	assert_true(was_told(place->told[1], "Another program is using"));
	return STATUS_OK;
}

/* To close any descriptor of the file would let go of them (fcntl(2)). */
static void the_stores_own_locks_hold_beside_the_kiosks(void **state)
{
	struct place place;
	struct fixture *fixture = &place.fixture;
	int lock = KIOSK_LOCK_NONE;

	(void)state;
	fixture_begin(fixture, 2, false);
	fixture_leave(fixture);
	place_names(&place);
	assert_ok(kiosk_lock_take(fixture->path, &lock));
	fixture_enter(fixture);
	assert_ok(roll_print(fixture->store, 1, "", (struct roll_share){0, 0},
			     &fixture->random, FIXTURE_AT, outside_is_busy,
			     &place));
	fixture_leave(fixture);
	kiosk_lock_release(lock);
	fixture_end(fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_second_kiosk_is_refused_by_whatever_name),
	    cmocka_unit_test(a_killed_kiosk_leaves_no_lock),
	    cmocka_unit_test(commands_and_hall_work_beside_a_kiosk),
	    cmocka_unit_test(a_mode_that_was_mended_is_told_on_the_terminal),
	    cmocka_unit_test(votes_are_cast_while_another_program_reads),
	    cmocka_unit_test(the_stores_own_locks_hold_beside_the_kiosks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
