/* `stemmeboks recount`: the urn counted by two people, beside the machine. */
#include <jansson.h>

#include "counting/counting.h"
#include "store/hand.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_type.h"
#include "words/words.h"

enum { PATHS = 4 * FIXTURE_PATH };

/* The usual evening's count: 24 ballots, and the votes of 1 to 10. */
static const int usual[] = {24, 6, 13, 12, 13, 15, 6, 1, 9, 5, 6};

/* An evening, and where two people write what they counted. */
struct urn {
	struct fixture fixture;
	char first[PATHS], second[PATHS];
};

static void urn_begin(struct urn *urn, enum phase phase)
{
	evening_usual(&urn->fixture, phase);
	snprintf(urn->first, PATHS, "%s/first.csv", urn->fixture.folder);
	snprintf(urn->second, PATHS, "%s/second.csv", urn->fixture.folder);
}

/* The usual count with VOTES for proposal NUMBER; 0 is the ballots, -1 none. */
static void sheet_write(const char *path, int number, int votes)
{
	char text[512] = "number;votes\n";

	for (int i = 0; i <= 10; i++) {
		int shown = i == number ? votes : usual[i];
		char row[32];

		if (i == 0)
			snprintf(row, sizeof(row), "ballots;%d\n", shown);
		else
			snprintf(row, sizeof(row), "%d;%d\n", i, shown);
		strcat(text, row);
	}
	file_write(path, text, strlen(text));
}

static void text_write(const char *path, const char *text)
{
	file_write(path, text, strlen(text));
}

/* The newest hand count; fails without. Free with hand_free(). */
static struct hand_count *newest(struct urn *urn)
{
	struct hand_count *count = NULL;

	fixture_enter(&urn->fixture);
	assert_ok(hand_newest(urn->fixture.store, &count));
	fixture_leave(&urn->fixture);
	assert_non_null(count);
	return count;
}

#define FILES(urn) "--from", (urn).first, "--again", (urn).second

static void a_hand_count_that_agrees_is_kept_and_changes_nothing(void **state)
{
	struct hand_count *count;
	struct urn urn;

	(void)state;
	urn_begin(&urn, PHASE_CLOSED);
	expect_run(0, NULL, WORDS("count", urn.fixture.path));
	sheet_write(urn.first, -1, 0);
	sheet_write(urn.second, -1, 0);
	expect_run(0, "Machine and hand agree in every number.",
		   WORDS("recount", urn.fixture.path, FILES(urn)));
	assert_int_equal(phase_of(&urn.fixture), PHASE_COUNTED);
	count = newest(&urn);
	assert_int_equal(count->ballots, 24);
	for (int i = 0; i < 10; i++)
		assert_int_equal(count->votes[i], usual[1 + i]);
	assert_string_equal(count->reason, "");
	hand_free(count);
	fixture_end(&urn.fixture);
}

static void where_the_counts_differ_the_organisers_decide(void **state)
{
	struct hand_count *count;
	struct urn urn;

	(void)state;
	urn_begin(&urn, PHASE_CLOSED);
	expect_run(0, NULL, WORDS("count", urn.fixture.path));
	sheet_write(urn.first, 3, 14);
	sheet_write(urn.second, 3, 14);
	expect_no_write(&urn.fixture, 2,
			"3 Meeting place under the roof           12    14  +2",
			WORDS("recount", urn.fixture.path, FILES(urn)));
	expect_no_write(&urn.fixture, 2, "Machine and hand differ in 1 number.",
			WORDS("recount", urn.fixture.path, FILES(urn)));
	expect_no_write(
	    &urn.fixture, 2, "Say which the money goes by, and why",
	    WORDS("recount", urn.fixture.path, FILES(urn), "--stands", "hand"));
	expect_no_write(&urn.fixture, 2, "--stands is hand or machine",
			WORDS("recount", urn.fixture.path, FILES(urn),
			      "--stands", "paper", "--reason", "Ja."));
	expect_no_write(&urn.fixture, 2, "--reason says nothing",
			WORDS("recount", urn.fixture.path, FILES(urn),
			      "--stands", "hand", "--reason", "..."));
	expect_run(0, "The money goes by the machine's count.",
		   WORDS("recount", urn.fixture.path, FILES(urn), "--stands",
			 "machine", "--reason", "To sedler lå dobbelt."));
	assert_int_equal(phase_of(&urn.fixture), PHASE_COUNTED);
	expect_run(0, "The result no longer holds",
		   WORDS("recount", urn.fixture.path, FILES(urn), "--stands",
			 "hand", "--reason", "Papiret gælder."));
	assert_int_equal(phase_of(&urn.fixture), PHASE_CLOSED);
	count = newest(&urn);
	assert_true(count->stands);
	assert_int_equal(count->votes[2], 14);
	assert_string_equal(count->reason, "Papiret gælder.");
	hand_free(count);
	fixture_end(&urn.fixture);
}

