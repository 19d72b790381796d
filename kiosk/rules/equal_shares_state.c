/* How far a run has come: made once, used again, copied and joined. */
#include "rules/equal_shares.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void shares_state_free(struct shares_state *state)
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
	struct shares_state *state = calloc(1, sizeof(*state));

	if (!state)
		return NULL;
	state->money = calloc(groups + 1, sizeof(*state->money));
	state->price_least = calloc(projects + 1, sizeof(double));
	state->rho_least = calloc(projects + 1, sizeof(double));
	state->heap = calloc(projects + 1, sizeof(int));
	state->bought = calloc(projects + 1, sizeof(bool));
	if (state->money && state->price_least && state->rho_least &&
	    state->heap && state->bought)
		return state;
	shares_state_free(state);
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

struct shares_state *shares_state_copy(struct shares *shares,
				       const struct shares_state *state)
{
	struct shares_state *made = shares_state_take(shares);
	size_t projects = (size_t)shares->election->project_count;

	if (!made)
		return NULL;
	memcpy(made->money, state->money,
	       (size_t)shares->counted->group_count * sizeof(*made->money));
	memcpy(made->price_least, state->price_least,
	       projects * sizeof(double));
	memcpy(made->rho_least, state->rho_least, projects * sizeof(double));
	memcpy(made->heap, state->heap, projects * sizeof(int));
	memcpy(made->bought, state->bought, projects * sizeof(bool));
	made->heap_count = state->heap_count;
	made->bought_count = state->bought_count;
	made->total_minor = state->total_minor;
	return made;
}

static double least(double a, double b)
{
	return a < b ? a : b;
}

static double most(double a, double b)
{
	return a > b ? a : b;
}

static shares_pair pair_hull(shares_pair a, shares_pair b)
{
	a[LANE_RICH] = most(a[LANE_RICH], b[LANE_RICH]);
	a[LANE_POOR] = least(a[LANE_POOR], b[LANE_POOR]);
	return a;
}

void shares_state_join(struct shares *shares, struct shares_state *into,
		       const struct shares_state *from)
{
	for (int g = 0; g < shares->counted->group_count; g++)
		into->money[g] = pair_hull(into->money[g], from->money[g]);
	into->heap_count = 0;
	shares->now = into;
	for (int i = 0; i < shares->order_count; i++) {
		int p = shares->order[i];

		into->price_least[p] =
		    least(into->price_least[p], from->price_least[p]);
		into->rho_least[p] =
		    least(into->rho_least[p], from->rho_least[p]);
		if (!into->bought[p] && into->rho_least[p] < INFINITY)
			shares_heap_push(shares, p);
	}
}
