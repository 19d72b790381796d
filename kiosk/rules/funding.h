/* funding.h - what a rule did with an election: who gets money, in which order,
 * why, and where it had to choose between equals.
 *
 * Only exact numbers. Rationals are GMP's and in lowest terms.
 */
#ifndef STEMMEBOKS_FUNDING_H
#define STEMMEBOKS_FUNDING_H

#include <gmp.h>
#include <stdbool.h>

#include "rules/election.h"

enum rule_utility {
	UTILITY_COST,  /* u = x times the project's cost */
	UTILITY_COUNT, /* u = x */
};

enum rule_completion {
	COMPLETION_NONE,
	COMPLETION_GREEDY,
	COMPLETION_ADD1,
	COMPLETION_ADD1U, /* ADD1, then GREEDY */
};

/* Where published tools differ (add1; phragmen's end). */
enum rule_convention {
	CONVENTION_EQUALSHARES,
	CONVENTION_PABUTOOLS,
	CONVENTION_CHECKER,
	CONVENTION_SKIP, /* phragmen */
};

enum rule_fit {
	FIT_SKIP, /* what does not fit is left out and the next looked at */
	FIT_STOP, /* it ends the count */
};

enum rule_value {
	VALUE_SUPPORT,
	VALUE_SUPPORT_COST, /* support times cost */
};

/* Chooses between equals.
 *
 * pick: the place in TIED (project indexes in the election's order) of who
 * comes first, or -1: nobody may say, the count stops. */
struct tie_break {
	int (*pick)(void *context, const struct election *election,
		    const int *tied, int count);
	void *context;
};

/* Cheaper first, then more support, then the election's order. */
extern const struct tie_break tie_break_canonical;
/* The election's order alone. */
extern const struct tie_break tie_break_file;
/* Nobody may say. */
extern const struct tie_break tie_break_stop;

struct rule_options {
	enum rule_utility utility;
	enum rule_completion completion;
	enum rule_convention convention;
	enum rule_fit fit;
	enum rule_value value;
	int64_t threshold;  /* support below it is out, in the election's value
			       scale; 0 for none */
	int value_less;	    /* equal shares: taken off every value, in the
			       election's value scale (score sheets: the scale's
			       lowest score); what is left of 0 or less is no
			       support; 0 otherwise */
	int phragmen_least; /* the least value of a ballot that makes it a
			       backer, in the election's value scale; 0: any */
	struct tie_break ties;
};

/* A project that got money. */
struct funding_round {
	int project;
	bool completed;	  /* by the completion, not by the rule itself */
	bool has_rho;	  /* rho holds what the rule went by: */
	mpq_t rho;	  /* equal shares: money per unit of utility, with
			     utilities in whole points and costs in units of
			     currency; phragmen: the second it was bought at;
			     greedy by ratio: support in points per unit of
			     currency */
	int backers;	  /* equal shares, phragmen: ballots that pay, */
	int emptied;	  /* and of those, who pay all they still hold */
	mpq_t left_minor; /* money that is left afterwards */
	int *tied;	  /* who could have come first as well, this project
			     among them, in the election's order; or NULL
			     (when they are told: at the rules below) */
	int tied_count;
};

/* Why a project got nothing. */
enum funding_reason {
	REASON_FUNDED,
	REASON_TOO_DEAR,   /* more than the money left */
	REASON_AFTER_STOP, /* the count had ended */
	REASON_BELOW,	   /* under the threshold */
	REASON_UNBACKED,   /* nobody names it */
	REASON_SHARES,	   /* equal shares: its backers hold too little */
	REASON_LESS,	   /* welfare: another set is worth more */
};

struct funding {
	struct funding_round *rounds; /* in the order of the money */
	int round_count;
	enum funding_reason *reasons; /* one per project */
	int64_t total_minor;
	bool has_endowment;
	mpq_t endowment_minor; /* equal shares: each ballot's, as last used */
	mpz_t optimum;	       /* welfare: the value of the set, in the value
				  scale (and minor units) */
	bool has_optimum;
	bool unique;  /* welfare: no other set is worth as much */
	long runs;    /* equal shares: how often shares were tried */
	bool stopped; /* at a tie that nobody could settle: its members
			 are the last round's `tied`, its project the
			 first of them, and that round gives no money */
	/* Greedy with FIT_STOP: a tie of which the one that came first does
	 * not fit, and so ended the count; another would have got money. */
	int *end_tied; /* in the election's order; owned */
	int end_tied_count;
	int end_first; /* who came first */
};

