/* query.h - one SQL statement of queries.def: bound, stepped, reset.
 *
 * Faults are kept in the query and told once, by query_end(), so that the calls
 * between need no checks:
 *
 *	query_start(connection, QUERY_ROLL_STATE, &query);
 *	query_bind_blob(&query, 1, hash, SLIP_HASH_BYTES);
 *	if (query_next(&query))
 *		state = query_number(&query, 0);
 *	status = query_end(&query);
 *
 * A query that was started must be ended, always: a statement that is left
 * open keeps its lock even through a rollback.
 */
#ifndef STEMMEBOKS_QUERY_H
#define STEMMEBOKS_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/status.h"

struct connection;
struct sqlite3_stmt;

enum query_name {
#define QUERY(name, text) QUERY_##name,
#include "store/queries.def"
#undef QUERY
	QUERY_COUNT
};

struct query {
	struct sqlite3_stmt *statement; /* owned by the connection */
	int fault;			/* first SQLite error, or SQLITE_OK */
};

/* What an error code of SQLite means to the rest of the project. */
enum status query_status(int fault);

/* Makes *RET_QUERY the statement NAME, prepared the first time it is asked for.
 * One query of a name at a time. */
void query_start(struct connection *connection, enum query_name name,
		 struct query *ret_query);

/* Binds the parameter ?AT. Text and blobs are borrowed until query_end(). */
void query_bind_number(struct query *query, int at, int64_t number);
void query_bind_text(struct query *query, int at, const char *text);
void query_bind_blob(struct query *query, int at, const void *blob,
		     size_t size);

/* Steps; true when there is a row. False at the end and after a fault. */
bool query_next(struct query *query);

/* Column AT (from 0) of the row. Text is valid until the next step; never
 * NULL. */
int64_t query_number(struct query *query, int at);
const char *query_text(struct query *query, int at);

/* query_number() for what must be an int; a larger number in the file is a
 * fault (STATUS_DAMAGED), not another number. */
int query_int(struct query *query, int at);

/* The SIZE bytes of the blob in column AT; another size in the file is a fault
 * (STATUS_DAMAGED) and leaves RET_BLOB alone. */
void query_blob(struct query *query, int at, void *ret_blob, size_t size);

/* Keeps STATUS_DAMAGED as the query's fault: what was read makes no sense. */
void query_damaged(struct query *query);

/* Resets the statement, forgets what was bound, and tells the first fault. */
enum status query_end(struct query *query);

/* Steps a query that gives no rows, ends it; *ret_changes (may be NULL) is how
 * many rows it changed. */
enum status query_run(struct query *query, int *ret_changes);

#endif
