/* The rule: endowment, run, completion, and why others got nothing. */
#include "rules/equal_shares.h"

#include "rules/add1.h"
#include "rules/greedy.h"

static int no_verdict(const struct shares *shares)
{
	(void)shares;
	return 0;
}

/* Ends FUNDING at the tie where SHARES stands. */
static enum status tie_record(struct shares *shares, struct funding *funding)
{
	struct funding_round *round = funding_add(funding, shares->tied[0]);

	if (!round ||
	    !funding_round_tie(round, shares->tied, shares->tied_count))
		return STATUS_MEMORY;
	mpq_set_si(round->left_minor,
		   shares->election->budget_minor - shares->now->total_minor,
		   1);
	funding->stopped = true;
	return STATUS_TIE;
}

/* The run at STEP, written down; up to its first open tie when STOP. */
static enum status run_record(struct shares *shares, int64_t step, bool stop,
			      struct shares_ties *ties, struct funding *funding)
{
	int open = 0;

	if (stop) {
		while (open < ties->count && ties->options[open] < 2)
			open++;
		if (open < ties->count)
			ties->choice[open] = -1;
	}
	funding_clear(funding);
	switch (shares_run_exact(shares, step, ties, funding)) {
	case RUN_MEMORY:
		return STATUS_MEMORY;
	case RUN_TIED:
		return tie_record(shares, funding);
	default:
		return STATUS_OK;
	}
}

/* The run that counts. A tie is left open only when its members are not funded
 * at one rho and when some way through all such ties funds others. */
static enum status run_count(struct shares *shares, int64_t step, bool matters,
			     struct funding *funding)
{
	struct shares_ties ties = {0};
	struct shares_outcome outcome = {.same_funded = !matters};
	enum status status = run_record(shares, step, false, &ties, funding);
	bool open = false;

	mpq_set(funding->endowment_minor, shares->exact.endowment);
	funding->has_endowment = true;
	for (int i = 0; i < ties.count; i++)
		open |= ties.options[i] > 1;
	if (status != STATUS_OK || (!open && !ties.overflow))
		return status;
	if (!matters) {
		status = shares_try(shares, step, no_verdict, &outcome);
		if (status != STATUS_OK)
			return status;
	}
	return run_record(shares, step, !outcome.same_funded, &ties, funding);
}

/* All that is backed, in the election's order: it costs no more than B. */
static enum status backed_fund(struct shares *shares, struct funding *funding)
{
	const struct election *election = shares->election;

	for (int p = 0; p < election->project_count; p++) {
		struct funding_round *round;

		if (election->projects[p].support <
			shares->options->threshold ||
		    shares->projects[p].values == 0)
			continue;
		round = funding_add(funding, p);
		if (!round)
			return STATUS_MEMORY;
		round->completed = true;
		shares->now->bought[p] = true;
		shares->now->total_minor += election->projects[p].cost_minor;
		mpq_set_si(round->left_minor,
			   election->budget_minor - shares->now->total_minor,
			   1);
	}
	return STATUS_OK;
}

/* How much each ballot gets, and what is bought with it. */
static enum status shares_count(struct shares *shares, struct funding *funding)
{
	const struct election *election = shares->election;
	struct add1 found = {.runs = 1};
	enum status status = STATUS_OK;

	if (shares->options->completion == COMPLETION_ADD1 ||
	    shares->options->completion == COMPLETION_ADD1U) {
		status = add1_find(shares, &found);
	} else {
		mpq_set_si(shares->base, election->budget_minor,
			   (unsigned long)election->ballots);
		mpq_canonicalize(shares->base);
	}
	funding->runs = found.runs;
	if (status == STATUS_OK && found.all) {
		mpq_set(funding->endowment_minor, shares->base);
		funding->has_endowment = true;
		shares_state_drop_all(shares);
		shares->now = shares_state_take(shares);
		return shares->now ? backed_fund(shares, funding)
				   : STATUS_MEMORY;
	}
	if (status == STATUS_OK || status == STATUS_TIE)
		status = run_count(shares, found.step, status == STATUS_TIE,
				   funding);
	return status;
}

static void reasons_tell(const struct shares *shares, struct funding *funding)
{
	for (int p = 0; p < shares->election->project_count; p++) {
		enum funding_reason *reason = &funding->reasons[p];

		if (shares->now->bought[p])
			*reason = REASON_FUNDED;
		else if (shares->election->projects[p].support <
			 shares->options->threshold)
			*reason = REASON_BELOW;
		else if (funding->stopped)
			*reason = REASON_AFTER_STOP;
		else if (shares->projects[p].values == 0)
			*reason = REASON_UNBACKED;
		else
			*reason = REASON_SHARES;
	}
	funding->total_minor = shares->now->total_minor;
}

enum status rule_equal_shares(const struct election *election,
			      const struct rule_options *options,
			      struct funding **ret_funding)
{
	struct funding *funding = funding_new(election);
	struct shares *shares = shares_new(election, options);
	enum status status = STATUS_MEMORY;

	if (!funding || !shares)
		goto out;
	shares->now = shares_state_take(shares);
	if (!shares->now)
		goto out;
	status =
	    election->ballots > 0 ? shares_count(shares, funding) : STATUS_OK;
	if (status != STATUS_OK && status != STATUS_TIE)
		goto out;
	reasons_tell(shares, funding);
	if (status == STATUS_OK && (options->completion == COMPLETION_GREEDY ||
				    options->completion == COMPLETION_ADD1U))
		status = greedy_fund(election, options, GREEDY_SUPPORT, true,
				     funding);
	if (status != STATUS_OK && status != STATUS_TIE)
		goto out;
	*ret_funding = funding;
	funding = NULL;
out:
	shares_free(shares);
	funding_free(funding);
	return status;
}
