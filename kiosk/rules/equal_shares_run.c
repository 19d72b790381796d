/* What exact runs and runs by enclosures have in common. */
#include "rules/equal_shares.h"

#include <math.h>

/* 2^-51: twice two roundings of a double. */
static const double payment_rounding = 1.0 / ((int64_t)1 << 51);

/* base + STEP units into exact.endowment. */
static void endowment_set(struct shares *shares, int64_t step)
{
	struct shares_exact *exact = &shares->exact;

	mpq_set_si(exact->endowment, step, 1);
	mpq_set_si(exact->one, ELECTION_UNIT_MINOR, 1);
	mpq_mul(exact->endowment, exact->endowment, exact->one);
	mpq_add(exact->endowment, exact->endowment, shares->base);
}

/* GMP cuts off: a double from it is at most 2^-52 of itself too small. */
shares_pair shares_endow(struct shares *shares, int64_t first, int64_t last)
{
	shares_pair endowment;

	endowment_set(shares, last);
	endowment[LANE_RICH] =
	    mpq_get_d(shares->exact.endowment) * (1 + 2 * payment_rounding);
	endowment_set(shares, first);
	endowment[LANE_POOR] = mpq_get_d(shares->exact.endowment);
	shares->rounding[LANE_RICH] = endowment[LANE_RICH] * payment_rounding;
	shares->rounding[LANE_POOR] = -shares->rounding[LANE_RICH];
	return endowment;
}

void shares_add_bought(struct shares *shares, int project)
{
	struct shares_state *now = shares->now;

	now->bought[project] = true;
	shares->hints[now->bought_count] = project;
	now->bought_count++;
	if (now->total_minor <= shares->counted->budget_minor)
		now->total_minor +=
		    shares->counted->projects[project].cost_minor;
}

void shares_race(struct shares *shares)
{
	struct shares_state *now = shares->now;

	for (int i = 0; i < shares->order_count; i++) {
		int p = shares->order[i];
		const struct shares_project *project = &shares->projects[p];

		now->price_least[p] = project->floor[LANE_RICH];
		now->rho_least[p] = project->floor[LANE_RICH] / project->per *
				    (1 - 2 * payment_rounding);
		if (!now->bought[p])
			shares_heap_push(shares, p);
	}
}
