/* stemmeboks ready, open, pause, close: the acts that move a meeting on. */
#include <stdio.h>

#include "store/backup.h"
#include "store/pictures.h"
#include "store/deal.h"
#include "store/moving.h"
#include "store/roll.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/shared_roll.h"
#include "tools/commands/two_persons.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_ready[] = {{NULL, 0, NULL, NULL}};

/* Of those acts that kiosks follow. */
#define WAIT                                                                   \
	{                                                                      \
		"wait", 0, "SECONDS",                                          \
		    N_("How long kiosks with a shared roll have to answer.")   \
	}
const struct option_spec options_open[] = {WAIT, {NULL, 0, NULL, NULL}};
const struct option_spec options_pause[] = {WAIT, {NULL, 0, NULL, NULL}};
const struct option_spec options_close[] = {WAIT, {NULL, 0, NULL, NULL}};
#undef WAIT

/* What the sentences after an act are made of. */
struct numbers {
	struct roll_count slips;
	int filled, slots;
	char root[MEETING_FILE_ROOT];
	bool root_told;
	bool elsewhere; /* the ballots: in kiosks' boxes */
	/* What puts boxes together, of which this is one; NULL: it is all. */
	const char *collect;
	int silent;    /* of those, not closed yet */
	bool practice; /* nothing comes after closing */
	char code[DEFINITION_CODE];
};

static enum status numbers_read(struct store *store,
				struct numbers *ret_numbers)
{
	struct numbers numbers = {
	    .root_told = true,
	    .practice = store_meeting(store)->practice,
	};
	enum status status = roll_count(store, &numbers.slips);

	if (status == STATUS_OK)
		status = box_filled(store, &numbers.filled, &numbers.slots);
	if (status == STATUS_OK)
		status = meeting_file_root(store, numbers.root);
	meeting_file_code(store, numbers.code);
	if (status == STATUS_OK)
		*ret_numbers = numbers;
	return status;
}

static json_t *numbers_json(const struct numbers *numbers, enum phase phase)
{
	const struct roll_count *slips = &numbers->slips;

	return json_pack(
	    "{s:s, s:s, s:{s:i, s:i, s:i, s:i, s:i}, s:{s:i, s:i, s:s?}}",
	    "phase", phase_name(phase), "code", numbers->code, "slips",
	    "printed", slips->printed, "unused", slips->unused, "in_use",
	    slips->in_use, "used", slips->used, "void", slips->voided, "box",
	    "slots", numbers->slots, "filled", numbers->filled, "root",
	    numbers->root_told ? numbers->root : NULL);
}

/* The file does not agree with itself: which numbers it has. */
static enum status numbers_error(const struct arguments *arguments,
				 struct store *store)
{
	struct numbers numbers;
	const struct roll_count *slips = &numbers.slips;

	if (numbers_read(store, &numbers) != STATUS_OK)
		return report_error(arguments, STATUS_DAMAGED, NULL);
	return report_error(arguments, STATUS_DAMAGED,
			    _("Printed: %d. Used: %d, void: %d, unused: %d. "
			      "Ballots: %d in %d slots."),
			    slips->printed, slips->used, slips->voided,
			    slips->unused + slips->in_use, numbers.filled,
			    numbers.slots);
}

static enum status pictures_stand(const struct arguments *arguments,
				  const struct store *store, enum act act)
{
	char name[PICTURES_NAME];
	enum status status = moving_pictures(store, act, name);

	if (status == STATUS_OK)
		return status;
	return meeting_file_picture(arguments, store, status, name);
}

static enum status persons_agree(const struct arguments *arguments,
				 struct store *store, enum act act)
{
	enum phase phase;
	enum status status = store_phase(store, &phase);

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	return moving_takes_two(store, act, phase)
		   ? two_persons_ask(arguments, store)
		   : STATUS_OK;
}

/* Does ACT, having said why where it cannot be; *ret_silent is how many kiosks
 * with a shared roll have not followed. */
static enum status act_do(const struct arguments *arguments,
			  struct store *store, enum act act, int *ret_silent)
{
	char at[AUDIT_TIME], next[MEETING_FILE_NEXT];
	enum status status = meeting_file_allows(arguments, store, act);

	if (status == STATUS_OK)
		status = pictures_stand(arguments, store, act);
	if (status == STATUS_OK)
		status = persons_agree(arguments, store, act);
	if (status == STATUS_OK)
		status = shared_roll_move(arguments, store, act, ret_silent);
	if (status != STATUS_OK)
		return status;
	meeting_file_time(at);
	status = moving_do(store, act, at);
	if (status == STATUS_NO_SLIPS) {
		meeting_file_next(arguments, "slips",
				  " --count 60 -o slips.pdf", next);
		return report_error(arguments, status, "%s", next);
	}
	if (status == STATUS_DAMAGED)
		return numbers_error(arguments, store);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	return STATUS_OK;
}

static void tell_ready(const struct arguments *arguments,
		       const struct numbers *numbers)
{
	report_line(arguments,
		    _("Adopted. Proposals and rules cannot change any more."));
	report_line(arguments, _("Code of the rules: %s"), numbers->code);
	report_line(arguments,
		    _("Read aloud: \"The rules are adopted. Their code is %s. "
		      "It stands on the big screen and in the protocol.\""),
		    numbers->code);
}

