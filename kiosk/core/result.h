/* result.h - what a count found: votes, money, and every step on the way.
 *
 * Plain values, filled by rules/ and shown by hall/ and tools/. A step holds
 * numbers only; words/steps.h says it as a sentence in any language.
 */
#ifndef STEMMEBOKS_RESULT_H
#define STEMMEBOKS_RESULT_H

#include <stdbool.h>

#include "core/meeting.h"

enum outcome {
	OUTCOME_FUNDED,	    /* the whole cost */
	OUTCOME_PART,	    /* what was left, as it accepts part */
	OUTCOME_TOO_DEAR,   /* more than the money left: skipped */
	OUTCOME_AFTER_STOP, /* the count had stopped (MISFIT_STOP) */
	OUTCOME_BELOW,	    /* under the threshold */
	OUTCOME_EXCLUDED,   /* incompatible with one that is funded */
	OUTCOME_AGREED,	    /* what the room agreed on: 0 to the whole cost */
	OUTCOME_UNDECIDED,  /* behind a tie that is not settled yet */
	OUTCOME_SHARES,	    /* its supporters hold too little: equal shares */
	OUTCOME_OUTWEIGHED, /* others have more support together: knapsack */
};

struct award {
	int proposal; /* index into meeting.proposals */
	int votes;    /* its support: votes, or points (ballot_support()) */
	int named;    /* ballots that name it */
	int place; /* 1 = most support in its pot; equal support, equal place */
	enum outcome outcome;
	int64_t amount_minor; /* by the rule, or by a DECISION_SPLIT; else 0 */
	int64_t agreed_minor; /* on top, out of what was left: DECISION_LEFT */
	int64_t left_before_minor; /* in the pot when its turn came */
	int because; /* EXCLUDED: index of the funded one; else -1 */
	/* Equal shares and phragmen; else 0, as for what costs nothing. */
	int backers; /* ballots that pay, */
	int emptied; /* and of those, who pay all they still have */
	/* Equal shares: what each of the others pays for a vote or a point, to
	 * the nearest minor unit, and whether that is all of it. */
	int64_t pays_minor;
	bool pays_exactly;
	bool completed; /* by the completion, most support first */
};

/* What the room decides about money once voting is closed: decision.def. */
enum decision_kind {
#define DECISION(NAME, spelled, ordered) DECISION_##NAME,
#include "core/decision.def"
#undef DECISION
	DECISION_KINDS
};

/* Proposals that stand equal where it was looked at who comes first: of equal
 * support, or equal by the pot's rule. */
struct tie {
	int pot;
	int votes; /* the support of the first */
	int count;
	/* Indexes, in ballot order until settled, then in the settled order. */
	int proposal[MEETING_PROPOSALS];
	bool changes_money;
	bool settled; /* by a decision; always false if !changes_money */
	enum decision_kind kind; /* of that decision, if settled */
};

enum step_kind {
	STEP_POT,      /* a pot is counted; amount: its money */
	STEP_MOVED,    /* left-over taken in from pot `other`; amount */
	STEP_AWARD,    /* award `award` of the pot: all outcomes */
	STEP_TIE,      /* tie `tie` was met */
	STEP_AGREED,   /* award `award` gets amount of what is left: agreed */
	STEP_LEFT,     /* the pot is done; amount: what is left */
	STEP_MOVES_TO, /* the left-over goes on to pot `other`; amount */
	STEP_SHARE,    /* equal shares: what every ballot has to spend */
	STEP_COMPLETE, /* from here on most support first; amount: left */
};

struct step {
	enum step_kind kind;
	int pot;
	int award; /* index into result.awards, or -1 */
	int tie;   /* index into result.ties, or -1 */
	int other; /* a pot, or -1 */
	int64_t amount_minor;
};

enum {
	RESULT_STEPS = 3 * MEETING_PROPOSALS + 6 * MEETING_POTS,
};

struct pot_result {
	int64_t money_minor; /* its amount plus what was moved in */
	int64_t given_minor;
	int64_t left_minor;	    /* after what moved on: 0 when moved */
	int ballots;		    /* that its rule went by */
	int64_t share_minor;	    /* equal shares: what every ballot has, to
				       the nearest minor unit; else 0 */
	bool share_exactly;	    /* and whether that is all of it */
	int blank;		    /* ballots that chose nothing in this pot */
	int first_award, end_award; /* its awards, in the order of the money */
	bool left_unused; /* a DECISION_LEFT about it does not fit any more */
};

struct result {
	int ballots;
	struct pot_result pots[MEETING_POTS];
	struct award awards[MEETING_PROPOSALS];
	int tie_count;
	struct tie ties[MEETING_PROPOSALS];
	int step_count;
	struct step steps[RESULT_STEPS];
	bool stopped; /* at an unsettled tie that changes the money */
};

/* A tie settled in the room: these proposals in this order. */
struct decision {
	enum decision_kind kind;
	int pot;
	int count;
	int proposal[MEETING_PROPOSALS]; /* indexes, first is first in line */
	/* SPLIT and LEFT: what each of them gets, 0 to its cost; else 0. */
	int64_t amount_minor[MEETING_PROPOSALS];
	const char *reason; /* "" for lots; owned by the holder */
};

/* "lots", "split": as files and --json say it. Static. */
const char *decision_name(enum decision_kind kind);

/* The kind of that name, or -1. */
int decision_kind_find(const char *name);

/* Whether KIND settles a tie by the order of its proposals, not by amounts. */
bool decision_ordered(enum decision_kind kind);

/* All that AWARD gives, in minor units. */
int64_t award_money(const struct award *award);

/* Whether its proposal gets money: in full, in part or as agreed; a proposal
 * that costs nothing too, when it is funded. */
bool award_funded(const struct award *award);

#endif