/* The index of the proposal that is first in line for the main pot. */
static int first_in_line(struct urn *urn)
{
	struct counting *counting = NULL;
	int first;

	fixture_enter(&urn->fixture);
	assert_ok(counting_new(urn->fixture.store, &counting));
	first = counting->result.awards[0].proposal;
	counting_free(counting);
	fixture_leave(&urn->fixture);
	return first;
}

/* By machine 2 has 13 votes and 3 has 12. */
static void the_money_then_goes_by_the_hand_count(void **state)
{
	struct urn urn;

	(void)state;
	urn_begin(&urn, PHASE_CLOSED);
	assert_int_equal(first_in_line(&urn), 1);
	sheet_write(urn.first, 3, 14);
	sheet_write(urn.second, 3, 14);
	expect_run(0, NULL,
		   WORDS("recount", urn.fixture.path, FILES(urn), "--stands",
			 "hand", "--reason", "Papiret gælder."));
	assert_int_equal(first_in_line(&urn), 2);
	/* A tie of the hand count is one that stops the count. */
	sheet_write(urn.first, 3, 13);
	sheet_write(urn.second, 3, 13);
	expect_run(0, NULL,
		   WORDS("recount", urn.fixture.path, FILES(urn), "--stands",
			 "hand", "--reason", "Talt om."));
	expect_run(3, NULL, WORDS("count", urn.fixture.path));
	expect_run(0, "Drawn first: 3 ",
		   WORDS("count", urn.fixture.path, "--lots", "main:3,2",
			 "--again", "main:3,2"));
	assert_int_equal(phase_of(&urn.fixture), PHASE_COUNTED);
	fixture_end(&urn.fixture);
}

static void two_people_who_differ_are_told_where(void **state)
{
	struct urn urn;

	(void)state;
	urn_begin(&urn, PHASE_CLOSED);
	sheet_write(urn.first, 4, 12);
	sheet_write(urn.second, 4, 11);
	expect_no_write(&urn.fixture, 2,
			"4 Toys to share: the first person has 12, the second "
			"11. Count again.",
			WORDS("recount", urn.fixture.path, FILES(urn)));
	sheet_write(urn.first, 0, 23);
	sheet_write(urn.second, -1, 0);
	expect_no_write(&urn.fixture, 2,
			"Ballots in the urn: the first person has 23",
			WORDS("recount", urn.fixture.path, FILES(urn)));
	fixture_end(&urn.fixture);
}

#define REST "5;15\n6;6\n7;1\n8;9\n9;5\n10;6\n"

static void a_sheet_with_mistakes_is_told_line_by_line(void **state)
{
	static const struct {
		const char *sheet, *said;
	} cases[] = {
	    {"1;6\n2;13\n3;12\n4;13\n" REST,
	     "There is no row for the ballots."},
	    {"ballots;24\n1;6\n2;13\n3;12\n" REST,
	     "There is no row for 4 Toys to share."},
	    {"ballots;24\n1;6\n2;13\n3;12\n4;x\n" REST,
	     "first.csv:5: \"x\" is no number from 0 to 999999."},
	    {"ballots;24\n1;6\n2;13\n3;12\n4;-1\n" REST,
	     "first.csv:5: \"-1\" is no number"},
	    {"ballots;24\n1;6\n2;13\n3;12\n4\n" REST,
	     "first.csv:5: \"\" is no number"},
	    {"ballots;24\n1;6\n1;7\n2;13\n3;12\n4;13\n" REST,
	     "first.csv:3: 1 stands in line 2 already."},
	    {"ballots;24\n77;1\n1;6\n2;13\n3;12\n4;13\n" REST,
	     "first.csv:2: There is no proposal \"77\"."},
	    {"ballots;24\n1;6\n2;13\n3;12\n4;25\n" REST,
	     "first.csv:5: 25 votes for 4 Toys to share are too many for 24 "
	     "ballots."},
	    {"ballots;9999999\n1;6\n2;13\n3;12\n4;13\n" REST,
	     "first.csv:1: \"9999999\" is no number"},
	};
	struct urn urn;

	(void)state;
	urn_begin(&urn, PHASE_CLOSED);
	sheet_write(urn.second, -1, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		text_write(urn.first, cases[i].sheet);
		expect_no_write(&urn.fixture, 2, cases[i].said,
				WORDS("recount", urn.fixture.path, FILES(urn)));
	}
	/* Commas, another order, a header with other words: all fine. */
	text_write(urn.first, "nr.,stemmer\n10,6\n9,5\n8,9\n7,1\n6,6\n5,15\n"
			      "4,13\n3,12\n2,13\n1,6\nBallots, 24 \n");
	expect_run(0, "agree in every number",
		   WORDS("recount", urn.fixture.path, FILES(urn)));
	fixture_end(&urn.fixture);
}

