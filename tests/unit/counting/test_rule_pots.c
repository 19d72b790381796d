/* A meeting's pots under every rule: cases worked out by hand, and what holds
 * for any meeting. */
#include "core/rule_kind.h"
#include "counting/pot_election.h"
#include "rules/count.h"
#include "rules/election.h"
#include "rules/funding.h"
#include "rules/pot_options.h"
#include "tests/lib/ballots.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/counting_evening.h"
#include "tests/lib/store_fixture.h"
#include "tests/lib/cmocka_all.h"

enum { MEETINGS = 3000 };

static const struct award *award_of(const struct result *result, int proposal)
{
	const struct award *award = result->awards;

	while (award->proposal != proposal)
		award++;
	return award;
}

/* What was given when a tie stopped the count is still given. */
static void given_check(const struct evening *evening,
			const bool given[MEETING_PROPOSALS])
{
	for (int i = 0; i < evening->meeting->proposal_count; i++)
		if (given[i])
			assert_int_equal(award_of(&evening->result, i)->outcome,
					 OUTCOME_FUNDED);
}

/* Where a tie stands in the way of finding the share, nothing is given yet. */
static void searched_check(const struct evening *evening, int pot)
{
	const struct pot_result *found = &evening->result.pots[pot];
	enum rule_completion completion =
	    pot_completion(&evening->meeting->pots[pot]);

	if (completion != COMPLETION_ADD1 && completion != COMPLETION_ADD1U)
		return;
	assert_int_equal(found->given_minor, 0);
	assert_int_equal(found->share_minor, 0);
}

/* Draws lots about open ties until none is left; how many times. */
static int evening_settle(struct evening *evening, const struct random *random)
{
	bool given[MEETING_PROPOSALS] = {false};
	int settled = 0;

	while (evening_count(evening) == STATUS_TIE) {
		const struct tie *tie = evening->result.ties;
		struct decision *decision;

		assert_true(evening->result.stopped);
		given_check(evening, given);
		for (int i = 0; i < evening->meeting->proposal_count; i++)
			given[i] = award_of(&evening->result, i)->outcome ==
				   OUTCOME_FUNDED;
		while (tie->settled || !tie->changes_money)
			tie++;
		assert_true(tie->count >= 2);
		searched_check(evening, tie->pot);
		assert_true(evening->decision_count < EVENING_DECISIONS);
		decision = &evening->decisions[evening->decision_count++];
		*decision = (struct decision){.kind = DECISION_LOTS,
					      .pot = tie->pot,
					      .count = tie->count,
					      .reason = ""};
		memcpy(decision->proposal, tie->proposal,
		       sizeof(decision->proposal));
		random_shuffle(random, decision->proposal, decision->count);
		settled++;
	}
	assert_false(evening->result.stopped);
	given_check(evening, given);
	return settled;
}

/* The thresholds of the award's pot, none of which is less than one ballot. */
static bool named_too_seldom(const struct evening *evening,
			     const struct award *award)
{
	const struct meeting *meeting = evening->meeting;
	const struct pot *pot =
	    &meeting->pots[meeting->proposals[award->proposal].pot];

	return award->named < pot->threshold_votes ||
	       100 * award->named <
		   pot->threshold_percent * evening->ballot_count;
}

/* Whoever is told of gets all it costs or nothing, once; the money is there;
 * and steps are in the order in which it goes. */
static void money_check(const struct evening *evening)
{
	const struct meeting *meeting = evening->meeting;
	const struct result *result = &evening->result;

	for (int pot = 0; pot < meeting->pot_count; pot++) {
		const struct pot_result *found = &result->pots[pot];
		int64_t left = found->money_minor;
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		assert_int_equal(found->end_award - found->first_award,
				 end - first);
		for (int i = found->first_award; i < found->end_award; i++) {
			const struct award *award = &result->awards[i];
			int64_t cost =
			    meeting->proposals[award->proposal].cost_minor;

			assert_in_range(award->proposal, first, end - 1);
			assert_int_equal(award->left_before_minor, left);
			assert_int_equal(award->amount_minor,
					 award->outcome == OUTCOME_FUNDED ? cost
									  : 0);
			if (award->outcome == OUTCOME_TOO_DEAR)
				assert_true(cost > left);
			assert_int_equal(award->outcome == OUTCOME_BELOW,
					 named_too_seldom(evening, award));
			left -= award->amount_minor;
			assert_true(left >= 0);
		}
		assert_int_equal(found->given_minor, found->money_minor - left);
	}
}

