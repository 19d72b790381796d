/* Greedy on random meetings, against a slow count that tries every order. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/rules_case.h"
#include "tests/lib/rules_draw.h"
#include "tests/lib/rules_slow.h"

#include "core/money.h"

enum { MEETINGS = 12000, EQUAL_MEETINGS = 600, EQUAL = 7, BALLOTS = 40 };

/* How often a tie was seen that does [1] or does not [0] change the money. */
struct seen {
	int ties[3][2];
	int decided;
	int split, unfit;	 /* ties settled by amounts; or not */
	int shared, left_unused; /* pots whose left-over was shared; or not */
};

static int draw(const struct random *random, int limit)
{
	return (int)random->below(random->context, (uint32_t)limit);
}

static int64_t moved_from(const struct meeting *meeting,
			  const struct result *result, int pot)
{
	for (int i = 0; i < result->step_count; i++)
		if (result->steps[i].kind == STEP_MOVES_TO &&
		    result->steps[i].pot == pot) {
			assert_int_equal(result->steps[i].other,
					 meeting->pots[pot].leftover_to);
			return result->steps[i].amount_minor;
		}
	return 0;
}

/* Every øre of every pot is given, left, or moved to the next pot. */
static void money_adds_up(const struct meeting *meeting,
			  const struct result *result)
{
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		const struct pot_result *found = &result->pots[pot];
		int64_t money_minor = meeting->pots[pot].amount_minor;
		int64_t given_minor = 0;

		for (int from = 0; from < meeting->pot_count; from++)
			if (meeting->pots[from].leftover_to == pot)
				money_minor +=
				    moved_from(meeting, result, from);
		assert_int_equal(found->money_minor, money_minor);
		for (int i = found->first_award; i < found->end_award; i++) {
			const struct award *award = &result->awards[i];

			assert_int_equal(award->left_before_minor,
					 money_minor - given_minor);
			given_minor += award->amount_minor;
			assert_true(given_minor <= money_minor);
			assert_true(
			    award_money(award) <=
			    meeting->proposals[award->proposal].cost_minor);
		}
		for (int i = found->first_award; i < found->end_award; i++)
			given_minor += result->awards[i].agreed_minor;
		assert_int_equal(found->given_minor, given_minor);
		assert_int_equal(found->left_minor +
				     moved_from(meeting, result, pot),
				 money_minor - given_minor);
	}
}

/* Every proposal has one award, with its votes, behind none with fewer. */
static void awards_are_whole(const struct meeting *meeting,
			     const struct tally *tally,
			     const struct result *result)
{
	bool awarded[MEETING_PROPOSALS] = {false};

	for (int pot = 0; pot < meeting->pot_count; pot++) {
		const struct pot_result *found = &result->pots[pot];

		for (int i = found->first_award; i < found->end_award; i++) {
			const struct award *award = &result->awards[i];
			int nth = i - found->first_award + 1;

			assert_false(awarded[award->proposal]);
			awarded[award->proposal] = true;
			assert_int_equal(
			    meeting->proposals[award->proposal].pot, pot);
			assert_int_equal(award->votes,
					 tally->support[award->proposal]);
			if (nth > 1 && award[-1].votes == award->votes)
				assert_int_equal(award->place, award[-1].place);
			else
				assert_int_equal(award->place, nth);
			if (nth > 1)
				assert_true(award[-1].votes >= award->votes);
		}
	}
	for (int i = 0; i < meeting->proposal_count; i++)
		assert_true(awarded[i]);
}

static void ties_agree(const struct result *result, const struct slow *slow)
{
	assert_int_equal(result->tie_count, slow->tie_count);
	for (int i = 0; i < slow->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		assert_int_equal(tie->count, slow->ties[i].count);
		assert_int_equal(tie->changes_money,
				 slow->ties[i].changes_money);
		assert_int_equal(tie->settled, slow->ties[i].settled);
		if (tie->settled)
			assert_int_equal(tie->kind == DECISION_SPLIT,
					 slow->ties[i].split);
		assert_memory_equal(tie->proposal, slow->ties[i].proposal,
				    (size_t)tie->count * sizeof(int));
	}
}

