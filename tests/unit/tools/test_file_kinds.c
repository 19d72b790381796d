/* Every command that is given a meeting's file, and every kind of file it may
 * be given while people vote and afterwards: what it says. */
#include <stdlib.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_kiosks.h"
#include "tests/lib/tools_bundle.h"
#include "words/words.h"

enum { SLIPS = 40, VOTED = 31, KIOSKS = 3, ROOM = 2 * KIOSKS_PATH };

/* The kinds, in the order of the columns below. */
enum { WHOLE, SHARE, TOGETHER, ORGANISERS, BOX, NO_MEETING, KINDS };

/* Every answer that a command may give to a file: the exit code, and what is
 * said. */
#define ANSWERS(X)                                                             \
	X(DONE, 0, "")                                                         \
	X(CLOSED, 4, "closed for good. Now count the votes: stemmeboks count") \
	X(OPEN_YET, 4, "Voting is open")                                       \
	X(CLOSE_IT, 4, "Close the voting first: stemmeboks close")             \
	X(NOT_CLOSED, 4, "voting is not closed there. Close it first")         \
	X(SHARES, 4, "Now put the boxes together: stemmeboks collect kiosks")  \
	X(SHARED, 4, "Now put the boxes together: stemmeboks collect evening") \
	X(ONE_OF, 6, "one of several boxes of the meeting. Put them together") \
	X(VOTES_IN, 6, "votes of this meeting are in the kiosks' boxes. Put")  \
	X(FOLLOWS, 4, "the file of kiosk 1. It follows the organisers' file")  \
	X(SLIP_FOR, 5, "for kiosk 2")                                          \
	X(NO_ROLL, 4, "In this file the boxes are together, and it needs no")  \
	X(IN_FILE, 2, "The roll of this meeting is in its file")               \
	X(AWAY, 1, "The shared roll cannot be used")                           \
	X(NO_WORD, 1, "The shared roll does not answer. Look at its")          \
	X(DEALT, 4, "Files for kiosks are made before that")                   \
	X(UNCOUNTED, 4, "Count it first: stemmeboks count")                    \
	X(ONE_BOX, 2, "This is one box, and all of it: stemmeboks count")      \
	X(LACKS, 6, "The box of kiosk 2 is missing")                           \
	X(LACKS_ROLL, 6, "stands in the organisers' file: name that file")     \
	X(LACKS_BOX, 2, "The votes are in the kiosks' boxes: name those")      \
	X(SHARE_OUT, 2, "is not in the pot")                                   \
	X(NO_SHEET, 2, "The count was not taken")                              \
	X(NOT_ONE, 6, "This is not a Stemmeboks meeting file")

enum answer {
#define ANSWER(name, exit_code, text) name,
	ANSWERS(ANSWER)
#undef ANSWER
};

static const struct {
	int exit_code;
	const char *text;
} answers[] = {
#define ANSWER(name, exit_code, text) {exit_code, text},
    ANSWERS(ANSWER)
#undef ANSWER
};

/* A command, with FILE and a new file OUT, and its answer to each kind. The
 * server of the shared roll is nowhere, so AWAY is the right file for it. */
