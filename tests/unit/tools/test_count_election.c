/* `stemmeboks count FILE.pb`: options, JSON, exit codes and words. */
#include "tests/lib/cmocka_all.h"

#include <jansson.h>

#include "tests/lib/tools_election.h"
#include "tests/lib/tools_run.h"

#define QUIRKS "tests/data/pabulib/quirks/"
#define BASE QUIRKS "00_base.pb"

static json_t *counted(int code, const char *const *words)
{
	struct run run = run_words(words);
	json_t *json = json_loads(run.out, 0, NULL);

	if (run.code != code || !json)
		fail_msg("exit code %d\n%s%s", run.code, run.out, run.err);
	run_free(&run);
	return json;
}

#define COUNTED(code, ...)                                                     \
	counted(code,                                                          \
		(const char *const[]){"count", __VA_ARGS__, "--json", NULL})

static bool same_set(const json_t *a, const json_t *b)
{
	size_t same = 0, i, j;
	json_t *one, *other;

	json_array_foreach(a, i, one)
	{
		json_array_foreach(b, j, other) same += json_equal(one, other);
	}
	return same == json_array_size(a) && same == json_array_size(b);
}

/* JSON as one line of text; the caller frees. */
static char *part(const json_t *json, const char *key)
{
	return json_dumps(json_object_get(json, key),
			  JSON_COMPACT | JSON_ENCODE_ANY);
}

static void expect_part(const json_t *json, const char *key, const char *text)
{
	char *found = part(json, key);

	if (!found || strcmp(found, text) != 0)
		fail_msg("%s is %s, not %s", key, found, text);
	free(found);
}

static void expect_said(int code, const char *out, const char *err,
			const char *const *words)
{
	struct run run = run_words(words);

	if (run.code != code || (out && !strstr(run.out, out)) ||
	    (err && !strstr(run.err, err)))
		fail_msg("exit code %d\n%s%s", run.code, run.out, run.err);
	run_free(&run);
}

#define SAID(code, out, err, ...)                                              \
	expect_said(code, out, err,                                            \
		    (const char *const[]){"count", __VA_ARGS__, NULL})

static void json_has_just_the_keys_that_other_programs_read(void **state)
{
	static const char *const keys[] = {
	    "rule",
	    "utility",
	    "completion",
	    "convention",
	    "ballots",
	    "budget",
	    "support",
	    "winners",
	    "total_cost",
	    "endowment",
	    "rounds",
	    "ties",
	    "added_by_completion",
	    "warnings",
	};
	json_t *json = COUNTED(0, BASE, "--rule", "equal-shares");

	(void)state;
	assert_int_equal(json_object_size(json), sizeof(keys) / sizeof(*keys));
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		assert_non_null(json_object_get(json, keys[i]));
	json_decref(json);
}

/* 100 for four ballots is 25 each. Project 1, of three, costs 60: 20 each, and
 * each unit of cost brings a voter 1/3 of it: rho 1/3. Then its voters hold 5
 * each and the fourth 25: 2 (50) has 5 + 25, 3 (40) as well, and neither is
 * bought. By points 1 and 3 cost their voters 20 each and tie; the cheaper 3 is
 * first, and then 1 has 25 + 5 + 25, too little: greedy adds it. */
static void equal_shares_is_told_in_exact_numbers(void **state)
{
	json_t *json = COUNTED(0, BASE, "--rule", "equal-shares");

	(void)state;
	expect_part(json, "rule", "\"equal-shares\"");
	expect_part(json, "utility", "\"cost\"");
	expect_part(json, "completion", "\"none\"");
	expect_part(json, "convention", "null");
	expect_part(json, "ballots", "4");
	expect_part(json, "budget", "\"100\"");
	expect_part(json, "support", "{\"1\":\"3\",\"2\":\"2\",\"3\":\"2\"}");
	expect_part(json, "winners", "[\"1\"]");
	expect_part(json, "total_cost", "\"60\"");
	expect_part(json, "endowment", "\"25\"");
	expect_part(json, "rounds",
		    "[{\"project\":\"1\",\"rho\":\"1/3\",\"tied\":[]}]");
	expect_part(json, "ties", "[]");
	json_decref(json);
	json = COUNTED(0, BASE, "--rule", "equal-shares", "--utility", "count",
		       "--completion", "greedy");
	expect_part(json, "utility", "\"count\"");
	expect_part(json, "winners", "[\"3\",\"1\"]");
	expect_part(json, "added_by_completion", "[\"1\"]");
	expect_part(json, "total_cost", "\"100\"");
	json_decref(json);
	json = COUNTED(0, BASE, "--rule", "equal-shares", "--completion",
		       "add1", "--convention", "checker");
	expect_part(json, "convention", "\"checker\"");
	json_decref(json);
}

