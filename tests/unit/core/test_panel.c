/* The panel as a value: who gets in, and what two people must agree on. */
#include "tests/lib/cmocka_all.h"

#include "core/panel.h"
#include "tests/lib/bolbro.h"

enum { START_MS = 5000000, TIED = 3 };

struct desk {
	struct meeting *meeting;
	struct panel panel;
	struct panel_facts facts;
	struct tally box;
	struct result result;
	uint64_t now_ms;
};

static int set_up(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));
	struct tie *tie;

	if (!desk || !(desk->meeting = bolbro_new()))
		return -1;
	desk->now_ms = START_MS;
	desk->facts = (struct panel_facts){.meeting = desk->meeting,
					   .phase = PHASE_CLOSED,
					   .pin_set = true,
					   .box = &desk->box,
					   .result = &desk->result};
	desk->box.ballots = 9;
	for (int i = 0; i < desk->meeting->proposal_count; i++)
		desk->box.support[i] = i % 9;
	desk->result.tie_count = 2;
	desk->result.stopped = true;
	tie = &desk->result.ties[1];
	*tie = (struct tie){.pot = 1, .count = TIED, .changes_money = true};
	for (int i = 0; i < TIED; i++)
		tie->proposal[i] = 4 + i;
	panel_open(&desk->panel, desk->now_ms);
	*state = desk;
	return 0;
}

static int tear_down(void **state)
{
	struct desk *desk = *state;

	meeting_free(desk->meeting);
	free(desk);
	return 0;
}

static enum panel_effect mean(struct desk *desk, enum panel_intent_kind kind,
			      int value)
{
	desk->now_ms += 1000;
	return panel_apply(&desk->panel, &desk->facts,
			   (struct panel_intent){kind, value}, desk->now_ms);
}

static enum panel_effect type_pin(struct desk *desk, const char *pin)
{
	enum panel_effect effect = PANEL_EFFECT_NONE;

	for (; *pin; pin++)
		effect = mean(desk, PANEL_INTENT_DIGIT, *pin - '0');
	return effect;
}

static void enter(struct desk *desk, enum panel_page tab)
{
	assert_int_equal(type_pin(desk, "274913"), PANEL_EFFECT_PIN);
	panel_pin_checked(&desk->panel, &desk->facts, STATUS_OK, desk->now_ms);
	mean(desk, PANEL_INTENT_TAB, tab);
	assert_int_equal(desk->panel.page, tab);
}

static void number(struct desk *desk, int value)
{
	char digits[16];

	snprintf(digits, sizeof(digits), "%d", value);
	for (const char *digit = digits; *digit; digit++)
		mean(desk, PANEL_INTENT_DIGIT, *digit - '0');
	mean(desk, PANEL_INTENT_ON, 0);
}

static void the_sixth_digit_asks_and_no_page_is_reached_before(void **state)
{
	struct desk *desk = *state;

	assert_int_equal(type_pin(desk, "27491"), PANEL_EFFECT_NONE);
	mean(desk, PANEL_INTENT_TAB, PANEL_HALL);
	mean(desk, PANEL_INTENT_SHOW, SCENE_CLOSED);
	assert_int_equal(desk->panel.page, PANEL_PIN);
	mean(desk, PANEL_INTENT_ERASE, 0);
	assert_int_equal(type_pin(desk, "14"), PANEL_EFFECT_PIN);
	assert_string_equal(desk->panel.pin, "274914");
	panel_pin_checked(&desk->panel, &desk->facts, STATUS_PIN, desk->now_ms);
	assert_int_equal(desk->panel.page, PANEL_PIN);
	assert_string_equal(desk->panel.pin, "");
	assert_true(desk->panel.told);
}

static void is_wrong(struct desk *desk)
{
	assert_int_equal(panel_locked_seconds(&desk->panel, desk->now_ms), 0);
	assert_int_equal(type_pin(desk, "111111"), PANEL_EFFECT_PIN);
	panel_pin_checked(&desk->panel, &desk->facts, STATUS_PIN, desk->now_ms);
}

