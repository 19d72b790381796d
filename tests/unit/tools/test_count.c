/* `stemmeboks count` on real meeting files: results, ties, lots, agreements. */
#include <jansson.h>
#include <unistd.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_type.h"
#include "tests/lib/cmocka_all.h"
#include "words/words.h"

/* Proposals 1 and 2 ask for all of the main pot and have five votes each. */
static void tie_begin(struct fixture *fixture)
{
	evening_begin(fixture, 20);
	fixture_vote(fixture, 5, "1 5");
	fixture_vote(fixture, 5, "2 6 7");
	fixture_vote(fixture, 3, "3 5 7");
	evening_end_in(fixture, PHASE_CLOSED);
}

static int tie_set_up(void **state)
{
	*state = malloc(sizeof(struct fixture));
	assert_non_null(*state);
	tie_begin(*state);
	return 0;
}

static int usual_set_up(void **state)
{
	*state = malloc(sizeof(struct fixture));
	assert_non_null(*state);
	evening_usual(*state, PHASE_CLOSED);
	return 0;
}

static int tear_down(void **state)
{
	fixture_end(*state);
	free(*state);
	return 0;
}

/* Publishes, and holds what lies there against the command, the second counter
 * and CHECK, for the shell in the folder. */
static void expect_published(const struct fixture *fixture, const char *check)
{
	char out[4 * FIXTURE_PATH], command[16 * FIXTURE_PATH];

	snprintf(out, sizeof(out), "%s/out", fixture->folder);
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	expect_run(0, "every number agrees", WORDS("verify", out));
	snprintf(command, sizeof(command), "cd '%s' && %s", out, check);
	assert_int_equal(system(command), 0);
	snprintf(command, sizeof(command),
		 "python3 tests/second_counter.py --check '%s' >&2 &&"
		 " rm -r '%s'",
		 out, out);
	assert_int_equal(system(command), 0);
}

static void before_closing_nothing_is_counted(void **state)
{
	struct fixture fixture;

	(void)state;
	evening_begin(&fixture, 12);
	fixture_vote(&fixture, 3, "1");
	fixture_leave(&fixture);
	expect_no_write(&fixture, 4, "stemmeboks close ",
			WORDS("count", fixture.path));
	fixture_end(&fixture);
}

static void counting_gives_the_money_and_moves_the_meeting_on(void **state)
{
	struct fixture *fixture = *state;

	expect_run(0, "1.     13    2  Movement park for all",
		   WORDS("count", fixture->path));
	assert_int_equal(phase_of(fixture), PHASE_COUNTED);
	/* Once more is the same, and writes nothing. */
	expect_no_write(fixture, 0, "1.     13    2  Movement park for all",
			WORDS("count", fixture->path));
	expect_no_write(fixture, 4, "The count is final",
			WORDS("count", fixture->path, "--lots", "main:1,2"));
}

static void a_tie_stops_the_count_and_says_what_to_type(void **state)
{
	struct fixture *fixture = *state;
	char command[256];

	expect_no_write(fixture, 3, "A tie decides about the money",
			WORDS("count", fixture->path));
	expect_no_write(
	    fixture, 3,
	    "There is 100,000\u00a0kr. left. These have 5 votes each:",
	    WORDS("count", fixture->path));
	expect_no_write(
	    fixture, 3,
	    "If 2 comes first, these of them get money: 2 (100,000\u00a0kr.)",
	    WORDS("count", fixture->path));
	snprintf(command, sizeof(command),
		 "stemmeboks count %s --lots main:_,_\n", fixture->path);
	expect_no_write(fixture, 3, command, WORDS("count", fixture->path));
	assert_int_equal(phase_of(fixture), PHASE_CLOSED);
}

