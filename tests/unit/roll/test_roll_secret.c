/* Who has the roll and all boxes tries to link slips to votes: by every column
 * of the roll and its rows' place and transaction, by the slots' order and
 * their place in the files; also who wrote down which kiosk each slip was used
 * at. Nothing finds more than chance does. */
#include <libpq-fe.h>
#include <math.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "core/random.h"
#include "roll/roll_admin.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/roll_hall.h"

#define assert_ok(found)                                                       \
	assert_string_equal(status_name(found), status_name(STATUS_OK))

enum { KIOSKS = 3, VOTES = 180, KINDS = 5, SLOT = 16, KEYS = 4 };

/* What really happened; nobody but the test has it. */
static struct truth {
	int slip, kiosk, kind;
} truths[VOTES]; /* in the order of the votes */

/* A used slip as the roll has it, with what it could be sorted by. */
struct row {
	char hash[2 * SLIP_HASH_BYTES + 1];
	long long key[KEYS];
	int kind, kiosk, order; /* the truth */
};

/* A filled slot. */
struct slot {
	unsigned char id[SLOT];
	long long offset; /* in its file */
	int kind, kiosk;
};

static struct row rows[VOTES];
static struct slot slots[VOTES];
static struct hall hall;

/* Everybody votes, at the kiosk that is free. */
static void hold_the_meeting(void)
{
	int order[HALL_SLIPS];

	for (int i = 0; i < hall.slips; i++)
		order[i] = i;
	random_shuffle(&hall.random, order, hall.slips);
	for (int i = 0; i < VOTES; i++) {
		struct truth *truth = &truths[i];

		*truth = (struct truth){
		    order[i], 1 + (int)hall.random.below(&hall.seed, KIOSKS),
		    (int)hall.random.below(&hall.seed, KINDS)};
		assert_ok(hall_claim(&hall, truth->kiosk, truth->slip));
		/* Proposals 4 to 8, of which one may be ticked. */
		assert_ok(hall_cast(&hall, truth->kiosk, truth->slip,
				    8u << truth->kind));
	}
	hall_settle(&hall);
}

static void know_truth(struct row *row)
{
	for (int i = 0; i < VOTES; i++) {
		char hash[2 * SLIP_HASH_BYTES + 1];

		sodium_bin2hex(hash, sizeof(hash), hall.hashes[truths[i].slip],
			       SLIP_HASH_BYTES);
		if (strcmp(hash, row->hash) != 0)
			continue;
		row->kind = truths[i].kind;
		row->kiosk = truths[i].kiosk;
		row->order = i;
		return;
	}
	fail_msg("a slip is used that nobody voted with");
}

static void read_roll(void)
{
	PGconn *connection = PQconnectdb(hall.admin);
	PGresult *found = PQexec(
	    connection,
	    "SELECT encode(hash, 'hex'), xmin::text, xmax::text, cmin::text,"
	    " (split_part(trim('()' FROM ctid::text), ',', 1)::bigint * 1000"
	    " + split_part(trim('()' FROM ctid::text), ',', 2)::bigint)::text"
	    " FROM stemmeboks.slip WHERE state = 4 ORDER BY hash");

	assert_int_equal(PQresultStatus(found), PGRES_TUPLES_OK);
	assert_int_equal(PQntuples(found), VOTES);
	for (int i = 0; i < VOTES; i++) {
		snprintf(rows[i].hash, sizeof(rows[i].hash), "%s",
			 PQgetvalue(found, i, 0));
		for (int key = 0; key < KEYS; key++)
			rows[i].key[key] =
			    strtoll(PQgetvalue(found, i, 1 + key), NULL, 10);
		know_truth(&rows[i]);
	}
	PQclear(found);
	PQfinish(connection);
}

static unsigned char *read_file(const char *path, size_t *ret_size)
{
	FILE *file = fopen(path, "rb");
	unsigned char *bytes;

	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	*ret_size = (size_t)ftell(file);
	rewind(file);
	bytes = malloc(*ret_size);
	assert_non_null(bytes);
	assert_int_equal(fread(bytes, 1, *ret_size, file), *ret_size);
	fclose(file);
	return bytes;
}

