/* stemmeboks recount: the urn counted by hand, by two people. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "counting/counting.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/reason_option.h"
#include "tools/commands/recount_show.h"
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

/* Two counts that differ are two piles to count again, not a typing loop. */
enum { ROUNDS_MOST = 20 };

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

static enum status refuse(const struct recount *recount, const char *sentence)
{
	return report_refusal(recount->arguments, STATUS_USAGE, "%s", sentence);
}

static enum status nothing_more(const struct recount *recount)
{
	return refuse(recount, _("The count was not finished. Nothing was "
				 "written."));
}

/* Every mistake in the files, "FILE:LINE: …". */
static enum status problems_tell(const struct recount *recount,
				 struct problems *problems, enum status status)
{
	const struct arguments *arguments = recount->arguments;
	const char *sentence = _("The count was not taken. Nothing was "
				 "written.");

	if (status == STATUS_MEMORY)
		return report_error(arguments, status, NULL);
	problems_sort(problems);
	if (argument_json(arguments)) {
		report_json(arguments,
			    json_pack("{s:s, s:s, s:o}", "error",
				      status_name(status), "message", sentence,
				      "problems",
				      problems_json(problems, false)));
		return status;
	}
	for (int i = 0; i < problems->count; i++) {
		const struct problem *problem = &problems->list[i];

		if (problem->line)
			fprintf(stderr, "%s:%d: %s\n", problem->file,
				problem->line, problem->text);
		else
			fprintf(stderr, "%s: %s\n", problem->file,
				problem->text);
	}
	return report_refusal(arguments, status, "%s", sentence);
}

static bool same_file(const char *one, const char *other)
{
	struct stat found, beside;

	return stat(one, &found) == 0 && stat(other, &beside) == 0 &&
	       found.st_dev == beside.st_dev && found.st_ino == beside.st_ino;
}

/* Where the two files differ is for people to count again. */
static enum status sheets_compare(const struct recount *recount,
				  const struct sheet *first,
				  const struct sheet *second,
				  const char *second_path,
				  struct problems *problems)
{
	char name[SHEET_NAME];

	for (int i = 0; i < sheet_places(recount->meeting); i++) {
		if (first->number[i] == second->number[i])
			continue;
		sheet_name(recount->meeting, i, name);
		problem_add(problems, second_path, 0,
			    _("%1$s: the first person has %2$d, the second "
			      "%3$d. Count again."),
			    name, first->number[i], second->number[i]);
	}
	return problems->mistakes ? STATUS_INPUT : STATUS_OK;
}

static enum status hand_from_files(struct recount *recount, const char *first,
				   const char *second)
{
	struct problems problems = {NULL, 0, 0, 0, 0, false};
	struct sheet other;
	enum status status, again;

	if (!first || !second)
		return refuse(recount,
			      _("Two people count: give --from FIRST.csv and "
				"--again SECOND.csv."));
	if (same_file(first, second))
		return refuse(recount, _("--from and --again are the same "
					 "file. Two people count, each on a "
					 "sheet of their own."));
	status = sheet_read(recount->meeting, first, &problems, &recount->hand);
	again = sheet_read(recount->meeting, second, &problems, &other);
	if (status == STATUS_OK)
		status = again;
	if (status == STATUS_OK)
		status = sheets_compare(recount, &recount->hand, &other, second,
					&problems);
	if (status != STATUS_OK)
		problems_tell(recount, &problems, status);
	problems_clear(&problems);
	return status;
}

static bool any_over(const struct recount *recount, const struct sheet *sheet)
{
	for (int i = 0; i < sheet_places(recount->meeting); i++)
		if (sheet_over(recount->meeting, sheet, i))
			return true;
	return false;
}

/* Whether both people are asked for PLACE once more: they differ, or say the
 * same but fewer ballots than their votes need. */
static bool asked_again(const struct recount *recount,
			const struct sheet *first, const struct sheet *second,
			int place)
{
	if (first->number[place] != second->number[place])
		return true;
	if (first->number[SHEET_BALLOTS] != second->number[SHEET_BALLOTS])
		return false;
	return place == SHEET_BALLOTS
		   ? any_over(recount, first) || any_over(recount, second)
		   : sheet_over(recount->meeting, first, place);
}

/* Both people once more for every such place; the ballots come first, as the
 * other numbers are judged by them. */
static enum status differences_ask(const struct recount *recount,
				   struct sheet *first, struct sheet *second,
				   int *ret_differences)
{
	char name[SHEET_NAME];

	*ret_differences = 0;
	for (int i = 0; i < sheet_places(recount->meeting); i++) {
		if (!asked_again(recount, first, second, i))
			continue;
		++*ret_differences;
		sheet_name(recount->meeting, i, name);
		report_line(recount->arguments,
			    _("%1$s: %2$d and %3$d. Count these again."), name,
			    first->number[i], second->number[i]);
		report_line(recount->arguments, "%s", _("First person:"));
		if (sheet_ask_place(recount->meeting, i, first) != STATUS_OK)
			return STATUS_INPUT;
		report_line(recount->arguments, "%s", _("Second person:"));
		if (sheet_ask_place(recount->meeting, i, second) != STATUS_OK)
			return STATUS_INPUT;
	}
	return STATUS_OK;
}

static enum status hand_from_people(struct recount *recount)
{
	const struct arguments *arguments = recount->arguments;
	struct sheet second;
	int differences = 1;

	report_line(arguments, "%s",
		    _("First person: type what you counted in the urn."));
	if (sheet_ask(recount->meeting, &recount->hand) != STATUS_OK)
		return nothing_more(recount);
	ask_clear();
	report_line(arguments, "%s",
		    _("Second person: type what you counted. The first count "
		      "is not shown."));
	if (sheet_ask(recount->meeting, &second) != STATUS_OK)
		return nothing_more(recount);
	for (int i = 0; i < ROUNDS_MOST && differences > 0; i++)
		if (differences_ask(recount, &recount->hand, &second,
				    &differences) != STATUS_OK)
			return nothing_more(recount);
	if (differences > 0)
		return refuse(recount, _("The two counts still differ. Nothing "
					 "was written."));
	return STATUS_OK;
}

static enum status hand_read(struct recount *recount)
{
	const char *first = argument_option(recount->arguments, "from");
	const char *second = argument_option(recount->arguments, "again");

	if (!first && !second && ask_person(recount->arguments))
		return hand_from_people(recount);
	return hand_from_files(recount, first, second);
}

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
			return nothing_more(recount);
	} while (!stands_parse(line, &recount->count.stands));
	while (
	    ask_line(_("Why? One line for the protocol:"), recount->reason)) {
		if (reason_check(recount->reason, why) == STATUS_OK) {
			recount->count.reason = recount->reason;
			return STATUS_OK;
		}
		fprintf(stderr, "%s\n", why);
	}
	return nothing_more(recount);
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
	return refuse(recount,
		      _("The counts differ. Say which the money goes by, and "
			"why: --stands hand or machine, and --reason TEXT"));
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
		status = hand_read(recount);
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