static void a_tie_in_json_names_who_ties(void **state)
{
	struct fixture *fixture = *state;
	json_t *json, *ties;
	const char *error, *pot;
	int stopped, votes, first, second;

	json = expect_json(3, WORDS("count", fixture->path, "--json"));
	assert_int_equal(json_unpack(json, "{s:s, s:b, s:o}", "error", &error,
				     "stopped", &stopped, "ties", &ties),
			 0);
	assert_string_equal(error, "tie");
	assert_true(stopped);
	assert_int_equal(json_unpack(ties, "[{s:s, s:i, s:[i, i]}]", "pot",
				     &pot, "votes", &votes, "proposals", &first,
				     &second),
			 0);
	assert_string_equal(pot, "main");
	assert_int_equal(votes, 5);
	assert_int_equal(first, 1);
	assert_int_equal(second, 2);
	json_decref(json);
}

static void lots_settle_the_tie_and_stand_in_the_folder(void **state)
{
	struct fixture *fixture = *state;

	expect_run(0, "100,000\u00a0kr.  Gets the money",
		   WORDS("count", fixture->path, "--lots", "main:2,1",
			 "--again", "main: 2 1"));
	assert_int_equal(phase_of(fixture), PHASE_COUNTED);
	expect_published(
	    fixture,
	    "grep -q 'lots were drawn in public.*: 2, 1$'"
	    " steps.txt && grep -q '^2;main;.*;funded;100000$'"
	    " proposals.csv && grep -q ';decided;lots main ' audit.csv");
}

static void the_room_may_agree_and_its_reason_is_kept(void **state)
{
	struct fixture *fixture = *state;
	struct bundle *bundle;

	expect_run(0, NULL,
		   WORDS("count", fixture->path, "--agreed", "main: 1 , 2",
			 "--reason", "Gruppe 2 venter til næste år."));
	bundle = bundle_of(fixture);
	assert_int_equal(bundle->decision_count, 1);
	assert_int_equal(bundle->decisions[0].kind, DECISION_AGREED);
	assert_string_equal(bundle->decisions[0].reason,
			    "Gruppe 2 venter til næste år.");
	assert_int_equal(bundle->result.awards[0].proposal, 0);
	assert_int_equal(bundle->result.awards[0].outcome, OUTCOME_FUNDED);
	bundle_free(bundle);
}