static void payments_check(const struct evening *evening)
{
	const struct meeting *meeting = evening->meeting;

	for (int i = 0; i < meeting->proposal_count; i++) {
		const struct award *award = &evening->result.awards[i];
		const struct proposal *asks =
		    &meeting->proposals[award->proposal];
		const struct pot *pot = &meeting->pots[asks->pot];

		assert_true(award->emptied <= award->backers);
		assert_true(award->backers <= award->named);
		if (award->outcome != OUTCOME_FUNDED || award->emptied > 0 ||
		    award->backers == 0 || !award->pays_exactly ||
		    !ballot_type_ticked(pot->ballot_type))
			continue;
		assert_int_equal(award->backers * award->pays_minor,
				 asks->cost_minor);
	}
}

static void any_meeting_keeps_to_its_money_in_any_order_of_ballots(void **state)
{
	uint64_t seed = 20261125;
	struct random random = bolbro_random(&seed);
	int funded[RULE_KINDS] = {0}, settled[RULE_KINDS] = {0};
	int outcomes[OUTCOME_OUTWEIGHED + 1] = {0};
	struct result *before = malloc(sizeof(*before));

	(void)state;
	assert_non_null(before);
	for (int i = 0; i < MEETINGS; i++) {
		struct evening *evening = evening_draw(&random);
		const struct meeting *meeting = evening->meeting;

		evening_settle(evening, &random);
		money_check(evening);
		payments_check(evening);
		for (int j = 0; j < evening->decision_count; j++)
			settled[pot_rule(
			    &meeting->pots[evening->decisions[j].pot])]++;
		for (int j = 0; j < meeting->proposal_count; j++) {
			const struct award *award = &evening->result.awards[j];
			int pot = meeting->proposals[award->proposal].pot;

			outcomes[award->outcome]++;
			funded[pot_rule(&meeting->pots[pot])] +=
			    award->outcome == OUTCOME_FUNDED;
		}
		*before = evening->result;
		evening_elect(evening,
			      1 + evening_number(&random, EVENING_BALLOTS));
		assert_int_equal(evening_count(evening), STATUS_OK);
		assert_memory_equal(before, &evening->result, sizeof(*before));
		evening_free(evening);
	}
	for (int kind = 0; kind < RULE_KINDS; kind++) {
		assert_true(funded[kind] > 300);
		assert_true(settled[kind] > 20);
	}
	assert_true(outcomes[OUTCOME_SHARES] > 50);
	assert_true(outcomes[OUTCOME_OUTWEIGHED] > 50);
	assert_true(outcomes[OUTCOME_TOO_DEAR] > 50);
	assert_true(outcomes[OUTCOME_BELOW] > 50);
	free(before);
}

static enum status rule_run(const struct evening *evening,
			    struct funding **ret_funding)
{
	static enum status (*const rules[])(const struct election *,
					    const struct rule_options *,
					    struct funding **) = {
	    [RULE_EQUAL_SHARES] = rule_equal_shares,
	    [RULE_PHRAGMEN] = rule_phragmen,
	    [RULE_KNAPSACK] = rule_welfare,
	};
	struct rule_options options;

	assert_true(pot_options(&evening->meeting->pots[0], &options));
	return rules[pot_rule(&evening->meeting->pots[0])](
	    evening->elections.of[0], &options, ret_funding);
}

/* The same projects in the same order; for the knapsack the same projects. */
static void same_winners(const struct evening *evening,
			 const struct funding *funding)
{
	bool ordered = pot_rule(&evening->meeting->pots[0]) != RULE_KNAPSACK;
	const struct result *result = &evening->result;
	int at = 0;

	for (int i = 0; i < result->pots[0].end_award; i++) {
		const struct award *award = &result->awards[i];
		bool has = false;

		if (award->outcome != OUTCOME_FUNDED)
			continue;
		assert_true(at < funding->round_count);
		for (int j = 0; j < funding->round_count; j++)
			has |= funding->rounds[j].project == award->proposal;
		assert_true(has);
		if (ordered)
			assert_int_equal(funding->rounds[at].project,
					 award->proposal);
		at++;
	}
	assert_int_equal(at, funding->round_count);
}

