/* `stemmeboks agree`: what is left of a pot, shared out by the room. */
#include <jansson.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "words/words.h"

/* The quick pool of 70,000: 5 and 8 get 25,000 and 10,000, then 9 gets 25,000;
 * 10,000 are left, too little for 6 and 7. */
static void begin_with(struct fixture *fixture, struct meeting *meeting,
		       enum phase phase)
{
	assert_non_null(meeting);
	words_language("en");
	meeting->pots[1].amount_minor = 7000000;
	fixture_begin_with(fixture, meeting, 20);
	fixture_advance(fixture, PHASE_OPEN);
	fixture_vote(fixture, 6, "2 5");
	fixture_vote(fixture, 5, "2 8");
	fixture_vote(fixture, 4, "2 9");
	fixture_vote(fixture, 3, "6");
	fixture_vote(fixture, 2, "7");
	evening_end_in(fixture, phase);
}

static void begin(struct fixture *fixture, enum phase phase)
{
	begin_with(fixture, bolbro_new(), phase);
}

static int64_t agreed_of(struct fixture *fixture, int number)
{
	struct bundle *bundle = bundle_of(fixture);
	int index = meeting_proposal(bundle->meeting, number);
	int64_t agreed = -1;

	for (int i = 0; i < bundle->meeting->proposal_count; i++)
		if (bundle->result.awards[i].proposal == index)
			agreed = bundle->result.awards[i].agreed_minor;
	bundle_free(bundle);
	return agreed;
}

static void what_is_left_is_shared_before_and_after_the_count(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, PHASE_CLOSED);
	expect_run(0,
		   "Agreed shares of what is left: 6 Summer party on the lawn "
		   "4,000\u00a0kr., 7 Benches along the path 2,500.50\u00a0kr.",
		   WORDS("agree", fixture.path, "quick:6=4.000,7=2.500,50",
			 "--reason", "Alle rakte hånden op."));
	assert_int_equal(phase_of(&fixture), PHASE_CLOSED);
	assert_true(agreed_of(&fixture, 6) == 400000);
	assert_true(agreed_of(&fixture, 7) == 250050);
	expect_run(0, NULL, WORDS("count", fixture.path));
	/* Afterwards too, and what was agreed before is then replaced. */
	expect_run(0, "The shares typed before are replaced",
		   WORDS("agree", fixture.path, "quick:", "7", "=", "10.000",
			 "kr.", "--reason", "Kun bænke."));
	assert_int_equal(phase_of(&fixture), PHASE_COUNTED);
	assert_true(agreed_of(&fixture, 6) == 0);
	assert_true(agreed_of(&fixture, 7) == 1000000);
	fixture_end(&fixture);
}

static void the_rest_and_the_next_command_are_told(void **state)
{
	struct fixture fixture;
	const char *pot, *next;
	json_int_t left;
	json_t *json;

	(void)state;
	begin(&fixture, PHASE_CLOSED);
	expect_run(0, "Left in the pot now: 6,000\u00a0kr.",
		   WORDS("agree", fixture.path, "Hurtigpulje:6=4.000",
			 "--reason", "Ja."));
	json = expect_json(0, WORDS("agree", fixture.path, "quick:6=10.000",
				    "--reason", "Ja.", "--json"));
	assert_int_equal(json_unpack(json, "{s:s, s:I, s:s}", "pot", &pot,
				     "left_minor", &left, "next", &next),
			 0);
	assert_string_equal(pot, "quick");
	assert_true(left == 0);
	assert_memory_equal(next, "stemmeboks count ", 17);
	json_decref(json);
	fixture_end(&fixture);
}

