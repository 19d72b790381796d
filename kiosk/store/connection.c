#include "store/connection.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* clang-format off */
static const char schema[] =
#include "schema.h"
;
/* clang-format on */

enum { HEADER = 100, PAGE = 4096, VERSION = 5, APPLICATION = 0x53544258 };

/* Bytes of the journal that stay on the disk, all zero: room for several casts.
 */
enum { JOURNAL_KEPT = 64 * 1024 };

/* Where the SQLite file format keeps what is looked at here ("Database File
 * Format", 1.3): big endian. */
enum { AT_JOURNAL = 18, AT_VERSION = 60, AT_APPLICATION = 68 };

/* What SQLite must answer, NULL where it answers nothing of use. */
static const struct {
	enum query_name query;
	const char *answer;
} settings[] = {
    {QUERY_SET_BUSY, NULL},	    {QUERY_SET_CELL_CHECK, NULL},
    {QUERY_SET_TEMP_STORE, NULL},   {QUERY_SET_FOREIGN_KEYS, NULL},
    {QUERY_SET_SYNCHRONOUS, NULL},  {QUERY_SET_PAGE_SIZE, NULL},
    {QUERY_SET_SECURE_DELETE, "1"}, {QUERY_SET_JOURNAL, "persist"},
};

static const struct {
	int option, value;
} guards[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},	 {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
};

static uint32_t read_big_endian(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
	       (uint32_t)bytes[2] << 8 | bytes[3];
}

enum status connection_whole(struct connection *connection)
{
	sqlite3_file *file = NULL;
	sqlite3_int64 size = 0;
	int fault = sqlite3_file_control(connection->db, NULL,
					 SQLITE_FCNTL_FILE_POINTER, &file);

	if (fault == SQLITE_OK)
		fault = file->pMethods->xFileSize(file, &size);
	if (fault != SQLITE_OK)
		return STATUS_FILE_READ;
	return size % PAGE == 0 ? STATUS_OK : STATUS_DAMAGED;
}

/* Looks at the header through SQLite's own file: to close another one would
 * drop every lock this program has on it. */
static enum status check_header(sqlite3 *db)
{
	static const char magic[] = "SQLite format 3";
	unsigned char header[HEADER];
	sqlite3_file *file = NULL;
	uint32_t version;
	int fault =
	    sqlite3_file_control(db, NULL, SQLITE_FCNTL_FILE_POINTER, &file);

	if (fault == SQLITE_OK)
		fault = file->pMethods->xRead(file, header, HEADER, 0);
	if (fault == SQLITE_IOERR_SHORT_READ)
		return STATUS_NOT_MEETING;
	if (fault != SQLITE_OK)
		return STATUS_FILE_READ;
	version = read_big_endian(header + AT_VERSION);
	if (memcmp(header, magic, sizeof(magic)) != 0 ||
	    read_big_endian(header + AT_APPLICATION) != APPLICATION)
		return STATUS_NOT_MEETING;
	if (version > VERSION)
		return STATUS_NEWER_VERSION;
	if (version > 0 && version < VERSION)
		return STATUS_OLDER_VERSION;
	/* 1: rollback journal. A write-ahead log would tie votes to voters. */
	if (version == 0 || header[AT_JOURNAL] != 1 ||
	    header[AT_JOURNAL + 1] != 1)
		return STATUS_DAMAGED;
	return STATUS_OK;
}

static enum status set_up(struct connection *connection)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof(guards) / sizeof(guards[0]); i++)
		if (sqlite3_db_config(connection->db, guards[i].option,
				      guards[i].value, NULL) != SQLITE_OK)
			return STATUS_STORE;
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
		const char *answer = settings[i].answer;
		struct query query;

		query_start(connection, settings[i].query, &query);
		if (query_next(&query) && answer &&
		    strcmp(query_text(&query, 0), answer) != 0)
			status = STATUS_STORE;
		while (query_next(&query))
			;
		if (query.fault != SQLITE_OK)
			status = query_status(query.fault);
		(void)query_end(&query);
		if (status != STATUS_OK)
			return status;
	}
	return STATUS_OK;
}

static enum status run(struct connection *connection, enum query_name name)
{
	struct query query;

	query_start(connection, name, &query);
	return query_run(&query, NULL);
}

/* SQLite takes a name that begins with "file:" for a web address. */
static enum status open_file(const char *path, struct connection *connection)
{
	const char *folder = path[0] == '/' ? "" : "./";
	size_t size = strlen(folder) + strlen(path) + 1;
	char *name = malloc(size);
	int fault;

	if (!name)
		return STATUS_MEMORY;
	snprintf(name, size, "%s%s", folder, path);
	fault = sqlite3_open_v2(name, &connection->db,
				SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE,
				NULL);
	free(name);
	if ((fault & 0xff) == SQLITE_CANTOPEN)
		return STATUS_FILE_READ;
	return query_status(fault);
}

enum status connection_open(const char *path, enum store_mode mode,
			    struct connection *ret_connection)
{
	struct connection connection = {0};
	struct stat found;
	enum status status;