/* Both stop at a tie of the same proposals. */
static void same_tie(const struct evening *evening,
		     const struct funding *funding)
{
	const struct tie *tie =
	    &evening->result.ties[evening->result.tie_count - 1];
	const struct funding_round *round =
	    &funding->rounds[funding->round_count - 1];

	assert_true(tie->changes_money && !tie->settled);
	assert_int_equal(tie->count, round->tied_count);
	for (int i = 0; i < tie->count; i++) {
		assert_int_equal(tie->proposal[i], round->tied[i]);
		assert_int_equal(
		    award_of(&evening->result, tie->proposal[i])->outcome,
		    OUTCOME_UNDECIDED);
	}
}

static void a_pot_is_counted_as_the_rule_counts_its_election(void **state)
{
	uint64_t seed = 61125;
	struct random random = bolbro_random(&seed);
	int same = 0, tied = 0;

	(void)state;
	for (int i = 0; i < MEETINGS; i++) {
		struct evening *evening = evening_draw(&random);
		struct pot *pot = &evening->meeting->pots[0];
		struct funding *funding = NULL;
		enum status status;

		if (pot_rule(pot) != RULE_GREEDY &&
		    evening->meeting->pot_count == 1) {
			pot->threshold_votes = 1;
			pot->threshold_percent = 0;
			status = rule_run(evening, &funding);
			assert_int_equal(evening_count(evening), status);
			if (status == STATUS_OK)
				same_winners(evening, funding);
			else
				same_tie(evening, funding);
			same += status == STATUS_OK;
			tied += status == STATUS_TIE;
			funding_free(funding);
		}
		evening_free(evening);
	}
	assert_true(same > 200);
	assert_true(tied > 30);
}

/* 300 kr. and three ballots: 1 and 3; 1 and 3; 2 and 3. They cost 200, 100 and
 * 150 kr. */
static struct evening *small_evening(const char *rule, const char *completion)
{
	static const int costs[] = {20000, 10000, 15000};
	struct evening *evening = calloc(1, sizeof(*evening));
	struct meeting *meeting = meeting_new();

	assert_true(evening && meeting);
	evening->meeting = meeting;
	meeting->language_count = 1;
	meeting->pot_count = 1;
	meeting->pots[0] = (struct pot){
	    .key = "a",
	    .title = {{"A"}},
	    .amount_minor = 30000,
	    .ballot_type = BALLOT_APPROVAL,
	    .choose_max = 3,
	    .rule = rule,
	    .completion = completion,
	    .threshold_votes = 1,
	    .leftover_to = -1,
	};
	for (int i = 0; i < 3; i++)
		meeting->proposals[meeting->proposal_count++] =
		    (struct proposal){.number = i + 1,
				      .title = {{"?"}},
				      .cost_minor = costs[i]};
	evening->ballot_count = 3;
	evening->ballots[0] = (struct ballot){{1, 0, 1}};
	evening->ballots[1] = (struct ballot){{1, 0, 1}};
	evening->ballots[2] = (struct ballot){{0, 1, 1}};
	evening_elect(evening, 0);
	return evening;
}

struct expected {
	int proposal;
	enum outcome outcome;
	int64_t left_before_minor;
	int backers, emptied;
	int64_t pays_minor;
	bool completed;
};

static void expect_awards(struct evening *evening,
			  const struct expected expected[3])
{
	assert_int_equal(evening_count(evening), STATUS_OK);
	for (int i = 0; i < 3; i++) {
		const struct award *award = &evening->result.awards[i];

		assert_int_equal(award->proposal, expected[i].proposal);
		assert_int_equal(award->outcome, expected[i].outcome);
		assert_int_equal(award->left_before_minor,
				 expected[i].left_before_minor);
		assert_int_equal(award->backers, expected[i].backers);
		assert_int_equal(award->emptied, expected[i].emptied);
		assert_int_equal(award->pays_minor, expected[i].pays_minor);
		assert_int_equal(award->completed, expected[i].completed);
	}
}

/* All three pay 50 of their 100 kr. for number 3. The two of number 1 then have
 * 100 of 200 kr., the one of number 2 has 50 of 100. */
static void equal_shares_buy_what_supporters_can_pay(void **state)
{
	struct evening *evening = small_evening("equal-shares", "none");

	(void)state;
	expect_awards(evening, (struct expected[]){
				   {2, OUTCOME_FUNDED, 30000, 3, 0, 5000, 0},
				   {0, OUTCOME_SHARES, 15000, 0, 0, 0, 0},
				   {1, OUTCOME_SHARES, 15000, 0, 0, 0, 0},
			       });
	assert_int_equal(evening->result.pots[0].share_minor, 10000);
	assert_true(evening->result.pots[0].share_exactly);
	evening_free(evening);
}

