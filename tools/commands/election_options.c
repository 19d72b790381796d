#include "tools/commands/election_options.h"

#include <string.h>

#include "tools/line/report.h"
#include "words/words.h"

#define TAKES(name) (1U << ELECTION_OPTION_##name)

enum {
	TAKEN_BY_ALL = TAKES(RULE) | TAKES(TIES) | TAKES(LENIENT) |
		       TAKES(THRESHOLD) | TAKES(EXPLAIN),
};

const struct election_rule election_rules[] = {
    {"greedy", N_("Greedy: most support first."), TAKEN_BY_ALL | TAKES(FIT),
     rule_greedy},
    {"greedy-ratio", N_("Greedy: most support for the money first."),
     TAKEN_BY_ALL | TAKES(FIT), rule_greedy_ratio},
    {"welfare", N_("Welfare: the set of projects with the most support."),
     TAKEN_BY_ALL | TAKES(VALUE), rule_welfare},
    {"equal-shares", N_("Equal shares: every ballot gets the same money."),
     TAKEN_BY_ALL | TAKES(UTILITY) | TAKES(COMPLETION) | TAKES(CONVENTION),
     rule_equal_shares},
    {"phragmen", N_("Phragmén: ballots earn money and buy together."),
     TAKEN_BY_ALL | TAKES(CONVENTION), rule_phragmen},
    {NULL, NULL, 0, NULL},
};

static const char *const names[ELECTION_OPTION_COUNT] = {
#define ELECTION_OPTION(name, spelled, argument, help) spelled,
#include "tools/commands/election_options.def"
#undef ELECTION_OPTION
};

/* What an option may say, in the order of its enum; NULL at the end. */
static const char *const utilities[] = {"cost", "count", NULL};
static const char *const completions[] = {"none", "greedy", "add1", "add1u",
					  NULL};
static const char *const conventions[] = {"equalshares", "pabutools", "checker",
					  "skip", NULL};
static const char *const ties[] = {"canonical", "file", "stop", NULL};
static const char *const fits[] = {"skip", "stop", NULL};
static const char *const values[] = {"support", "support-cost", NULL};

const char *election_option_name(enum election_option option)
{
	return names[option];
}

const char *election_option_given(const struct arguments *arguments)
{
	for (int i = 0; i < ELECTION_OPTION_COUNT; i++)
		if (argument_option(arguments, names[i]))
			return names[i];
	return NULL;
}

/* The place of the option's value in SPELLED, 0 when it was not given. */
static enum status choice_read(const struct arguments *arguments,
			       enum election_option option,
			       const char *const *spelled, int *ret_choice)
{
	const char *given = argument_option(arguments, names[option]);
	char all[128] = "";

	*ret_choice = 0;
	if (!given)
		return STATUS_OK;
	for (int i = 0; spelled[i]; i++) {
		size_t used = strlen(all);

		if (strcmp(spelled[i], given) == 0) {
			*ret_choice = i;
			return STATUS_OK;
		}
		snprintf(all + used, sizeof(all) - used, "%s%s", i ? ", " : "",
			 spelled[i]);
	}
	return report_error(arguments, STATUS_USAGE,
			    _("--%1$s cannot be \"%2$s\". It is one of: %3$s."),
			    names[option], given, all);
}

static enum status rule_read(const struct arguments *arguments,
			     const struct election_rule **ret_rule)
{
	const char *spelled[8] = {NULL};
	int choice;
	enum status status;

	for (int i = 0; election_rules[i].name; i++)
		spelled[i] = election_rules[i].name;
	if (!argument_option(arguments, names[ELECTION_OPTION_RULE]))
		return report_error(
		    arguments, STATUS_USAGE,
		    _("Say by which rule: --rule greedy, greedy-ratio, "
		      "welfare, equal-shares or phragmen."));
	status = choice_read(arguments, ELECTION_OPTION_RULE, spelled, &choice);
	*ret_rule = &election_rules[choice];
	return status;
}

/* A convention of the rule: of its own ones the first unless one was given. */
static enum status convention_read(const struct arguments *arguments,
				   struct election_options *options)
{
	bool phragmen = options->rule->run == rule_phragmen;
	bool given = argument_option(arguments,
				     names[ELECTION_OPTION_CONVENTION]) != NULL;
	int choice;
	enum status status = choice_read(arguments, ELECTION_OPTION_CONVENTION,
					 conventions, &choice);

