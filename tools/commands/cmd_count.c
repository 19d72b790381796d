/* stemmeboks count: from the box to the money, once voting is closed. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "counting/counting.h"
#include "store/store.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_show.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/count_boxes.h"
#include "tools/commands/count_election.h"
#include "tools/commands/decision_option.h"
#include "tools/commands/meeting_file.h"
#include "tools/commands/shared_roll.h"
#include "tools/commands/two_persons.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_count[] = {
    {"lots", 0, "POT:4,6",
     N_("Lots were drawn between these that tie; the first drawn first.")},
    {"agreed", 0, "POT:4,6",
     N_("The room agreed on this order for these that tie.")},
    {"split", 0, "POT:4=13.872,6=13.872",
     N_("The room agreed on these amounts for these that tie.")},
    {"again", 0, "POT:4,6",
     N_("The order of --lots, typed by another person.")},
    {"reason", 0, "TEXT",
     N_("How the room agreed; goes with --agreed and --split.")},
#define ELECTION_OPTION(name, spelled, argument, help)                         \
	{spelled, 0, argument, help},
#include "tools/commands/election_options.def"
#undef ELECTION_OPTION
    {NULL, 0, NULL, NULL},
};

struct count {
	const struct arguments *arguments;
	const char *path;
	enum phase phase;
	struct store *store;
	struct counting *counting;
	struct bundle *bundle; /* to show it */
	struct typed typed;
	struct result result;
	struct store_fault fault;
};

/* Opens the meeting; for writing only while there is something to write. */
static enum status count_open(struct count *count)
{
	enum status status;

	status = store_open_fault(count->path, STORE_READ, &count->store,
				  &count->fault);
	if (status == STATUS_OK)
		status = store_phase(count->store, &count->phase);
	if (status != STATUS_OK || count->phase != PHASE_CLOSED)
		return status;
	store_free(count->store);
	count->store = NULL;
	status = store_open_fault(count->path, STORE_WRITE, &count->store,
				  &count->fault);
	if (status == STATUS_OK)
		meeting_file_mended(count->arguments, count->store);
	return status;
}

/* What cannot be counted, or not again, is said before anything is read. */
static enum status count_allowed(const struct count *count)
{
	if (count->phase < PHASE_CLOSED)
		return report_refusal(
		    count->arguments, STATUS_PHASE,
		    _("The meeting is in the phase \"%s\". "
		      "Close the voting first: stemmeboks close %s"),
		    words_get(phase_text(count->phase)), count->path);
	if (count->phase > PHASE_CLOSED && count->typed.count > 0)
		return report_refusal(
		    count->arguments, STATUS_PHASE,
		    _("The count is final: lots can no longer be corrected. "
		      "Write what is wrong in the protocol."));
	return STATUS_OK;
}

/* Stores what was typed and, without a tie, that the meeting is counted. */
static enum status count_store(struct count *count, bool whole)
{
	char at[AUDIT_TIME], detail[AUDIT_DETAIL];
	int rows;
	enum status status = audit_count(count->store, &rows);

	/* The other person may have been asked for a while. */
	if (status == STATUS_OK && rows != count->counting->rows)
		status = STATUS_CHANGED;
	audit_time(time(NULL), at);
	for (int i = 0; i < count->typed.count && status == STATUS_OK; i++)
		status =
		    decision_add(count->store, &count->typed.decisions[i], at);
	if (status != STATUS_OK || !whole)
		return status;
	snprintf(detail, sizeof(detail), "%d ballots",
		 count->counting->standing.ballots);
	return audit_act_after(count->store, rows + count->typed.count,
			       ACT_COUNTED, detail, at);
}

/* The bundle with the decisions in the order in which they now are stored; its
 * arrays are the bundle's, but for the decisions. NULL without memory. */
static struct bundle *shown_new(const struct count *count)
{
	const struct bundle *bundle = count->bundle;
	int all = bundle->decision_count + count->typed.count;
	struct bundle *shown = malloc(sizeof(*shown));
	struct decision *decisions =
	    calloc((size_t)all + 1, sizeof(*decisions));

	if (!shown || !decisions) {
		free(shown);
		free(decisions);
		return NULL;
	}
	for (int i = 0; i < all; i++)
		decisions[i] =
		    i < bundle->decision_count
			? bundle->decisions[i]
			: count->typed.decisions[i - bundle->decision_count];
	*shown = *bundle;
	shown->decisions = decisions;
	shown->decision_count = all;
	return shown;
}

static void shown_free(struct bundle *shown)
{
	free(shown->decisions);
	free(shown);
}

static enum status count_tell(const struct count *count, enum status status)
{
	struct bundle *shown = shown_new(count);
	json_t *json = shown ? bundle_result_json(shown, &count->result) : NULL;
	enum status told;

