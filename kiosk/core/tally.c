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
	for (int i = 0; i < meeting->proposal_count; i++)
		tally->support[i] += ballot->value[i];
}

int64_t tally_most(const struct meeting *meeting, int proposal, int ballots)
{
	int pot = meeting->proposals[proposal].pot;

	return (int64_t)ballots *
	       ballot_type_largest(meeting->pots[pot].ballot_type);
}
