/* votes.h - the votes that the money goes by: the box's, or those of the urn
 * counted by hand where the organisers let them stand. */
#ifndef STEMMEBOKS_VOTES_H
#define STEMMEBOKS_VOTES_H

#include "hall/hall.h"

struct vote_row {
	int proposal; /* index */
	int64_t votes;
	int place; /* 1 = most votes in its pot; equal votes, equal place */
};

/* Whether the count by hand stands in VIEW. */
bool votes_by_hand(const struct hall_view *view);

/* POT's proposals, most votes first, equal ones in ballot order. VIEW must have
 * a tally. Returns how many. */
int votes_rows(const struct hall_view *view, int pot,
	       struct vote_row ret_rows[MEETING_PROPOSALS]);

#endif
