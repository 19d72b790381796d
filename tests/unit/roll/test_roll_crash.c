/* A kiosk with a shared roll that dies, loses the network or the server at
 * every point of a few votes: before and after each question is sent, after
 * each answer, before and after each commit in its own file. Never are there
 * two votes for a slip, never is one lost, and no slip stays unusable.
 *
 * Losing the server takes long: every fifth point, unless STEMMEBOKS_LONG is
 * set.
 */
#include <dlfcn.h>
#include <libpq-fe.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/box.h"
#include "store/store.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/roll_hall.h"

#define assert_status(found, meant)                                            \
	assert_string_equal(status_name(found), status_name(meant))
#define assert_ok(found) assert_status(found, STATUS_OK)

enum {
	BLOCK = 3,	    /* slips of one go: two are cast, one is let go */
	CAST = 2,	    /* of them */
	POINTS_LEAST = 25,  /* of one go, or the test looks at nothing */
	FROZEN_US = 600000, /* a server that stands is given up before */
	USED = 4,
};

/* What happens at point number AT of those that are passed. */
static struct {
	int at, passed;
	void (*strike)(void);
	PGconn *connection; /* the last that was used */
} crash;

static struct hall hall;

static void pass_point(void)
{
	if (crash.strike && ++crash.passed == crash.at)
		crash.strike();
}

/* In the place of libpq's and SQLite's own, which they call. */
int PQsendQueryParams(PGconn *connection, const char *command, int count,
		      const Oid *types, const char *const *values,
		      const int *lengths, const int *formats, int format)
{
	static int (*real)(PGconn *, const char *, int, const Oid *,
			   const char *const *, const int *, const int *, int);
	int sent;

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "PQsendQueryParams");
	crash.connection = connection;
	pass_point();
	sent = real(connection, command, count, types, values, lengths, formats,
		    format);
	if (sent) {
		PQflush(connection);
		pass_point();
	}
	return sent;
}

PGresult *PQgetResult(PGconn *connection)
{
	static PGresult *(*real)(PGconn *);
	PGresult *result;

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "PQgetResult");
	result = real(connection);
	crash.connection = connection;
	if (result)
		pass_point();
	return result;
}

int sqlite3_step(sqlite3_stmt *statement)
{
	static int (*real)(sqlite3_stmt *);
	const char *sql = sqlite3_sql(statement);
	bool commit = sql && strcmp(sql, "COMMIT") == 0;
	int result;

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "sqlite3_step");
	if (commit)
		pass_point();
	result = real(statement);
	if (commit)
		pass_point();
	return result;
}

static void die(void)
{
	raise(SIGKILL);
}

static void cut(void)
{
	shutdown(PQsocket(crash.connection), SHUT_RDWR);
}

static void lose_server(void)
{
	cluster_kill(hall.cluster);
	cluster_start(hall.cluster);
}

static pid_t thawer; /* who lets the server go on; 0: it does */

/* The server stands still for so long that it is given up. */
static void freeze(void)
{
	cluster_freeze(hall.cluster, true);
	thawer = fork();
	assert_true(thawer >= 0);
	if (thawer > 0)
		return;
	usleep(FROZEN_US);
	cluster_freeze(hall.cluster, false);
	_exit(0);
}

static void thaw(void)
{
	if (thawer)
		assert_int_equal(waitpid(thawer, NULL, 0), thawer);
	thawer = 0;
}

/* Two residents vote at kiosk 1, and one walks away, with the slips from FIRST
 * on. Tells THANKS of each vote that was thanked for. Returns false when a slip
 * was refused. */
static bool vote(int first, int thanks)
{
	for (int i = 0; i < BLOCK; i++) {
		unsigned char byte = (unsigned char)i;

		if (hall_claim(&hall, 1, first + i) != STATUS_OK)
			return false;
		if (i == CAST)
			break;
		if (hall_cast(&hall, 1, first + i, 1) != STATUS_OK ||
		    write(thanks, &byte, 1) != 1)
			return false;
	}
	roll_link_release(hall.links[1]);
	hall_settle(&hall);
	return true;
}

/* In a process of its own, that dies at POINT. Returns whether it did; a
 * thanked slip's bit in *ret_thanked. */
static bool vote_and_die(int first, int point, unsigned *ret_thanked)
{
	unsigned char byte;
	int pipes[2], how;
	pid_t child;

	assert_int_equal(pipe(pipes), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		hall.links[2] = NULL;
		hall.kiosks = 1;
		crash.at = point;
		crash.passed = 0;
		crash.strike = die;
		hall_enter(&hall, 1);
		_exit(vote(first, pipes[1]) ? 0 : 1);
	}
	close(pipes[1]);
	*ret_thanked = 0;
	while (read(pipes[0], &byte, 1) == 1)
		*ret_thanked |= 1u << byte;
	close(pipes[0]);
	assert_int_equal(waitpid(child, &how, 0), child);
	if (WIFEXITED(how)) {
		assert_int_equal(WEXITSTATUS(how), 0);
		return false;
	}
	assert_int_equal(WTERMSIG(how), SIGKILL);
	return true;
}

