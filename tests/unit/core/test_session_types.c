/* A resident and each type of ballot: what a touch makes of it. */
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/core_booth.h"

enum {
	FIRST = 3, /* index of the first proposal of pot 1, which has seven */
	SIZE = 7,
	STEPS = 2000,
};

static struct pot *pot_of(struct booth *booth, int index, enum ballot_type type)
{
	struct pot *pot = &booth->meeting->pots[index];

	pot->ballot_type = type;
	pot->choose_min = 0;
	pot->choose_max = index == 0 ? FIRST : SIZE;
	return pot;
}

static struct pot *points(struct booth *booth, int all, int most)
{
	struct pot *pot = pot_of(booth, 0, BALLOT_POINTS);

	pot->points = all;
	pot->value_most = most;
	return pot;
}

static struct pot *scores(struct booth *booth, int least, int best, bool all)
{
	struct pot *pot = pot_of(booth, 0, BALLOT_SCORE);

	pot->score_least = least;
	pot->value_most = best;
	pot->score_all = all;
	booth->page = 1; /* one proposal a screen */
	return pot;
}

static int value(const struct booth *booth, int index)
{
	return booth->session.ballot.value[index];
}

/* The proposal whose card is shown, one on a page. */
static int shown(const struct booth *booth)
{
	int from, to;

	session_page_cards(&booth->session, booth->meeting, booth->page, &from,
			   &to);
	assert_int_equal(to, from + 1);
	return booth->session.order[from];
}

static void points_are_given_one_by_one_until_none_is_left(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	points(booth, 3, 2);
	booth_to_choose(booth);
	booth_touch(booth, INTENT_GIVE, 1);
	booth_touch(booth, INTENT_GIVE, 1);
	assert_int_equal(value(booth, 1), 2);
	booth_touch(booth, INTENT_GIVE, 1);
	assert_int_equal(value(booth, 1), 2);
	assert_int_equal(session->banner, BANNER_MOST);
	assert_int_equal(session->banner_proposal, 1);
	booth_touch(booth, INTENT_GIVE, 2);
	assert_int_equal(session->banner, BANNER_NONE);
	assert_int_equal(session_left_points(session, booth->meeting, 0), 0);
	booth_touch(booth, INTENT_GIVE, 0);
	assert_int_equal(value(booth, 0), 0);
	assert_int_equal(session->banner, BANNER_SPENT);
	booth_touch(booth, INTENT_TAKE, 1);
	assert_int_equal(value(booth, 1), 1);
	assert_int_equal(session_left_points(session, booth->meeting, 0), 1);
	for (int i = 0; i < 3; i++)
		booth_touch(booth, INTENT_TAKE, 1);
	assert_int_equal(value(booth, 1), 0);
}

static void many_points_go_in_steps_of_five_and_the_rest_as_it_is(void **state)
{
	struct booth *booth = *state;
	const struct pot *pot = points(booth, 23, 21);

	assert_int_equal(session_step(pot), 5);
	booth_to_choose(booth);
	for (int i = 0; i < 4; i++)
		booth_touch(booth, INTENT_GIVE, 0);
	assert_int_equal(value(booth, 0), 20);
	booth_touch(booth, INTENT_GIVE, 1);
	assert_int_equal(value(booth, 1), 3); /* there are no five */
	booth_touch(booth, INTENT_TAKE, 1);
	booth_touch(booth, INTENT_GIVE, 0);
	assert_int_equal(value(booth, 0), 21); /* no more for one */
	booth_touch(booth, INTENT_TAKE, 0);
	assert_int_equal(value(booth, 0), 20);
	booth_touch(booth, INTENT_TAKE, 0);
	assert_int_equal(value(booth, 0), 15);
	booth->meeting->pots[0].value_most = 20;
	assert_int_equal(session_step(pot), 1);
}

static void twenty_steps_give_one_proposal_all_that_it_may_have(void **state)
{
	struct booth *booth = *state;

	for (int most = 1; most <= MEETING_POINTS; most++) {
		const struct pot *pot = points(booth, most, most);
		int steps = 0;

		booth_to_choose(booth);
		for (; value(booth, 0) < most && steps <= 20; steps++)
			booth_touch(booth, INTENT_GIVE, 0);
		assert_in_range(steps, 1, 20);
		assert_int_equal(session_step(pot), most <= 20 ? 1 : 5);
		session_reset(&booth->session, booth->now_ms);
	}
}

