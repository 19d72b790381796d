/* The meeting and its slips, put on the server: roll_admin_init(). */
#include "roll/roll_admin.h"

#include <stdio.h>
#include <string.h>

#include "roll/roll_admin_private.h"
#include "store/roll.h"
#include "store/store.h"

/* clang-format off */
static const char schema[] =
#include "server_schema.h"
;
/* clang-format on */

/* A row as COPY takes it: the hash, a tab, the state. */
enum { LINE = SERVER_HASH + 16 };

static bool rows_true(const PGresult *rows)
{
	return PQntuples(rows) > 0 && PQgetvalue(rows, 0, 0)[0] == 't';
}

/* The tables, if they are not there, and the one row of the meeting. */
static enum status make_schema(struct roll_admin *admin)
{
	PGresult *rows;
	char hash[SERVER_HASH];
	bool made;
	enum status status =
	    roll_admin_ask(admin, SERVER_MADE, NULL, NULL, &rows);

	made = status == STATUS_OK && rows_true(rows);
	PQclear(rows);
	if (status != STATUS_OK || made)
		return status;
	rows = PQexec(admin->connection, schema);
	if (PQresultStatus(rows) != PGRES_COMMAND_OK)
		status = roll_admin_refused(admin);
	PQclear(rows);
	server_hash(store_definition_hash(admin->store), hash);
	if (status == STATUS_OK)
		status = roll_admin_run(admin, SERVER_MEETING_ADD, hash,
					phase_name(PHASE_READY));
	return status;
}

static enum status load_slip(void *context, const struct roll_row *row)
{
	struct roll_admin *admin = context;
	char hex[SERVER_HASH], line[LINE];

	server_hash(row->hash, hex);
	/* COPY reads a backslash as the beginning of something. */
	snprintf(line, sizeof(line), "\\%s\t%d\n", hex,
		 row->state == SLIP_VOID ? SLIP_VOID : SLIP_UNUSED);
	return PQputCopyData(admin->connection, line, (int)strlen(line)) == 1
		   ? STATUS_OK
		   : roll_admin_refused(admin);
}

static enum status load(struct roll_admin *admin)
{
	PGresult *rows;
	enum status status =
	    roll_admin_run(admin, SERVER_LOAD_TABLE, NULL, NULL);

	if (status == STATUS_OK)
		status = roll_admin_run(admin, SERVER_LOAD, NULL, NULL);
	if (status != STATUS_OK)
		return status;
	status = roll_each(admin->store, load_slip, admin);
	if (PQputCopyEnd(admin->connection,
			 status == STATUS_OK ? NULL : "stopped") != 1)
		status = roll_admin_refused(admin);
	while ((rows = PQgetResult(admin->connection))) {
		if (PQresultStatus(rows) != PGRES_COMMAND_OK &&
		    status == STATUS_OK)
			status = roll_admin_refused(admin);
		PQclear(rows);
	}
	if (status == STATUS_OK)
		status = roll_admin_run(admin, SERVER_LOAD_END, NULL, NULL);
	return status;
}

enum status roll_admin_init(struct roll_admin *admin)
{
	enum status status = roll_admin_run(admin, SERVER_BEGIN, NULL, NULL);

	if (status == STATUS_OK)
		status = make_schema(admin);
	if (status == STATUS_OK)
		status = roll_admin_check(admin);
	if (status == STATUS_OK)
		status = load(admin);
	if (status == STATUS_OK)
		return roll_admin_run(admin, SERVER_COMMIT, NULL, NULL);
	(void)roll_admin_run(admin, SERVER_ROLLBACK, NULL, NULL);
	return status;
}