static void counts_agree(const struct meeting *meeting,
			 const struct result *result, const struct slow *slow)
{
	ties_agree(result, slow);
	assert_int_equal(result->stopped, slow->stopped);
	for (int i = 0; i < meeting->proposal_count; i++) {
		const struct award *award = &result->awards[i];
		int proposal = award->proposal;

		assert_int_equal(award->amount_minor,
				 slow->amount_minor[proposal]);
		assert_int_equal(award->agreed_minor,
				 slow->agreed_minor[proposal]);
		assert_int_equal(award->outcome == OUTCOME_FUNDED ||
				     award->outcome == OUTCOME_PART ||
				     (award->outcome == OUTCOME_AGREED &&
				      award->amount_minor > 0),
				 slow->gets[proposal]);
		assert_int_equal(award->outcome == OUTCOME_UNDECIDED,
				 slow->undecided[proposal]);
		assert_int_equal(award->outcome == OUTCOME_EXCLUDED,
				 award->because >= 0);
		if (award->because >= 0)
			assert_true(slow->gets[award->because] &&
				    meeting_incompatible(meeting, proposal,
							 award->because));
	}
}

/* Amounts up to what each costs, about as much as is left in all. */
static void amounts_draw(const struct random *random,
			 const struct meeting *meeting, int64_t left_minor,
			 struct decision *decision)
{
	for (int i = 0; i < decision->count; i++) {
		int64_t most =
		    meeting->proposals[decision->proposal[i]].cost_minor;

		if (most > left_minor + 1)
			most = left_minor + 1;
		decision->amount_minor[i] = draw(random, (int)most + 1);
		left_minor -= decision->amount_minor[i];
		if (left_minor < 0)
			left_minor = 0;
	}
}

static int64_t left_before(const struct result *result, int proposal)
{
	const struct award *award = result->awards;

	while (award->proposal != proposal)
		award++;
	return award->left_before_minor;
}

/* A decision with the open tie's proposals in random order. */
static void lots_draw(const struct random *random,
		      const struct meeting *meeting,
		      const struct result *result,
		      struct decision *ret_decision)
{
	const struct tie *tie = result->ties;

	while (!tie->changes_money || tie->settled)
		tie++;
	*ret_decision = (struct decision){
	    .kind = (enum decision_kind)draw(random, 3),
	    .pot = tie->pot,
	    .count = tie->count,
	    .reason = "",
	};
	memcpy(ret_decision->proposal, tie->proposal, sizeof(tie->proposal));
	random_shuffle(random, ret_decision->proposal, tie->count);
	if (ret_decision->kind == DECISION_SPLIT)
		amounts_draw(random, meeting,
			     left_before(result, tie->proposal[0]),
			     ret_decision);
}

/* What the room agrees to do with what is left of a pot: for some of its
 * proposals, drawn. */
static void left_draw(const struct random *random,
		      const struct meeting *meeting,
		      const struct result *result,
		      struct decision *ret_decision)
{
	int pot = draw(random, meeting->pot_count), first, end;

	*ret_decision =
	    (struct decision){.kind = DECISION_LEFT, .pot = pot, .reason = ""};
	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		if (draw(random, 2) || i == end - 1)
			ret_decision->proposal[ret_decision->count++] = i;
	random_shuffle(random, ret_decision->proposal, ret_decision->count);
	amounts_draw(random, meeting, result->pots[pot].left_minor,
		     ret_decision);
}

static void see(const struct meeting *meeting, const struct result *result,
		struct seen *seen)
{
	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		seen->ties[meeting->pots[tie->pot].misfit]
			  [tie->changes_money]++;
		seen->split += tie->settled && tie->kind == DECISION_SPLIT;
	}
	for (int i = 0; i < result->step_count; i++)
		seen->shared += result->steps[i].kind == STEP_AGREED;
	for (int pot = 0; pot < meeting->pot_count; pot++)
		seen->left_unused += result->pots[pot].left_unused;
}

/* Counts once in both ways and compares. */
static enum status counts_compare(const struct meeting *meeting,
				  const struct tally *tally,
				  const struct decision *decisions, int count,
				  struct result *result, struct slow *slow)
{
	enum status status =
	    count_meeting(meeting, tally, NULL, decisions, count, result);