/* With 150 kr. each they would buy all three, for 450 kr.: so 149 it is, which
 * buys number 3 alone. Of the 150 kr. left, number 1 has most votes and is too
 * dear. */
static void shares_are_raised_and_the_rest_goes_by_votes(void **state)
{
	struct evening *evening = small_evening("equal-shares", NULL);

	(void)state;
	expect_awards(evening, (struct expected[]){
				   {2, OUTCOME_FUNDED, 30000, 3, 0, 5000, 0},
				   {0, OUTCOME_TOO_DEAR, 15000, 0, 0, 0, 0},
				   {1, OUTCOME_FUNDED, 15000, 0, 0, 0, 1},
			       });
	assert_int_equal(evening->result.pots[0].share_minor, 14900);
	evening_free(evening);
}

/* Number 3 after 50 seconds. Then 200 kr. are more than is left, and number 2's
 * only supporter has 100 kr. after 100 seconds more. */
static void phragmen_buys_when_supporters_have_saved_enough(void **state)
{
	struct evening *evening = small_evening("phragmen", NULL);

	(void)state;
	expect_awards(evening, (struct expected[]){
				   {2, OUTCOME_FUNDED, 30000, 3, 3, 0, 0},
				   {0, OUTCOME_TOO_DEAR, 15000, 0, 0, 0, 0},
				   {1, OUTCOME_FUNDED, 15000, 1, 1, 0, 0},
			       });
	evening_free(evening);
}

/* All score all from 1 to 5, as the sheet asks. From 4 on is support: number 3
 * has three supporters, who buy it after 50 seconds; then number 2, whose one
 * supporter has 100 kr. after 100 seconds more. If 1 were support, all would
 * back all, and number 2 came first. */
static void only_scores_high_enough_are_support_under_phragmen(void **state)
{
	struct evening *evening = small_evening("phragmen", NULL);
	struct pot *pot = &evening->meeting->pots[0];

	(void)state;
	pot->ballot_type = BALLOT_SCORE;
	pot->score_least = 1;
	pot->value_most = 5;
	pot->support_from = 4;
	evening->ballots[0] = (struct ballot){{5, 1, 4}};
	evening->ballots[1] = (struct ballot){{4, 3, 5}};
	evening->ballots[2] = (struct ballot){{2, 4, 4}};
	evening_elect(evening, 0);
	expect_awards(evening, (struct expected[]){
				   {2, OUTCOME_FUNDED, 30000, 3, 3, 0, 0},
				   {0, OUTCOME_TOO_DEAR, 15000, 0, 0, 0, 0},
				   {1, OUTCOME_FUNDED, 15000, 1, 1, 0, 0},
			       });
	pot->support_from = 1;
	assert_int_equal(evening_count(evening), STATUS_OK);
	assert_int_equal(evening->result.awards[0].proposal, 1);
	evening_free(evening);
}

/* 2 and 3 have four votes for 250 kr.; 1 and 2 three for 300. */
static void the_knapsack_has_most_votes_together(void **state)
{
	struct evening *evening = small_evening("knapsack", NULL);

	(void)state;
	expect_awards(evening, (struct expected[]){
				   {2, OUTCOME_FUNDED, 30000, 0, 0, 0, 0},
				   {1, OUTCOME_FUNDED, 15000, 0, 0, 0, 0},
				   {0, OUTCOME_OUTWEIGHED, 5000, 0, 0, 0, 0},
			       });
	evening_free(evening);
}

/* Number 1 has three votes alone, for 300 kr.: as many as number 3, and as 2
 * with another one. With 2 at 150 kr. and two votes there are two best choices:
 * none is taken before lots are drawn. */
