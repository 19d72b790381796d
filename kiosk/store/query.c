#include "store/query.h"

#include <assert.h>
#include <sqlite3.h>
#include <string.h>

#include "store/connection.h"

static const char *const texts[QUERY_COUNT] = {
#define QUERY(name, text) text,
#include "store/queries.def"
#undef QUERY
};

static const struct {
	int fault;
	enum status status;
} faults[] = {
    {SQLITE_OK, STATUS_OK},
    {SQLITE_BUSY, STATUS_STORE_BUSY},
    {SQLITE_LOCKED, STATUS_STORE_BUSY},
    {SQLITE_NOMEM, STATUS_MEMORY},
    /* Comes only after the header was found to be a meeting's. */
    {SQLITE_NOTADB, STATUS_DAMAGED},
    {SQLITE_CORRUPT, STATUS_DAMAGED},
    /* The statements are fixed, so it is the file that lacks a table. */
    {SQLITE_ERROR, STATUS_DAMAGED},
};

enum status query_status(int fault)
{
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++)
		if (faults[i].fault == (fault & 0xff))
			return faults[i].status;
	return STATUS_STORE;
}

void query_start(struct connection *connection, enum query_name name,
		 struct query *ret_query)
{
	sqlite3_stmt **statement = &connection->statements[name];
	int fault = SQLITE_OK;

	if (!*statement)
		fault = sqlite3_prepare_v3(connection->db, texts[name], -1,
					   SQLITE_PREPARE_PERSISTENT, statement,
					   NULL);
	assert(!*statement || !sqlite3_stmt_busy(*statement));
	*ret_query = (struct query){*statement, fault};
}

void query_bind_number(struct query *query, int at, int64_t number)
{
	if (query->fault == SQLITE_OK)
		query->fault = sqlite3_bind_int64(query->statement, at, number);
}

void query_bind_text(struct query *query, int at, const char *text)
{
	if (query->fault == SQLITE_OK)
		query->fault = sqlite3_bind_text(query->statement, at, text, -1,
						 SQLITE_STATIC);
}

void query_bind_blob(struct query *query, int at, const void *blob, size_t size)
{
	if (query->fault == SQLITE_OK)
		query->fault = sqlite3_bind_blob64(query->statement, at, blob,
						   size, SQLITE_STATIC);
}

bool query_next(struct query *query)
{
	int fault;

	if (query->fault != SQLITE_OK)
		return false;
	fault = sqlite3_step(query->statement);
	if (fault != SQLITE_ROW && fault != SQLITE_DONE)
		query->fault = fault;
	return fault == SQLITE_ROW;
}

int64_t query_number(struct query *query, int at)
{
	return sqlite3_column_int64(query->statement, at);
}

int query_int(struct query *query, int at)
{
	int64_t number = query_number(query, at);

	if (number == (int)number)
		return (int)number;
	query_damaged(query);
	return 0;
}

const char *query_text(struct query *query, int at)
{
	const unsigned char *text = sqlite3_column_text(query->statement, at);

	return text ? (const char *)text : "";
}

void query_blob(struct query *query, int at, void *ret_blob, size_t size)
{
	const void *blob = sqlite3_column_blob(query->statement, at);

	if (!blob || (size_t)sqlite3_column_bytes(query->statement, at) != size)
		query_damaged(query);
	else
		memcpy(ret_blob, blob, size);
}

void query_damaged(struct query *query)
{
	if (query->fault == SQLITE_OK)
		query->fault = SQLITE_CORRUPT;
}

enum status query_end(struct query *query)
{
	if (query->statement) {
		/* It repeats the fault of the last step, which is kept. */
		(void)sqlite3_reset(query->statement);
		(void)sqlite3_clear_bindings(query->statement);
	}
	return query_status(query->fault);
}

enum status query_run(struct query *query, int *ret_changes)
{
	enum status status;

	while (query_next(query))
		;
	status = query_end(query);
	if (status == STATUS_OK && ret_changes)
		*ret_changes =
		    sqlite3_changes(sqlite3_db_handle(query->statement));
	return status;
}
