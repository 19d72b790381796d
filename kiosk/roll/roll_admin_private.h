/* roll_admin_private.h - what roll_admin.c and its roll_admin_*.c share. */
#ifndef STEMMEBOKS_ROLL_ADMIN_PRIVATE_H
#define STEMMEBOKS_ROLL_ADMIN_PRIVATE_H

#include <libpq-fe.h>

#include "core/status.h"
#include "roll/server.h"

struct store;

enum { ROLL_ADMIN_WHY = 512 };

struct roll_admin {
	struct store *store;
	PGconn *connection;
	char why[ROLL_ADMIN_WHY];
};

/* Keeps the server's words of what went wrong last; STATUS_ROLL_AWAY. */
enum status roll_admin_refused(struct roll_admin *admin);

/* Asks QUERY with up to two VALUES, NULL for none. STATUS_ROLL_AWAY; the rows
 * are the caller's to PQclear(), also when it failed. */
enum status roll_admin_ask(struct roll_admin *admin, enum server_query query,
			   const char *first, const char *second,
			   PGresult **ret_rows);

/* As roll_admin_ask(), where no rows matter. */
enum status roll_admin_run(struct roll_admin *admin, enum server_query query,
			   const char *first, const char *second);

/* The whole number in ROW, column AT, both from 0. */
int rows_number(const PGresult *rows, int row, int at);

#endif
