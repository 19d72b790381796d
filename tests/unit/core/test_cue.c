/* Cues for the big screen, the scenes they name, and the kinds of decisions. */
#include "tests/lib/cmocka_all.h"

#include "core/cue.h"
#include "core/result.h"

static void assert_cue(const char *text, const char *written)
{
	struct cue cue;
	char found[CUE_TEXT];

	if (cue_parse(text, &cue) != STATUS_OK)
		fail_msg("refused: %s", text);
	cue_write(&cue, found);
	assert_string_equal(found, written);
}

static void every_cue_and_scene_is_read_as_it_is_written(void **state)
{
	(void)state;
	for (int i = 0; i < CUE_SCENE; i++) {
		assert_true(strlen(cue_help((enum cue_kind)i)) > 0);
		if (i != CUE_MESSAGE)
			assert_cue(cue_name((enum cue_kind)i),
				   cue_name((enum cue_kind)i));
	}
	for (int i = SCENE_WAITING + 1; i < SCENE_COUNT; i++) {
		struct cue cue;

		assert_true(strlen(scene_help((enum scene)i)) > 0);
		assert_cue(scene_name((enum scene)i),
			   scene_name((enum scene)i));
		assert_int_equal(cue_parse(scene_name((enum scene)i), &cue),
				 STATUS_OK);
		assert_int_equal(cue.kind, CUE_SCENE);
		assert_int_equal(cue.scene, i);
		assert_int_equal(cue.number, 0);
	}
	assert_cue("pitch 7", "pitch 7");
	assert_cue("closing 999", "closing 999");
	assert_cue("  NEXT ", "next");
	assert_cue("Pitch   07", "pitch 7");
	assert_cue(" message  Dørene lukker, kl. 21! ",
		   "message Dørene lukker, kl. 21!");
}

static void what_is_no_cue_is_refused_and_writes_nothing(void **state)
{
	static const char *const cases[] = {
	    "",
	    " ",
	    "dance",
	    "nex",
	    "nextt",
	    "next 2",
	    "black now",
	    "pitch seven",
	    "pitch 0",
	    "pitch -1",
	    "pitch 1000",
	    "pitch 7 8",
	    "pitch 99999999",
	    "waiting",
	    "message",
	    "message ",
	    "message a\tb",
	    "message \x1b",
	    "message \xff",
	    "message \xc2\x85",
	};
	const struct cue before = {.kind = CUE_BLACK, .number = 7};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cue cue = before;

		if (cue_parse(cases[i], &cue) != STATUS_INPUT)
			fail_msg("taken: %s", cases[i]);
		assert_memory_equal(&cue, &before, sizeof(cue));
	}
}

static void a_message_is_as_long_as_the_screen_holds(void **state)
{
	char text[CUE_TEXT + 8] = "message ";
	struct cue cue;

	(void)state;
	for (int i = 0; i < CUE_MESSAGE_CHARACTERS; i++)
		strcat(text, "\u20ac");
	assert_cue(text, text);
	strcat(text, "x");
	assert_int_equal(cue_parse(text, &cue), STATUS_INPUT);
	memset(text + 8, 'x', CUE_TEXT);
	text[CUE_TEXT + 7] = '\0';
	assert_int_equal(cue_parse(text, &cue), STATUS_INPUT);
}

static void every_phase_has_one_scene_that_comes_up_by_itself(void **state)
{
	static const enum scene own[PHASE_COUNT] = {
	    [PHASE_DRAFT] = SCENE_WELCOME,    [PHASE_READY] = SCENE_WELCOME,
	    [PHASE_OPEN] = SCENE_OPEN,	      [PHASE_PAUSED] = SCENE_PAUSED,
	    [PHASE_CLOSED] = SCENE_CLOSED,    [PHASE_COUNTED] = SCENE_RESULT,
	    [PHASE_PUBLISHED] = SCENE_RESULT,
	};

	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		assert_int_equal(scene_of_phase((enum phase)phase), own[phase]);
		assert_true(scene_allowed(own[phase], (enum phase)phase));
		assert_false(scene_allowed(SCENE_WAITING, (enum phase)phase));
	}
	/* Neither the count nor the money before they are due. */
	assert_false(scene_allowed(SCENE_TALLY, PHASE_PAUSED));
	assert_false(scene_allowed(SCENE_MONEY, PHASE_CLOSED));
	assert_false(scene_allowed(SCENE_RESULT, PHASE_CLOSED));
	assert_false(scene_allowed(SCENE_LIVE, PHASE_CLOSED));
	/* Made-up votes are not shown beside those that were cast. */
	assert_true(scene_allowed(SCENE_RULES, PHASE_DRAFT));
	assert_true(scene_allowed(SCENE_RULES, PHASE_PAUSED));
	assert_false(scene_allowed(SCENE_RULES, PHASE_CLOSED));
}

