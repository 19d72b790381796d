/* The rule "welfare": the set of projects that are worth most together. */
#include <stdlib.h>
#include <string.h>

#include "rules/funding.h"
#include "rules/knapsack.h"

/* The projects between which money decides: backed, not under the threshold,
 * with a cost that the budget holds. */
struct welfare {
	const struct election *election;
	const struct rule_options *options;
	struct funding *funding;
	int *projects; /* in the order of ties, so that the first in which two
			  equal sets differ is the one that ties prefer */
	struct knapsack_thing *things; /* the same, as the knapsack sees them */
	bool *taken;
	int count;
	bool nobody; /* nobody may say who comes first */
	struct knapsack_best best;
};

static __int128 welfare_value(const struct welfare *welfare, int project)
{
	const struct election_project *asks =
	    &welfare->election->projects[project];

	if (welfare->options->value == VALUE_SUPPORT_COST)
		return (__int128)asks->support * asks->cost_minor;
	return asks->support;
}

/* Why PROJECT is not looked at; REASON_LESS when it is, REASON_FUNDED when it
 * costs nothing and is in whatever else is. */
static enum funding_reason welfare_reason(const struct welfare *welfare,
					  int project)
{
	const struct election *election = welfare->election;
	const struct election_project *asks = &election->projects[project];

	if (asks->support == 0)
		return REASON_UNBACKED;
	if (asks->support < welfare->options->threshold)
		return REASON_BELOW;
	if (asks->cost_minor == 0)
		return REASON_FUNDED;
	return asks->cost_minor > election->budget_minor ? REASON_TOO_DEAR
							 : REASON_LESS;
}

/* Puts the projects in the order in which ties prefer them. */
static void welfare_order(struct welfare *welfare)
{
	const struct tie_break *ties = &welfare->options->ties;

	for (int next = 0; next < welfare->count; next++) {
		int *left = welfare->projects + next, picked;
		int at = ties->pick(ties->context, welfare->election, left,
				    welfare->count - next);

		if (at < 0) {
			welfare->nobody = true;
			return;
		}
		picked = left[at];
		memmove(left + 1, left, (size_t)at * sizeof(*left));
		left[0] = picked;
	}
}

static enum status welfare_open(struct welfare *welfare)
{
	size_t room = (size_t)welfare->election->project_count + 1;

	welfare->projects = calloc(room, sizeof(*welfare->projects));
	welfare->things = calloc(room, sizeof(*welfare->things));
	welfare->taken = calloc(room, sizeof(*welfare->taken));
	welfare->funding = funding_new(welfare->election);
	if (!welfare->projects || !welfare->things || !welfare->taken ||
	    !welfare->funding)
		return STATUS_MEMORY;
	for (int p = 0; p < welfare->election->project_count; p++) {
		welfare->funding->reasons[p] = welfare_reason(welfare, p);
		if (welfare->funding->reasons[p] == REASON_LESS)
			welfare->projects[welfare->count++] = p;
	}
	welfare_order(welfare);
	for (int i = 0; i < welfare->count; i++) {
		int project = welfare->projects[i];

		welfare->things[i] = (struct knapsack_thing){
		    .cost = welfare->election->projects[project].cost_minor,
		    .value = welfare_value(welfare, project),
		};
	}
	return STATUS_OK;
}

static void welfare_close(struct welfare *welfare)
{
	free(welfare->projects);
	free(welfare->things);
	free(welfare->taken);
	funding_free(welfare->funding);
}

/* Whether some set that is worth most is on the other side about thing AT than
 * the one that was found. OTHERS: room for all things but one. */
static enum status welfare_undecided(const struct welfare *welfare, int at,
				     struct knapsack_thing *others,
				     bool *ret_undecided)
{
	const struct knapsack_thing *thing = &welfare->things[at];
	int64_t room = welfare->election->budget_minor;
	__int128 value = welfare->best.value;

	memcpy(others, welfare->things, (size_t)at * sizeof(*others));
	memcpy(others + at, thing + 1,
	       (size_t)(welfare->count - at - 1) * sizeof(*others));
	if (!welfare->taken[at]) {
		room -= thing->cost;
		value -= thing->value;
	}
	return knapsack_reaches(others, welfare->count - 1, room, value,
				ret_undecided);
}

