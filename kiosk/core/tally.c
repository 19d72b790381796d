#include "core/tally.h"

#include <string.h>

void tally_clear(struct tally *tally)
{
	memset(tally, 0, sizeof(*tally));
}

void tally_add(struct tally *tally, const struct meeting *meeting,
	       const struct ballot *ballot)
{
	tally->ballots++;
	for (int pot = 0; pot < meeting->pot_count; pot++)
		tally->blank[pot] += ballot_chosen(meeting, ballot, pot) == 0;
	for (int i = 0; i < meeting->proposal_count; i++) {
		tally->named[i] += ballot->value[i] != 0;
		tally->support[i] += ballot_support(meeting, ballot, i);
	}
}

void tally_set(struct tally *tally, const struct meeting *meeting, int proposal,
	       int64_t support)
{
	int64_t most = tally_most(meeting, proposal, 1);
	int64_t least_named = (support + most - 1) / most;
	int64_t named = tally->named[proposal];

	named = named > tally->ballots ? tally->ballots : named;
	named = named > support ? support : named;
	named = named < least_named ? least_named : named;
	tally->support[proposal] = support;
	tally->named[proposal] = (int)named;
}

int64_t tally_most(const struct meeting *meeting, int proposal, int ballots)
{
	int pot = meeting->proposals[proposal].pot;

	return (int64_t)ballots * ballot_value_most(&meeting->pots[pot]);
}
