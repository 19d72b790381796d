#include "tools/commands/decision_option.h"

#include <stdio.h>
#include <string.h>

#include "rules/count.h"
#include "tools/line/ask.h"
#include "tools/line/command.h"
#include "words/words.h"

/* In which option a decision is typed, and whether it needs a reason. */
static const struct {
	const char *option;
	enum decision_kind kind;
	bool reasoned;
} options[] = {
    {"lots", DECISION_LOTS, false},
    {"agreed", DECISION_AGREED, true},
    {"split", DECISION_SPLIT, true},
};

/* Adds every OPTION of ARGUMENTS. */
static enum status add_typed(const struct arguments *arguments,
			     const struct meeting *meeting, const char *option,
			     enum decision_kind kind, const char *reason,
			     struct typed *typed, char ret_why[DECISION_WHY])
{
	enum status status = STATUS_OK;
	const char *text;

	for (int i = 0;
	     status == STATUS_OK &&
	     (text = argument_repeated(arguments, option, i)) != NULL;
	     i++) {
		if (typed->count == DECISIONS_MOST) {
			snprintf(ret_why, DECISION_WHY,
				 _("There are too many decisions."));
			return STATUS_USAGE;
		}
		status =
		    decision_parse(meeting, text, kind, reason,
				   &typed->decisions[typed->count], ret_why);
		typed->count += status == STATUS_OK;
	}
	return status;
}

static enum status reason_needed(const char *reason, const char *reasoned,
				 char ret_why[DECISION_WHY])
{
	if (reasoned && !reason) {
		snprintf(ret_why, DECISION_WHY,
			 _("--%s needs --reason: how did the room agree?"),
			 reasoned);
		return STATUS_USAGE;
	}
	if (reason && !reasoned) {
		snprintf(ret_why, DECISION_WHY, "%s",
			 _("--reason goes with --agreed and --split only."));
		return STATUS_USAGE;
	}
	return reason ? reason_check(reason, ret_why) : STATUS_OK;
}

enum status decisions_typed(const struct arguments *arguments,
			    const struct meeting *meeting,
			    struct typed *ret_typed, char ret_why[DECISION_WHY])
{
	const size_t kinds = sizeof(options) / sizeof(*options);
	const char *reason = argument_option(arguments, "reason");
	const char *reasoned = NULL;
	enum status status;

	ret_typed->count = 0;
	for (size_t i = 0; i < kinds && !reasoned; i++)
		if (options[i].reasoned &&
		    argument_option(arguments, options[i].option))
			reasoned = options[i].option;
	status = reason_needed(reason, reasoned, ret_why);
	for (size_t i = 0; i < kinds && status == STATUS_OK; i++)
		status = add_typed(
		    arguments, meeting, options[i].option, options[i].kind,
		    options[i].reasoned ? reason : "", ret_typed, ret_why);
	return status;
}

static bool same_order(const struct decision *one, const struct decision *other)
{
	return one->pot == other->pot && one->count == other->count &&
	       memcmp(one->proposal, other->proposal,
		      (size_t)one->count * sizeof(one->proposal[0])) == 0;
}

/* The order that the second person types, at the terminal or as --again number
 * INDEX. */
static enum status second_typed(const struct arguments *arguments,
				const struct meeting *meeting, int index,
				struct decision *ret_decision,
				char ret_why[DECISION_WHY])
{
	const char *text = argument_repeated(arguments, "again", index);
	char line[ASK_LINE];

	if (!text && !argument_option(arguments, "again") &&
	    ask_person(arguments)) {
		if (!ask_line(_("Another person types the order again, such as "
				"main:4,6:"),
			      line))
			line[0] = '\0';
		text = line;
	}
	if (!text) {
		snprintf(ret_why, DECISION_WHY, "%s",
			 _("Another person types the order again: --again "
			   "POT:4,6"));
		return STATUS_USAGE;
	}
	return decision_parse(meeting, text, DECISION_LOTS, "", ret_decision,
			      ret_why);
}

enum status decisions_again(const struct arguments *arguments,
			    const struct meeting *meeting,
			    const struct typed *typed,
			    char ret_why[DECISION_WHY])
{
	struct decision second;
	int lots = 0;

	for (int i = 0; i < typed->count; i++) {
		const struct decision *first = &typed->decisions[i];
		enum status status;

		if (first->kind != DECISION_LOTS)
			continue;
		status =
		    second_typed(arguments, meeting, lots++, &second, ret_why);
		if (status != STATUS_OK)
			return status;
		if (same_order(first, &second))
			continue;
		snprintf(ret_why, DECISION_WHY,
			 _("Two people typed different orders for the pot "
			   "\"%s\". Nothing was written. Look at the lots "
			   "again."),
			 meeting->pots[first->pot].key);
		return STATUS_USAGE;
	}
	if (argument_repeated(arguments, "again", lots)) {
		snprintf(ret_why, DECISION_WHY, "%s",
			 _("--again repeats a --lots. Give as many of both."));
		return STATUS_USAGE;
	}
	return STATUS_OK;
}
