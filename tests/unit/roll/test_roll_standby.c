/* A roll with a standby that follows it synchronously: the primary is killed in
 * the middle of voting and the standby promoted. The kiosks go on, no slip
 * votes twice, and nothing is lost that a kiosk was told. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/store.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/roll_hall.h"

#define assert_status(found, meant)                                            \
	assert_string_equal(status_name(found), status_name(meant))
#define assert_ok(found) assert_status(found, STATUS_OK)

enum { KIOSKS = 3, SLIPS = 40, BEFORE = 15, USED = 4, TRIES = 2000 };

static struct hall hall;

/* A primary that answers only what its standby has, too. */
static int begin(void **state)
{
	struct cluster *primary;
	void *standby = NULL;
	char url[CLUSTER_URL];

	cluster_begin(state);
	primary = *state;
	cluster_follow(&standby, primary, "second");
	cluster_url_as(primary, "postgres", "postgres", url);
	/* Now: the copy must wait for nobody when it is the only one. */
	assert_true(cluster_try(
	    url, "ALTER SYSTEM SET synchronous_standby_names = 'second'",
	    NULL));
	assert_true(cluster_try(url, "SELECT pg_reload_conf()", NULL));
	for (int i = 0; cluster_number(url, "SELECT count(*) FROM"
					    " pg_stat_replication WHERE"
					    " sync_state = 'sync'") != 1;
	     i++) {
		assert_true(i < TRIES);
		usleep(5000);
	}
	primary->standby = standby;
	return 0;
}

static int end(void **state)
{
	struct cluster *primary = *state;
	void *standby = (void *)(uintptr_t)primary->standby;

	primary->standby = NULL;
	/* What it left in memory goes with the next that is killed. */
	if (!primary->server)
		cluster_start(primary);
	cluster_end(&standby);
	return cluster_end(state);
}

static void vote(int kiosk, int slip)
{
	assert_ok(hall_claim(&hall, kiosk, slip));
	assert_ok(hall_cast(&hall, kiosk, slip, 1));
}

static void promote(const struct cluster *standby)
{
	char url[CLUSTER_URL];

	cluster_url_as(standby, "postgres", "postgres", url);
	assert_true(cluster_try(url, "SELECT pg_promote()", NULL));
	cluster_url_as(standby, hall.name, "postgres", url);
	/* What the kiosks were told is there before they are. */
	assert_true(cluster_number(url, "SELECT count(*) FROM stemmeboks.slip"
					" WHERE state = 4") >= BEFORE);
}

static void kiosks_go_on_with_the_standby_and_no_slip_votes_twice(void **state)
{
	struct cluster *primary = *state;
	int next = BEFORE;

	hall_begin(&hall, primary, KIOSKS, SLIPS, true);
	for (int slip = 0; slip < BEFORE; slip++)
		vote(1 + slip % KIOSKS, slip);
	hall_settle(&hall);
	/* One votes, one has stored its vote and not told of it, and one was
	 * scanned a moment ago. */
	assert_ok(hall_claim(&hall, 1, next));
	vote(2, next + 1);
	(void)roll_link_claim(hall.links[3], hall.hashes[next + 2],
			      hall.now_ms);
	cluster_kill_hard(primary);
	assert_ok(hall_cast(&hall, 1, next, 1));
	hall_wait(&hall, 2000);
	assert_int_equal(roll_link_state(hall.links[1]), ROLL_LINK_WAIT);
	promote(primary->standby);
	hall_settle(&hall);
	for (int kiosk = 1; kiosk <= KIOSKS; kiosk++)
		assert_int_equal(roll_link_state(hall.links[kiosk]),
				 ROLL_LINK_READY);
	for (int slip = next + 2; slip < SLIPS; slip++)
		vote(1 + slip % KIOSKS, slip);
	hall_settle(&hall);
	for (int slip = 0; slip < SLIPS; slip++) {
		assert_int_equal(hall_state(&hall, slip), USED);
		assert_status(hall_claim(&hall, 1 + (slip + 1) % KIOSKS, slip),
			      STATUS_SLIP_USED);
	}
	assert_int_equal(hall_filled_all(&hall), SLIPS);
	hall_end(&hall);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		kiosks_go_on_with_the_standby_and_no_slip_votes_twice),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
