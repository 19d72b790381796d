/* stemmeboks status: where the meeting stands, and what comes next. */
#include <stdio.h>
#include <string.h>

#include "core/utf8.h"
#include "store/deal.h"
#include "store/hand.h"
#include "store/pictures.h"
#include "store/pin.h"
#include "store/roll.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/shared_roll.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_status[] = {{NULL, 0, NULL, NULL}};

enum { READS = 20, ROW_TEXT = 256 };

struct state {
	enum phase phase;
	bool pin; /* whether the panel has one */
	/* The newest count of the urn; ballots -1 when there is none. */
	int hand_ballots;
	bool hand_stands;
	struct deal deal; /* which of several kiosks it is */
	enum deal_part part;
	struct roll_count slips;
	int filled, slots;
	char root[MEETING_FILE_ROOT];
	char code[DEFINITION_CODE];
	enum status pictures;
	char picture[PICTURES_NAME]; /* the first that is wrong */
};

/* The command that an evening goes on with, before and after the file's name.
 */
static const struct {
	const char *command, *rest;
} next_commands[PHASE_COUNT] = {
    [PHASE_DRAFT] = {"ready", ""},
    [PHASE_READY] = {"open", ""},
    [PHASE_OPEN] = {"close", ""},
    [PHASE_PAUSED] = {"open", ""},
    [PHASE_CLOSED] = {"count", ""},
    [PHASE_COUNTED] = {"publish", " -o result"},
    [PHASE_PUBLISHED] = {NULL, NULL},
};

static enum status hand_read(struct store *store, struct state *state)
{
	struct hand_count *count = NULL;
	enum status status = hand_newest(store, &count);

	if (status != STATUS_OK)
		return status;
	state->hand_ballots = count ? count->ballots : -1;
	state->hand_stands = count && count->stands;
	hand_free(count);
	return STATUS_OK;
}

static enum status read_once(struct store *store, struct state *ret_state)
{
	enum status status = store_phase(store, &ret_state->phase);

	if (status == STATUS_OK)
		status = roll_count(store, &ret_state->slips);
	if (status == STATUS_OK)
		status =
		    box_filled(store, &ret_state->filled, &ret_state->slots);
	if (status == STATUS_OK)
		status = meeting_file_root(store, ret_state->root);
	if (status == STATUS_OK)
		status = pin_exists(store, &ret_state->pin);
	if (status == STATUS_OK)
		status = hand_read(store, ret_state);
	return status;
}

/* Numbers that belong together: read again while the kiosk wrote between them.
 */
static enum status state_read(struct store *store, struct state *ret_state)
{
	struct state state = {.picture = ""};
	uint32_t before = 0, after = 1;

	meeting_file_code(store, state.code);
	state.pictures = store_pictures_check(store, state.picture);
	for (int i = 0; i < READS && before != after; i++) {
		enum status status = store_version(store, &before);

		if (status == STATUS_OK)
			status = deal_read(store, &state.deal);
		if (status == STATUS_OK)
			status = deal_part(store, &state.part);
		if (status == STATUS_OK)
			status = read_once(store, &state);
		if (status == STATUS_OK)
			status = store_version(store, &after);
		if (status != STATUS_OK)
			return status;
	}
	*ret_state = state;
	return STATUS_OK;
}

static void next_command(const struct arguments *arguments,
			 const struct state *state,
			 char ret_text[MEETING_FILE_NEXT])
{
	const char *command = next_commands[state->phase].command;

	ret_text[0] = '\0';
	if (!command)
		return;
	if (state->part != DEAL_ALL && state->phase == PHASE_CLOSED) {
		snprintf(ret_text, MEETING_FILE_NEXT, "%s",
			 SHARED_ROLL_COLLECT);
		return;
	}
	/* A kiosk follows the organisers' file. */
	if (state->part == DEAL_BOX)
		return;
	if (state->phase <= PHASE_READY && state->slips.printed == 0)
		meeting_file_next(arguments, "slips",
				  " --count 60 -o slips.pdf", ret_text);
	else
		meeting_file_next(arguments, command,
				  next_commands[state->phase].rest, ret_text);
}

