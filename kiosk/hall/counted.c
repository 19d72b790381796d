#include "hall/counted.h"

/* What BALLOT added is taken away: by tally_add() too, so that the two can
 * never count differently. */
static void take_back(struct tally *counted, const struct meeting *meeting,
		      const struct ballot *ballot)
{
	struct tally one;

	tally_clear(&one);
	tally_add(&one, meeting, ballot);
	counted->ballots -= one.ballots;
	for (int pot = 0; pot < meeting->pot_count; pot++)
		counted->blank[pot] -= one.blank[pot];
	for (int i = 0; i < meeting->proposal_count; i++) {
		counted->support[i] -= one.support[i];
		counted->named[i] -= one.named[i];
	}
}

void counted_go(struct tally *counted, const struct meeting *meeting,
		const struct ballot *ballots, int position)
{
	if (position < counted->ballots - position)
		tally_clear(counted);
	while (counted->ballots > position)
		take_back(counted, meeting, &ballots[counted->ballots - 1]);
	while (counted->ballots < position)
		tally_add(counted, meeting, &ballots[counted->ballots]);
}

bool counted_agrees(const struct meeting *meeting, const struct tally *counted,
		    const struct tally *tally)
{
	if (counted->ballots != tally->ballots)
		return false;
	for (int pot = 0; pot < meeting->pot_count; pot++)
		if (counted->blank[pot] != tally->blank[pot])
			return false;
	for (int i = 0; i < meeting->proposal_count; i++)
		if (counted->support[i] != tally->support[i])
			return false;
	return true;
}
