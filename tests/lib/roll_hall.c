#include "tests/lib/roll_hall.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/ballot.h"
#include "roll/roll_admin.h"
#include "roll/roll_server.h"
#include "store/audit.h"
#include "store/box.h"
#include "store/deal.h"
#include "store/roll.h"
#include "store/store.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/quick_folder.h"

#define AT "2015-11-10 19:05"

enum { STEPS = 2000, MOMENT_US = 2000 };

#define assert_ok(found)                                                       \
	assert_string_equal(status_name(found), status_name(STATUS_OK))

/* The organisers' file, adopted, with its slips. */
static void make_file(struct hall *hall, const struct meeting *meeting)
{
	int first;

	snprintf(hall->paths[0], sizeof(hall->paths[0]), "%s/kiosk0.meeting",
		 hall->folder);
	assert_ok(store_create(hall->paths[0], meeting, AT));
	assert_ok(store_open(hall->paths[0], STORE_WRITE, &hall->stores[0]));
	assert_ok(roll_add(hall->stores[0], hall->slips, "", &hall->random, AT,
			   hall->tokens, &first));
	for (int i = 0; i < hall->slips; i++)
		slip_hash(store_meeting(hall->stores[0]), &hall->tokens[i],
			  hall->hashes[i]);
	assert_ok(audit_act(hall->stores[0], ACT_ADOPTED, "", AT));
}

static void deal_file(struct hall *hall, int number)
{
	const struct deal deal = {.kiosk = number, .kiosks = hall->kiosks};

	snprintf(hall->paths[number], sizeof(hall->paths[number]),
		 "%s/kiosk%d.meeting", hall->folder, number);
	assert_ok(deal_write(hall->stores[0], hall->paths[number], &deal,
			     &hall->random, AT));
	assert_ok(store_open(hall->paths[number], STORE_WRITE,
			     &hall->stores[number]));
}

static void make_roll(struct hall *hall, bool open)
{
	struct roll_admin *admin = NULL;

	assert_ok(roll_admin_open(hall->stores[0], hall->admin, &admin));
	assert_ok(roll_admin_init(admin));
	if (open)
		assert_ok(roll_admin_phase(admin, PHASE_OPEN));
	roll_admin_free(admin);
}

void hall_begin(struct hall *hall, struct cluster *cluster, int kiosks,
		int slips, bool open)
{
	hall_begin_with(hall, cluster, bolbro_new(), kiosks, slips, open);
}

void hall_begin_with(struct hall *hall, struct cluster *cluster,
		     struct meeting *meeting, int kiosks, int slips, bool open)
{
	static int made;

	assert_true(sodium_init() >= 0);
	assert_non_null(meeting);
	assert_true(kiosks <= HALL_KIOSKS && slips <= HALL_SLIPS);
	memset(hall, 0, sizeof(*hall));
	hall->cluster = cluster;
	hall->kiosks = kiosks;
	hall->slips = slips;
	hall->seed = 7;
	hall->random = bolbro_random(&hall->seed);
	hall->now_ms = 1000000;
	snprintf(hall->name, sizeof(hall->name), "meeting%d", made++);
	cluster_database(cluster, hall->name, hall->url);
	cluster_url_as(cluster, hall->name, "postgres", hall->admin);
	cluster_url_as(cluster, hall->name, "stemmeboks_kiosk", hall->as_kiosk);
	quick_folder("hall", hall->folder, sizeof(hall->folder));
	meeting->roll_url = hall->url;
	meeting->live = LIVE_BATCHES;
	make_file(hall, meeting);
	for (int i = 1; i <= kiosks; i++)
		deal_file(hall, i);
	meeting_free(meeting);
	make_roll(hall, open);
	for (int i = 1; i <= kiosks; i++)
		assert_ok(roll_link_open(hall->stores[i], &hall->links[i]));
	hall_settle(hall);
}