static void money_with_decimals_is_a_fraction_in_lowest_terms(void **state)
{
	json_t *json = COUNTED(0, QUIRKS "11_decimals.pb", "--rule", "greedy");

	(void)state;
	expect_part(json, "budget", "\"201/2\"");
	expect_part(json, "total_cost", "\"201/2\"");
	expect_part(json, "winners", "[\"1\",\"3\"]");
	expect_part(json, "endowment", "null");
	json_decref(json);
}

/* Every quirk's winners by greedy, as expected.json has them. */
static void every_quirk_is_counted_as_it_should(void **state)
{
	json_t *all = json_load_file(QUIRKS "expected.json", 0, NULL), *one;
	const char *name;
	int counts = 0;

	(void)state;
	json_object_foreach(all, name, one)
	{
		char *path = disk_path("tests/data/pabulib/quirks", name);
		json_t *wanted = json_object_get(one, "greedy_votes");
		json_t *stops = json_object_get(one, "greedy_noskip");
		json_t *json;

		if (wanted) {
			json = COUNTED(0, path, "--rule", "greedy");
			/* It lists them as the file does. */
			if (!same_set(json_object_get(json, "winners"), wanted))
				fail_msg("%s: other winners", name);
			json_decref(json);
			counts++;
		}
		if (stops) {
			json = COUNTED(0, path, "--rule", "greedy", "--ties",
				       "file", "--fit", "stop");
			assert_true(json_equal(json_object_get(json, "winners"),
					       stops));
			json_decref(json);
			counts++;
		}
		if (json_is_false(json_object_get(one, "accept"))) {
			char *place = NULL;

			assert_true(asprintf(&place, "%s:", path) > 0);
			SAID(2, NULL, place, path, "--rule", "greedy");
			SAID(2, NULL, place, path, "--rule", "greedy",
			     "--lenient");
			SAID(2, NULL, place, path, "--rule", "greedy",
			     "--json");
			free(place);
		}
		free(path);
	}
	assert_true(counts >= 13);
	json_decref(all);
}

static void the_float_trap_is_counted_exactly(void **state)
{
	json_t *json = COUNTED(0, QUIRKS "26_float_trap_single_project.pb",
			       "--rule", "equal-shares");

	(void)state;
	expect_part(json, "winners", "[\"A\"]");
	expect_part(json, "endowment", "\"150000/61\"");
	json_decref(json);
}

/* A file in which B and C tie for what is left, whichever comes first. */
#define TIED                                                                   \
	"META\nkey;value\nbudget;10\nvote_type;approval\nnum_votes;5\n"        \
	"num_projects;3\nmin_project_score_threshold;3\nPROJECTS\n"            \
	"project_id;cost;name\nA;4;a\nB;6;b\nC;5;c\nVOTES\n"                   \
	"voter_id;vote\n1;A\n2;A\n3;A\n4;B,C\n5;B,C\n"

static void a_tie_is_settled_by_the_convention_asked_for(void **state)
{
	char *folder = disk_folder(), *path = disk_path(folder, "tied.pb");
	json_t *json;

	(void)state;
	disk_write_text(folder, "tied.pb", TIED);
	json = COUNTED(0, path, "--rule", "greedy");
	expect_part(json, "winners", "[\"A\",\"C\"]");
	expect_part(json, "ties", "[{\"round\":1,\"tied\":[\"B\",\"C\"]}]");
	json_decref(json);
	json = COUNTED(0, path, "--rule", "greedy", "--ties", "file");
	expect_part(json, "winners", "[\"A\",\"B\"]");
	json_decref(json);
	json = COUNTED(3, path, "--rule", "greedy", "--ties", "stop");
	expect_part(json, "winners", "[\"A\"]");
	expect_part(json, "total_cost", "\"4\"");
	expect_part(json, "ties", "[{\"round\":1,\"tied\":[\"B\",\"C\"]}]");
	expect_part(json, "error", "\"tie\"");
	json_decref(json);
	SAID(0, "the cheaper first", NULL, path, "--rule", "greedy");
	SAID(0, "C c (came first)", NULL, path, "--rule", "greedy");
	SAID(3, "The count stopped at this tie", NULL, path, "--rule", "greedy",
	     "--ties", "stop");
	free(path);
	disk_remove(folder);
}

static void the_threshold_is_a_number_or_that_of_the_file(void **state)
{
	char *folder = disk_folder(), *path = disk_path(folder, "tied.pb");
	static const struct {
		const char *threshold, *winners;
	} cases[] = {
	    {"file", "[\"A\"]"},    {"3", "[\"A\"]"},	    {"2.5", "[\"A\"]"},
	    {"2", "[\"A\",\"C\"]"}, {"0", "[\"A\",\"C\"]"}, {"3.5", "[]"},
	};

	(void)state;
	disk_write_text(folder, "tied.pb", TIED);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		json_t *json = COUNTED(0, path, "--rule", "greedy",
				       "--threshold", cases[i].threshold);

		expect_part(json, "winners", cases[i].winners);
		json_decref(json);
	}
	SAID(2, NULL, "--threshold needs", path, "--rule", "greedy",
	     "--threshold", "-1");
	free(path);
	disk_remove(folder);
}

