/* The connection to a shared roll, and what is asked of the meeting there. */
#include "roll/roll_admin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "roll/roll_admin_private.h"
#include "store/roll.h"
#include "store/store.h"

enum status roll_admin_refused(struct roll_admin *admin)
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
	return PQstatus(admin->connection) == CONNECTION_OK
		   ? STATUS_OK
		   : roll_admin_refused(admin);
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

enum status roll_admin_ask(struct roll_admin *admin, enum server_query query,
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
		   : roll_admin_refused(admin);
}

enum status roll_admin_run(struct roll_admin *admin, enum server_query query,
			   const char *first, const char *second)
{
	PGresult *rows;
	enum status status = roll_admin_ask(admin, query, first, second, &rows);

	PQclear(rows);
	return status;
}

int rows_number(const PGresult *rows, int row, int at)
{
	return (int)strtol(PQgetvalue(rows, row, at), NULL, 10);
}

enum status roll_admin_check(struct roll_admin *admin)
{
	PGresult *rows;
	char hash[SERVER_HASH];
	enum status status =
	    roll_admin_ask(admin, SERVER_MEETING, NULL, NULL, &rows);

	server_hash(store_definition_hash(admin->store), hash);
	if (status == STATUS_OK &&
	    (PQntuples(rows) != 1 ||
	     strcmp(PQgetvalue(rows, 0, 0), hash + 2) != 0))
		status = STATUS_DISAGREES;
	PQclear(rows);
	return status;
}

enum status roll_admin_phase(struct roll_admin *admin, enum phase phase)
{
	return roll_admin_run(admin, SERVER_PHASE_SET, phase_name(phase), NULL);
}

enum status roll_admin_count(struct roll_admin *admin,
			     struct roll_count *ret_count)
{
	PGresult *rows;
	enum status status =
	    roll_admin_ask(admin, SERVER_SLIP_COUNT, NULL, NULL, &rows);

	if (status == STATUS_OK)
		*ret_count = (struct roll_count){
		    .printed = rows_number(rows, 0, 0),
		    .unused = rows_number(rows, 0, 1),
		    .in_use = rows_number(rows, 0, 2),
		    .used = rows_number(rows, 0, 3),
		    .voided = rows_number(rows, 0, 4),
		};
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
			status = roll_admin_run(admin, steps[i], NULL, NULL);
	if (status != STATUS_OK)
		(void)roll_admin_run(admin, SERVER_ROLLBACK, NULL, NULL);
	return status;
}
