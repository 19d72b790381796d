/* tools_type.h - commands whose questions a person answers. */
#ifndef STEMMEBOKS_TESTS_TOOLS_TYPE_H
#define STEMMEBOKS_TESTS_TOOLS_TYPE_H

#include "tests/lib/tools_bundle.h"

/* Runs the command line WORDS with the bytes of TEXT as its input, which is no
 * terminal. Free with ran_free(). */
struct ran ran_reading(const char *text, const char *const *words);

/* The same with a check as expect_run() makes it. */
void expect_reading(const char *text, int exit_code, const char *said,
		    const char *const *words);

/* Once WHEN was said, since the line before, LINE is typed, and Enter unless it
 * is Ctrl-C. */
struct answer {
	const char *when, *line;
};

/* Runs WORDS at a terminal of its own and types ANSWERS, which end with a NULL;
 * what stands on the terminal in the end, echo and all. Fails the test when the
 * command says nothing for ten seconds. */
struct ran ran_typing(const struct answer *answers, const char *const *words);

#define ANSWERS(...) ((const struct answer[]){__VA_ARGS__, {NULL, NULL}})

#endif