static void one_sheet_is_not_enough(void **state)
{
	struct urn urn;

	(void)state;
	urn_begin(&urn, PHASE_CLOSED);
	sheet_write(urn.first, -1, 0);
	expect_no_write(&urn.fixture, 2, "Two people count: give --from",
			WORDS("recount", urn.fixture.path));
	expect_no_write(
	    &urn.fixture, 2, "Two people count: give --from",
	    WORDS("recount", urn.fixture.path, "--from", urn.first));
	expect_no_write(&urn.fixture, 2, "are the same file",
			WORDS("recount", urn.fixture.path, "--from", urn.first,
			      "--again", urn.first));
	expect_no_write(&urn.fixture, 2, "second.csv: The file is not there",
			WORDS("recount", urn.fixture.path, FILES(urn)));
	fixture_end(&urn.fixture);
}

static void in_json_every_difference_is_named(void **state)
{
	int agree, again, machine, hand, number;
	const char *stands, *phase, *error;
	json_t *json;
	struct urn urn;

	(void)state;
	urn_begin(&urn, PHASE_CLOSED);
	sheet_write(urn.first, 3, 11);
	sheet_write(urn.second, 3, 11);
	json = expect_json(
	    2, WORDS("recount", urn.fixture.path, FILES(urn), "--json"));
	assert_int_equal(json_unpack(json, "{s:s}", "error", &error), 0);
	json_decref(json);
	json = expect_json(0, WORDS("recount", urn.fixture.path, FILES(urn),
				    "--stands", "hand", "--reason", "Ja.",
				    "--json"));
	assert_int_equal(
	    json_unpack(json, "{s:b, s:s, s:b, s:s, s:[{s:i, s:i, s:i}]}",
			"agree", &agree, "stands", &stands, "count_again",
			&again, "phase", &phase, "differences", "number",
			&number, "machine", &machine, "hand", &hand),
	    0);
	assert_false(agree);
	assert_false(again);
	assert_string_equal(stands, "hand");
	assert_string_equal(phase, "closed");
	assert_int_equal(number, 3);
	assert_int_equal(machine, 12);
	assert_int_equal(hand, 11);
	json_decref(json);
	fixture_end(&urn.fixture);
}

static void before_closing_no_urn_is_counted(void **state)
{
	struct urn urn;

	(void)state;
	urn_begin(&urn, PHASE_OPEN);
	sheet_write(urn.first, -1, 0);
	sheet_write(urn.second, -1, 0);
	expect_no_write(&urn.fixture, 4,
			"Voting is open. First close it: stemmeboks close ",
			WORDS("recount", urn.fixture.path, FILES(urn)));
	fixture_end(&urn.fixture);
}

/* First: 4 is mistyped as words, then 12. Second: 13. Both then say 12, which
 * is not what the machine has. */