/* The projects that are in one set that is worth most and not in another. */
static enum status welfare_tied(const struct welfare *welfare, int *ret_tied,
				int *ret_count)
{
	struct knapsack_thing *others =
	    calloc((size_t)welfare->count + 1, sizeof(*others));
	enum status status = others ? STATUS_OK : STATUS_MEMORY;

	*ret_count = 0;
	for (int i = 0; i < welfare->count && status == STATUS_OK; i++) {
		bool undecided = false;

		status = welfare_undecided(welfare, i, others, &undecided);
		if (undecided)
			ret_tied[(*ret_count)++] = welfare->projects[i];
	}
	free(others);
	return status;
}

/* The sum as one of GMP's, which knows no 128 bits. */
static void optimum_add(mpz_t optimum, __int128 value)
{
	unsigned __int128 bits = (unsigned __int128)value;
	mpz_t high;

	mpz_init_set_ui(high, (unsigned long)(bits >> 64));
	mpz_mul_2exp(high, high, 64);
	mpz_add(optimum, optimum, high);
	mpz_add_ui(optimum, optimum, (unsigned long)bits);
	mpz_clear(high);
}

/* The set is sure: its rounds, in the election's order. */
static enum status welfare_rounds(struct welfare *welfare, const int *tied,
				  int tied_count)
{
	const struct election *election = welfare->election;
	struct funding *funding = welfare->funding;
	bool told = tied_count == 0;

	for (int p = 0; p < election->project_count; p++) {
		struct funding_round *round;

		if (funding->reasons[p] != REASON_FUNDED)
			continue;
		round = funding_add(funding, p);
		if (!round)
			return STATUS_MEMORY;
		funding->total_minor += election->projects[p].cost_minor;
		mpq_set_si(round->left_minor,
			   election->budget_minor - funding->total_minor, 1);
		for (int i = 0; i < tied_count && !told; i++)
			if (tied[i] == p) {
				told = true;
				if (!funding_round_tie(round, tied, tied_count))
					return STATUS_MEMORY;
			}
	}
	return STATUS_OK;
}

/* Several sets are worth most, and nobody may say which. */
static enum status welfare_stop(struct welfare *welfare, const int *tied,
				int tied_count)
{
	struct funding *funding = welfare->funding;
	struct funding_round *round = funding_add(funding, tied[0]);

	if (!round || !funding_round_tie(round, tied, tied_count))
		return STATUS_MEMORY;
	round->project = round->tied[0];
	mpq_set_si(round->left_minor, welfare->election->budget_minor, 1);
	funding->stopped = true;
	for (int p = 0; p < welfare->election->project_count; p++)
		if (funding->reasons[p] == REASON_FUNDED ||
		    funding->reasons[p] == REASON_LESS)
			funding->reasons[p] = REASON_AFTER_STOP;
	return STATUS_TIE;
}

/* Says what the knapsack found. */
static enum status welfare_tell(struct welfare *welfare)
{
	const struct election *election = welfare->election;
	struct funding *funding = welfare->funding;
	int *tied = calloc((size_t)welfare->count + 1, sizeof(*tied));
	int tied_count = 0;
	enum status status = tied ? STATUS_OK : STATUS_MEMORY;

	funding->has_optimum = true;
	funding->unique = welfare->best.unique;
	optimum_add(funding->optimum, welfare->best.value);
	for (int p = 0; p < election->project_count; p++)
		if (funding->reasons[p] == REASON_FUNDED)
			optimum_add(funding->optimum,
				    welfare_value(welfare, p));
	if (status == STATUS_OK && !funding->unique)
		status = welfare_tied(welfare, tied, &tied_count);
	for (int i = 0; i < welfare->count; i++)
		if (welfare->taken[i])
			funding->reasons[welfare->projects[i]] = REASON_FUNDED;
	if (status == STATUS_OK)
		status = tied_count > 0 && welfare->nobody
			     ? welfare_stop(welfare, tied, tied_count)
			     : welfare_rounds(welfare, tied, tied_count);
	free(tied);
	return status;
}

static enum status welfare_solve(struct welfare *welfare)
{
	struct knapsack_best best;
	enum status status = knapsack_solve(welfare->things, welfare->count,
					    welfare->election->budget_minor,
					    welfare->taken, &best);

	if (status != STATUS_OK)
		return status;
	welfare->best = best;
	return welfare_tell(welfare);
}

enum status rule_welfare(const struct election *election,
			 const struct rule_options *options,
			 struct funding **ret_funding)
{
	struct welfare welfare = {.election = election, .options = options};
	enum status status = welfare_open(&welfare);

	if (status == STATUS_OK)
		status = welfare_solve(&welfare);
	if (status == STATUS_OK || status == STATUS_TIE) {
		*ret_funding = welfare.funding;
		welfare.funding = NULL;
	}
	welfare_close(&welfare);
	return status;
}
