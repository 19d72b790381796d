/* A roll shared by kiosks, on a real PostgreSQL. */
#include <libpq-fe.h>
#include <pthread.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "core/phase.h"
#include "roll/roll_admin.h"
#include "store/audit.h"
#include "store/note.h"
#include "store/roll.h"
#include "store/store.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/roll_hall.h"

#define assert_status(found, meant)                                            \
	assert_string_equal(status_name(found), status_name(meant))
#define assert_ok(found) assert_status(found, STATUS_OK)

enum { UNUSED = 2, IN_USE = 3, USED = 4, VOID = 5 };

static void a_slip_is_claimed_cast_and_spent_once(void **state)
{
	struct hall hall;

	hall_begin(&hall, *state, 2, 6, true);
	assert_ok(hall_claim(&hall, 1, 0));
	assert_int_equal(hall_state(&hall, 0), IN_USE);
	assert_status(hall_claim(&hall, 2, 0), STATUS_SLIP_USED);
	assert_ok(hall_cast(&hall, 1, 0, 1));
	hall_settle(&hall);
	assert_int_equal(hall_state(&hall, 0), USED);
	assert_status(hall_claim(&hall, 1, 0), STATUS_SLIP_USED);
	assert_status(hall_claim(&hall, 2, 0), STATUS_SLIP_USED);
	assert_int_equal(hall_filled_all(&hall), 1);
	hall_end(&hall);
}

static void a_slip_let_go_can_be_used_at_another_kiosk(void **state)
{
	struct hall hall;

	hall_begin(&hall, *state, 2, 6, true);
	assert_ok(hall_claim(&hall, 1, 0));
	roll_link_release(hall.links[1]);
	hall_settle(&hall);
	assert_int_equal(hall_state(&hall, 0), UNUSED);
	assert_false(roll_link_holds(hall.links[1], hall.hashes[0]));
	assert_status(hall_cast(&hall, 1, 0, 1), STATUS_SLIP_USED);
	assert_ok(hall_claim(&hall, 2, 0));
	assert_ok(hall_cast(&hall, 2, 0, 1));
	hall_settle(&hall);
	assert_int_equal(hall_state(&hall, 0), USED);
	assert_int_equal(hall_filled(&hall, 1), 0);
	assert_int_equal(hall_filled(&hall, 2), 1);
	hall_end(&hall);
}

static void another_slip_scanned_gives_the_first_back(void **state)
{
	struct hall hall;

	hall_begin(&hall, *state, 1, 6, true);
	assert_ok(hall_claim(&hall, 1, 0));
	assert_ok(hall_claim(&hall, 1, 1));
	hall_settle(&hall);
	assert_int_equal(hall_state(&hall, 0), UNUSED);
	assert_int_equal(hall_state(&hall, 1), IN_USE);
	hall_end(&hall);
}

static void unknown_void_and_early_slips_are_refused(void **state)
{
	struct roll_admin *admin = NULL;
	struct hall hall;

	hall_begin(&hall, *state, 1, 6, false);
	assert_status(hall_claim(&hall, 1, 0), STATUS_NOT_OPEN);
	assert_ok(roll_admin_open(hall.stores[0], hall.admin, &admin));
	assert_ok(roll_admin_phase(admin, PHASE_OPEN));
	assert_ok(roll_admin_void(admin, hall.hashes[2]));
	assert_status(roll_admin_void(admin, hall.hashes[2]), STATUS_SLIP_VOID);
	hall_wait(&hall, 2000);
	assert_status(hall_claim(&hall, 1, 2), STATUS_SLIP_VOID);
	hall.hashes[3][0] ^= 1;
	assert_status(hall_claim(&hall, 1, 3), STATUS_SLIP_OTHER);
	assert_status(roll_admin_void(admin, hall.hashes[3]),
		      STATUS_SLIP_OTHER);
	assert_ok(hall_claim(&hall, 1, 0));
	assert_status(roll_admin_void(admin, hall.hashes[0]), STATUS_SLIP_USED);
	roll_admin_free(admin);
	hall_end(&hall);
}