	if (status != STATUS_OK)
		return status;
	if (phragmen && !given)
		choice = CONVENTION_PABUTOOLS;
	options->convention_given = given;
	options->options.convention = (enum rule_convention)choice;
	if (phragmen && choice != CONVENTION_PABUTOOLS &&
	    choice != CONVENTION_SKIP)
		return report_error(arguments, STATUS_USAGE,
				    _("Phragmén's rule has the conventions "
				      "pabutools and skip."));
	if (options->rule->run == rule_equal_shares &&
	    choice == CONVENTION_SKIP)
		return report_error(arguments, STATUS_USAGE,
				    _("Add1 has the conventions equalshares, "
				      "pabutools and checker."));
	return STATUS_OK;
}

static enum status threshold_read(const struct arguments *arguments,
				  struct election_options *options)
{
	const char *given =
	    argument_option(arguments, names[ELECTION_OPTION_THRESHOLD]);

	if (!given)
		return STATUS_OK;
	options->threshold_given = true;
	options->threshold_file = strcmp(given, "file") == 0;
	if (options->threshold_file ||
	    number_read((struct span){given, strlen(given)},
			&options->threshold) == NUMBER_FINE)
		return STATUS_OK;
	return report_error(arguments, STATUS_USAGE,
			    _("--threshold needs a number, or file."));
}

enum status election_ties_read(const struct arguments *arguments,
			       enum ties *ret_ties)
{
	int choice;
	enum status status =
	    choice_read(arguments, ELECTION_OPTION_TIES, ties, &choice);

	if (status == STATUS_OK)
		*ret_ties = (enum ties)choice;
	return status;
}

const struct tie_break *election_tie_break(enum ties which)
{
	static const struct tie_break *const breaks[] = {
	    &tie_break_canonical, &tie_break_file, &tie_break_stop};

	return breaks[which];
}

enum status election_options_read(const struct arguments *arguments,
				  struct election_options *ret_options)
{
	static const struct {
		enum election_option option;
		const char *const *spelled;
	} choices[] = {
	    {ELECTION_OPTION_UTILITY, utilities},
	    {ELECTION_OPTION_COMPLETION, completions},
	    {ELECTION_OPTION_FIT, fits},
	    {ELECTION_OPTION_VALUE, values},
	};
	struct election_options options = {.rule = NULL};
	int choice[sizeof(choices) / sizeof(*choices)];
	enum status status = rule_read(arguments, &options.rule);

	for (size_t i = 0;
	     i < sizeof(choices) / sizeof(*choices) && status == STATUS_OK; i++)
		status = choice_read(arguments, choices[i].option,
				     choices[i].spelled, &choice[i]);
	if (status == STATUS_OK)
		status = election_ties_read(arguments, &options.ties);
	if (status == STATUS_OK)
		status = convention_read(arguments, &options);
	if (status == STATUS_OK)
		status = threshold_read(arguments, &options);
	if (status != STATUS_OK)
		return status;
	options.options.utility = (enum rule_utility)choice[0];
	options.options.completion = (enum rule_completion)choice[1];
	options.options.ties = *election_tie_break(options.ties);
	options.options.fit = (enum rule_fit)choice[2];
	options.options.value = (enum rule_value)choice[3];
	options.lenient =
	    argument_option(arguments, names[ELECTION_OPTION_LENIENT]) != NULL;
	for (int i = 0; i < ELECTION_OPTION_COUNT; i++)
		if (argument_option(arguments, names[i]) &&
		    !(options.rule->takes & 1U << i))
			options.unused |= 1U << i;
	*ret_options = options;
	return STATUS_OK;
}

void election_options_threshold(struct election_options *options,
				const struct pabulib *pabulib)
{
	const struct pabulib_meta *meta = &pabulib->meta[PABULIB_THRESHOLD];
	int places = 0;

	while (number_power(places) < pabulib->election->value_scale)
		places++;
	if (options->threshold_file && meta->text)
		options->threshold = meta->number;
	options->options.threshold =
	    number_scaled_up(options->threshold, places);
}

const char *election_utility_name(const struct election_options *options)
{
	return options->rule->takes & TAKES(UTILITY)
		   ? utilities[options->options.utility]
		   : NULL;
}

const char *election_completion_name(const struct election_options *options)
{
	return options->rule->takes & TAKES(COMPLETION)
		   ? completions[options->options.completion]
		   : NULL;
}

const char *election_convention_name(const struct election_options *options)
{
	enum rule_completion completion = options->options.completion;

	if (!(options->rule->takes & TAKES(CONVENTION)) ||
	    (options->rule->run == rule_equal_shares &&
	     completion != COMPLETION_ADD1 && completion != COMPLETION_ADD1U))
		return NULL;
	return conventions[options->options.convention];
}

const char *election_ties_text(enum ties which)
{
	static const char *const texts[] = {
	    N_("Equals: the cheaper first, then the one with more support, "
	       "then the file's order (canonical)."),
	    N_("Equals: in the file's order (file)."),
	    N_("Equals: the count stops (stop)."),
	};

	return words_get(texts[which]);
}
