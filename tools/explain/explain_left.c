/* How much money was left when one that was too dear had its turn: what those
 * before it did not take. */
#include "tools/explain/explain_count.h"

/* By support for the cost: whether A is strictly before B (-1), or after. */
static int by_ratio(const struct election_project *a,
		    const struct election_project *b)
{
	__int128 left = (__int128)a->support * b->cost_minor;
	__int128 right = (__int128)b->support * a->cost_minor;

	if ((a->cost_minor == 0) != (b->cost_minor == 0))
		return a->cost_minor == 0 ? -1 : 1;
	return left > right ? -1 : left < right;
}

static int by_support(const struct election_project *a,
		      const struct election_project *b)
{
	return a->support > b->support ? -1 : a->support < b->support;
}

static bool before(const struct explained *explained, int a, int b)
{
	const struct election *election = explained->named->election;
	const struct tie_break *ties = &explained->options->options.ties;
	const struct election_project *projects = election->projects;
	const int tied[] = {a < b ? a : b, a < b ? b : a};
	int order = explained->options->rule->run == rule_greedy_ratio
			? by_ratio(&projects[a], &projects[b])
			: by_support(&projects[a], &projects[b]);
	int at;

	if (order != 0)
		return order < 0;
	at = ties->pick(ties->context, election, tied, 2);
	return tied[at < 0 ? 0 : at] == a;
}

int64_t explain_left_minor(const struct explained *explained, int project)
{
	const struct election *election = explained->named->election;
	const struct funding *funding = explained->funding;
	const bool shares = explained->options->rule->run == rule_equal_shares;
	const bool phragmen = explained->options->rule->run == rule_phragmen;
	int64_t left = election->budget_minor;

	for (int i = 0; i < funding->round_count; i++) {
		const struct funding_round *round = &funding->rounds[i];
		const bool first = phragmen || (shares && !round->completed);

		if (funding->stopped && i == funding->round_count - 1)
			break;
		if (first || before(explained, round->project, project))
			left -= election->projects[round->project].cost_minor;
	}
	return left;
}
