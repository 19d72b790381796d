/* Equal shares and phragmen in a meeting's pot: rounds become awards. */
#include "rules/election_pot.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/rule_kind.h"
#include "rules/funding.h"
#include "rules/pot_options.h"

/* A pot as its rule sees it. */
struct election_pot {
	struct pot_run *run;
	int first; /* its first proposal is project 0 */
	struct rule_options options;
	struct election *election; /* nobody names those under the threshold */
	struct funding *funding;
};

/* Who comes first by the room's decision. */
static int pick_drawn(void *context, const struct election *election,
		      const int *tied, int count)
{
	const struct election_pot *pot = context;
	int proposals[MEETING_PROPOSALS];
	const struct decision *decision;

	(void)election;
	for (int i = 0; i < count; i++)
		proposals[i] = pot->first + tied[i];
	decision = pot_run_drawn(pot->run, proposals, count);
	for (int i = 0; decision && i < decision->count; i++)
		for (int j = 0; j < count; j++)
			if (proposals[j] == decision->proposal[i])
				return j;
	return -1;
}

/* Adds the ballots of GROUP, but for what they give to those that are below. */
static enum status group_add(const struct election_pot *pot,
			     const struct election_group *group,
			     struct election_builder *builder)
{
	const struct election *given = pot->run->election;
	struct election_value values[MEETING_PROPOSALS];
	size_t count = 0;

	for (size_t i = group->first; i < group->end; i++)
		if (!pot_run_below(pot->run,
				   pot->first + given->values[i].project))
			values[count++] = given->values[i];
	return election_add_ballots(builder, values, count, group->ballots);
}

static enum status ballots_add(const struct election_pot *pot,
			       struct election_builder *builder)
{
	const struct election *given = pot->run->election;
	enum status status = STATUS_OK;
	int blank = given->ballots;

	for (int p = 0; p < given->project_count && status == STATUS_OK; p++)
		status = election_add_project(builder, given->projects[p].id,
					      strlen(given->projects[p].id),
					      given->projects[p].cost_minor);
	for (int g = 0; g < given->group_count && status == STATUS_OK; g++) {
		blank -= given->groups[g].ballots;
		status = group_add(pot, &given->groups[g], builder);
	}
	if (status == STATUS_OK && blank > 0)
		status = election_add_ballots(builder, NULL, 0, blank);
	return status;
}

/* The pot's ballots with the money that is there. */
static enum status election_make(struct election_pot *pot)
{
	struct election_builder *builder =
	    election_builder_new(pot->run->left_minor, 1);
	enum status status =
	    builder ? ballots_add(pot, builder) : STATUS_MEMORY;

	if (status == STATUS_OK) {
		pot->election = election_build(builder);
		status = pot->election ? STATUS_OK : STATUS_MEMORY;
	}
	election_builder_free(builder);
	return status;
}

/* VALUE to the nearest whole number, halves up; *RET_EXACTLY: it is one. */
static int64_t nearest(mpq_srcptr value, bool *ret_exactly)
{
	mpz_t twice, whole;
	int64_t found;

	*ret_exactly = mpz_cmp_ui(mpq_denref(value), 1) == 0;
	mpz_init(twice);
	mpz_init(whole);
	mpz_mul_2exp(twice, mpq_numref(value), 1);
	mpz_add(twice, twice, mpq_denref(value));
	mpz_mul_2exp(whole, mpq_denref(value), 1);
	mpz_fdiv_q(whole, twice, whole);
	found = mpz_get_si(whole);
	mpz_clear(twice);
	mpz_clear(whole);
	return found;
}

/* Tells of every ballot's share. */
static void share_tell(const struct election_pot *pot)
{
	struct pot_run *run = pot->run;
	struct pot_result *result = &run->result->pots[run->pot];

	if (!pot->funding->has_endowment)
		return;
	result->share_minor =
	    nearest(pot->funding->endowment_minor, &result->share_exactly);
	pot_run_step(run, STEP_SHARE, -1, -1, -1, result->share_minor);
}

