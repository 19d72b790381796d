/* hand.h - the urn counted by hand: the paper can overrule the machine.
 *
 * Residents may have ticked their slip too and dropped it in an urn. Two people
 * count it; the organisers decide in the meeting which count the money goes by,
 * and why. Ballots are never changed by it.
 */
#ifndef STEMMEBOKS_HAND_H
#define STEMMEBOKS_HAND_H

#include "core/tally.h"
#include "store/audit.h"

enum { HAND_BALLOTS = 999999 };

struct hand_count {
	int ballots;  /* slips in the urn, 0..HAND_BALLOTS */
	bool stands;  /* the money goes by it; else by the box */
	char *reason; /* why; "" only when both counts are the same. Owned */
	int64_t votes[MEETING_PROPOSALS]; /* support, in ballot order */
};

/* Keeps COUNT with an audit row, whose detail is that of hand_describe():
 * ACT_OVERRULED when the money now goes by other numbers than before, which
 * takes the meeting back to closed, to be counted anew; else ACT_RECOUNTED.
 *
 * STATUS_PHASE before closing; STATUS_INPUT for a negative number, more votes
 * for a proposal than BALLOTS times the largest value a ballot can give it, or
 * a missing reason where one is needed; STATUS_WHOLE_BALLOTS unless
 * hand_may_stand(); STATUS_LIMIT for a reason of
 * AUDIT_REASON bytes or more. In all these cases, and STATUS_STORE_BUSY,
 * STATUS_STORE, nothing was written; STATUS_UNCERTAIN as in audit_act(). */
enum status hand_add(struct store *store, const struct hand_count *count,
		     const char *at);

/* The detail of COUNT's audit row: "hand" or "machine" and, in hex, the SHA-256
 * of ballots in decimal NUL, the votes in ballot order each in decimal NUL, and
 * reason NUL. */
void hand_describe(const struct meeting *meeting,
		   const struct hand_count *count,
		   char ret_detail[AUDIT_DETAIL]);

/* The newest hand count in *ret_count, malloc'd, for hand_free(); NULL when
 * there is none. STATUS_DAMAGED when one is not what its audit row tells of. */
enum status hand_newest(struct store *store, struct hand_count **ret_count);

/* Takes NULL. */
void hand_free(struct hand_count *count);

/* Whether HAND and BOX say the same in every number. */
bool hand_agrees(const struct meeting *meeting, const struct hand_count *hand,
		 const struct tally *box);

/* Whether HAND may be what it says it is, BOX being the box's sums: a count
 * that stands cannot have another number of ballots, or other votes in a pot
 * whose rule looks at whole ballots (core/rule_kind.h), of which it knows none.
 * Pots that go by sums it may overrule. */
bool hand_may_stand(const struct meeting *meeting,
		    const struct hand_count *hand, const struct tally *box);

/* What the money goes by: BOX, or where HAND (may be NULL) stands its numbers.
 * Blank ballots are not counted by hand: they stay those of the box. */
void hand_tally(const struct meeting *meeting, const struct hand_count *hand,
		const struct tally *box, struct tally *ret_tally);

#endif
