#include "counting/counting_missing.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "core/result.h"
#include "core/rule_kind.h"
#include "core/tally.h"
#include "counting/pot_election.h"
#include "rules/count.h"
#include "rules/election.h"
#include "rules/missing.h"

enum {
	WORK = 4000000,	    /* values looked at in all recounts of a meeting */
	SHARES_LOOKS = 4,   /* at every value, in a share that is raised */
	PROPOSAL_WORK = 100 /* and for each proposal of the pot */
};

/* Counting again. */
struct search {
	const struct meeting *meeting;
	const struct tally *tally;
	const struct count_ballots *ballots;
	const struct decision *decisions;
	int decision_count;
	int proposal, pot;
	long recounts; /* that are left */
	/* What is counted. */
	struct meeting *changed;
	struct tally sums;
	struct result *result;
};

/* One that names PROPOSAL alone and gives it the most that such a one may. */
static struct ballot ballot_alone(const struct meeting *meeting, int proposal)
{
	const struct pot *pot =
	    &meeting->pots[meeting->proposals[proposal].pot];
	struct ballot ballot = {{0}};

	/* The best rank is the first. */
	ballot.value[proposal] =
	    (short)(pot->ballot_type == BALLOT_RANK ? 1
						    : ballot_value_most(pot));
	return ballot;
}

int counting_missing_gives(const struct meeting *meeting, int proposal)
{
	const struct ballot alone = ballot_alone(meeting, proposal);

	return ballot_support(meeting, &alone, proposal);
}

/* The election of POT with the costs of search->changed and MORE ballots that
 * name the proposal alone. */
static enum status election_change(const struct search *search, int pot,
				   int more, struct election **ret_election)
{
	struct election_builder *builder =
	    pot_election_begin(search->changed, pot);
	const struct ballot alone =
	    ballot_alone(search->meeting, search->proposal);
	enum status status =
	    builder ? election_copy_ballots(search->ballots->of[pot], builder)
		    : STATUS_MEMORY;

	if (status == STATUS_OK && more > 0)
		status = pot_election_add(builder, search->meeting, pot, &alone,
					  more);
	if (status == STATUS_OK) {
		*ret_election = election_build(builder);
		status = *ret_election ? STATUS_OK : STATUS_MEMORY;
	}
	election_builder_free(builder);
	return status;
}

/* Counts with MORE ballots, search->sums and the costs of search->changed:
 * whether the rules give the proposal all it asks for. */
static enum status recount(struct search *search, int more, bool *ret_funded)
{
	struct count_ballots ballots = {.told = NULL};
	enum status status = STATUS_OK;

	search->recounts--;
	for (int pot = 0;
	     pot < search->meeting->pot_count && status == STATUS_OK; pot++)
		if (pot_whole_ballots(&search->meeting->pots[pot]))
			status = election_change(search, pot, more,
						 &ballots.of[pot]);
	if (status == STATUS_OK)
		status = count_meeting(search->changed, &search->sums, &ballots,
				       search->decisions,
				       search->decision_count, search->result);
	count_ballots_free(&ballots);
	if (status != STATUS_OK && status != STATUS_TIE)
		return status;
	*ret_funded = false;
	for (int i = 0; i < search->meeting->proposal_count; i++)
		if (search->result->awards[i].proposal == search->proposal)
			*ret_funded =
			    search->result->awards[i].outcome == OUTCOME_FUNDED;
	return STATUS_OK;
}

static enum status recount_price(struct search *search, int64_t cost_minor,
				 bool *ret_funded)
{
	struct proposal *proposal =
	    &search->changed->proposals[search->proposal];
	const int64_t cost = proposal->cost_minor;
	enum status status;

	search->sums = *search->tally;
	proposal->cost_minor = cost_minor;
	status = recount(search, 0, ret_funded);
	proposal->cost_minor = cost;
	return status;
}

/* With so many votes more: ballots, where the rule looks at them, else sums. */
static enum status recount_votes(struct search *search, int more,
				 bool *ret_funded)
{
	const struct meeting *meeting = search->meeting;
	struct tally *sums = &search->sums;
	const int64_t gives = counting_missing_gives(meeting, search->proposal);

	*sums = *search->tally;
	if (!pot_whole_ballots(&meeting->pots[search->pot])) {
		tally_set(sums, meeting, search->proposal,
			  sums->support[search->proposal] + more);
		return recount(search, 0, ret_funded);
	}
	sums->ballots += more;
	sums->named[search->proposal] += more;
	sums->support[search->proposal] += gives * more;
	for (int pot = 0; pot < meeting->pot_count; pot++)
		sums->blank[pot] += pot == search->pot ? 0 : more;
	return recount(search, more, ret_funded);
}

/* As many as all that counts can still hold. */
static int votes_most(const struct search *search)
{
	const int64_t most = tally_most(search->meeting, search->proposal, 1);
	const int64_t own = search->tally->support[search->proposal];
	const int ballots = search->tally->ballots;

	return (int)((INT_MAX - own - ballots) / most) - 1;
}

/* LOW are not enough and HIGH are: brings them beside each other. */
static enum status votes_halve(struct search *search, int low, int *high)
{
	enum status status = STATUS_OK;

	while (status == STATUS_OK && low + 1 < *high) {
		const int tried = low + (*high - low) / 2;
		bool enough = false;

		if (search->recounts <= 0) {
			*high = 0;
			return STATUS_OK;
		}
		status = recount_votes(search, tried, &enough);
		if (enough)
			*high = tried;
		else
			low = tried;
	}
	return status;
}