static void is_locked(struct desk *desk, unsigned seconds)
{
	assert_int_equal(panel_locked_seconds(&desk->panel, desk->now_ms),
			 seconds);
	assert_int_equal(mean(desk, PANEL_INTENT_DIGIT, 1), PANEL_EFFECT_NONE);
	assert_int_equal(desk->panel.pin_length, 0);
	/* Closing and opening gives no new tries. */
	panel_close(&desk->panel);
	panel_open(&desk->panel, desk->now_ms);
	assert_int_equal(panel_locked_seconds(&desk->panel, desk->now_ms),
			 seconds - 1);
	desk->now_ms += (seconds - 1) * 1000;
}

static void
five_wrong_pins_lock_and_each_further_one_twice_as_long(void **state)
{
	struct desk *desk = *state;

	for (int i = 0; i < 4; i++)
		is_wrong(desk);
	for (unsigned seconds = 15; seconds <= 960; seconds *= 2) {
		is_wrong(desk);
		is_locked(desk, seconds);
	}
	is_wrong(desk);
	is_locked(desk, 960);
}

static void what_was_wrong_before_locks_for_its_full_time(void **state)
{
	struct desk *desk = *state;

	panel_recall(&desk->panel, 4, desk->now_ms);
	assert_int_equal(panel_locked_seconds(&desk->panel, desk->now_ms), 0);
	panel_recall(&desk->panel, 7, desk->now_ms);
	is_locked(desk, 60);
	is_wrong(desk);
	is_locked(desk, 120);
	assert_int_equal(type_pin(desk, "274913"), PANEL_EFFECT_PIN);
	panel_pin_checked(&desk->panel, &desk->facts, STATUS_OK, desk->now_ms);
	assert_int_equal(desk->panel.failures, 0);
	panel_recall(&desk->panel, 9, desk->now_ms);
	panel_recall(&desk->panel, 0, desk->now_ms);
	assert_int_equal(panel_locked_seconds(&desk->panel, desk->now_ms), 0);
}

static void without_a_pin_nobody_gets_in(void **state)
{
	struct desk *desk = *state;

	desk->facts.pin_set = false;
	assert_int_equal(type_pin(desk, "000000"), PANEL_EFFECT_NONE);
	assert_int_equal(desk->panel.pin_length, 0);
}

static void while_a_resident_votes_only_that_can_be_ended(void **state)
{
	struct desk *desk = *state;

	desk->facts.voter = true;
	type_pin(desk, "274913");
	panel_pin_checked(&desk->panel, &desk->facts, STATUS_OK, desk->now_ms);
	assert_int_equal(desk->panel.page, PANEL_VOTER);
	mean(desk, PANEL_INTENT_TAB, PANEL_COUNT);
	assert_int_equal(desk->panel.page, PANEL_VOTER);
	assert_int_equal(mean(desk, PANEL_INTENT_STOP_VOTER, 0),
			 PANEL_EFFECT_STOP_VOTER);
	desk->facts.voter = false;
	assert_true(panel_tick(&desk->panel, &desk->facts, desk->now_ms));
	assert_int_equal(desk->panel.page, PANEL_HALL);
}

/* A slip that waited for the file, or was scanned while the panel came up. */
static void a_session_that_begins_below_it_is_not_talked_over(void **state)
{
	struct desk *desk = *state;

	enter(desk, PANEL_HALL);
	desk->facts.phase = PHASE_OPEN;
	desk->facts.voter = true;
	assert_true(panel_tick(&desk->panel, &desk->facts, desk->now_ms));
	assert_int_equal(desk->panel.page, PANEL_VOTER);
	desk->facts.locked = true;
	assert_int_equal(mean(desk, PANEL_INTENT_STOP_VOTER, 0),
			 PANEL_EFFECT_NONE);
	desk->facts.locked = false;
	assert_int_equal(mean(desk, PANEL_INTENT_STOP_VOTER, 0),
			 PANEL_EFFECT_STOP_VOTER);
}

static void a_minute_without_a_touch_closes_it_and_wipes_it(void **state)
{
	struct desk *desk = *state;
	struct panel empty = {0};

	enter(desk, PANEL_HALL);
	assert_false(panel_tick(&desk->panel, &desk->facts,
				desk->now_ms + PANEL_IDLE_MS - 1));
	assert_true(panel_tick(&desk->panel, &desk->facts,
			       desk->now_ms + PANEL_IDLE_MS));
	assert_memory_equal(&desk->panel, &empty, sizeof(empty));
}

