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

#define SAID(code, out, err, ...)                                              \
	run_says(code, out, err,                                               \
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
	json_says(json, "rule", "\"equal-shares\"");
	json_says(json, "utility", "\"cost\"");
	json_says(json, "completion", "\"none\"");
	json_says(json, "convention", "null");
	json_says(json, "ballots", "4");
	json_says(json, "budget", "\"100\"");
	json_says(json, "support", "{\"1\":\"3\",\"2\":\"2\",\"3\":\"2\"}");
	json_says(json, "winners", "[\"1\"]");
	json_says(json, "total_cost", "\"60\"");
	json_says(json, "endowment", "\"25\"");
	json_says(json, "rounds",
		  "[{\"project\":\"1\",\"rho\":\"1/3\",\"tied\":[]}]");
	json_says(json, "ties", "[]");
	json_decref(json);
	json = COUNTED(0, BASE, "--rule", "equal-shares", "--utility", "count",
		       "--completion", "greedy");
	json_says(json, "utility", "\"count\"");
	json_says(json, "winners", "[\"3\",\"1\"]");
	json_says(json, "added_by_completion", "[\"1\"]");
	json_says(json, "total_cost", "\"100\"");
	json_decref(json);
	json = COUNTED(0, BASE, "--rule", "equal-shares", "--completion",
		       "add1", "--convention", "checker");
	json_says(json, "convention", "\"checker\"");
	json_decref(json);
}

static void money_with_decimals_is_a_fraction_in_lowest_terms(void **state)
{
	json_t *json = COUNTED(0, QUIRKS "11_decimals.pb", "--rule", "greedy");

	(void)state;
	json_says(json, "budget", "\"201/2\"");
	json_says(json, "total_cost", "\"201/2\"");
	json_says(json, "winners", "[\"1\",\"3\"]");
	json_says(json, "endowment", "null");
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
	json_says(json, "winners", "[\"A\"]");
	json_says(json, "endowment", "\"150000/61\"");
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
	json_says(json, "winners", "[\"A\",\"C\"]");
	json_says(json, "ties", "[{\"round\":1,\"tied\":[\"B\",\"C\"]}]");
	json_decref(json);
	json = COUNTED(0, path, "--rule", "greedy", "--ties", "file");
	json_says(json, "winners", "[\"A\",\"B\"]");
	json_decref(json);
	json = COUNTED(3, path, "--rule", "greedy", "--ties", "stop");
	json_says(json, "winners", "[\"A\"]");
	json_says(json, "total_cost", "\"4\"");
	json_says(json, "ties", "[{\"round\":1,\"tied\":[\"B\",\"C\"]}]");
	json_says(json, "error", "\"tie\"");
	json_decref(json);
	SAID(0, "the cheaper first", NULL, path, "--rule", "greedy");
	SAID(0, "C c (came first)", NULL, path, "--rule", "greedy");
	SAID(3, "The count stopped at this tie", NULL, path, "--rule", "greedy",
	     "--ties", "stop");
	free(path);
	disk_remove(folder);
}

/* B and C are equals: B comes first in the file, does not fit and ends the
 * count, though C would have fitted. */
static void a_tie_that_ends_the_count_is_told(void **state)
{
	char *folder = disk_folder(), *path = disk_path(folder, "end.pb");
	json_t *json;

	(void)state;
	disk_write_text(folder, "end.pb",
			"META\nkey;value\nbudget;10\nvote_type;approval\n"
			"num_votes;3\nnum_projects;3\nPROJECTS\n"
			"project_id;cost\nA;4\nB;7\nC;5\nVOTES\n"
			"voter_id;vote\n1;A\n2;A,B,C\n3;\n");
	json = COUNTED(0, path, "--rule", "greedy", "--fit", "stop", "--ties",
		       "file");
	json_says(json, "winners", "[\"A\"]");
	json_says(json, "ties", "[{\"round\":1,\"tied\":[\"B\",\"C\"]}]");
	json_says(json, "warnings",
		  "[\"Equals: in the file's order (file).\"]");
	json_decref(json);
	json = COUNTED(0, path, "--rule", "greedy", "--fit", "stop");
	json_says(json, "winners", "[\"A\",\"C\"]");
	json_says(json, "ties", "[{\"round\":1,\"tied\":[\"B\",\"C\"]}]");
	json_decref(json);
	SAID(0,
	     "These tie for place 2:\n  B (came first)\n  C\n"
	     "It does not fit, and that ended the count.\n",
	     NULL, path, "--rule", "greedy", "--fit", "stop", "--ties", "file");
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

		json_says(json, "winners", cases[i].winners);
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
	json_says(json, "warnings",
		  "[\"--utility says nothing with the rule greedy.\"]");
	json_says(json, "utility", "null");
	json_decref(json);
}

