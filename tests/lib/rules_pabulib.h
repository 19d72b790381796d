/* rules_pabulib.h - the elections beside the checkout, ../shared/data, for
 * tests of the rules: a plain reader for files that are in order, independent
 * of the program's own. */
#ifndef STEMMEBOKS_TESTS_RULES_PABULIB_H
#define STEMMEBOKS_TESTS_RULES_PABULIB_H

#include "rules/election.h"

struct pabulib_election {
	struct election *election; /* values in whole points */
	long threshold;		   /* min_project_score_threshold, or 0 */
};

/* Reads the .pb file at PATH; what is not in order fails the test that runs.
 * Free the election with election_free(). */
struct pabulib_election rules_pabulib_read(const char *path);

#endif