static void
only_scenes_of_the_phase_and_cues_without_words_are_given(void **state)
{
	struct desk *desk = *state;

	enter(desk, PANEL_HALL);
	assert_int_equal(mean(desk, PANEL_INTENT_SHOW, SCENE_OPEN),
			 PANEL_EFFECT_NONE);
	assert_int_equal(mean(desk, PANEL_INTENT_SHOW, SCENE_TALLY),
			 PANEL_EFFECT_CUE);
	assert_int_equal(desk->panel.cue.kind, CUE_SCENE);
	assert_int_equal(desk->panel.cue.scene, SCENE_TALLY);
	assert_int_equal(mean(desk, PANEL_INTENT_CUE, CUE_MESSAGE),
			 PANEL_EFFECT_NONE);
	assert_int_equal(mean(desk, PANEL_INTENT_CUE, CUE_SCENE),
			 PANEL_EFFECT_NONE);
	assert_int_equal(mean(desk, PANEL_INTENT_CUE, CUE_LONGER),
			 PANEL_EFFECT_CUE);
	assert_int_equal(desk->panel.cue.kind, CUE_LONGER);
}

static void two_people_who_type_have_five_minutes(void **state)
{
	struct desk *desk = *state;

	enter(desk, PANEL_COUNT);
	mean(desk, PANEL_INTENT_BY_HAND, 0);
	assert_false(panel_tick(&desk->panel, &desk->facts,
				desk->now_ms + PANEL_TYPING_MS - 1));
	assert_int_equal(desk->panel.page, PANEL_HAND);
	assert_true(panel_tick(&desk->panel, &desk->facts,
			       desk->now_ms + PANEL_TYPING_MS));
	assert_false(panel_is_open(&desk->panel));
}

static void a_message_is_typed_letter_by_letter(void **state)
{
	static const int letters[] = {'M', 0xe5, ' ', ' ', 'x'};
	struct desk *desk = *state;

	enter(desk, PANEL_HALL);
	mean(desk, PANEL_INTENT_WRITE, 0);
	mean(desk, PANEL_INTENT_LETTER, ' ');
	assert_int_equal(mean(desk, PANEL_INTENT_ON, 0), PANEL_EFFECT_NONE);
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		mean(desk, PANEL_INTENT_LETTER, letters[i]);
	assert_string_equal(desk->panel.text, "Må x");
	mean(desk, PANEL_INTENT_ERASE, 0);
	mean(desk, PANEL_INTENT_ERASE, 0);
	mean(desk, PANEL_INTENT_ERASE, 0);
	assert_string_equal(desk->panel.text, "M");
	mean(desk, PANEL_INTENT_LETTER, ' ');
	assert_int_equal(mean(desk, PANEL_INTENT_ON, 0), PANEL_EFFECT_CUE);
	assert_int_equal(desk->panel.cue.kind, CUE_MESSAGE);
	assert_string_equal(desk->panel.cue.message, "M");
	panel_done(&desk->panel, STATUS_OK, desk->now_ms);
	assert_int_equal(desk->panel.page, PANEL_HALL);
}

static void a_message_is_never_longer_than_the_screen_holds(void **state)
{
	struct desk *desk = *state;
	char text[CUE_TEXT];
	struct cue cue;

	enter(desk, PANEL_HALL);
	mean(desk, PANEL_INTENT_WRITE, 0);
	for (int i = 0; i < 3 * CUE_MESSAGE_CHARACTERS; i++)
		mean(desk, PANEL_INTENT_LETTER, 0xf8);
	assert_int_equal(strlen(desk->panel.text), 2 * CUE_MESSAGE_CHARACTERS);
	assert_int_equal(mean(desk, PANEL_INTENT_ON, 0), PANEL_EFFECT_CUE);
	cue_write(&desk->panel.cue, text);
	assert_int_equal(cue_parse(text, &cue), STATUS_OK);
	assert_string_equal(cue.message, desk->panel.text);
}

static void draw_order(struct desk *desk, int a, int b, int c)
{
	mean(desk, PANEL_INTENT_DRAW, a);
	mean(desk, PANEL_INTENT_DRAW, b);
	mean(desk, PANEL_INTENT_DRAW, c);
}

