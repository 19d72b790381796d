/* An election from a file, as greedy sees it. */
#include <stdlib.h>

#include "rules/greedy_electing.h"

/* Above 0 when A's support for its cost is less than B's. Both products stay
 * below 2^127: factors are at most ELECTION_MONEY_MOST. */
static int ratio_compare(const struct election_project *a,
			 const struct election_project *b)
{
	__int128 left = (__int128)a->support * b->cost_minor;
	__int128 right = (__int128)b->support * a->cost_minor;

	if (a->cost_minor == 0 || b->cost_minor == 0)
		return (a->cost_minor != 0) - (b->cost_minor != 0);
	return (left < right) - (left > right);
}

/* Above 0 when A comes after B, 0 when they stand equal. */
static int electing_compare(const struct electing *electing, int a, int b)
{
	const struct election_project *left = &electing->election->projects[a];
	const struct election_project *right = &electing->election->projects[b];

	if (electing->order == GREEDY_RATIO)
		return ratio_compare(left, right);
	return (left->support < right->support) -
	       (left->support > right->support);
}

static int by_order(const void *a, const void *b, void *context)
{
	int left = *(const int *)a, right = *(const int *)b;
	int order = electing_compare(context, left, right);

	return order ? order : (left > right) - (left < right);
}

static bool electing_level(const void *context, int a, int b)
{
	return electing_compare(context, a, b) == 0;
}

int64_t electing_left(const void *context)
{
	const struct electing *electing = context;

	return electing->election->budget_minor -
	       electing->funding->total_minor;
}

int64_t electing_cost(const void *context, int project)
{
	const struct electing *electing = context;

	return electing->election->projects[project].cost_minor;
}

static bool electing_below(const void *context, int project)
{
	const struct electing *electing = context;

	return electing->election->projects[project].support <
	       electing->options->threshold;
}

bool electing_stops(const void *context, int project)
{
	const struct electing *electing = context;

	return electing->options->fit == FIT_STOP &&
	       electing_cost(electing, project) !=
		   ELECTION_COST_WITHDRAWN_MINOR;
}

static bool electing_undecided(const void *context)
{
	const struct electing *electing = context;

	return electing->undecided;
}

static void electing_fund(struct electing *electing, int project)
{
	const struct election *election = electing->election;
	const struct election_project *asks = &election->projects[project];
	struct funding_round *round = funding_add(electing->funding, project);

	if (!round) {
		electing->out_of_memory = true;
		return;
	}
	electing->funding->total_minor += asks->cost_minor;
	round->completed = electing->completed;
	mpq_set_si(round->left_minor, electing_left(electing), 1);
	electing_tie_tell(electing, round);
	if (electing->order != GREEDY_RATIO || asks->cost_minor == 0)
		return;
	round->has_rho = true;
	mpz_set_si(mpq_numref(round->rho), asks->support);
	mpz_mul_si(mpq_numref(round->rho), mpq_numref(round->rho),
		   ELECTION_UNIT_MINOR);
	mpz_set_si(mpq_denref(round->rho), asks->cost_minor);
	mpz_mul_si(mpq_denref(round->rho), mpq_denref(round->rho),
		   election->value_scale);
	mpq_canonicalize(round->rho);
}

static void electing_award(void *context, int project, enum outcome outcome,
			   int64_t amount_minor, int because)
{
	static const enum funding_reason reasons[] = {
	    [OUTCOME_FUNDED] = REASON_FUNDED,
	    [OUTCOME_TOO_DEAR] = REASON_TOO_DEAR,
	    [OUTCOME_AFTER_STOP] = REASON_AFTER_STOP,
	    [OUTCOME_BELOW] = REASON_BELOW,
	    [OUTCOME_UNDECIDED] = REASON_AFTER_STOP,
	};
	struct electing *electing = context;

	(void)amount_minor;
	(void)because;
	electing->funding->reasons[project] = reasons[outcome];
	if (outcome == OUTCOME_FUNDED)
		electing_fund(electing, project);
	else if (outcome == OUTCOME_TOO_DEAR &&
		 electing_stops(electing, project))
		electing_tie_end(electing, project);
}

/* The projects without money yet, in order; returns how many. */
static int electing_line_up(struct electing *electing, bool *funded,
			    int *ret_projects)
{
	const struct funding *funding = electing->funding;
	int count = 0;

	for (int i = 0; i < funding->round_count; i++)
		funded[funding->rounds[i].project] = true;
	for (int p = 0; p < electing->election->project_count; p++)
		if (!funded[p])
			ret_projects[count++] = p;
	qsort_r(ret_projects, (size_t)count, sizeof(*ret_projects), by_order,
		electing);
	return count;
}

enum status greedy_fund(const struct election *election,
			const struct rule_options *options,
			enum greedy_order order, bool completed,
			struct funding *funding)
{
	static const struct greedy_purse purse = {
	    .level = electing_level,
	    .left_minor = electing_left,
	    .cost_minor = electing_cost,
	    .least_minor = electing_cost,
	    .below = electing_below,
	    .stops = electing_stops,
	    .undecided = electing_undecided,
	    .tie = electing_tie,
	    .award = electing_award,
	};
	struct electing electing = {
	    .election = election,
	    .options = options,
	    .funding = funding,
	    .order = order,
	    .completed = completed,
	};
	size_t room = (size_t)election->project_count + 1;
	int *projects = calloc(2 * room, sizeof(*projects));
	bool *funded = calloc(room, sizeof(*funded));

	electing.out_of_memory = !projects || !funded;
	if (!electing.out_of_memory)
		greedy_give(&purse, &electing, projects,
			    electing_line_up(&electing, funded, projects),
			    projects + room);
	free(electing.tied);
	free(funded);
	free(projects);
	if (electing.out_of_memory)
		return STATUS_MEMORY;
	return electing.undecided ? STATUS_TIE : STATUS_OK;
}

static enum status greedy_election(const struct election *election,
				   const struct rule_options *options,
				   enum greedy_order order,
				   struct funding **ret_funding)
{
	struct funding *funding = funding_new(election);
	enum status status;

	if (!funding)
		return STATUS_MEMORY;
	status = greedy_fund(election, options, order, false, funding);
	if (status == STATUS_MEMORY)
		funding_free(funding);
	else
		*ret_funding = funding;
	return status;
}

enum status rule_greedy(const struct election *election,
			const struct rule_options *options,
			struct funding **ret_funding)
{
	return greedy_election(election, options, GREEDY_SUPPORT, ret_funding);
}

enum status rule_greedy_ratio(const struct election *election,
			      const struct rule_options *options,
			      struct funding **ret_funding)
{
	return greedy_election(election, options, GREEDY_RATIO, ret_funding);
}
