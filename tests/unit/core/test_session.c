/* A resident at the kiosk, without kiosk: intents in, screens out. */
#include "tests/lib/cmocka_all.h"

#include "core/random.h"
#include "core/session.h"
#include "tests/lib/bolbro.h"

enum { PAGE = 6, ROWS = 7 };

struct booth {
	struct meeting *meeting;
	struct session session;
	uint64_t now_ms;
	uint64_t seed;
};

static int set_up(void **state)
{
	struct booth *booth = calloc(1, sizeof(*booth));

	if (!booth || !(booth->meeting = bolbro_new()))
		return -1;
	booth->now_ms = 1000;
	booth->seed = 11;
	session_reset(&booth->session, booth->now_ms);
	*state = booth;
	return 0;
}

static int tear_down(void **state)
{
	struct booth *booth = *state;

	meeting_free(booth->meeting);
	free(booth);
	return 0;
}

static void scan_slip(struct booth *booth, enum status looked_up, int slip)
{
	unsigned char hash[SLIP_HASH_BYTES];
	struct random random = bolbro_random(&booth->seed);

	memset(hash, slip, sizeof(hash));
	booth->now_ms += 1000;
	session_scanned(&booth->session, booth->meeting, looked_up, hash, -1,
			&random, booth->now_ms);
}

static void scan(struct booth *booth, enum status looked_up)
{
	scan_slip(booth, looked_up, 0xab);
}

/* A touch at human pace: the guard after a change is over. */
static enum effect touch(struct booth *booth, enum intent_kind kind, int value)
{
	booth->now_ms += SESSION_GUARD_MS;
	return session_apply(&booth->session, booth->meeting,
			     (struct intent){kind, value}, PAGE, ROWS,
			     booth->now_ms);
}

static int page_of(const struct booth *booth)
{
	return session_page(&booth->session, booth->meeting, PAGE);
}

static int review_page_of(const struct booth *booth, int rows)
{
	return session_review_page(&booth->session, booth->meeting, rows);
}

static bool wait(struct booth *booth, unsigned ms)
{
	booth->now_ms += ms;
	return session_tick(&booth->session, booth->now_ms);
}

static void to_choose(struct booth *booth)
{
	scan(booth, STATUS_OK);
	touch(booth, INTENT_LANGUAGE, 0);
	assert_int_equal(booth->session.screen, SCREEN_CHOOSE);
}

static void to_review(struct booth *booth)
{
	to_choose(booth);
	touch(booth, INTENT_NEXT, 0);
	touch(booth, INTENT_NEXT, 0);
	touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.screen, SCREEN_REVIEW);
}

/* No byte of the slip or the choices is left. */
static void assert_wiped(const struct session *session)
{
	static const unsigned char nothing[sizeof(struct ballot)];

	assert_false(session->has_slip);
	assert_memory_equal(session->slip_hash, nothing, SLIP_HASH_BYTES);
	assert_memory_equal(&session->ballot, nothing, sizeof(struct ballot));
	assert_memory_equal(session->code, nothing, sizeof(session->code));
}

static void a_vote_takes_language_choices_next_and_cast(void **state)
{
	struct booth *booth = *state;

	to_choose(booth);
	touch(booth, INTENT_TOGGLE, 0);
	touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.pot, 1);
	touch(booth, INTENT_TOGGLE, 4);
	touch(booth, INTENT_NEXT, 0); /* the second page of seven cards */
	assert_int_equal(page_of(booth), 1);
	touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.screen, SCREEN_REVIEW);
	assert_int_equal(touch(booth, INTENT_CAST, 0), EFFECT_CAST);
	assert_int_equal(booth->session.screen, SCREEN_CASTING);
	assert_int_equal(booth->session.ballot.value[0], 1);
	assert_int_equal(booth->session.ballot.value[4], 1);
	session_cast_done(&booth->session, STATUS_OK, booth->now_ms);
	assert_int_equal(booth->session.screen, SCREEN_THANKS);
	assert_wiped(&booth->session);
	assert_true(wait(booth, 8000));
	assert_int_equal(booth->session.screen, SCREEN_ATTRACT);
}

