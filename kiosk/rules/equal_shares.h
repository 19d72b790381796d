/* equal_shares.h - the Method of Equal Shares from inside: one run, at one
 * endowment or at all of a range of them at once.
 *
 * The rule: Peters, Pierczyński and Skowron, "Proportional Participatory
 * Budgeting with Additive Utilities", NeurIPS 2021. Every ballot gets the same
 * endowment b. A project of cost c has a PRICE, the least l for which its
 * backers' payments min(money, l * value) add up to c; it is bought at
 * rho = l / c or l, by the utility, least rho first.
 *
 * How a run is exact and fast. Money and prices are kept as pairs of doubles
 * that enclose them, every rounding counted in. A choice is made where the
 * enclosures allow no other; where they overlap it is made by exact numbers: by
 * integers for projects whose backers all pay the full price (cost / values);
 * equal for projects with the same cost and backers; else by GMP
 * (shares_exact).
 *
 * How a run holds for a range b1 … b2, so that Add1 need not visit every
 * endowment. Fix an order of buying and let b grow: then no money falls and no
 * price rises. By induction: with more money the same price brings in no less,
 * so the price is no higher; what is left, max(0, money - l * value), grows
 * with money and with a falling l. So the money at b1 and at b2 encloses the
 * money at every b between, and so do the prices. A run on these enclosures in
 * which every choice is certain therefore buys the same, in the same order, at
 * every b of the range. Where two projects change places inside the range, or
 * one becomes affordable, a choice is unsure and the range has to be made
 * smaller. Who is emptied may change at every b, and does: nothing hangs on it.
 *
 * What is bought at first, while every backer pays in full and nobody else
 * could be cheaper at any endowment, is the same for all higher endowments: it
 * is kept from run to run (the head).
 *
 * Ties that nobody settles (the pick says -1). Projects that tie at rho and are
 * then bought one after the other, each at that same rho, would have been in
 * any order: the second costs still rho exactly if each backer of both that
 * holds money holds at least rho times the utilities of both, and so on; that
 * does not speak of their order. Such ties are passed. Any other is an open
 * tie: shares_try() looks at what each choice leads to.
 */
#ifndef STEMMEBOKS_EQUAL_SHARES_H
#define STEMMEBOKS_EQUAL_SHARES_H

#include "rules/funding.h"

enum {
	SHARES_TIES = 32,    /* open ties that are followed in one run, */
	SHARES_LEAVES = 500, /* and ways through them */
	SHARES_WAYS = 6,     /* ways at once in a run by enclosures */
};

/* What a group's ballots each hold, at most and at least, in minor units. The
 * same lanes for prices: what they are at least and at most, so that one lane
 * never needs the other. */
typedef double shares_pair __attribute__((vector_size(16)));

/* Comparing pairs gives one of these: all ones where it holds. */
typedef long long shares_mask __attribute__((vector_size(16)));

enum { LANE_RICH, LANE_POOR };

struct shares_project {
	bool in;	 /* in the race: backed, over the threshold, not free */
	int64_t values;	 /* sum of its backers' values */
	int twin;	 /* the first project with its cost and its backers */
	double cost;	 /* nearest: within 2^-53 of itself */
	double per;	 /* rho = price / per: cost, or 1 */
	double slack;	 /* a sum over its backers is off by less than this part
			    of itself */
	double floor[2]; /* enclose cost / values: no price is lower */
	double guess[2]; /* where to look for the price first */
	/* as shares_price() found it last: */
	double price[2]; /* [LANE_POOR] infinite when it may be unaffordable */
	double rho_least, rho_most;
	bool plain;	/* surely every backer pays in full or holds nothing: */
	int64_t payers; /* then, the values of those who pay: its price is
			   cost / payers, whatever the endowment */
};

/* How far a run has come on one way. */
struct shares_state {
	shares_pair *money;  /* by group */
	double *price_least; /* by project: what is known of prices from before,
				when there was more money */
	double *rho_least; /* by project; infinite when it is out of the race */
	int *heap;	   /* who is in the race, by rho_least */
	int heap_count;
	bool *bought; /* by project */
	int bought_count;
	int64_t
	    total_minor; /* that they cost; just over the budget is enough */
};

/* The exact side of a run at one endowment. */
struct shares_exact {
	mpq_t endowment; /* in minor units */
	mpq_t *prices;	 /* of what was bought, in that order */
	int *place;	 /* of each project in that order, or -1 */
	int64_t *sums;	 /* scratch, by place */
	bool *emptied;	 /* scratch, by backer of the project in hand */
	mpq_t price;	 /* of the next */
	mpq_t rho;	 /* of the next, in the run's own units */
	mpq_t one, two;	 /* scratch */
};

/* How a run takes the open ties it comes to, and what they were. */
struct shares_ties {
	int count;
	int choice[SHARES_TIES];  /* place among who ties; -1: the run ends */
	int options[SHARES_TIES]; /* how many tied; 1: shown not to matter */
	bool overflow;		  /* there were more */
};

enum run_end {
	RUN_DONE,   /* nobody else can be bought */
	RUN_OVER,   /* more than the budget was spent, and the run left */
	RUN_UNSURE, /* the enclosures allow too much: nothing is said */
	RUN_TIED,   /* at an open tie with choice -1: `tied` */
	RUN_MEMORY,
};

struct shares {
	const struct election *election; /* as given: its supports break ties */
	const struct election *counted;	 /* whose values count */
	struct election *own;		 /* counted, when made here */
	const struct rule_options *options;
	struct shares_project *projects;
	double *ballots; /* of each group */
	int *order;	 /* who is in, by the least rho they could have */
	int order_count;
	int *gifts; /* backed projects that cost nothing: bought first */
	int gift_count;
	mpq_t base; /* endowment of step 0, in minor units; a step is a unit */

