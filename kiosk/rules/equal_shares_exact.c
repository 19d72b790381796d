/* Exact prices of a run at one endowment.
 *
 * A ballot's money is never kept exactly: it is the endowment less price *
 * value of what it paid for, or nothing once it was emptied. So the money of
 * all that a price empties is a sum over what was bought, with whole numbers as
 * factors, and a price costs as many rationals as there are projects, not
 * ballots.
 */
#include "rules/equal_shares.h"

#include <math.h>

/* What a ballot of GROUP, not emptied, holds: exactly, into exact.one. */
static void money_exact(struct shares *shares, int group)
{
	const struct election_group *of = &shares->counted->groups[group];
	struct shares_exact *exact = &shares->exact;

	mpq_set(exact->one, exact->endowment);
	for (size_t i = of->first; i < of->end; i++) {
		const struct election_value *value =
		    &shares->counted->values[i];
		int place = exact->place[value->project];

		if (place < 0)
			continue;
		mpq_set_si(exact->two, value->value, 1);
		mpq_mul(exact->two, exact->two, exact->prices[place]);
		mpq_sub(exact->one, exact->one, exact->two);
	}
}

int shares_money_compare(struct shares *shares, int group, int value)
{
	struct shares_exact *exact = &shares->exact;

	money_exact(shares, group);
	mpq_set_si(exact->two, value, 1);
	mpq_mul(exact->two, exact->two, exact->price);
	return mpq_cmp(exact->one, exact->two);
}

/* The sum of what is emptied and what the others value. */
struct emptied {
	int64_t ballots;
	int64_t values; /* of those who are not */
};

/* Counts a backer as emptied: its money is the endowment less what it paid. */
static void emptied_add(struct shares *shares, struct emptied *emptied,
			const struct election_backer *backer)
{
	const struct election_group *group =
	    &shares->counted->groups[backer->group];
	struct shares_exact *exact = &shares->exact;

	emptied->ballots += group->ballots;
	emptied->values -= (int64_t)group->ballots * backer->value;
	for (size_t i = group->first; i < group->end; i++) {
		const struct election_value *value =
		    &shares->counted->values[i];
		int place = exact->place[value->project];

		if (place >= 0)
			exact->sums[place] +=
			    (int64_t)group->ballots * value->value;
	}
}

/* (cost - money of the emptied) / values of the others. */
static void price_of_emptied(struct shares *shares, int project,
			     const struct emptied *emptied)
{
	struct shares_exact *exact = &shares->exact;

	mpq_set_si(exact->price, shares->counted->projects[project].cost_minor,
		   1);
	mpq_set_si(exact->one, emptied->ballots, 1);
	mpq_mul(exact->one, exact->one, exact->endowment);
	mpq_sub(exact->price, exact->price, exact->one);
	for (int i = 0; i < shares->now->bought_count; i++) {
		if (exact->sums[i] == 0)
			continue;
		mpq_set_si(exact->one, exact->sums[i], 1);
		mpq_mul(exact->one, exact->one, exact->prices[i]);
		mpq_add(exact->price, exact->price, exact->one);
	}
	mpq_set_si(exact->one, emptied->values, 1);
	mpq_div(exact->price, exact->price, exact->one);
}

/* Marks backers whom the enclosures show to be emptied, and whether there are
 * some of whom they show nothing. */
static bool emptied_surely(struct shares *shares, int index,
			   struct emptied *emptied)
{
	const struct shares_project *project = &shares->projects[index];
	const struct election *counted = shares->counted;
	size_t first = counted->backers->first[index];
	size_t end = counted->backers->first[index + 1];
	bool unsure = false;

	*emptied = (struct emptied){.values = project->values};
	for (size_t i = first; i < end; i++) {
		const struct election_backer *backer =
		    &counted->backers->list[i];
		shares_pair money = shares->now->money[backer->group];
		double asked = project->price[LANE_RICH] * backer->value;
		bool gone = money[LANE_RICH] == 0;

		shares->exact.emptied[i - first] =
		    gone || money[LANE_RICH] < asked * (1 - project->slack);
		if (gone)
			emptied->values -=
			    (int64_t)counted->groups[backer->group].ballots *
			    backer->value;
		else if (shares->exact.emptied[i - first])
			emptied_add(shares, emptied, backer);
		else
			unsure |= !(money[LANE_POOR] >
				    project->price[LANE_POOR] * backer->value *
					(1 + project->slack));
	}
	return unsure;
}

/* Counts those as emptied too who hold less than exact.price asks; true when
 * there were any. */
static bool emptied_more(struct shares *shares, int index,
			 struct emptied *emptied)
{
	const struct shares_project *project = &shares->projects[index];
	const struct election *counted = shares->counted;
	size_t first = counted->backers->first[index];
	size_t end = counted->backers->first[index + 1];
	bool more = false;

	for (size_t i = first; i < end; i++) {
		const struct election_backer *backer =
		    &counted->backers->list[i];

		if (shares->exact.emptied[i - first] ||
		    shares->now->money[backer->group][LANE_POOR] >
			project->price[LANE_POOR] * backer->value *
			    (1 + project->slack) ||
		    shares_money_compare(shares, backer->group,
					 backer->value) >= 0)
			continue;
		shares->exact.emptied[i - first] = true;
		emptied_add(shares, emptied, backer);
		more = true;
	}
	return more;
}

static void rho_set(struct shares *shares, int project)
{
	struct shares_exact *exact = &shares->exact;

	mpq_set(exact->rho, exact->price);
	if (shares->options->utility == UTILITY_COUNT)
		return;
	mpq_set_si(exact->one, shares->counted->projects[project].cost_minor,
		   1);
	mpq_div(exact->rho, exact->rho, exact->one);
}

bool shares_price_exact(struct shares *shares, int project)
{
	struct emptied emptied;
	bool unsure;

	for (int i = 0; i < shares->now->bought_count; i++)
		shares->exact.sums[i] = 0;
	unsure = emptied_surely(shares, project, &emptied);
	/* A price of too few emptied is never above the real one, so that who
	 * is emptied by it is by the real one too. When it empties all, they
	 * hold less than the cost. */
	do {
		if (emptied.values == 0)
			return false;
		price_of_emptied(shares, project, &emptied);
	} while (unsure && emptied_more(shares, project, &emptied));
	rho_set(shares, project);
	return true;
}
