/* What it would have taken under the rules that look at whole ballots and under
 * the knapsack: against adding one ballot, one vote, and taking off one krone
 * after another, and counting the meeting anew. */
#include "counting/counting_missing.h"

#include "core/money.h"
#include "core/rule_kind.h"
#include "rules/missing.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/counting_evening.h"
#include "tests/lib/store_fixture.h"

enum { MEETINGS = 500, TRIED = 40, KRONE = MONEY_MINOR, SOLD = 100 };

static const struct award *award_of(const struct result *result, int proposal)
{
	const struct award *award = result->awards;

	while (award->proposal != proposal)
		award++;
	return award;
}

static struct missing missing_of(const struct evening *evening, int proposal)
{
	const struct result *result = &evening->result;
	struct missing missing = {-7, -7};

	assert_ok(counting_missing(
	    evening->meeting, &evening->tally, &evening->elections,
	    evening->decisions, evening->decision_count, result,
	    (int)(award_of(result, proposal) - result->awards), &missing));
	return missing;
}

/* Whether the meeting as it is now gives PROPOSAL its cost. */
static bool gets(struct evening *evening, int proposal)
{
	enum status status = evening_count(evening);

	assert_true(status == STATUS_OK || status == STATUS_TIE);
	return award_of(&evening->result, proposal)->outcome == OUTCOME_FUNDED;
}

static struct evening *evening_copy(const struct evening *evening)
{
	struct evening *copy = malloc(sizeof(*copy));

	assert_non_null(copy);
	*copy = *evening;
	copy->meeting = malloc(sizeof(*copy->meeting));
	assert_non_null(copy->meeting);
	*copy->meeting = *evening->meeting;
	memset(&copy->elections, 0, sizeof(copy->elections));
	return copy;
}

static void copy_free(struct evening *copy)
{
	count_ballots_free(&copy->elections);
	free(copy->meeting);
	free(copy);
}

/* A ballot with nothing but the proposal on it, as high as it goes. */
static struct ballot ballot_for(const struct meeting *meeting, int proposal)
{
	const struct pot *pot =
	    &meeting->pots[meeting->proposals[proposal].pot];
	struct ballot ballot = {{0}};

	ballot.value[proposal] = 1;
	if (pot->ballot_type == BALLOT_POINTS ||
	    pot->ballot_type == BALLOT_SCORE)
		ballot.value[proposal] = (short)pot->value_most;
	return ballot;
}

/* How many ballots more it takes, one after another; 0: more than TRIED. */
static int ballots_by_trying(const struct evening *evening, int proposal)
{
	struct evening *more = evening_copy(evening);
	int found = 0;

	for (int i = 1; i <= TRIED && !found; i++) {
		more->ballots[more->ballot_count++] =
		    ballot_for(more->meeting, proposal);
		evening_elect(more, 0);
		found = gets(more, proposal) ? i : 0;
	}
	copy_free(more);
	return found;
}

/* The same of sums. */
static int votes_by_trying(const struct evening *evening, int proposal)
{
	struct evening *more = evening_copy(evening);
	int found = 0;

	evening_elect(more, 0);
	for (int i = 1; i <= TRIED && !found; i++) {
		more->tally = evening->tally;
		tally_set(&more->tally, more->meeting, proposal,
			  evening->tally.support[proposal] + i);
		found = gets(more, proposal) ? i : 0;
	}
	copy_free(more);
	return found;
}

static bool gets_for(const struct evening *evening, int proposal,
		     int64_t cost_minor)
{
	struct evening *cheaper = evening_copy(evening);
	bool found;

	cheaper->meeting->proposals[proposal].cost_minor = cost_minor;
	evening_elect(cheaper, 0);
	found = gets(cheaper, proposal);
	copy_free(cheaper);
	return found;
}

/* By how much less it would get its money, a krone after another; 0: never. */
static int64_t price_by_trying(const struct evening *evening, int proposal)
{
	const int64_t cost = evening->meeting->proposals[proposal].cost_minor;

	for (int64_t less = KRONE; less <= cost; less += KRONE)
		if (gets_for(evening, proposal, cost - less))
			return less;
	return 0;
}

/* What was seen of each, so that no test passes because nothing came up. */
struct seen {
	int few, never, price, no_price;
};

static void votes_check(const struct evening *evening, int proposal, int votes,
			struct seen *seen)
{
	const struct pot *pot =
	    &evening->meeting->pots[evening->meeting->proposals[proposal].pot];
	const int found = pot_whole_ballots(pot)
			      ? ballots_by_trying(evening, proposal)
			      : votes_by_trying(evening, proposal);

	if (found)
		assert_int_equal(votes, found);
	else
		assert_false(votes >= 1 && votes <= TRIED);
	seen->few += found > 0;
	seen->never += votes < 0;
}

/* With it and not with a krone less; the first krone that is enough, unless it
 * is far. */
static void price_check(const struct evening *evening, int proposal,
			int64_t less, struct seen *seen)
{
	const int64_t cost = evening->meeting->proposals[proposal].cost_minor;
	const int64_t first = price_by_trying(evening, proposal);

	if (less == 0) {
		assert_false(gets_for(evening, proposal, 0));
		seen->no_price++;
		return;
	}
	assert_true(gets_for(evening, proposal, cost - less));
	assert_false(gets_for(evening, proposal, cost - less + KRONE));
	assert_in_range(first, KRONE, less);
	if (first <= MISSING_LEAST * KRONE)
		assert_int_equal(less, first);
	seen->price++;
}