	slow_count(meeting, tally, decisions, count, slow);
	assert_int_equal(status, slow->stopped ? STATUS_TIE : STATUS_OK);
	counts_agree(meeting, result, slow);
	for (int pot = 0; pot < meeting->pot_count; pot++)
		assert_int_equal(result->pots[pot].left_unused,
				 slow->left_unused[pot]);
	money_adds_up(meeting, result);
	awards_are_whole(meeting, tally, result);
	return status;
}

/* Counts, deciding as long as a tie stops it, then shares what is left, and
 * compares every count. */
static void meeting_compare(const struct random *random,
			    const struct meeting *meeting,
			    const struct tally *tally, struct seen *seen)
{
	enum { DECISIONS = 40 };
	struct result *result = calloc(1, sizeof(*result));
	struct slow *slow = calloc(1, sizeof(*slow));
	struct decision *decisions = calloc(DECISIONS, sizeof(*decisions));
	int count = 0;

	assert_true(result && slow && decisions);
	/* Even before a tie is settled, someone may think of what is left. */
	if (draw(random, 8) == 0)
		left_draw(random, meeting, result, &decisions[count++]);
	while (counts_compare(meeting, tally, decisions, count, result, slow) ==
	       STATUS_TIE) {
		int open = result->tie_count;

		assert_true(count < DECISIONS - 1);
		seen->unfit += count > 0 &&
			       decisions[count - 1].kind == DECISION_SPLIT &&
			       decision_names(&decisions[count - 1],
					      result->ties[open - 1].pot,
					      result->ties[open - 1].proposal,
					      result->ties[open - 1].count);
		lots_draw(random, meeting, result, &decisions[count++]);
		seen->decided++;
	}
	left_draw(random, meeting, result, &decisions[count++]);
	counts_compare(meeting, tally, decisions, count, result, slow);
	see(meeting, result, seen);
	free(decisions);
	free(slow);
	free(result);
}

static void count_equals_the_slow_one(void **state)
{
	uint64_t seed = 2015;
	struct random random = bolbro_random(&seed);
	struct seen seen = {0};

	(void)state;
	for (int i = 0; i < MEETINGS; i++) {
		struct meeting *meeting = rules_meeting_draw(&random, 3, 5);
		struct tally tally = {.ballots = draw(&random, BALLOTS)};

		for (int p = 0; p < meeting->proposal_count; p++)
			tally_set(&tally, meeting, p, draw(&random, 4));
		meeting_compare(&random, meeting, &tally, &seen);
		meeting_free(meeting);
	}
	assert_true(seen.decided > 500);
	assert_true(seen.split > 200);
	assert_true(seen.unfit > 50);
	assert_true(seen.shared > 500);
	assert_true(seen.left_unused > 500);
	for (int misfit = 0; misfit < 3; misfit++)
		for (int changes = 0; changes < 2; changes++)
			assert_true(seen.ties[misfit][changes] > 200);
}

static void tie_of_seven_is_weighed_as_if_all_orders_were_tried(void **state)
{
	uint64_t seed = 5040;
	struct random random = bolbro_random(&seed);
	struct seen seen = {0};

	(void)state;
	for (int i = 0; i < EQUAL_MEETINGS; i++) {
		struct meeting *meeting = rules_meeting_draw(&random, 1, EQUAL);
		struct tally tally = {.ballots = 4};

		for (int p = 0; p < meeting->proposal_count; p++)
			tally_set(&tally, meeting, p, 4);
		meeting->pots[0].amount_minor = draw(&random, 60);
		meeting_compare(&random, meeting, &tally, &seen);
		meeting_free(meeting);
	}
	for (int misfit = 0; misfit < 3; misfit++)
		for (int changes = 0; changes < 2; changes++)
			assert_true(seen.ties[misfit][changes] > 15);
}

