/* How a resident wants it: language, letters, colours, reach, reading. */
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/core_booth.h"

enum {
	FIRST = 3, /* index of the first proposal of pot 1 */
	DANISH = 0,
	ENGLISH = 1,
	A_SLIP = 0xab,
	ANOTHER = 0xcd,
};

/* All that can be set is set, over the screen shown. */
static void set_all(struct booth *booth)
{
	booth_touch(booth, INTENT_LOOK, 0);
	assert_int_equal(booth->session.overlay, OVERLAY_LOOK);
	booth_touch(booth, INTENT_TEXT, TEXT_LARGEST);
	booth_touch(booth, INTENT_THEME, LOOK_CONTRAST);
	booth_touch(booth, INTENT_REACH, 0);
	booth_touch(booth, INTENT_DISMISS, 0);
	booth_touch(booth, INTENT_LISTEN, 0);
	booth_touch(booth, INTENT_SPEED, 3);
	booth_touch(booth, INTENT_VOLUME, 0);
	booth_touch(booth, INTENT_DISMISS, 0);
}

static void assert_all_set(const struct session *session)
{
	assert_int_equal(session->settings.text, TEXT_LARGEST);
	assert_int_equal(session->settings.theme, LOOK_CONTRAST);
	assert_true(session->settings.reach);
	assert_true(session->settings.aloud);
	assert_int_equal(session->settings.speed, 3);
	assert_int_equal(session->settings.volume, 0);
}

static void assert_usual(const struct session *session)
{
	assert_int_equal(session->settings.text, TEXT_USUAL);
	assert_int_equal(session->settings.theme, LOOK_LIGHT);
	assert_false(session->settings.reach);
	assert_false(session->settings.aloud);
	assert_int_equal(session->settings.speed, SESSION_SPEED_USUAL);
	assert_int_equal(session->settings.volume, SESSION_VOLUME_USUAL);
	assert_false(settings_changed(&session->settings, &session->usual));
}

static void to_thanks(struct booth *booth)
{
	booth_to_review(booth);
	booth->session.ballot.value[0] = 1;
	assert_int_equal(booth_touch(booth, INTENT_CAST, 0), EFFECT_CAST);
	session_cast_done(&booth->session, STATUS_OK, booth->now_ms);
}

