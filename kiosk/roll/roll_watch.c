#include "roll/roll_watch.h"

#include <stdlib.h>
#include <string.h>

#include "core/meeting.h"
#include "roll/server.h"

#define HALL_ROLE "stemmeboks_hall"

struct roll_watch {
	const struct meeting *meeting;
	struct server *server;
	uint64_t ask_ms;
	bool any;
	struct roll_seen seen;
};

enum status roll_watch_new(const struct meeting *meeting,
			   struct roll_watch **ret_watch)
{
	struct roll_watch *watch = calloc(1, sizeof(*watch));
	enum status status;

	if (!watch)
		return STATUS_MEMORY;
	watch->meeting = meeting;
	status = server_new(meeting->roll_url, HALL_ROLE, &watch->server);
	if (status != STATUS_OK) {
		free(watch);
		return status;
	}
	*ret_watch = watch;
	return STATUS_OK;
}

void roll_watch_free(struct roll_watch *watch)
{
	if (!watch)
		return;
	server_free(watch->server);
	free(watch);
}

static int number_at(const struct server *server, int column)
{
	return (int)strtol(server_text(server, column), NULL, 10);
}

/* "1,2,3": one number a proposal; less than that before a kiosk has told. */
static void read_votes(const struct meeting *meeting, const char *text,
		       struct snapshot *snapshot)
{
	for (int i = 0; i < meeting->proposal_count && *text; i++) {
		char *end;

		snapshot->support[i] = strtoll(text, &end, 10);
		text = *end == ',' ? end + 1 : "";
	}
}

/* Whether the answer tells of something else than was seen before. */
static bool take(struct roll_watch *watch)
{
	const struct server *server = watch->server;
	struct roll_seen seen = {.printed = number_at(server, 1),
				 .used = number_at(server, 2),
				 .voided = number_at(server, 3)};
	bool other;

	seen.live.ballots = number_at(server, 4);
	read_votes(watch->meeting, server_text(server, 5), &seen.live);
	other = !watch->any || memcmp(&seen, &watch->seen, sizeof(seen)) != 0;
	watch->any = true;
	watch->seen = seen;
	return other;
}

bool roll_watch_work(struct roll_watch *watch, uint64_t now_ms)
{
	bool other = false;

	switch (server_work(watch->server, now_ms)) {
	case SERVER_ANSWERED:
		if (server_has_row(watch->server))
			other = take(watch);
		server_next(watch->server);
		break;
	case SERVER_IDLE:
		if (now_ms < watch->ask_ms)
			break;
		watch->ask_ms = now_ms + ROLL_WATCH_MS;
		server_ask(watch->server, SERVER_SHOWN, 0, NULL, now_ms);
		break;
	default:
		break;
	}
	return other;
}

const struct roll_seen *roll_watch_seen(const struct roll_watch *watch)
{
	return watch->any ? &watch->seen : NULL;
}