	int *head; /* bought first at every step from the one it was found at */
	int head_count;
	shares_pair *head_left; /* money minus endowment after it, by group */

	/* a run */
	struct shares_state *pool[2 * SHARES_WAYS + 1]; /* made when needed; */
	int pool_count, pool_used; /* those in use stand first */
	struct shares_state *now;
	int *hints; /* who was bought last after so many others; 0 at first */
	shares_pair rounding; /* of each payment, outwards */
	int *near;	      /* who may be the next */
	int near_count;
	int *tied; /* the next and its equals, in the election's order */
	int tied_count;
	int *equals; /* who of a tie that nobody settled is yet unbought */
	int equals_count, equals_choice;
	mpq_t equals_rho;
	struct shares_ties *ties; /* of an exact run */
	struct funding *record;	  /* gets its rounds, or NULL */
	struct shares_exact exact;
};

/* Prepares runs of ELECTION; both arguments are borrowed. NULL without memory.
 * base is 0. */
struct shares *shares_new(const struct election *election,
			  const struct rule_options *options);

/* Takes NULL. */
void shares_free(struct shares *shares);

/* A state of a run, as good as new; NULL without memory. */
struct shares_state *shares_state_take(struct shares *shares);
/* A copy of STATE; NULL without memory. */
struct shares_state *shares_state_copy(struct shares *shares,
				       const struct shares_state *state);
/* Makes INTO, which is `now` then, what encloses both, for what was bought in
 * both alike; what is known of either must hold for both. */
void shares_state_join(struct shares *shares, struct shares_state *into,
		       const struct shares_state *from);
/* Frees what shares_free() frees of a state; takes NULL. */
void shares_state_free(struct shares_state *state);
/* Gives back a state, or all. */
void shares_state_drop(struct shares *shares, struct shares_state *state);
void shares_state_drop_all(struct shares *shares);

/* How many groups back PROJECT. */
size_t shares_backers(const struct election *election, int project);

/* Finds each project's twin; uses near as scratch. */
void shares_twins_find(struct shares *shares);

/* What the outcome `now` of a run means to who asked for it. */
typedef int shares_verdict(const struct shares *shares);

/* Runs at all endowments base + FIRST … base + LAST units by enclosures, taking
 * open ties in every way; FIRST never falls from run to run (unless base is
 * raised by as much). RUN_DONE: *RET_VERDICT holds at each of them. RUN_UNSURE,
 * RUN_MEMORY: nothing is said. */
enum run_end shares_run(struct shares *shares, int64_t first, int64_t last,
			shares_verdict *verdict, int *ret_verdict);

/* Runs exactly at base + STEP units, taking open ties as TIES says and writing
 * down there what they were (count, options). Never RUN_UNSURE. With RECORD
 * every project bought is added to it as a round. */
enum run_end shares_run_exact(struct shares *shares, int64_t step,
			      struct shares_ties *ties, struct funding *record);

/* Puts the endowment at base + FIRST … base + LAST units into exact.endowment
 * (FIRST's) and `rounding`, and returns what encloses it. */
shares_pair shares_endow(struct shares *shares, int64_t first, int64_t last);

/* Puts all who are in and not bought in the race, nothing known of them. */
void shares_race(struct shares *shares);

/* Adds PROJECT to what is bought now; who pays is another matter. */
void shares_add_bought(struct shares *shares, int project);

/* Encloses PROJECT's price with the money of now. */
enum price_known {
	PRICE_KNOWN,
	PRICE_DEARER, /* its rho is surely above LIMIT; only rho_least is set */
	PRICE_NEVER,  /* its backers surely hold too little */
};
enum price_known shares_price(struct shares *shares, int project, double limit);

/* The exact price of PROJECT into exact.price and exact.rho; false when its
 * backers hold too little. PROJECT's enclosure must be of now. */
bool shares_price_exact(struct shares *shares, int project);

/* Whether a ballot of GROUP, which gives VALUE, holds less (< 0), as much (0)
 * or more than exact.price asks of it: exactly. */
int shares_money_compare(struct shares *shares, int group, int value);

/* Finds who may be bought next, `near`, taking them out of the heap; none when
 * nobody can be. */
void shares_near_find(struct shares *shares);

/* Finds `tied`, who of near have the least rho, if that is certain without
 * exact prices. */
bool shares_tied_surely(struct shares *shares);

/* The next to be bought, exactly: *RET_PROJECT, out of the heap, with
 * exact.price and `tied`. RUN_DONE, *RET_PROJECT -1 when there is none;
 * RUN_TIED. */
enum run_end shares_next_exact(struct shares *shares, int *ret_project);

void shares_heap_push(struct shares *shares, int project);

/* Compares the rho of two projects, A and B, whose prices are their costs by
 * A_VALUES and B_VALUES: exactly. */
int shares_rho_compare(const struct shares *shares, int a, int64_t a_values,
		       int b, int64_t b_values);

/* What the runs at one step led to, whichever way open ties are taken. */
struct shares_outcome {
	bool same_verdict, same_funded;
	int verdict; /* of the first way */
};

/* Tries base + STEP units exactly, every way through its open ties (up to
 * SHARES_LEAVES; beyond, nothing is the same). STATUS_OK or STATUS_MEMORY. */
enum status shares_try(struct shares *shares, int64_t step,
		       shares_verdict *verdict,
		       struct shares_outcome *ret_outcome);

#endif
