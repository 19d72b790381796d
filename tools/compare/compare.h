/* compare.h - one election counted by several rules: whom each serves. Exact.
 *
 * A ballot supports a project that it gives a value above 0; blank ballots
 * count like others, so that all shares are of the same number of ballots.
 */
#ifndef STEMMEBOKS_COMPARE_H
#define STEMMEBOKS_COMPARE_H

#include "tools/compare/compare_rule.h"

struct compared {
	const struct compare_rule *rule;
	enum status status; /* STATUS_TIE: stopped at a tie; STATUS_LIMIT: too
			       large to be counted exactly; the rest is then
			       what was given before, or nothing */
	bool *funded;	    /* by project */
	int funded_count;
	int64_t total_minor;
	int served;	   /* ballots that support a funded project */
	int unserved;	   /* all others, blank ones among them */
	mpz_t spent_minor; /* over all ballots, the cost of the funded projects
			      that it supports: divided by the ballots it is
			      the average spent on a voter */
	int ties;	   /* how often equals were told apart */
};

struct comparison {
	const struct election *election; /* borrowed */
	int blank;			 /* ballots that name nothing */
	int count;
	struct compared rules[COMPARE_RULES];
};

/* Counts ELECTION by COUNT RULES (borrowed). STATUS_MEMORY. */
enum status comparison_new(const struct election *election,
			   const struct compare_rule *rules, int count,
			   struct comparison **ret_comparison);

/* Takes NULL. */
void comparison_free(struct comparison *comparison);

#endif
