/* rules_case.h - cases of tests/data/rules: read, counted and told again. */
#ifndef STEMMEBOKS_TESTS_RULES_CASE_H
#define STEMMEBOKS_TESTS_RULES_CASE_H

#include <stdio.h>

#include "core/tally.h"
#include "rules/count.h"

enum { CASE_LINE = 256, CASE_DECISIONS = 8, CASE_TEXT = 16384 };

struct rules_case {
	char name[CASE_LINE];
	struct meeting *meeting;
	struct tally tally;
	int decision_count;
	struct decision decisions[CASE_DECISIONS];
	char expected[CASE_TEXT]; /* the lines after "Result:" */
};

/* The next case of FILE (its syntax: tests/data/rules/README); false at the
 * end. A line that is not understood fails the test that runs. Free with
 * rules_case_free(). */
bool rules_case_read(FILE *file, struct rules_case **ret_case);

/* Takes NULL. */
void rules_case_free(struct rules_case *test);

/* RESULT in the words of the cases. */
void rules_case_tell(const struct meeting *meeting, const struct result *result,
		     char ret_text[CASE_TEXT]);

#endif
