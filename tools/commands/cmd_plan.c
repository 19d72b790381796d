/* stemmeboks plan: how many kiosks an evening needs, and what for them. */
#include "core/meeting.h"
#include "core/session.h"
#include "tools/commands/meeting_file.h"
#include "tools/line/report.h"
#include "tools/plan/pace.h"
#include "tools/plan/plan.h"
#include "words/words.h"

enum {
	MINUTES_MOST = 600,
	SECONDS_LEAST = 5,
	SECONDS_MOST = 1800,
	NOT_SAID = 0,
};

const struct option_spec options_plan[] = {
    {"voters", 'n', "N", N_("How many will vote, 1 to 2000.")},
    {"minutes", 'm', "N",
     N_("Until the last one has voted, from the opening, 1 to 600.")},
    {"kiosks", 'k', "N",
     N_("What happens with so many kiosks, 1 to 200. Without: as many as the "
	"minutes need.")},
    {"spread", 0, "MINUTES",
     N_("The voters come evenly over so long. Without: all at once.")},
    {"seconds", 0, "N",
     N_("From scan to cast for the median voter, 5 to 1800. Without: the "
	"target for real residents, by the kind of ballot.")},
    {"ballot", 0, "TYPE",
     N_("approval, knapsack, points, score or rank; approval without this.")},
    {"proposals", 0, "N", N_("How many proposals; 10 without this.")},
    {"express", 0, "PERCENT",
     N_("So many of 100 voters go by the numbers on posters and slips.")},
    {NULL, 0, NULL, NULL},
};

/* What is said of one ballot, where no meeting file says it. */
static enum status ballot_read(const struct arguments *arguments,
			       struct plan *plan, int *ret_express)
{
	const char *name = argument_option(arguments, "ballot");
	int type = name ? ballot_type_find(name) : BALLOT_APPROVAL;
	int proposals;
	struct pot pot;
	enum status status = argument_number(
	    arguments, "proposals", 1, MEETING_PROPOSALS, PACE_TEN, &proposals);

	if (status != STATUS_OK)
		return status;
	if (type < 0)
		return report_error(arguments, STATUS_USAGE,
				    _("--ballot is approval, knapsack, points, "
				      "score or rank, not \"%s\"."),
				    name);
	pot = (struct pot){.ballot_type = (enum ballot_type)type};
	plan->numbers = session_by_numbers(&pot);
	plan->tenths = pace_tenths(pot.ballot_type, proposals);
	*ret_express = pace_express_tenths(1, proposals);
	return STATUS_OK;
}

static void meeting_read(struct plan *plan, int *ret_express)
{
	const struct meeting *meeting = plan->meeting;

	plan->numbers = true;
	for (int i = 0; i < meeting->pot_count; i++)
		plan->numbers &= session_by_numbers(&meeting->pots[i]);
	plan->tenths = pace_meeting_tenths(meeting);
	*ret_express =
	    pace_express_tenths(meeting->pot_count, meeting->proposal_count);
}

/* How long voters take, in general and by numbers. */
static enum status seconds_read(const struct arguments *arguments,
				struct plan *plan)
{
	const int base = pace_tenths(BALLOT_APPROVAL, PACE_TEN);
	struct evenings *evenings = &plan->evenings;
	int express = 0, seconds;
	enum status status = STATUS_OK;

	if (plan->meeting)
		meeting_read(plan, &express);
	else
		status = ballot_read(arguments, plan, &express);
	if (status == STATUS_OK)
		status = argument_number(arguments, "seconds", SECONDS_LEAST,
					 SECONDS_MOST, NOT_SAID, &seconds);
	if (status != STATUS_OK)
		return status;
	plan->source = plan->tenths == base ? PLAN_TARGET : PLAN_BALLOT;
	evenings->median_s = pace_target_s(plan->tenths);
	evenings->express_s = pace_target_s(express);
	if (seconds != NOT_SAID) {
		plan->source = PLAN_GIVEN;
		evenings->median_s = seconds;
		evenings->express_s =
		    (seconds * express + plan->tenths - 1) / plan->tenths;
	}
	if (evenings->express_percent > 0 && !plan->numbers)
		return report_error(
		    arguments, STATUS_USAGE, "%s",
		    _("Points and scores cannot be given by numbers: leave "
		      "--express away."));
	return STATUS_OK;
}