	if (stat(path, &found) != 0)
		return STATUS_FILE_MISSING;
	if (!S_ISREG(found.st_mode))
		return STATUS_NOT_MEETING;
	status = open_file(path, &connection);
	if (status == STATUS_OK)
		status = check_header(connection.db);
	if (status == STATUS_OK)
		status = set_up(&connection);
	if (status == STATUS_OK && mode == STORE_READ)
		status = run(&connection, QUERY_SET_READ);
	if (status == STATUS_OK && mode == STORE_WRITE &&
	    sqlite3_db_readonly(connection.db, NULL))
		status = STATUS_STORE;
	if (status != STATUS_OK) {
		connection_close(&connection);
		return status;
	}
	connection.writes = mode == STORE_WRITE;
	*ret_connection = connection;
	return STATUS_OK;
}

static enum status make_schema(struct connection *connection)
{
	enum status status = transaction_begin(connection);

	if (status == STATUS_OK)
		status = query_status(
		    sqlite3_exec(connection->db, schema, NULL, NULL, NULL));
	return status;
}

enum status connection_create(const char *path,
			      struct connection *ret_connection)
{
	struct connection connection = {0};
	enum status status;

	if (path) {
		status = open_file(path, &connection);
		if (status == STATUS_OK)
			status = set_up(&connection);
	} else {
		status = query_status(sqlite3_open(":memory:", &connection.db));
	}
	if (status == STATUS_OK)
		status = make_schema(&connection);
	if (status != STATUS_OK) {
		connection_close(&connection);
		return status;
	}
	connection.writes = path != NULL;
	*ret_connection = connection;
	return STATUS_OK;
}

void connection_close(struct connection *connection)
{
	/* Takes away the journal, unless another program is at work. Never from
	 * a file that was refused: nothing is changed there. Nor after a commit
	 * that failed: the journal may be all that can undo it. */
	if (connection->writes && !connection->suspect)
		(void)run(connection, QUERY_SET_JOURNAL_AWAY);
	for (size_t i = 0; i < QUERY_COUNT; i++)
		sqlite3_finalize(connection->statements[i]);
	sqlite3_close(connection->db);
	*connection = (struct connection){0};
}

enum status snapshot_begin(struct connection *connection)
{
	return run(connection, QUERY_BEGIN_READ);
}

static bool any_open(struct connection *connection)
{
	for (size_t i = 0; i < QUERY_COUNT; i++)
		if (connection->statements[i] &&
		    sqlite3_stmt_busy(connection->statements[i]))
			return true;
	return false;
}

static void roll_back(struct connection *connection)
{
	for (size_t i = 0; i < QUERY_COUNT; i++)
		sqlite3_reset(connection->statements[i]);
	/* SQLite has rolled back by itself after some faults. */
	if (!sqlite3_get_autocommit(connection->db) &&
	    run(connection, QUERY_ROLLBACK) != STATUS_OK)
		connection->suspect = true;
}

void snapshot_end(struct connection *connection)
{
	/* A caller's statement that is open goes on undisturbed. */
	if (!sqlite3_get_autocommit(connection->db))
		(void)run(connection, QUERY_ROLLBACK);
}

enum status transaction_begin(struct connection *connection)
{
	return run(connection, QUERY_BEGIN_WRITE);
}

enum status transaction_end(struct connection *connection, enum status status)
{
	if (status == STATUS_OK && any_open(connection))
		status = STATUS_STORE;
	if (status == STATUS_OK) {
		status = run(connection, QUERY_COMMIT);
		if (status == STATUS_OK)
			return STATUS_OK;
		if (status != STATUS_STORE_BUSY) {
			connection->suspect = true;
			status = STATUS_UNCERTAIN;
		}
	}
	roll_back(connection);
	return status;
}

/* Overwrites the whole of FILE, then cuts off what VACUUM made it grow. */
static void zero_file(int file)
{
	static const unsigned char zeros[JOURNAL_KEPT];
	struct stat found;

	if (fstat(file, &found) != 0)
		return;
	for (off_t at = 0; at < found.st_size;) {
		off_t left = found.st_size - at;
		size_t size = left < JOURNAL_KEPT ? (size_t)left : JOURNAL_KEPT;
		ssize_t written = pwrite(file, zeros, size, at);

		if (written <= 0)
			return;
		at += written;
	}
	if (fdatasync(file) == 0 && found.st_size > JOURNAL_KEPT)
		(void)!ftruncate(file, JOURNAL_KEPT);
}

void connection_scrub(struct connection *connection)
{
	const char *name =
	    sqlite3_filename_journal(sqlite3_db_filename(connection->db, NULL));
	int file;

	/* With the lock to write, nobody else has a journal there. */
	if (connection->suspect || transaction_begin(connection) != STATUS_OK)
		return;
	file = open(name, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
	if (file >= 0) {
		zero_file(file);
		close(file);
	}
	roll_back(connection);
}

void connection_vacuum(struct connection *connection)
{
	(void)run(connection, QUERY_VACUUM);
	connection_scrub(connection);
}