static void lots_are_kept_only_when_two_people_type_the_same(void **state)
{
	struct desk *desk = *state;

	enter(desk, PANEL_COUNT);
	mean(desk, PANEL_INTENT_TIE, 0); /* changes no money */
	assert_int_equal(desk->panel.page, PANEL_COUNT);
	mean(desk, PANEL_INTENT_TIE, 1);
	assert_int_equal(desk->panel.page, PANEL_LOTS);
	mean(desk, PANEL_INTENT_DRAW, 5);
	assert_int_equal(mean(desk, PANEL_INTENT_ON, 0), PANEL_EFFECT_NONE);
	assert_int_equal(desk->panel.person, 0);
	mean(desk, PANEL_INTENT_UNDO, 0);
	draw_order(desk, 6, 6, 4);
	assert_int_equal(desk->panel.order_count,
			 2);		  /* nobody is drawn twice */
	mean(desk, PANEL_INTENT_DRAW, 9); /* is not in the tie */
	mean(desk, PANEL_INTENT_DRAW, 5);
	assert_int_equal(mean(desk, PANEL_INTENT_ON, 0), PANEL_EFFECT_NONE);
	assert_int_equal(desk->panel.person, 1);
	assert_int_equal(desk->panel.order_count, 0);
	draw_order(desk, 6, 5, 4);
	assert_int_equal(mean(desk, PANEL_INTENT_ON, 0), PANEL_EFFECT_NONE);
	assert_true(desk->panel.differs);
	assert_int_equal(desk->panel.person, 0);
	draw_order(desk, 6, 4, 5);
	mean(desk, PANEL_INTENT_ON, 0);
	draw_order(desk, 6, 4, 5);
	assert_int_equal(mean(desk, PANEL_INTENT_ON, 0), PANEL_EFFECT_LOTS);
	assert_int_equal(desk->panel.order[0][0], 6);
	assert_int_equal(desk->panel.order[0][1], 4);
	assert_int_equal(desk->panel.order[0][2], 5);
}

static void a_tie_settled_elsewhere_takes_the_page_away(void **state)
{
	struct desk *desk = *state;

	enter(desk, PANEL_COUNT);
	mean(desk, PANEL_INTENT_TIE, 1);
	desk->result.ties[1].settled = true;
	assert_true(panel_tick(&desk->panel, &desk->facts, desk->now_ms));
	assert_int_equal(desk->panel.page, PANEL_COUNT);
}

static void type_hand(struct desk *desk, int extra)
{
	number(desk, desk->box.ballots);
	for (int i = 0; i < desk->meeting->proposal_count; i++)
		number(desk, (int)desk->box.support[i] + (i == 3 ? extra : 0));
}

static void a_hand_count_asks_again_only_where_two_people_differ(void **state)
{
	struct desk *desk = *state;

	enter(desk, PANEL_COUNT);
	mean(desk, PANEL_INTENT_BY_HAND, 0);
	type_hand(desk, 0);
	assert_int_equal(desk->panel.person, 1);
	type_hand(desk, 1);
	assert_int_equal(desk->panel.page, PANEL_HAND);
	assert_true(desk->panel.differs);
	assert_int_equal(desk->panel.row, 1 + 3);
	number(desk, 4);
	assert_int_equal(desk->panel.person, 1);
	assert_int_equal(desk->panel.row, 1 + 3);
	number(desk, 4);
	assert_int_equal(desk->panel.page, PANEL_STANDS);
	assert_false(panel_hand_agrees(&desk->panel, &desk->facts));
	/* The numbers differ: one must be chosen, with a reason. */
	assert_int_equal(mean(desk, PANEL_INTENT_ON, 0), PANEL_EFFECT_NONE);
	mean(desk, PANEL_INTENT_STAND, 1);
	assert_int_equal(desk->panel.page, PANEL_REASON);
	mean(desk, PANEL_INTENT_LETTER, 'a');
	mean(desk, PANEL_INTENT_LETTER, 'b');
	assert_int_equal(mean(desk, PANEL_INTENT_ON, 0), PANEL_EFFECT_NONE);
	mean(desk, PANEL_INTENT_LETTER, 'c');
	assert_int_equal(mean(desk, PANEL_INTENT_ON, 0), PANEL_EFFECT_HAND);
	assert_true(desk->panel.hand_stands);
	assert_int_equal(desk->panel.hand[0].votes[3], 4);
}

