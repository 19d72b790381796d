/* `stemmeboks plan` as organisers see it: its words, its options, its JSON. */
#include "core/utf8.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_run.h"
#include "words/words.h"

#include <jansson.h>

enum { SCREEN_LINES = 24, SCREEN_COLUMNS = 80 };

static int english(void **state)
{
	(void)state;
	words_language("en");
	return 0;
}

/* The JSON that the words give; json_decref(). */
static json_t *planned(const char *const *words)
{
	struct run run = run_words(words);
	json_t *object;

	if (run.code != 0)
		fail_msg("exit code %d: %s%s", run.code, run.out, run.err);
	object = json_loads(run.out, 0, NULL);
	assert_non_null(object);
	run_free(&run);
	return object;
}

static int number(const json_t *object, const char *key)
{
	assert_true(json_is_integer(json_object_get(object, key)));
	return (int)json_integer_value(json_object_get(object, key));
}

/* Number KEY of row INDEX. */
static int row(const json_t *object, size_t index, const char *key)
{
	const json_t *rows = json_object_get(object, "rows");

	assert_true(index < json_array_size(rows));
	return number(json_array_get(rows, index), key);
}

static void kiosks_are_as_many_as_the_minutes_need(void **state)
{
	json_t *plan = planned(
	    WORDS("plan", "--voters", "150", "--minutes", "60", "--json"));
	int kiosks = number(plan, "kiosks");

	(void)state;
	/* UX.md's own formula, for comparison: 170 s each give 9 kiosks for 60
	 * minutes; who takes very long asks for more, but not for twice. */
	assert_in_range(kiosks, 9, 18);
	assert_int_equal(row(plan, 0, "kiosks"), kiosks);
	assert_int_equal(row(plan, 1, "kiosks"), kiosks - 1);
	assert_int_equal(row(plan, 2, "kiosks"), kiosks + 1);
	assert_true(row(plan, 0, "last_seconds") <= 3600);
	assert_true(row(plan, 1, "last_seconds") > 3600);
	assert_true(row(plan, 2, "last_seconds") <
		    row(plan, 0, "last_seconds"));
	/* All at once: who is not at a kiosk waits. */
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(row(plan, i, "waiting"),
				 150 - row(plan, i, "kiosks"));
	assert_string_equal(
	    json_string_value(json_object_get(plan, "seconds_from")), "target");
	assert_int_equal(number(plan, "seconds"), 150);
	assert_int_equal(number(plan, "seconds_ninth"), 360);
	json_decref(plan);
}

static void the_same_question_has_the_same_answer(void **state)
{
	const char *const *words = WORDS("plan", "--voters", "80", "--minutes",
					 "40", "--spread", "10");
	struct run first = run_words(words), again = run_words(words);

	(void)state;
	assert_int_equal(first.code, 0);
	assert_string_equal(first.out, again.out);
	run_free(&first);
	run_free(&again);
}

static void the_words_say_what_the_json_says(void **state)
{
	json_t *plan = planned(
	    WORDS("plan", "--voters", "150", "--minutes", "60", "--json"));
	struct run run =
	    run_command("plan", "--voters", "150", "--minutes", "60");
	char wanted[200];

	(void)state;
	assert_int_equal(run.code, 0);
	snprintf(
	    wanted, sizeof(wanted),
	    "With %d kiosks the last one has voted after %d min. At most "
	    "%d people wait,\nthe longest %d min., the average %d.\n",
	    number(plan, "kiosks"), (row(plan, 0, "last_seconds") + 59) / 60,
	    row(plan, 0, "waiting"), (row(plan, 0, "wait_seconds") + 59) / 60,
	    (row(plan, 0, "wait_mean_seconds") + 59) / 60);
	assert_non_null(strstr(run.out, wanted));
	snprintf(wanted, sizeof(wanted), "With %d: after %d min., ",
		 number(plan, "kiosks") - 1,
		 (row(plan, 1, "last_seconds") + 59) / 60);
	assert_non_null(strstr(run.out, wanted));
	assert_non_null(strstr(run.out, " later; "));
	assert_non_null(strstr(run.out, " earlier; "));
	assert_non_null(strstr(run.out,
			       "more than 150 seconds, one in ten more "
			       "than\n360, and 20 seconds pass"));
	assert_non_null(strstr(run.out, "no evening was timed yet"));
	assert_non_null(strstr(run.out, "150 (19 sheets of A4)"));
	json_decref(plan);
	run_free(&run);
}