static void evening_check(const struct evening *evening, struct seen *seen)
{
	const struct meeting *meeting = evening->meeting;

	for (int i = 0; i < meeting->proposal_count; i++) {
		const struct award *award = award_of(&evening->result, i);
		struct missing missing;

		if (pot_rule(&meeting->pots[meeting->proposals[i].pot]) ==
		    RULE_GREEDY)
			continue;
		missing = missing_of(evening, i);
		if (award->outcome == OUTCOME_FUNDED) {
			assert_int_equal(missing.votes, 0);
			assert_int_equal(missing.money_minor, 0);
			continue;
		}
		votes_check(evening, i, missing.votes, seen);
		price_check(evening, i, missing.money_minor, seen);
	}
}

static void one_ballot_and_one_krone_after_another_find_the_same(void **state)
{
	uint64_t seed = 6;
	struct random random = bolbro_random(&seed);
	struct seen seen = {0};

	(void)state;
	for (int i = 0; i < MEETINGS; i++) {
		struct evening *evening = evening_draw(&random);

		/* Closer costs make more ties, and less is not always more. */
		for (int k = 0; i % 3 && k < evening->meeting->proposal_count;
		     k++)
			evening->meeting->proposals[k].cost_minor /= 2;
		evening->ballot_count = 1 + evening->ballot_count / 2 % 12;
		evening_elect(evening, 0);
		if (evening_count(evening) == STATUS_OK)
			evening_check(evening, &seen);
		evening_free(evening);
	}
	assert_true(seen.few > 50 && seen.never > 50);
	assert_true(seen.price > 50 && seen.no_price > 50);
}

/* Ballots that are not published are not told of by what they lack. */
static void fewer_ballots_than_are_published_tell_nothing(void **state)
{
	uint64_t seed = 6;
	struct random random = bolbro_random(&seed);
	int told = 0;

	(void)state;
	for (int i = 0; i < 200; i++) {
		struct evening *evening = evening_draw(&random);
		struct meeting *meeting = evening->meeting;

		meeting->pots[0].rule = "equal-shares";
		meeting->pots[0].completion = meeting->pots[0].utility = NULL;
		meeting->publish_min = evening->ballot_count + 1;
		if (evening_count(evening) == STATUS_OK &&
		    award_of(&evening->result, 0)->outcome != OUTCOME_FUNDED) {
			assert_int_equal(missing_of(evening, 0).votes, 0);
			meeting->publish_min = evening->ballot_count;
			told += missing_of(evening, 0).votes != 0;
		}
		evening_free(evening);
	}
	assert_true(told > 10);
}

/* Two of three want number 1, which costs all there is: their shares are two
 * thirds of it. However many come, the third keeps his. */
static void what_costs_all_there_is_is_out_of_reach(void **state)
{
	struct evening *evening = calloc(1, sizeof(*evening));
	struct meeting *meeting = meeting_new();

	(void)state;
	assert_true(evening && meeting);
	evening->meeting = meeting;
	meeting->language_count = meeting->pot_count = 1;
	meeting->pots[0] = (struct pot){.key = "a",
					.title = {{"A"}},
					.amount_minor = SOLD * KRONE,
					.rule = "equal-shares",
					.completion = "none",
					.choose_min = 1,
					.choose_max = 2,
					.threshold_votes = 1,
					.leftover_to = -1};
	meeting->proposal_count = 2;
	for (int i = 0; i < 2; i++)
		meeting->proposals[i] =
		    (struct proposal){.number = i + 1,
				      .title = {{"?"}},
				      .cost_minor = (i ? 90 : SOLD) * KRONE};
	evening->ballot_count = 3;
	evening->ballots[0].value[0] = evening->ballots[1].value[0] = 1;
	evening->ballots[2].value[1] = 1;
	evening_elect(evening, 0);
	assert_ok(evening_count(evening));
	assert_int_equal(missing_of(evening, 0).votes, -1);
	/* Two thirds of 100 kr. are 66.67. */
	assert_int_equal(missing_of(evening, 0).money_minor, 34 * KRONE);
	/* (1 + k) of 3 + k are nine tenths with 17 more. */
	assert_int_equal(missing_of(evening, 1).votes, 17);
	assert_int_equal(missing_of(evening, 1).money_minor, 57 * KRONE);
	/* And ninety-nine hundredths with 197, which are not tried one by one.
	 */
	meeting->proposals[1].cost_minor = 99 * KRONE;
	evening_elect(evening, 0);
	assert_ok(evening_count(evening));
	assert_int_equal(missing_of(evening, 1).votes, 197);
	assert_int_equal(missing_of(evening, 1).money_minor, 66 * KRONE);
	evening_free(evening);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		one_ballot_and_one_krone_after_another_find_the_same),
	    cmocka_unit_test(fewer_ballots_than_are_published_tell_nothing),
	    cmocka_unit_test(what_costs_all_there_is_is_out_of_reach),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
