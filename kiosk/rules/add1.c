#include "rules/add1.h"

#include "rules/equal_shares.h"

enum verdict {
	VERDICT_ON,	/* within the budget: the next endowment is tried */
	VERDICT_END,	/* this is the one */
	VERDICT_OVER,	/* the one before is */
	VERDICT_UNSURE, /* the range is too wide to say */
};

enum { PATIENCE_MOST = 16 };

/* Sums the costs of all projects over the threshold, or of the backed ones;
 * anything over the budget is enough. */
static bool all_fit(const struct shares *shares, bool backed)
{
	const struct election *election = shares->election;
	int64_t left_minor = election->budget_minor;

	for (int p = 0; p < election->project_count; p++) {
		if (election->projects[p].support <
			shares->options->threshold ||
		    (backed && !shares->projects[p].in))
			continue;
		if (election->projects[p].cost_minor > left_minor)
			return false;
		left_minor -= election->projects[p].cost_minor;
	}
	return true;
}

/* Whether an unfunded project, backed or any, costs no more than what is left.
 */
static bool something_fits(const struct shares *shares, bool backed)
{
	const struct election *election = shares->election;
	int64_t left_minor = election->budget_minor - shares->now->total_minor;

	for (int p = 0; p < election->project_count; p++) {
		const struct election_project *project = &election->projects[p];

		if (project->support >= shares->options->threshold &&
		    !shares->now->bought[p] &&
		    (!backed || shares->projects[p].values > 0) &&
		    project->cost_minor <= left_minor)
			return true;
	}
	return false;
}

static int add1_verdict(const struct shares *shares)
{
	const struct shares_state *now = shares->now;

	if (now->total_minor > shares->election->budget_minor)
		return VERDICT_OVER;
	if (now->bought_count == shares->gift_count + shares->order_count)
		return VERDICT_END;
	switch (shares->options->convention) {
	case CONVENTION_PABUTOOLS:
		return something_fits(shares, true) ? VERDICT_ON : VERDICT_END;
	case CONVENTION_CHECKER:
		return VERDICT_ON;
	default:
		return something_fits(shares, false) ? VERDICT_ON : VERDICT_END;
	}
}

/* The one verdict at all steps FIRST … LAST. */
static enum status steps_judge(struct shares *shares, int64_t first,
			       int64_t last, enum verdict *ret_verdict)
{
	int found = VERDICT_UNSURE;
	enum run_end end =
	    shares_run(shares, first, last, add1_verdict, &found);
	struct shares_outcome outcome;
	enum status status;

	*ret_verdict = (enum verdict)found;
	if (end == RUN_MEMORY)
		return STATUS_MEMORY;
	if (end == RUN_DONE || first < last)
		return STATUS_OK;
	status = shares_try(shares, first, add1_verdict, &outcome);
	if (status != STATUS_OK)
		return status;
	*ret_verdict = (enum verdict)outcome.verdict;
	return outcome.same_verdict ? STATUS_OK : STATUS_TIE;
}

/* How many endowments to judge at once: twice as many after success, half after
 * failure; the more often growing failed, the longer it is not tried again. */
struct stride {
	int64_t wide;
	int patience, successes;
	bool growing; /* the last change was to grow */
};

static void stride_judge(struct stride *stride, bool success)
{
	if (!success) {
		if (stride->growing && stride->patience < PATIENCE_MOST)
			stride->patience *= 2;
		stride->growing = false;
		stride->successes = 0;
		stride->wide /= 2;
		return;
	}
	if (stride->growing && stride->patience > 1)
		stride->patience /= 2;
	stride->growing = false;
	if (++stride->successes >= stride->patience) {
		stride->wide *= 2;
		stride->successes = 0;
		stride->growing = true;
	}
}

/* Raises found->step, where the search does not end, to where it does. */
static enum status add1_climb(struct shares *shares, struct add1 *found)
{
	struct stride stride = {.wide = 1, .patience = 1};
	int64_t kept = found->step;
	enum verdict verdict;
	enum status status;

	for (;;) {
		status =
		    steps_judge(shares, kept + 1, kept + stride.wide, &verdict);
		if (status != STATUS_OK) {
			found->step = kept + 1;
			return status;
		}
		if (verdict == VERDICT_OVER || verdict == VERDICT_END)
			break;
		if (verdict == VERDICT_ON) {
			kept += stride.wide;
			found->runs += stride.wide;
		}
		stride_judge(&stride, verdict == VERDICT_ON);
	}
	found->runs++;
	found->step = verdict == VERDICT_END ? kept + 1 : kept;
	return STATUS_OK;
}

static void base_set(struct shares *shares, bool whole)
{
	const struct election *election = shares->election;
	mpz_t unit;

	mpq_set_si(shares->base, election->budget_minor,
		   (unsigned long)election->ballots);
	mpq_canonicalize(shares->base);
	if (!whole)
		return;
	mpz_init_set_ui(unit, ELECTION_UNIT_MINOR);
	mpz_mul(unit, unit, mpq_denref(shares->base));
	mpz_fdiv_q(mpq_numref(shares->base), mpq_numref(shares->base), unit);
	mpz_mul_ui(mpq_numref(shares->base), mpq_numref(shares->base),
		   ELECTION_UNIT_MINOR);
	mpz_set_ui(mpq_denref(shares->base), 1);
	mpz_clear(unit);
}

enum status add1_find(struct shares *shares, struct add1 *ret_found)
{
	enum rule_convention convention = shares->options->convention;
	bool checker = convention == CONVENTION_CHECKER;
	bool pabutools = convention == CONVENTION_PABUTOOLS;
	struct add1 found = {.runs = 1};
	enum verdict verdict = VERDICT_ON;
	enum status status;

	base_set(shares, false);
	*ret_found = found;
	if (!pabutools && all_fit(shares, checker)) {
		ret_found->all = checker;
		return STATUS_OK;
	}
	base_set(shares, !pabutools);
	/* The checker's first is B/n: it is never over the budget. */
	if (!checker) {
		status = steps_judge(shares, 0, 0, &verdict);
		if (status != STATUS_OK || verdict == VERDICT_END)
			return status;
	}
	status = add1_climb(shares, &found);
	if (checker && status == STATUS_OK && found.step == 0)
		base_set(shares, false);
	*ret_found = found;
	return status;
}