void hall_end(struct hall *hall)
{
	for (int i = 0; i <= hall->kiosks; i++) {
		char journal[3 * CLUSTER_PATH];

		roll_link_free(hall->links[i]);
		store_free(hall->stores[i]);
		unlink(hall->paths[i]);
		snprintf(journal, sizeof(journal), "%s-journal",
			 hall->paths[i]);
		unlink(journal);
	}
	assert_int_equal(rmdir(hall->folder), 0);
}

void hall_leave(struct hall *hall, int number)
{
	roll_link_free(hall->links[number]);
	store_free(hall->stores[number]);
	hall->links[number] = NULL;
	hall->stores[number] = NULL;
}

void hall_gone(struct hall *hall, int number)
{
	char sql[256];

	hall_leave(hall, number);
	snprintf(sql, sizeof(sql),
		 "SELECT count(*) FROM pg_locks, pg_database"
		 " WHERE locktype = 'advisory' AND objid = %d AND"
		 " pg_locks.database = pg_database.oid AND datname = '%s'",
		 number, hall->name);
	for (int i = 0; cluster_number(hall->admin, sql) != 0; i++) {
		assert_true(i < STEPS);
		usleep(MOMENT_US);
	}
}

void hall_enter(struct hall *hall, int number)
{
	assert_ok(store_open(hall->paths[number], STORE_WRITE,
			     &hall->stores[number]));
	assert_ok(roll_link_open(hall->stores[number], &hall->links[number]));
}

void hall_step(struct hall *hall)
{
	hall->now_ms += HALL_STEP_MS;
	for (int i = 1; i <= hall->kiosks; i++)
		if (hall->links[i])
			(void)roll_link_work(hall->links[i], hall->now_ms);
	usleep(MOMENT_US);
}

static bool is_quiet(const struct roll_link *link)
{
	const struct roll_server *roll = (const struct roll_server *)link;

	return !link || (roll->attached && !roll->asked && !roll->noted &&
			 !roll->unsettled && roll->told && roll->look_ms > 0);
}

void hall_settle(struct hall *hall)
{
	int quiet = 0;

	for (int step = 0; quiet < hall->kiosks; step++) {
		if (step > STEPS)
			fail_msg("a kiosk does not come to rest");
		hall_step(hall);
		quiet = 0;
		for (int i = 1; i <= hall->kiosks; i++)
			quiet += is_quiet(hall->links[i]);
	}
}

void hall_wait(struct hall *hall, int ms)
{
	for (; ms > 0; ms -= HALL_STEP_MS)
		hall_step(hall);
}

enum status hall_claim(struct hall *hall, int number, int slip)
{
	enum status status = STATUS_ROLL_AWAY;

	for (int i = 0; i < STEPS && status == STATUS_ROLL_AWAY; i++) {
		status = roll_link_claim(hall->links[number],
					 hall->hashes[slip], hall->now_ms);
		if (status == STATUS_ROLL_AWAY)
			hall_step(hall);
	}
	return status;
}

enum status hall_cast(struct hall *hall, int number, int slip, unsigned vote)
{
	struct ballot ballot = {{0}};

	for (int i = 0; vote; i++, vote >>= 1)
		ballot.value[i] = vote & 1;
	return roll_link_cast(hall->links[number], hall->hashes[slip], &ballot,
			      &hall->random, hall->now_ms);
}

int hall_state(const struct hall *hall, int slip)
{
	char sql[256], hex[2 * SLIP_HASH_BYTES + 1];

	sodium_bin2hex(hex, sizeof(hex), hall->hashes[slip], SLIP_HASH_BYTES);
	snprintf(sql, sizeof(sql),
		 "SELECT state FROM stemmeboks.slip WHERE hash = '\\x%s'", hex);
	return (int)cluster_number(hall->admin, sql);
}

int hall_filled(const struct hall *hall, int number)
{
	int filled = -1, slots;

	assert_ok(box_filled(hall->stores[number], &filled, &slots));
	return filled;
}

int hall_filled_all(const struct hall *hall)
{
	int all = 0;

	for (int i = 1; i <= hall->kiosks; i++)
		all += hall_filled(hall, i);
	return all;
}