static void tell_row(const struct arguments *arguments, const char *name,
		     const char *value)
{
	enum { COLUMN = 18 };
	/* printf() counts bytes, people see letters. */
	int width = COLUMN + (int)strlen(name) - utf8_characters(name);

	report_line(arguments, "%-*s %s", width, name, value);
}

static void tell_number(const struct arguments *arguments, const char *name,
			int number)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", number);
	tell_row(arguments, name, text);
}

/* What the room sees while people vote, and how long a pitch is. */
static void tell_room(const struct arguments *arguments,
		      const struct meeting *meeting)
{
	char text[ROW_TEXT];

	if (meeting->live == LIVE_BATCHES)
		snprintf(text, sizeof(text), _("votes, %d at a time"),
			 meeting->live_batch);
	else
		snprintf(text, sizeof(text), "%s",
			 meeting->live == LIVE_TURNOUT
			     ? _("only how many have voted")
			     : _("nothing"));
	tell_row(arguments, _("The room sees:"), text);
	snprintf(text, sizeof(text), _("%d:%02d minutes"),
		 meeting->pitch_seconds / 60, meeting->pitch_seconds % 60);
	tell_row(arguments, _("Each pitch:"), text);
}

/* What organisers have done beside slips and votes. */
static void tell_done(const struct arguments *arguments,
		      const struct state *state)
{
	char text[ROW_TEXT], pin[MEETING_FILE_NEXT];

	meeting_file_next(arguments, "pin", "", pin);
	tell_row(arguments, _("PIN of the panel:"),
		 state->pin ? _("set") : pin);
	if (state->hand_ballots < 0)
		return;
	snprintf(text, sizeof(text),
		 words_plural("%d ballot, %s", "%d ballots, %s",
			      (unsigned long)state->hand_ballots),
		 state->hand_ballots,
		 state->hand_stands ? _("the money goes by it")
				    : _("the money goes by the machine"));
	tell_row(arguments, _("Counted by hand:"), text);
}

/* Which of several files this is. */
static void tell_deal(const struct arguments *arguments,
		      const struct deal *deal)
{
	char text[KIOSK_NAME + 32];

	if (!deal->kiosk)
		return;
	/* TRANSLATORS: this kiosk of so many, and its name or nothing. */
	snprintf(text, sizeof(text), _("%1$d of %2$d  %3$s"), deal->kiosk,
		 deal->kiosks, deal->name);
	tell_row(arguments, _("Kiosk:"), text);
}

/* A kiosk with a shared roll knows of no slip, and how many voted there is
 * nobody's business. */
static void tell_slips(const struct arguments *arguments,
		       const struct state *state)
{
	tell_number(arguments, _("Slips printed:"), state->slips.printed);
	if (state->part == DEAL_BOX) {
		tell_row(arguments, _("  used:"),
			 _("stands on the shared roll"));
		return;
	}
	tell_number(arguments, _("  used:"), state->slips.used);
	tell_number(arguments, _("  void:"), state->slips.voided);
	tell_number(arguments, _("  unused:"), state->slips.unused);
	if (state->slips.in_use)
		tell_number(arguments, _("  at a kiosk:"), state->slips.in_use);
	if (state->part == DEAL_ROLL)
		tell_row(arguments, _("Ballots:"), _("in the kiosks' boxes"));
	else
		tell_number(arguments, _("Ballots in box:"), state->filled);
}

static void tell(const struct arguments *arguments,
		 const struct meeting *meeting, const struct state *state,
		 const char *next)
{
	tell_row(arguments, _("Meeting:"),
		 meeting_text(meeting, &meeting->title, 0, NULL));
	tell_deal(arguments, &state->deal);
	tell_row(arguments, _("Phase:"), words_get(phase_text(state->phase)));
	tell_row(arguments, _("Code of the rules:"), state->code);
	if (*meeting->closes)
		tell_row(arguments, _("Voting until:"), meeting->closes);
	tell_room(arguments, meeting);
	tell_slips(arguments, state);
	tell_row(arguments, _("Root of the box:"),
		 meeting_file_root_told(state->phase)
		     ? state->root
		     : _("told when voting is closed"));
	tell_done(arguments, state);
	if (state->pictures != STATUS_OK)
		tell_row(arguments, _("Wrong picture:"), state->picture);
	if (*next)
		tell_row(arguments, _("Next:"), next);
}

