/* What RULES.md fixes: every number that may be a fraction is a text, "p/q" in
 * lowest terms or a whole number. */
#include "tools/commands/count_election.h"

#include <stdlib.h>

#include "core/money.h"

static json_t *fraction(mpq_srcptr number)
{
	char *text = mpq_get_str(NULL, 10, number);
	json_t *json = json_string(text);

	free(text);
	return json;
}

/* UNITS / SCALE. */
static json_t *scaled(int64_t units, int scale)
{
	json_t *json;
	mpq_t number;

	mpq_init(number);
	mpq_set_si(number, units, (unsigned long)scale);
	mpq_canonicalize(number);
	json = fraction(number);
	mpq_clear(number);
	return json;
}

static json_t *id_of(const struct counted_election *counted, int project)
{
	return json_string(counted->pabulib->election->projects[project].id);
}

static json_t *name_or_null(const char *name)
{
	return name ? json_string(name) : json_null();
}

static json_t *support(const struct counted_election *counted)
{
	const struct election *election = counted->pabulib->election;
	json_t *json = json_object();

	for (int i = 0; i < election->project_count; i++)
		json_object_set_new(json, election->projects[i].id,
				    scaled(election->projects[i].support,
					   election->value_scale));
	return json;
}

static json_t *tied(const struct counted_election *counted, const int *projects,
		    int count)
{
	json_t *json = json_array();

	for (int i = 0; i < count; i++)
		json_array_append_new(json, id_of(counted, projects[i]));
	return json;
}

/* A tie before ROUND gave money, or would have. */
static json_t *tie(const struct counted_election *counted, int round,
		   const int *projects, int count)
{
	return json_pack("{s:i, s:o}", "round", round, "tied",
			 tied(counted, projects, count));
}

/* The rounds that gave money: not the one that a tie stopped. */
static int rounds_funded(const struct funding *funding)
{
	return funding->round_count - (funding->stopped ? 1 : 0);
}

static void add_rounds(const struct counted_election *counted, json_t *json)
{
	const struct funding *funding = counted->funding;
	json_t *winners = json_array(), *rounds = json_array();
	json_t *ties = json_array(), *completed = json_array();

	for (int i = 0; i < funding->round_count; i++) {
		const struct funding_round *round = &funding->rounds[i];

		if (round->tied_count > 0)
			json_array_append_new(ties, tie(counted, i, round->tied,
							round->tied_count));
		if (i >= rounds_funded(funding))
			continue;
		json_array_append_new(winners, id_of(counted, round->project));
		json_array_append_new(
		    rounds,
		    json_pack(
			"{s:o, s:o, s:o}", "project",
			id_of(counted, round->project), "rho",
			round->has_rho ? fraction(round->rho) : json_null(),
			"tied", tied(counted, round->tied, round->tied_count)));
		if (round->completed)
			json_array_append_new(completed,
					      id_of(counted, round->project));
	}
	if (funding->end_tied_count > 0)
		json_array_append_new(ties, tie(counted, funding->round_count,
						funding->end_tied,
						funding->end_tied_count));
	json_object_set_new(json, "winners", winners);
	json_object_set_new(json, "rounds", rounds);
	json_object_set_new(json, "ties", ties);
	json_object_set_new(json, "added_by_completion", completed);
}

static json_t *endowment(const struct funding *funding)
{
	json_t *json;
	mpq_t units;

	if (!funding->has_endowment)
		return json_null();
	mpq_init(units);
	mpq_set_ui(units, 1, MONEY_MINOR);
	mpq_mul(units, units, funding->endowment_minor);
	json = fraction(units);
	mpq_clear(units);
	return json;
}

static void add_warning(void *context, const char *line)
{
	json_array_append_new(context, json_string(line));
}

json_t *count_election_json(const struct counted_election *counted)
{
	const struct election_options *options = &counted->options;
	const struct election *election = counted->pabulib->election;
	json_t *warnings = json_array();
	json_t *json = json_pack(
	    "{s:s, s:o, s:o, s:o, s:i, s:o, s:o, s:o, s:o}", "rule",
	    options->rule->name, "utility",
	    name_or_null(election_utility_name(options)), "completion",
	    name_or_null(election_completion_name(options)), "convention",
	    name_or_null(election_convention_name(options)), "ballots",
	    election->ballots, "budget",
	    scaled(election->budget_minor, MONEY_MINOR), "support",
	    support(counted), "total_cost",
	    scaled(counted->funding->total_minor, MONEY_MINOR), "endowment",
	    endowment(counted->funding));

	if (!json)
		return NULL;
	add_rounds(counted, json);
	count_election_warnings(counted, add_warning, warnings);
	if (json_array_size(json_object_get(json, "ties")) > 0)
		add_warning(warnings, election_ties_text(options->ties));
	json_object_set_new(json, "warnings", warnings);
	return json;
}
