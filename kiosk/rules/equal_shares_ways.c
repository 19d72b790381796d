/* A run by enclosures, for a range of endowments, on all ways that they allow.
 *
 * Ways go on side by side, one project at a time; those that have bought the
 * same are made one. Equal projects whose order the pick settles go one way. */
#include "rules/equal_shares.h"

#include <math.h>
#include <string.h>

struct ways {
	struct shares *shares;
	shares_verdict *verdict;
	struct shares_state *now[SHARES_WAYS], *next[SHARES_WAYS];
	int now_count, next_count;
	bool certain; /* there was never more than one */
	bool judged;
	int found; /* the verdict of those that have ended */
};

static shares_pair pair_positive(shares_pair pair)
{
	const shares_pair none = {0, 0};

	return (shares_pair)((shares_mask)pair & (pair > none));
}

/* Takes from MONEY what PROJECT's backers pay. */
static void backers_pay(const struct shares *shares, int index,
			const double price[2], shares_pair *money,
			bool positive)
{
	const struct election *counted = shares->counted;
	const struct election_backer *end =
	    counted->backers->list + counted->backers->first[index + 1];
	shares_pair pair = {price[0], price[1]};

	for (const struct election_backer *backer =
		 counted->backers->list + counted->backers->first[index];
	     backer < end; backer++) {
		shares_pair left = money[backer->group] -
				   pair * (double)backer->value +
				   shares->rounding;

		money[backer->group] = positive ? pair_positive(left) : left;
	}
}

/* Whether PROJECT is bought next at every higher endowment too: all of the
 * least rho that anybody unbought could ever have tie here and pay in full. */
static bool head_grows(const struct shares *shares, int project)
{
	const struct shares_state *now = shares->now;
	int64_t values = shares->projects[project].values;
	int alike = 0;

	if (now->bought_count != shares->gift_count + shares->head_count ||
	    !shares->projects[project].plain ||
	    shares->projects[project].payers != values)
		return false;
	for (int i = 0; i < shares->order_count; i++) {
		int other = shares->order[i];

		if (now->bought[other])
			continue;
		if (shares_rho_compare(shares, other,
				       shares->projects[other].values, project,
				       values) != 0)
			break;
		alike++;
	}
	return alike == shares->tied_count;
}

static void head_add(struct shares *shares, int project)
{
	shares->head[shares->head_count++] = project;
	backers_pay(shares, project, shares->projects[project].price,
		    shares->head_left, false);
}

/* Puts a state among the next, or joins it with one that has bought the same.
 */
static enum run_end next_add(struct ways *ways, struct shares_state *state)
{
	struct shares *shares = ways->shares;
	size_t size = (size_t)shares->election->project_count * sizeof(bool);

	for (int i = 0; i < ways->next_count; i++)
		if (memcmp(ways->next[i]->bought, state->bought, size) == 0) {
			shares_state_join(shares, ways->next[i], state);
			shares_state_drop(shares, state);
			return RUN_DONE;
		}
	if (ways->next_count == SHARES_WAYS)
		return RUN_UNSURE;
	ways->next[ways->next_count++] = state;
	return RUN_DONE;
}

/* A way has ended at STATE: false when its verdict is another than before. */
static bool state_judge(struct ways *ways, struct shares_state *state)
{
	int found;

	ways->shares->now = state;
	found = ways->verdict(ways->shares);
	if (ways->judged && found != ways->found)
		return false;
	ways->judged = true;
	ways->found = found;
	return true;
}

/* Buys PROJECT in STATE, which becomes one of the next. */
static enum run_end state_buy(struct ways *ways, struct shares_state *state,
			      int project)
{
	struct shares *shares = ways->shares;

	shares->now = state;
	for (int i = 0; i < shares->near_count; i++)
		if (shares->near[i] != project)
			shares_heap_push(shares, shares->near[i]);
	backers_pay(shares, project, shares->projects[project].price,
		    state->money, true);
	shares_add_bought(shares, project);
	return next_add(ways, state);
}

/* The one of `tied` that is bought first, when that is settled; else -1. */
static int tied_settled(const struct shares *shares)
{
	const struct tie_break *ties = &shares->options->ties;
	int place = 0;

	if (shares->tied_count > 1)
		place = ties->pick(ties->context, shares->election,
				   shares->tied, shares->tied_count);
	return place < 0 ? -1 : shares->tied[place];
}