/* A kiosk that ends in the middle, and its file says it all. */
static void a_restart_tells_of_the_note_and_gives_back_the_rest(void **state)
{
	unsigned char note[SLIP_HASH_BYTES];
	struct hall hall;

	hall_begin(&hall, *state, 1, 6, true);
	assert_ok(hall_claim(&hall, 1, 0));
	hall_leave(&hall, 1);
	hall_enter(&hall, 1);
	hall_settle(&hall);
	assert_int_equal(hall_state(&hall, 0), UNUSED);

	assert_ok(hall_claim(&hall, 1, 1));
	cluster_freeze(*state, true);
	assert_ok(hall_cast(&hall, 1, 1, 2));
	hall_leave(&hall, 1);
	cluster_freeze(*state, false);
	hall_enter(&hall, 1);
	assert_ok(note_read(hall.stores[1], note));
	assert_memory_equal(note, hall.hashes[1], sizeof(note));
	hall_settle(&hall);
	assert_int_equal(hall_state(&hall, 1), USED);
	assert_ok(note_read(hall.stores[1], note));
	assert_true(sodium_is_zero(note, sizeof(note)));
	assert_int_equal(hall_filled_all(&hall), 1);
	hall_end(&hall);
}

static void two_programs_never_serve_one_kiosk(void **state)
{
	struct roll_link *second = NULL;
	struct store *store = NULL;
	struct hall hall;

	hall_begin(&hall, *state, 1, 6, true);
	assert_ok(store_open(hall.paths[1], STORE_WRITE, &store));
	assert_ok(roll_link_open(store, &second));
	for (int i = 0; i < 300; i++) {
		assert_status(
		    roll_link_claim(second, hall.hashes[2], hall.now_ms),
		    STATUS_ROLL_AWAY);
		hall_step(&hall);
	}
	assert_int_equal(roll_link_state(second), ROLL_LINK_WAIT);
	assert_ok(hall_claim(&hall, 1, 1));
	assert_ok(hall_cast(&hall, 1, 1, 1));
	/* When the first is gone, the second is served. */
	hall_leave(&hall, 1);
	for (int i = 0; roll_link_claim(second, hall.hashes[2], hall.now_ms);
	     i++) {
		assert_true(i < 300);
		hall_step(&hall);
	}
	roll_link_free(second);
	store_free(store);
	hall_enter(&hall, 1);
	hall_settle(&hall);
	/* A copy of the file, on another machine: the number is taken. */
	assert_int_equal(
	    cluster_number(hall.as_kiosk,
			   "SELECT (stemmeboks.claim(1, '\\x00') = 'taken')"
			   "::int"),
	    1);
	hall_end(&hall);
}

static struct roll_admin *admin_of(struct hall *hall)
{
	struct roll_admin *admin = NULL;

	assert_ok(roll_admin_open(hall->stores[0], hall->admin, &admin));
	assert_ok(roll_admin_check(admin));
	return admin;
}

/* A kiosk dies with a claim, organisers release it, the slip is used elsewhere.
 */
static void a_living_kiosk_is_not_released_and_a_dead_one_is(void **state)
{
	struct roll_kiosk kiosks[HALL_KIOSKS];
	struct roll_admin *admin;
	bool released = true;
	struct hall hall;
	int count = 0;

	hall_begin(&hall, *state, 2, 6, true);
	admin = admin_of(&hall);
	assert_ok(hall_claim(&hall, 1, 0));
	assert_status(roll_admin_release(admin, 1, &released), STATUS_CHANGED);
	hall_gone(&hall, 1);
	assert_ok(roll_admin_kiosks(admin, HALL_KIOSKS, kiosks, &count));
	assert_int_equal(count, 2);
	assert_true(kiosks[0].claims && !kiosks[0].serving);
	assert_true(!kiosks[1].claims && kiosks[1].serving);
	assert_int_equal(kiosks[1].phase, PHASE_OPEN);
	assert_status(hall_claim(&hall, 2, 0), STATUS_SLIP_USED);
	assert_ok(roll_admin_release(admin, 1, &released));
	assert_true(released);
	assert_ok(roll_admin_release(admin, 1, &released));
	assert_false(released);
	assert_ok(hall_claim(&hall, 2, 0));
	roll_admin_free(admin);
	hall_end(&hall);
}

/* Kiosk 1 is cut off with a claim, stores its vote, and dies. */
static void cast_and_die(struct hall *hall, int slip)
{
	static const struct ballot blank;

	assert_ok(hall_claim(hall, 1, slip));
	hall_gone(hall, 1);
	assert_ok(store_open(hall->paths[1], STORE_WRITE, &hall->stores[1]));
	assert_ok(box_cast_noted(hall->stores[1], hall->hashes[slip], &blank,
				 &hall->random));
	store_free(hall->stores[1]);
	hall->stores[1] = NULL;
	assert_int_equal(hall_state(hall, slip), IN_USE);
}

static int audit_rows(const struct hall *hall, int number)
{
	int count = 0;

	assert_ok(audit_count(hall->stores[number], &count));
	return count;
}

