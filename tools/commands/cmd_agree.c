/* stemmeboks agree: the room shares out what is left of a pot. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "counting/counting.h"
#include "tools/commands/decision_option.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/reason_option.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_agree[] = {
    {"reason", 0, "TEXT", N_("How the room agreed, in one short line.")},
    {NULL, 0, NULL, NULL},
};

enum { SHARES = 2048 };

/* One run of the command. */
struct agreeing {
	const struct arguments *arguments;
	struct store *store;
	struct counting *counting;
	struct decision decision;
	struct result result;
	char why[DECISION_WHY];
};

/* Shares typed with blanks between are several operands. */
static enum status shares_join(const struct arguments *arguments,
			       char ret_text[SHARES])
{
	size_t used = 0;

	for (int i = 1; i < argument_operand_count(arguments); i++) {
		const char *word = argument_operand(arguments, i);

		if (used + strlen(word) + 2 > SHARES)
			return report_error(arguments, STATUS_USAGE,
					    _("These are too many shares."));
		used += (size_t)sprintf(ret_text + used, "%s%s",
					used ? " " : "", word);
	}
	return STATUS_OK;
}

static enum status shares_read(struct agreeing *agreeing)
{
	const struct arguments *arguments = agreeing->arguments;
	const char *reason = argument_option(arguments, "reason");
	char text[SHARES] = "";
	enum status status = shares_join(arguments, text);

	if (status != STATUS_OK)
		return status;
	if (!reason)
		return report_error(arguments, STATUS_USAGE,
				    _("--reason is missing: how did the room "
				      "agree?"));
	status = reason_check(reason, agreeing->why);
	if (status == STATUS_OK)
		status = decision_parse(store_meeting(agreeing->store), text,
					DECISION_LEFT, reason,
					&agreeing->decision, agreeing->why);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", agreeing->why);
	return STATUS_OK;
}

static enum status shares_try(struct agreeing *agreeing)
{
	const struct arguments *arguments = agreeing->arguments;
	enum status status = counting_new(agreeing->store, &agreeing->counting);

	if (status == STATUS_OK || status == STATUS_TIE)
		status = decision_left_try(
		    store_meeting(agreeing->store), agreeing->counting,
		    &agreeing->decision, &agreeing->result, agreeing->why);
	if (status == STATUS_OK || status == STATUS_TIE)
		return STATUS_OK;
	return report_error(arguments, status, "%s",
			    *agreeing->why ? agreeing->why
					   : argument_operand(arguments, 0));
}

/* What to type once it is kept; the rest of a pot is left_minor. */
static enum status shares_told(const struct agreeing *agreeing)
{
	const struct arguments *arguments = agreeing->arguments;
	const struct decision *decision = &agreeing->decision;
	int64_t left = agreeing->result.pots[decision->pot].left_minor;
	char rest[MONEY_TEXT], next[MEETING_FILE_NEXT];
	enum phase phase;
	enum status status = store_phase(agreeing->store, &phase);

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	words_money(left, rest);
	if (phase == PHASE_CLOSED)
		meeting_file_next(arguments, "count", "", next);
	else
		meeting_file_next(arguments, "publish", " -o result", next);
	report_line(arguments, _("Left in the pot now: %s"), rest);
	report_line(arguments, _("Next: %s"), next);
	report_json(
	    arguments,
	    json_pack("{s:b, s:s, s:I, s:s}", "ok", 1, "pot",
		      store_meeting(agreeing->store)->pots[decision->pot].key,
		      "left_minor", (json_int_t)left, "next", next));
	return STATUS_OK;
}

/* Whether an earlier decision shares out the same pot's rest. */
static bool corrects(const struct agreeing *agreeing)
{
	const struct counting *counting = agreeing->counting;

	for (int i = 0; i < counting->decision_count; i++)
		if (counting->decisions[i].kind == DECISION_LEFT &&
		    counting->decisions[i].pot == agreeing->decision.pot)
			return true;
	return false;
}

static enum status agree(struct agreeing *agreeing)
{
	const struct arguments *arguments = agreeing->arguments;
	char at[AUDIT_TIME];
	enum status status =
	    meeting_file_open(arguments, STORE_WRITE, &agreeing->store);

	if (status == STATUS_OK)
		status = meeting_file_allows(arguments, agreeing->store,
					     ACT_DECIDED);
	if (status == STATUS_OK)
		status = file_kind_votes(arguments, agreeing->store);
	if (status == STATUS_OK)
		status = shares_read(agreeing);
	if (status == STATUS_OK)
		status = shares_try(agreeing);
	if (status != STATUS_OK)
		return status;
	meeting_file_time(at);
	status = decision_add(agreeing->store, &agreeing->decision, at);
	if (status == STATUS_OK)
		status =
		    decision_tell(arguments, store_meeting(agreeing->store),
				  &agreeing->decision, corrects(agreeing));
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	return shares_told(agreeing);
}

enum status cmd_agree(const struct arguments *arguments)
{
	struct agreeing *agreeing = calloc(1, sizeof(*agreeing));
	enum status status;

	if (!agreeing)
		return report_error(arguments, STATUS_MEMORY, NULL);
	agreeing->arguments = arguments;
	status = agree(agreeing);
	counting_free(agreeing->counting);
	store_free(agreeing->store);
	free(agreeing);
	return status;
}