static const struct row {
	const char *command;
	enum answer answer[KINDS];
} closed_rows[] = {
    {"slips FILE --count 3 -o OUT",
     {CLOSED, SHARES, CLOSED, SHARED, SHARED, NOT_ONE}},
    {"ready FILE", {CLOSED, SHARES, CLOSED, SHARED, SHARED, NOT_ONE}},
    {"boxes FILE --kiosks 2 -o OUT",
     {DEALT, DEALT, DEALT, DEALT, DEALT, NOT_ONE}},
    {"roll init FILE", {IN_FILE, IN_FILE, NO_ROLL, AWAY, FOLLOWS, NOT_ONE}},
    {"roll status FILE", {IN_FILE, IN_FILE, AWAY, AWAY, AWAY, NOT_ONE}},
    {"roll release FILE --kiosk 1",
     {IN_FILE, IN_FILE, NO_ROLL, AWAY, FOLLOWS, NOT_ONE}},
    {"roll fetch FILE", {IN_FILE, IN_FILE, NO_ROLL, AWAY, FOLLOWS, NOT_ONE}},
    {"practice FILE -o OUT", {DONE, DONE, DONE, DONE, DONE, NOT_ONE}},
    {"hall FILE", {DONE, DONE, DONE, DONE, DONE, NOT_ONE}},
    {"hall FILE message Hi", {DONE, DONE, DONE, DONE, FOLLOWS, NOT_ONE}},
    {"hall FILE count", {DONE, ONE_OF, DONE, VOTES_IN, FOLLOWS, NOT_ONE}},
    {"open FILE", {CLOSED, SHARES, CLOSED, SHARED, SHARED, NOT_ONE}},
    {"pause FILE", {CLOSED, SHARES, CLOSED, SHARED, SHARED, NOT_ONE}},
    {"close FILE", {CLOSED, SHARES, CLOSED, SHARED, SHARED, NOT_ONE}},
    {"void FILE --serial 3", {CLOSED, SHARES, CLOSED, SHARED, SHARED, NOT_ONE}},
    {"status FILE", {DONE, DONE, DONE, DONE, DONE, NOT_ONE}},
    {"backup FILE -o OUT", {DONE, DONE, DONE, DONE, DONE, NOT_ONE}},
    {"collect FILE -o OUT",
     {ONE_BOX, LACKS, ONE_BOX, LACKS_BOX, LACKS_ROLL, NOT_ONE}},
    {"recount FILE --from sheet --again other",
     {NO_SHEET, ONE_OF, NO_SHEET, VOTES_IN, VOTES_IN, NOT_ONE}},
    {"count FILE", {DONE, ONE_OF, DONE, VOTES_IN, VOTES_IN, NOT_ONE}},
    {"agree FILE main:4=5 --reason Talk",
     {SHARE_OUT, ONE_OF, SHARE_OUT, VOTES_IN, VOTES_IN, NOT_ONE}},
    {"publish FILE -o OUT",
     {UNCOUNTED, ONE_OF, UNCOUNTED, VOTES_IN, VOTES_IN, NOT_ONE}},
    {"export FILE --format csv -o OUT",
     {DONE, ONE_OF, DONE, VOTES_IN, VOTES_IN, NOT_ONE}},
    {"export FILE --format json -o OUT",
     {DONE, ONE_OF, DONE, VOTES_IN, VOTES_IN, NOT_ONE}},
    {"verify FILE", {DONE, DONE, DONE, DONE, DONE, NOT_ONE}},
};