/* Somebody tries slip SLIP at kiosk 2. Whether it was taken there. */
static bool vote_elsewhere(int slip)
{
	enum status status = hall_claim(&hall, 2, slip);

	if (status != STATUS_OK) {
		assert_status(status, STATUS_SLIP_USED);
		return false;
	}
	assert_ok(hall_cast(&hall, 2, slip, 2));
	return true;
}

/* The slips from FIRST on have one vote each, the two boxes have AFTER - BEFORE
 * of them, and those in THANKED lie in the box of kiosk 1. */
static void check_block(int first, const int before[3], unsigned thanked)
{
	int elsewhere = 0;

	for (int i = 0; i < BLOCK; i++) {
		bool taken = vote_elsewhere(first + i);

		if (taken && thanked >> i & 1)
			fail_msg("slip %d of a vote thanked for was taken", i);
		elsewhere += taken;
	}
	hall_settle(&hall);
	for (int i = 0; i < BLOCK; i++)
		assert_int_equal(hall_state(&hall, first + i), USED);
	/* No kiosk thinks that it was doubled. */
	for (int i = 1; i <= 2; i++)
		assert_int_equal(roll_link_state(hall.links[i]),
				 ROLL_LINK_READY);
	assert_int_equal(hall_filled(&hall, 2) - before[2],
			 elsewhere + before[0]);
	assert_int_equal(hall_filled_all(&hall) - before[1] - before[2], BLOCK);
}

static void a_kiosk_killed_at_any_point_leaves_one_vote_a_slip(void **state)
{
	bool died = true;
	int point = 1;

	hall_begin(&hall, *state, 2, HALL_SLIPS, true);
	for (int first = 0; died; point++, first += BLOCK) {
		int before[3] = {0, hall_filled(&hall, 1),
				 hall_filled(&hall, 2)};
		int early = first + point % BLOCK;
		unsigned thanked;

		assert_true(first + BLOCK <= HALL_SLIPS);
		hall_leave(&hall, 1);
		died = vote_and_die(first, point, &thanked);
		/* Before the kiosk is back somebody tries elsewhere. */
		if (vote_elsewhere(early))
			before[0]++;
		hall_settle(&hall);
		hall_enter(&hall, 1);
		hall_settle(&hall);
		check_block(first, before, thanked);
	}
	assert_true(point > POINTS_LEAST);
	hall_end(&hall);
}

/* Kiosk 1 lives on, and all its residents have voted there. */
static void strike_at_every(void (*strike)(void), int stride, void **state)
{
	int sink[2], point = 1, passed = 1 << 20;

	assert_int_equal(pipe(sink), 0);
	hall_begin(&hall, *state, 2, HALL_SLIPS, true);
	for (int first = 0; point <= passed; point += stride, first += BLOCK) {
		int before[3] = {0, hall_filled(&hall, 1),
				 hall_filled(&hall, 2)};

		assert_true(first + BLOCK <= HALL_SLIPS);
		crash.at = point;
		crash.passed = 0;
		crash.strike = strike;
		assert_true(vote(first, sink[1]));
		thaw();
		passed = crash.passed;
		crash.strike = NULL;
		hall_settle(&hall);
		assert_int_equal(hall_filled(&hall, 1) - before[1], CAST);
		check_block(first, before, 3);
	}
	assert_true(point > POINTS_LEAST);
	close(sink[0]);
	close(sink[1]);
	hall_end(&hall);
}

static int stride(void)
{
	return getenv("STEMMEBOKS_LONG") ? 1 : 5;
}

static void the_network_cut_at_any_point_leaves_one_vote_a_slip(void **state)
{
	strike_at_every(cut, 1, state);
}

static void the_server_lost_at_any_point_leaves_one_vote_a_slip(void **state)
{
	strike_at_every(lose_server, stride(), state);
}

static void a_server_that_stands_still_leaves_one_vote_a_slip(void **state)
{
	strike_at_every(freeze, stride(), state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_kiosk_killed_at_any_point_leaves_one_vote_a_slip),
	    cmocka_unit_test(
		the_network_cut_at_any_point_leaves_one_vote_a_slip),
	    cmocka_unit_test(
		the_server_lost_at_any_point_leaves_one_vote_a_slip),
	    cmocka_unit_test(a_server_that_stands_still_leaves_one_vote_a_slip),
	};

	return cmocka_run_group_tests(tests, cluster_begin, cluster_end);
}
