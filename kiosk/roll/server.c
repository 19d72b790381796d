#include "roll/server.h"

#include <assert.h>
#include <libpq-fe.h>
#include <poll.h>
#include <sodium/utils.h>
#include <stdlib.h>
#include <string.h>

struct server {
	char *url, *user;
	PGconn *connection; /* NULL: none */
	PGresult *answer;
	enum server_state state;
	PostgresPollingStatusType awaits; /* while connecting */
	uint64_t until_ms; /* AWAY: when to give this attempt up, or to begin
			      one; ASKED: when to give the answer up */
};

static const char *const texts[SERVER_QUERY_COUNT] = {
#define SERVER_QUERY(name, text) text,
#include "roll/server.def"
#undef SERVER_QUERY
};

const char *server_query_text(enum server_query query)
{
	return texts[query];
}

void server_hash(const unsigned char bytes[SLIP_HASH_BYTES],
		 char ret_text[SERVER_HASH])
{
	memcpy(ret_text, "\\x", 2);
	sodium_bin2hex(ret_text + 2, SERVER_HASH - 2, bytes, SLIP_HASH_BYTES);
}

static bool is_empty(const char *text)
{
	return !text || !*text;
}

bool server_url_good(const char *url)
{
	static const char *const secret[] = {"user", "password", "sslpassword"};
	PQconninfoOption *options;
	bool good;

	if (strncmp(url, "postgresql://", strlen("postgresql://")) != 0)
		return false;
	options = PQconninfoParse(url, NULL);
	good = options != NULL;
	for (PQconninfoOption *at = options; at && at->keyword; at++)
		for (size_t i = 0; i < sizeof(secret) / sizeof(*secret); i++)
			if (strcmp(at->keyword, secret[i]) == 0 &&
			    !is_empty(at->val))
				good = false;
	PQconninfoFree(options);
	return good;
}

enum status server_new(const char *url, const char *user,
		       struct server **ret_server)
{
	struct server *server;

	if (!server_url_good(url))
		return STATUS_INPUT;
	server = calloc(1, sizeof(*server));
	if (!server)
		return STATUS_MEMORY;
	server->url = strdup(url);
	server->user = strdup(user);
	if (!server->url || !server->user) {
		server_free(server);
		return STATUS_MEMORY;
	}
	*ret_server = server;
	return STATUS_OK;
}

void server_free(struct server *server)
{
	if (!server)
		return;
	PQclear(server->answer);
	PQfinish(server->connection);
	free(server->url);
	free(server->user);
	free(server);
}

void server_drop(struct server *server, uint64_t now_ms)
{
	PQclear(server->answer);
	PQfinish(server->connection);
	server->answer = NULL;
	server->connection = NULL;
	server->state = SERVER_AWAY;
	server->until_ms = now_ms + SERVER_AGAIN_MS;
}

static void connect_begin(struct server *server, uint64_t now_ms)
{
	/* The later ones win. Kerberos would be looked for over the network
	 * before anything else. */
	const char *const keywords[] = {"gssencmode", "application_name",
					"dbname", "user", NULL};
	const char *const values[] = {"disable", "stemmeboks", server->url,
				      server->user, NULL};

	server->connection = PQconnectStartParams(keywords, values, 1);
	server->until_ms = now_ms + SERVER_CONNECT_MS;
	server->awaits = PGRES_POLLING_WRITING;
	if (!server->connection ||
	    PQstatus(server->connection) == CONNECTION_BAD)
		server_drop(server, now_ms);
}

/* Whether the socket is ready for what the attempt waits for, or is so within
 * MS. */
static bool is_ready(const struct server *server, short events, int ms)
{
	struct pollfd waited = {PQsocket(server->connection), events, 0};

	return poll(&waited, 1, ms) > 0;
}

static void connect_go_on(struct server *server, uint64_t now_ms)
{
	while (is_ready(
	    server, server->awaits == PGRES_POLLING_READING ? POLLIN : POLLOUT,
	    0)) {
		server->awaits = PQconnectPoll(server->connection);
		if (server->awaits == PGRES_POLLING_FAILED) {
			server_drop(server, now_ms);
			return;
		}
		if (server->awaits != PGRES_POLLING_OK)
			continue;
		if (PQsetnonblocking(server->connection, 1) != 0)
			server_drop(server, now_ms);
		else
			server->state = SERVER_IDLE;
		return;
	}
	if (now_ms >= server->until_ms)
		server_drop(server, now_ms);
}

/* Takes the answer when all of it has come. */
static void read_answer(struct server *server, uint64_t now_ms)
{
	PGresult *result;

	while (!PQisBusy(server->connection)) {
		result = PQgetResult(server->connection);
		if (!result) {
			server->state = SERVER_ANSWERED;
			return;
		}
		PQclear(server->answer);
		server->answer = result;
	}
	if (now_ms >= server->until_ms)
		server_drop(server, now_ms);
}

enum server_state server_work(struct server *server, uint64_t now_ms)
{
	if (!server->connection) {
		if (now_ms >= server->until_ms)
			connect_begin(server, now_ms);
		return server->state;
	}
	if (server->state == SERVER_AWAY) {
		connect_go_on(server, now_ms);
		return server->state;
	}
	if (PQflush(server->connection) < 0 ||
	    !PQconsumeInput(server->connection) ||
	    PQstatus(server->connection) == CONNECTION_BAD)
		server_drop(server, now_ms);
	else if (server->state == SERVER_ASKED)
		read_answer(server, now_ms);
	return server->state;
}

enum server_state server_glance(struct server *server, int ms, uint64_t now_ms)
{
	if (server->state == SERVER_ASKED)
		(void)is_ready(server, POLLIN, ms);
	return server_work(server, now_ms);
}

void server_ask(struct server *server, enum server_query query, int count,
		const char *const values[], uint64_t now_ms)
{
	assert(server->state == SERVER_IDLE && count <= SERVER_VALUES);
	if (!PQsendQueryParams(server->connection, texts[query], count, NULL,
			       values, NULL, NULL, 0)) {
		server_drop(server, now_ms);
		return;
	}
	server->state = SERVER_ASKED;
	server->until_ms = now_ms + SERVER_ANSWER_MS;
	(void)server_work(server, now_ms);
}

bool server_has_row(const struct server *server)
{
	return PQresultStatus(server->answer) == PGRES_TUPLES_OK &&
	       PQntuples(server->answer) > 0;
}

const char *server_text(const struct server *server, int at)
{
	return server_has_row(server) ? PQgetvalue(server->answer, 0, at) : "";
}

void server_next(struct server *server)
{
	PQclear(server->answer);
	server->answer = NULL;
	server->state = SERVER_IDLE;
}