static void next_shows_every_page_before_it_leaves_the_pot(void **state)
{
	struct booth *booth = *state;

	to_choose(booth);
	touch(booth, INTENT_NEXT, 0);
	assert_false(session_all_seen(&booth->session, booth->meeting, PAGE));
	touch(booth, INTENT_NEXT, 0);
	assert_true(session_all_seen(&booth->session, booth->meeting, PAGE));
	touch(booth, INTENT_BACK, 0);
	assert_int_equal(page_of(booth), 0);
	touch(booth, INTENT_NEXT, 0);
	assert_int_equal(page_of(booth), 1);
	touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.screen, SCREEN_REVIEW);
}

static void back_goes_the_same_way_home(void **state)
{
	struct booth *booth = *state;

	to_review(booth);
	touch(booth, INTENT_BACK, 0);
	assert_int_equal(booth->session.pot, 1);
	assert_int_equal(page_of(booth), 1);
	touch(booth, INTENT_BACK, 0);
	assert_int_equal(page_of(booth), 0);
	touch(booth, INTENT_BACK, 0);
	assert_int_equal(booth->session.pot, 0);
	touch(booth, INTENT_BACK, 0);
	assert_int_equal(booth->session.screen, SCREEN_LANGUAGE);
	touch(booth, INTENT_LANGUAGE, 1);
	assert_int_equal(booth->session.screen, SCREEN_CHOOSE);
	assert_int_equal(booth->session.language, 1);
}

static void the_language_can_change_without_losing_choices(void **state)
{
	struct booth *booth = *state;

	to_choose(booth);
	touch(booth, INTENT_TOGGLE, 2);
	touch(booth, INTENT_OPEN, 1);
	touch(booth, INTENT_OPEN_LANGUAGE, 0);
	touch(booth, INTENT_LANGUAGE, 1);
	assert_int_equal(booth->session.screen, SCREEN_DETAIL);
	assert_int_equal(booth->session.detail, 1);
	assert_int_equal(booth->session.ballot.value[2], 1);
	touch(booth, INTENT_TOGGLE, 1);
	touch(booth, INTENT_CLOSE, 0);
	assert_int_equal(booth->session.screen, SCREEN_CHOOSE);
	assert_int_equal(booth->session.ballot.value[1], 1);
}

static void one_choice_too_many_is_said_and_not_taken(void **state)
{
	struct booth *booth = *state;

	to_choose(booth);
	touch(booth, INTENT_TOGGLE, 0);
	touch(booth, INTENT_TOGGLE, 1);
	touch(booth, INTENT_TOGGLE, 2);
	assert_int_equal(booth->session.ballot.value[2], 0);
	assert_int_equal(booth->session.banner, BANNER_FULL);
	assert_false(wait(booth, SESSION_BANNER_MS - 1));
	assert_true(wait(booth, 1));
	assert_int_equal(booth->session.banner, BANNER_NONE);
	touch(booth, INTENT_TOGGLE, 0);
	touch(booth, INTENT_TOGGLE, 2);
	assert_int_equal(booth->session.ballot.value[2], 1);
}

static void too_few_choices_hold_the_resident_and_say_so(void **state)
{
	struct booth *booth = *state;

	booth->meeting->pots[0].choose_min = 2;
	to_choose(booth);
	touch(booth, INTENT_TOGGLE, 0);
	touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.pot, 0);
	assert_int_equal(booth->session.banner, BANNER_FEW);
	touch(booth, INTENT_TOGGLE, 1);
	touch(booth, INTENT_NEXT, 0);
	touch(booth, INTENT_NEXT, 0);
	touch(booth, INTENT_NEXT, 0);
	touch(booth, INTENT_TOGGLE, 0); /* taken away on the review */
	assert_int_equal(touch(booth, INTENT_CAST, 0), EFFECT_NONE);
	assert_int_equal(booth->session.screen, SCREEN_CHOOSE);
	assert_int_equal(booth->session.banner, BANNER_FEW);
}

static void the_review_takes_away_but_never_adds(void **state)
{
	struct booth *booth = *state;

	to_review(booth);
	touch(booth, INTENT_TOGGLE, 5);
	assert_int_equal(booth->session.ballot.value[5], 0);
	touch(booth, INTENT_EDIT, 1);
	assert_int_equal(booth->session.pot, 1);
	touch(booth, INTENT_TOGGLE, 5);
	touch(booth, INTENT_NEXT, 0);
	touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.screen, SCREEN_REVIEW);
	touch(booth, INTENT_TOGGLE, 5);
	assert_int_equal(booth->session.ballot.value[5], 0);
}