/* What a vote or a point pays for the award of ROUND. */
static void pays_tell(const struct election_pot *pot,
		      const struct funding_round *round, struct award *award)
{
	int64_t per = pot->options.utility == UTILITY_COST
			  ? pot->election->projects[round->project].cost_minor
			  : ELECTION_UNIT_MINOR;
	mpq_t price;

	award->completed = round->completed;
	award->backers = round->backers;
	award->emptied = round->emptied;
	if (!round->has_rho || round->backers == 0 ||
	    pot_rule(&pot->run->meeting->pots[pot->run->pot]) !=
		RULE_EQUAL_SHARES)
		return;
	mpq_init(price);
	mpq_set_si(price, per, 1);
	mpq_mul(price, price, round->rho);
	award->pays_minor = nearest(price, &award->pays_exactly);
	mpq_clear(price);
}

/* Whether a tie that was told before went the same way and has PROPOSALS in it,
 * in that order. */
static bool tie_known(const struct pot_run *run, const int *proposals,
		      int count, bool settled)
{
	for (int i = 0; i < run->result->tie_count; i++) {
		const struct tie *tie = &run->result->ties[i];
		int has = 0;

		for (int j = 0; j < tie->count && has < count; j++)
			has += tie->proposal[j] == proposals[has];
		if (has == count && tie->pot == run->pot &&
		    tie->settled == settled)
			return true;
	}
	return false;
}

/* Tells of the tie that was met before ROUND: not of those that cost nothing,
 * and not again of what is left of one. */
static void tie_tell(const struct election_pot *pot,
		     const struct funding_round *round, bool open)
{
	int proposals[MEETING_PROPOSALS];
	const struct decision *decision = NULL;

	if (!round->tied ||
	    (!open && pot->election->projects[round->project].cost_minor == 0))
		return;
	for (int i = 0; i < round->tied_count; i++)
		proposals[i] = pot->first + round->tied[i];
	if (!open)
		decision =
		    pot_run_drawn(pot->run, proposals, round->tied_count);
	if (decision)
		pot_run_sort(decision, proposals, round->tied_count);
	if (open ||
	    !tie_known(pot->run, proposals, round->tied_count, decision))
		pot_run_level(pot->run, proposals, round->tied_count, decision,
			      open);
}

/* In the completion: those that had their turn before PROPOSAL, with more
 * support, and did not fit. */
static void skipped_tell(struct election_pot *pot, int proposal)
{
	struct pot_run *run = pot->run;
	const int64_t *support = run->tally->support;
	int proposals[MEETING_PROPOSALS];
	int count = pot_run_order(run, proposals);

	for (int i = 0; i < count && support[proposals[i]] > support[proposal];
	     i++)
		if (pot->funding->reasons[proposals[i] - pot->first] ==
			REASON_TOO_DEAR &&
		    !pot_run_below(run, proposals[i]) &&
		    !pot_run_awarded(run, proposals[i]))
			pot_run_award(run, proposals[i], OUTCOME_TOO_DEAR, 0,
				      -1);
}

/* Under phragmen: those that cost more than is left leave the line. */
static void dropped_tell(struct election_pot *pot)
{
	struct pot_run *run = pot->run;
	int proposals[MEETING_PROPOSALS];
	int count = pot_run_order(run, proposals);

	for (int i = 0; i < count; i++)
		if (pot->funding->reasons[proposals[i] - pot->first] ==
			REASON_TOO_DEAR &&
		    run->meeting->proposals[proposals[i]].cost_minor >
			run->left_minor &&
		    !pot_run_below(run, proposals[i]) &&
		    !pot_run_awarded(run, proposals[i]))
			pot_run_award(run, proposals[i], OUTCOME_TOO_DEAR, 0,
				      -1);
}

