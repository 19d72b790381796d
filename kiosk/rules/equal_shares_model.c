/* What all runs share: who is in, sums, orders and scratch. */
#include "rules/equal_shares.h"

#include <stdlib.h>
#include <string.h>

static void *room(size_t count, size_t size)
{
	return calloc(count + 1, size);
}

static bool exact_new(struct shares_exact *exact, size_t projects,
		      size_t backers)
{
	exact->place = room(projects, sizeof(*exact->place));
	exact->sums = room(projects, sizeof(*exact->sums));
	exact->emptied = room(backers, sizeof(*exact->emptied));
	exact->prices = room(projects, sizeof(*exact->prices));
	for (size_t i = 0; exact->prices && i < projects; i++)
		mpq_init(exact->prices[i]);
	return exact->place && exact->sums && exact->emptied && exact->prices;
}

static void exact_free(struct shares_exact *exact, size_t projects)
{
	for (size_t i = 0; exact->prices && i < projects; i++)
		mpq_clear(exact->prices[i]);
	mpq_clears(exact->endowment, exact->price, exact->rho, exact->one,
		   exact->two, NULL);
	free(exact->prices);
	free(exact->place);
	free(exact->sums);
	free(exact->emptied);
}

void shares_free(struct shares *shares)
{
	if (!shares)
		return;
	exact_free(&shares->exact, (size_t)shares->election->project_count);
	mpq_clears(shares->base, shares->equals_rho, NULL);
	election_free(shares->own);
	free(shares->projects);
	free(shares->ballots);
	free(shares->order);
	free(shares->gifts);
	free(shares->head);
	free(shares->head_left);
	free(shares->hints);
	free(shares->near);
	free(shares->tied);
	free(shares->equals);
	for (int i = 0; i < shares->pool_count; i++)
		shares_state_free(shares->pool[i]);
	free(shares);
}

size_t shares_backers(const struct election *election, int project)
{
	return election->backers->first[project + 1] -
	       election->backers->first[project];
}

static bool shares_room(struct shares *shares)
{
	size_t projects = (size_t)shares->election->project_count;
	size_t groups = (size_t)shares->counted->group_count, most = 0;

	for (int p = 0; p < shares->election->project_count; p++)
		if (shares_backers(shares->counted, p) > most)
			most = shares_backers(shares->counted, p);
	shares->projects = room(projects, sizeof(*shares->projects));
	shares->ballots = room(groups, sizeof(*shares->ballots));
	shares->order = room(projects, sizeof(int));
	shares->gifts = room(projects, sizeof(int));
	shares->head = room(projects, sizeof(int));
	shares->hints = room(projects, sizeof(int));
	shares->near = room(projects, sizeof(int));
	shares->tied = room(projects, sizeof(int));
	shares->equals = room(projects, sizeof(int));
	shares->head_left = room(groups, sizeof(*shares->head_left));
	return exact_new(&shares->exact, projects, most) && shares->projects &&
	       shares->ballots && shares->order && shares->gifts &&
	       shares->head && shares->hints && shares->near && shares->tied &&
	       shares->equals && shares->head_left;
}

/* 2^-50: more than four roundings of a double. */
static const double hair = 1.0 / ((int64_t)1 << 50);

static void project_prepare(struct shares *shares, int p)
{
	const struct election *counted = shares->counted;
	struct shares_project *project = &shares->projects[p];
	int64_t cost_minor = counted->projects[p].cost_minor;
	double floor;

	project->values = counted->projects[p].support;
	if (shares->election->projects[p].support <
		shares->options->threshold ||
	    project->values == 0)
		return;
	if (cost_minor == 0) {
		shares->gifts[shares->gift_count++] = p;
		return;
	}
	shares->order[shares->order_count++] = p;
	project->in = true;
	project->cost = (double)cost_minor;
	project->per =
	    shares->options->utility == UTILITY_COST ? project->cost : 1;
	/* Each of n terms and each of n additions rounds once, by 2^-53. */
	project->slack = (double)(shares_backers(counted, p) + 16) * hair / 4;
	floor = project->cost / (double)project->values;
	project->floor[LANE_RICH] = project->guess[LANE_RICH] =
	    floor * (1 - hair);
	project->floor[LANE_POOR] = project->guess[LANE_POOR] =
	    floor * (1 + hair);
}

int shares_rho_compare(const struct shares *shares, int a, int64_t a_values,
		       int b, int64_t b_values)
{
	__int128 l = b_values, r = a_values;

	if (shares->options->utility == UTILITY_COUNT) {
		l *= shares->counted->projects[a].cost_minor;
		r *= shares->counted->projects[b].cost_minor;
	}
	return (l > r) - (l < r);
}

static int by_floor(const void *a, const void *b, void *context)
{
	const struct shares *shares = context;
	const int *left = a, *right = b;
	int order =
	    shares_rho_compare(shares, *left, shares->projects[*left].values,
			       *right, shares->projects[*right].values);

	return order ? order : (*left > *right) - (*left < *right);
}

/* Whose values count. */
static const struct election *counted_find(struct shares *shares)
{
	int less = shares->options->value_less;

	if (less <= 0)
		return shares->election;
	shares->own = election_less(shares->election, less);
	return shares->own;
}

struct shares *shares_new(const struct election *election,
			  const struct rule_options *options)
{
	struct shares *shares = calloc(1, sizeof(*shares));
	struct shares_exact *exact;

	if (!shares)
		return NULL;
	exact = &shares->exact;
	mpq_inits(shares->base, shares->equals_rho, exact->endowment,
		  exact->price, exact->rho, exact->one, exact->two, NULL);
	shares->election = election;
	shares->options = options;
	shares->counted = counted_find(shares);
	if (!shares->counted || !election_back(shares->counted) ||
	    !shares_room(shares)) {
		shares_free(shares);
		return NULL;
	}
	for (int g = 0; g < shares->counted->group_count; g++)
		shares->ballots[g] = shares->counted->groups[g].ballots;
	for (int p = 0; p < election->project_count; p++)
		project_prepare(shares, p);
	qsort_r(shares->order, (size_t)shares->order_count,
		sizeof(*shares->order), by_floor, shares);
	shares_twins_find(shares);
	return shares;
}