/* On the first page of a review of two: eight choices, seven rows on a page. */
static void to_long_review(struct booth *booth)
{
	booth->meeting->pots[1].choose_max = 7;
	to_choose(booth);
	for (int i = 0; i < booth->meeting->proposal_count; i++)
		if (i != 1 && i != 2)
			booth->session.ballot.value[i] = 1;
	for (int i = 0; i < 3; i++)
		touch(booth, INTENT_NEXT, 0);
	assert_int_equal(booth->session.screen, SCREEN_REVIEW);
}

static void only_what_was_seen_on_the_review_can_be_cast(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	to_long_review(booth);
	assert_false(session_review_seen(session, booth->meeting, ROWS));
	assert_int_equal(touch(booth, INTENT_CAST, 0), EFFECT_NONE);
	assert_int_equal(session->screen, SCREEN_REVIEW);
	touch(booth, INTENT_MORE, 2); /* there is no such page */
	touch(booth, INTENT_MORE, -1);
	assert_int_equal(review_page_of(booth, ROWS), 0);
	touch(booth, INTENT_MORE, 1);
	assert_int_equal(review_page_of(booth, ROWS), 1);
	assert_true(session_review_seen(session, booth->meeting, ROWS));
	touch(booth, INTENT_MORE, 0);
	assert_int_equal(review_page_of(booth, ROWS), 0);
	assert_int_equal(touch(booth, INTENT_CAST, 0), EFFECT_CAST);
}

static void going_back_from_the_review_asks_to_see_it_anew(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	to_long_review(booth);
	touch(booth, INTENT_MORE, 1);
	touch(booth, INTENT_BACK, 0);
	touch(booth, INTENT_NEXT, 0);
	assert_int_equal(session->screen, SCREEN_REVIEW);
	assert_int_equal(review_page_of(booth, ROWS), 0);
	assert_int_equal(touch(booth, INTENT_CAST, 0), EFFECT_NONE);
}

/* Pages of two rows here; what moves up onto a page seen before is new. */
static void rows_that_move_up_must_be_seen_again(void **state)
{
	enum { TWO = 2 };
	const struct intent remove = {INTENT_TOGGLE, 3};
	struct booth *booth = *state;
	struct session *session = &booth->session;

	to_review(booth);
	for (int i = 3; i < 10; i++)
		session->ballot.value[i] = 1;
	session->review_at = 0;
	session->review_seen = 6; /* of seven */
	booth->now_ms += SESSION_GUARD_MS;
	session_apply(session, booth->meeting, remove, PAGE, TWO,
		      booth->now_ms);
	assert_int_equal(session->ballot.value[3], 0);
	assert_int_equal(session->review_seen, 5); /* of six */
	assert_false(session_review_seen(session, booth->meeting, TWO));
	session->review_at = 4;
	assert_true(session_review_seen(session, booth->meeting, TWO));
	/* All seen: they stay so, and the page that is no more is left. */
	for (int i = 8; i < 10; i++) {
		const struct intent last = {INTENT_TOGGLE, i};

		booth->now_ms += SESSION_GUARD_MS;
		session_apply(session, booth->meeting, last, PAGE, TWO,
			      booth->now_ms);
	}
	assert_int_equal(review_page_of(booth, TWO), 1);
	assert_true(session_review_seen(session, booth->meeting, TWO));
}

static void a_blank_vote_is_asked_about_and_then_cast(void **state)
{
	struct booth *booth = *state;

	to_review(booth);
	assert_int_equal(touch(booth, INTENT_CAST, 0), EFFECT_NONE);
	assert_int_equal(booth->session.overlay, OVERLAY_BLANK);
	touch(booth, INTENT_DISMISS, 0);
	assert_int_equal(booth->session.screen, SCREEN_CHOOSE);
	assert_int_equal(booth->session.pot, 0);
	touch(booth, INTENT_NEXT, 0);
	touch(booth, INTENT_NEXT, 0);
	touch(booth, INTENT_NEXT, 0);
	touch(booth, INTENT_CAST, 0);
	assert_int_equal(touch(booth, INTENT_CAST_BLANK, 0), EFFECT_CAST);
	assert_true(ballot_blank(booth->meeting, &booth->session.ballot));
}