static void a_file_is_an_election_by_its_content_too(void **state)
{
	char *folder = disk_folder(), *path = disk_path(folder, "votes");

	(void)state;
	disk_write_text(folder, "votes", "\xEF\xBB\xBF" TIED);
	SAID(0, "1.  3 Gamma", NULL, BASE, "--rule", "phragmen", "--convention",
	     "skip");
	SAID(0, "A a: 4", NULL, path, "--rule", "greedy");
	disk_write_text(folder, "votes", "METAL;1\n");
	SAID(2, NULL, "--rule goes with a .pb file", path, "--rule", "greedy");
	SAID(6, NULL, "not a Stemmeboks meeting file", path);
	free(path);
	disk_remove(folder);
}

static void a_wrong_command_line_says_what_is_right(void **state)
{
	static const struct {
		const char *option, *value, *said;
	} cases[] = {
	    {"--utility", "points", "cost, count"},
	    {"--completion", "add2", "none, greedy, add1, add1u"},
	    {"--ties", "lots", "canonical, file, stop"},
	    {"--fit", "jump", "skip, stop"},
	    {"--value", "cost", "support, support-cost"},
	    {"--convention", "mine", "equalshares, pabutools, checker, skip"},
	    {"--convention", "skip", "Add1 has"},
	    {"--lots", "main:1,2", "--lots goes with a meeting"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		SAID(2, NULL, cases[i].said, BASE, "--rule", "equal-shares",
		     cases[i].option, cases[i].value);
	SAID(2, NULL, "--rule greedy, greedy-ratio", BASE);
	SAID(2, NULL, "It is one of: greedy, greedy-ratio, welfare", BASE,
	     "--rule", "most");
	SAID(2, NULL, "pabutools and skip", BASE, "--rule", "phragmen",
	     "--convention", "checker");
	SAID(2, NULL, "none.pb: The file was not found", "none.pb", "--rule",
	     "greedy");
}

static void an_option_that_says_nothing_is_a_warning(void **state)
{
	json_t *json =
	    COUNTED(0, BASE, "--rule", "greedy", "--utility", "count");

	(void)state;
	expect_part(json, "warnings",
		    "[\"--utility says nothing with the rule greedy.\"]");
	expect_part(json, "utility", "null");
	json_decref(json);
}

static void repairs_are_warnings_with_their_place(void **state)
{
	const char *name = QUIRKS "16_count_mismatch.pb";
	json_t *json = COUNTED(0, name, "--rule", "greedy");

	(void)state;
	expect_part(json, "warnings",
		    "[\"" QUIRKS "16_count_mismatch.pb:8: num_votes is 5, but "
		    "there are 4. The rows count.\"]");
	json_decref(json);
	SAID(0, NULL, "16_count_mismatch.pb:8: num_votes is 5", name, "--rule",
	     "greedy");
	SAID(0, NULL, "01_bom_crlf.pb:1: Lines end with CR.",
	     QUIRKS "01_bom_crlf.pb", "--rule", "greedy", "--lenient");
}

static void what_steers_a_terminal_is_not_printed(void **state)
{
	char *folder = disk_folder(), *path = disk_path(folder, "x.pb");
	struct run run;

	(void)state;
	disk_write_text(folder, "x.pb",
			"META\nkey;value\nbudget;10\nvote_type;approval\n"
			"currency;\033[1m\ndescription;\033]0;x\007\n"
			"PROJECTS\nproject_id;cost;name\n\033[2J;4;\033[3m\n"
			"VOTES\nvoter_id;vote\n1;\033[2J\n");
	run = run_command("count", path, "--rule", "greedy", "--lenient");
	assert_int_equal(run.code, 0);
	assert_null(strchr(run.out, '\033'));
	assert_null(strchr(run.err, '\033'));
	run_free(&run);
	free(path);
	disk_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(json_has_just_the_keys_that_other_programs_read),
	    cmocka_unit_test(equal_shares_is_told_in_exact_numbers),
	    cmocka_unit_test(money_with_decimals_is_a_fraction_in_lowest_terms),
	    cmocka_unit_test(every_quirk_is_counted_as_it_should),
	    cmocka_unit_test(the_float_trap_is_counted_exactly),
	    cmocka_unit_test(a_tie_is_settled_by_the_convention_asked_for),
	    cmocka_unit_test(the_threshold_is_a_number_or_that_of_the_file),
	    cmocka_unit_test(a_file_is_an_election_by_its_content_too),
	    cmocka_unit_test(a_wrong_command_line_says_what_is_right),
	    cmocka_unit_test(an_option_that_says_nothing_is_a_warning),
	    cmocka_unit_test(repairs_are_warnings_with_their_place),
	    cmocka_unit_test(what_steers_a_terminal_is_not_printed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
