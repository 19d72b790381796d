/* A shared roll: what the kiosk asks of it, and when. */
#include "roll/roll_server.h"

#include <sodium/utils.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "store/audit.h"
#include "store/box.h"
#include "store/deal.h"
#include "store/note.h"
#include "store/store.h"

#define KIOSK_ROLE "stemmeboks_kiosk"

enum { ROUNDS = 3 }; /* of asking and answering within one call */

static struct roll_server *server_of(struct roll_link *link)
{
	return (struct roll_server *)link;
}

void roll_server_time(char *ret_at)
{
	audit_time((int64_t)time(NULL), ret_at);
}

void roll_server_let_go(struct roll_server *roll)
{
	bool asked = roll->asked && roll->asked->query == SERVER_CLAIM;

	if (!roll->claimed && !roll->wanted)
		return;
	roll->stale |= asked;
	roll->unsettled |= roll->claimed;
	roll->claimed = roll->wanted = false;
	sodium_memzero(roll->slip, sizeof(roll->slip));
}

/* What was asked on a connection that is gone may be done or not. */
static void lose(struct roll_server *roll)
{
	if (roll->attached)
		roll->away_ms = roll->now_ms;
	roll->attached = false;
	roll->asked = NULL;
	roll->stale = false;
}

static void take_answer(struct roll_server *roll)
{
	const struct roll_step *step = roll->asked;
	bool good = server_has_row(roll->server) &&
		    step->take(roll, server_text(roll->server, 0));

	roll->asked = NULL;
	if (good) {
		server_next(roll->server);
		return;
	}
	server_drop(roll->server, roll->now_ms);
	lose(roll);
}

/* Asks what is due first. Returns whether anything is. */
static bool ask_next(struct roll_server *roll)
{
	const struct roll_step *step = roll_steps;

	while (step->due && !step->due(roll))
		step++;
	if (!step->due)
		return false;
	roll->asked = step;
	step->ask(roll, step);
	return true;
}

/* How long an answer may be waited for: within one turn of the kiosk's loop
 * only the first call that asks waits. */
static int patience(struct roll_server *roll)
{
	if (roll->now_ms < roll->rest_ms)
		return 0;
	roll->rest_ms = roll->now_ms + ROLL_SERVER_REST_MS;
	return ROLL_SERVER_STEP_MS;
}

/* Asks and takes answers, as long as they come within WAIT_MS each. */
static void go_on(struct roll_server *roll, int wait_ms)
{
	for (int round = 0; round < ROUNDS;) {
		switch (server_glance(roll->server, wait_ms, roll->now_ms)) {
		case SERVER_AWAY:
			lose(roll);
			return;
		case SERVER_ASKED:
			return;
		case SERVER_ANSWERED:
			/* The disk has taken its time. */
			if (roll->asked->writes)
				wait_ms = 0;
			take_answer(roll);
			round++;
			break;
		case SERVER_IDLE:
			if (!ask_next(roll))
				return;
			break;
		}
	}
}

static enum status claim(struct roll_link *link,
			 const unsigned char hash[SLIP_HASH_BYTES],
			 uint64_t now_ms)
{
	struct roll_server *roll = server_of(link);
	enum status status;

	roll->now_ms = now_ms;
	if (roll->stopped)
		return STATUS_ROLL_AWAY;
	if (memcmp(roll->slip, hash, SLIP_HASH_BYTES) != 0)
		roll_server_let_go(roll);
	if (roll->claimed)
		return STATUS_OK;
	if (!roll->wanted) {
		roll->wanted = true;
		roll->answer = STATUS_ROLL_AWAY;
		memcpy(roll->slip, hash, SLIP_HASH_BYTES);
	}
	go_on(roll, patience(roll));
	if (roll->claimed)
		return STATUS_OK;
	status = roll->answer;
	if (status != STATUS_ROLL_AWAY)
		roll_server_let_go(roll);
	return status;
}

static void release(struct roll_link *link)
{
	roll_server_let_go(server_of(link));
}

static bool holds(const struct roll_link *link,
		  const unsigned char hash[SLIP_HASH_BYTES])
{
	const struct roll_server *roll = (const struct roll_server *)link;

	return roll->claimed && memcmp(roll->slip, hash, SLIP_HASH_BYTES) == 0;
}

static enum status cast(struct roll_link *link,
			const unsigned char hash[SLIP_HASH_BYTES],
			const struct ballot *ballot,
			const struct random *random, uint64_t now_ms)
{
	struct roll_server *roll = server_of(link);
	enum status status;

	if (!holds(link, hash))
		return STATUS_SLIP_USED;
	status = box_cast_noted(link->store, hash, ballot, random);
	/* An uncertain one keeps its claim: the file knows after a restart. */
	if (status == STATUS_STORE_BUSY || status == STATUS_UNCERTAIN)
		return status;
	if (status == STATUS_OK) {
		memcpy(roll->note, hash, SLIP_HASH_BYTES);
		roll->noted = true;
		roll->claimed = false;
		sodium_memzero(roll->slip, sizeof(roll->slip));
		roll->now_ms = now_ms;
		go_on(roll, 0);
	} else {
		roll_server_let_go(roll);
	}
	return status;
}

static void shown(struct roll_link *link)
{
	server_of(link)->told = false;
}

static bool work(struct roll_link *link, uint64_t now_ms)
{
	struct roll_server *roll = server_of(link);
	bool changed;

	if (roll->now_ms == 0)
		roll->away_ms = now_ms;
	roll->now_ms = now_ms;
	go_on(roll, 0);
	changed = roll->phase_changed;
	roll->phase_changed = false;
	return changed;
}

static enum roll_link_state state(const struct roll_link *link)
{
	const struct roll_server *roll = (const struct roll_server *)link;

	if (roll->stopped)
		return ROLL_LINK_STOPPED;
	/* A short gap is nobody's business, and one after each vote would tell
	 * in the log when it was cast. */
	return roll->attached ||
		       roll->now_ms - roll->away_ms < ROLL_SERVER_AWAY_MS
		   ? ROLL_LINK_READY
		   : ROLL_LINK_WAIT;
}

static void server_link_free(struct roll_link *link)
{
	struct roll_server *roll = server_of(link);

	server_free(roll->server);
	sodium_memzero(roll, sizeof(*roll));
	free(roll);
}

static const struct roll_link_kind kind = {
    claim, release, holds, cast, shown, work, state, server_link_free};

static enum status read_file(struct roll_server *roll, struct store *store)
{
	struct deal deal = {0};
	int number = 0;
	enum status status = note_kiosk(store, &number);

	if (status == STATUS_OK)
		status = deal_read(store, &deal);
	if (status == STATUS_OK)
		status = note_read(store, roll->note);
	snprintf(roll->number, sizeof(roll->number), "%d", number);
	snprintf(roll->made, sizeof(roll->made), "%d", deal.kiosks);
	server_hash(store_definition_hash(store), roll->meeting);
	roll->noted = !sodium_is_zero(roll->note, sizeof(roll->note));
	return status;
}

enum status roll_server_open(struct store *store, struct roll_link **ret_link)
{
	struct roll_server *roll = calloc(1, sizeof(*roll));
	enum status status;

	if (!roll)
		return STATUS_MEMORY;
	roll->link = (struct roll_link){&kind, store};
	status = read_file(roll, store);
	if (status == STATUS_OK)
		status = server_new(store_meeting(store)->roll_url, KIOSK_ROLE,
				    &roll->server);
	if (status != STATUS_OK) {
		server_link_free(&roll->link);
		return status;
	}
	*ret_link = &roll->link;
	return STATUS_OK;
}
