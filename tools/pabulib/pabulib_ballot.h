/* pabulib_ballot.h - one ballot of a file: from its cells to values. */
#ifndef STEMMEBOKS_PABULIB_BALLOT_H
#define STEMMEBOKS_PABULIB_BALLOT_H

#include "tools/pabulib/pabulib_read.h"

/* Where a project stands in the ballot that named it last. */
struct place {
	int ballot; /* its number, 1 first; 0 for none */
	int value;  /* index in values */
};

/* The limits of META that a ballot may leave, in values; unset ones are far
 * away. */
struct limits {
	int64_t length[2], points[2], sum[2]; /* least, most */
};

struct ballots {
	struct reading *reading;
	struct limits limits;
	int default_value;    /* of projects that a ballot does not name */
	struct place *places; /* one a project */
	struct election_value *values; /* one a project */
	int count;		       /* values of the ballot being read */
	const char
	    *far;     /* what is before it, behind its projects, can be read */
	bool ordered; /* its projects come in the election's order */
};

/* Everything but the values is set from READING's META. STATUS_INPUT,
 * STATUS_CHANGED (default_score has more decimals than values have),
 * STATUS_MEMORY. Free with ballots_free() in any case. */
enum status ballots_begin(struct ballots *ballots, struct reading *reading);
void ballots_free(struct ballots *ballots);

/* Reads the ballot of VOTE and, where there are, POINTS. */
enum status ballot_read(struct ballots *ballots, struct span vote,
			struct span points);

#endif
