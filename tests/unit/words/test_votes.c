/* Votes and points, and what a ballot of each type is, in words. */
#include <stdlib.h>
#include <string.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "words/steps.h"
#include "words/votes.h"
#include "words/words.h"

static void support_is_called_votes_only_where_ballots_are_ticked(void **state)
{
	static const char *const said[BALLOT_TYPE_COUNT] = {
	    [BALLOT_APPROVAL] = "47 votes", [BALLOT_KNAPSACK] = "47 votes",
	    [BALLOT_POINTS] = "47 points",  [BALLOT_SCORE] = "47 points",
	    [BALLOT_RANK] = "47 points",
	};
	char text[VOTES_TEXT];

	(void)state;
	for (int type = 0; type < BALLOT_TYPE_COUNT; type++) {
		votes_text((enum ballot_type)type, 47, text);
		assert_string_equal(text, said[type]);
		assert_string_equal(votes_head((enum ballot_type)type),
				    ballot_type_ticked((enum ballot_type)type)
					? "Votes"
					: "Points");
	}
	votes_text(BALLOT_APPROVAL, 1, text);
	assert_string_equal(text, "1 vote");
	votes_text(BALLOT_SCORE, 1, text);
	assert_string_equal(text, "1 point");
}

/* Pots of ten proposals, and their sentences, one a line. */
static const struct {
	struct pot pot;
	const char *rules;
} cases[] = {
    {{.ballot_type = BALLOT_APPROVAL, .choose_max = 3}, ""},
    {{.ballot_type = BALLOT_KNAPSACK, .choose_max = 10},
     "Each chooses as long as the money of the pot lasts.\n"},
    {{.ballot_type = BALLOT_POINTS,
      .choose_max = 10,
      .points = 10,
      .value_most = 10},
     "Each has 10 points to share out.\n"},
    {{.ballot_type = BALLOT_POINTS,
      .choose_min = 3,
      .choose_max = 5,
      .points = 12,
      .value_most = 4},
     "Each has 12 points to share out.\n"
     "One proposal gets at most 4 of them.\n"
     "At least 3 proposals get some.\n"
     "At most 5 proposals get some.\n"},
    {{.ballot_type = BALLOT_SCORE, .choose_max = 10, .value_most = 5},
     "Each gives proposals a score from 0 to 5.\n"
     "The scores are added up: they are its points.\n"},
    {{.ballot_type = BALLOT_SCORE,
      .choose_max = 10,
      .score_least = 1,
      .value_most = 10,
      .score_all = true},
     "Each gives proposals a score from 1 to 10.\n"
     "Those who score one score all.\n"
     "The scores are added up: they are its points.\n"},
    {{.ballot_type = BALLOT_RANK, .choose_max = 3},
     "Each puts up to 3 proposals in order, the best first.\n"
     "The last one that a ballot names gets 1 point, the one before it 2, and "
     "so on. The best one gets most.\n"},
    {{.ballot_type = BALLOT_RANK, .choose_min = 2, .choose_max = 3},
     "Each puts 2 to 3 proposals in order, the best first.\n"
     "The last one that a ballot names gets 1 point, the one before it 2, and "
     "so on. The best one gets most.\n"},
};

static void every_type_says_what_a_ballot_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char rules[BALLOT_RULES][BALLOT_RULE];
		char all[BALLOT_RULES * BALLOT_RULE] = "";
		int count = ballot_rules(&cases[i].pot, 10, rules);

		for (int j = 0; j < count; j++) {
			strcat(all, rules[j]);
			strcat(all, "\n");
		}
		assert_string_equal(all, cases[i].rules);
	}
}

static void a_limit_counts_ballots_where_there_are_points(void **state)
{
	struct pot pot = {.ballot_type = BALLOT_APPROVAL,
			  .threshold_votes = 4,
			  .threshold_percent = 20};
	char rules[BALLOT_RULES][BALLOT_RULE];

	(void)state;
	assert_int_equal(threshold_rules(&pot, rules), 0);
	pot.ballot_type = BALLOT_RANK;
	assert_int_equal(threshold_rules(&pot, rules), 2);
	assert_string_equal(rules[0],
			    "At least 4 ballots must name a proposal.");
	assert_string_equal(rules[1],
			    "At least 20 % of the ballots must name it, too.");
	pot.threshold_percent = 0;
	assert_int_equal(threshold_rules(&pot, rules), 1);
}

static void steps_of_points_speak_of_points_and_ballots(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct result *result = calloc(1, sizeof(*result));
	struct step award = {.kind = STEP_AWARD, .tie = -1, .other = -1};
	struct step tie = {.kind = STEP_TIE, .award = -1, .other = -1};
	char text[STEP_TEXT];

	(void)state;
	assert_non_null(result);
	meeting->pots[0].ballot_type = BALLOT_SCORE;
	meeting->pots[0].threshold_votes = 3;
	result->ballots = 40;
	result->awards[0] = (struct award){.votes = 9,
					   .named = 2,
					   .place = 1,
					   .outcome = OUTCOME_BELOW,
					   .because = -1};
	result->ties[0] =
	    (struct tie){.votes = 9, .count = 2, .proposal = {0, 1}};
	step_sentence(meeting, result, &award, 1, text);
	assert_non_null(strstr(text, ", 9 points, costs "));
	assert_non_null(
	    strstr(text, " 2 ballots name it. The limit is 3 ballots."));
	/* A tenth of 40. */
	meeting->pots[0].threshold_percent = 10;
	step_sentence(meeting, result, &award, 1, text);
	assert_non_null(strstr(text, "The limit is 4 ballots."));
	result->awards[0].votes = result->awards[0].named = 0;
	step_sentence(meeting, result, &award, 1, text);
	assert_non_null(strstr(text, "Nobody chose it."));
	step_sentence(meeting, result, &tie, 1, text);
	assert_non_null(strstr(text, "Proposals 1\u00a0and\u00a02 both have 9 "
				     "points."));
	free(result);
	meeting_free(meeting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		support_is_called_votes_only_where_ballots_are_ticked),
	    cmocka_unit_test(every_type_says_what_a_ballot_is),
	    cmocka_unit_test(a_limit_counts_ballots_where_there_are_points),
	    cmocka_unit_test(steps_of_points_speak_of_points_and_ballots),
	};

	words_language("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
