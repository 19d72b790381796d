/* The rule "knapsack" in a meeting's pot: from sums alone. */
#include <stdio.h>
#include <stdlib.h>

#include "rules/election_pot.h"
#include "rules/funding.h"

/* Which proposals must be in (1) or out (-1), and which are free (0). */
struct knapsack_pot {
	struct pot_run *run;
	int first, count; /* its proposals */
	int must[MEETING_PROPOSALS];
	bool funded[MEETING_PROPOSALS]; /* in the choice that was found */
	int tied[MEETING_PROPOSALS], tied_count;
};

/* The free proposals as an election of which only sums are right: every
 * support is one ballot's value. */
static struct election *free_election(const struct knapsack_pot *pot,
				      int64_t money_minor)
{
	const struct pot_run *run = pot->run;
	struct election_builder *builder = election_builder_new(money_minor, 1);
	enum status status = builder ? STATUS_OK : STATUS_MEMORY;
	struct election *election = NULL;

	for (int i = 0; i < pot->count && status == STATUS_OK; i++) {
		char id[12];
		int length = snprintf(id, sizeof(id), "%d", i);

		status = election_add_project(
		    builder, id, (size_t)length,
		    run->meeting->proposals[pot->first + i].cost_minor);
	}
	for (int i = 0; i < pot->count && status == STATUS_OK; i++) {
		struct election_value value = {
		    i, (int)run->tally->support[pot->first + i]};

		if (pot->must[i] == 0 && !pot_run_below(run, pot->first + i))
			status = election_add_ballots(builder, &value, 1, 1);
	}
	if (status == STATUS_OK)
		election = election_build(builder);
	election_builder_free(builder);
	return election;
}

/* The best choice of the free ones with the money that those who must be in
 * leave; with those, its support into RET_OPTIMUM. STATUS_OK; STATUS_TIE when
 * there are several (*ret_funding is made); else as rule_welfare(). */
static enum status choose(const struct knapsack_pot *pot, mpz_t ret_optimum,
			  struct funding **ret_funding)
{
	const struct rule_options options = {.threshold = 1,
					     .ties = tie_break_stop};
	int64_t money_minor = pot->run->left_minor, support = 0;
	struct election *election;
	enum status status;

	for (int i = 0; i < pot->count; i++) {
		if (pot->must[i] <= 0)
			continue;
		money_minor -=
		    pot->run->meeting->proposals[pot->first + i].cost_minor;
		support += pot->run->tally->support[pot->first + i];
	}
	if (money_minor < 0) {
		mpz_set_si(ret_optimum, -1);
		return STATUS_OK;
	}
	election = free_election(pot, money_minor);
	if (!election)
		return STATUS_MEMORY;
	status = rule_welfare(election, &options, ret_funding);
	election_free(election);
	if (status == STATUS_OK || status == STATUS_TIE)
		mpz_add_ui(ret_optimum, (*ret_funding)->optimum,
			   (unsigned long)support);
	return status;
}

/* Has PROPOSALS in one after the other, wherever a best choice has them. */
static enum status follow(struct knapsack_pot *pot, mpz_srcptr optimum,
			  const int *proposals, int count)
{
	enum status status = STATUS_OK;
	mpz_t with;

	mpz_init(with);
	for (int i = 0; i < count; i++) {
		int *must = &pot->must[proposals[i] - pot->first];
		struct funding *funding = NULL;

		*must = 1;
		status = choose(pot, with, &funding);
		funding_free(funding);
		if (status != STATUS_OK && status != STATUS_TIE)
			break;
		if (mpz_cmp(with, optimum) != 0)
			*must = -1;
	}
	mpz_clear(with);
	return status == STATUS_TIE ? STATUS_OK : status;
}

/* Keeps who is in the one choice, and, while there are several, who ties. */
static void choice_keep(struct knapsack_pot *pot, const struct funding *funding,
			bool several)
{
	const struct funding_round *last;

	for (int i = 0; i < pot->count; i++)
		pot->funded[i] = pot->must[i] > 0;
	for (int i = 0; !several && i < funding->round_count; i++)
		pot->funded[funding->rounds[i].project] = true;
	pot->tied_count = 0;
	if (!several)
		return;
	last = &funding->rounds[funding->round_count - 1];
	for (int i = 0; i < last->tied_count; i++)
		pot->tied[pot->tied_count++] = pot->first + last->tied[i];
}

/* Finds the choice that gets the money, `funded`, or an open tie. */
static enum status search(struct knapsack_pot *pot)
{
	struct funding *funding = NULL;
	const struct decision *drawn;
	enum status status;
	mpz_t optimum;

	mpz_init(optimum);
	status = choose(pot, optimum, &funding);
	if (status == STATUS_TIE) {
		choice_keep(pot, funding, true);
		drawn = pot_run_drawn(pot->run, pot->tied, pot->tied_count);
		if (drawn)
			pot_run_sort(drawn, pot->tied, pot->tied_count);
		pot_run_level(pot->run, pot->tied, pot->tied_count, drawn,
			      !drawn);
		status = drawn
			     ? follow(pot, optimum, pot->tied, pot->tied_count)
			     : STATUS_OK;
		funding_free(funding);
		funding = NULL;
		if (status == STATUS_OK && drawn)
			status = choose(pot, optimum, &funding);
	}
	if (status == STATUS_OK && funding)
		choice_keep(pot, funding, false);
	funding_free(funding);
	mpz_clear(optimum);
	return status;
}

static enum outcome outcome_of(const void *context, int proposal)
{
	(void)context;
	(void)proposal;
	return OUTCOME_OUTWEIGHED;
}

/* Tells of those that cost more than all the money, then of those that get
 * some, most support first, then of the others. */
static void choice_tell(struct knapsack_pot *pot)
{
	struct pot_run *run = pot->run;
	const int64_t money_minor = run->left_minor;
	int proposals[MEETING_PROPOSALS];
	int count = pot_run_order(run, proposals);

	for (int i = 0; i < count && !run->undecided; i++)
		if (run->meeting->proposals[proposals[i]].cost_minor >
			money_minor &&
		    !pot_run_below(run, proposals[i]))
			pot_run_award(run, proposals[i], OUTCOME_TOO_DEAR, 0,
				      -1);
	for (int i = 0; i < count && !run->undecided; i++)
		if (pot->funded[proposals[i] - pot->first])
			pot_run_award(
			    run, proposals[i], OUTCOME_FUNDED,
			    run->meeting->proposals[proposals[i]].cost_minor,
			    -1);
	election_pot_rest(run, outcome_of, NULL);
}

void knapsack_run(struct pot_run *run)
{
	struct knapsack_pot *pot = calloc(1, sizeof(*pot));
	int end;

	run->status = pot ? STATUS_OK : STATUS_MEMORY;
	if (!pot)
		return;
	pot->run = run;
	meeting_pot_range(run->meeting, run->pot, &pot->first, &end);
	pot->count = end - pot->first;
	if (!run->undecided)
		run->status = search(pot);
	if (run->status == STATUS_OK)
		choice_tell(pot);
	free(pot);
}