static void a_released_slip_that_nobody_used_is_spent_by_its_note(void **state)
{
	struct roll_admin *admin;
	struct hall hall;
	bool released;

	hall_begin(&hall, *state, 2, 6, true);
	admin = admin_of(&hall);
	cast_and_die(&hall, 0);
	assert_ok(roll_admin_release(admin, 1, &released));
	assert_int_equal(hall_state(&hall, 0), UNUSED);
	hall_enter(&hall, 1);
	hall_settle(&hall);
	assert_int_equal(hall_state(&hall, 0), USED);
	assert_int_equal(roll_link_state(hall.links[1]), ROLL_LINK_READY);
	assert_status(hall_claim(&hall, 2, 0), STATUS_SLIP_USED);
	roll_admin_free(admin);
	hall_end(&hall);
}

/* The risk that organisers are told of: the slip was used twice. */
static void a_released_slip_used_elsewhere_stops_its_first_kiosk(void **state)
{
	struct roll_admin *admin;
	struct hall hall;
	int rows;
	bool released;

	hall_begin(&hall, *state, 2, 6, true);
	admin = admin_of(&hall);
	cast_and_die(&hall, 0);
	assert_ok(roll_admin_release(admin, 1, &released));
	assert_ok(hall_claim(&hall, 2, 0));
	assert_ok(hall_cast(&hall, 2, 0, 2));
	hall_settle(&hall);
	hall_enter(&hall, 1);
	rows = audit_rows(&hall, 1);
	hall_settle(&hall);
	assert_int_equal(roll_link_state(hall.links[1]), ROLL_LINK_STOPPED);
	assert_int_equal(audit_rows(&hall, 1), rows + 1);
	assert_status(
	    roll_link_claim(hall.links[1], hall.hashes[1], hall.now_ms),
	    STATUS_ROLL_AWAY);
	assert_int_equal(hall_state(&hall, 1), UNUSED);
	/* Looked at and started anew, it goes on. */
	hall_gone(&hall, 1);
	hall_enter(&hall, 1);
	hall_settle(&hall);
	assert_int_equal(audit_rows(&hall, 1), rows + 1);
	assert_ok(hall_claim(&hall, 1, 1));
	roll_admin_free(admin);
	hall_end(&hall);
}

/* The first kiosk is back with its vote while somebody else votes with the
 * slip: that one is asked to stop before a second vote is there. */
static void a_claim_is_lost_when_the_slips_first_vote_turns_up(void **state)
{
	struct roll_admin *admin;
	struct hall hall;
	bool released;

	hall_begin(&hall, *state, 2, 6, true);
	admin = admin_of(&hall);
	cast_and_die(&hall, 0);
	assert_ok(roll_admin_release(admin, 1, &released));
	assert_ok(hall_claim(&hall, 2, 0));
	hall_enter(&hall, 1);
	hall_wait(&hall, 6000);
	assert_int_equal(roll_link_state(hall.links[1]), ROLL_LINK_READY);
	assert_false(roll_link_holds(hall.links[2], hall.hashes[0]));
	assert_status(hall_cast(&hall, 2, 0, 2), STATUS_SLIP_USED);
	hall_settle(&hall);
	assert_int_equal(hall_filled_all(&hall), 1);
	assert_int_equal(hall_state(&hall, 0), USED);
	assert_ok(hall_claim(&hall, 2, 1));
	roll_admin_free(admin);
	hall_end(&hall);
}

static void the_roll_of_another_meeting_serves_nobody(void **state)
{
	struct roll_admin *admin = NULL;
	struct hall hall;

	hall_begin(&hall, *state, 1, 6, true);
	hall_gone(&hall, 1);
	assert_true(cluster_try(hall.admin,
				"UPDATE stemmeboks.meeting SET"
				" definition_hash = sha256('another')",
				NULL));
	hall_enter(&hall, 1);
	hall_wait(&hall, 2000);
	assert_int_equal(roll_link_state(hall.links[1]), ROLL_LINK_WAIT);
	assert_ok(roll_admin_open(hall.stores[0], hall.admin, &admin));
	assert_status(roll_admin_check(admin), STATUS_DISAGREES);
	assert_status(roll_admin_init(admin), STATUS_DISAGREES);
	roll_admin_free(admin);
	hall_end(&hall);
}

