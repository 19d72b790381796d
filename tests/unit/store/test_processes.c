/* Two programs on one file at once: several kiosks' worth of impatience. */
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/entropy.h"
#include "store/roll.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { ROUNDS = 20, TOGETHER = 30 };

/* Waits until the other end of GATE is closed, so that both begin at once. */
static void wait_gate(const int gate[2])
{
	char byte;

	close(gate[1]);
	(void)!read(gate[0], &byte, 1);
}

/* In a process of its own: casts ballot NUMBER with the slips FIRST to END-1
 * and ends with the status of the first that was refused. */
static pid_t start_caster(const struct fixture *fixture, const int gate[2],
			  int first, int end, unsigned number)
{
	enum status status;
	struct store *store = NULL;
	struct ballot ballot = fixture_ballot(fixture->meeting, number);
	pid_t child = fork();

	assert_true(child >= 0);
	if (child > 0)
		return child;
	status = store_open(fixture->path, STORE_WRITE, &store);
	wait_gate(gate);
	for (int i = first; i < end && status == STATUS_OK; i++)
		status = box_cast(store, fixture->hashes[i], &ballot, &entropy);
	store_free(store);
	_exit((int)status);
}

static enum status end_of(pid_t child)
{
	int how;

	assert_int_equal(waitpid(child, &how, 0), child);
	assert_true(WIFEXITED(how));
	return (enum status)WEXITSTATUS(how);
}

static void open_gate(const int gate[2])
{
	close(gate[0]);
	close(gate[1]);
}

static void of_one_slip_cast_twice_at_once_exactly_one_counts(void **state)
{
	struct fixture fixture;
	int gate[2], filled, slots;

	(void)state;
	fixture_begin(&fixture, ROUNDS, true);
	fixture_advance(&fixture, PHASE_OPEN);
	fixture_leave(&fixture);
	for (int i = 0; i < ROUNDS; i++) {
		enum status a, b;
		pid_t first, second;

		assert_int_equal(pipe2(gate, O_CLOEXEC), 0);
		first = start_caster(&fixture, gate, i, i + 1, 1);
		second = start_caster(&fixture, gate, i, i + 1, 2);
		open_gate(gate);
		a = end_of(first);
		b = end_of(second);
		assert_true(a == STATUS_OK || b == STATUS_OK);
		assert_status(a == STATUS_OK ? b : a, STATUS_SLIP_USED);
	}
	fixture_enter(&fixture);
	assert_ok(box_filled(fixture.store, &filled, &slots));
	assert_int_equal(filled, ROUNDS);
	fixture_end(&fixture);
}

static void different_slips_cast_at_once_all_count(void **state)
{
	struct fixture fixture;
	int gate[2];
	pid_t first, second;

	(void)state;
	fixture_begin(&fixture, 2 * TOGETHER, true);
	fixture_advance(&fixture, PHASE_OPEN);
	fixture_leave(&fixture);
	assert_int_equal(pipe2(gate, O_CLOEXEC), 0);
	first = start_caster(&fixture, gate, 0, TOGETHER, 1);
	second = start_caster(&fixture, gate, TOGETHER, 2 * TOGETHER, 8);
	open_gate(gate);
	assert_ok(end_of(first));
	assert_ok(end_of(second));
	fixture_enter(&fixture);
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_int_equal(
	    fixture_number(fixture.path,
			   "SELECT count(*) FROM tally"
			   " WHERE number IN (1, 4) AND votes = 30"),
	    2);
	fixture_end(&fixture);
}

/* As the hall does, ten times a second and more. */
static void a_reader_that_keeps_looking_hinders_nobody(void **state)
{
	struct fixture fixture;
	struct store *hall;
	int gate[2];
	pid_t caster;
	int how, last = 0;

	(void)state;
	fixture_begin(&fixture, TOGETHER, true);
	fixture_advance(&fixture, PHASE_OPEN);
	fixture_leave(&fixture);
	assert_ok(store_open(fixture.path, STORE_READ, &hall));
	assert_int_equal(pipe2(gate, O_CLOEXEC), 0);
	caster = start_caster(&fixture, gate, 0, TOGETHER, 1);
	open_gate(gate);
	while (waitpid(caster, &how, WNOHANG) == 0) {
		struct roll_count roll;
		uint32_t version;

		assert_ok(store_version(hall, &version));
		assert_ok(roll_count(hall, &roll));
		assert_int_equal(roll.printed, TOGETHER);
		assert_true(roll.used >= last);
		last = roll.used;
		usleep(1000);
	}
	assert_true(WIFEXITED(how));
	assert_ok((enum status)WEXITSTATUS(how));
	store_free(hall);
	fixture_end(&fixture);
}

static void
a_file_held_by_another_program_is_told_and_not_waited_for_long(void **state)
{
	struct fixture fixture;
	struct store *other = NULL;
	int gate[2], hold[2];
	char byte;
	pid_t holder;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_OPEN);
	assert_int_equal(pipe2(gate, O_CLOEXEC), 0);
	assert_int_equal(pipe2(hold, O_CLOEXEC), 0);
	holder = fork();
	if (holder == 0) {
		/* The shell holds the lock until its input ends. */
		dup2(gate[0], 0);
		dup2(hold[1], 1);
		close(gate[1]);
		execlp("sh", "sh", "-c",
		       "{ echo 'BEGIN EXCLUSIVE; SELECT 1;'; cat; } |"
		       " sqlite3 \"$0\"",
		       fixture.path, (char *)NULL);
		_exit(1);
	}
	close(gate[0]);
	close(hold[1]);
	assert_int_equal(read(hold[0], &byte, 1), 1);
	assert_status(fixture_cast(&fixture, 0, 1), STATUS_STORE_BUSY);
	assert_status(store_open(fixture.path, STORE_READ, &other),
		      STATUS_STORE_BUSY);
	close(gate[1]);
	assert_int_equal(end_of(holder), 0);
	close(hold[0]);
	assert_ok(fixture_cast(&fixture, 0, 1));
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(of_one_slip_cast_twice_at_once_exactly_one_counts),
	    cmocka_unit_test(different_slips_cast_at_once_all_count),
	    cmocka_unit_test(a_reader_that_keeps_looking_hinders_nobody),
	    cmocka_unit_test(
		a_file_held_by_another_program_is_told_and_not_waited_for_long),
	};

	return cmocka_run_group_tests_name("processes", tests, NULL, NULL);
}
