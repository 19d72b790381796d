/* Pots, rules by name, and meetings that are not as they should be. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/bolbro.h"

#include "rules/count.h"

static void every_rule_is_known_by_its_name(void **state)
{
	static const char *const names[] = {
#define RULE_KIND(name, spelled, whole) spelled,
#include "core/rule_kind.def"
#undef RULE_KIND
	};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_true(rule_known(names[i]));
	assert_false(rule_known("greedier"));
	assert_false(rule_known(""));
}

static void unknown_rule_is_refused_and_writes_nothing(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct result *result = malloc(sizeof(*result));
	struct result *before = malloc(sizeof(*before));
	struct tally tally;

	(void)state;
	assert_true(meeting && result && before);
	memset(result, 7, sizeof(*result));
	memcpy(before, result, sizeof(*result));
	tally_clear(&tally);
	meeting->pots[1].rule = "of-the-future";
	assert_int_equal(count_meeting(meeting, &tally, NULL, NULL, 0, result),
			 STATUS_NEWER_VERSION);
	assert_memory_equal(result, before, sizeof(*result));
	free(before);
	free(result);
	meeting_free(meeting);
}

static void pots_in_a_circle_still_come_to_an_end(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct result *result = malloc(sizeof(*result));
	const struct decision left = {.kind = DECISION_LEFT,
				      .pot = 1,
				      .count = 1,
				      .proposal = {3},
				      .amount_minor = {1},
				      .reason = ""};
	struct tally tally;

	(void)state;
	assert_true(meeting && result);
	tally_clear(&tally);
	meeting->pots[0].leftover_to = 1;
	meeting->pots[1].leftover_to = 0;
	assert_int_equal(count_meeting(meeting, &tally, NULL, NULL, 0, result),
			 STATUS_OK);
	assert_int_equal(result->pots[0].left_minor, 0);
	assert_int_equal(result->pots[1].left_minor,
			 meeting->pots[0].amount_minor +
			     meeting->pots[1].amount_minor);
	/* The rules say where that goes, though it could not go there. */
	assert_int_equal(count_meeting(meeting, &tally, NULL, &left, 1, result),
			 STATUS_OK);
	assert_true(result->pots[1].left_unused);
	assert_false(result->pots[0].left_unused);
	meeting->pots[0].leftover_to = 0;
	meeting->pots[1].leftover_to = MEETING_POTS;
	assert_int_equal(count_meeting(meeting, &tally, NULL, NULL, 0, result),
			 STATUS_OK);
	assert_int_equal(result->pots[0].left_minor,
			 meeting->pots[0].amount_minor);
	free(result);
	meeting_free(meeting);
}

static void ballots_and_blank_ones_are_told_per_pot(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct result *result = malloc(sizeof(*result));
	struct ballot ballot = {{0}};
	struct tally tally;

	(void)state;
	assert_true(meeting && result);
	tally_clear(&tally);
	tally_add(&tally, meeting, &ballot);
	ballot.value[3] = 1;
	tally_add(&tally, meeting, &ballot);
	assert_int_equal(count_meeting(meeting, &tally, NULL, NULL, 0, result),
			 STATUS_OK);
	assert_int_equal(result->ballots, 2);
	assert_int_equal(result->pots[0].blank, 2);
	assert_int_equal(result->pots[1].blank, 1);
	free(result);
	meeting_free(meeting);
}

static void decision_of_another_pot_settles_nothing(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct result *result = malloc(sizeof(*result));
	struct decision decision = {
	    .pot = 1, .count = 2, .proposal = {1, 0}, .reason = ""};
	struct tally tally;

	(void)state;
	assert_true(meeting && result);
	tally_clear(&tally);
	tally.ballots = 3;
	tally_set(&tally, meeting, 0, 3);
	tally_set(&tally, meeting, 1, 3);
	assert_int_equal(
	    count_meeting(meeting, &tally, NULL, &decision, 1, result),
	    STATUS_TIE);
	decision.proposal[1] = 1;
	decision.pot = 0;
	assert_int_equal(
	    count_meeting(meeting, &tally, NULL, &decision, 1, result),
	    STATUS_TIE);
	decision.proposal[1] = 0;
	assert_int_equal(
	    count_meeting(meeting, &tally, NULL, &decision, 1, result),
	    STATUS_OK);
	assert_int_equal(result->awards[0].proposal, 1);
	free(result);
	meeting_free(meeting);
}

/* Ten points from one ballot, and ten from four each: where two ballots are
 * asked for, only those two tie, whoever stands first on the ballot. */
static void equals_below_the_threshold_hide_no_tie(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct result *result = malloc(sizeof(*result));

	(void)state;
	assert_true(meeting && result);
	meeting->pots[0].threshold_votes = 2;
	for (int few = 0; few < 3; few++) {
		struct tally tally;

		tally_clear(&tally);
		tally.ballots = 10;
		for (int p = 0; p < 3; p++) {
			meeting->proposals[p].cost_minor =
			    meeting->pots[0].amount_minor;
			tally.support[p] = 10;
			tally.named[p] = p == few ? 1 : 4;
		}
		assert_int_equal(
		    count_meeting(meeting, &tally, NULL, NULL, 0, result),
		    STATUS_TIE);
		assert_int_equal(result->ties[0].count, 2);
		for (int i = 0; i < 3; i++)
			assert_int_equal(result->awards[i].outcome,
					 result->awards[i].proposal == few
					     ? OUTCOME_BELOW
					     : OUTCOME_UNDECIDED);
	}
	free(result);
	meeting_free(meeting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_rule_is_known_by_its_name),
	    cmocka_unit_test(unknown_rule_is_refused_and_writes_nothing),
	    cmocka_unit_test(pots_in_a_circle_still_come_to_an_end),
	    cmocka_unit_test(ballots_and_blank_ones_are_told_per_pot),
	    cmocka_unit_test(decision_of_another_pot_settles_nothing),
	    cmocka_unit_test(equals_below_the_threshold_hide_no_tie),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
