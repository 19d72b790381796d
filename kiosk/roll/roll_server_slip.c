/* What a kiosk asks about slips: attach, spend, settle, claim. */
#include <sodium/utils.h>
#include <string.h>

#include "roll/roll_server.h"
#include "store/audit.h"
#include "store/note.h"

/* Asks with the kiosk's number and the slip HASH (NULL: none). */
static void ask_slip(struct roll_server *roll, const struct roll_step *step,
		     const unsigned char *hash)
{
	char text[SERVER_HASH];
	const char *const values[] = {roll->number, hash ? text : NULL};

	if (hash)
		server_hash(hash, text);
	server_ask(roll->server, step->query, 2, values, roll->now_ms);
	sodium_memzero(text, sizeof(text));
}

static bool attach_due(const struct roll_server *roll)
{
	return !roll->attached;
}

static void attach_ask(struct roll_server *roll, const struct roll_step *step)
{
	const char *const values[] = {roll->number, roll->meeting, roll->made};

	server_ask(roll->server, step->query, 3, values, roll->now_ms);
}

/* Refused when the session before this one is not over yet, or when it is the
 * roll of another meeting: tried again. */
static bool attach_take(struct roll_server *roll, const char *word)
{
	if (strcmp(word, "ok") != 0)
		return false;
	roll->attached = true;
	roll->unsettled = true;
	roll->told = false;
	roll->look_ms = 0;
	return true;
}

static bool spend_due(const struct roll_server *roll)
{
	return roll->noted;
}

static void spend_ask(struct roll_server *roll, const struct roll_step *step)
{
	ask_slip(roll, step, roll->note);
}

/* The roll has heard of the vote, or says that the slip was used twice. */
static bool spend_take(struct roll_server *roll, const char *word)
{
	static const char *const doubled[] = {"slip-used", "slip-void",
					      "slip-other"};
	struct store *store = roll->link.store;
	enum status status = STATUS_ROLL_AWAY;
	char at[AUDIT_TIME];

	if (strcmp(word, "ok") == 0)
		status = note_clear(store, roll->note);
	for (size_t i = 0; i < sizeof(doubled) / sizeof(*doubled); i++) {
		if (strcmp(word, doubled[i]) != 0)
			continue;
		roll_server_time(at);
		roll->stopped = true;
		status = note_doubled(store, roll->note, at);
	}
	if (status == STATUS_ROLL_AWAY)
		return false;
	/* A file that could not be written is told of again. */
	if (status != STATUS_OK)
		return true;
	roll->noted = false;
	roll->unsettled = true;
	sodium_memzero(roll->note, sizeof(roll->note));
	return true;
}

static bool settle_due(const struct roll_server *roll)
{
	return roll->unsettled;
}

static void settle_ask(struct roll_server *roll, const struct roll_step *step)
{
	/* What is let go of from now on is another matter. */
	roll->unsettled = false;
	ask_slip(roll, step, roll->claimed ? roll->slip : NULL);
}

static bool settle_take(struct roll_server *roll, const char *word)
{
	if (strcmp(word, "lost") == 0 && roll->claimed)
		roll_server_let_go(roll);
	return strcmp(word, "ok") == 0 || strcmp(word, "lost") == 0;
}

static bool claim_due(const struct roll_server *roll)
{
	return roll->wanted && !roll->stopped &&
	       roll->answer == STATUS_ROLL_AWAY;
}

static void claim_ask(struct roll_server *roll, const struct roll_step *step)
{
	ask_slip(roll, step, roll->slip);
}

/* What the roll may say to a claim, spelled as the status is. */
static const enum status refusals[] = {STATUS_SLIP_USED, STATUS_SLIP_VOID,
				       STATUS_SLIP_OTHER, STATUS_NOT_OPEN};

static bool claim_take(struct roll_server *roll, const char *word)
{
	bool stale = roll->stale;

	roll->stale = false;
	if (strcmp(word, "ok") == 0) {
		roll->unsettled |= stale;
		roll->claimed = !stale;
		roll->wanted &= stale;
		return true;
	}
	for (size_t i = 0; i < sizeof(refusals) / sizeof(*refusals); i++) {
		if (strcmp(word, status_name(refusals[i])) != 0)
			continue;
		if (!stale)
			roll->answer = refusals[i];
		return true;
	}
	return false;
}

const struct roll_step roll_steps[] = {
    {SERVER_ATTACH, attach_due, attach_ask, attach_take, false},
    {SERVER_SPEND, spend_due, spend_ask, spend_take, true},
    {SERVER_SETTLE, settle_due, settle_ask, settle_take, false},
    {SERVER_CLAIM, claim_due, claim_ask, claim_take, false},
    {SERVER_TELL, roll_tell_due, roll_tell_ask, roll_tell_take, false},
    {SERVER_LOOK, roll_look_due, roll_look_ask, roll_look_take, true},
    {SERVER_LOOK, NULL, NULL, NULL, false},
};