static void
a_hand_count_like_the_machines_is_kept_without_a_reason(void **state)
{
	struct desk *desk = *state;

	enter(desk, PANEL_COUNT);
	mean(desk, PANEL_INTENT_BY_HAND, 0);
	type_hand(desk, 0);
	type_hand(desk, 0);
	assert_true(panel_hand_agrees(&desk->panel, &desk->facts));
	mean(desk, PANEL_INTENT_STAND, 1);
	assert_int_equal(desk->panel.page, PANEL_STANDS);
	assert_int_equal(mean(desk, PANEL_INTENT_ON, 0), PANEL_EFFECT_HAND);
	assert_false(desk->panel.hand_stands);
	assert_string_equal(desk->panel.text, "");
}

static void more_votes_than_slips_are_refused_at_once(void **state)
{
	struct desk *desk = *state;

	enter(desk, PANEL_COUNT);
	mean(desk, PANEL_INTENT_BY_HAND, 0);
	number(desk, 9);
	number(desk, 10);
	assert_true(desk->panel.over);
	assert_int_equal(desk->panel.row, 1);
	mean(desk, PANEL_INTENT_ERASE, 0);
	assert_false(desk->panel.over);
	mean(desk, PANEL_INTENT_ON, 0);
	assert_int_equal(desk->panel.row, 2);
	mean(desk, PANEL_INTENT_BACK, 0);
	assert_int_equal(desk->panel.row, 1);
}

/* As many slips as there can be, each with all its points for one proposal. */
static void sums_of_points_have_room_for_all_their_digits(void **state)
{
	enum { SLIPS = 999999, SUM = SLIPS * MEETING_POINTS };
	struct desk *desk = *state;
	struct pot *pot = &desk->meeting->pots[0];

	pot->ballot_type = BALLOT_POINTS;
	pot->points = pot->value_most = MEETING_POINTS;
	desk->box.ballots = SLIPS;
	desk->box.support[0] = SUM;
	enter(desk, PANEL_COUNT);
	mean(desk, PANEL_INTENT_BY_HAND, 0);
	mean(desk, PANEL_INTENT_DIGIT, 9);
	number(desk, SLIPS); /* one digit too many is not taken */
	assert_int_equal(desk->panel.hand[0].ballots, SLIPS);
	number(desk, SUM);
	assert_false(desk->panel.over);
	assert_int_equal(desk->panel.row, 2);
	assert_int_equal(desk->panel.hand[0].votes[0], SUM);
	mean(desk, PANEL_INTENT_BACK, 0);
	number(desk, SUM - 1);
	assert_int_equal(desk->panel.hand[0].votes[0], SUM - 1);
	mean(desk, PANEL_INTENT_BACK, 0);
	number(desk, SUM + 1);
	assert_true(desk->panel.over);
}

/* Both typed too many slips first, each another number; then the right one,
 * which the votes typed meanwhile cannot have come from. */
static void fewer_slips_than_votes_need_are_asked_again(void **state)
{
	struct desk *desk = *state;

	enter(desk, PANEL_COUNT);
	mean(desk, PANEL_INTENT_BY_HAND, 0);
	for (int person = 0; person < 2; person++) {
		number(desk, 90 + person);
		for (int i = 0; i < desk->meeting->proposal_count; i++)
			number(desk, i == 2 ? 40 : 0);
	}
	assert_int_equal(desk->panel.row, 0);
	number(desk, 9);
	number(desk, 9);
	assert_int_equal(desk->panel.page, PANEL_HAND);
	assert_true(desk->panel.over);
	for (int person = 0; person < 2; person++) {
		assert_int_equal(desk->panel.person, person);
		assert_int_equal(desk->panel.row, 0);
		number(desk, 9);
		assert_int_equal(desk->panel.row, 1 + 2);
		number(desk, 40);
		assert_true(desk->panel.over);
		for (int i = 0; i < 2; i++)
			mean(desk, PANEL_INTENT_ERASE, 0);
		number(desk, 4);
	}
	assert_int_equal(desk->panel.page, PANEL_STANDS);
	assert_int_equal(desk->panel.hand[0].votes[2], 4);
}

