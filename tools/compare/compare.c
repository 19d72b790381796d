#include "tools/compare/compare.h"

#include <stdlib.h>

/* Whether GROUP's ballots support a funded project. */
static bool is_served(const struct election *election,
		      const struct election_group *group, const bool *funded)
{
	for (size_t i = group->first; i < group->end; i++)
		if (funded[election->values[i].project])
			return true;
	return false;
}

static void count_served(const struct election *election,
			 struct compared *compared)
{
	for (int i = 0; i < election->group_count; i++)
		if (is_served(election, &election->groups[i], compared->funded))
			compared->served += election->groups[i].ballots;
	compared->unserved = election->ballots - compared->served;
}

static void sum_spent(const struct election *election,
		      struct compared *compared)
{
	mpz_t spent;

	mpz_init(spent);
	for (int i = 0; i < election->project_count; i++) {
		const struct election_project *project = &election->projects[i];

		if (!compared->funded[i])
			continue;
		mpz_set_si(spent, project->cost_minor);
		mpz_mul_si(spent, spent, project->named);
		mpz_add(compared->spent_minor, compared->spent_minor, spent);
	}
	mpz_clear(spent);
}

static enum status compare_one(const struct election *election,
			       struct compared *compared)
{
	struct funding *funding = NULL;
	const size_t projects = (size_t)election->project_count;

	compared->funded = calloc(projects + 1, sizeof(*compared->funded));
	if (!compared->funded)
		return STATUS_MEMORY;
	compared->status = compared->rule->rule->run(
	    election, &compared->rule->options, &funding);
	for (int i = 0; funding && i < funding->round_count; i++) {
		const struct funding_round *round = &funding->rounds[i];

		compared->ties += round->tied_count > 0;
		if (funding->stopped && i == funding->round_count - 1)
			break;
		compared->funded[round->project] = true;
		compared->funded_count++;
	}
	if (funding) {
		compared->ties += funding->end_tied_count > 0;
		compared->total_minor = funding->total_minor;
		count_served(election, compared);
		sum_spent(election, compared);
	}
	funding_free(funding);
	return compared->status == STATUS_TIE ||
		       compared->status == STATUS_LIMIT
		   ? STATUS_OK
		   : compared->status;
}

enum status comparison_new(const struct election *election,
			   const struct compare_rule *rules, int count,
			   struct comparison **ret_comparison)
{
	struct comparison *comparison = calloc(1, sizeof(*comparison));
	enum status status = STATUS_OK;

	if (!comparison)
		return STATUS_MEMORY;
	comparison->election = election;
	comparison->blank = election->ballots;
	for (int i = 0; i < election->group_count; i++)
		comparison->blank -= election->groups[i].ballots;
	for (int i = 0; i < count && status == STATUS_OK; i++) {
		struct compared *compared = &comparison->rules[i];

		compared->rule = &rules[i];
		mpz_init(compared->spent_minor);
		comparison->count++;
		status = compare_one(election, compared);
	}
	if (status != STATUS_OK) {
		comparison_free(comparison);
		return status;
	}
	*ret_comparison = comparison;
	return STATUS_OK;
}

void comparison_free(struct comparison *comparison)
{
	if (!comparison)
		return;
	for (int i = 0; i < comparison->count; i++) {
		free(comparison->rules[i].funded);
		mpz_clear(comparison->rules[i].spent_minor);
	}
	free(comparison);
}
