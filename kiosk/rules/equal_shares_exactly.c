/* A run at one endowment, exact, and its rounds. */
#include "rules/equal_shares.h"

#include <string.h>

/* 2^-50: more than four roundings of a double. */
static const double hair = 1.0 / ((int64_t)1 << 50);

/* Takes the exact price from those who back PROJECT; who pays all is left with
 * exactly nothing. */
static void backers_pay_exactly(struct shares *shares, int index,
				struct funding_round *round)
{
	const struct election *counted = shares->counted;
	struct shares_project *project = &shares->projects[index];
	double price = mpq_get_d(shares->exact.price);

	project->price[LANE_RICH] = price;
	/* GMP cuts off, by less than 2^-52 of it. */
	project->price[LANE_POOR] = price * (1 + hair);
	for (size_t i = counted->backers->first[index];
	     i < counted->backers->first[index + 1]; i++) {
		const struct election_backer *backer =
		    &counted->backers->list[i];
		int ballots = counted->groups[backer->group].ballots;
		shares_pair *money = &shares->now->money[backer->group];
		shares_pair price_pair = {project->price[0], project->price[1]};
		shares_pair left = *money - price_pair * (double)backer->value;
		bool emptied = left[LANE_RICH] < -shares->rounding[LANE_RICH];

		if ((*money)[LANE_RICH] == 0)
			continue;
		if (!emptied &&
		    !(left[LANE_POOR] > shares->rounding[LANE_RICH]))
			emptied = shares_money_compare(shares, backer->group,
						       backer->value) <= 0;
		left += shares->rounding;
		if (emptied)
			left = (shares_pair){0, 0};
		else if (left[LANE_POOR] < 0)
			left[LANE_POOR] = 0;
		*money = left;
		if (round) {
			round->backers += ballots;
			round->emptied += emptied ? ballots : 0;
		}
	}
}

/* exact.rho in whole points and units of currency. */
static void round_rho(const struct shares *shares, mpq_t ret_rho)
{
	mpz_mul_ui(mpq_numref(ret_rho), mpq_numref(shares->exact.rho),
		   (unsigned long)shares->counted->value_scale);
	mpz_set(mpq_denref(ret_rho), mpq_denref(shares->exact.rho));
	if (shares->options->utility == UTILITY_COUNT)
		mpz_mul_ui(mpq_denref(ret_rho), mpq_denref(ret_rho),
			   ELECTION_UNIT_MINOR);
	mpq_canonicalize(ret_rho);
}

/* A round for PROJECT, which is yet to be paid, or NULL without memory. */
static struct funding_round *round_add(struct shares *shares, int project)
{
	struct funding_round *round = funding_add(shares->record, project);

	if (!round ||
	    (shares->tied_count > 1 &&
	     !funding_round_tie(round, shares->tied, shares->tied_count)))
		return NULL;
	round->has_rho = true;
	round_rho(shares, round->rho);
	return round;
}

static void round_left(const struct shares *shares, struct funding_round *round)
{
	mpq_set_si(round->left_minor,
		   shares->counted->budget_minor - shares->now->total_minor, 1);
}

/* Buys the next, whose price is exact.price. */
static bool buy_exactly(struct shares *shares, int project)
{
	struct funding_round *round = NULL;
	int place;

	if (shares->record) {
		round = round_add(shares, project);
		if (!round)
			return false;
	}
	place = shares->now->bought_count;
	mpq_set(shares->exact.prices[place], shares->exact.price);
	if (shares->projects[project].in)
		backers_pay_exactly(shares, project, round);
	shares->exact.place[project] = place;
	shares_add_bought(shares, project);
	if (round)
		round_left(shares, round);
	return true;
}

/* Buys what costs nothing, as a tie at rho 0 whose order is the pick's, or the
 * election's where the pick leaves it open: all are bought. */
static bool gifts_buy(struct shares *shares)
{
	const struct tie_break *ties = &shares->options->ties;

	memcpy(shares->tied, shares->gifts,
	       (size_t)shares->gift_count * sizeof(int));
	shares->tied_count = shares->gift_count;
	mpq_set_ui(shares->exact.price, 0, 1);
	mpq_set_ui(shares->exact.rho, 0, 1);
	while (shares->tied_count > 0) {
		int place = shares->tied_count == 1
				? 0
				: ties->pick(ties->context, shares->election,
					     shares->tied, shares->tied_count);

		if (place < 0)
			place = 0;
		if (!buy_exactly(shares, shares->tied[place]))
			return false;
		shares->tied_count--;
		memmove(shares->tied + place, shares->tied + place + 1,
			(size_t)(shares->tied_count - place) * sizeof(int));
	}
	return true;
}

/* Nothing is bought yet, and everybody holds the endowment. */
static bool run_start(struct shares *shares, int64_t step)
{
	shares_pair endowment = shares_endow(shares, step, step);

	shares_state_drop_all(shares);
	shares->now = shares_state_take(shares);
	if (!shares->now)
		return false;
	shares->equals_count = 0;
	for (int p = 0; p < shares->election->project_count; p++)
		shares->exact.place[p] = -1;
	for (int g = 0; g < shares->counted->group_count; g++)
		shares->now->money[g] = endowment;
	return true;
}

enum run_end shares_run_exact(struct shares *shares, int64_t step,
			      struct shares_ties *ties, struct funding *record)
{
	shares->ties = ties;
	shares->record = record;
	ties->count = 0;
	ties->overflow = false;
	if (!run_start(shares, step) || !gifts_buy(shares))
		return RUN_MEMORY;
	shares_race(shares);
	for (;;) {
		enum run_end end;
		int project;

		/* No later choice makes it cheaper; but a tie may wait to be
		 * shown harmless. */
		if (shares->now->total_minor > shares->counted->budget_minor &&
		    shares->equals_count == 0)
			return RUN_OVER;
		end = shares_next_exact(shares, &project);
		if (end != RUN_DONE || project < 0)
			return end;
		if (!buy_exactly(shares, project))
			return RUN_MEMORY;
	}
}
