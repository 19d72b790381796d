/* tools_bundle.h - counted meetings and published folders for the tests of the
 * organisers' commands. */
#ifndef STEMMEBOKS_TESTS_TOOLS_BUNDLE_H
#define STEMMEBOKS_TESTS_TOOLS_BUNDLE_H

#include <jansson.h>

#include "tests/lib/store_fixture.h"
#include "tools/bundle/bundle.h"
#include "tools/bundle/bundle_files.h"

/* Casts the next unused slip of FIXTURE for the proposals named by number in
 * NUMBERS ("1 4 10"; "" is blank), COUNT times. */
void fixture_vote(struct fixture *fixture, int count, const char *numbers);

/* An open Bolbro meeting with SLIPS slips in which the residents then vote with
 * fixture_vote(); words in English. */
void evening_begin(struct fixture *fixture, int slips);

/* The usual evening: 24 ballots on 30 slips, one slip void, no tie that changes
 * the money. Left in PHASE, the store closed. */
void evening_usual(struct fixture *fixture, enum phase phase);

/* Ends the evening in PHASE, reached without counting, and leaves the store. */
void evening_end_in(struct fixture *fixture, enum phase phase);

/* The bundle of the meeting's file, and its files. Fail the test. */
struct bundle *bundle_of(struct fixture *fixture);
void files_of(const struct bundle *bundle, struct bundle_files *ret_files);

/* A copy of FILES whose sums are made anew when SUMS. */
void files_copy(const struct bundle_files *files, bool sums,
		struct bundle_files *ret_copy);

/* Makes SHA256SUMS of FILES again. */
void files_sum_again(struct bundle_files *files);

/* Makes every sum in FILES again, those in result.json too. */
void files_forge_sums(struct bundle_files *files);

struct ran {
	int exit_code;
	char *text; /* standard output and standard error */
};

/* Runs the command line WORDS (NULL at the end; "stemmeboks" goes before) in
 * this process. Free with ran_free(). */
struct ran ran(const char *const *words);
void ran_free(struct ran *ran);

/* Runs it and checks the exit code and that TEXT (NULL: nothing) is said. */
void expect_run(int exit_code, const char *text, const char *const *words);

/* The same, and that it writes nothing into FIXTURE's meeting file. */
void expect_no_write(const struct fixture *fixture, int exit_code,
		     const char *text, const char *const *words);

/* The JSON that WORDS print, which must end with EXIT_CODE; json_decref(). */
json_t *expect_json(int exit_code, const char *const *words);

/* The phase that the file of FIXTURE is in; its store must be left. */
enum phase phase_of(struct fixture *fixture);

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

#endif