/* Who may be bought next, into `tied`; *RET_NOBODY when it may be nobody. */
static void tied_possibly(struct shares *shares, bool *ret_nobody)
{
	*ret_nobody = true;
	shares->tied_count = shares->near_count;
	for (int i = 0; i < shares->near_count; i++) {
		shares->tied[i] = shares->near[i];
		if (shares->projects[shares->near[i]].rho_most < INFINITY)
			*ret_nobody = false;
	}
}

/* Goes on from STATE once for each of `tied`, who is bought. */
static enum run_end state_fork(struct ways *ways, struct shares_state *state)
{
	struct shares *shares = ways->shares;

	if (shares->tied_count > SHARES_WAYS)
		return RUN_UNSURE;
	for (int i = 0; i < shares->tied_count; i++) {
		struct shares_state *copy = state;
		enum run_end end;

		if (i + 1 < shares->tied_count)
			copy = shares_state_copy(shares, state);
		if (!copy)
			return RUN_MEMORY;
		end = state_buy(ways, copy, shares->tied[i]);
		if (end != RUN_DONE)
			return end;
	}
	return RUN_DONE;
}

/* Goes on from STATE in every way that is possible. */
static enum run_end state_follow(struct ways *ways, struct shares_state *state)
{
	struct shares *shares = ways->shares;
	bool nobody = false;
	int project = -1;

	shares->now = state;
	shares_near_find(shares);
	if (shares->near_count == 0) {
		bool same = state_judge(ways, state);

		shares_state_drop(shares, state);
		return same ? RUN_DONE : RUN_UNSURE;
	}
	if (shares_tied_surely(shares)) {
		project = tied_settled(shares);
		if (project >= 0 && ways->certain &&
		    head_grows(shares, project))
			head_add(shares, project);
		if (project >= 0)
			return state_buy(ways, state, project);
	} else {
		tied_possibly(shares, &nobody);
	}
	ways->certain = false;
	if (nobody && !state_judge(ways, state))
		return RUN_UNSURE;
	return state_fork(ways, state);
}

/* One project further on every way. */
static enum run_end ways_step(struct ways *ways)
{
	struct shares *shares = ways->shares;

	ways->next_count = 0;
	for (int i = 0; i < ways->now_count; i++) {
		struct shares_state *state = ways->now[i];
		enum run_end end = RUN_DONE;
		bool over = state->total_minor > shares->counted->budget_minor;

		shares->now = state;
		if (!over)
			end = state_follow(ways, state);
		else if (!state_judge(ways, state))
			end = RUN_UNSURE;
		else
			shares_state_drop(shares, state);
		if (end != RUN_DONE)
			return end;
	}
	memcpy(ways->now, ways->next, sizeof(ways->now));
	ways->now_count = ways->next_count;
	return RUN_DONE;
}

/* The state before anything but gifts and the head are bought. */
static bool ways_start(struct ways *ways, int64_t first, int64_t last)
{
	struct shares *shares = ways->shares;
	struct shares_state *state;
	shares_pair endowment;

	shares_state_drop_all(shares);
	shares->now = state = shares_state_take(shares);
	if (!state)
		return false;
	endowment = shares_endow(shares, first, last);
	for (int i = 0; i < shares->gift_count; i++)
		shares_add_bought(shares, shares->gifts[i]);
	for (int i = 0; i < shares->head_count; i++)
		shares_add_bought(shares, shares->head[i]);
	for (int g = 0; g < shares->counted->group_count; g++)
		state->money[g] = pair_positive(
		    endowment + shares->head_left[g] + shares->rounding);
	shares_race(shares);
	ways->now[ways->now_count++] = state;
	return true;
}

enum run_end shares_run(struct shares *shares, int64_t first, int64_t last,
			shares_verdict *verdict, int *ret_verdict)
{
	struct ways ways = {
	    .shares = shares, .verdict = verdict, .certain = true};
	enum run_end end = RUN_DONE;

	if (!ways_start(&ways, first, last))
		return RUN_MEMORY;
	while (ways.now_count > 0 && end == RUN_DONE)
		end = ways_step(&ways);
	if (end == RUN_DONE)
		*ret_verdict = ways.found;
	return end;
}
