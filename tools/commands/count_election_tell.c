/* The count of an election in words. */
#include "tools/commands/count_election.h"

#include <stdlib.h>

#include "tools/line/report.h"
#include "words/words.h"

static void tell_head(const struct arguments *arguments,
		      const struct counted_election *counted)
{
	const struct pabulib *pabulib = counted->pabulib;
	const char *title = pabulib->meta[PABULIB_DESCRIPTION].text;
	char shown[ELECTION_LABEL], amount[ELECTION_AMOUNT];

	election_shown(title ? title : counted->path, shown, sizeof(shown));
	report_line(arguments, "%s", shown);
	election_amount(&counted->named, pabulib->election->budget_minor,
			amount);
	report_line(
	    arguments,
	    words_plural("%1$s for %2$d project, %3$d ballots",
			 "%1$s for %2$d projects, %3$d ballots",
			 (unsigned long)pabulib->election->project_count),
	    amount, pabulib->election->project_count,
	    pabulib->election->ballots);
}

/* The rule, its parameters and how equals are told apart: always. */
static void tell_rule(const struct arguments *arguments,
		      const struct counted_election *counted)
{
	const struct election_options *options = &counted->options;
	const struct {
		enum election_option option;
		const char *name;
	} said[] = {
	    {ELECTION_OPTION_UTILITY, election_utility_name(options)},
	    {ELECTION_OPTION_COMPLETION, election_completion_name(options)},
	    {ELECTION_OPTION_CONVENTION, election_convention_name(options)},
	};

	report_line(arguments, "%s", words_get(options->rule->text));
	for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++)
		if (said[i].name)
			report_line(arguments, "  %s: %s",
				    election_option_name(said[i].option),
				    said[i].name);
	report_line(arguments, "%s", election_ties_text(options->ties));
}

static void tell_winner(const struct arguments *arguments,
			const struct counted_election *counted, int index)
{
	const struct funding_round *round = &counted->funding->rounds[index];
	char project[ELECTION_LABEL], amount[ELECTION_AMOUNT],
	    support[ELECTION_AMOUNT];

	election_project(&counted->named, round->project, project);
	election_support(&counted->named, round->project, support);
	election_amount(
	    &counted->named,
	    counted->pabulib->election->projects[round->project].cost_minor,
	    amount);
	report_line(arguments, _("%1$4d.  %2$s: %3$s, support %4$s%5$s"),
		    index + 1, project, amount, support,
		    round->completed ? _(" (by the completion)") : "");
}

/* COUNT who TIED for the place behind INDEX others; FIRST of them came first,
 * or -1. */
static void tell_tied(const struct arguments *arguments,
		      const struct counted_election *counted, int index,
		      const int *tied, int count, int first)
{
	char project[ELECTION_LABEL];

	report_line(arguments, _("These tie for place %d:"), index + 1);
	for (int i = 0; i < count; i++) {
		election_project(&counted->named, tied[i], project);
		report_line(arguments, "  %s%s", project,
			    tied[i] == first ? _(" (came first)") : "");
	}
}

static void tell_ties(const struct arguments *arguments,
		      const struct counted_election *counted)
{
	const struct funding *funding = counted->funding;

	for (int i = 0; i < funding->round_count; i++) {
		const struct funding_round *round = &funding->rounds[i];
		bool open = funding->stopped && i == funding->round_count - 1;

		if (round->tied_count > 0)
			tell_tied(arguments, counted, i, round->tied,
				  round->tied_count,
				  open ? -1 : round->project);
	}
	if (funding->end_tied_count > 0) {
		tell_tied(arguments, counted, funding->round_count,
			  funding->end_tied, funding->end_tied_count,
			  funding->end_first);
		report_line(arguments, "%s",
			    _("It does not fit, and that ended the count."));
	}
	if (funding->stopped)
		report_line(arguments, "%s",
			    _("The count stopped at this tie. Say --ties "
			      "canonical or --ties file to go on."));
}

/* Each ballot's share, rounded where it is no whole number. */
static void tell_share(const struct arguments *arguments,
		       const struct counted_election *counted)
{
	char amount[ELECTION_AMOUNT];
	bool whole = election_amount_rounded(
	    &counted->named, counted->funding->endowment_minor, amount);

	report_line(arguments,
		    whole ? _("Each ballot's share: %s.")
			  : _("Each ballot's share: about %s."),
		    amount);
}

static void tell_sums(const struct arguments *arguments,
		      const struct counted_election *counted)
{
	const struct funding *funding = counted->funding;
	char total[ELECTION_AMOUNT], left[ELECTION_AMOUNT];

	election_amount(&counted->named, funding->total_minor, total);
	election_amount(&counted->named,
			counted->pabulib->election->budget_minor -
			    funding->total_minor,
			left);
	report_line(arguments, _("Given: %1$s. Left: %2$s."), total, left);
	if (funding->has_endowment)
		tell_share(arguments, counted);
	if (funding->has_optimum && !funding->unique)
		report_line(arguments, "%s",
			    _("Another set of projects is worth as much."));
}

void count_election_tell(const struct arguments *arguments,
			 const struct counted_election *counted)
{
	const struct funding *funding = counted->funding;

	tell_head(arguments, counted);
	tell_rule(arguments, counted);
	report_line(arguments, "%s", "");
	for (int i = 0; i < funding->round_count; i++)
		if (!funding->stopped || i < funding->round_count - 1)
			tell_winner(arguments, counted, i);
	if (funding->round_count == 0)
		report_line(arguments, "%s", _("No project gets money."));
	report_line(arguments, "%s", "");
	tell_sums(arguments, counted);
	tell_ties(arguments, counted);
}

/* Options that were given in vain. */
static void warn_unused(const struct counted_election *counted,
			void (*tell)(void *context, const char *line),
			void *context)
{
	const struct election_options *options = &counted->options;

	for (int i = 0; i < ELECTION_OPTION_COUNT; i++) {
		char *line;

		if (!(options->unused & 1U << i) ||
		    asprintf(&line,
			     _("--%1$s says nothing with the rule %2$s."),
			     election_option_name((enum election_option)i),
			     options->rule->name) < 0)
			continue;
		tell(context, line);
		free(line);
	}
	if (options->convention_given &&
	    options->rule->run == rule_equal_shares &&
	    !election_convention_name(options))
		tell(context, _("--convention says nothing without "
				"--completion add1 or add1u."));
}

/* What the file asks for, and whether it was done. */
static void warn_file(const struct counted_election *counted,
		      void (*tell)(void *context, const char *line),
		      void *context)
{
	const struct election_options *options = &counted->options;
	const bool threshold =
	    counted->pabulib->meta[PABULIB_THRESHOLD].text != NULL;

	if (options->threshold_file && !threshold)
		tell(context, _("META has no threshold; none was used."));
	if (threshold && !options->threshold_given)
		tell(context, _("META has a threshold that was not used: "
				"--threshold file"));
	if (counted->pabulib->vote_type != VOTE_SCORING)
		return;
	if (options->rule->run == rule_equal_shares)
		tell(context, _("Scores count as the file has them: nothing "
				"is taken off for the lowest."));
	if (options->rule->run == rule_phragmen)
		tell(context, _("Each score above 0 counts as support, high "
				"or low."));
}

void count_election_warnings(const struct counted_election *counted,
			     void (*tell)(void *context, const char *line),
			     void *context)
{
	notes_tell(&counted->notes, counted->path, counted->options.lenient,
		   tell, context);
	warn_unused(counted, tell, context);
	warn_file(counted, tell, context);
}
