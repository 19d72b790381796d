/* shares_replay.h - the rounds of equal shares gone through again with
 * everybody's money, exactly: who pays what, and who holds what at the end.
 */
#ifndef STEMMEBOKS_SHARES_REPLAY_H
#define STEMMEBOKS_SHARES_REPLAY_H

#include "rules/funding.h"

struct shares_paid {
	int supporters;	     /* who gain from it, with or without money */
	int emptied;	     /* of those, who hold less than is asked */
	mpq_t each_minor;    /* what is asked: of a ballot, or for a point */
	mpq_t emptied_minor; /* what the emptied pay together */
};

struct shares_replay {
	int round_count;	  /* the rounds without the completion's */
	struct shares_paid *paid; /* one for each of them */
	int project_count;
	mpq_t *held_minor; /* by project: what its supporters hold at the end */
	bool points;	   /* ballots differ in what they give a project */
};

/* Goes through FUNDING, which rule_equal_shares() made of ELECTION by OPTIONS
 * without stopping. *RET_REPLAY is NULL when that would take too long: more
 * than some hundred thousand payments. STATUS_MEMORY. */
enum status shares_replay_new(const struct election *election,
			      const struct rule_options *options,
			      const struct funding *funding,
			      struct shares_replay **ret_replay);

/* Takes NULL. */
void shares_replay_free(struct shares_replay *replay);

#endif
