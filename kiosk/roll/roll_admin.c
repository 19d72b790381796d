#include "roll/roll_admin.h"

#include <libpq-fe.h>
#include <sodium/utils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "roll/server.h"
#include "store/roll.h"
#include "store/store.h"

/* clang-format off */
static const char schema[] =
#include "server_schema.h"
;
/* clang-format on */

enum { HEX = 2 + 2 * SLIP_HASH_BYTES + 1, WHY = 512, LINE = HEX + 16 };

struct roll_admin {
	struct store *store;
	PGconn *connection;
	char why[WHY];
};

static enum status refused(struct roll_admin *admin)
{
	snprintf(admin->why, sizeof(admin->why), "%s",
		 PQerrorMessage(admin->connection));
	return STATUS_ROLL_AWAY;
}

enum status roll_admin_open(struct store *store, const char *url,
			    struct roll_admin **ret_admin)
{
	struct roll_admin *admin = calloc(1, sizeof(*admin));
	const char *const keywords[] = {"connect_timeout", "application_name",
					"dbname", NULL};
	const char *const values[] = {
	    "5", "stemmeboks", url ? url : store_meeting(store)->roll_url,
	    NULL};

	if (!admin)
		return STATUS_MEMORY;
	admin->store = store;
	admin->connection = PQconnectdbParams(keywords, values, 1);
	*ret_admin = admin;
	return PQstatus(admin->connection) == CONNECTION_OK ? STATUS_OK
							    : refused(admin);
}

void roll_admin_free(struct roll_admin *admin)
{
	if (!admin)
		return;
	PQfinish(admin->connection);
	free(admin);
}

const char *roll_admin_why(const struct roll_admin *admin)
{
	return admin ? admin->why : "";
}

/* Asks QUERY with up to two VALUES; the rows are the caller's to PQclear(),
 * also when it failed. */
static enum status ask(struct roll_admin *admin, enum server_query query,
		       const char *first, const char *second,
		       PGresult **ret_rows)
{
	const char *const values[] = {first, second};
	int count = first ? second ? 2 : 1 : 0;
	ExecStatusType got;

	*ret_rows = PQexecParams(admin->connection, server_query_text(query),
				 count, NULL, values, NULL, NULL, 0);
	got = PQresultStatus(*ret_rows);
	return got == PGRES_TUPLES_OK || got == PGRES_COMMAND_OK ||
		       got == PGRES_COPY_IN
		   ? STATUS_OK
		   : refused(admin);
}

static enum status run(struct roll_admin *admin, enum server_query query,
		       const char *first, const char *second)
{
	PGresult *rows;
	enum status status = ask(admin, query, first, second, &rows);

	PQclear(rows);
	return status;
}

static int number_in(const PGresult *rows, int row, int at)
{
	return (int)strtol(PQgetvalue(rows, row, at), NULL, 10);
}

static bool is_true(const PGresult *rows)
{
	return PQntuples(rows) > 0 && PQgetvalue(rows, 0, 0)[0] == 't';
}

static void write_hex(const unsigned char *bytes, char ret_text[HEX])
{
	memcpy(ret_text, "\\x", 2);
	sodium_bin2hex(ret_text + 2, HEX - 2, bytes, SLIP_HASH_BYTES);
}

enum status roll_admin_check(struct roll_admin *admin)
{
	PGresult *rows;
	char hash[HEX];
	enum status status = ask(admin, SERVER_MEETING, NULL, NULL, &rows);

	write_hex(store_definition_hash(admin->store), hash);
	if (status == STATUS_OK &&
	    (PQntuples(rows) != 1 ||
	     strcmp(PQgetvalue(rows, 0, 0), hash + 2) != 0))
		status = STATUS_DISAGREES;
	PQclear(rows);
	return status;
}

/* The tables, if they are not there, and the one row of the meeting. */
static enum status make_schema(struct roll_admin *admin)
{
	PGresult *rows;
	char hash[HEX];
	bool made;
	enum status status = ask(admin, SERVER_MADE, NULL, NULL, &rows);

	made = status == STATUS_OK && is_true(rows);
	PQclear(rows);
	if (status != STATUS_OK || made)
		return status;
	rows = PQexec(admin->connection, schema);
	if (PQresultStatus(rows) != PGRES_COMMAND_OK)
		status = refused(admin);
	PQclear(rows);
	write_hex(store_definition_hash(admin->store), hash);
	if (status == STATUS_OK)
		status = run(admin, SERVER_MEETING_ADD, hash,
			     phase_name(PHASE_READY));
	return status;
}

