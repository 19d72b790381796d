/* phragmen_private.h - what phragmen.c and phragmen_line.c share: a count on
 * its way. */
#ifndef STEMMEBOKS_PHRAGMEN_PRIVATE_H
#define STEMMEBOKS_PHRAGMEN_PRIVATE_H

#include "rules/funding.h"

struct phragmen_candidate {
	mpq_t time; /* when it can be bought: as it was after purchase KNOWN,
		       since then perhaps later */
	int known;
	int64_t backers; /* ballots */
	bool in_line;
};

struct phragmen {
	const struct election *election;
	const struct rule_options *options;
	struct funding *funding;
	struct phragmen_candidate *candidates; /* one per project */
	mpq_t *times; /* of each purchase: minor units that a ballot earned */
	int purchases;
	int *paid_at; /* by group: its last purchase */
	/* Of the project looked at last: ballots by the purchase at which they
	 * paid last, and the purchases with any. */
	int64_t *payers;
	int *kinds, kind_count;
	int *tied, tied_count; /* who is next, in the election's order */
	bool *seen;	       /* by group; scratch */
};

/* The next group from *AT on that backs PROJECT, or NULL; moves *AT behind. */
const struct election_backer *
phragmen_backer_next(const struct phragmen *phragmen, int project, size_t *at);

/* What is left of the budget. */
int64_t phragmen_left_minor(const struct phragmen *phragmen);

/* Whether PROJECT costs more than that. */
bool phragmen_too_dear(const struct phragmen *phragmen, int project);

/* Counts PROJECT's backers by their last purchase. */
void phragmen_payers_count(struct phragmen *phragmen, int project);

/* Brings PROJECT's time up to date. */
void phragmen_candidate_look(struct phragmen *phragmen, int project);

/* Finds who is next: `tied`, up to date. */
void phragmen_line_look(struct phragmen *phragmen);

/* Whether it matters which of those who are next is bought first. It does not
 * if there is money for all and nobody would pay for two of them. */
bool phragmen_tie_matters(struct phragmen *phragmen);

/* Ends the count: all in line get nothing. */
void phragmen_line_end(struct phragmen *phragmen);

/* Takes those out of the line that cost more than is left. */
void phragmen_line_drop(struct phragmen *phragmen);

/* Whether one that is next does not fit, which ends the count. */
bool phragmen_line_stops(struct phragmen *phragmen);

#endif