static void points_for_too_many_or_too_few_are_said(void **state)
{
	struct booth *booth = *state;
	struct pot *pot = points(booth, 10, 10);

	pot->choose_max = 2;
	pot->choose_min = 2;
	booth_to_choose(booth);
	booth_touch(booth, INTENT_GIVE, 0);
	assert_int_equal(session_lacks(&booth->session, booth->meeting, 0), 1);
	booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.pot, 0);
	assert_int_equal(booth->session.banner, BANNER_FEW);
	booth_touch(booth, INTENT_GIVE, 1);
	booth_touch(booth, INTENT_GIVE, 2);
	assert_int_equal(booth->session.banner, BANNER_FULL);
	assert_int_equal(value(booth, 2), 0);
	booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.pot, 1);
}

static void a_tick_gives_no_points_and_no_score(void **state)
{
	struct booth *booth = *state;

	points(booth, 10, 10);
	booth_to_choose(booth);
	booth_touch(booth, INTENT_TOGGLE, 0);
	assert_int_equal(value(booth, 0), 0);
	booth_touch(booth, INTENT_GIVE, 0);
	booth_touch(booth, INTENT_RAISE, 0);
	booth_touch(booth, INTENT_LOWER, 0);
	assert_int_equal(value(booth, 0), 1);
	booth_touch(booth, INTENT_TOGGLE, 0); /* takes all of them away */
	assert_int_equal(value(booth, 0), 0);
	booth_touch(booth, INTENT_GIVE, 4); /* of a pot of ticks */
	assert_int_equal(value(booth, 4), 0);
}

static void the_proposal_shown_gets_the_score_and_loses_it_again(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;
	int proposal;

	scores(booth, 0, 5, false);
	booth_to_choose(booth);
	proposal = shown(booth);
	booth_touch(booth, INTENT_SCORE, 4);
	assert_int_equal(value(booth, proposal), 4);
	assert_true(session->scored[proposal]);
	booth_touch(booth, INTENT_SCORE, 0);
	assert_int_equal(value(booth, proposal), 0);
	assert_true(session->scored[proposal]); /* 0 is a score as well */
	booth_touch(booth, INTENT_SCORE, 0);
	assert_false(session->scored[proposal]);
	booth_touch(booth, INTENT_SCORE, 6);
	booth_touch(booth, INTENT_SCORE, -1);
	assert_int_equal(value(booth, proposal), 0);
	assert_false(session->scored[proposal]);
	booth_touch(booth, INTENT_NEXT, 0);
	booth_touch(booth, INTENT_SCORE, 2);
	assert_int_equal(value(booth, proposal), 0);
	assert_int_equal(value(booth, shown(booth)), 2);
	/* Not where no card is shown. */
	booth_touch(booth, INTENT_OPEN, proposal);
	booth_touch(booth, INTENT_SCORE, 3);
	assert_int_equal(value(booth, proposal), 0);
	assert_int_equal(value(booth, shown(booth)), 2);
}

static void where_none_is_the_lowest_score_nobody_can_give_it(void **state)
{
	struct booth *booth = *state;

	scores(booth, 1, 5, false);
	booth_to_choose(booth);
	booth_touch(booth, INTENT_SCORE, 0);
	assert_false(booth->session.scored[shown(booth)]);
	booth_touch(booth, INTENT_SCORE, 1);
	assert_true(booth->session.scored[shown(booth)]);
}

static void who_must_score_all_is_led_to_what_lacks_a_score(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;
	int second;

	scores(booth, 0, 5, true);
	booth_to_choose(booth);
	booth_touch(booth, INTENT_SCORE, 0);
	booth_touch(booth, INTENT_NEXT, 0);
	second = shown(booth);
	booth_touch(booth, INTENT_NEXT, 0);
	booth_touch(booth, INTENT_SCORE, 3);
	assert_int_equal(session_lacks(session, booth->meeting, 0), 1);
	booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(session->pot, 0);
	assert_int_equal(session->banner, BANNER_FEW);
	assert_int_equal(shown(booth), second);
	booth_touch(booth, INTENT_SCORE, 5);
	booth_touch(booth, INTENT_NEXT, 0);
	booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(session->pot, 1);
}