static enum status load_slip(void *context, const struct roll_row *row)
{
	struct roll_admin *admin = context;
	char hex[HEX], line[LINE];

	write_hex(row->hash, hex);
	/* COPY reads a backslash as the beginning of something. */
	snprintf(line, sizeof(line), "\\%s\t%d\n", hex,
		 row->state == SLIP_VOID ? SLIP_VOID : SLIP_UNUSED);
	return PQputCopyData(admin->connection, line, (int)strlen(line)) == 1
		   ? STATUS_OK
		   : refused(admin);
}

static enum status load(struct roll_admin *admin)
{
	PGresult *rows;
	enum status status = run(admin, SERVER_LOAD_TABLE, NULL, NULL);

	if (status == STATUS_OK)
		status = run(admin, SERVER_LOAD, NULL, NULL);
	if (status != STATUS_OK)
		return status;
	status = roll_each(admin->store, load_slip, admin);
	if (PQputCopyEnd(admin->connection,
			 status == STATUS_OK ? NULL : "stopped") != 1)
		status = refused(admin);
	while ((rows = PQgetResult(admin->connection))) {
		if (PQresultStatus(rows) != PGRES_COMMAND_OK &&
		    status == STATUS_OK)
			status = refused(admin);
		PQclear(rows);
	}
	if (status == STATUS_OK)
		status = run(admin, SERVER_LOAD_END, NULL, NULL);
	return status;
}

enum status roll_admin_init(struct roll_admin *admin)
{
	enum status status = run(admin, SERVER_BEGIN, NULL, NULL);

	if (status == STATUS_OK)
		status = make_schema(admin);
	if (status == STATUS_OK)
		status = roll_admin_check(admin);
	if (status == STATUS_OK)
		status = load(admin);
	if (status == STATUS_OK)
		return run(admin, SERVER_COMMIT, NULL, NULL);
	(void)run(admin, SERVER_ROLLBACK, NULL, NULL);
	return status;
}

enum status roll_admin_phase(struct roll_admin *admin, enum phase phase)
{
	return run(admin, SERVER_PHASE_SET, phase_name(phase), NULL);
}

enum status roll_admin_count(struct roll_admin *admin,
			     struct roll_count *ret_count)
{
	PGresult *rows;
	enum status status = ask(admin, SERVER_SLIP_COUNT, NULL, NULL, &rows);

	if (status == STATUS_OK)
		*ret_count = (struct roll_count){
		    .printed = number_in(rows, 0, 0),
		    .unused = number_in(rows, 0, 1),
		    .in_use = number_in(rows, 0, 2),
		    .used = number_in(rows, 0, 3),
		    .voided = number_in(rows, 0, 4),
		};
	PQclear(rows);
	return status;
}

static void read_phase(const char *name, struct roll_kiosk *kiosk)
{
	for (int phase = 0; phase < PHASE_COUNT; phase++)
		if (strcmp(name, phase_name((enum phase)phase)) == 0) {
			kiosk->has_phase = true;
			kiosk->phase = (enum phase)phase;
		}
}

bool roll_kiosk_follows(const struct roll_kiosk *kiosk, enum phase phase)
{
	return kiosk->never || (kiosk->has_phase && kiosk->phase == phase);
}

static struct roll_kiosk kiosk_in(const PGresult *rows, int row)
{
	enum { CLAIMED = 3 };
	struct roll_kiosk kiosk = {
	    .number = number_in(rows, row, 0),
	    .claims = number_in(rows, row, 1) == CLAIMED,
	    .filled = number_in(rows, row, 3),
	    .serving = number_in(rows, row, 4) != 0,
	    .since = strtoll(PQgetvalue(rows, row, 6), NULL, 10),
	};

	read_phase(PQgetvalue(rows, row, 2), &kiosk);
	return kiosk;
}

/* How many kiosks were made together, as those say that are known. */
static int kiosks_made(const PGresult *rows)
{
	int most = 0;

	for (int i = 0; i < PQntuples(rows); i++)
		if (number_in(rows, i, 5) > most)
			most = number_in(rows, i, 5);
	return most;
}

/* A row for each kiosk that is known, and one for each that was made with them.
 */
static int read_kiosks(const PGresult *rows, int most,
		       struct roll_kiosk *ret_kiosks)
{
	int made = kiosks_made(rows), known = PQntuples(rows);
	int row = 0, count = 0;