static void at_a_terminal_two_people_are_asked_one_after_the_other(void **state)
{
	struct hand_count *count;
	struct ran answer;
	const char *cleared;
	struct urn urn;

	(void)state;
	urn_begin(&urn, PHASE_CLOSED);
	answer = ran_typing(
	    ANSWERS({"Ballots in the urn:", "24"}, {"1 Allotments", "6"},
		    {"2 Movement", "13"}, {"3 Meeting", "12"},
		    {"4 Toys", "many"}, {"\"many\" is no number", "25"},
		    {"25 votes for 4 Toys to share are too many", "12"},
		    {"5 Shared", "15"}, {"6 Summer", "6"}, {"7 Bench", "1"},
		    {"8 Raised", "9"}, {"9 Bicycle", "5"}, {"10 Foot", "6"},
		    {"Ballots in the urn:", "24"}, {"1 Allotments", "6"},
		    {"2 Movement", "13"}, {"3 Meeting", "12"}, {"4 Toys", "13"},
		    {"5 Shared", "15"}, {"6 Summer", "6"}, {"7 Bench", "1"},
		    {"8 Raised", "9"}, {"9 Bicycle", "5"}, {"10 Foot", "6"},
		    {"12 and 13. Count these again.\r\nFirst person:\r\n  4 "
		     "Toys to "
		     "share:",
		     "12"},
		    {"Second person:\r\n  4 Toys to share:", "12"},
		    {"Which count does the money go by", "paper"},
		    {"Which count does the money go by", "hand"},
		    {"Why?", "..."},
		    {"says nothing", "En seddel lå på gulvet."}),
	    WORDS("recount", urn.fixture.path));
	if (answer.exit_code != 0)
		fail_msg("%s", answer.text);
	/* What the first person typed is taken off the screen. */
	cleared = strstr(answer.text, "\033[2J");
	assert_non_null(cleared);
	assert_true(strstr(answer.text, "Second person") > cleared);
	ran_free(&answer);
	count = newest(&urn);
	assert_int_equal(count->votes[3], 12);
	assert_true(count->stands);
	assert_string_equal(count->reason, "En seddel lå på gulvet.");
	hand_free(count);
	fixture_end(&urn.fixture);
}

/* Ballots of 240 and 250, then 12 of both: too few for the votes typed before.
 */
static void fewer_ballots_than_the_votes_need_are_asked_again(void **state)
{
	struct hand_count *count;
	struct ran answer;
	struct urn urn;

	(void)state;
	urn_begin(&urn, PHASE_CLOSED);
	answer = ran_typing(
	    ANSWERS({"Ballots in the urn:", "240"}, {"1 Allotments", "6"},
		    {"2 Movement", "13"}, {"3 Meeting", "12"}, {"4 Toys", "12"},
		    {"5 Shared", "12"}, {"6 Summer", "6"}, {"7 Bench", "1"},
		    {"8 Raised", "9"}, {"9 Bicycle", "5"}, {"10 Foot", "6"},
		    {"Ballots in the urn:", "250"}, {"1 Allotments", "6"},
		    {"2 Movement", "13"}, {"3 Meeting", "12"}, {"4 Toys", "12"},
		    {"5 Shared", "12"}, {"6 Summer", "6"}, {"7 Bench", "1"},
		    {"8 Raised", "9"}, {"9 Bicycle", "5"}, {"10 Foot", "6"},
		    {"240 and 250. Count these again.\r\nFirst person:\r\n  "
		     "Ballots in the urn:",
		     "12"},
		    {"Second person:\r\n  Ballots in the urn:", "12"},
		    {"13 and 13. Count these again.\r\nFirst person:\r\n  2 "
		     "Movement",
		     "12"},
		    {"Second person:\r\n  2 Movement", "12"},
		    {"Which count does the money go by", "machine"},
		    {"Why?", "The urn was moved."}),
	    WORDS("recount", urn.fixture.path));
	if (answer.exit_code != 0)
		fail_msg("%s", answer.text);
	ran_free(&answer);
	count = newest(&urn);
	assert_int_equal(count->ballots, 12);
	assert_int_equal(count->votes[1], 12);
	hand_free(count);
	fixture_end(&urn.fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_hand_count_that_agrees_is_kept_and_changes_nothing),
	    cmocka_unit_test(where_the_counts_differ_the_organisers_decide),
	    cmocka_unit_test(the_money_then_goes_by_the_hand_count),
	    cmocka_unit_test(two_people_who_differ_are_told_where),
	    cmocka_unit_test(a_sheet_with_mistakes_is_told_line_by_line),
	    cmocka_unit_test(one_sheet_is_not_enough),
	    cmocka_unit_test(in_json_every_difference_is_named),
	    cmocka_unit_test(before_closing_no_urn_is_counted),
	    cmocka_unit_test(
		at_a_terminal_two_people_are_asked_one_after_the_other),
	    cmocka_unit_test(fewer_ballots_than_the_votes_need_are_asked_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