static void round_tell(struct election_pot *pot,
		       const struct funding_round *round, bool first_completed)
{
	struct pot_run *run = pot->run;

	if (first_completed)
		pot_run_step(run, STEP_COMPLETE, -1, -1, -1, run->left_minor);
	if (pot->options.convention == CONVENTION_SKIP)
		dropped_tell(pot);
	if (round->completed)
		skipped_tell(pot, pot->first + round->project);
	tie_tell(pot, round, false);
	pot_run_award(run, pot->first + round->project, OUTCOME_FUNDED,
		      pot->election->projects[round->project].cost_minor, -1);
	pays_tell(pot, round, &run->result->awards[run->award_count - 1]);
}

static enum outcome outcome_of(const void *context, int proposal)
{
	static const enum outcome outcomes[] = {
	    [REASON_FUNDED] = OUTCOME_FUNDED,
	    [REASON_TOO_DEAR] = OUTCOME_TOO_DEAR,
	    [REASON_AFTER_STOP] = OUTCOME_AFTER_STOP,
	    [REASON_BELOW] = OUTCOME_BELOW,
	    [REASON_UNBACKED] = OUTCOME_SHARES,
	    [REASON_SHARES] = OUTCOME_SHARES,
	    [REASON_LESS] = OUTCOME_OUTWEIGHED,
	};
	const struct election_pot *pot = context;

	return outcomes[pot->funding->reasons[proposal - pot->first]];
}

void election_pot_rest(struct pot_run *run,
		       enum outcome (*outcome)(const void *context,
					       int proposal),
		       const void *context)
{
	int proposals[MEETING_PROPOSALS];
	int count = pot_run_order(run, proposals);

	for (int i = 0; i < count; i++) {
		enum outcome told = OUTCOME_UNDECIDED;

		if (pot_run_awarded(run, proposals[i]))
			continue;
		if (pot_run_below(run, proposals[i]))
			told = OUTCOME_BELOW;
		else if (!run->undecided)
			told = outcome(context, proposals[i]);
		pot_run_award(run, proposals[i], told, 0, -1);
	}
}

/* All that was found, said. STOPPED: at the tie of the last round. */
static void funding_tell(struct election_pot *pot, bool stopped)
{
	const struct funding *funding = pot->funding;
	bool searched = pot->options.completion == COMPLETION_ADD1 ||
			pot->options.completion == COMPLETION_ADD1U;
	bool completing = false;
	int kept = funding->round_count - stopped;

	/* The rounds before are those of a share that may not be the last. */
	if (stopped && searched &&
	    pot_rule(&pot->run->meeting->pots[pot->run->pot]) ==
		RULE_EQUAL_SHARES)
		kept = 0;
	else
		share_tell(pot);
	for (int i = 0; i < kept; i++) {
		const struct funding_round *round = &funding->rounds[i];

		round_tell(pot, round, round->completed && !completing);
		completing |= round->completed;
	}
	if (stopped)
		tie_tell(pot, &funding->rounds[funding->round_count - 1], true);
	election_pot_rest(pot->run, outcome_of, pot);
}

static void election_pot_run(struct pot_run *run,
			     enum status (*rule)(const struct election *,
						 const struct rule_options *,
						 struct funding **))
{
	struct election_pot pot = {.run = run};
	int end;

	assert(run->election);
	meeting_pot_range(run->meeting, run->pot, &pot.first, &end);
	if (run->undecided) {
		election_pot_rest(run, outcome_of, &pot);
		return;
	}
	pot_options(&run->meeting->pots[run->pot], &pot.options);
	pot.options.ties = (struct tie_break){pick_drawn, &pot};
	run->status = election_make(&pot);
	if (run->status == STATUS_OK)
		run->status = rule(pot.election, &pot.options, &pot.funding);
	if (run->status == STATUS_OK || run->status == STATUS_TIE) {
		funding_tell(&pot, run->status == STATUS_TIE);
		run->status = STATUS_OK;
	}
	funding_free(pot.funding);
	election_free(pot.election);
}

void equal_shares_run(struct pot_run *run)
{
	election_pot_run(run, rule_equal_shares);
}

void phragmen_run(struct pot_run *run)
{
	election_pot_run(run, rule_phragmen);
}