static void whoever_scores_none_may_go_on(void **state)
{
	struct booth *booth = *state;

	scores(booth, 0, 5, true);
	booth_to_choose(booth);
	for (int i = 0; i < FIRST; i++)
		booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.pot, 1);
}

static void a_score_taken_away_on_the_review_is_asked_for(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;
	int last;

	scores(booth, 1, 5, true);
	booth_to_choose(booth);
	for (int i = 0; i < FIRST; i++) {
		booth_touch(booth, INTENT_SCORE, 2);
		last = shown(booth);
		booth_touch(booth, INTENT_NEXT, 0);
	}
	booth_to_review(booth);
	booth_touch(booth, INTENT_TOGGLE, last);
	assert_false(session->scored[last]);
	assert_int_equal(booth_touch(booth, INTENT_CAST, 0), EFFECT_NONE);
	assert_int_equal(session->screen, SCREEN_CHOOSE);
	assert_int_equal(session->banner, BANNER_FEW);
	assert_int_equal(shown(booth), last);
}

static void each_touch_gives_the_next_rank_and_the_others_move_up(void **state)
{
	struct booth *booth = *state;
	int chosen[MEETING_PROPOSALS];

	pot_of(booth, 0, BALLOT_RANK)->choose_max = 2;
	booth_to_choose(booth);
	booth_touch(booth, INTENT_TOGGLE, 2);
	booth_touch(booth, INTENT_TOGGLE, 0);
	assert_int_equal(value(booth, 2), 1);
	assert_int_equal(value(booth, 0), 2);
	assert_int_equal(
	    session_chosen(&booth->session, booth->meeting, chosen), 2);
	assert_int_equal(chosen[0], 2);
	assert_int_equal(chosen[1], 0);
	booth_touch(booth, INTENT_TOGGLE, 1);
	assert_int_equal(booth->session.banner, BANNER_FULL);
	assert_int_equal(value(booth, 1), 0);
	booth_touch(booth, INTENT_TOGGLE, 2);
	assert_int_equal(value(booth, 2), 0);
	assert_int_equal(value(booth, 0), 1);
}

static void ranks_change_places_and_go_no_further_than_the_ends(void **state)
{
	struct booth *booth = *state;

	pot_of(booth, 0, BALLOT_RANK);
	booth_to_choose(booth);
	for (int i = 0; i < FIRST; i++)
		booth_touch(booth, INTENT_TOGGLE, i);
	booth_to_review(booth);
	booth_touch(booth, INTENT_RAISE, 2);
	assert_int_equal(value(booth, 2), 2);
	assert_int_equal(value(booth, 1), 3);
	booth_touch(booth, INTENT_RAISE, 0);
	assert_int_equal(value(booth, 0), 1);
	booth_touch(booth, INTENT_LOWER, 1);
	assert_int_equal(value(booth, 1), 3);
	booth_touch(booth, INTENT_LOWER, 0);
	assert_int_equal(value(booth, 0), 2);
	assert_int_equal(value(booth, 2), 1);
	booth_touch(booth, INTENT_RAISE, 5); /* not chosen, and of ticks */
	assert_int_equal(value(booth, 5), 0);
	assert_int_equal(ballot_check(booth->meeting, &booth->session.ballot),
			 STATUS_OK);
}

static void what_has_no_rank_changes_places_with_nothing(void **state)
{
	struct booth *booth = *state;

	pot_of(booth, 0, BALLOT_RANK);
	booth_to_choose(booth);
	booth_touch(booth, INTENT_TOGGLE, 0);
	booth_touch(booth, INTENT_LOWER, 1);
	booth_touch(booth, INTENT_RAISE, 1);
	assert_int_equal(value(booth, 0), 1);
	assert_int_equal(value(booth, 1), 0);
}