	for (int number = 0; count < most && (row < known || number <= made);
	     number++) {
		if (row < known && number_in(rows, row, 0) == number)
			ret_kiosks[count++] = kiosk_in(rows, row++);
		else if (number > 0 && number <= made)
			ret_kiosks[count++] = (struct roll_kiosk){
			    .number = number, .never = true, .filled = -1};
	}
	return count;
}

enum status roll_admin_kiosks(struct roll_admin *admin, int most,
			      struct roll_kiosk *ret_kiosks, int *ret_count)
{
	PGresult *rows;
	enum status status = ask(admin, SERVER_KIOSKS, NULL, NULL, &rows);

	if (status == STATUS_OK)
		*ret_count = read_kiosks(rows, most, ret_kiosks);
	PQclear(rows);
	return status;
}

enum status roll_admin_release(struct roll_admin *admin, int number,
			       bool *ret_released)
{
	char text[16];
	PGresult *rows;
	enum status status;

	snprintf(text, sizeof(text), "%d", number);
	status = ask(admin, SERVER_RELEASE, text, NULL, &rows);
	if (status == STATUS_OK && PQntuples(rows) > 0 &&
	    strcmp(PQgetvalue(rows, 0, 0), "taken") == 0)
		status = STATUS_CHANGED;
	if (status == STATUS_OK)
		*ret_released = PQntuples(rows) > 0 &&
				strcmp(PQgetvalue(rows, 0, 0), "ok") == 0;
	PQclear(rows);
	return status;
}

enum status roll_admin_void(struct roll_admin *admin,
			    const unsigned char hash[SLIP_HASH_BYTES])
{
	/* By the state that the slip had, 0 for none. */
	static const enum status answers[] = {
	    [0] = STATUS_SLIP_OTHER,	      [SLIP_UNUSED] = STATUS_OK,
	    [SLIP_IN_USE] = STATUS_SLIP_USED, [SLIP_USED] = STATUS_SLIP_USED,
	    [SLIP_VOID] = STATUS_SLIP_VOID,
	};
	char hex[HEX];
	PGresult *rows;
	enum status status;
	int state;

	write_hex(hash, hex);
	status = ask(admin, SERVER_SLIP_VOID, hex, NULL, &rows);
	if (status == STATUS_OK) {
		state = number_in(rows, 0, 0);
		status = state >= 0 && state <= SLIP_VOID ? answers[state]
							  : STATUS_DAMAGED;
	}
	PQclear(rows);
	return status;
}

/* ROWS with a hash in each. */
static enum status take_rows(struct store *store, const PGresult *rows)
{
	int count = PQntuples(rows);
	unsigned char(*hashes)[SLIP_HASH_BYTES] =
	    calloc((size_t)count + 1, sizeof(*hashes));
	enum status status = STATUS_OK;

	if (!hashes)
		return STATUS_MEMORY;
	for (int i = 0; i < count && status == STATUS_OK; i++) {
		const char *hex = PQgetvalue(rows, i, 0);

		if (sodium_hex2bin(hashes[i], SLIP_HASH_BYTES, hex, strlen(hex),
				   NULL, NULL, NULL) != 0)
			status = STATUS_DAMAGED;
	}
	if (status == STATUS_OK)
		status = roll_take(
		    store, (const unsigned char(*)[SLIP_HASH_BYTES])hashes,
		    count);
	free(hashes);
	return status;
}

enum status roll_admin_fetch(struct roll_admin *admin, int *ret_count)
{
	PGresult *rows;
	enum status status = ask(admin, SERVER_SLIPS_USED, NULL, NULL, &rows);

	if (status == STATUS_OK)
		status = take_rows(admin->store, rows);
	if (status == STATUS_OK)
		*ret_count = PQntuples(rows);
	PQclear(rows);
	return status;
}

enum status roll_admin_tidy(struct roll_admin *admin)
{
	static const enum server_query steps[] = {
	    SERVER_BEGIN,
	    SERVER_TIDY_LOCK,
	    SERVER_TIDY_SLIPS,
	    SERVER_TIDY_KIOSKS,
	    SERVER_TIDY_EMPTY,
	    SERVER_TIDY_SLIPS_BACK,
	    SERVER_TIDY_KIOSKS_BACK,
	    SERVER_COMMIT,
	};
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		if (status == STATUS_OK)
			status = run(admin, steps[i], NULL, NULL);
	if (status != STATUS_OK)
		(void)run(admin, SERVER_ROLLBACK, NULL, NULL);
	return status;
}
