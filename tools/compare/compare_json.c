#include <stdlib.h>

#include "core/money.h"
#include "tools/compare/compare_show.h"

/* NUMBER / SCALE as a text, exact. */
static json_t *fraction(mpz_srcptr number, unsigned long scale)
{
	json_t *json;
	char *text;
	mpq_t exact;

	mpq_init(exact);
	mpz_set(mpq_numref(exact), number);
	mpz_set_ui(mpq_denref(exact), scale);
	mpq_canonicalize(exact);
	text = mpq_get_str(NULL, 10, exact);
	json = json_string(text);
	free(text);
	mpq_clear(exact);
	return json;
}

static json_t *scaled(int64_t number, int scale)
{
	json_t *json;
	mpz_t whole;

	mpz_init_set_si(whole, number);
	json = fraction(whole, (unsigned long)scale);
	mpz_clear(whole);
	return json;
}

static json_t *average(const struct election *election,
		       const struct compared *rule)
{
	unsigned long ballots =
	    election->ballots > 0 ? (unsigned long)election->ballots : 1;

	return fraction(rule->spent_minor, ballots * MONEY_MINOR);
}

static json_t *rule_json(const struct election *election,
			 const struct compared *rule)
{
	json_t *winners = json_array();

	for (int i = 0; i < election->project_count; i++)
		if (rule->funded[i])
			json_array_append_new(
			    winners, json_string(election->projects[i].id));
	return json_pack(
	    "{s:s, s:b, s:b, s:o, s:o, s:i, s:i, s:o, s:i}", "rule",
	    rule->rule->name, "counted", rule->status != STATUS_LIMIT,
	    "stopped", rule->status == STATUS_TIE, "winners", winners,
	    "total_cost", scaled(rule->total_minor, MONEY_MINOR), "served",
	    rule->served, "unserved", rule->unserved, "average_spent",
	    average(election, rule), "ties", rule->ties);
}

json_t *compare_json(const char *title, const struct election_named *named,
		     const struct comparison *comparison)
{
	const struct election *election = named->election;
	json_t *projects = json_array(), *rules = json_array();

	for (int i = 0; i < election->project_count; i++) {
		const struct election_project *project = &election->projects[i];

		json_array_append_new(
		    projects,
		    json_pack("{s:s, s:s, s:o, s:o}", "id", project->id, "name",
			      named->names[i], "cost",
			      scaled(project->cost_minor, MONEY_MINOR),
			      "support",
			      scaled(project->support, election->value_scale)));
	}
	for (int i = 0; i < comparison->count; i++)
		json_array_append_new(
		    rules, rule_json(election, &comparison->rules[i]));
	return json_pack("{s:s, s:o, s:i, s:i, s:o, s:o}", "title", title,
			 "budget", scaled(election->budget_minor, MONEY_MINOR),
			 "ballots", election->ballots, "blank",
			 comparison->blank, "projects", projects, "rules",
			 rules);
}
