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

/* An evening with so few ballots, nine on 12 slips, that single ones are not
 * shown. Left when counted. */
void evening_few(struct fixture *fixture);

/* Ends the evening in PHASE, reached without counting, and leaves the store. */
void evening_end_in(struct fixture *fixture, enum phase phase);

/* A test's set-up: the usual evening, counted. */
int evening_set_up(void **state);

/* A test's tear-down where *state is the evening's fixture, from malloc(): also
 * removes all folders made beside the meeting's file. */
int evening_tear_down(void **state);

/* The bundle of the meeting's file, and its files, signed with the tests' own
 * key. Fail the test. */
struct bundle *bundle_of(struct fixture *fixture);

/* The bundle of the meeting's file PATH, signed likewise. Fails the test. */
struct bundle *bundle_at(const char *path);
void files_of(const struct bundle *bundle, struct bundle_files *ret_files);

/* Those of FIXTURE's meeting; and what files_elsewhere() gives, if not NULL. */
void evening_files(struct fixture *fixture, struct bundle_files *ret_files,
		   struct bundle_files *ret_elsewhere);

/* The same as a machine with another cairo publishes them; the PDFs are short
 * ones, as nothing but their sums can be looked at here. */
void files_elsewhere(struct bundle *bundle, struct bundle_files *ret_files);

/* Makes the tests' own key the signer of BUNDLE, and signs the sums of FILES
 * with it (anew, if they were signed). */
void signer_set(struct bundle *bundle);
void files_sign_again(struct bundle_files *files);

/* Room for files, empty, to be ended with files_end(). */
struct bundle_files *files_new(void);
void files_end(struct bundle_files *files);

/* The file NAME, which must be among FILES, to be changed. */
struct bundle_file *file_of(struct bundle_files *files, const char *name);

/* A copy of FILES whose sums are made anew when SUMS. */
void files_copy(const struct bundle_files *files, bool sums,
		struct bundle_files *ret_copy);

/* Makes SHA256SUMS of FILES and its signature again. */
void files_sum_again(struct bundle_files *files);

/* FILES with NEW for OLD, as long, once in result.json, and new sums; to be
 * ended with files_end(). Fails the test where OLD does not stand. */
struct bundle_files *files_forged(const struct bundle_files *files,
				  const char *old, const char *new);

/* files_forged() are found to disagree; else the test fails. */
void expect_disagrees(const struct bundle_files *files, const char *old,
		      const char *new);

/* Makes every sum in FILES again, those in result.json too, and signs. */
void files_forge_sums(struct bundle_files *files);

/* Only those in result.json, of the files that follow from nothing else. */
void files_forge_result(struct bundle_files *files);

/* The bits of the file INDEX of a folder, of which one at a time is turned: one
 * of each byte, another one every time, or all with EVERY_BIT or BENCH in the
 * environment. */
struct change {
	int index;
	bool every_bit;
	size_t samples; /* of so many bytes only, spread evenly; 0 for all */
	size_t count;	/* of those tried so far, from 0 */
};

/* Turns the bit back that is turned, and turns the next one; false after the
 * last, when FILES are as before. */
bool change_next(struct bundle_files *files, struct change *change);

/* Turns it back before the last; CHANGE is of no use then. */
void change_back(struct bundle_files *files, const struct change *change);

/* Which byte of FILE it is, from 0. */
size_t change_at(const struct change *change, const struct bundle_file *file);

/* Writes FILES into a new folder beside the meeting's file of FIXTURE. */
void folder_begin(const struct fixture *fixture,
		  const struct bundle_files *files,
		  char ret_folder[2 * FIXTURE_PATH]);

/* Writes FILE into FOLDER, in the place of the one there. */
void file_put(const struct bundle_file *file, const char *folder);

/* Removes FOLDER, which has FILES and nothing else. */
void folder_end(const struct bundle_files *files, const char *folder);

struct ran {
	int exit_code;
	char *text; /* standard output and standard error */
};

/* Runs the command line WORDS (NULL at the end; "stemmeboks" goes before) in
 * this process, which gets an XDG_DATA_HOME of its own. Free with ran_free().
 */
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