static void stopping_is_asked_about_and_wipes_everything(void **state)
{
	struct booth *booth = *state;

	to_choose(booth);
	touch(booth, INTENT_TOGGLE, 0);
	touch(booth, INTENT_STOP, 0);
	assert_int_equal(booth->session.overlay, OVERLAY_STOP);
	touch(booth, INTENT_TOGGLE, 1); /* nothing reaches what lies below */
	assert_int_equal(booth->session.ballot.value[1], 0);
	touch(booth, INTENT_DISMISS, 0);
	assert_int_equal(booth->session.ballot.value[0], 1);
	touch(booth, INTENT_STOP, 0);
	touch(booth, INTENT_STOP_YES, 0);
	assert_int_equal(booth->session.screen, SCREEN_ATTRACT);
	assert_wiped(&booth->session);
}

static void a_touch_just_after_a_change_is_ignored(void **state)
{
	struct booth *booth = *state;
	struct intent cast = {INTENT_CAST, 0};

	to_review(booth);
	booth->session.ballot.value[0] = 1;
	session_apply(&booth->session, booth->meeting, cast, PAGE, ROWS,
		      booth->now_ms + SESSION_GUARD_MS - 1);
	assert_int_equal(booth->session.screen, SCREEN_REVIEW);
	session_apply(&booth->session, booth->meeting, cast, PAGE, ROWS,
		      booth->now_ms + SESSION_GUARD_MS);
	assert_int_equal(booth->session.screen, SCREEN_CASTING);
}

static void who_walks_away_is_asked_and_then_forgotten(void **state)
{
	struct booth *booth = *state;

	to_choose(booth);
	touch(booth, INTENT_TOGGLE, 0);
	assert_false(wait(booth, 119999));
	assert_true(wait(booth, 1));
	assert_int_equal(booth->session.overlay, OVERLAY_IDLE);
	assert_int_equal(session_idle_seconds(&booth->session, booth->now_ms),
			 30);
	assert_false(wait(booth, 29999));
	assert_int_equal(session_idle_seconds(&booth->session, booth->now_ms),
			 1);
	assert_true(wait(booth, 1));
	assert_int_equal(booth->session.screen, SCREEN_ATTRACT);
	assert_wiped(&booth->session);
}

static void any_touch_answers_the_idle_question(void **state)
{
	struct booth *booth = *state;

	to_choose(booth);
	touch(booth, INTENT_TOGGLE, 0);
	wait(booth, 120000);
	wait(booth, 10000);
	session_touched(&booth->session, booth->now_ms);
	assert_int_equal(booth->session.overlay, OVERLAY_NONE);
	assert_int_equal(booth->session.ballot.value[0], 1);
	assert_false(wait(booth, 119999));
	assert_true(wait(booth, 1));
}

static void every_outcome_of_a_cast_has_its_page_and_wipes(void **state)
{
	struct booth *booth = *state;

	for (int outcome = 0; outcome < STATUS_COUNT; outcome++) {
		enum screen screen = outcome == STATUS_OK ? SCREEN_THANKS
				     : outcome == STATUS_UNCERTAIN
					 ? SCREEN_LOCKED
					 : SCREEN_MESSAGE;
		bool told = outcome == STATUS_SLIP_USED ||
			    outcome == STATUS_SLIP_VOID ||
			    outcome == STATUS_SLIP_OTHER ||
			    outcome == STATUS_SLIP_KIOSK ||
			    outcome == STATUS_NOT_OPEN;

		session_reset(&booth->session, booth->now_ms);
		to_review(booth);
		booth->session.ballot.value[3] = 1;
		assert_int_equal(touch(booth, INTENT_CAST, 0), EFFECT_CAST);
		session_cast_done(&booth->session, outcome, booth->now_ms);
		assert_int_equal(booth->session.uncast,
				 screen == SCREEN_MESSAGE);
		assert_int_equal(booth->session.screen, screen);
		assert_wiped(&booth->session);
		if (screen == SCREEN_MESSAGE)
			assert_int_equal(booth->session.message,
					 told ? outcome : STATUS_STORE);
	}
}

