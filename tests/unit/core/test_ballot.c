/* Ballots: limits, text form, sums; and the meeting they belong to. */
#include "tests/lib/cmocka_all.h"

#include "core/ballot.h"
#include "core/tally.h"
#include "tests/lib/bolbro.h"

static int set_up(void **state)
{
	*state = bolbro_new();
	return *state ? 0 : -1;
}

static int tear_down(void **state)
{
	meeting_free(*state);
	return 0;
}

/* Approvals of the proposals with NUMBERS, 0 at the end. */
static struct ballot approving(const struct meeting *meeting,
			       const int *numbers)
{
	struct ballot ballot = {{0}};

	for (; *numbers; numbers++)
		ballot.value[meeting_proposal(meeting, *numbers)] = 1;
	return ballot;
}

static void limits_of_every_pot_are_kept(void **state)
{
	static const struct {
		int numbers[8];
		enum status status;
	} cases[] = {
	    {{0}, STATUS_OK},
	    {{1, 3, 0}, STATUS_OK},
	    {{1, 2, 3, 0}, STATUS_BALLOT},
	    {{4, 5, 6, 0}, STATUS_OK},
	    {{4, 5, 6, 7, 0}, STATUS_BALLOT},
	    {{1, 2, 8, 9, 10, 0}, STATUS_OK},
	};
	struct meeting *meeting = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct ballot ballot = approving(meeting, cases[i].numbers);

		assert_int_equal(ballot_check(meeting, &ballot),
				 cases[i].status);
	}
}

static void too_few_choices_are_refused_but_none_is_a_blank_vote(void **state)
{
	struct meeting *meeting = *state;
	struct ballot one = approving(meeting, (int[]){4, 0});
	struct ballot two = approving(meeting, (int[]){4, 5, 0});
	struct ballot none = {{0}};

	meeting->pots[1].choose_min = 2;
	assert_int_equal(ballot_check(meeting, &one), STATUS_BALLOT);
	assert_int_equal(ballot_check(meeting, &two), STATUS_OK);
	assert_int_equal(ballot_check(meeting, &none), STATUS_OK);
	assert_true(ballot_blank(meeting, &none));
	assert_false(ballot_blank(meeting, &one));
}

static void values_the_type_does_not_know_are_refused(void **state)
{
	struct meeting *meeting = *state;
	struct ballot ballot = {{0}};

	ballot.value[0] = 2;
	assert_int_equal(ballot_check(meeting, &ballot), STATUS_BALLOT);
	ballot.value[0] = -1;
	assert_int_equal(ballot_check(meeting, &ballot), STATUS_BALLOT);
	ballot.value[0] = 0;
	ballot.value[meeting->proposal_count] = 1;
	assert_int_equal(ballot_check(meeting, &ballot), STATUS_BALLOT);
}

static void the_text_has_three_digits_a_proposal_in_ballot_order(void **state)
{
	struct meeting *meeting = *state;
	struct ballot ballot = approving(meeting, (int[]){1, 5, 10, 0}), read;
	char text[BALLOT_TEXT + 1];

	ballot_encode(meeting, &ballot, text);
	assert_string_equal(text, "001000000000001000000000000001");
	assert_int_equal(ballot_decode(meeting, text, strlen(text), &read),
			 STATUS_OK);
	assert_memory_equal(&ballot, &read, sizeof(read));
}

static void a_text_that_is_no_ballot_is_refused_whole(void **state)
{
	static const char *const bad[] = {"",
					  "00100000000000100000000000000",
					  "0010000000000010000000000000011",
					  "00100000000000100000000000000x",
					  "002000000000001000000000000001",
					  "001001001000000000000000000000",
					  "-01000000000001000000000000001"};
	struct meeting *meeting = *state;
	struct ballot untouched, read;

	memset(&untouched, 0x5a, sizeof(untouched));
	read = untouched;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(
		    ballot_decode(meeting, bad[i], strlen(bad[i]), &read),
		    STATUS_DAMAGED);
	assert_memory_equal(&untouched, &read, sizeof(read));
}

