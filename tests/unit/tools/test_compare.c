/* `stemmeboks compare`: what several rules do with the same ballots. */
#include "tests/lib/cmocka_all.h"

#include <jansson.h>

#include "store/hand.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/store_kiosks.h"
#include "tests/lib/tools_run.h"

/* A (90) has three ballots, B (30) two, C (20) one of these two; one is blank;
 * there is 100.
 *
 * greedy        A; 10 are left, nothing fits.
 * greedy-ratio  B 2/30, C 1/20, A 3/90: B and C; 50 are left for A.
 * equal shares  16 2/3 each: B, 15 each of two; C's one holds 1 2/3; A's three
 *               50. Up to 29 that stays so (A needs 30 each), 30 spends 120: so
 *               B, and then by votes C, as A does not fit into 70.
 * phragmen      B in second 15; A would be next in second 30, but 70 are left:
 *               it ends (pabutools) or A is dropped and C bought in second 35.
 * welfare       A is worth 3, and so are B and C, which are cheaper. */
#define BALLOTS                                                                \
	"META\nkey;value\ndescription;Six ballots\nbudget;100\n"               \
	"vote_type;approval\nnum_votes;6\nnum_projects;3\ncurrency;EUR\n"      \
	"PROJECTS\nproject_id;cost;name\nA;90;a\nB;30;b\nC;20;c\nVOTES\n"      \
	"voter_id;vote\n1;A\n2;A\n3;A\n4;B\n5;B,C\n6;\n"

#define ALL                                                                    \
	"greedy,greedy-ratio,equal-shares:none,equal-shares,phragmen,"         \
	"phragmen:skip,welfare"

static const struct {
	const char *rule, *winners, *total, *average;
	int served;
} worked[] = {
    {"greedy", "[\"A\"]", "90", "45", 3},
    {"greedy-ratio", "[\"B\",\"C\"]", "50", "40/3", 2},
    {"equal-shares:cost:none", "[\"B\"]", "30", "10", 2},
    {"equal-shares:cost:add1u:equalshares", "[\"B\",\"C\"]", "50", "40/3", 2},
    {"phragmen:pabutools", "[\"B\"]", "30", "10", 2},
    {"phragmen:skip", "[\"B\",\"C\"]", "50", "40/3", 2},
    {"welfare", "[\"B\",\"C\"]", "50", "40/3", 2},
};

enum { WORKED = sizeof(worked) / sizeof(*worked) };

static char *folder, *path;

static int set_up(void **state)
{
	(void)state;
	folder = disk_folder();
	path = disk_path(folder, "six.pb");
	disk_write_text(folder, "six.pb", BALLOTS);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	free(path);
	disk_remove(folder);
	return 0;
}

static json_t *compared(const char *file, const char *rules)
{
	struct run run =
	    run_command("compare", file, "--rules", rules, "--json");
	json_t *json = json_loads(run.out, 0, NULL);

	if (run.code != 0 || !json)
		fail_msg("exit code %d\n%s%s", run.code, run.out, run.err);
	run_free(&run);
	return json;
}

static json_t *election_of(const json_t *json, size_t index)
{
	return json_array_get(json_object_get(json, "elections"), index);
}

#define SAID(code, out, err, ...)                                              \
	run_says(code, out, err,                                               \
		 (const char *const[]){"compare", __VA_ARGS__, NULL})

static void every_rule_is_as_worked_out_by_hand(void **state)
{
	json_t *json = compared(path, ALL);
	json_t *election = election_of(json, 0);
	json_t *rules = json_object_get(election, "rules");

	(void)state;
	json_says(election, "title", "\"Six ballots\"");
	json_says(election, "ballots", "6");
	json_says(election, "blank", "1");
	assert_int_equal(json_array_size(rules), WORKED);
	for (size_t i = 0; i < WORKED; i++) {
		json_t *rule = json_array_get(rules, i);
		char text[80];

		snprintf(text, sizeof(text), "\"%s\"", worked[i].rule);
		json_says(rule, "rule", text);
		json_says(rule, "winners", worked[i].winners);
		snprintf(text, sizeof(text), "\"%s\"", worked[i].total);
		json_says(rule, "total_cost", text);
		snprintf(text, sizeof(text), "\"%s\"", worked[i].average);
		json_says(rule, "average_spent", text);
		snprintf(text, sizeof(text), "%d", worked[i].served);
		json_says(rule, "served", text);
		snprintf(text, sizeof(text), "%d", 6 - worked[i].served);
		json_says(rule, "unserved", text);
		json_says(rule, "ties",
			  strstr(worked[i].rule, "welfare") ? "1" : "0");
	}
	json_decref(json);
}