static void a_locked_kiosk_takes_nothing_more(void **state)
{
	struct booth *booth = *state;

	to_review(booth);
	booth->session.ballot.value[3] = 1;
	touch(booth, INTENT_CAST, 0);
	session_cast_done(&booth->session, STATUS_UNCERTAIN, booth->now_ms);
	for (int kind = 0; kind < INTENT_COUNT; kind++)
		assert_int_equal(touch(booth, kind, 0), EFFECT_NONE);
	scan(booth, STATUS_OK);
	wait(booth, 3600000);
	session_phase(&booth->session, PHASE_CLOSED, booth->now_ms);
	assert_int_equal(booth->session.screen, SCREEN_LOCKED);
}

static void a_scan_while_somebody_votes_changes_nothing(void **state)
{
	struct booth *booth = *state;
	struct session before;

	to_choose(booth);
	touch(booth, INTENT_TOGGLE, 0);
	before = booth->session;
	scan(booth, STATUS_OK);
	scan(booth, STATUS_SLIP_USED);
	assert_int_equal(booth->session.banner, BANNER_REPEAT);
	assert_int_equal(booth->session.screen, before.screen);
	assert_memory_equal(&booth->session.ballot, &before.ballot,
			    sizeof(before.ballot));
	assert_memory_equal(booth->session.slip_hash, before.slip_hash,
			    SLIP_HASH_BYTES);
}

static void a_refused_slip_gets_its_page_which_ends_by_itself(void **state)
{
	static const enum status refused[] = {
	    STATUS_SLIP_SYNTAX, STATUS_SLIP_CHECK, STATUS_SLIP_OTHER,
	    STATUS_SLIP_USED,	STATUS_SLIP_VOID,  STATUS_SLIP_KIOSK,
	    STATUS_NOT_OPEN,	STATUS_STORE};
	struct booth *booth = *state;

	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		scan(booth, refused[i]);
		assert_int_equal(booth->session.screen, SCREEN_MESSAGE);
		assert_int_equal(booth->session.message, refused[i]);
		assert_wiped(&booth->session);
		assert_true(wait(booth, 20000));
		assert_int_equal(booth->session.screen, SCREEN_ATTRACT);
	}
}

static void to_thanks(struct booth *booth)
{
	to_review(booth);
	booth->session.ballot.value[3] = 1;
	touch(booth, INTENT_CAST, 0);
	session_cast_done(&booth->session, STATUS_OK, booth->now_ms);
	assert_int_equal(booth->session.screen, SCREEN_THANKS);
}

static void the_next_scan_may_come_while_thanks_still_show(void **state)
{
	static const unsigned char nothing[SLIP_HASH_BYTES];
	struct booth *booth = *state;

	to_thanks(booth);
	scan_slip(booth, STATUS_OK, 0xcd);
	assert_int_equal(booth->session.screen, SCREEN_LANGUAGE);
	assert_int_equal(booth->session.language, 0);
	assert_int_equal(booth->session.ballot.value[3], 0);
	assert_memory_equal(booth->session.cast_hash, nothing, sizeof(nothing));
}

static void the_slip_just_cast_cannot_take_the_thanks_away(void **state)
{
	static const enum status said[] = {STATUS_SLIP_USED, STATUS_NOT_OPEN,
					   STATUS_STORE_BUSY};
	struct booth *booth = *state;
	struct session before;

	to_thanks(booth);
	before = booth->session;
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
		scan(booth, said[i]);
	assert_memory_equal(&booth->session, &before, sizeof(before));
	/* Another used slip is told as ever. */
	scan_slip(booth, STATUS_SLIP_USED, 0xcd);
	assert_int_equal(booth->session.screen, SCREEN_MESSAGE);
}

static void with_the_thanks_the_slip_just_cast_is_forgotten(void **state)
{
	static const unsigned char nothing[SLIP_HASH_BYTES];
	struct booth *booth = *state;

	to_thanks(booth);
	assert_wiped(&booth->session);
	assert_true(wait(booth, screen_idle_ms(SCREEN_THANKS)));
	assert_memory_equal(booth->session.cast_hash, nothing, sizeof(nothing));
	scan(booth, STATUS_SLIP_USED);
	assert_int_equal(booth->session.message, STATUS_SLIP_USED);
	to_thanks(booth);
	scan_slip(booth, STATUS_SLIP_VOID, 0xcd);
	assert_memory_equal(booth->session.cast_hash, nothing, sizeof(nothing));
}

