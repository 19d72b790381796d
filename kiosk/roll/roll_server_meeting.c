/* What a kiosk and a shared roll tell each other about the meeting: its phase,
 * how many ballots the closed box has, what the room may see of it. */
#include <stdio.h>
#include <string.h>

#include "core/release.h"
#include "roll/roll_server.h"
#include "store/audit.h"
#include "store/box.h"
#include "store/live.h"
#include "store/store.h"

enum { NUMBER = 16, VOTES = MEETING_PROPOSALS * NUMBER };

bool roll_tell_due(const struct roll_server *roll)
{
	return !roll->told;
}

/* "{1,2,3}", as PostgreSQL reads an array. */
static void write_votes(const struct meeting *meeting,
			const struct snapshot *snapshot, char ret_text[VOTES])
{
	size_t used = 1;

	memcpy(ret_text, "{", 2);
	for (int i = 0; i < meeting->proposal_count; i++)
		used +=
		    (size_t)snprintf(ret_text + used, VOTES - used, "%s%d",
				     i ? "," : "", (int)snapshot->support[i]);
	snprintf(ret_text + used, VOTES - used, "}");
}

void roll_tell_ask(struct roll_server *roll, const struct roll_step *step)
{
	struct store *store = roll->link.store;
	struct snapshot snapshot = {0};
	enum phase phase = PHASE_READY;
	char filled[NUMBER], ballots[NUMBER], votes[VOTES];
	const char *values[] = {roll->number, "", filled, ballots, votes};
	int count = 0, slots = 0;

	/* What cannot be read now is told when it has changed again. */
	roll->told = store_phase(store, &phase) == STATUS_OK &&
		     live_read(store, &snapshot) == STATUS_OK &&
		     box_filled(store, &count, &slots) == STATUS_OK;
	values[1] = phase_name(phase);
	snprintf(filled, sizeof(filled), "%d", count);
	snprintf(ballots, sizeof(ballots), "%d", snapshot.ballots);
	write_votes(store_meeting(store), &snapshot, votes);
	/* How the box fills is nobody's business before it is closed. */
	if (phase < PHASE_CLOSED)
		values[2] = NULL;
	server_ask(roll->server, step->query, 5, values, roll->now_ms);
}

bool roll_tell_take(struct roll_server *roll, const char *word)
{
	(void)roll;
	return strcmp(word, "ok") == 0;
}

bool roll_look_due(const struct roll_server *roll)
{
	return roll->now_ms >= roll->look_ms;
}

void roll_look_ask(struct roll_server *roll, const struct roll_step *step)
{
	const char *const values[] = {roll->number};

	roll->look_ms = roll->now_ms + ROLL_SERVER_LOOK_MS;
	server_ask(roll->server, step->query, 1, values, roll->now_ms);
}

/* What brings the file from its phase nearer to the roll's. */
static const struct {
	enum phase roll, file;
	enum act act;
} ways[] = {
    {PHASE_OPEN, PHASE_READY, ACT_OPENED},
    {PHASE_OPEN, PHASE_PAUSED, ACT_OPENED},
    {PHASE_PAUSED, PHASE_READY, ACT_OPENED},
    {PHASE_PAUSED, PHASE_OPEN, ACT_PAUSED},
    {PHASE_CLOSED, PHASE_READY, ACT_OPENED},
    {PHASE_CLOSED, PHASE_OPEN, ACT_CLOSED},
    {PHASE_CLOSED, PHASE_PAUSED, ACT_CLOSED},
};

static void follow(struct roll_server *roll, const char *word)
{
	struct store *store = roll->link.store;
	char at[AUDIT_TIME];
	enum phase phase;

	if (store_phase(store, &phase) != STATUS_OK)
		return;
	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		if (ways[i].file != phase ||
		    strcmp(word, phase_name(ways[i].roll)) != 0)
			continue;
		roll_server_time(at);
		/* Tried again at the next look. */
		if (audit_act(store, ways[i].act, "", at) != STATUS_OK)
			return;
		roll->phase_changed = true;
		roll->told = false;
		roll->look_ms = 0;
		return;
	}
}

bool roll_look_take(struct roll_server *roll, const char *word)
{
	if (roll->claimed && strcmp(server_text(roll->server, 1), "1") != 0)
		roll_server_let_go(roll);
	follow(roll, word);
	return true;
}
