/* server.h - a connection to the shared roll that never waits: it is looked
 * after four to ten times a second, asks one thing at a time, and comes back by
 * itself when it was lost.
 *
 * How the server is found and who may speak to it is libpq's own business
 * (passfile, service, PGSSLMODE, certificates: "Database Connection Control
 * Functions" in PostgreSQL's manual). One thing in libpq waits all the same:
 * looking up a name. So addresses should be numbers (hostaddr), or stand in
 * /etc/hosts.
 */
#ifndef STEMMEBOKS_SERVER_H
#define STEMMEBOKS_SERVER_H

#include <stdbool.h>
#include <stdint.h>

#include "core/slip.h"
#include "core/status.h"

struct server;

enum {
	SERVER_CONNECT_MS = 5000, /* then another attempt is made */
	SERVER_ANSWER_MS = 3000,  /* then the connection is given up */
	SERVER_AGAIN_MS = 500,	  /* between two attempts */
	SERVER_VALUES = 5,	  /* of one question */
	/* A hash as PostgreSQL takes it: \x, two digits a byte, and the end. */
	SERVER_HASH = 2 + 2 * SLIP_HASH_BYTES + 1,
	SERVER_NAME = 256, /* bytes of a host's name, with the NUL */
};

enum server_query {
#define SERVER_QUERY(name, text) SERVER_##name,
#include "roll/server.def"
#undef SERVER_QUERY
	SERVER_QUERY_COUNT
};

enum server_state {
	SERVER_AWAY,	 /* not connected; it is being tried */
	SERVER_IDLE,	 /* may be asked */
	SERVER_ASKED,	 /* has not answered yet */
	SERVER_ANSWERED, /* the answer may be read, until server_next() */
};

/* The statement's text. Static. */
const char *server_query_text(enum server_query query);

/* The hash BYTES as a value. */
void server_hash(const unsigned char bytes[SLIP_HASH_BYTES],
		 char ret_text[SERVER_HASH]);

/* Whether URL can be a meeting's: postgresql://… as libpq reads it, without
 * user and passwords, which are not for everyone who has the meeting's file. */
bool server_url_good(const char *url);

/* Whether a server of URL has only a name, which has to be looked up, and that
 * waits (see above): the first such name, cut where it is too long. The host of
 * a URL is a name unless it is a number, a socket of this machine, or has an
 * address in numbers beside it (hostaddr). *ret_name is untouched when false.
 */
bool server_url_name(const char *url, char ret_name[SERVER_NAME]);

/* A connection to URL as role USER that is not begun yet. STATUS_INPUT unless
 * server_url_good(), STATUS_MEMORY. Free with server_free(), which takes NULL.
 */
enum status server_new(const char *url, const char *user,
		       struct server **ret_server);
void server_free(struct server *server);

/* Goes on connecting, sending and reading. Returns what the server is now; from
 * SERVER_AWAY on nothing of what was asked on the lost connection is answered
 * any more, done or not. */
enum server_state server_work(struct server *server, uint64_t now_ms);

/* The same, but waits up to MS for something to come. */
enum server_state server_glance(struct server *server, int ms, uint64_t now_ms);

/* Asks QUERY with COUNT values as text (NULL: SQL's NULL), which are copied.
 * Only while SERVER_IDLE. */
void server_ask(struct server *server, enum server_query query, int count,
		const char *const values[], uint64_t now_ms);

/* Whether the answer is a row; false: the server refused. */
bool server_has_row(const struct server *server);

/* Column AT of the answer's first row, "" for NULL; valid until
 * server_next(). */
const char *server_text(const struct server *server, int at);

/* Has done with the answer. */
void server_next(struct server *server);

/* Gives the connection up, to begin anew. */
void server_drop(struct server *server, uint64_t now_ms);

#endif