static json_t *hand_json(const struct state *state)
{
	if (state->hand_ballots < 0)
		return json_null();
	return json_pack("{s:i, s:s}", "ballots", state->hand_ballots, "stands",
			 state->hand_stands ? "hand" : "machine");
}

/* NUMBER, or null where this file does not know or tell it. */
static json_t *number_json(int number, bool told)
{
	return told ? json_integer(number) : json_null();
}

static json_t *state_json(const struct meeting *meeting,
			  const struct state *state, const char *next)
{
	static const char *const lives[] = {[LIVE_BATCHES] = "batches",
					    [LIVE_TURNOUT] = "turnout",
					    [LIVE_OFF] = "off"};
	const struct roll_count *slips = &state->slips;
	bool told = state->part != DEAL_BOX;

	return json_pack(
	    "{s:s, s:s, s:s, s:s, s:s, s:i, s:i, s:b, s:o, "
	    "s:{s:i, s:o, s:o, s:o, s:o}, s:{s:i, s:o, s:s?}, s:s?, s:s, "
	    "s:{s:i, s:i, s:s}}",
	    "title", meeting_text(meeting, &meeting->title, 0, NULL), "phase",
	    phase_name(state->phase), "code", state->code, "closes",
	    meeting->closes, "live", lives[meeting->live], "live_batch",
	    meeting->live_batch, "pitch_seconds", meeting->pitch_seconds, "pin",
	    (int)state->pin, "hand", hand_json(state), "slips", "printed",
	    slips->printed, "unused", number_json(slips->unused, told),
	    "in_use", number_json(slips->in_use, told), "used",
	    number_json(slips->used, told), "void",
	    number_json(slips->voided, told), "box", "slots", state->slots,
	    "filled", number_json(state->filled, state->part == DEAL_ALL),
	    "root", meeting_file_root_told(state->phase) ? state->root : NULL,
	    "wrong_picture",
	    state->pictures == STATUS_OK ? NULL : state->picture, "next", next,
	    "kiosk", "number", state->deal.kiosk, "of", state->deal.kiosks,
	    "name", state->deal.name);
}

/* Whether the numbers are those of a sound file (DESIGN.md, phases). */
static bool agrees(const struct state *state)
{
	const struct roll_count *slips = &state->slips;

	return slips->printed == slips->used + slips->voided + slips->unused +
				     slips->in_use &&
	       (state->part != DEAL_ALL || (slips->printed == state->slots &&
					    slips->used == state->filled));
}

enum status cmd_status(const struct arguments *arguments)
{
	struct store *store = NULL;
	const struct meeting *meeting;
	char next[MEETING_FILE_NEXT];
	struct state state;
	enum status status = meeting_file_open(arguments, STORE_READ, &store);

	if (status != STATUS_OK)
		return status;
	status = state_read(store, &state);
	if (status != STATUS_OK) {
		report_error(arguments, status, NULL);
		goto out;
	}
	/* Afterwards the file knows it itself. */
	if (state.part == DEAL_ROLL &&
	    (state.phase == PHASE_OPEN || state.phase == PHASE_PAUSED))
		status = shared_roll_numbers(arguments, store, &state.slips,
					     &state.filled);
	if (status != STATUS_OK)
		goto out;
	meeting = store_meeting(store);
	next_command(arguments, &state, next);
	tell(arguments, meeting, &state, next);
	if (!agrees(&state)) {
		status = report_error(
		    arguments, STATUS_DISAGREES,
		    _("Used slips and ballots in the box must be as many."));
		goto out;
	}
	report_json(arguments, state_json(meeting, &state, next));
	status = state.pictures;
	if (status != STATUS_OK && !argument_json(arguments))
		meeting_file_picture(arguments, store, status, state.picture);
out:
	store_free(store);
	return status;
}