static void making_the_roll_again_adds_slips_and_changes_none(void **state)
{
	struct roll_admin *admin;
	struct roll_count count;
	struct hall hall;

	hall_begin(&hall, *state, 1, 6, true);
	admin = admin_of(&hall);
	assert_ok(hall_claim(&hall, 1, 0));
	assert_true(cluster_try(hall.admin,
				"DELETE FROM stemmeboks.slip WHERE hash ="
				" (SELECT hash FROM stemmeboks.slip"
				" WHERE state = 2 LIMIT 1)",
				NULL));
	assert_ok(roll_admin_count(admin, &count));
	assert_int_equal(count.printed, 5);
	assert_ok(roll_admin_init(admin));
	assert_ok(roll_admin_count(admin, &count));
	assert_int_equal(count.printed, 6);
	assert_int_equal(count.in_use, 1);
	assert_int_equal(hall_state(&hall, 0), IN_USE);
	roll_admin_free(admin);
	hall_end(&hall);
}

static void kiosks_follow_the_phase_and_say_so(void **state)
{
	struct roll_kiosk kiosks[HALL_KIOSKS];
	struct roll_admin *admin;
	enum phase phase;
	struct hall hall;
	int count;

	hall_begin(&hall, *state, 2, 6, true);
	admin = admin_of(&hall);
	assert_ok(hall_claim(&hall, 2, 0));
	assert_ok(hall_cast(&hall, 2, 0, 1));
	assert_ok(roll_admin_phase(admin, PHASE_PAUSED));
	hall_wait(&hall, 6000);
	assert_ok(store_phase(hall.stores[1], &phase));
	assert_int_equal(phase, PHASE_PAUSED);
	assert_ok(roll_admin_kiosks(admin, HALL_KIOSKS, kiosks, &count));
	assert_int_equal(kiosks[0].phase, PHASE_PAUSED);
	assert_int_equal(kiosks[1].filled, -1);
	assert_ok(roll_admin_phase(admin, PHASE_CLOSED));
	hall_wait(&hall, 6000);
	assert_ok(store_phase(hall.stores[2], &phase));
	assert_int_equal(phase, PHASE_CLOSED);
	assert_ok(roll_admin_kiosks(admin, HALL_KIOSKS, kiosks, &count));
	assert_int_equal(kiosks[0].filled, 0);
	assert_int_equal(kiosks[1].filled, 1);
	roll_admin_free(admin);
	hall_end(&hall);
}

/* Everything a kiosk's role may not do, tried as that role. */
static void
the_kiosks_role_may_call_its_functions_and_nothing_else(void **state)
{
	static const char *const forbidden[] = {
	    "SELECT * FROM stemmeboks.slip",
	    "SELECT count(*) FROM stemmeboks.slip",
	    "SELECT * FROM stemmeboks.kiosk",
	    "SELECT * FROM stemmeboks.meeting",
	    "INSERT INTO stemmeboks.slip (hash) VALUES (sha256('mine'))",
	    "UPDATE stemmeboks.slip SET state = 2",
	    "UPDATE stemmeboks.meeting SET phase = 'open'",
	    "DELETE FROM stemmeboks.slip",
	    "TRUNCATE stemmeboks.slip",
	    "DROP FUNCTION stemmeboks.claim",
	    "CREATE TABLE stemmeboks.mine (a int)",
	    "CREATE TABLE public.mine (a int)",
	    "CREATE TEMPORARY TABLE mine (a int)",
	    "CREATE SCHEMA mine",
	    "CREATE ROLE mine",
	    "SELECT * FROM stemmeboks.shown()",
	    "COPY stemmeboks.slip TO STDOUT",
	    "SELECT pg_read_file('postgresql.conf')",
	    "SET ROLE postgres",
	};
	struct hall hall;

	hall_begin(&hall, *state, 1, 6, true);
	for (size_t i = 0; i < sizeof(forbidden) / sizeof(*forbidden); i++)
		if (cluster_try(hall.as_kiosk, forbidden[i], NULL))
			fail_msg("a kiosk may: %s", forbidden[i]);
	assert_true(cluster_try(hall.admin, "ANALYZE", NULL));
	assert_int_equal(cluster_number(hall.as_kiosk,
					"SELECT count(*) FROM pg_stats WHERE"
					" schemaname = 'stemmeboks'"),
			 0);
	assert_int_equal(cluster_number(hall.as_kiosk,
					"SELECT (held IS NOT NULL)::int FROM"
					" stemmeboks.look(1)"),
			 1);
	hall_end(&hall);
}