/* Doubles until they are enough; *RET_VOTES as in struct missing. */
static enum status votes_find(struct search *search, int *ret_votes)
{
	const int most = votes_most(search);
	int low = 0, high = 1;
	bool enough = false;
	enum status status = recount_votes(search, high, &enough);

	while (status == STATUS_OK && !enough && high < most &&
	       search->recounts > 0) {
		low = high;
		high = high > most / 2 ? most : 2 * high;
		/* One by one as long as that is no work. */
		if (low < MISSING_LEAST)
			high = low + 1;
		status = recount_votes(search, high, &enough);
	}
	if (status != STATUS_OK)
		return status;
	if (enough)
		status = votes_halve(search, low, &high);
	*ret_votes = enough ? high : search->recounts > 0 ? -1 : 0;
	return status;
}

/* LOW units of the cost are enough money to ask for and HIGH are too much:
 * brings them beside each other. */
static enum status price_halve(struct search *search, int64_t unit,
			       int64_t high, int64_t *low)
{
	enum status status = STATUS_OK;

	while (status == STATUS_OK && *low + 1 < high) {
		const int64_t middle = *low + (high - *low) / 2;
		bool funded = false;

		if (search->recounts <= 0) {
			*low = -1;
			return STATUS_OK;
		}
		status = recount_price(search, middle * unit, &funded);
		if (funded)
			*low = middle;
		else
			high = middle;
	}
	return status;
}

/* One unit after another for a while, then by halves from nothing up. */
static enum status price_find(struct search *search, int64_t *ret_less_minor)
{
	const int64_t cost =
	    search->meeting->proposals[search->proposal].cost_minor;
	const int64_t unit =
	    cost % ELECTION_UNIT_MINOR == 0 ? ELECTION_UNIT_MINOR : 1;
	int64_t high = cost / unit, low = high;
	bool funded = false;
	enum status status = STATUS_OK;

	*ret_less_minor = 0;
	while (status == STATUS_OK && !funded && low > 0 &&
	       low > cost / unit - MISSING_LEAST) {
		high = low--;
		status = recount_price(search, low * unit, &funded);
	}
	if (status == STATUS_OK && !funded && low > 0) {
		high = low;
		low = 0;
		status = recount_price(search, 0, &funded);
	}
	if (status != STATUS_OK || !funded)
		return status;
	status = price_halve(search, unit, high, &low);
	*ret_less_minor = low < 0 ? 0 : cost - low * unit;
	return status;
}

/* How many recounts there is time for: the same on every machine. */
static long recounts_of(const struct search *search,
			const struct result *result)
{
	const struct meeting *meeting = search->meeting;
	long work = 0, without = 0;

	for (int pot = 0; pot < meeting->pot_count; pot++) {
		const struct election *election = search->ballots->of[pot];
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		work += (end - first) * (long)PROPOSAL_WORK;
		for (int i = 0; election && i < election->group_count; i++)
			work += (long)(election->groups[i].end -
				       election->groups[i].first) *
				SHARES_LOOKS;
	}
	for (int i = 0; i < meeting->proposal_count; i++)
		without += result->awards[i].outcome != OUTCOME_FUNDED;
	return WORK / (work + 1) / (without + 1);
}

/* Whether ballots that rules look at are not published. */
static bool is_secret(const struct meeting *meeting, const struct tally *tally)
{
	bool whole = false;

	for (int pot = 0; pot < meeting->pot_count; pot++)
		whole |= pot_whole_ballots(&meeting->pots[pot]);
	return whole && tally->ballots < meeting->publish_min;
}

static enum status search_both(struct search *search, const struct award *asks,
			       struct missing *missing)
{
	int64_t less_minor = 0;
	enum status status = price_find(search, &less_minor);

	if (status == STATUS_OK && award_money(asks) == 0)
		missing->money_minor = less_minor;
	if (status == STATUS_OK && search->recounts > 0)
		status = votes_find(search, &missing->votes);
	return status;
}

/* What ASKS lacks, by counting RESULT's meeting again, into MISSING. */
static enum status search_run(struct search *search, const struct award *asks,
			      const struct result *result,
			      struct missing *missing)
{
	enum status status = STATUS_MEMORY;

	if (award_money(asks) == 0)
		missing->money_minor = 0;
	search->recounts = recounts_of(search, result);
	search->changed = malloc(sizeof(*search->changed));
	search->result = malloc(sizeof(*search->result));
	if (search->changed && search->result) {
		*search->changed = *search->meeting;
		status = search_both(search, asks, missing);
	}
	free(search->changed);
	free(search->result);
	return status;
}

enum status counting_missing(const struct meeting *meeting,
			     const struct tally *tally,
			     const struct count_ballots *ballots,
			     const struct decision *decisions,
			     int decision_count, const struct result *result,
			     int award, struct missing *ret_missing)
{
	static const struct count_ballots no_ballots;
	const struct award *asks = &result->awards[award];
	const int pot = meeting->proposals[asks->proposal].pot;
	struct search search = {.meeting = meeting,
				.tally = tally,
				.ballots = ballots ? ballots : &no_ballots,
				.decisions = decisions,
				.decision_count = decision_count,
				.proposal = asks->proposal,
				.pot = pot};
	struct missing missing = {0, 0};
	enum status status =
	    missing_find(meeting, tally, ballots, decisions, decision_count,
			 result, award, &missing);

	if (status == STATUS_OK && !is_secret(meeting, tally) &&
	    asks->outcome != OUTCOME_FUNDED &&
	    pot_rule(&meeting->pots[pot]) != RULE_GREEDY)
		status = search_run(&search, asks, result, &missing);
	if (status == STATUS_OK)
		*ret_missing = missing;
	return status;
}
