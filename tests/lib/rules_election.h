/* rules_election.h - elections for tests: from a few lines of text, or drawn;
 * and what a rule did with one, as text. */
#ifndef STEMMEBOKS_TESTS_RULES_ELECTION_H
#define STEMMEBOKS_TESTS_RULES_ELECTION_H

#include <stdio.h>

#include "core/random.h"
#include "rules/funding.h"

enum { ELECTION_TEXT = 4096, ELECTION_LINE = 256 };

/* A rule of funding.h. */
typedef enum status election_rule(const struct election *election,
				  const struct rule_options *options,
				  struct funding **ret_funding);

/* A case of tests/data/elections (its syntax: the README there). */
struct election_case {
	char name[ELECTION_LINE];
	struct election *election;
	char rule[ELECTION_LINE];     /* the line after "Rule: " */
	char expected[ELECTION_TEXT]; /* the lines behind it */
};

/* The next rule of the next case of FILE, in place of what *TEST holds (all 0
 * at first); false at the end, and *TEST is freed. A line that is not
 * understood fails the test that runs. */
bool election_case_read(FILE *file, struct election_case *test);

/* Reads a rule's line, as in the cases. */
election_rule *election_rule_read(const char *line,
				  struct rule_options *ret_options);

/* What FUNDING says, in the words of the cases. */
void election_tell(const struct election *election,
		   const struct funding *funding, char ret_text[ELECTION_TEXT]);

/* How a random election is drawn. */
struct election_draw {
	int projects;	 /* at most, 1 at least */
	int ballots;	 /* at most */
	int cost_minor;	 /* a project's at most: small, so that much is equal */
	int value;	 /* at most; 1: ballots that only name */
	int named_of_10; /* how many of ten projects a ballot names */
};

struct election *election_drawn(const struct random *random,
				const struct election_draw *draw);

/* The value that GROUP gives PROJECT, or 0. */
int election_value_of(const struct election *election, int group, int project);

#endif