static void lots_decide_between_choices_that_are_equally_good(void **state)
{
	struct evening *evening = small_evening("knapsack", NULL);
	struct decision *decision = &evening->decisions[0];
	int first[] = {0, 1};

	(void)state;
	/* 1 and 2 have two votes each for 150 kr., beside 3 for 150 kr. */
	evening->meeting->proposals[0].cost_minor = 15000;
	evening->meeting->proposals[1].cost_minor = 15000;
	evening->ballots[0].value[1] = 1;
	evening_elect(evening, 0);
	assert_int_equal(evening_count(evening), STATUS_TIE);
	assert_int_equal(evening->result.ties[0].count, 2);
	assert_int_equal(evening->result.awards[0].outcome, OUTCOME_UNDECIDED);
	for (int i = 0; i < 2; i++) {
		*decision =
		    (struct decision){.kind = DECISION_AGREED,
				      .count = 2,
				      .proposal = {first[i], first[1 - i]},
				      .reason = "?"};
		evening->decision_count = 1;
		assert_int_equal(evening_count(evening), STATUS_OK);
		assert_true(evening->result.ties[0].settled);
		assert_int_equal(award_of(&evening->result, first[i])->outcome,
				 OUTCOME_FUNDED);
		assert_int_equal(
		    award_of(&evening->result, first[1 - i])->outcome,
		    OUTCOME_OUTWEIGHED);
		assert_int_equal(award_of(&evening->result, 2)->outcome,
				 OUTCOME_FUNDED);
	}
	evening_free(evening);
}

/* A split is no order: it settles nothing there. */
static void shares_of_money_settle_no_tie_of_equal_shares(void **state)
{
	struct evening *evening = small_evening("equal-shares", "none");

	(void)state;
	evening->meeting->proposals[0].cost_minor = 20000;
	evening->meeting->proposals[1].cost_minor = 20000;
	evening->meeting->proposals[2].cost_minor = 30000;
	evening->ballots[0] = (struct ballot){{1, 1, 0}};
	evening->ballots[1] = (struct ballot){{1, 1, 0}};
	evening->ballots[2] = (struct ballot){{0, 0, 0}};
	evening_elect(evening, 0);
	assert_int_equal(evening_count(evening), STATUS_TIE);
	evening->decisions[0] = (struct decision){.kind = DECISION_SPLIT,
						  .count = 2,
						  .proposal = {0, 1},
						  .amount_minor = {10000, 5000},
						  .reason = "?"};
	evening->decision_count = 1;
	assert_int_equal(evening_count(evening), STATUS_TIE);
	evening->decisions[0].kind = DECISION_LOTS;
	assert_int_equal(evening_count(evening), STATUS_OK);
	assert_int_equal(award_of(&evening->result, 0)->outcome,
			 OUTCOME_FUNDED);
	/* An order of more than those who tie holds for them, too. */
	evening->decisions[0].count = 3;
	evening->decisions[0].proposal[0] = 2;
	evening->decisions[0].proposal[1] = 1;
	evening->decisions[0].proposal[2] = 0;
	assert_int_equal(evening_count(evening), STATUS_OK);
	assert_int_equal(award_of(&evening->result, 1)->outcome,
			 OUTCOME_FUNDED);
	assert_int_equal(evening->result.ties[0].proposal[0], 1);
	evening_free(evening);
}

static void sums_without_ballots_or_others_are_refused(void **state)
{
	struct evening *evening = small_evening("equal-shares", NULL);

	(void)state;
	assert_int_equal(count_meeting(evening->meeting, &evening->tally, NULL,
				       NULL, 0, &evening->result),
			 STATUS_DISAGREES);
	evening->tally.support[1]++;
	assert_int_equal(evening_count(evening), STATUS_DISAGREES);
	evening->meeting->pots[0].rule = "knapsack";
	assert_int_equal(evening_count(evening), STATUS_OK);
	evening->meeting->pots[0].completion = "add2";
	assert_int_equal(evening_count(evening), STATUS_NEWER_VERSION);
	evening_free(evening);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(equal_shares_buy_what_supporters_can_pay),
	    cmocka_unit_test(shares_are_raised_and_the_rest_goes_by_votes),
	    cmocka_unit_test(phragmen_buys_when_supporters_have_saved_enough),
	    cmocka_unit_test(
		only_scores_high_enough_are_support_under_phragmen),
	    cmocka_unit_test(the_knapsack_has_most_votes_together),
	    cmocka_unit_test(lots_decide_between_choices_that_are_equally_good),
	    cmocka_unit_test(shares_of_money_settle_no_tie_of_equal_shares),
	    cmocka_unit_test(sums_without_ballots_or_others_are_refused),
	    cmocka_unit_test(
		any_meeting_keeps_to_its_money_in_any_order_of_ballots),
	    cmocka_unit_test(a_pot_is_counted_as_the_rule_counts_its_election),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