static void each_setting_alone_is_a_change(void **state)
{
	static const struct settings other[] = {
	    {.text = TEXT_LARGE}, {.theme = LOOK_DARK}, {.reach = true},
	    {.aloud = true},	  {.speed = 1},		{.volume = -1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(other) / sizeof(other[0]); i++) {
		struct settings settings = other[i];

		/* The two that are not usual at nought. */
		settings.speed += SESSION_SPEED_USUAL;
		settings.volume += SESSION_VOLUME_USUAL;
		assert_true(
		    settings_changed(&settings, &(struct session_usual){0}));
	}
}

static void letters_grow_mid_vote_and_nothing_chosen_is_lost(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;
	struct session before;
	int from, to;

	booth_to_choose(booth);
	booth_touch(booth, INTENT_TOGGLE, 1);
	booth_touch(booth, INTENT_NEXT, 0);
	booth_touch(booth, INTENT_TOGGLE, FIRST + 2);
	booth_touch(booth, INTENT_NEXT, 0); /* the second page: four, three */
	assert_int_equal(session_page(session, booth->meeting, booth->page), 1);
	booth_touch(booth, INTENT_LOOK, 0);
	before = *session;
	booth_touch(booth, INTENT_TEXT, TEXT_LARGEST);
	booth->page = 2; /* so few have room now */
	booth_touch(booth, INTENT_DISMISS, 0);
	assert_memory_equal(&session->ballot, &before.ballot,
			    sizeof(before.ballot));
	assert_memory_equal(session->seen, before.seen, sizeof(before.seen));
	assert_memory_equal(session->at, before.at, sizeof(before.at));
	assert_memory_equal(session->order, before.order, sizeof(before.order));
	assert_memory_equal(session->slip_hash, before.slip_hash,
			    SLIP_HASH_BYTES);
	/* The card that came first on the page is on the page shown now. */
	session_page_cards(session, booth->meeting, booth->page, &from, &to);
	assert_in_range(FIRST + before.at[1], from, to - 1);
}

static void larger_letters_may_bring_pages_that_were_not_seen(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	booth->page = 7;
	booth_to_choose(booth);
	booth_touch(booth, INTENT_NEXT, 0);
	/* All seven are shown; but before anything was touched there: */
	booth->page = 3;
	assert_false(session_all_seen(session, booth->meeting, booth->page));
	booth->page = 7;
	booth_touch(booth, INTENT_LOOK, 0); /* a touch says they were seen */
	booth_touch(booth, INTENT_TEXT, TEXT_LARGEST);
	booth->page = 3;
	booth_touch(booth, INTENT_DISMISS, 0);
	assert_true(session_all_seen(session, booth->meeting, booth->page));
}

static void rows_of_the_review_stay_seen_when_letters_change(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	booth->meeting->pots[1].choose_max = 7;
	booth_to_choose(booth);
	booth_to_review(booth);
	for (int i = FIRST; i < FIRST + 7; i++)
		session->ballot.value[i] = 1;
	booth->rows = 3;
	booth_touch(booth, INTENT_MORE, 1); /* six of seven seen */
	booth_touch(booth, INTENT_LOOK, 0);
	booth_touch(booth, INTENT_TEXT, TEXT_LARGE);
	booth->rows = 2;
	booth_touch(booth, INTENT_DISMISS, 0);
	assert_int_equal(
	    session_review_page(session, booth->meeting, booth->rows), 1);
	assert_false(session_review_seen(session, booth->meeting, booth->rows));
	booth_touch(booth, INTENT_MORE, 3); /* the seventh, next after six */
	assert_int_equal(
	    session_review_page(session, booth->meeting, booth->rows), 3);
	assert_true(session_review_seen(session, booth->meeting, booth->rows));
	booth->rows = 7;
	assert_int_equal(
	    session_review_pages(session, booth->meeting, booth->rows), 1);
	assert_true(session_review_seen(session, booth->meeting, booth->rows));
}

static void settings_are_gone_with_the_thanks(void **state)
{
	struct booth *booth = *state;

	booth_to_choose(booth);
	set_all(booth);
	to_thanks(booth);
	assert_all_set(&booth->session); /* the thanks are still theirs */
	assert_true(booth_wait(booth, screen_idle_ms(SCREEN_THANKS)));
	assert_int_equal(booth->session.screen, SCREEN_ATTRACT);
	assert_usual(&booth->session);
}

static void the_next_resident_starts_as_everyone_does(void **state)
{
	struct booth *booth = *state;

	booth_to_choose(booth);
	set_all(booth);
	to_thanks(booth);
	booth_scan(booth, STATUS_OK, ANOTHER, -1);
	assert_int_equal(booth->session.screen, SCREEN_LANGUAGE);
	assert_usual(&booth->session);
}

static void
a_slip_refused_during_the_thanks_is_told_as_to_everyone(void **state)
{
	struct booth *booth = *state;

	for (int asks = -1; asks <= ENGLISH; asks++) {
		booth_to_choose(booth);
		set_all(booth);
		to_thanks(booth);
		booth->session.language = ENGLISH;
		booth_scan(booth, STATUS_SLIP_USED, ANOTHER, asks);
		assert_int_equal(booth->session.screen, SCREEN_MESSAGE);
		assert_int_equal(booth->session.language,
				 asks < 0 ? DANISH : asks);
		assert_usual(&booth->session);
		booth_touch(booth, INTENT_DISMISS, 0);
	}
}

static void settings_are_gone_with_whoever_stops_or_walks_away(void **state)
{
	struct booth *booth = *state;

	booth_to_choose(booth);
	set_all(booth);
	booth_touch(booth, INTENT_STOP, 0);
	booth_touch(booth, INTENT_STOP_YES, 0);
	assert_int_equal(booth->session.screen, SCREEN_ATTRACT);
	assert_usual(&booth->session);
	booth_to_choose(booth);
	set_all(booth);
	assert_true(booth_wait(booth, SESSION_IDLE_ALOUD_MS));
	assert_true(booth_wait(booth, SESSION_IDLE_ANSWER_MS));
	assert_int_equal(booth->session.screen, SCREEN_ATTRACT);
	assert_usual(&booth->session);
	booth_assert_wiped(&booth->session);
}

static void another_language_keeps_the_settings_and_the_choices(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	booth_to_choose(booth);
	booth_touch(booth, INTENT_TOGGLE, 2);
	set_all(booth);
	booth_touch(booth, INTENT_OPEN_LANGUAGE, 0);
	assert_all_set(session);
	booth_touch(booth, INTENT_LANGUAGE, ENGLISH);
	assert_int_equal(session->language, ENGLISH);
	assert_int_equal(session->screen, SCREEN_CHOOSE);
	assert_all_set(session);
	assert_int_equal(session->ballot.value[2], 1);
}

static void settings_made_before_the_scan_come_along(void **state)
{
	struct booth *booth = *state;

	set_all(booth);
	booth_scan(booth, STATUS_OK, A_SLIP, -1);
	assert_all_set(&booth->session);
	session_reset(&booth->session, booth->now_ms);
	set_all(booth);
	booth_touch(booth, INTENT_TYPE_CODE, 0);
	booth_scan(booth, STATUS_OK, A_SLIP, -1);
	assert_all_set(&booth->session);
}

static void settings_left_before_a_scan_are_forgotten_in_a_minute(void **state)
{
	struct booth *booth = *state;

	set_all(booth);
	assert_false(booth_wait(booth, SESSION_LEFT_MS - 1));
	assert_all_set(&booth->session);
	assert_true(booth_wait(booth, 1));
	assert_usual(&booth->session);
	/* A dialog left open closes, too. */
	booth_touch(booth, INTENT_LOOK, 0);
	assert_false(booth_wait(booth, SESSION_LEFT_MS - 1));
	assert_true(booth_wait(booth, 1));
	assert_int_equal(booth->session.overlay, OVERLAY_NONE);
	/* With nothing to forget, nothing happens. */
	assert_false(booth_wait(booth, 10 * SESSION_LEFT_MS));
}

static void no_setting_has_a_value_that_is_none(void **state)
{
	struct booth *booth = *state;

	booth_to_choose(booth);
	booth_touch(booth, INTENT_LOOK, 0);
	booth_touch(booth, INTENT_TEXT, TEXT_SIZES);
	booth_touch(booth, INTENT_TEXT, -1);
	booth_touch(booth, INTENT_THEME, LOOK_THEMES);
	booth_touch(booth, INTENT_THEME, -1);
	assert_usual(&booth->session);
	booth_touch(booth, INTENT_DISMISS, 0);
	booth_touch(booth, INTENT_LISTEN, 0);
	booth_touch(booth, INTENT_SPEED, SESSION_SPEEDS);
	booth_touch(booth, INTENT_SPEED, -1);
	booth_touch(booth, INTENT_VOLUME, SESSION_VOLUMES);
	booth_touch(booth, INTENT_VOLUME, -1);
	assert_int_equal(booth->session.settings.speed, SESSION_SPEED_USUAL);
	assert_int_equal(booth->session.settings.volume, SESSION_VOLUME_USUAL);
}

/* Only where their dialog lies over the screen can they be set. */
static void settings_need_their_dialog(void **state)
{
	struct booth *booth = *state;

	booth_to_choose(booth);
	booth_touch(booth, INTENT_TEXT, TEXT_LARGE);
	booth_touch(booth, INTENT_THEME, LOOK_DARK);
	booth_touch(booth, INTENT_SPEED, 3);
	booth_touch(booth, INTENT_VOLUME, 3);
	assert_int_equal(booth_touch(booth, INTENT_REPEAT, 0), EFFECT_NONE);
	assert_int_equal(booth_touch(booth, INTENT_HUSH, 0), EFFECT_NONE);
	assert_usual(&booth->session);
	booth_touch(booth, INTENT_HELP, 0);
	booth_touch(booth, INTENT_LOOK, 0);
	booth_touch(booth, INTENT_LISTEN, 0);
	assert_int_equal(booth->session.overlay, OVERLAY_HELP);
	assert_usual(&booth->session);
}

static void
reach_comes_and_goes_with_one_tap_on_nearly_every_screen(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	for (int screen = 0; screen < SCREEN_COUNT; screen++) {
		bool can = screen != SCREEN_CASTING && screen != SCREEN_LOCKED;

		session_reset(session, booth->now_ms);
		session->screen = (enum screen)screen;
		booth_touch(booth, INTENT_REACH, 0);
		assert_int_equal(session->settings.reach, can);
		booth_touch(booth, INTENT_REACH, 0);
		assert_false(session->settings.reach);
		assert_int_equal(session->screen, screen);
	}
}

/* Everything lies elsewhere after it: what a finger meant lay there before. */
static void
after_reach_and_letters_touches_are_ignored_for_a_moment(void **state)
{
	static const struct intent reach = {INTENT_REACH, 0};
	struct booth *booth = *state;

	booth_to_choose(booth);
	booth_touch(booth, INTENT_REACH, 0);
	session_apply(&booth->session, booth->meeting, reach, booth->page,
		      booth->rows, booth->now_ms + SESSION_GUARD_MS - 1);
	assert_true(booth->session.settings.reach);
	session_apply(&booth->session, booth->meeting, reach, booth->page,
		      booth->rows, booth->now_ms + SESSION_GUARD_MS);
	assert_false(booth->session.settings.reach);
}

static void the_thanks_end_however_often_reach_is_touched(void **state)
{
	struct booth *booth = *state;
	uint64_t end_ms;

	booth_to_choose(booth);
	to_thanks(booth);
	end_ms = booth->now_ms + screen_idle_ms(SCREEN_THANKS);
	while (booth->now_ms + 1000 < end_ms) {
		booth_touch(booth, INTENT_REACH, 0);
		assert_int_equal(booth->session.screen, SCREEN_THANKS);
	}
	booth->now_ms = end_ms;
	assert_true(session_tick(&booth->session, booth->now_ms));
	assert_int_equal(booth->session.screen, SCREEN_ATTRACT);
}

static void reading_begins_again_and_ends_as_asked(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	booth_to_choose(booth);
	assert_int_equal(booth_touch(booth, INTENT_LISTEN, 0), EFFECT_SPEAK);
	assert_true(session->settings.aloud);
	assert_int_equal(session->overlay, OVERLAY_LISTEN);
	assert_int_equal(booth_touch(booth, INTENT_REPEAT, 0), EFFECT_SPEAK);
	assert_int_equal(booth_touch(booth, INTENT_SPEED, 0), EFFECT_SPEAK);
	assert_int_equal(booth_touch(booth, INTENT_VOLUME, 1), EFFECT_SPEAK);
	booth_touch(booth, INTENT_DISMISS, 0);
	assert_true(session->settings.aloud);
	/* The dialog again, without starting anew. */
	assert_int_equal(booth_touch(booth, INTENT_LISTEN, 0), EFFECT_NONE);
	assert_int_equal(booth_touch(booth, INTENT_HUSH, 0), EFFECT_HUSH);
	assert_false(session->settings.aloud);
	assert_int_equal(session->overlay, OVERLAY_NONE);
}

static void whoever_listens_has_longer_before_the_question(void **state)
{
	struct booth *booth = *state;

	booth_to_choose(booth);
	booth_touch(booth, INTENT_LISTEN, 0);
	assert_false(booth_wait(booth, SESSION_IDLE_ALOUD_MS - 1));
	assert_true(booth_wait(booth, 1));
	assert_int_equal(booth->session.overlay, OVERLAY_IDLE);
}

static void reading_is_a_sign_of_life_but_no_answer(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;
	uint64_t since_ms;

	booth_to_choose(booth);
	booth_wait(booth, screen_idle_ms(SCREEN_CHOOSE) - 1);
	session_heard(session, booth->now_ms);
	assert_false(booth_wait(booth, screen_idle_ms(SCREEN_CHOOSE) - 1));
	assert_true(booth_wait(booth, 1));
	assert_int_equal(session->overlay, OVERLAY_IDLE);
	since_ms = session->since_ms;
	booth_wait(booth, SESSION_IDLE_ANSWER_MS - 1);
	session_heard(session, booth->now_ms); /* the question is read */
	assert_int_equal(session->overlay, OVERLAY_IDLE);
	assert_int_equal(session->since_ms, since_ms);
	assert_true(booth_wait(booth, 1));
	assert_int_equal(session->screen, SCREEN_ATTRACT);
}

static void a_slip_with_a_language_begins_in_it_at_once(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	booth_scan(booth, STATUS_OK, A_SLIP, ENGLISH);
	assert_int_equal(session->screen, SCREEN_CHOOSE);
	assert_int_equal(session->language, ENGLISH);
	/* One tap changes it. */
	booth_touch(booth, INTENT_OPEN_LANGUAGE, 0);
	booth_touch(booth, INTENT_LANGUAGE, DANISH);
	assert_int_equal(session->screen, SCREEN_CHOOSE);
	assert_int_equal(session->language, DANISH);
}

static void a_refused_slip_is_told_in_its_language(void **state)
{
	struct booth *booth = *state;

	booth_scan(booth, STATUS_SLIP_USED, A_SLIP, ENGLISH);
	assert_int_equal(booth->session.screen, SCREEN_MESSAGE);
	assert_int_equal(booth->session.language, ENGLISH);
	booth_touch(booth, INTENT_DISMISS, 0);
	assert_int_equal(booth->session.language, DANISH);
}

static void with_one_language_nobody_is_asked_for_it(void **state)
{
	struct booth *booth = *state;

	booth->meeting->language_count = 1;
	booth_scan(booth, STATUS_OK, A_SLIP, -1);
	assert_int_equal(booth->session.screen, SCREEN_CHOOSE);
}

static void a_slip_with_a_language_still_explains_the_ballot(void **state)
{
	struct booth *booth = *state;

	booth->meeting->pots[0].ballot_type = BALLOT_RANK;
	booth_scan(booth, STATUS_OK, A_SLIP, ENGLISH);
	assert_int_equal(booth->session.screen, SCREEN_RULES);
	booth_touch(booth, INTENT_BACK, 0);
	assert_int_equal(booth->session.screen, SCREEN_LANGUAGE);
	booth_touch(booth, INTENT_BACK, 0);
	assert_int_equal(booth->session.screen, SCREEN_RULES);
}

static void languages_have_pages_and_say_their_names(void **state)
{
	struct booth *booth = *state;
	struct session *session = &booth->session;

	booth_scan(booth, STATUS_OK, A_SLIP, -1);
	booth_touch(booth, INTENT_LANGUAGE_PAGE, 1);
	assert_int_equal(session->language_page, 1);
	booth_touch(booth, INTENT_LANGUAGE_PAGE, -1);
	assert_int_equal(session->language_page, 1);
	assert_int_equal(booth_touch(booth, INTENT_SAY_LANGUAGE, ENGLISH),
			 EFFECT_NAME);
	assert_int_equal(session->named, ENGLISH);
	assert_int_equal(session->language, DANISH); /* said, not chosen */
	assert_int_equal(booth_touch(booth, INTENT_SAY_LANGUAGE, 2),
			 EFFECT_NONE);
	assert_int_equal(booth_touch(booth, INTENT_SAY_LANGUAGE, -1),
			 EFFECT_NONE);
	booth_touch(booth, INTENT_LANGUAGE, 2);
	booth_touch(booth, INTENT_LANGUAGE, -1);
	assert_int_equal(session->screen, SCREEN_LANGUAGE);
	/* The first time there is nowhere to go back to. */
	booth_touch(booth, INTENT_BACK, 0);
	assert_int_equal(session->screen, SCREEN_LANGUAGE);
	booth_touch(booth, INTENT_STOP, 0);
	assert_int_equal(session->screen, SCREEN_ATTRACT);
	assert_int_equal(session->language_page, 0);
}

static void stopping_at_the_languages_asks_once_there_are_choices(void **state)
{
	struct booth *booth = *state;

	booth_to_choose(booth);
	booth_touch(booth, INTENT_TOGGLE, 0);
	booth_touch(booth, INTENT_OPEN_LANGUAGE, 0);
	booth_touch(booth, INTENT_STOP, 0);
	assert_int_equal(booth->session.overlay, OVERLAY_STOP);
	booth_touch(booth, INTENT_DISMISS, 0);
	booth_touch(booth, INTENT_BACK, 0);
	assert_int_equal(booth->session.screen, SCREEN_CHOOSE);
	assert_int_equal(booth->session.ballot.value[0], 1);
}

static void whoever_leaves_the_languages_is_asked_after_a_minute(void **state)
{
	struct booth *booth = *state;

	booth_scan(booth, STATUS_OK, A_SLIP, -1);
	assert_false(booth_wait(booth, 59999));
	assert_true(booth_wait(booth, 1));
	assert_int_equal(booth->session.overlay, OVERLAY_IDLE);
}

static void a_code_left_half_typed_is_forgotten_in_a_minute(void **state)
{
	struct booth *booth = *state;

	booth_touch(booth, INTENT_TYPE_CODE, 0);
	booth_touch(booth, INTENT_SYMBOL, 7);
	assert_false(booth_wait(booth, 59999));
	assert_true(booth_wait(booth, 1));
	assert_int_equal(booth->session.screen, SCREEN_ATTRACT);
	booth_assert_wiped(&booth->session);
}

int main(void)
{
#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, booth_set_up, booth_tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(each_setting_alone_is_a_change),
	    TEST(letters_grow_mid_vote_and_nothing_chosen_is_lost),
	    TEST(larger_letters_may_bring_pages_that_were_not_seen),
	    TEST(rows_of_the_review_stay_seen_when_letters_change),
	    TEST(settings_are_gone_with_the_thanks),
	    TEST(the_next_resident_starts_as_everyone_does),
	    TEST(a_slip_refused_during_the_thanks_is_told_as_to_everyone),
	    TEST(settings_are_gone_with_whoever_stops_or_walks_away),
	    TEST(another_language_keeps_the_settings_and_the_choices),
	    TEST(settings_made_before_the_scan_come_along),
	    TEST(settings_left_before_a_scan_are_forgotten_in_a_minute),
	    TEST(no_setting_has_a_value_that_is_none),
	    TEST(settings_need_their_dialog),
	    TEST(reach_comes_and_goes_with_one_tap_on_nearly_every_screen),
	    TEST(after_reach_and_letters_touches_are_ignored_for_a_moment),
	    TEST(the_thanks_end_however_often_reach_is_touched),
	    TEST(reading_begins_again_and_ends_as_asked),
	    TEST(whoever_listens_has_longer_before_the_question),
	    TEST(reading_is_a_sign_of_life_but_no_answer),
	    TEST(a_slip_with_a_language_begins_in_it_at_once),
	    TEST(a_refused_slip_is_told_in_its_language),
	    TEST(with_one_language_nobody_is_asked_for_it),
	    TEST(a_slip_with_a_language_still_explains_the_ballot),
	    TEST(languages_have_pages_and_say_their_names),
	    TEST(stopping_at_the_languages_asks_once_there_are_choices),
	    TEST(whoever_leaves_the_languages_is_asked_after_a_minute),
	    TEST(a_code_left_half_typed_is_forgotten_in_a_minute),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