static void what_costs_more_than_is_left_is_refused_and_said(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	/* 100.000, 100.000 and 50.000 kroner, of 120.000. */
	pot_of(booth, 0, BALLOT_KNAPSACK)->amount_minor = INT64_C(12000000);
	booth_to_choose(booth);
	assert_int_equal(session_left_minor(session, booth->meeting, 0),
			 INT64_C(12000000));
	booth_touch(booth, INTENT_TOGGLE, 0);
	assert_int_equal(session_left_minor(session, booth->meeting, 0),
			 INT64_C(2000000));
	booth_touch(booth, INTENT_TOGGLE, 2);
	assert_int_equal(value(booth, 2), 0);
	assert_int_equal(session->banner, BANNER_DEAR);
	assert_int_equal(session->banner_pot, 0);
	assert_int_equal(session->banner_proposal, 2);
	booth_touch(booth, INTENT_TOGGLE, 0);
	booth_touch(booth, INTENT_TOGGLE, 2);
	assert_int_equal(value(booth, 2), 1);
	/* To the last øre. */
	booth->meeting->pots[0].amount_minor = INT64_C(15000000);
	booth_touch(booth, INTENT_TOGGLE, 0);
	assert_int_equal(session_left_minor(session, booth->meeting, 0), 0);
}

static void a_banner_is_gone_after_six_seconds(void **state)
{
	struct booth *booth = *state;

	pot_of(booth, 0, BALLOT_APPROVAL)->choose_max = 1;
	booth_to_choose(booth);
	booth_touch(booth, INTENT_TOGGLE, 0);
	booth_touch(booth, INTENT_TOGGLE, 1);
	assert_int_equal(booth->session.banner, BANNER_FULL);
	assert_false(booth_wait(booth, SESSION_BANNER_MS - 1));
	assert_int_equal(booth->session.banner, BANNER_FULL);
	assert_true(booth_wait(booth, 1));
	assert_int_equal(booth->session.banner, BANNER_NONE);
}

static void what_has_to_be_learnt_is_explained_once(void **state)
{
	static const bool explained[BALLOT_TYPE_COUNT] = {[BALLOT_POINTS] =
							      true,
							  [BALLOT_SCORE] = true,
							  [BALLOT_RANK] = true};
	struct booth *booth = *state;
	struct session *session = &booth->session;

	for (int type = 0; type < BALLOT_TYPE_COUNT; type++) {
		session_reset(session, booth->now_ms);
		scores(booth, 0, 5, false)->points = 5;
		booth->meeting->pots[0].ballot_type = (enum ballot_type)type;
		booth_scan(booth, STATUS_OK, 1, -1);
		booth_touch(booth, INTENT_LANGUAGE, 0);
		assert_int_equal(session->screen, explained[type]
						      ? SCREEN_RULES
						      : SCREEN_CHOOSE);
		if (!explained[type])
			continue;
		booth_touch(booth, INTENT_BACK, 0);
		assert_int_equal(session->screen, SCREEN_LANGUAGE);
		booth_touch(booth, INTENT_LANGUAGE, 1);
		assert_int_equal(session->screen, SCREEN_RULES);
		booth_touch(booth, INTENT_NEXT, 0);
		assert_int_equal(session->screen, SCREEN_CHOOSE);
		booth_to_review(booth);
		booth_touch(booth, INTENT_EDIT, 0);
		assert_int_equal(session->screen, SCREEN_CHOOSE);
	}
}

static void numbers_are_typed_erased_and_end_with_the_choice(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	booth_to_choose(booth);
	booth_touch(booth, INTENT_NUMBERS, 0);
	assert_int_equal(session->screen, SCREEN_NUMBERS);
	booth_touch(booth, INTENT_DIGIT, 0); /* no number begins with it */
	assert_int_equal(session_number(session), 0);
	for (int digit = 1; digit < 6; digit++)
		booth_touch(booth, INTENT_DIGIT, digit);
	assert_int_equal(session_number(session), 123);
	booth_touch(booth, INTENT_ERASE, 0);
	booth_touch(booth, INTENT_DIGIT, 0);
	booth_touch(booth, INTENT_DIGIT, 10);
	booth_touch(booth, INTENT_DIGIT, -1);
	assert_int_equal(session_number(session), 120);
	for (int i = 0; i < 5; i++)
		booth_touch(booth, INTENT_ERASE, 0);
	assert_int_equal(session_number(session), 0);
	booth_touch(booth, INTENT_DIGIT, 2);
	booth_touch(booth, INTENT_TOGGLE, 1);
	assert_int_equal(value(booth, 1), 1);
	assert_int_equal(session_number(session), 0);
	booth_touch(booth, INTENT_DIGIT, 7);
	booth_touch(booth, INTENT_CARDS, 0);
	assert_int_equal(session->screen, SCREEN_CHOOSE);
	booth_touch(booth, INTENT_NUMBERS, 0);
	assert_int_equal(session_number(session), 0);
}