/* An empty one, or NULL without memory; GMP itself aborts without memory. */
struct funding *funding_new(const struct election *election);

/* Takes NULL. */
void funding_free(struct funding *funding);

/* Takes all rounds out. */
void funding_clear(struct funding *funding);

/* Adds a round for PROJECT and returns it, its numbers 0; NULL without memory.
 * Valid until the next is added. */
struct funding_round *funding_add(struct funding *funding, int project);

/* Has ROUND tell of COUNT PROJECTS as its `tied`, copied and put in the
 * election's order. False without memory. */
bool funding_round_tie(struct funding_round *round, const int *projects,
		       int count);

/* The rules. Each counts ELECTION by OPTIONS and fills *RET_FUNDING, to be
 * freed by the caller. STATUS_OK; STATUS_TIE when it stopped (*ret_funding is
 * made); STATUS_MEMORY; STATUS_LIMIT when the machine cannot finish exactly
 * (welfare). Projects below options->threshold are out under every rule.
 *
 * greedy: most support first, each funded that costs no more than is left; one
 * that nobody names is last. By ratio: most support for its cost first, those
 * that cost nothing before all. Where FIT_STOP ends the count, a withdrawn
 * project (ELECTION_COST_WITHDRAWN_MINOR) does not. Ties are told and asked
 * about among equals; they stop the count only where it matters who is first,
 * exactly (greedy.h), and only those are told, with the first of the equals
 * that gets money.
 *
 * welfare: the set within the budget of greatest sum of support, or of support
 * times cost; exact, up to what knapsack.h says. Projects that nobody names are
 * never in it; named ones that cost nothing always are. Of several such sets
 * (`unique` is false) the cheapest is named; of several that cost the same the
 * one that has, of the projects in which they differ, the one that ties put
 * first. Rounds are in the election's order; `tied`, with the first of them
 * that gets money, are all that are in one such set and not in another.
 *
 * phragmen: every ballot earns a unit of currency a second; a project is bought
 * when those that name it (with options->phragmen_least or more) hold its cost
 * together, and they drop to nothing. Any kind of value counts as naming. One
 * that costs more than the whole budget is never in line.
 * CONVENTION_SKIP: one that costs more than is left leaves the line. Else, as
 * pabutools does: when one of those that are next costs more, the count ends.
 * Ties are told whenever several are next. They stop the count (tie_break_stop)
 * unless there is money for all and no ballot would pay for two of them: then
 * all are bought in that second.
 *
 * equal shares: every ballot holds the same endowment. Of the projects that
 * their backers can pay, the one of least rho is bought, again and again, where
 * a backer pays min(money, rho times utility) and together they pay the cost.
 * Utility: the ballot's value, less options->value_less (0 or less is none),
 * times the cost or not. Backed projects that cost nothing come first, at rho
 * 0. The endowment is the budget by all ballots, or what ADD1 finds (add1.h);
 * without a ballot there is none. Exact at any size, as are `runs`: how many
 * endowments ADD1 accounted for, the one that was too much among them.
 * GREEDY goes on, by the election's whole support, with what is left of the
 * budget, and says why others got nothing. options->fit is greedy's alone.
 * Ties are told in every round. tie_break_stop: projects that tie and are then
 * bought one after the other at the same rho need no order (the same would come
 * of any); of other ties every way is followed, and the count stops only when
 * some fund others, at the first of those ties; or when there are more than 32
 * in one count or 500 ways. On the way of ADD1 a tie stops the count only when
 * ways differ in whether the search ends there; then that endowment's rounds
 * are told. The pick is asked again and again: it must say the same of the
 * same. */
enum status rule_greedy(const struct election *election,
			const struct rule_options *options,
			struct funding **ret_funding);
enum status rule_greedy_ratio(const struct election *election,
			      const struct rule_options *options,
			      struct funding **ret_funding);
enum status rule_welfare(const struct election *election,
			 const struct rule_options *options,
			 struct funding **ret_funding);
enum status rule_equal_shares(const struct election *election,
			      const struct rule_options *options,
			      struct funding **ret_funding);
enum status rule_phragmen(const struct election *election,
			  const struct rule_options *options,
			  struct funding **ret_funding);

#endif
