/* What all runs share: who is in, sums, orders and scratch. */
#include "rules/equal_shares.h"

#include <math.h>
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

static void state_free(struct shares_state *state)
{
	if (!state)
		return;
	free(state->money);
	free(state->price_least);
	free(state->rho_least);
	free(state->heap);
	free(state->bought);
	free(state);
}

static struct shares_state *state_new(const struct shares *shares)
{
	size_t projects = (size_t)shares->election->project_count;
	size_t groups = (size_t)shares->counted->group_count;
	struct shares_state *state = room(1, sizeof(*state));

	if (!state)
		return NULL;
	state->money = room(groups, sizeof(*state->money));
	state->price_least = room(projects, sizeof(double));
	state->rho_least = room(projects, sizeof(double));
	state->heap = room(projects, sizeof(int));
	state->bought = room(projects, sizeof(bool));
	if (state->money && state->price_least && state->rho_least &&
	    state->heap && state->bought)
		return state;
	state_free(state);
	return NULL;
}

struct shares_state *shares_state_take(struct shares *shares)
{
	struct shares_state *state;

	if (shares->pool_used == shares->pool_count) {
		state = state_new(shares);
		if (!state)
			return NULL;
		shares->pool[shares->pool_count++] = state;
	}
	state = shares->pool[shares->pool_used++];
	state->heap_count = state->bought_count = 0;
	state->total_minor = 0;
	memset(state->bought, 0,
	       (size_t)shares->election->project_count * sizeof(bool));
	return state;
}

void shares_state_drop(struct shares *shares, struct shares_state *state)
{
	int at = 0, last = --shares->pool_used;

	while (shares->pool[at] != state)
		at++;
	shares->pool[at] = shares->pool[last];
	shares->pool[last] = state;
}

void shares_state_drop_all(struct shares *shares)
{
	shares->pool_used = 0;
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
		state_free(shares->pool[i]);
	free(shares);
}

static size_t backer_count(const struct election *election, int project)
{
	return election->backers->first[project + 1] -
	       election->backers->first[project];
}

static bool shares_room(struct shares *shares)
{
	size_t projects = (size_t)shares->election->project_count;
	size_t groups = (size_t)shares->counted->group_count, most = 0;

	for (int p = 0; p < shares->election->project_count; p++)
		if (backer_count(shares->counted, p) > most)
			most = backer_count(shares->counted, p);
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

/* ELECTION with every value less by options->value_less, none below 0. */
static struct election *less_new(const struct election *election, int less)
{
	struct election_builder *builder =
	    election_builder_new(election->budget_minor, election->value_scale);
	struct election_value *values =
	    room((size_t)election->project_count, sizeof(*values));
	struct election *made = NULL;
	bool ok = builder && values;

	for (int p = 0; ok && p < election->project_count; p++)
		ok = election_add_project(builder, election->projects[p].id,
					  strlen(election->projects[p].id),
					  election->projects[p].cost_minor) ==
		     STATUS_OK;
	for (int g = 0; ok && g < election->group_count; g++) {
		const struct election_group *group = &election->groups[g];
		size_t count = 0;

		for (size_t i = group->first; i < group->end; i++)
			if (election->values[i].value > less)
				values[count++] = (struct election_value){
				    election->values[i].project,
				    election->values[i].value - less};
		ok = election_add_ballots(builder, values, count,
					  group->ballots) == STATUS_OK;
	}
	if (ok)
		made = election_build(builder);
	free(values);
	election_builder_free(builder);
	return made;
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
	project->slack = (double)(backer_count(counted, p) + 16) * hair / 4;
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

/* By cost, then backers. */
static int backers_compare(const struct election *counted, int a, int b)
{
	int64_t left = counted->projects[a].cost_minor;
	int64_t right = counted->projects[b].cost_minor;
	size_t count = backer_count(counted, a);

	if (left != right)
		return left < right ? -1 : 1;
	if (count != backer_count(counted, b))
		return count < backer_count(counted, b) ? -1 : 1;
	return memcmp(counted->backers->list + counted->backers->first[a],
		      counted->backers->list + counted->backers->first[b],
		      count * sizeof(*counted->backers->list));
}

static int by_backers(const void *a, const void *b, void *context)
{
	const int *left = a, *right = b;
	int order = backers_compare(context, *left, *right);

	return order ? order : (*left > *right) - (*left < *right);
}

/* Finds projects that are alike; uses near as scratch. */
static void twins_find(struct shares *shares)
{
	const struct election *counted = shares->counted;
	int *sorted = shares->near;

	memcpy(sorted, shares->order,
	       (size_t)shares->order_count * sizeof(*sorted));
	qsort_r(sorted, (size_t)shares->order_count, sizeof(*sorted),
		by_backers, (void *)counted);
	for (int i = 0; i < shares->order_count; i++) {
		bool alike = i > 0 && backers_compare(counted, sorted[i - 1],
						      sorted[i]) == 0;

		shares->projects[sorted[i]].twin =
		    alike ? shares->projects[sorted[i - 1]].twin : sorted[i];
	}
}

/* Whose values count. */
static const struct election *counted_find(struct shares *shares)
{
	int less = shares->options->value_less;

	if (less <= 0)
		return shares->election;
	shares->own = less_new(shares->election, less);
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
	twins_find(shares);
	return shares;
}