/* 3 of 6, 2 of 6 (33.33) and 4 of 6 (66.67) rounded; 40/3 are 13.33. */
static void people_see_marks_and_rounded_shares(void **state)
{
	(void)state;
	SAID(0, " ● · · · · · ·  A a: 90\u00a0EUR, support 3", NULL, path,
	     "--rules", ALL);
	SAID(0, " · ● ● ● ● ● ●  B b: 30\u00a0EUR, support 2", NULL, path,
	     "--rules", ALL);
	SAID(0, "        50.0\u00a0%        33.3\u00a0%  of the voters named",
	     NULL, path, "--rules", "greedy,greedy-ratio");
	SAID(0, "        50.0\u00a0%        66.7\u00a0%  of the voters did not",
	     NULL, path, "--rules", "greedy,greedy-ratio");
	SAID(0, "        45\u00a0EUR     13.33\u00a0EUR  are spent", NULL, path,
	     "--rules", "greedy,greedy-ratio");
	SAID(0, "1 ballot names nothing.", NULL, path);
	SAID(0, "A: equals were told apart 1 time.", NULL, path, "--rules",
	     "welfare");
}

static void a_tie_that_may_not_be_settled_is_marked(void **state)
{
	struct run run = run_command("compare", path, "--rules", "welfare",
				     "--ties", "stop", "--json");
	json_t *json = json_loads(run.out, 0, NULL);
	json_t *rules = json_object_get(election_of(json, 0), "rules");

	(void)state;
	assert_int_equal(run.code, 0);
	json_says(json_array_get(rules, 0), "stopped", "true");
	json_says(json_array_get(rules, 0), "winners", "[]");
	json_decref(json);
	run_free(&run);
	SAID(0, "A: stopped at a tie", NULL, path, "--rules", "welfare",
	     "--ties", "stop");
}

static void a_wrong_word_of_rules_is_named(void **state)
{
	static const char *const wrong[] = {
	    "most",
	    "",
	    "greedy,",
	    "greedy:cost",
	    "equal-shares:skip",
	    "equal-shares:cost:count",
	    "phragmen:checker",
	    "welfare:add1",
	    "greedy:stop:stop",
	    "greedy,greedy,greedy,greedy,greedy,greedy,greedy,greedy,greedy,"
	    "greedy,greedy,greedy,greedy",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		SAID(2, NULL, "--rules cannot have", path, "--rules", wrong[i]);
	SAID(2, NULL, "--ties cannot be", path, "--ties", "lots");
	SAID(2, NULL, "none.pb: The file was not found", "none.pb");
}

static void every_pot_of_a_closed_meeting_is_compared(void **state)
{
	static const char *const acts[] = {"ready", "open", "close"};
	char *meeting = disk_path(folder, "m.stemmeboks");
	char *slips = disk_path(folder, "slips.pdf");
	struct run run;
	json_t *json;

	(void)state;
	SAID(2, NULL, "The file was not found", meeting);
	run = run_command("build", "assets/template", "-o", meeting);
	assert_int_equal(run.code, 0);
	run_free(&run);
	run = run_command("slips", meeting, "--count", "3", "-o", slips);
	assert_int_equal(run.code, 0);
	run_free(&run);
	for (size_t i = 0; i < 3; i++) {
		SAID(4, NULL, "Close the voting first", meeting);
		run = run_command(acts[i], meeting);
		assert_int_equal(run.code, 0);
		run_free(&run);
	}
	json = compared(meeting, "greedy,equal-shares");
	assert_true(json_array_size(json_object_get(json, "elections")) >= 2);
	/* Nobody voted: nobody is served by anything. */
	json_says(election_of(json, 1), "ballots", "0");
	json_says(
	    json_array_get(json_object_get(election_of(json, 1), "rules"), 1),
	    "average_spent", "\"0\"");
	json_decref(json);
	SAID(2, NULL, "--lenient goes with a .pb file", meeting, "--lenient");
	free(slips);
	free(meeting);
}

/* Of three, two choose 1 and one chooses 2, which cost all 100.000 kr. of the
 * pot: 33.333 kr. each are too little, 50.000 kr. each buy 1 alone. In the
 * other pot the third chooses 4, for 5.000 kr., and the others nothing. */
static void the_ballots_of_a_box_are_worked_out_by_hand(void **state)
{
	char reason[] = "Urnen";
	const struct hand_count hand = {
	    .ballots = 3, .stands = true, .reason = reason, .votes = {2, 1}};
	struct fixture fixture;
	json_t *json, *rules;

	(void)state;
	fixture_begin_in(&fixture, 4, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, 1));
	assert_ok(fixture_cast(&fixture, 1, 1));
	assert_ok(fixture_cast(&fixture, 2, 2 | 8));
	fixture_advance(&fixture, PHASE_CLOSED);
	json = compared(fixture.path, "greedy,equal-shares:none,equal-shares");
	rules = json_object_get(election_of(json, 0), "rules");
	json_says(json_array_get(rules, 0), "winners", "[\"1\"]");
	json_says(json_array_get(rules, 0), "served", "2");
	json_says(json_array_get(rules, 0), "average_spent", "\"200000/3\"");
	json_says(json_array_get(rules, 1), "winners", "[]");
	json_says(json_array_get(rules, 1), "unserved", "3");
	json_says(json_array_get(rules, 2), "winners", "[\"1\"]");
	rules = json_object_get(election_of(json, 1), "rules");
	json_says(election_of(json, 1), "blank", "2");
	json_says(json_array_get(rules, 1), "winners", "[\"4\"]");
	json_says(json_array_get(rules, 1), "average_spent", "\"5000/3\"");
	assert_int_equal(json_array_size(json_object_get(json, "warnings")), 1);
	json_decref(json);
	assert_ok(hand_add(fixture.store, &hand, FIXTURE_AT));
	fixture_leave(&fixture);
	SAID(0, NULL, "The money goes by the count of the urn", fixture.path);
	fixture_end(&fixture);
}