static void paging_stays_in_the_chain_and_what_the_phase_allows(void **state)
{
	(void)state;
	assert_int_equal(scene_beside(SCENE_WELCOME, 1, PHASE_READY),
			 SCENE_PITCH);
	assert_int_equal(scene_beside(SCENE_PITCH, 1, PHASE_READY),
			 SCENE_RULES);
	assert_int_equal(scene_beside(SCENE_RULES, 1, PHASE_READY),
			 SCENE_RULES);
	assert_int_equal(scene_beside(SCENE_PITCH, -1, PHASE_OPEN),
			 SCENE_WELCOME);
	assert_int_equal(scene_beside(SCENE_OPEN, 1, PHASE_OPEN), SCENE_OPEN);
	assert_int_equal(scene_beside(SCENE_ORDER, 1, PHASE_CLOSED),
			 SCENE_ORDER);
	assert_int_equal(scene_beside(SCENE_ORDER, 1, PHASE_COUNTED),
			 SCENE_MONEY);
	assert_int_equal(scene_beside(SCENE_PAPER, 1, PHASE_COUNTED),
			 SCENE_PAPER);
	assert_int_equal(scene_beside(SCENE_AFTER, 1, PHASE_PUBLISHED),
			 SCENE_AFTER);
	for (int i = 0; i < SCENE_COUNT * PHASE_COUNT * 2; i++) {
		enum scene scene = (enum scene)(i / 2 % SCENE_COUNT);
		enum phase phase = (enum phase)(i / 2 / SCENE_COUNT);
		enum scene beside = scene_beside(scene, i % 2 ? 1 : -1, phase);

		assert_true(beside == scene || scene_allowed(beside, phase));
	}
}

static void every_kind_of_decision_is_found_by_its_name(void **state)
{
	(void)state;
	for (int i = 0; i < DECISION_KINDS; i++)
		assert_int_equal(
		    decision_kind_find(decision_name((enum decision_kind)i)),
		    i);
	assert_int_equal(decision_kind_find("shouting"), -1);
	assert_true(decision_ordered(DECISION_LOTS));
	assert_true(decision_ordered(DECISION_AGREED));
	assert_false(decision_ordered(DECISION_SPLIT));
	assert_false(decision_ordered(DECISION_LEFT));
}

static void money_of_all_kinds_makes_an_award_funded(void **state)
{
	struct award award = {.outcome = OUTCOME_FUNDED};

	(void)state;
	assert_true(award_funded(&award)); /* it costs nothing */
	award.outcome = OUTCOME_AGREED;
	assert_false(award_funded(&award));
	award.amount_minor = 2;
	assert_true(award_funded(&award));
	award = (struct award){.outcome = OUTCOME_TOO_DEAR, .agreed_minor = 3};
	assert_true(award_funded(&award));
	award.amount_minor = 4;
	assert_int_equal(award_money(&award), 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_cue_and_scene_is_read_as_it_is_written),
	    cmocka_unit_test(what_is_no_cue_is_refused_and_writes_nothing),
	    cmocka_unit_test(a_message_is_as_long_as_the_screen_holds),
	    cmocka_unit_test(every_phase_has_one_scene_that_comes_up_by_itself),
	    cmocka_unit_test(
		paging_stays_in_the_chain_and_what_the_phase_allows),
	    cmocka_unit_test(every_kind_of_decision_is_found_by_its_name),
	    cmocka_unit_test(money_of_all_kinds_makes_an_award_funded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