static const struct mistake {
	const char *option, *value, *reason;
	const char *said;
} mistakes[] = {
    {"--lots", "nope:1,2", NULL, "The pots are: main, quick."},
    {"--lots", "1,2", NULL, "must be a pot, a colon and numbers"},
    {"--lots", "main:", NULL, "is not a list of numbers"},
    {"--lots", "main:1,", NULL, "is not a list of numbers"},
    {"--lots", "main:1;2", NULL, "is not a list of numbers"},
    {"--lots", "main:1,-2", NULL, "is not a list of numbers"},
    {"--lots", "main:1,99999999999999999999", NULL, "is not a list of numbers"},
    {"--lots", "main:1,77", NULL, "There is no proposal 77."},
    {"--lots", "main:1,5", NULL, "Proposal 5 is not in the pot \"main\"."},
    {"--lots", "main:1,1", NULL, "Proposal 1 stands there twice."},
    {"--lots", "main:1", NULL, "is between others: 1,2."},
    {"--lots", "main:1,3", NULL, "is between others: 1,2."},
    {"--lots", "main:1,2,3", NULL, "is between others: 1,2."},
    {"--lots", "quick:5,7", NULL, "No tie in the pot \"quick\" waits"},
    {"--agreed", "main:1,2", NULL, "--agreed needs --reason"},
    {"--lots", "main:1,2", "so there",
     "--reason goes with --agreed and --split"},
    {"--split", "main:1=50.000,2=50.000", NULL, "--split needs --reason"},
    {"--split", "main:1,2", "We share.", "is not a proposal and its money"},
    {"--split", "main:", "We share.", "is not a proposal and its money"},
    {"--split", "main:1=50.000,2", "We share.", "is between others: 1,2."},
    {"--split", "main:1=x,2=5", "We share.", "\"1=x\" is not a proposal and"},
    {"--split", "main:1=-5,2=5", "We share.", "\"1=-5\" is not a proposal"},
    {"--split", "1=5,2=5", "We share.", "a colon and amounts: main:4=5.000"},
    {"--split", "nope:1=5,2=5", "We share.", "The pots are: main, quick."},
    {"--split", "main:1=5,1=5", "We share.", "Proposal 1 stands there twice."},
    {"--split", "main:1=5,77=5", "We share.", "There is no proposal 77."},
    {"--split", "main:1=5", "We share.", "is between others: 1,2."},
    {"--split", "quick:5=5,7=5", "We share.", "No tie in the pot \"quick\""},
    {"--split", "main:1=50.000,2=50.000,01", "We share.",
     "The shares are 100,000.01\u00a0kr. together, but 100,000\u00a0kr. is "
     "left."},
    {"--split", "main:1=100.000,01,2=0", "We share.",
     "Proposal 1 can get at most 100,000\u00a0kr."},
    {"--agreed", "main:1,2", " ", "--reason is empty"},
    {"--agreed", "main:1,2", "", "--reason is empty"},
    {"--agreed", "main:1,2", "\u2026", "--reason says nothing"},
    {"--agreed", "main:1,2", " . . .", "--reason says nothing"},
    {"--agreed", "main:1,2", "\u00a0", "--reason says nothing"},
    {"--agreed", "main:_,_", "We voted.", "order drawn instead of _."},
    {"--lots", "main:_,_", NULL, "order drawn instead of _."},
    {"--lots", "main:2,_", NULL, "order drawn instead of _."},
    {"--lots", "main:1,,2", NULL, "is not a list of numbers"},
    {"--lots", "main:1 ,", NULL, "is not a list of numbers"},
    {"--lots", "main 1 2", NULL, "must be a pot, a colon and numbers"},
    {"--lots", " :1,2", NULL, "The pots are: main, quick."},
    {"--agreed", "main:1,2", "two\nlines", "must stand on one line"},
    {"--agreed", "main:1,2", "\xff", "is not valid text"},
    {"--agreed", "main:1,2",
     "0123456789012345678901234567890123456789012345678901234567890123456789"
     "0123456789012345678901234567890123456789012345678901234567890123456789"
     "0123456789012345678901234567890123456789012345678901234567890123456789",
     "--reason is too long"},
};

static void mistyped_decisions_are_told_and_nothing_is_written(void **state)
{
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		const struct mistake *mistake = &mistakes[i];

		expect_no_write(fixture, 2, mistake->said,
				mistake->reason
				    ? WORDS("count", fixture->path,
					    mistake->option, mistake->value,
					    "--reason", mistake->reason)
				    : WORDS("count", fixture->path,
					    mistake->option, mistake->value));
	}
	/* The right lots beside a wrong one are not kept either. */
	expect_no_write(fixture, 2, "No tie in the pot",
			WORDS("count", fixture->path, "--lots", "main:1,2",
			      "--lots", "quick:5,7"));
}

/* The ways in which people write it; 2 comes first in all. */
static void an_order_may_be_typed_with_blanks_and_the_pots_title(void **state)
{
	static const char *const typed[] = {
	    "main:2,1",
	    "main: 2 1",
	    " main : 2 , 1 ",
	    "MAIN:2  1 ",
	    "large proposals: 2, 1",
	    "Store forslag:2 1",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
		struct fixture fixture;

		tie_begin(&fixture);
		expect_run(0, "Drawn first: 2 ",
			   WORDS("count", fixture.path, "--lots", typed[i],
				 "--again", "main:2,1"));
		fixture_end(&fixture);
	}
}

static void lots_are_typed_by_two_people(void **state)
{
	struct fixture *fixture = *state;

	expect_no_write(fixture, 2,
			"Another person types the order again: --again "
			"POT:4,6",
			WORDS("count", fixture->path, "--lots", "main:2,1"));
	expect_no_write(fixture, 2, "Two people typed different orders",
			WORDS("count", fixture->path, "--lots", "main:2,1",
			      "--again", "main:1,2"));
	expect_no_write(fixture, 2, "is not a list of numbers",
			WORDS("count", fixture->path, "--lots", "main:2,1",
			      "--again", "main:"));
	expect_no_write(fixture, 2, "--again repeats a --lots",
			WORDS("count", fixture->path, "--lots", "main:2,1",
			      "--again", "main:2,1", "--again", "main:2,1"));
	expect_no_write(fixture, 2, "--again repeats a --lots",
			WORDS("count", fixture->path, "--again", "main:2,1"));
	assert_int_equal(phase_of(fixture), PHASE_CLOSED);
}