static void the_count_is_offered_only_without_open_ties(void **state)
{
	struct desk *desk = *state;

	enter(desk, PANEL_COUNT);
	assert_int_equal(mean(desk, PANEL_INTENT_COUNT, 0), PANEL_EFFECT_NONE);
	desk->result.stopped = false;
	assert_int_equal(mean(desk, PANEL_INTENT_COUNT, 0), PANEL_EFFECT_COUNT);
	desk->facts.phase = PHASE_COUNTED;
	assert_int_equal(mean(desk, PANEL_INTENT_COUNT, 0), PANEL_EFFECT_NONE);
}

static void a_scanner_is_tried_on_its_page_only(void **state)
{
	struct desk *desk = *state;
	const struct trial good = {.verdict = TRIAL_GOOD};

	enter(desk, PANEL_STATUS);
	panel_tried(&desk->panel, &good, desk->now_ms);
	assert_int_equal(desk->panel.trial.verdict, TRIAL_NONE);
	mean(desk, PANEL_INTENT_SCANNER, 0);
	assert_int_equal(desk->panel.page, PANEL_SCANNER);
	assert_int_equal(desk->panel.trial.verdict, TRIAL_NONE);
	/* To scan is a sign of life. */
	desk->now_ms += PANEL_IDLE_MS - 1;
	panel_tried(&desk->panel, &good, desk->now_ms);
	assert_int_equal(desk->panel.trial.verdict, TRIAL_GOOD);
	desk->now_ms += PANEL_IDLE_MS - 1;
	panel_tick(&desk->panel, &desk->facts, desk->now_ms);
	assert_int_equal(desk->panel.page, PANEL_SCANNER);
	mean(desk, PANEL_INTENT_BACK, 0);
	assert_int_equal(desk->panel.page, PANEL_STATUS);
	/* The next one who tries begins anew. */
	mean(desk, PANEL_INTENT_SCANNER, 0);
	assert_int_equal(desk->panel.trial.verdict, TRIAL_NONE);
}

/* No order of touches reaches an act without a PIN. */
static void no_touches_get_past_the_pin(void **state)
{
	struct desk *desk = *state;
	uint64_t seed = 11;
	struct random random = bolbro_random(&seed);

	for (int i = 0; i < 100000; i++) {
		int kind = (int)random.below(random.context, PANEL_INTENTS);
		int value = (int)random.below(random.context, 16) - 2;
		enum panel_effect effect =
		    mean(desk, (enum panel_intent_kind)kind, value);

		assert_true(effect == PANEL_EFFECT_NONE ||
			    effect == PANEL_EFFECT_PIN);
		if (effect == PANEL_EFFECT_PIN)
			panel_pin_checked(&desk->panel, &desk->facts,
					  STATUS_PIN, desk->now_ms);
		if (!panel_is_open(&desk->panel))
			panel_open(&desk->panel, desk->now_ms);
		assert_int_equal(desk->panel.page, PANEL_PIN);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_sixth_digit_asks_and_no_page_is_reached_before),
	    TEST(five_wrong_pins_lock_and_each_further_one_twice_as_long),
	    TEST(what_was_wrong_before_locks_for_its_full_time),
	    TEST(without_a_pin_nobody_gets_in),
	    TEST(while_a_resident_votes_only_that_can_be_ended),
	    TEST(a_session_that_begins_below_it_is_not_talked_over),
	    TEST(a_minute_without_a_touch_closes_it_and_wipes_it),
	    TEST(two_people_who_type_have_five_minutes),
	    TEST(only_scenes_of_the_phase_and_cues_without_words_are_given),
	    TEST(a_message_is_typed_letter_by_letter),
	    TEST(a_message_is_never_longer_than_the_screen_holds),
	    TEST(lots_are_kept_only_when_two_people_type_the_same),
	    TEST(a_tie_settled_elsewhere_takes_the_page_away),
	    TEST(a_hand_count_asks_again_only_where_two_people_differ),
	    TEST(a_hand_count_like_the_machines_is_kept_without_a_reason),
	    TEST(more_votes_than_slips_are_refused_at_once),
	    TEST(sums_of_points_have_room_for_all_their_digits),
	    TEST(fewer_slips_than_votes_need_are_asked_again),
	    TEST(the_count_is_offered_only_without_open_ties),
	    TEST(a_scanner_is_tried_on_its_page_only),
	    TEST(no_touches_get_past_the_pin),
	};

	return cmocka_run_group_tests_name("panel", tests, NULL, NULL);
}
