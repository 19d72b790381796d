/* ballots.h - random pots and ballots of every type, for tests. */
#ifndef STEMMEBOKS_TESTS_BALLOTS_H
#define STEMMEBOKS_TESTS_BALLOTS_H

#include "core/ballot.h"
#include "core/random.h"

/* Gives POT of MEETING, whose proposals stand in order, the TYPE with random
 * limits that a ballot can keep; its money and its thresholds stay. */
void ballots_type_draw(const struct random *random, struct meeting *meeting,
		       int pot, enum ballot_type type);

/* A ballot that passes ballot_check(): now and then it is blank in a pot. */
struct ballot ballots_draw(const struct random *random,
			   const struct meeting *meeting);

/* What BALLOT gives to proposal INDEX, worked out from the definition of each
 * type and apart from ballot_support(). */
int ballots_gives(const struct meeting *meeting, const struct ballot *ballot,
		  int index);

#endif