static void at_a_terminal_the_second_person_is_asked(void **state)
{
	const char *const asked = "Another person types the order again";
	struct fixture *fixture = *state;
	struct ran answer;

	answer =
	    ran_typing(ANSWERS({asked, "main:1,2"}),
		       WORDS("count", fixture->path, "--lots", "main:2,1"));
	assert_int_equal(answer.exit_code, 2);
	assert_non_null(strstr(answer.text, "different orders"));
	ran_free(&answer);
	assert_int_equal(phase_of(fixture), PHASE_CLOSED);
	answer =
	    ran_typing(ANSWERS({asked, "main: 2, 1"}),
		       WORDS("count", fixture->path, "--lots", "main:2,1"));
	assert_int_equal(answer.exit_code, 0);
	ran_free(&answer);
	assert_int_equal(phase_of(fixture), PHASE_COUNTED);
}

static void the_room_may_split_the_money_of_a_tie(void **state)
{
	struct fixture *fixture = *state;
	struct bundle *bundle;

	expect_run(
	    0,
	    "Agreed shares: 1 Allotments behind block 4 "
	    "60,000\u00a0kr., 2 Movement park for all 39,999.50\u00a0kr.",
	    WORDS("count", fixture->path, "--split",
		  "main: 1 = 60.000 kr., 2=39.999,50", "--reason",
		  "De deler."));
	bundle = bundle_of(fixture);
	assert_int_equal(bundle->decision_count, 1);
	assert_int_equal(bundle->decisions[0].kind, DECISION_SPLIT);
	assert_int_equal(bundle->decisions[0].proposal[1], 1);
	assert_true(bundle->decisions[0].amount_minor[0] == 6000000);
	assert_true(bundle->decisions[0].amount_minor[1] == 3999950);
	assert_string_equal(bundle->decisions[0].reason, "De deler.");
	for (int i = 0; i < 2; i++) {
		const struct award *award = &bundle->result.awards[i];

		assert_int_equal(award->outcome, OUTCOME_AGREED);
		assert_true(award->amount_minor ==
			    bundle->decisions[0].amount_minor[i]);
	}
	assert_true(bundle->result.pots[0].left_minor == 50);
	bundle_free(bundle);
}

static void a_split_between_two_that_exclude_each_other_is_refused(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct fixture fixture;

	(void)state;
	assert_non_null(meeting);
	words_language("en");
	meeting->proposals[0].incompatible[0] = 2;
	meeting->proposals[0].incompatible_count = 1;
	fixture_begin_with(&fixture, meeting, 20);
	fixture_advance(&fixture, PHASE_OPEN);
	fixture_vote(&fixture, 5, "1 5");
	fixture_vote(&fixture, 5, "2 6 7");
	evening_end_in(&fixture, PHASE_CLOSED);
	expect_no_write(&fixture, 2, "exclude each other",
			WORDS("count", fixture.path, "--split",
			      "main:1=50.000,2=50.000", "--reason", "Ja."));
	expect_run(0, "Agreed shares: 1 ",
		   WORDS("count", fixture.path, "--split", "main:1=50.000,2=0",
			 "--reason", "Ja."));
	fixture_end(&fixture);
}