	if (!json) {
		if (shown)
			shown_free(shown);
		return report_error(count->arguments, STATUS_MEMORY, NULL);
	}
	if (status == STATUS_TIE)
		json_object_set_new(json, "error",
				    json_string(status_name(status)));
	report_json(count->arguments, json);
	told = bundle_show(count->arguments, shown, &count->result);
	shown_free(shown);
	if (told == STATUS_OK && status == STATUS_TIE)
		told = bundle_show_ties(count->arguments, count->bundle,
					&count->typed, &count->result,
					count->path);
	if (told != STATUS_OK)
		return report_error(count->arguments, told, NULL);
	if (status == STATUS_OK) {
		report_line(count->arguments, "%s", "");
		if (count->typed.count > 0)
			report_line(count->arguments, "%s",
				    _("The count is final. Was an order typed "
				      "wrong? Write it in the protocol."));
		report_line(count->arguments,
			    _("Counted. Next: stemmeboks publish %s -o result"),
			    count->path);
	}
	return status;
}

/* What the count goes by, and the same with all that is shown of it. */
static enum status count_gather(struct count *count)
{
	enum status status = bundle_gather(count->store, &count->bundle);

	if (status != STATUS_OK)
		return status;
	status = counting_new(count->store, &count->counting);
	return status == STATUS_TIE ? STATUS_OK : status;
}

static enum status count_run(struct count *count)
{
	const struct arguments *arguments = count->arguments;
	const struct meeting *meeting;
	char why[DECISION_WHY] = "";
	enum status status = count_open(count), stored = STATUS_OK;

	if (status == STATUS_DAMAGED)
		return meeting_file_damaged(arguments, count->path,
					    &count->fault);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", count->path);
	status = meeting_file_real(arguments, count->store);
	if (status != STATUS_OK)
		return status;
	meeting = store_meeting(count->store);
	status = decisions_typed(arguments, meeting, &count->typed, why);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", why);
	status = count_allowed(count);
	if (status == STATUS_OK)
		status = file_kind_votes(arguments, count->store);
	if (status == STATUS_OK && count->typed.count > 0)
		status = two_persons_ask(arguments, count->store);
	if (status != STATUS_OK)
		return status;
	status = count_gather(count);
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", count->path);
	status = decisions_try(meeting, count->counting, &count->typed,
			       &count->result, why);
	if (status == STATUS_OK || status == STATUS_TIE)
		stored =
		    decisions_again(arguments, meeting, &count->typed, why);
	if (stored != STATUS_OK)
		status = stored;
	if (status != STATUS_OK && status != STATUS_TIE)
		return report_error(arguments, status, "%s",
				    *why ? why : count->path);
	stored =
	    decisions_tell(arguments, meeting, count->counting, &count->typed);
	if (stored == STATUS_OK && count->phase == PHASE_CLOSED)
		stored = count_store(count, status == STATUS_OK);
	if (stored != STATUS_OK)
		return report_error(arguments, stored, "%s", count->path);
	return count_tell(count, status);
}

/* What was typed goes with the kind of file. */
static enum status options_fit(const struct arguments *arguments, bool election)
{
	static const char *const decisions[] = {"lots", "agreed", "split",
						"again", "reason"};
	const char *given = election_option_given(arguments);

	if (!election && given)
		return report_error(
		    arguments, STATUS_USAGE,
		    _("--%s goes with a .pb file. A meeting's rules stand in "
		      "its own file."),
		    given);
	for (size_t i = 0; i < sizeof(decisions) / sizeof(*decisions); i++)
		if (election && argument_option(arguments, decisions[i]))
			return report_error(
			    arguments, STATUS_USAGE,
			    _("--%s goes with a meeting's file. For a .pb "
			      "file say --ties."),
			    decisions[i]);
	if (election && argument_operand_count(arguments) > 1)
		return report_error(
		    arguments, STATUS_USAGE,
		    _("One .pb file is counted at a time, not also %s."),
		    argument_operand(arguments, 1));
	return STATUS_OK;
}

enum status cmd_count(const struct arguments *arguments)
{
	bool election = election_file_is(argument_operand(arguments, 0));
	enum status status = options_fit(arguments, election);
	struct count *count;

	if (status != STATUS_OK)
		return status;
	if (election)
		return count_election(arguments);
	if (argument_operand_count(arguments) > 1)
		return count_boxes(arguments);
	count = calloc(1, sizeof(*count));
	if (!count)
		return report_error(arguments, STATUS_MEMORY, NULL);
	count->arguments = arguments;
	count->path = argument_operand(arguments, 0);
	status = count_run(count);
	counting_free(count->counting);
	bundle_free(count->bundle);
	store_free(count->store);
	free(count);
	return status;
}