static void kiosks_that_there_are_are_judged(void **state)
{
	json_t *plan = planned(
	    WORDS("plan", "--voters", "150", "--kiosks", "4", "--json"));
	char wanted[100];

	(void)state;
	assert_int_equal(number(plan, "kiosks"), 4);
	assert_true(json_is_null(json_object_get(plan, "kiosks_needed")));
	json_decref(plan);
	plan = planned(WORDS("plan", "--voters", "150", "--minutes", "60",
			     "--kiosks", "4", "--json"));
	snprintf(wanted, sizeof(wanted),
		 "That is not enough for 60 min.: it takes %d.",
		 number(plan, "kiosks_needed"));
	expect_run(0, wanted,
		   WORDS("plan", "--voters", "150", "--minutes", "60",
			 "--kiosks", "4"));
	snprintf(wanted, sizeof(wanted),
		 "That is enough for 60 min.: %d would do.",
		 number(plan, "kiosks_needed"));
	expect_run(0, wanted,
		   WORDS("plan", "--voters", "150", "--minutes", "60",
			 "--kiosks", "30"));
	expect_run(0, "No number of kiosks is enough for 3 min.",
		   WORDS("plan", "--voters", "150", "--minutes", "3",
			 "--kiosks", "30"));
	json_decref(plan);
	/* One kiosk: there is no row with none. */
	plan =
	    planned(WORDS("plan", "--voters", "9", "--kiosks", "1", "--json"));
	assert_int_equal(json_array_size(json_object_get(plan, "rows")), 2);
	assert_int_equal(row(plan, 1, "kiosks"), 2);
	json_decref(plan);
}

/* Slower votes need more kiosks; numbers and a longer arrival need fewer, or
 * keep fewer people waiting. */
static void options_change_the_plan_their_way(void **state)
{
	json_t *plain =
		   planned(WORDS("plan", "-n", "150", "-m", "60", "--json")),
	       *score = planned(WORDS("plan", "-n", "150", "-m", "60",
				      "--ballot", "score", "--json")),
	       *many = planned(WORDS("plan", "-n", "150", "-m", "60",
				     "--proposals", "40", "--json")),
	       *half = planned(WORDS("plan", "-n", "150", "-m", "60",
				     "--express", "50", "--json")),
	       *given = planned(WORDS("plan", "-n", "150", "-m", "60",
				      "--seconds", "75", "--json")),
	       *spread = planned(WORDS("plan", "-n", "150", "-k", "11",
				       "--spread", "50", "--json"));

	(void)state;
	/* 150 * 90.9 / 53.2 = 256.3 */
	assert_int_equal(number(score, "seconds"), 257);
	assert_true(number(score, "kiosks") > number(plain, "kiosks"));
	assert_true(number(many, "kiosks") > number(plain, "kiosks"));
	assert_true(number(half, "kiosks") < number(plain, "kiosks"));
	assert_int_equal(number(half, "kiosks"),
			 number(plain, "kiosks_needed_half_express"));
	assert_int_equal(number(given, "seconds"), 75);
	/* 75 * 29.7 / 53.2 = 41.9 */
	assert_int_equal(number(given, "express_seconds"), 42);
	assert_true(number(given, "kiosks") < number(plain, "kiosks"));
	assert_true(row(spread, 0, "waiting") < 75);
	json_decref(plain);
	json_decref(score);
	json_decref(many);
	json_decref(half);
	json_decref(given);
	json_decref(spread);
}

static void a_meeting_file_says_ballots_proposals_and_languages(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct fixture fixture;
	json_t *plan;

	(void)state;
	for (int i = 0; i < meeting->pot_count; i++) {
		meeting->pots[i].ballot_type = BALLOT_SCORE;
		meeting->pots[i].value_most = 5;
	}
	fixture_begin_with(&fixture, meeting, 4);
	fixture_leave(&fixture);
	plan = planned(
	    WORDS("plan", fixture.path, "-n", "60", "-m", "60", "--json"));
	assert_string_equal(
	    json_string_value(json_object_get(plan, "seconds_from")), "ballot");
	/* More than one pot of ten scores, 257 s. */
	assert_true(number(plan, "seconds") > 257);
	json_decref(plan);
	expect_run(0, "- Languages: da, en. ",
		   WORDS("plan", fixture.path, "-n", "60", "-m", "60"));
	expect_run(2, "The meeting file says it: leave --ballot away.",
		   WORDS("plan", fixture.path, "-n", "60", "-m", "60",
			 "--ballot", "rank"));
	expect_run(2, "Points and scores cannot be given by numbers",
		   WORDS("plan", fixture.path, "-n", "60", "-m", "60",
			 "--express", "20"));
	fixture_end(&fixture);
}

