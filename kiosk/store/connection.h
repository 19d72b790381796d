/* connection.h - one SQLite connection with the settings a meeting needs.
 *
 * Inside the store only. Transactions: begin, then end with the status so far;
 * no statement may be open when one is committed.
 *
 * The rollback journal holds pages of the roll and the box as they were before
 * a cast: next to the file after it, they say who voted what. A journal that is
 * removed leaves them in blocks of the disk that nothing points to any more; so
 * it stays, in the same blocks, and is overwritten with zeros after each
 * commit. It is removed when the last program that writes lets go.
 */
#ifndef STEMMEBOKS_CONNECTION_H
#define STEMMEBOKS_CONNECTION_H

#include <stdbool.h>

#include "store/query.h"
#include "store/store.h"

struct sqlite3;

struct connection {
	struct sqlite3 *db;
	bool writes;
	bool suspect; /* a commit or a rollback failed: what the file holds
			 is for the next who opens it to find out */
	struct sqlite3_stmt *statements[QUERY_COUNT]; /* NULL until used */
};

/* Opens PATH, which must exist. A reader's connection can write all the same
 * until it is told `query_only`, because only so can it roll back the journal
 * of a program that was killed.
 *
 * Refuses what is not a meeting's file by its header, before any page is
 * trusted: STATUS_NOT_MEETING, STATUS_NEWER_VERSION, STATUS_OLDER_VERSION,
 * STATUS_DAMAGED; else as
 * query_status(). After a failure CONNECTION is closed. */
enum status connection_open(const char *path, enum store_mode mode,
			    struct connection *ret_connection);

/* The same on the empty file at PATH, with the tables of schema.sql made in a
 * transaction that is still open. NULL: a database in memory. */
enum status connection_create(const char *path,
			      struct connection *ret_connection);

/* Rolls back what is open. Takes one that is closed or all zero. */
void connection_close(struct connection *connection);

/* Whether the file ends with a whole page: SQLite takes what is missing of the
 * last one for zeros. STATUS_DAMAGED; with a snapshot or transaction begun. */
enum status connection_whole(struct connection *connection);

/* A view of the file that stands still until snapshot_end(). */
enum status snapshot_begin(struct connection *connection);
void snapshot_end(struct connection *connection);

/* Takes the lock to write at once, so that what is read next stays true. */
enum status transaction_begin(struct connection *connection);

/* Commits when STATUS is STATUS_OK, else rolls back and returns STATUS.
 *
 * STATUS_STORE_BUSY: a reader did not let go; rolled back. STATUS_STORE:
 * refused because a statement is open; rolled back. STATUS_UNCERTAIN: the
 * commit failed and was rolled back as far as that went; the caller must look
 * at the file to know what stands there. */
enum status transaction_end(struct connection *connection, enum status status);

/* Overwrites with zeros what the journal held of the file as it was. A fault is
 * not told: what was committed before stands, and the next scrub does it again.
 */
void connection_scrub(struct connection *connection);

/* Makes the file anew, so that what was added lies as if it had always been
 * there, and scrubs. A fault is not told either. */
void connection_vacuum(struct connection *connection);

#endif
