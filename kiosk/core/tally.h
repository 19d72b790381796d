/* tally.h - the sums a count starts from: votes per proposal. */
#ifndef STEMMEBOKS_TALLY_H
#define STEMMEBOKS_TALLY_H

#include "core/ballot.h"

struct tally {
	int ballots;
	int blank[MEETING_POTS]; /* ballots with nothing in that pot */
	int64_t support[MEETING_PROPOSALS]; /* sum of the values */
};

/* Empties TALLY. */
void tally_clear(struct tally *tally);

/* Adds one BALLOT that passed ballot_check(). */
void tally_add(struct tally *tally, const struct meeting *meeting,
	       const struct ballot *ballot);

/* The most votes that so many BALLOTS can give PROPOSAL (an index). */
int64_t tally_most(const struct meeting *meeting, int proposal, int ballots);

#endif