static void a_tally_adds_ballots_up_in_any_order(void **state)
{
	struct meeting *meeting = *state;
	const struct ballot ballots[] = {
	    approving(meeting, (int[]){1, 4, 0}),
	    approving(meeting, (int[]){1, 2, 0}),
	    approving(meeting, (int[]){0}),
	};
	struct tally forth, back;

	tally_clear(&forth);
	tally_clear(&back);
	for (int i = 0; i < 3; i++) {
		tally_add(&forth, meeting, &ballots[i]);
		tally_add(&back, meeting, &ballots[2 - i]);
	}
	assert_memory_equal(&forth, &back, sizeof(forth));
	assert_int_equal(forth.ballots, 3);
	assert_int_equal(forth.blank[0], 1);
	assert_int_equal(forth.blank[1], 2);
	assert_int_equal(forth.support[0], 2);
	assert_int_equal(forth.support[1], 1);
	assert_int_equal(forth.support[3], 1);
}

/* Ballots of at most 5 points for one proposal, four of them. */
static void a_sum_alone_tells_as_few_ballots_as_it_must(void **state)
{
	static const struct {
		int named;
		int64_t support;
		int then;
	} cases[] = {
	    {2, 7, 2}, /* as it was */
	    {1, 7, 2}, /* one ballot cannot have given 7 */
	    {4, 3, 3}, /* nor four 3 */
	    {3, 0, 0}, {0, 1, 1}, {4, 20, 4},
	};
	struct meeting *meeting = *state;

	meeting->pots[0].ballot_type = BALLOT_POINTS;
	meeting->pots[0].points = 10;
	meeting->pots[0].value_most = 5;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct tally tally = {.ballots = 4};

		tally.named[0] = cases[i].named;
		tally_set(&tally, meeting, 0, cases[i].support);
		assert_int_equal(tally.support[0], cases[i].support);
		assert_int_equal(tally.named[0], cases[i].then);
		/* Where ballots are ticked the sum is all there is. */
		tally_set(&tally, meeting, 4, cases[i].support);
		assert_int_equal(tally.named[4], cases[i].support);
	}
}

static void costs_and_choices_are_summed_per_pot(void **state)
{
	struct meeting *meeting = *state;
	struct ballot ballot = approving(meeting, (int[]){3, 4, 7, 0});

	assert_int_equal(ballot_chosen(meeting, &ballot, 0), 1);
	assert_int_equal(ballot_chosen(meeting, &ballot, 1), 2);
	assert_int_equal(ballot_cost_minor(meeting, &ballot, 0), 5000000);
	assert_int_equal(ballot_cost_minor(meeting, &ballot, 1), 2000000);
}

static void a_missing_text_falls_back_to_another_language(void **state)
{
	struct meeting *meeting = *state;
	struct text text = {{"Have", NULL}};
	bool fallback;

	assert_string_equal(meeting_text(meeting, &text, 1, &fallback), "Have");
	assert_true(fallback);
	assert_string_equal(meeting_text(meeting, &text, 0, &fallback), "Have");
	assert_false(fallback);
	text.in[0] = NULL;
	assert_string_equal(meeting_text(meeting, &text, 0, &fallback), "");
}

static void incompatible_holds_both_ways(void **state)
{
	struct meeting *meeting = *state;

	meeting->proposals[1].incompatible_count = 1;
	meeting->proposals[1].incompatible[0] = meeting->proposals[0].number;
	assert_true(meeting_incompatible(meeting, 0, 1));
	assert_true(meeting_incompatible(meeting, 1, 0));
	assert_false(meeting_incompatible(meeting, 0, 2));
}

static void proposals_are_ordered_by_pot_then_number(void **state)
{
	struct meeting *meeting = *state;
	struct proposal held = meeting->proposals[0];
	int first, end;

	meeting->proposals[0] = meeting->proposals[9];
	meeting->proposals[9] = held;
	meeting_order(meeting);
	for (int i = 0; i < 10; i++)
		assert_int_equal(meeting->proposals[i].number, i + 1);
	meeting_pot_range(meeting, 1, &first, &end);
	assert_int_equal(first, 3);
	assert_int_equal(end, 10);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(limits_of_every_pot_are_kept),
	    TEST(too_few_choices_are_refused_but_none_is_a_blank_vote),
	    TEST(values_the_type_does_not_know_are_refused),
	    TEST(the_text_has_three_digits_a_proposal_in_ballot_order),
	    TEST(a_text_that_is_no_ballot_is_refused_whole),
	    TEST(a_tally_adds_ballots_up_in_any_order),
	    TEST(a_sum_alone_tells_as_few_ballots_as_it_must),
	    TEST(costs_and_choices_are_summed_per_pot),
	    TEST(a_missing_text_falls_back_to_another_language),
	    TEST(incompatible_holds_both_ways),
	    TEST(proposals_are_ordered_by_pot_then_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