static void what_the_count_would_not_use_is_refused(void **state)
{
	static const struct {
		const char *shares, *reason, *said;
	} cases[] = {
	    {"quick:6=10.000,01", "Ja.",
	     "The shares are 10,000.01\u00a0kr. together, but 10,000\u00a0kr. "
	     "is left."},
	    {"quick:6=6.000,7=6.000", "Ja.", "but 10,000\u00a0kr. is left."},
	    {"quick:8=1", "Ja.", "Proposal 8 can get at most 0\u00a0kr."},
	    {"quick:7=15.000,01", "Ja.",
	     "Proposal 7 can get at most 15,000\u00a0kr."},
	    {"main:1=1", "Ja.", "but 0\u00a0kr. is left."},
	    {"quick:1=5", "Ja.", "Proposal 1 is not in the pot \"quick\"."},
	    {"quick:6,7", "Ja.", "is not a proposal and its money"},
	    {"quick", "Ja.", "a colon and amounts: main:4=5.000,6=2.000"},
	    {"quick:6=1", NULL, "--reason is missing"},
	    {"quick:6=1", " ", "--reason is empty"},
	};
	struct fixture fixture;

	(void)state;
	begin(&fixture, PHASE_CLOSED);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_no_write(
		    &fixture, 2, cases[i].said,
		    cases[i].reason
			? WORDS("agree", fixture.path, cases[i].shares,
				"--reason", cases[i].reason)
			: WORDS("agree", fixture.path, cases[i].shares));
	fixture_end(&fixture);
}

static void a_rest_that_goes_on_to_another_pot_is_shared_there(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct fixture fixture;

	(void)state;
	meeting->pots[1].leftover_to = 0;
	begin_with(&fixture, meeting, PHASE_CLOSED);
	expect_no_write(
	    &fixture, 2,
	    "What is left of the pot \"quick\" goes on to the pot "
	    "\"main\". Share it out there.",
	    WORDS("agree", fixture.path, "quick:6=1", "--reason", "Ja."));
	expect_run(
	    0, NULL,
	    WORDS("agree", fixture.path, "main:1=10.000", "--reason", "Ja."));
	assert_true(agreed_of(&fixture, 1) == 1000000);
	fixture_end(&fixture);
}

static void one_that_is_excluded_gets_nothing_of_the_rest(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct fixture fixture;

	(void)state;
	/* 7 excludes 5, which has money. */
	meeting->proposals[6].incompatible[0] = 5;
	meeting->proposals[6].incompatible_count = 1;
	begin_with(&fixture, meeting, PHASE_CLOSED);
	expect_no_write(
	    &fixture, 2, "excludes another that gets money",
	    WORDS("agree", fixture.path, "quick:7=5", "--reason", "Ja."));
	fixture_end(&fixture);
}

static void an_open_tie_is_settled_first(void **state)
{
	struct fixture fixture;

	(void)state;
	evening_begin(&fixture, 20);
	fixture_vote(&fixture, 5, "1 5");
	fixture_vote(&fixture, 5, "2 6");
	evening_end_in(&fixture, PHASE_CLOSED);
	expect_no_write(
	    &fixture, 2, "A tie in the pot \"main\" is open. Settle it first",
	    WORDS("agree", fixture.path, "main:1=5", "--reason", "Ja."));
	/* The other pot does not wait for it. */
	expect_run(
	    0, "Next: stemmeboks count",
	    WORDS("agree", fixture.path, "quick:7=5", "--reason", "Ja."));
	fixture_end(&fixture);
}

static void before_closing_nothing_is_shared(void **state)
{
	struct fixture fixture;

	(void)state;
	evening_begin(&fixture, 12);
	fixture_vote(&fixture, 3, "1");
	fixture_leave(&fixture);
	expect_no_write(
	    &fixture, 4, "Voting is open. First close it: stemmeboks close ",
	    WORDS("agree", fixture.path, "main:2=5", "--reason", "Ja."));
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_left_is_shared_before_and_after_the_count),
	    cmocka_unit_test(the_rest_and_the_next_command_are_told),
	    cmocka_unit_test(what_the_count_would_not_use_is_refused),
	    cmocka_unit_test(
		a_rest_that_goes_on_to_another_pot_is_shared_there),
	    cmocka_unit_test(one_that_is_excluded_gets_nothing_of_the_rest),
	    cmocka_unit_test(an_open_tie_is_settled_first),
	    cmocka_unit_test(before_closing_nothing_is_shared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
