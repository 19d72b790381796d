/* counting_evening.h - small random meetings under every rule, with their
 * ballots, for the tests of counting. */
#ifndef STEMMEBOKS_TESTS_COUNTING_EVENING_H
#define STEMMEBOKS_TESTS_COUNTING_EVENING_H

#include "core/ballot.h"
#include "core/random.h"
#include "core/result.h"
#include "core/tally.h"
#include "rules/count.h"

enum { EVENING_BALLOTS = 24, EVENING_ROOM = 64, EVENING_DECISIONS = 64 };

/* A meeting with its ballots, and how the room settles its ties. */
struct evening {
	struct meeting *meeting;
	struct ballot ballots[EVENING_ROOM];
	int ballot_count;
	struct tally tally;
	struct count_ballots elections;
	struct decision decisions[EVENING_DECISIONS];
	int decision_count;
	struct result result;
};

/* A number below LIMIT. */
int evening_number(const struct random *random, int limit);

/* Few costs, so that ties are common; some cost nothing. Free with
 * evening_free(). */
struct evening *evening_draw(const struct random *random);
void evening_free(struct evening *evening);

/* Sums and elections of the ballots, from FIRST on round to the one before. */
void evening_elect(struct evening *evening, int first);

/* count_meeting() of all that. */
enum status evening_count(struct evening *evening);

#endif
