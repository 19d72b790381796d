/* tally.h - the sums a count starts from: votes per proposal. */
#ifndef STEMMEBOKS_TALLY_H
#define STEMMEBOKS_TALLY_H

#include "core/ballot.h"

struct tally {
	int ballots;
	int blank[MEETING_POTS];      /* ballots with nothing in that pot */
	int named[MEETING_PROPOSALS]; /* ballots with anything for it */
	int64_t support[MEETING_PROPOSALS]; /* sum of ballot_support(): votes,
					       points, scores */
};

/* Empties TALLY. */
void tally_clear(struct tally *tally);

/* Adds one BALLOT that passed ballot_check(). */
void tally_add(struct tally *tally, const struct meeting *meeting,
	       const struct ballot *ballot);

/* Gives PROPOSAL (an index) SUPPORT of which only the sum is known. How many
 * ballots name it stays as it is, as far as the sum allows: a ballot that names
 * it gives from 1 to ballot_value_most(). So where ballots are ticked it is the
 * sum. */
void tally_set(struct tally *tally, const struct meeting *meeting, int proposal,
	       int64_t support);

/* The most votes that so many BALLOTS can give PROPOSAL (an index). */
int64_t tally_most(const struct meeting *meeting, int proposal, int ballots);

#endif