/* The same while voting is open; nothing is put together yet. */
static const struct row open_rows[] = {
    {"slips FILE --count 3 -o OUT",
     {OPEN_YET, OPEN_YET, DONE, OPEN_YET, OPEN_YET, NOT_ONE}},
    {"boxes FILE --kiosks 2 -o OUT",
     {DEALT, DEALT, DONE, DEALT, DEALT, NOT_ONE}},
    {"roll init FILE", {IN_FILE, IN_FILE, DONE, AWAY, FOLLOWS, NOT_ONE}},
    {"roll status FILE", {IN_FILE, IN_FILE, DONE, AWAY, AWAY, NOT_ONE}},
    {"roll release FILE --kiosk 1",
     {IN_FILE, IN_FILE, DONE, AWAY, FOLLOWS, NOT_ONE}},
    {"roll fetch FILE", {IN_FILE, IN_FILE, DONE, AWAY, FOLLOWS, NOT_ONE}},
    {"hall FILE message Hi", {DONE, DONE, DONE, DONE, FOLLOWS, NOT_ONE}},
    {"open FILE", {OPEN_YET, OPEN_YET, DONE, OPEN_YET, OPEN_YET, NOT_ONE}},
    {"pause FILE", {DONE, DONE, DONE, AWAY, FOLLOWS, NOT_ONE}},
    {"close FILE", {DONE, DONE, DONE, AWAY, FOLLOWS, NOT_ONE}},
    {"void FILE --serial 38", {DONE, SLIP_FOR, DONE, AWAY, FOLLOWS, NOT_ONE}},
    {"status FILE", {DONE, DONE, DONE, NO_WORD, DONE, NOT_ONE}},
    {"backup FILE -o OUT", {DONE, DONE, DONE, DONE, DONE, NOT_ONE}},
    {"collect FILE -o OUT",
     {NOT_CLOSED, NOT_CLOSED, DONE, NOT_CLOSED, NOT_CLOSED, NOT_ONE}},
    {"recount FILE --from sheet --again other",
     {OPEN_YET, OPEN_YET, DONE, OPEN_YET, OPEN_YET, NOT_ONE}},
    {"count FILE", {CLOSE_IT, CLOSE_IT, DONE, CLOSE_IT, CLOSE_IT, NOT_ONE}},
    {"agree FILE main:4=5 --reason Talk",
     {OPEN_YET, OPEN_YET, DONE, OPEN_YET, OPEN_YET, NOT_ONE}},
    {"publish FILE -o OUT",
     {UNCOUNTED, UNCOUNTED, DONE, UNCOUNTED, UNCOUNTED, NOT_ONE}},
    {"export FILE --format csv -o OUT",
     {DONE, DONE, DONE, DONE, DONE, NOT_ONE}},
    {"verify FILE", {DONE, DONE, DONE, DONE, DONE, NOT_ONE}},
};

struct files {
	struct kiosks shared, shares, whole;
	const char *path[KINDS];
	char together[KIOSKS_PATH], text[KIOSKS_PATH];
	char copy[KIOSKS_PATH], out[KIOSKS_PATH];
};

static void hold(struct kiosks *kiosks)
{
	for (int slip = 0; slip < VOTED; slip++)
		kiosks_vote(kiosks, slip % kiosks->count, slip,
			    (slip < 17 ? 2U : 1U) | 1U << 4 |
				(slip % 3 ? 1U << 5 : 0));
}

static int set_up(void **state, bool closed)
{
	struct files *files = calloc(1, sizeof(*files));
	const char *folder;

	assert_non_null(files);
	words_language("en");
	kiosks_begin_shared(&files->shared, SLIPS, KIOSKS);
	kiosks_begin(&files->shares, NULL, SLIPS, KIOSKS, true);
	kiosks_begin(&files->whole, NULL, SLIPS, 1, false);
	hold(&files->shared);
	hold(&files->shares);
	hold(&files->whole);
	folder = files->shared.fixture.folder;
	snprintf(files->together, KIOSKS_PATH, "%s/together", folder);
	snprintf(files->text, KIOSKS_PATH, "%s/text", folder);
	snprintf(files->copy, KIOSKS_PATH, "%s/copy", folder);
	snprintf(files->out, KIOSKS_PATH, "%s/out", folder);
	file_write(files->text, "No meeting.\n", 12);
	if (closed) {
		kiosks_close(&files->shared);
		kiosks_close(&files->shares);
		kiosks_close(&files->whole);
		expect_run(0, NULL,
			   WORDS("collect", files->shared.fixture.path,
				 files->shared.paths[0], files->shared.paths[1],
				 files->shared.paths[2], "-o",
				 files->together));
		files->path[TOGETHER] = files->together;
	}
	files->path[WHOLE] = files->whole.paths[0];
	files->path[SHARE] = files->shares.paths[0];
	files->path[ORGANISERS] = files->shared.fixture.path;
	files->path[BOX] = files->shared.paths[0];
	/* In no phase, so once is enough. */
	files->path[NO_MEETING] = closed ? files->text : NULL;
	*state = files;
	return 0;
}

static int open_set_up(void **state)
{
	return set_up(state, false);
}

static int closed_set_up(void **state)
{
	return set_up(state, true);
}

