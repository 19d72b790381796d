/* stemmeboks status: where the meeting stands, and what comes next. */
#include <stdio.h>
#include <string.h>

#include "core/utf8.h"
#include "store/roll.h"
#include "tools/commands/log_tell.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/meeting_state.h"
#include "tools/commands/shared_roll.h"
#include "tools/commands/slip_tell.h"
#include "tools/line/report.h"
#include "words/lost.h"
#include "words/words.h"

const struct option_spec options_status[] = {
    {"serial", 's', "N",
     N_("Only whether the slip with that number on its stub was used.")},
    {"log", 0, NULL, N_("Only what organisers did, with coarse times.")},
    {NULL, 0, NULL, NULL},
};

enum { ROW_TEXT = 256 };

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

static void next_command(const struct arguments *arguments,
			 const struct meeting_state *state,
			 char ret_text[MEETING_FILE_NEXT])
{
	const char *command = next_commands[state->phase].command;

	ret_text[0] = '\0';
	/* Practice ends with closing: it is never counted. */
	if (!command || (state->practice && state->phase >= PHASE_CLOSED))
		return;
	if (file_kind_collect(state->kind) && state->phase >= PHASE_CLOSED) {
		snprintf(ret_text, MEETING_FILE_NEXT, "%s",
			 file_kind_collect(state->kind));
		return;
	}
	/* A kiosk follows the organisers' file. */
	if (state->kind == FILE_BOX)
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
		      const struct meeting_state *state)
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
		       const struct meeting *meeting,
		       const struct meeting_state *state)
{
	char lost[LOST_TEXT];

	tell_number(arguments, _("Slips printed:"), state->slips.printed);
	if (state->roll != STATUS_OK) {
		tell_row(arguments, _("  used:"),
			 _("the shared roll does not answer"));
		return;
	}
	if (state->kind == FILE_BOX) {
		tell_row(arguments, _("  used:"),
			 _("stands on the shared roll"));
		return;
	}
	tell_number(arguments, _("  used:"), state->slips.used);
	tell_number(arguments, _("  void:"), state->slips.voided);
	tell_number(arguments, _("  unused:"), state->slips.unused);
	if (state->slips.in_use)
		tell_number(arguments, _("  at a kiosk:"), state->slips.in_use);
	if (state->kind == FILE_ORGANISERS)
		tell_row(arguments, _("Ballots:"), _("in the kiosks' boxes"));
	else
		tell_number(arguments, _("Ballots in box:"), state->filled);
	lost_text(state->slips.lost, meeting->publish_min, lost);
	if (*lost)
		tell_row(arguments, _("Box missing:"), lost);
}

static void tell(const struct arguments *arguments,
		 const struct meeting *meeting,
		 const struct meeting_state *state, const char *next)
{
	tell_row(arguments, _("Meeting:"),
		 meeting_text(meeting, &meeting->title, 0, NULL));
	tell_deal(arguments, &state->deal);
	tell_row(arguments, _("Phase:"), words_get(phase_text(state->phase)));
	tell_row(arguments, _("Code of the rules:"), state->code);
	if (*meeting->closes)
		tell_row(arguments, _("Voting until:"), meeting->closes);
	tell_room(arguments, meeting);
	tell_slips(arguments, meeting, state);
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

static json_t *hand_json(const struct meeting_state *state)
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
			  const struct meeting_state *state, const char *next)
{
	static const char *const lives[] = {[LIVE_BATCHES] = "batches",
					    [LIVE_TURNOUT] = "turnout",
					    [LIVE_OFF] = "off"};
	const struct roll_count *slips = &state->slips;
	bool told = state->kind != FILE_BOX && state->roll == STATUS_OK;

	return json_pack(
	    "{s:s, s:s, s:s, s:s, s:s, s:i, s:i, s:b, s:o, "
	    "s:{s:i, s:o, s:o, s:o, s:o}, s:{s:i, s:o, s:s?}, s:s?, s:s, "
	    "s:{s:i, s:i, s:s}, s:s*}",
	    "title", meeting_text(meeting, &meeting->title, 0, NULL), "phase",
	    phase_name(state->phase), "code", state->code, "closes",
	    meeting->closes, "live", lives[meeting->live], "live_batch",
	    meeting->live_batch, "pitch_seconds", meeting->pitch_seconds, "pin",
	    (int)state->pin, "hand", hand_json(state), "slips", "printed",
	    slips->printed, "unused", number_json(slips->unused, told),
	    "in_use", number_json(slips->in_use, told), "used",
	    number_json(slips->used, told), "void",
	    number_json(slips->voided, told), "box", "slots", state->slots,
	    "filled",
	    number_json(state->filled, !meeting_state_elsewhere(state)), "root",
	    meeting_file_root_told(state->phase) ? state->root : NULL,
	    "wrong_picture",
	    state->pictures == STATUS_OK ? NULL : state->picture, "next", next,
	    "kiosk", "number", state->deal.kiosk, "of", state->deal.kiosks,
	    "name", state->deal.name, "error",
	    state->roll == STATUS_OK ? NULL : status_name(state->roll));
}

/* Who votes goes on meanwhile, and what the file knows was told. */
static enum status tell_away(const struct arguments *arguments,
			     enum status roll)
{
	char next[MEETING_FILE_NEXT];

	if (argument_json(arguments))
		return roll;
	if (roll == STATUS_DISAGREES)
		return shared_roll_error(arguments, NULL, roll);
	meeting_file_next(arguments, "roll status", "", next);
	return report_refusal(arguments, roll,
			      _("The shared roll does not answer. Look at its "
				"computer and the network. Why it does not: "
				"%s"),
			      next);
}

static enum status show(const struct arguments *arguments, struct store *store,
			const struct meeting_state *state)
{
	const struct meeting *meeting = store_meeting(store);
	char next[MEETING_FILE_NEXT];

	next_command(arguments, state, next);
	tell(arguments, meeting, state, next);
	if (!meeting_state_agrees(state))
		return report_error(
		    arguments, STATUS_DISAGREES,
		    _("Used slips and ballots in the box must be as many."));
	report_json(arguments, state_json(meeting, state, next));
	if (state->roll != STATUS_OK)
		return tell_away(arguments, state->roll);
	if (state->pictures != STATUS_OK && !argument_json(arguments))
		meeting_file_picture(arguments, store, state->pictures,
				     state->picture);
	return state->pictures;
}

enum status cmd_status(const struct arguments *arguments)
{
	struct store *store = NULL;
	struct meeting_state state;
	int serial = 0;
	enum status status =
	    argument_number(arguments, "serial", 1, ROLL_SLIPS, 0, &serial);

	if (status == STATUS_OK)
		status = meeting_file_open(arguments, STORE_READ, &store);
	if (status != STATUS_OK)
		return status;
	if (serial || argument_option(arguments, "log")) {
		status = serial ? slip_tell(arguments, store, serial)
				: log_tell(arguments, store);
		store_free(store);
		return status;
	}
	status = meeting_state_read(store, &state);
	if (status == STATUS_OK)
		status = show(arguments, store, &state);
	else
		report_error(arguments, status, NULL);
	store_free(store);
	return status;
}