/* Two kiosks, a slip for each; the first is compared, then both together. */
static void one_box_of_several_says_that_it_is_one(void **state)
{
	struct kiosks kiosks;
	char all[KIOSKS_PATH + 16];
	json_t *json;

	(void)state;
	kiosks_begin(&kiosks, NULL, 4, 2, true);
	kiosks_vote(&kiosks, 0, 0, 1);
	kiosks_vote(&kiosks, 1, 1, 2);
	kiosks_close(&kiosks);
	SAID(0, NULL, "Only the ballots of kiosk 2 of 2 are in this",
	     kiosks.paths[1]);
	json = compared(kiosks.paths[0], "greedy");
	json_says(election_of(json, 0), "ballots", "1");
	assert_int_equal(json_array_size(json_object_get(json, "warnings")), 2);
	json_decref(json);
	snprintf(all, sizeof(all), "%s/all.meeting", kiosks.fixture.folder);
	kiosks_read(&kiosks);
	kiosks_collect(&kiosks, all);
	json = compared(all, "greedy");
	json_says(election_of(json, 0), "ballots", "2");
	assert_int_equal(json_array_size(json_object_get(json, "warnings")), 1);
	json_decref(json);
	kiosks_end(&kiosks);
}

/* Where the kiosks share a roll, the organisers' file has no ballots. */
static void a_file_whose_ballots_are_elsewhere_is_not_compared(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct kiosks kiosks;

	(void)state;
	assert_non_null(meeting);
	meeting->roll_url = "postgresql://192.168.1.10/bolbro";
	kiosks_begin(&kiosks, meeting, 4, 2, false);
	fixture_advance(&kiosks.fixture, PHASE_CLOSED);
	fixture_leave(&kiosks.fixture);
	SAID(6, NULL, "The votes of this meeting are in the kiosks' boxes",
	     kiosks.fixture.path);
	kiosks_end(&kiosks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_rule_is_as_worked_out_by_hand),
	    cmocka_unit_test(people_see_marks_and_rounded_shares),
	    cmocka_unit_test(a_tie_that_may_not_be_settled_is_marked),
	    cmocka_unit_test(a_wrong_word_of_rules_is_named),
	    cmocka_unit_test(every_pot_of_a_closed_meeting_is_compared),
	    cmocka_unit_test(the_ballots_of_a_box_are_worked_out_by_hand),
	    cmocka_unit_test(one_box_of_several_says_that_it_is_one),
	    cmocka_unit_test(
		a_file_whose_ballots_are_elsewhere_is_not_compared),
	};

	return cmocka_run_group_tests_name("compare", tests, set_up, tear_down);
}