static void a_typed_code_is_looked_up_at_the_twentieth_symbol(void **state)
{
	struct booth *booth = *state;

	touch(booth, INTENT_TYPE_CODE, 0);
	for (int i = 0; i < SLIP_SYMBOLS - 1; i++)
		assert_int_equal(touch(booth, INTENT_SYMBOL, i), EFFECT_NONE);
	touch(booth, INTENT_ERASE, 0);
	touch(booth, INTENT_SYMBOL, 18);
	assert_int_equal(touch(booth, INTENT_SYMBOL, 31), EFFECT_LOOK_UP);
	assert_string_equal(booth->session.code, "0123456789ABCDEFGHJZ");
	assert_int_equal(touch(booth, INTENT_SYMBOL, 1), EFFECT_NONE);
	scan(booth, STATUS_SLIP_CHECK);
	assert_int_equal(booth->session.screen, SCREEN_CODE);
	assert_true(booth->session.code_wrong);
	touch(booth, INTENT_ERASE, 0);
	assert_false(booth->session.code_wrong);
	assert_int_equal(touch(booth, INTENT_SYMBOL, 2), EFFECT_LOOK_UP);
	scan(booth, STATUS_OK);
	assert_int_equal(booth->session.screen, SCREEN_LANGUAGE);
	assert_int_equal(booth->session.code_length, 0);
}

static void closing_the_vote_ends_a_session_unspent(void **state)
{
	struct booth *booth = *state;

	to_choose(booth);
	session_phase(&booth->session, PHASE_OPEN, booth->now_ms);
	assert_true(session_busy(&booth->session));
	session_phase(&booth->session, PHASE_PAUSED, booth->now_ms);
	assert_int_equal(booth->session.screen, SCREEN_MESSAGE);
	assert_int_equal(booth->session.message, STATUS_NOT_OPEN);
	assert_true(booth->session.uncast);
	assert_wiped(&booth->session);
	/* Who scans only then has lost nothing. */
	scan(booth, STATUS_NOT_OPEN);
	assert_int_equal(booth->session.message, STATUS_NOT_OPEN);
	assert_false(booth->session.uncast);
}

static void the_order_of_cards_differs_between_residents(void **state)
{
	struct booth *booth = *state;
	int first_is[7] = {0};

	for (int i = 0; i < 700; i++) {
		session_reset(&booth->session, booth->now_ms);
		scan(booth, STATUS_OK);
		for (int at = 0; at < 10; at++)
			assert_int_equal(booth->session.order[at] < 3, at < 3);
		first_is[booth->session.order[3] - 3]++;
	}
	for (int i = 0; i < 7; i++)
		assert_in_range(first_is[i], 60, 140);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(a_vote_takes_language_choices_next_and_cast),
	    TEST(next_shows_every_page_before_it_leaves_the_pot),
	    TEST(back_goes_the_same_way_home),
	    TEST(the_language_can_change_without_losing_choices),
	    TEST(one_choice_too_many_is_said_and_not_taken),
	    TEST(too_few_choices_hold_the_resident_and_say_so),
	    TEST(the_review_takes_away_but_never_adds),
	    TEST(only_what_was_seen_on_the_review_can_be_cast),
	    TEST(going_back_from_the_review_asks_to_see_it_anew),
	    TEST(rows_that_move_up_must_be_seen_again),
	    TEST(a_blank_vote_is_asked_about_and_then_cast),
	    TEST(stopping_is_asked_about_and_wipes_everything),
	    TEST(a_touch_just_after_a_change_is_ignored),
	    TEST(who_walks_away_is_asked_and_then_forgotten),
	    TEST(any_touch_answers_the_idle_question),
	    TEST(every_outcome_of_a_cast_has_its_page_and_wipes),
	    TEST(a_locked_kiosk_takes_nothing_more),
	    TEST(a_scan_while_somebody_votes_changes_nothing),
	    TEST(a_refused_slip_gets_its_page_which_ends_by_itself),
	    TEST(the_next_scan_may_come_while_thanks_still_show),
	    TEST(the_slip_just_cast_cannot_take_the_thanks_away),
	    TEST(with_the_thanks_the_slip_just_cast_is_forgotten),
	    TEST(a_typed_code_is_looked_up_at_the_twentieth_symbol),
	    TEST(closing_the_vote_ends_a_session_unspent),
	    TEST(the_order_of_cards_differs_between_residents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