static void ties_in_two_pots_are_settled_one_after_another(void **state)
{
	struct fixture fixture;

	(void)state;
	evening_begin(&fixture, 20);
	fixture_vote(&fixture, 4, "1 4 5 6");
	fixture_vote(&fixture, 4, "2 7 8 9");
	fixture_vote(&fixture, 4, "10");
	evening_end_in(&fixture, PHASE_CLOSED);
	expect_run(3, "--lots main:_,_ --lots quick:_,_,_,_,_,_,_\n",
		   WORDS("count", fixture.path));
	/* What was drawn is kept; the other tie still stops the count. */
	expect_run(3, "--lots quick:_,_,_,_,_,_,_\n",
		   WORDS("count", fixture.path, "--lots", "main:2,1", "--again",
			 "main:2,1"));
	expect_no_write(&fixture, 2, "is between others: 2,1.",
			WORDS("count", fixture.path, "--lots", "main:1,3"));
	assert_int_equal(phase_of(&fixture), PHASE_CLOSED);
	expect_run(0, "Gets the money",
		   WORDS("count", fixture.path, "--lots",
			 "quick:10,9,8,7,6,5,4", "--again",
			 "quick:10,9,8,7,6,5,4"));
	assert_int_equal(phase_of(&fixture), PHASE_COUNTED);
	fixture_end(&fixture);
}

/* Typed the wrong way round, seen in what the program says back, typed again:
 * the last order counts, and both stay in the acts. */
static void
an_order_typed_wrong_is_typed_again_while_a_tie_is_open(void **state)
{
	struct fixture fixture;
	struct bundle *bundle;

	(void)state;
	evening_begin(&fixture, 20);
	fixture_vote(&fixture, 4, "1 4 5 6");
	fixture_vote(&fixture, 4, "2 7 8 9");
	fixture_vote(&fixture, 4, "10");
	evening_end_in(&fixture, PHASE_CLOSED);
	expect_run(3,
		   "Drawn first: 1 Allotments behind block 4, then 2 Movement",
		   WORDS("count", fixture.path, "--lots", "main:1,2", "--again",
			 "main:1,2"));
	expect_no_write(&fixture, 2, "Two orders are given for one tie",
			WORDS("count", fixture.path, "--lots", "main:1,2",
			      "--lots", "main:2,1"));
	expect_run(3, "The order typed before is replaced",
		   WORDS("count", fixture.path, "--lots", "main:2,1", "--again",
			 "main:2,1"));
	expect_run(0, "The count is final.",
		   WORDS("count", fixture.path, "--lots",
			 "quick:10,9,8,7,6,5,4", "--again",
			 "quick:10,9,8,7,6,5,4"));
	bundle = bundle_of(&fixture);
	assert_int_equal(bundle->decision_count, 3);
	assert_int_equal(bundle->result.awards[0].proposal, 1);
	assert_int_equal(bundle->result.awards[0].outcome, OUTCOME_FUNDED);
	bundle_free(bundle);
	expect_no_write(&fixture, 4, "Write what is wrong in the protocol",
			WORDS("count", fixture.path, "--lots", "main:1,2"));
	expect_published(&fixture,
			 "grep -A1 ': 1, 2$' steps.txt |"
			 " grep -q 'corrected before the count ended' &&"
			 " ! grep -A1 ': 2, 1$' steps.txt | grep -q corrected");
	fixture_end(&fixture);
}

/* A quick pool of 60,000: of 5, 6 and 9 two get 25,000 each, and then 8 and 10
 * tie for the last 10,000. */
static void a_tie_behind_a_tie_can_be_settled_in_one_go(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct fixture fixture;
	struct bundle *bundle;

	(void)state;
	assert_non_null(meeting);
	meeting->pots[1].amount_minor = 6000000;
	words_language("en");
	fixture_begin_with(&fixture, meeting, 20);
	fixture_advance(&fixture, PHASE_OPEN);
	fixture_vote(&fixture, 5, "3 5 6 9");
	fixture_vote(&fixture, 3, "8 10");
	evening_end_in(&fixture, PHASE_CLOSED);
	expect_run(3, "--lots quick:_,_,_\n", WORDS("count", fixture.path));
	expect_no_write(&fixture, 2, "is between others: 5,6,9.",
			WORDS("count", fixture.path, "--lots", "quick:8,10",
			      "--lots", "quick:5,6,9"));
	expect_run(0, NULL,
		   WORDS("count", fixture.path, "--lots", "quick:9,6,5",
			 "--lots", "quick:10,8", "--again", "quick:9,6,5",
			 "--again", "quick:10,8"));
	bundle = bundle_of(&fixture);
	assert_int_equal(bundle->result.pots[1].given_minor, 6000000);
	assert_int_equal(bundle->decision_count, 2);
	bundle_free(bundle);
	fixture_end(&fixture);
}