static int read_box(int kiosk, int count)
{
	sqlite3_stmt *query = NULL;
	sqlite3 *db = NULL;
	size_t size;
	unsigned char *bytes = read_file(hall.paths[kiosk], &size);

	assert_int_equal(sqlite3_open(hall.paths[kiosk], &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_prepare_v2(db,
			       "SELECT slot, instr(ballot, '001') FROM box"
			       " WHERE used = 3 ORDER BY slot",
			       -1, &query, NULL),
	    SQLITE_OK);
	while (sqlite3_step(query) == SQLITE_ROW) {
		struct slot *slot = &slots[count];
		const unsigned char *place;

		assert_true(count++ < VOTES);
		memcpy(slot->id, sqlite3_column_blob(query, 0), SLOT);
		slot->kind = (sqlite3_column_int(query, 1) - 1) / 3 - 3;
		slot->kiosk = kiosk;
		place = memmem(bytes, size, slot->id, SLOT);
		assert_non_null(place);
		slot->offset = place - bytes;
	}
	sqlite3_finalize(query);
	sqlite3_close(db);
	free(bytes);
	return count;
}

static int sort_key; /* for the comparisons below */

static int by_key(const void *a, const void *b)
{
	long long one = ((const struct row *)a)->key[sort_key];
	long long two = ((const struct row *)b)->key[sort_key];

	return one < two ? -1 : one > two;
}

static int by_hash(const void *a, const void *b)
{
	return strcmp(((const struct row *)a)->hash,
		      ((const struct row *)b)->hash);
}

static int by_id(const void *a, const void *b)
{
	return memcmp(((const struct slot *)a)->id,
		      ((const struct slot *)b)->id, SLOT);
}

static int by_offset(const void *a, const void *b)
{
	long long one = ((const struct slot *)a)->offset;
	long long two = ((const struct slot *)b)->offset;

	return one < two ? -1 : one > two;
}

/* The slips of KIOSK (0: of all), in their order, linked one by one to its
 * slots, from the front or from the back. Whether that finds out more than
 * chance: the mean for votes of so many kinds, and four and a half deviations.
 */
static bool link_up(int kiosk, bool back)
{
	int row_kind[VOTES], slot_kind[VOTES], of[KINDS] = {0};
	int count = 0, found = 0, hits = 0;
	double mean = 0;

	for (int i = 0; i < VOTES; i++) {
		if (kiosk == 0 || rows[i].kiosk == kiosk)
			row_kind[count++] = rows[i].kind;
		if (kiosk == 0 || slots[i].kiosk == kiosk)
			slot_kind[found++] = slots[i].kind;
	}
	assert_int_equal(found, count);
	for (int i = 0; i < count; i++) {
		hits += row_kind[i] == slot_kind[back ? count - 1 - i : i];
		of[row_kind[i]]++;
	}
	for (int kind = 0; kind < KINDS; kind++)
		mean += (double)of[kind] * of[kind] / count;
	return hits > mean + 4.5 * sqrt(mean * (1 - mean / count));
}

/* How many of the ways there are find anything. */
static int link_in_every_way(void)
{
	int finds = 0;

	for (sort_key = -1; sort_key < KEYS; sort_key++) {
		qsort(rows, VOTES, sizeof(*rows),
		      sort_key < 0 ? by_hash : by_key);
		for (int way = 0; way < 4; way++) {
			qsort(slots, VOTES, sizeof(*slots),
			      way & 1 ? by_id : by_offset);
			for (int kiosk = 0; kiosk <= KIOSKS; kiosk++)
				finds += link_up(kiosk, way & 2);
		}
	}
	return finds;
}

/* In the order of KEY, how many neighbours were used in that order: half of
 * them by chance. */
static int in_order(int key)
{
	int count = 0;

	sort_key = key;
	qsort(rows, VOTES, sizeof(*rows), by_key);
	for (int i = 1; i < VOTES; i++)
		count += rows[i - 1].order < rows[i].order;
	return count;
}

/* What the boxes would be if they were filled from the front on: the proof that
 * such a box is found out. */
static void fill_in_order(void)
{
	for (int i = 0; i < VOTES; i++)
		slots[i] = (struct slot){.id = {(unsigned char)i},
					 .offset = i,
					 .kind = truths[i].kind,
					 .kiosk = truths[i].kiosk};
}

static void roll_and_boxes_link_no_slip_to_a_vote(void **state)
{
	struct roll_admin *admin = NULL;
	int count = 0;

	hall_begin(&hall, *state, KIOSKS, 200, true);
	hold_the_meeting();
	for (int kiosk = 1; kiosk <= KIOSKS; kiosk++)
		count = read_box(kiosk, count);
	assert_int_equal(count, VOTES);
	read_roll();
	/* The roll alone does tell, about, in which order slips were used. */
	assert_true(in_order(0) > VOTES * 8 / 10);
	assert_int_equal(link_in_every_way(), 0);
	fill_in_order();
	assert_true(link_in_every_way() > KIOSKS);
	assert_ok(roll_admin_open(hall.stores[0], hall.admin, &admin));
	assert_ok(roll_admin_tidy(admin));
	roll_admin_free(admin);
	for (int kiosk = 1, again = 0; kiosk <= KIOSKS; kiosk++)
		again = read_box(kiosk, again);
	read_roll();
	assert_int_equal(cluster_number(hall.admin,
					"SELECT count(DISTINCT xmin::text)"
					" FROM stemmeboks.slip"),
			 1);
	for (int key = 0; key < KEYS; key++)
		assert_true(in_order(key) < VOTES * 7 / 10);
	assert_int_equal(link_in_every_way(), 0);
	hall_end(&hall);
}

/* Of a used slip nothing in the tables says at which kiosk it was. */
static void no_table_ties_a_used_slip_to_a_kiosk(void **state)
{
	hall_begin(&hall, *state, 2, 10, true);
	for (int i = 0; i < 4; i++) {
		assert_ok(hall_claim(&hall, 1 + i % 2, i));
		assert_ok(hall_cast(&hall, 1 + i % 2, i, 8));
	}
	hall_settle(&hall);
	assert_int_equal(cluster_number(hall.admin,
					"SELECT count(*) FROM stemmeboks.kiosk"
					" WHERE slip IS NOT NULL"),
			 0);
	assert_int_equal(
	    cluster_number(hall.admin,
			   "SELECT count(*) FROM information_schema.columns"
			   " WHERE table_schema = 'stemmeboks' AND"
			   " table_name = 'slip'"),
	    2);
	/* When a kiosk claimed a slip is known as long as it has it. */
	assert_int_equal(cluster_number(hall.admin, "SELECT count(since) FROM"
						    " stemmeboks.kiosk"),
			 0);
	assert_ok(hall_claim(&hall, 1, 8));
	assert_int_equal(cluster_number(hall.admin,
					"SELECT sum(since % 300) FROM"
					" stemmeboks.kiosk"),
			 0);
	assert_int_equal(
	    cluster_number(hall.admin,
			   "SELECT count(*) FROM information_schema.columns"
			   " WHERE table_schema = 'stemmeboks' AND data_type"
			   " ~ 'time|date|interval'"),
	    0);
	/* And the ballots of a box are not told before it is closed. */
	assert_int_equal(cluster_number(hall.admin, "SELECT count(filled) FROM"
						    " stemmeboks.kiosk"),
			 0);
	hall_end(&hall);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(roll_and_boxes_link_no_slip_to_a_vote),
	    cmocka_unit_test(no_table_ties_a_used_slip_to_a_kiosk),
	};

	return cmocka_run_group_tests(tests, cluster_begin, cluster_end);
}