/* Options that say the same thing twice, or nothing together. */
static enum status together_check(const struct arguments *arguments,
				  const struct plan *plan)
{
	static const char *const ballots[] = {"ballot", "proposals"};
	bool file = argument_operand(arguments, 0) != NULL;

	if (plan->evenings.voters == NOT_SAID)
		return report_error(arguments, STATUS_USAGE, "%s",
				    _("How many will vote? Say it with "
				      "--voters N."));
	if (plan->minutes == NOT_SAID && plan->asked == NOT_SAID)
		return report_error(arguments, STATUS_USAGE, "%s",
				    _("Say how long with --minutes N, or how "
				      "many kiosks with --kiosks N."));
	for (int i = 0; i < 2; i++) {
		if (!argument_option(arguments, ballots[i]))
			continue;
		if (file)
			return report_error(arguments, STATUS_USAGE,
					    _("The meeting file says it: leave "
					      "--%s away."),
					    ballots[i]);
		if (argument_option(arguments, "seconds"))
			return report_error(arguments, STATUS_USAGE,
					    _("--seconds says it: leave --%s "
					      "away."),
					    ballots[i]);
	}
	if (plan->minutes && plan->evenings.spread_s >= plan->minutes * 60)
		return report_error(arguments, STATUS_USAGE, "%s",
				    _("The last one comes at the end of "
				      "--spread: it must be shorter than "
				      "--minutes."));
	return STATUS_OK;
}

static enum status question_read(const struct arguments *arguments,
				 struct plan *plan)
{
	struct evenings *evenings = &plan->evenings;
	const struct {
		const char *name;
		int least, most, *ret_number;
	} numbers[] = {
	    {"voters", 1, QUEUE_VOTERS, &evenings->voters},
	    {"minutes", 1, MINUTES_MOST, &plan->minutes},
	    {"kiosks", 1, QUEUE_KIOSKS, &plan->asked},
	    {"spread", 0, MINUTES_MOST, &evenings->spread_s},
	    {"express", 0, 100, &evenings->express_percent},
	};

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		enum status status = argument_number(
		    arguments, numbers[i].name, numbers[i].least,
		    numbers[i].most, NOT_SAID, numbers[i].ret_number);

		if (status != STATUS_OK)
			return status;
	}
	evenings->spread_s *= 60;
	evenings->change_s = PACE_CHANGE_S;
	return together_check(arguments, plan);
}

static enum status work(const struct arguments *arguments, struct plan *plan)
{
	enum status status = plan_work(plan);

	if (status == STATUS_LIMIT)
		return report_refusal(
		    arguments, status,
		    _("No number of kiosks is enough for %d min.: the slowest "
		      "voters alone need longer, or more than %d kiosks are "
		      "needed. Give it more minutes."),
		    plan->minutes, QUEUE_KIOSKS);
	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	plan_tell(arguments, plan);
	return STATUS_OK;
}

enum status cmd_plan(const struct arguments *arguments)
{
	struct plan plan = {.meeting = NULL};
	struct store *store = NULL;
	enum status status = question_read(arguments, &plan);

	if (status == STATUS_OK && argument_operand(arguments, 0)) {
		status = meeting_file_open(arguments, STORE_READ, &store);
		if (status == STATUS_OK)
			plan.meeting = store_meeting(store);
	}
	if (status == STATUS_OK)
		status = seconds_read(arguments, &plan);
	if (status == STATUS_OK)
		status = work(arguments, &plan);
	store_free(store);
	return status;
}
