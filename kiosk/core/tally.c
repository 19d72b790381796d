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
