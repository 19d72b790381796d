/* stemmeboks recount: the urn counted by hand, by two people. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/rule_kind.h"
#include "counting/counting.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/reason_option.h"
#include "tools/commands/recount_read.h"
#include "tools/commands/recount_show.h"
#include "tools/commands/shared_roll.h"
#include "tools/line/ask.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_recount[] = {
    {"from", 0, "FIRST.csv",
     N_("The first person's count: number;votes, and "
	"ballots;N.")},
    {"again", 0, "SECOND.csv", N_("The second person's count.")},
    {"stands", 0, "hand|machine",
     N_("Which count the money goes by, if they differ.")},
    {"reason", 0, "TEXT", N_("Why; goes with --stands.")},
    {NULL, 0, NULL, NULL},
};

/* One run of the command. */
struct recount {
	const struct arguments *arguments;
	struct store *store;
	const struct meeting *meeting;
	struct counting *counting;
	struct sheet machine, hand;
	struct hand_count count; /* reason: borrowed */
	char reason[ASK_LINE];
};

/* Whether WORD names a count, in English or in the language in use. */
static bool stands_parse(const char *word, bool *ret_hand)
{
	static const char *const names[] = {N_("machine"), N_("hand")};

	for (int i = 0; i < 2; i++)
		if (strcasecmp(word, names[i]) == 0 ||
		    strcasecmp(word, words_get(names[i])) == 0) {
			*ret_hand = i == 1;
			return true;
		}
	return false;
}

static enum status stands_ask(struct recount *recount)
{
	char line[ASK_LINE], why[REASON_WHY];

	do {
		if (!ask_line(_("Which count does the money go by, hand or "
				"machine?"),
			      line))
			return recount_unfinished(recount->arguments);
	} while (!stands_parse(line, &recount->count.stands));
	while (
	    ask_line(_("Why? One line for the protocol:"), recount->reason)) {
		if (reason_check(recount->reason, why) == STATUS_OK) {
			recount->count.reason = recount->reason;
			return STATUS_OK;
		}
		fprintf(stderr, "%s\n", why);
	}
	return recount_unfinished(recount->arguments);
}

/* What the organisers decide where the counts differ. */
static enum status stands_read(struct recount *recount)
{
	const struct arguments *arguments = recount->arguments;
	const char *stands = argument_option(arguments, "stands");
	const char *reason = argument_option(arguments, "reason");
	char why[REASON_WHY];

	if (stands && !stands_parse(stands, &recount->count.stands))
		return report_error(arguments, STATUS_USAGE,
				    _("--stands is hand or machine, not "
				      "\"%s\"."),
				    stands);
	if (reason && reason_check(reason, why) != STATUS_OK)
		return report_error(arguments, STATUS_USAGE, "%s", why);
	if (reason)
		snprintf(recount->reason, ASK_LINE, "%s", reason);
	recount->count.reason = recount->reason;
	if (sheets_agree(recount->meeting, &recount->machine, &recount->hand) ||
	    (stands && reason))
		return STATUS_OK;
	if (!stands && !reason && ask_person(arguments))
		return stands_ask(recount);
	return report_refusal(
	    arguments, STATUS_USAGE, "%s",
	    _("The counts differ. Say which the money goes by, and "
	      "why: --stands hand or machine, and --reason TEXT"));
}

/* Which pot keeps the hand from standing; NULL when none does. */
static const struct pot *whole_pot(const struct meeting *meeting)
{
	for (int i = 0; i < meeting->pot_count; i++)
		if (pot_whole_ballots(&meeting->pots[i]))
			return &meeting->pots[i];
	return NULL;
}

static enum status hand_refuse(const struct recount *recount)
{
	const struct pot *pot = whole_pot(recount->meeting);

	return report_refusal(
	    recount->arguments, STATUS_WHOLE_BALLOTS,
	    _("The pot %s is given away by %s, which looks at whole ballots: a "
	      "count by hand knows sums alone and cannot stand for them. Keep "
	      "it with --stands machine."),
	    pot ? pot->key : "", pot ? pot->rule : "");
}

static enum status count_keep(struct recount *recount)
{
	char at[AUDIT_TIME];
	enum status status;

	recount->count.ballots = recount->hand.number[SHEET_BALLOTS];
	for (int i = 0; i < recount->meeting->proposal_count; i++)
		recount->count.votes[i] =
		    recount->hand.number[SHEET_PROPOSALS + i];
	meeting_file_time(at);
	status = hand_add(recount->store, &recount->count, at);
	if (status == STATUS_WHOLE_BALLOTS)
		return hand_refuse(recount);
	if (status != STATUS_OK)
		return report_error(recount->arguments, status, NULL);
	return STATUS_OK;
}

/* Opens the meeting and counts its box. */
static enum status begin(struct recount *recount, enum phase *ret_phase)
{
	const struct arguments *arguments = recount->arguments;
	enum status status =
	    meeting_file_open(arguments, STORE_WRITE, &recount->store);

	if (status == STATUS_OK)
		status = meeting_file_allows(arguments, recount->store,
					     ACT_RECOUNTED);
	if (status == STATUS_OK)
		status = file_kind_votes(arguments, recount->store);
	if (status != STATUS_OK)
		return status;
	recount->meeting = store_meeting(recount->store);
	status = store_phase(recount->store, ret_phase);
	if (status == STATUS_OK)
		status = counting_new(recount->store, &recount->counting);
	if (status != STATUS_OK && status != STATUS_TIE)
		return report_error(arguments, status, NULL);
	sheet_of_tally(recount->meeting, &recount->counting->box,
		       &recount->machine);
	return STATUS_OK;
}

static enum status run(struct recount *recount)
{
	const struct arguments *arguments = recount->arguments;
	struct recount_told told;
	enum status status = begin(recount, &told.before);

	if (status == STATUS_OK)
		status = recount_read(recount->arguments, recount->meeting,
				      &recount->hand);
	if (status != STATUS_OK)
		return status;
	status = sheets_show(arguments, recount->meeting, &recount->machine,
			     &recount->hand);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	status = stands_read(recount);
	if (status == STATUS_OK)
		status = count_keep(recount);
	if (status != STATUS_OK)
		return status;
	status = store_phase(recount->store, &told.after);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	told.hand_stands = recount->count.stands;
	told.reason = recount->count.reason;
	recount_tell(arguments, recount->meeting, &recount->machine,
		     &recount->hand, &told);
	return STATUS_OK;
}

enum status cmd_recount(const struct arguments *arguments)
{
	struct recount *recount = calloc(1, sizeof(*recount));
	enum status status;

	if (!recount)
		return report_error(arguments, STATUS_MEMORY, NULL);
	recount->arguments = arguments;
	status = run(recount);
	counting_free(recount->counting);
	store_free(recount->store);
	free(recount);
	return status;
}