static void who_goes_by_numbers_goes_on_by_numbers(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	booth_to_choose(booth);
	assert_true(session_all_seen(session, booth->meeting, booth->page));
	booth_touch(booth, INTENT_NUMBERS, 0);
	booth_touch(booth, INTENT_TOGGLE, 0);
	booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(session->screen, SCREEN_NUMBERS);
	assert_int_equal(session->pot, 1);
	assert_true(session_all_seen(session, booth->meeting, booth->page));
	booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(session->screen, SCREEN_REVIEW);
	booth_touch(booth, INTENT_BACK, 0);
	assert_int_equal(session->screen, SCREEN_NUMBERS);
	/* Back at the cards, all of them must be seen. */
	booth_touch(booth, INTENT_BACK, 0);
	assert_int_equal(session->screen, SCREEN_CHOOSE);
	assert_false(session_all_seen(session, booth->meeting, booth->page));
}

static void points_and_scores_have_no_express_way(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	points(booth, 5, 5);
	booth_to_choose(booth);
	booth_touch(booth, INTENT_NUMBERS, 0);
	assert_int_equal(session->screen, SCREEN_CHOOSE);
	booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(session->pot, 1);
	assert_int_equal(session->screen, SCREEN_CHOOSE);
	/* And whoever came by numbers meets the cards. */
	session_reset(session, booth->now_ms);
	pot_of(booth, 0, BALLOT_APPROVAL);
	pot_of(booth, 1, BALLOT_POINTS)->points = 5;
	booth_to_choose(booth);
	booth_touch(booth, INTENT_NUMBERS, 0);
	booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(session->screen, SCREEN_RULES);
	booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(session->screen, SCREEN_CHOOSE);
	assert_false(session_all_seen(session, booth->meeting, booth->page));
}

static void each_pot_has_its_own_type_in_one_vote(void **state)
{
	struct booth *booth = *state;

	points(booth, 5, 5);
	pot_of(booth, 1, BALLOT_RANK)->choose_max = 3;
	booth_to_choose(booth);
	booth_touch(booth, INTENT_GIVE, 1);
	booth_touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.screen, SCREEN_RULES);
	booth_touch(booth, INTENT_NEXT, 0);
	booth_touch(booth, INTENT_TOGGLE, FIRST + 4);
	booth_touch(booth, INTENT_TOGGLE, FIRST);
	booth_to_review(booth);
	assert_int_equal(booth_touch(booth, INTENT_CAST, 0), EFFECT_CAST);
	assert_int_equal(value(booth, 1), 1);
	assert_int_equal(value(booth, FIRST + 4), 1);
	assert_int_equal(value(booth, FIRST), 2);
	assert_int_equal(ballot_check(booth->meeting, &booth->session.ballot),
			 STATUS_OK);
}

static void only_noughts_are_a_blank_vote_and_asked_about(void **state)
{
	struct booth *booth = *state;

	scores(booth, 0, 5, true);
	booth_to_choose(booth);
	for (int i = 0; i < FIRST; i++) {
		booth_touch(booth, INTENT_SCORE, 0);
		booth_touch(booth, INTENT_NEXT, 0);
	}
	booth_to_review(booth);
	assert_int_equal(booth_touch(booth, INTENT_CAST, 0), EFFECT_NONE);
	assert_int_equal(booth->session.overlay, OVERLAY_BLANK);
}

static void the_thanks_hold_nothing_of_any_type(void **state)
{
	struct booth *booth = *state;

	scores(booth, 0, 5, false);
	pot_of(booth, 1, BALLOT_RANK)->choose_max = 3;
	booth_to_choose(booth);
	booth_touch(booth, INTENT_SCORE, 0);
	booth_touch(booth, INTENT_NEXT, 0);
	booth_touch(booth, INTENT_SCORE, 5);
	while (booth->session.pot == 0)
		booth_touch(booth, INTENT_NEXT, 0);
	booth_touch(booth, INTENT_NEXT, 0);
	booth_touch(booth, INTENT_NUMBERS, 0);
	booth_touch(booth, INTENT_TOGGLE, FIRST + 1);
	booth_touch(booth, INTENT_DIGIT, 8);
	booth_to_review(booth);
	assert_int_equal(booth_touch(booth, INTENT_CAST, 0), EFFECT_CAST);
	session_cast_done(&booth->session, STATUS_OK, booth->now_ms);
	booth_assert_wiped(&booth->session);
}

