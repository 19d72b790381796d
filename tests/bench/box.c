/* box.c - a meeting file with a full box: box FILE COUNT; or a city of them:
 * box FILE COUNT MEETINGS makes FILE-1, FILE-2 and so on, all closed.
 *
 * COUNT slips of the Bolbro meeting, all used, and as many ballots; open for
 * voting. 50,000 casts would take a quarter of an hour, so the ballots are put
 * into the slots by plain SQL, in one transaction; the file is the same.
 */
#include <sodium/core.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "store/audit.h"
#include "store/deal.h"
#include "store/entropy.h"
#include "store/roll.h"
#include "store/store.h"
#include "tests/lib/bolbro.h"

static const char at[] = "2015-11-10 19:00";

/* COUNT slips in the ready file at PATH, and its voting opened. */
static bool open_box(const char *path, int count)
{
	struct slip *slips = calloc((size_t)count, sizeof(*slips));
	struct store *store = NULL;
	int first;
	bool made = slips && !store_open(path, STORE_WRITE, &store) &&
		    !roll_add(store, count, "", &entropy, at, slips, &first) &&
		    !audit_act(store, ACT_OPENED, "", at);

	store_free(store);
	free(slips);
	return made;
}

static bool act_on(const char *path, enum act act)
{
	struct store *store = NULL;
	bool done = !store_open(path, STORE_WRITE, &store) &&
		    !audit_act(store, act, "", at);

	store_free(store);
	return done;
}

static bool make(const char *path, const struct meeting *meeting)
{
	return !store_create(path, meeting, at) && act_on(path, ACT_ADOPTED);
}

/* Of COUNT proposals the first is chosen most, the last least, so that no tie
 * stops the count. */
static int favourite(int ballot, int count)
{
	int left = ballot % (count * (count + 1) / 2), proposal = 0;

	while (left >= count - proposal)
		left -= count - proposal++;
	return proposal;
}

static void write_ballot(const struct meeting *meeting, int number,
			 char text[BALLOT_TEXT + 1])
{
	struct ballot ballot = {{0}};

	ballot.value[favourite(number, 3)] = 1;
	ballot.value[3 + favourite(number, 7)] = 1;
	ballot_encode(meeting, &ballot, text);
}

/* Ballot I goes into slot I; the slots' ids are random. */
static bool fill_slots(sqlite3 *db, const struct meeting *meeting, int count)
{
	static const char sql[] =
	    "UPDATE box SET used = 3, ballot = ?2 WHERE slot ="
	    " (SELECT slot FROM slots WHERE number = ?1)";
	sqlite3_stmt *fill;
	bool filled = sqlite3_prepare_v2(db, sql, -1, &fill, NULL) == SQLITE_OK;

	for (int i = 0; i < count && filled; i++) {
		char text[BALLOT_TEXT + 1];

		write_ballot(meeting, i, text);
		sqlite3_bind_int(fill, 1, i + 1);
		sqlite3_bind_text(fill, 2, text, -1, SQLITE_TRANSIENT);
		filled = sqlite3_step(fill) == SQLITE_DONE &&
			 sqlite3_changes(db) == 1;
		sqlite3_reset(fill);
	}
	sqlite3_finalize(fill);
	return filled;
}

static bool fill(const char *path, const struct meeting *meeting, int count)
{
	static const char begin[] =
	    "CREATE TEMP TABLE slots (number INTEGER PRIMARY KEY, slot BLOB);"
	    "INSERT INTO slots (slot) SELECT slot FROM box;"
	    "BEGIN; UPDATE roll SET state = 4";
	sqlite3 *db;
	bool filled = !sqlite3_open(path, &db) &&
		      !sqlite3_exec(db, begin, NULL, NULL, NULL) &&
		      fill_slots(db, meeting, count) &&
		      !sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);

	sqlite3_close(db);
	return filled;
}

/* The file of meeting NUMBER of so many, with COUNT ballots. */
static bool make_meeting(const char *path, const struct meeting *meeting,
			 int count, int number, int meetings)
{
	struct deal deal = {.kiosk = number, .kiosks = meetings};
	struct store *store = NULL;
	char own[512];
	bool made;

	snprintf(own, sizeof(own), "%s-%d", path, number);
	snprintf(deal.name, sizeof(deal.name), "Meeting %d", number);
	made = !store_open(path, STORE_WRITE, &store) &&
	       !deal_write(store, own, &deal, &entropy, at);
	store_free(store);
	return made && open_box(own, count) && fill(own, meeting, count) &&
	       act_on(own, ACT_CLOSED);
}

int main(int argc, char **argv)
{
	struct meeting *meeting = bolbro_new();
	int count = argc >= 3 ? atoi(argv[2]) : 0;
	int meetings = argc >= 4 ? atoi(argv[3]) : 0;
	bool made;

	if (count < 1 || sodium_init() < 0 || !meeting) {
		fputs("box FILE COUNT [MEETINGS]\n", stderr);
		return 2;
	}
	made = make(argv[1], meeting);
	for (int i = 1; i <= meetings && made; i++)
		made = make_meeting(argv[1], meeting, count, i, meetings);
	if (!meetings)
		made = made && open_box(argv[1], count) &&
		       fill(argv[1], meeting, count);
	meeting_free(meeting);
	return made ? 0 : 1;
}