static void a_file_with_blanks_in_its_name_is_quoted(void **state)
{
	struct fixture *fixture = *state;
	char path[4 * FIXTURE_PATH];

	snprintf(path, sizeof(path), "%s/it's tonight.meeting",
		 fixture->folder);
	assert_int_equal(rename(fixture->path, path), 0);
	expect_run(3, "it'\\''s tonight.meeting' --lots main:_,_\n",
		   WORDS("count", path));
	assert_int_equal(rename(path, fixture->path), 0);
}

static void what_is_no_meeting_file_is_said_to_be_so(void **state)
{
	struct fixture *fixture = *state;
	char path[4 * FIXTURE_PATH];

	snprintf(path, sizeof(path), "%s/other", fixture->folder);
	expect_run(2, "not found", WORDS("count", path));
	file_write(path, "hello", 5);
	expect_run(6, "not a Stemmeboks meeting file", WORDS("count", path));
	expect_run(6, "not a Stemmeboks meeting file", WORDS("verify", path));
	expect_run(6, "not a Stemmeboks meeting file",
		   WORDS("publish", path, "-o", "/nowhere/x"));
	expect_run(0, "Plain SQL gives the same sums",
		   WORDS("verify", fixture->path));
}

/* Someone with the file changes a vote with plain SQL after closing. */
static void a_ballot_changed_in_the_file_is_not_counted(void **state)
{
	struct fixture *fixture = *state;

	fixture_sql(fixture->path,
		    "UPDATE box SET ballot = "
		    "substr(ballot, 1, 9) || '001' || substr(ballot, 13) "
		    "WHERE used = 3 AND substr(ballot, 10, 3) = '000' "
		    "AND slot = (SELECT min(slot) FROM box WHERE used = 3 "
		    "AND substr(ballot, 10) = '000000000000000000000')");
	expect_no_write(fixture, 6, "damaged or was changed",
			WORDS("count", fixture->path));
	expect_no_write(fixture, 6, "damaged or was changed",
			WORDS("verify", fixture->path));
}

int main(void)
{
#define TIE(test) cmocka_unit_test_setup_teardown(test, tie_set_up, tear_down)
#define USUAL(test)                                                            \
	cmocka_unit_test_setup_teardown(test, usual_set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(before_closing_nothing_is_counted),
	    USUAL(counting_gives_the_money_and_moves_the_meeting_on),
	    TIE(a_tie_stops_the_count_and_says_what_to_type),
	    TIE(a_tie_in_json_names_who_ties),
	    TIE(lots_settle_the_tie_and_stand_in_the_folder),
	    TIE(the_room_may_agree_and_its_reason_is_kept),
	    TIE(mistyped_decisions_are_told_and_nothing_is_written),
	    cmocka_unit_test(
		an_order_may_be_typed_with_blanks_and_the_pots_title),
	    TIE(lots_are_typed_by_two_people),
	    TIE(at_a_terminal_the_second_person_is_asked),
	    TIE(the_room_may_split_the_money_of_a_tie),
	    cmocka_unit_test(
		a_split_between_two_that_exclude_each_other_is_refused),
	    cmocka_unit_test(ties_in_two_pots_are_settled_one_after_another),
	    cmocka_unit_test(
		an_order_typed_wrong_is_typed_again_while_a_tie_is_open),
	    cmocka_unit_test(a_tie_behind_a_tie_can_be_settled_in_one_go),
	    TIE(a_file_with_blanks_in_its_name_is_quoted),
	    USUAL(what_is_no_meeting_file_is_said_to_be_so),
	    USUAL(a_ballot_changed_in_the_file_is_not_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