static void count_does_not_depend_on_the_order_of_ballots(void **state)
{
	uint64_t seed = 60;
	struct random random = bolbro_random(&seed);
	struct result *result = calloc(1, sizeof(*result));
	char first[CASE_TEXT], told[CASE_TEXT];

	(void)state;
	assert_non_null(result);
	for (int i = 0; i < 300; i++) {
		struct meeting *meeting = rules_meeting_draw(&random, 3, 5);
		struct ballot ballots[BALLOTS] = {{{0}}};
		int order[BALLOTS];

		for (int b = 0; b < BALLOTS; b++) {
			order[b] = b;
			for (int p = 0; p < meeting->proposal_count; p++)
				ballots[b].value[p] = draw(&random, 3) == 0;
		}
		for (int round = 0; round < 5; round++) {
			struct tally tally;

			tally_clear(&tally);
			for (int b = 0; b < BALLOTS; b++)
				tally_add(&tally, meeting, &ballots[order[b]]);
			count_meeting(meeting, &tally, NULL, NULL, 0, result);
			rules_case_tell(meeting, result, told);
			if (round == 0)
				strcpy(first, told);
			assert_string_equal(told, first);
			random_shuffle(&random, order, BALLOTS);
		}
		meeting_free(meeting);
	}
	free(result);
}

/* A pot of AMOUNT and as many proposals of 1.000 kr. as a meeting can hold, all
 * with the same votes. */
static struct meeting *large_tie_new(int64_t amount_minor, enum misfit misfit,
				     struct tally *ret_tally)
{
	struct meeting *meeting = meeting_new();

	assert_non_null(meeting);
	tally_clear(ret_tally);
	ret_tally->ballots = 500;
	meeting->language_count = meeting->pot_count = 1;
	meeting->pots[0] = (struct pot){.key = "a",
					.amount_minor = amount_minor,
					.rule = "greedy",
					.misfit = misfit,
					.threshold_votes = 1,
					.leftover_to = -1};
	for (int i = 0; i < MEETING_PROPOSALS; i++) {
		meeting->proposals[i] = (struct proposal){
		    .number = i + 1, .title = {{"?"}}, .cost_minor = 100000};
		tally_set(ret_tally, meeting, i, 17);
	}
	meeting->proposal_count = MEETING_PROPOSALS;
	return meeting;
}

static void tie_of_two_hundred_is_exact_to_the_oere(void **state)
{
	static const struct {
		int64_t amount_minor;
		bool changes_money;
	} cases[] = {
	    {INT64_C(20000000), false}, /* all fit */
	    {INT64_C(19999999), true},	/* one øre is missing for the last */
	    {INT64_C(100000), true},	/* one fits */
	    {INT64_C(99999), false},	/* none does */
	};
	struct result *result = calloc(1, sizeof(*result));

	(void)state;
	assert_non_null(result);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		for (int misfit = 0; misfit < 3; misfit++) {
			struct tally tally;
			struct meeting *meeting = large_tie_new(
			    cases[i].amount_minor, (enum misfit)misfit, &tally);

			assert_int_equal(count_meeting(meeting, &tally, NULL,
						       NULL, 0, result),
					 cases[i].changes_money ? STATUS_TIE
								: STATUS_OK);
			assert_int_equal(result->tie_count, 1);
			assert_int_equal(result->ties[0].count,
					 MEETING_PROPOSALS);
			money_adds_up(meeting, result);
			meeting_free(meeting);
		}
	free(result);
}

static void largest_amounts_do_not_overflow(void **state)
{
	struct result *result = calloc(1, sizeof(*result));
	struct tally tally;
	struct meeting *meeting =
	    large_tie_new(MONEY_MAX_MINOR, MISFIT_SKIP, &tally);

	(void)state;
	assert_non_null(result);
	for (int i = 0; i < MEETING_PROPOSALS; i++) {
		meeting->proposals[i].cost_minor = MONEY_MAX_MINOR;
		tally_set(&tally, meeting, i, 2000000000 - i);
	}
	meeting->pots[0].threshold_percent = 100;
	tally.ballots = 2000000000;
	assert_int_equal(count_meeting(meeting, &tally, NULL, NULL, 0, result),
			 STATUS_OK);
	assert_int_equal(result->awards[0].amount_minor, MONEY_MAX_MINOR);
	assert_int_equal(result->awards[1].outcome, OUTCOME_BELOW);
	assert_int_equal(result->pots[0].left_minor, 0);
	meeting_free(meeting);
	free(result);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(count_equals_the_slow_one),
	    cmocka_unit_test(
		tie_of_seven_is_weighed_as_if_all_orders_were_tried),
	    cmocka_unit_test(count_does_not_depend_on_the_order_of_ballots),
	    cmocka_unit_test(tie_of_two_hundred_is_exact_to_the_oere),
	    cmocka_unit_test(largest_amounts_do_not_overflow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
