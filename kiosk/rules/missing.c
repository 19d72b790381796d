#include "rules/missing.h"

#include <stdlib.h>
#include <string.h>

#include "core/rule_kind.h"
#include "rules/count.h"

enum { CANDIDATES = 2 * MEETING_PROPOSALS + 2 };

/* A count with other votes for one proposal. */
struct recount {
	const struct meeting *meeting;
	const struct count_ballots *ballots;
	const struct decision *decisions;
	int decision_count;
	int proposal;
	int named; /* ballots that do name it */
	struct tally tally;
	struct result result;
};

static enum status recount_with(struct recount *recount, int64_t votes)
{
	enum status status;

	recount->tally.named[recount->proposal] = recount->named;
	tally_set(&recount->tally, recount->meeting, recount->proposal, votes);
	status = count_meeting(recount->meeting, &recount->tally,
			       recount->ballots, recount->decisions,
			       recount->decision_count, &recount->result);
	return status == STATUS_TIE ? STATUS_OK : status;
}

static bool recount_funded(const struct recount *recount)
{
	for (int i = 0; i < recount->meeting->proposal_count; i++)
		if (recount->result.awards[i].proposal == recount->proposal)
			return recount->result.awards[i].outcome ==
			       OUTCOME_FUNDED;
	return false;
}

/* The votes that surely reach every threshold of the pot: any at all, where
 * enough ballots name it already. */
static int64_t votes_enough(const struct recount *recount)
{
	const struct meeting *meeting = recount->meeting;
	const struct pot *pot =
	    &meeting->pots[meeting->proposals[recount->proposal].pot];
	int64_t share =
	    ((int64_t)pot->threshold_percent * recount->tally.ballots + 99) /
	    100;
	int64_t votes = pot->threshold_votes > 1 ? pot->threshold_votes : 1;

	/* VOTES are ballots up to here. */
	if (share > votes)
		votes = share;
	if (recount->named >= votes)
		return 1;
	return (votes - 1) * tally_most(meeting, recount->proposal, 1) + 1;
}

/* Whether award AT of the count without the proposal takes all hope from it,
 * having its turn before it. */
static bool blocks(const struct recount *without, int at, int pot)
{
	const struct meeting *meeting = without->meeting;
	const struct award *award = &without->result.awards[at];

	if (award_funded(award) &&
	    meeting_incompatible(meeting, award->proposal, without->proposal))
		return true;
	if (at < without->result.pots[pot].first_award)
		return false;
	return award->outcome == OUTCOME_UNDECIDED ||
	       (award->outcome == OUTCOME_TOO_DEAR &&
		meeting->pots[pot].misfit == MISFIT_STOP);
}

/* Counted without the proposal: whether there would be money for it if it had
 * VOTES. Those with more have their turn before it and get what they get
 * without it; those with as many can only make it less. */
static bool may_get(const struct recount *without, int64_t votes)
{
	const struct proposal *asks =
	    &without->meeting->proposals[without->proposal];
	const struct pot_result *pot = &without->result.pots[asks->pot];
	int64_t left_minor = pot->money_minor;

	for (int i = 0; i < pot->end_award; i++) {
		const struct award *award = &without->result.awards[i];

		if (i >= pot->first_award) {
			if (award->votes <= votes)
				break;
			left_minor -= award->amount_minor;
		}
		if (blocks(without, i, asks->pot))
			return false;
	}
	return votes >= votes_enough(without) && left_minor >= asks->cost_minor;
}

static int by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* The least votes of every way its turn can come: level with others, just past
 * them, and just past the threshold. Between two of these nothing changes. */
static int candidates(const struct recount *recount, int64_t own,
		      int64_t ret_votes[CANDIDATES])
{
	const int64_t *support = recount->tally.support;
	int first, end, count = 0;

	meeting_pot_range(recount->meeting,
			  recount->meeting->proposals[recount->proposal].pot,
			  &first, &end);
	ret_votes[count++] = own + 1;
	ret_votes[count++] = votes_enough(recount);
	for (int i = first; i < end; i++)
		if (i != recount->proposal && support[i] >= own) {
			ret_votes[count++] = support[i];
			ret_votes[count++] = support[i] + 1;
		}
	qsort(ret_votes, (size_t)count, sizeof(*ret_votes), by_size);
	return count;
}

/* Upwards, since more votes are not always better: level with others, a tie may
 * stop the count. Only where there is hope is it counted again. */
static enum status find_votes(struct recount *recount, int64_t own,
			      int *ret_votes)
{
	int64_t votes[CANDIDATES];
	bool hope[CANDIDATES];
	int count = candidates(recount, own, votes);
	enum status status = recount_with(recount, 0);

	if (status != STATUS_OK)
		return status;
	for (int i = 0; i < count; i++)
		hope[i] = votes[i] > own && may_get(recount, votes[i]);
	*ret_votes = -1;
	for (int i = 0; i < count && *ret_votes < 0; i++) {
		if (!hope[i])
			continue;
		status = recount_with(recount, votes[i]);
		if (status != STATUS_OK)
			return status;
		if (recount_funded(recount))
			*ret_votes = (int)(votes[i] - own);
	}
	return STATUS_OK;
}

static int64_t money_missing(const struct meeting *meeting,
			     const struct award *award)
{
	int64_t cost_minor = meeting->proposals[award->proposal].cost_minor;

	if (award_money(award) > 0)
		return cost_minor - award_money(award);
	if (award->outcome == OUTCOME_TOO_DEAR)
		return cost_minor - award->left_before_minor;
	return award->outcome == OUTCOME_AGREED ? cost_minor : 0;
}

static const struct pot *pot_of(const struct meeting *meeting,
				const struct award *award)
{
	return &meeting->pots[meeting->proposals[award->proposal].pot];
}

enum status missing_find(const struct meeting *meeting,
			 const struct tally *tally,
			 const struct count_ballots *ballots,
			 const struct decision *decisions, int decision_count,
			 const struct result *result, int award,
			 struct missing *ret_missing)
{
	const struct award *asks = &result->awards[award];
	struct missing missing = {.money_minor = money_missing(meeting, asks)};
	struct recount *recount;
	enum status status;

	if (asks->outcome == OUTCOME_FUNDED ||
	    pot_rule(pot_of(meeting, asks)) != RULE_GREEDY) {
		*ret_missing = missing;
		return STATUS_OK;
	}
	recount = calloc(1, sizeof(*recount));
	if (!recount)
		return STATUS_MEMORY;
	recount->meeting = meeting;
	recount->ballots = ballots;
	recount->decisions = decisions;
	recount->decision_count = decision_count;
	recount->proposal = asks->proposal;
	recount->named = tally->named[asks->proposal];
	recount->tally = *tally;
	status =
	    find_votes(recount, tally->support[asks->proposal], &missing.votes);
	free(recount);
	if (status == STATUS_OK)
		*ret_missing = missing;
	return status;
}