static void mistakes_are_told_and_nothing_is_planned(void **state)
{
	static const struct {
		const char *words[10];
		const char *said;
	} cases[] = {
	    {{"plan"}, "How many will vote? Say it with --voters N."},
	    {{"plan", "--minutes", "60"}, "How many will vote?"},
	    {{"plan", "-n", "5"}, "Say how long with --minutes N, or how many"},
	    {{"plan", "-n", "0", "-m", "5"},
	     "--voters must be a whole number from 1 to 2000, not \"0\"."},
	    {{"plan", "-n", "2001", "-m", "5"}, "from 1 to 2000"},
	    {{"plan", "-n", "12x", "-m", "5"}, "not \"12x\""},
	    {{"plan", "-n", "5", "-m", "601"}, "from 1 to 600"},
	    {{"plan", "-n", "5", "-k", "201"}, "from 1 to 200"},
	    {{"plan", "-n", "5", "-k", "2", "--seconds", "4"},
	     "from 5 to 1800"},
	    {{"plan", "-n", "5", "-k", "2", "--express", "101"},
	     "from 0 to 100"},
	    {{"plan", "-n", "5", "-k", "2", "--proposals", "201"},
	     "from 1 to 200"},
	    {{"plan", "-n", "5", "-m", "9", "--ballot", "scor"},
	     "--ballot is approval, knapsack, points, score or rank, not "
	     "\"scor\"."},
	    {{"plan", "-n", "5", "-m", "9", "--spread", "9"},
	     "it must be shorter than --minutes"},
	    {{"plan", "-n", "5", "-m", "9", "--seconds", "9", "--proposals",
	      "9"},
	     "--seconds says it: leave --proposals away."},
	    {{"plan", "-n", "5", "-m", "90", "--express", "1", "--ballot",
	      "points"},
	     "Points and scores cannot be given by numbers"},
	    {{"plan", "-n", "150", "-m", "9"},
	     "No number of kiosks is enough for 9 min."},
	    {{"plan", "-n", "5", "-m", "9", "no-such-file"},
	     "The file was not found"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct run run = run_words(cases[i].words);

		assert_int_equal(run.code, 2);
		if (!strstr(run.err, cases[i].said))
			fail_msg("\"%s\" is not in: %s", cases[i].said,
				 run.err);
		assert_string_equal(run.out, "");
		run_free(&run);
	}
}

static void expect_a_screen(const char *text)
{
	char *copy = strdup(text), *rest = copy, *line;
	int lines = 0;

	while ((line = strsep(&rest, "\n")) && rest) {
		lines++;
		if (utf8_characters(line) > SCREEN_COLUMNS)
			fail_msg("too wide: %s", line);
	}
	if (lines > SCREEN_LINES)
		fail_msg("%d lines:\n%s", lines, text);
	free(copy);
}

/* The longest answers there are, with three digits where there can be. */
static void the_answer_is_a_screen_in_danish_and_english(void **state)
{
	static const char *const languages[] = {"en", "da"};
	const char *build = getenv("STEMMEBOKS_BUILD");
	struct fixture fixture;
	char *folder = NULL;

	(void)state;
	fixture_begin(&fixture, 4, false);
	fixture_leave(&fixture);
	assert_true(asprintf(&folder, "%s/lang", build ? build : "build") > 0);
	words_open(folder);
	for (int i = 0; i < 2; i++) {
		const char *const *const questions[] = {
		    WORDS("plan", fixture.path, "-n", "1999", "-m", "600", "-k",
			  "11", "--express", "33", "--spread", "120"),
		    WORDS("plan", fixture.path, "-n", "1999", "-m", "100", "-k",
			  "110"),
		    WORDS("plan", "-n", "1999", "-m", "100"),
		    WORDS("plan", "-n", "1", "-m", "20"),
		};

		words_language(languages[i]);
		assert_string_equal(words_language(NULL), languages[i]);
		for (int q = 0; q < 4; q++) {
			struct run run = run_words(questions[q]);

			assert_int_equal(run.code, 0);
			expect_a_screen(run.out);
			assert_non_null(
			    strstr(run.out, i ? "Stil op:" : "Set up:"));
			run_free(&run);
		}
	}
	words_language("en");
	free(folder);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(kiosks_are_as_many_as_the_minutes_need),
	    cmocka_unit_test(the_same_question_has_the_same_answer),
	    cmocka_unit_test(the_words_say_what_the_json_says),
	    cmocka_unit_test(kiosks_that_there_are_are_judged),
	    cmocka_unit_test(options_change_the_plan_their_way),
	    cmocka_unit_test(
		a_meeting_file_says_ballots_proposals_and_languages),
	    cmocka_unit_test(mistakes_are_told_and_nothing_is_planned),
	    cmocka_unit_test(the_answer_is_a_screen_in_danish_and_english),
	};

	return cmocka_run_group_tests(tests, english, NULL);
}