static void tell_open(const struct arguments *arguments,
		      const struct numbers *numbers)
{
	report_line(arguments, "%s",
		    numbers->filled ? _("Voting goes on.")
				    : _("Voting is open. The box is empty."));
	report_line(arguments, _("Slips: %d printed, %d void."),
		    numbers->slips.printed, numbers->slips.voided);
	report_line(arguments, _("Box: %d slots, %d ballots."), numbers->slots,
		    numbers->filled);
	if (numbers->root_told)
		report_line(arguments, _("Root of the box: %s"), numbers->root);
}

static void tell_paused(const struct arguments *arguments,
			const struct numbers *numbers)
{
	(void)numbers;
	report_line(arguments, _("Paused. No one can vote until you open it "
				 "again."));
}

/* A copy that lacks a few ballots of the closed box tells whose they are. */
static void tell_copy(const struct arguments *arguments, struct store *store)
{
	char next[MEETING_FILE_NEXT];
	int since = 0;

	if (backup_shown(store, &since) != STATUS_OK || since == 0)
		return;
	meeting_file_next(arguments, "backup", " -o COPY", next);
	report_line(arguments,
		    words_plural("%d person voted after the last copy: beside "
				 "this file it shows that vote. Copy over it "
				 "now:",
				 "%d people voted after the last copy: beside "
				 "this file it shows their votes. Copy over it "
				 "now:",
				 (unsigned long)since),
		    since);
	report_line(arguments, "%s", next);
}

static void tell_closed(const struct arguments *arguments,
			const struct numbers *numbers)
{
	const struct roll_count *slips = &numbers->slips;
	char next[MEETING_FILE_NEXT];

	report_line(arguments, _("Voting is closed."));
	report_line(arguments,
		    _("Slips: %d printed = %d used + %d void + %d unused."),
		    slips->printed, slips->used, slips->voided,
		    slips->unused + slips->in_use);
	/* Of a sum without some, others could be told. */
	if (!numbers->silent)
		report_line(arguments,
			    numbers->elsewhere
				? _("Used slips: %d = ballots in the kiosks' "
				    "boxes: %d.")
				: _("Used slips: %d = ballots in the box: %d."),
			    slips->used, numbers->filled);
	if (!numbers->elsewhere)
		report_line(arguments, _("Root of the box: %s"), numbers->root);
	if (numbers->practice)
		return;
	meeting_file_next(arguments, "count", "", next);
	if (!numbers->silent)
		report_line(arguments, _("Next: %s"),
			    numbers->collect ? numbers->collect : next);
}

/* With a shared roll: every kiosk has closed, and no slip gave two votes. */
static enum status all_agree(const struct arguments *arguments,
			     const struct numbers *numbers, int silent)
{
	if (silent)
		return report_refusal(
		    arguments, STATUS_ROLL_AWAY, "%s",
		    _("Not every kiosk has closed its box. Do not count "
		      "before \"stemmeboks roll status\" says so, and then "
		      "\"stemmeboks roll fetch\"."));
	if (numbers->slips.used != numbers->filled)
		return report_error(
		    arguments, STATUS_DISAGREES, "%s",
		    _("Used slips and ballots in the box must be as many."));
	return STATUS_OK;
}

/* The move, then what it led to. */
static enum status move_on(const struct arguments *arguments, enum act act,
			   void (*tell)(const struct arguments *arguments,
					const struct numbers *numbers))
{
	struct store *store = NULL;
	struct numbers numbers;
	enum phase before, phase;
	enum file_kind kind;
	int silent = 0;
	enum status status = meeting_file_open(arguments, STORE_WRITE, &store);

	if (status != STATUS_OK)
		return status;
	status = store_phase(store, &before);
	if (status != STATUS_OK) {
		report_error(arguments, status, NULL);
		goto out;
	}
	status = act_do(arguments, store, act, &silent);
	if (status != STATUS_OK)
		goto out;
	status = store_phase(store, &phase);
	if (status == STATUS_OK)
		status = numbers_read(store, &numbers);
	if (status != STATUS_OK) {
		report_error(arguments, status,
			     _("It is done, but the file cannot be read."));
		goto out;
	}
	/* Somebody may have voted at a quick kiosk already: every box was empty
	 * when it was opened. */
	if (before > PHASE_READY)
		status = shared_roll_numbers(arguments, store, &numbers.slips,
					     &numbers.filled);
	if (status != STATUS_OK)
		goto out;
	status = file_kind(store, &kind);
	numbers.collect = status == STATUS_OK ? file_kind_collect(kind) : NULL;
	numbers.elsewhere = numbers.collect && kind != FILE_SHARE;
	numbers.silent = silent;
	/* At the first opening it proves that the box is empty. */
	numbers.root_told =
	    meeting_file_root_told(phase) || before == PHASE_READY;
	tell(arguments, &numbers);
	if (act == ACT_CLOSED)
		tell_copy(arguments, store);
	if (act == ACT_CLOSED && !silent)
		status = shared_roll_fetch(arguments, store);
	if (status == STATUS_OK && act == ACT_CLOSED)
		status = all_agree(arguments, &numbers, silent);
	if (status == STATUS_OK)
		report_json(arguments, numbers_json(&numbers, phase));
out:
	store_free(store);
	return status;
}

enum status cmd_ready(const struct arguments *arguments)
{
	return move_on(arguments, ACT_ADOPTED, tell_ready);
}

enum status cmd_open(const struct arguments *arguments)
{
	return move_on(arguments, ACT_OPENED, tell_open);
}

enum status cmd_pause(const struct arguments *arguments)
{
	return move_on(arguments, ACT_PAUSED, tell_paused);
}

enum status cmd_close(const struct arguments *arguments)
{
	return move_on(arguments, ACT_CLOSED, tell_closed);
}
