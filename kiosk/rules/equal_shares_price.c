/* The price of a project, enclosed by doubles.
 *
 * At a trial price l let E be the backers who hold less than it asks. Then
 * (cost - money of E) / values of the others is never above the price, whatever
 * l was: payments are at most the money of E and l * value of the others. And l
 * itself is not below it when what comes in at l is cost or more. Taken as the
 * next l, the first is Newton's step on a concave function: from anywhere it
 * comes down below the price, then climbs to it in as many steps as E changes.
 *
 * Both lanes go at once: LANE_RICH bounds the price from below by the most that
 * backers may hold, LANE_POOR from above by the least.
 */
#include "rules/equal_shares.h"

#include <math.h>

enum { TRIES = 60 };

/* 2^-50: more than four roundings of a double. */
static const double hair = 1.0 / ((int64_t)1 << 50);
/* Sums of whole numbers up to here are exact. */
#define WHOLE_MOST ((double)((int64_t)1 << 53))

struct takings {
	shares_pair emptied; /* money of those who hold less than is asked */
	shares_pair values;  /* of the others, */
	bool plain;	     /* in LANE_POOR, those who hold less surely hold
				nothing */
};

static struct takings add_up(const struct shares *shares, int project,
			     shares_pair price)
{
	const struct election *counted = shares->counted;
	const struct election_backer *backer =
	    counted->backers->list + counted->backers->first[project];
	const struct election_backer *end =
	    counted->backers->list + counted->backers->first[project + 1];
	shares_pair emptied = {0, 0}, values = {0, 0};
	const shares_pair none = {0, 0};
	shares_mask held = {0, 0};

	for (; backer < end; backer++) {
		shares_pair money = shares->now->money[backer->group];
		double ballots = shares->ballots[backer->group];
		double value = backer->value;
		shares_mask less = money < price * value;

		emptied += (shares_pair)((shares_mask)(money * ballots) & less);
		value *= ballots;
		values +=
		    (shares_pair)((shares_mask)(shares_pair){value, value} &
				  ~less);
		held |= (money > none) &
			(shares_mask){less[LANE_POOR], less[LANE_RICH]};
	}
	return (struct takings){emptied, values, !held[LANE_RICH]};
}

/* Raises the least price by what came in at TRIAL; false when the project is
 * surely unaffordable. */
static bool least_raise(struct shares_project *project,
			const struct takings *takings)
{
	double slack = project->slack;
	double emptied = takings->emptied[LANE_RICH] * (1 + slack);
	double values = takings->values[LANE_RICH] * (1 + slack);
	double missing = project->cost * (1 - slack) - emptied;

	if (values == 0)
		return !(missing > 0);
	if (missing > 0 &&
	    missing / values * (1 - slack) > project->price[LANE_RICH])
		project->price[LANE_RICH] = missing / values * (1 - slack);
	return true;
}

/* Lowers the most that the price may be to TRIAL when that brings in the cost,
 * and says where to look next; false when there is nothing to be gained. */
static bool most_lower(struct shares_project *project,
		       const struct takings *takings, double *trial)
{
	double slack = project->slack, next = 0;
	double emptied = takings->emptied[LANE_POOR];
	double values = takings->values[LANE_POOR];
	bool enough = (emptied + *trial * values) * (1 - slack) >=
		      project->cost * (1 + slack);

	if (enough && *trial < project->price[LANE_POOR])
		project->price[LANE_POOR] = *trial;
	if (values == 0 && !enough)
		return false;
	if (values > 0)
		next = (project->cost * (1 + 3 * slack) - emptied) / values *
		       (1 + slack);
	if (next < project->price[LANE_RICH])
		next = project->price[LANE_RICH];
	if (next < project->floor[LANE_POOR])
		next = project->floor[LANE_POOR];
	if (enough && next >= *trial * (1 - 16 * slack))
		return false;
	*trial = next;
	return true;
}

/* Whether everybody pays in full or holds nothing: then the price is known. */
static bool plain_find(struct shares_project *project,
		       const struct takings *takings, double trial)
{
	double values = takings->values[LANE_POOR];
	double price = project->cost / values;

	project->plain = takings->plain && values > 0 && values < WHOLE_MOST &&
			 trial >= price * (1 + hair);
	if (!project->plain)
		return false;
	project->payers = (int64_t)values;
	project->price[LANE_RICH] = price * (1 - hair);
	project->price[LANE_POOR] = price * (1 + hair);
	return true;
}

static void rho_set(struct shares_project *project)
{
	project->rho_least =
	    project->price[LANE_RICH] / project->per * (1 - hair);
	project->rho_most =
	    project->price[LANE_POOR] / project->per * (1 + hair);
}

/* Narrows the enclosure of PROJECT's price by trials. */
static enum price_known price_narrow(struct shares *shares, int index,
				     double limit)
{
	struct shares_project *project = &shares->projects[index];
	shares_pair trial = {project->guess[LANE_RICH],
			     project->guess[LANE_POOR]};
	double most = trial[LANE_POOR];
	bool lowering = true, raising = true;

	for (int i = 0; i < TRIES && (lowering || raising); i++) {
		struct takings takings = add_up(shares, index, trial);

		if (plain_find(project, &takings, trial[LANE_POOR]))
			break;
		if (!least_raise(project, &takings))
			return PRICE_NEVER;
		raising = fabs(project->price[LANE_RICH] - trial[LANE_RICH]) >
			  16 * project->slack * trial[LANE_RICH];
		trial[LANE_RICH] = project->price[LANE_RICH];
		if (lowering)
			lowering = most_lower(project, &takings, &most);
		trial[LANE_POOR] = most;
		rho_set(project);
		if (project->rho_least > limit) {
			project->guess[LANE_RICH] = trial[LANE_RICH];
			return PRICE_DEARER;
		}
	}
	rho_set(project);
	project->guess[LANE_RICH] = trial[LANE_RICH];
	project->guess[LANE_POOR] = most;
	return PRICE_KNOWN;
}

enum price_known shares_price(struct shares *shares, int index, double limit)
{
	struct shares_project *project = &shares->projects[index];
	struct shares_state *now = shares->now;
	enum price_known known;

	project->price[LANE_RICH] = now->price_least[index];
	project->price[LANE_POOR] = INFINITY;
	known = price_narrow(shares, index, limit);
	now->price_least[index] = project->price[LANE_RICH];
	now->rho_least[index] =
	    known == PRICE_NEVER ? INFINITY : project->rho_least;
	return known;
}