/* Which cards were on the screen, kept apart from the session. */
static void note(const struct booth *booth, bool was_shown[MEETING_PROPOSALS])
{
	int from, to;

	if (booth->session.screen != SCREEN_CHOOSE ||
	    booth->session.overlay != OVERLAY_NONE)
		return;
	session_page_cards(&booth->session, booth->meeting, booth->page, &from,
			   &to);
	for (int i = from; i < to; i++)
		was_shown[i] = true;
}

/* Letters change size, so that pages hold more cards or fewer, at any time. */
static void no_pot_is_left_before_each_of_its_cards_was_shown(void **state)
{
	static const enum intent_kind kinds[] = {
	    INTENT_NEXT,  INTENT_NEXT, INTENT_BACK,    INTENT_OPEN,
	    INTENT_CLOSE, INTENT_HELP, INTENT_DISMISS, INTENT_TOGGLE};
	struct booth *booth = *state;
	struct random random = bolbro_random(&booth->seed);
	int left = 0;

	for (int vote = 0; vote < STEPS / 10; vote++) {
		bool was_shown[MEETING_PROPOSALS] = {false};

		session_reset(&booth->session, booth->now_ms);
		booth_to_choose(booth);
		for (int i = 0; booth->session.screen != SCREEN_REVIEW; i++) {
			bool all = true;
			int pot = booth->session.pot;
			uint32_t kind = random.below(random.context, 8);

			assert_true(i < STEPS);
			booth->page = 1 + (int)random.below(random.context, 7);
			note(booth, was_shown);
			for (int k = pot ? FIRST : 0;
			     k < (pot ? FIRST + SIZE : FIRST); k++)
				all &= was_shown[k];
			if (booth->session.screen == SCREEN_CHOOSE &&
			    booth->session.overlay == OVERLAY_NONE)
				assert_int_equal(
				    session_all_seen(&booth->session,
						     booth->meeting,
						     booth->page),
				    all);
			if (booth->session.screen == SCREEN_LANGUAGE)
				booth_touch(booth, INTENT_LANGUAGE, 0);
			else
				booth_touch(
				    booth, kinds[kind],
				    (int)random.below(random.context, 10));
			if (booth->session.pot <= pot &&
			    booth->session.screen != SCREEN_REVIEW)
				continue;
			assert_true(all);
			left++;
		}
	}
	assert_true(left >= 2 * STEPS / 10);
}

int main(void)
{
#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, booth_set_up, booth_tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(points_are_given_one_by_one_until_none_is_left),
	    TEST(many_points_go_in_steps_of_five_and_the_rest_as_it_is),
	    TEST(twenty_steps_give_one_proposal_all_that_it_may_have),
	    TEST(points_for_too_many_or_too_few_are_said),
	    TEST(a_tick_gives_no_points_and_no_score),
	    TEST(the_proposal_shown_gets_the_score_and_loses_it_again),
	    TEST(where_none_is_the_lowest_score_nobody_can_give_it),
	    TEST(who_must_score_all_is_led_to_what_lacks_a_score),
	    TEST(whoever_scores_none_may_go_on),
	    TEST(a_score_taken_away_on_the_review_is_asked_for),
	    TEST(each_touch_gives_the_next_rank_and_the_others_move_up),
	    TEST(ranks_change_places_and_go_no_further_than_the_ends),
	    TEST(what_has_no_rank_changes_places_with_nothing),
	    TEST(what_costs_more_than_is_left_is_refused_and_said),
	    TEST(a_banner_is_gone_after_six_seconds),
	    TEST(what_has_to_be_learnt_is_explained_once),
	    TEST(numbers_are_typed_erased_and_end_with_the_choice),
	    TEST(who_goes_by_numbers_goes_on_by_numbers),
	    TEST(points_and_scores_have_no_express_way),
	    TEST(each_pot_has_its_own_type_in_one_vote),
	    TEST(only_noughts_are_a_blank_vote_and_asked_about),
	    TEST(the_thanks_hold_nothing_of_any_type),
	    TEST(no_pot_is_left_before_each_of_its_cards_was_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