static void the_halls_role_sees_sums_and_nothing_else(void **state)
{
	static const char *const forbidden[] = {
	    "SELECT * FROM stemmeboks.slip",
	    "SELECT * FROM stemmeboks.kiosk",
	    "SELECT stemmeboks.claim(1, '\\x00')",
	    "SELECT stemmeboks.attach(1, '\\x00')",
	    "SELECT * FROM stemmeboks.look(1)",
	};
	char url[CLUSTER_URL];
	struct hall hall;

	hall_begin(&hall, *state, 1, 6, true);
	cluster_url_as(hall.cluster, hall.name, "stemmeboks_hall", url);
	for (size_t i = 0; i < sizeof(forbidden) / sizeof(*forbidden); i++)
		if (cluster_try(url, forbidden[i], NULL))
			fail_msg("the hall may: %s", forbidden[i]);
	assert_int_equal(
	    cluster_number(url, "SELECT printed FROM stemmeboks.shown()"), 6);
	hall_end(&hall);
}

enum { RACERS = 16 };

struct racer {
	const struct hall *hall;
	pthread_barrier_t *start;
	int number;
	bool won;
};

/* One kiosk's session without a kiosk: claims slip 0. */
static void *race(void *context)
{
	struct racer *racer = context;
	PGconn *connection = PQconnectdb(racer->hall->as_kiosk);
	char number[8], meeting[80], hash[80];
	const char *const hello[] = {number, meeting};
	const char *const wanted[] = {number, hash};
	PGresult *rows;

	snprintf(number, sizeof(number), "%d", racer->number);
	memcpy(meeting, "\\x", 3);
	memcpy(hash, "\\x", 3);
	sodium_bin2hex(meeting + 2, sizeof(meeting) - 2,
		       store_definition_hash(racer->hall->stores[0]),
		       SLIP_HASH_BYTES);
	sodium_bin2hex(hash + 2, sizeof(hash) - 2, racer->hall->hashes[0],
		       SLIP_HASH_BYTES);
	PQclear(PQexecParams(connection, "SELECT stemmeboks.attach($1, $2)", 2,
			     NULL, hello, NULL, NULL, 0));
	pthread_barrier_wait(racer->start);
	rows = PQexecParams(connection, "SELECT stemmeboks.claim($1, $2)", 2,
			    NULL, wanted, NULL, NULL, 0);
	racer->won =
	    PQntuples(rows) == 1 && strcmp(PQgetvalue(rows, 0, 0), "ok") == 0;
	PQclear(rows);
	PQfinish(connection);
	return NULL;
}

static void of_many_kiosks_with_one_slip_exactly_one_wins(void **state)
{
	pthread_t threads[RACERS];
	struct racer racers[RACERS];
	pthread_barrier_t start;
	struct hall hall;
	int won = 0;

	hall_begin(&hall, *state, 0, 6, true);
	assert_int_equal(pthread_barrier_init(&start, NULL, RACERS), 0);
	for (int i = 0; i < RACERS; i++) {
		racers[i] = (struct racer){&hall, &start, i + 1, false};
		assert_int_equal(
		    pthread_create(&threads[i], NULL, race, &racers[i]), 0);
	}
	for (int i = 0; i < RACERS; i++) {
		pthread_join(threads[i], NULL);
		won += racers[i].won;
	}
	pthread_barrier_destroy(&start);
	assert_int_equal(won, 1);
	assert_int_equal(hall_state(&hall, 0), IN_USE);
	hall_end(&hall);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_slip_is_claimed_cast_and_spent_once),
	    cmocka_unit_test(a_slip_let_go_can_be_used_at_another_kiosk),
	    cmocka_unit_test(another_slip_scanned_gives_the_first_back),
	    cmocka_unit_test(unknown_void_and_early_slips_are_refused),
	    cmocka_unit_test(
		a_restart_tells_of_the_note_and_gives_back_the_rest),
	    cmocka_unit_test(two_programs_never_serve_one_kiosk),
	    cmocka_unit_test(a_living_kiosk_is_not_released_and_a_dead_one_is),
	    cmocka_unit_test(
		a_released_slip_that_nobody_used_is_spent_by_its_note),
	    cmocka_unit_test(
		a_released_slip_used_elsewhere_stops_its_first_kiosk),
	    cmocka_unit_test(
		a_claim_is_lost_when_the_slips_first_vote_turns_up),
	    cmocka_unit_test(the_roll_of_another_meeting_serves_nobody),
	    cmocka_unit_test(making_the_roll_again_adds_slips_and_changes_none),
	    cmocka_unit_test(kiosks_follow_the_phase_and_say_so),
	    cmocka_unit_test(
		the_kiosks_role_may_call_its_functions_and_nothing_else),
	    cmocka_unit_test(the_halls_role_sees_sums_and_nothing_else),
	    cmocka_unit_test(of_many_kiosks_with_one_slip_exactly_one_wins),
	};

	return cmocka_run_group_tests(tests, cluster_begin, cluster_end);
}