static int tear_down(void **state)
{
	struct files *files = *state;
	char command[ROOM];

	snprintf(command, sizeof(command), "rm -rf '%s'/*/",
		 files->shared.fixture.folder);
	assert_int_equal(system(command), 0);
	kiosks_end(&files->whole);
	kiosks_end(&files->shares);
	kiosks_end(&files->shared);
	free(files);
	return 0;
}

/* Runs COMMAND with the file of KIND, which it does not change. */
static struct ran run(const struct files *files, const char *command, int kind)
{
	char words[ROOM], *word, *rest = words;
	const char *list[16] = {NULL};
	int count = 0;

	kiosks_copy(files->path[kind], files->copy);
	snprintf(words, sizeof(words), "rm -rf '%s'*", files->out);
	assert_int_equal(system(words), 0);
	snprintf(words, sizeof(words), "%s", command);
	while ((word = strsep(&rest, " ")) && count < 15)
		list[count++] = strcmp(word, "FILE") == 0  ? files->copy
				: strcmp(word, "OUT") == 0 ? files->out
							   : word;
	return ran(list);
}

static void expect_answers(const struct files *files, const struct row *table,
			   size_t count)
{
	static const char *const kinds[KINDS] = {"whole",	"share",
						 "together",	"organisers",
						 "kiosk's box", "no meeting"};
	int wrong = 0;

	for (size_t i = 0; i < count; i++)
		for (int kind = 0; kind < KINDS; kind++) {
			enum answer answer = table[i].answer[kind];
			struct ran got;

			if (!files->path[kind])
				continue;
			got = run(files, table[i].command, kind);
			if (got.exit_code != answers[answer].exit_code ||
			    !strstr(got.text, answers[answer].text)) {
				print_error("%s, %s: %d %.200s\n",
					    table[i].command, kinds[kind],
					    got.exit_code, got.text);
				wrong++;
			}
			ran_free(&got);
		}
	assert_int_equal(wrong, 0);
}

static void every_command_answers_every_file_while_people_vote(void **state)
{
	expect_answers(*state, open_rows,
		       sizeof(open_rows) / sizeof(open_rows[0]));
}

static void every_command_answers_every_file_after_voting(void **state)
{
	expect_answers(*state, closed_rows,
		       sizeof(closed_rows) / sizeof(closed_rows[0]));
}

/* All that the file knows, and that the roll did not answer; no number that
 * only the roll has. */
static void
status_tells_what_the_file_knows_while_the_roll_is_away(void **state)
{
	static const char *const told[] = {
	    "Meeting:           Bolbro",
	    "Phase:             open",
	    "Code of the rules:",
	    "Slips printed:     40",
	    "used:            the shared roll does not answer",
	    "PIN of the panel:",
	    "Why it does not: stemmeboks roll status"};
	const struct files *files = *state;
	struct ran run = ran(WORDS("status", files->path[ORGANISERS]));
	json_t *json, *slips;

	assert_int_equal(run.exit_code, 1);
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		if (!strstr(run.text, told[i]))
			fail_msg("no %s: %s", told[i], run.text);
	assert_null(strstr(run.text, "unused"));
	ran_free(&run);
	json =
	    expect_json(1, WORDS("status", files->path[ORGANISERS], "--json"));
	slips = json_object_get(json, "slips");
	assert_int_equal(json_integer_value(json_object_get(slips, "printed")),
			 SLIPS);
	assert_true(json_is_null(json_object_get(slips, "used")));
	assert_true(json_is_null(json_object_get(slips, "unused")));
	assert_string_equal(json_string_value(json_object_get(json, "error")),
			    "roll-away");
	json_decref(json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		every_command_answers_every_file_while_people_vote, open_set_up,
		tear_down),
	    cmocka_unit_test_setup_teardown(
		status_tells_what_the_file_knows_while_the_roll_is_away,
		open_set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		every_command_answers_every_file_after_voting, closed_set_up,
		tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