static void what_the_file_asks_for_is_said_when_it_is_not_done(void **state)
{
	static const struct {
		const char *file, *rule, *said;
	} cases[] = {
	    {"24_scoring_default.pb", "equal-shares", "nothing is taken off"},
	    {"24_scoring_default.pb", "phragmen", "Each score above 0 counts"},
	};
	char *folder = disk_folder(), *path = disk_path(folder, "tied.pb");
	json_t *json;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char name[80];

		snprintf(name, sizeof(name), QUIRKS "%s", cases[i].file);
		SAID(0, NULL, cases[i].said, name, "--rule", cases[i].rule);
	}
	json = COUNTED(0, QUIRKS "24_scoring_default.pb", "--rule", "greedy");
	json_says(json, "warnings", "[]");
	json_decref(json);
	disk_write_text(folder, "tied.pb", TIED);
	SAID(0, NULL, "not used: --threshold file", path, "--rule", "greedy");
	json = COUNTED(0, path, "--rule", "equal-shares", "--threshold", "0");
	json_says(json, "warnings", "[]");
	json_decref(json);
	SAID(0, NULL, "--convention says nothing without", BASE, "--rule",
	     "equal-shares", "--convention", "checker");
	SAID(2, NULL, "One .pb file", path, BASE, "--rule", "greedy");
	free(path);
	disk_remove(folder);
}

static void repairs_are_warnings_with_their_place(void **state)
{
	const char *name = QUIRKS "16_count_mismatch.pb";
	json_t *json = COUNTED(0, name, "--rule", "greedy");

	(void)state;
	json_says(json, "warnings",
		  "[\"" QUIRKS "16_count_mismatch.pb:8: num_votes is 5, but "
		  "there are 4. The rows count.\"]");
	json_decref(json);
	SAID(0, NULL, "16_count_mismatch.pb:8: num_votes is 5", name, "--rule",
	     "greedy");
	SAID(0, NULL, "01_bom_crlf.pb:1: Lines end with CR.",
	     QUIRKS "01_bom_crlf.pb", "--rule", "greedy", "--lenient");
}

static void ballots_of_a_length_that_meta_forbids_are_named(void **state)
{
	char *folder = disk_folder(), *path = disk_path(folder, "long.pb");

	(void)state;
	disk_write_text(folder, "long.pb",
			"META\nkey;value\nbudget;9\nvote_type;ordinal\n"
			"num_votes;2\nnum_projects;3\nmin_length;2\n"
			"max_length;2\nPROJECTS\nproject_id;cost\nA;4\nB;6\n"
			"C;5\nVOTES\nvoter_id;vote\n1;A\n2;A,B,C\n");
	SAID(0, NULL, "long.pb:16: This ballot names 1 project, which", path,
	     "--rule", "greedy");
	SAID(0, NULL, "long.pb:17: This ballot names 3 projects, which", path,
	     "--rule", "greedy");
	free(path);
	disk_remove(folder);
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
	    cmocka_unit_test(a_tie_that_ends_the_count_is_told),
	    cmocka_unit_test(the_threshold_is_a_number_or_that_of_the_file),
	    cmocka_unit_test(a_file_is_an_election_by_its_content_too),
	    cmocka_unit_test(a_wrong_command_line_says_what_is_right),
	    cmocka_unit_test(an_option_that_says_nothing_is_a_warning),
	    cmocka_unit_test(
		what_the_file_asks_for_is_said_when_it_is_not_done),
	    cmocka_unit_test(repairs_are_warnings_with_their_place),
	    cmocka_unit_test(ballots_of_a_length_that_meta_forbids_are_named),
	    cmocka_unit_test(what_steers_a_terminal_is_not_printed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
