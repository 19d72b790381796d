/* Every table of core, walked row by row. */
#include "tests/lib/cmocka_all.h"

#include "core/ballot_type.h"
#include "core/phase.h"
#include "core/session.h"
#include "core/status.h"

static void every_status_has_a_name_a_sentence_and_an_exit_code(void **state)
{
	(void)state;
	for (int i = 0; i < STATUS_COUNT; i++) {
		const char *text = status_text(i);

		assert_true(strlen(status_name(i)) > 0);
		assert_true(text[strlen(text) - 1] == '.');
		assert_in_range(status_exit_code(i), 0, 6);
		assert_true((status_exit_code(i) == 0) == (i == STATUS_OK));
		for (int j = 0; j < i; j++)
			assert_string_not_equal(status_name(i), status_name(j));
	}
}

/* DESIGN: draft, ready, open and paused, closed, counted, published, back to
 * closed when the paper overrules the machine, and from ready to closed where
 * the boxes of kiosks are put together; the moves written out again
 * here as a picture, row = from, column = to. */
static void phases_move_only_as_drawn(void **state)
{
	static const char *const drawn[PHASE_COUNT] = {
	    /*            d r o p c n u */
	    /* draft */ ".x.....",
	    /* ready */ "..x.x..",
	    /* open */ "...xx..",
	    /* paused */ "..x.x..",
	    /* closed */ ".....x.",
	    /* counted */ "....x.x",
	    /* published */ "....x.x",
	};

	(void)state;
	for (int from = 0; from < PHASE_COUNT; from++) {
		char moves[PHASE_COUNT + 1] = ".......";

		for (int act = 0; act < ACT_COUNT; act++) {
			enum phase to;

			if (!act_allowed(act, from))
				continue;
			to = act_leads_to(act, from);
			if ((int)to != from || act == ACT_PUBLISHED)
				moves[to] = 'x';
		}
		assert_string_equal(moves, drawn[from]);
	}
}

static void slips_may_be_added_only_in_draft_ready_and_paused(void **state)
{
	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++)
		assert_int_equal(act_allowed(ACT_PRINTED, phase),
				 phase == PHASE_DRAFT || phase == PHASE_READY ||
				     phase == PHASE_PAUSED);
}

static void names_of_phases_acts_and_types_are_found_again(void **state)
{
	(void)state;
	for (int i = 0; i < PHASE_COUNT; i++) {
		assert_int_equal(phase_find(phase_name(i)), i);
		assert_true(strlen(phase_text(i)) > 0);
	}
	assert_int_equal(phase_find("asleep"), -1);
	for (int i = 0; i < BALLOT_TYPE_COUNT; i++)
		assert_int_equal(ballot_type_find(ballot_type_name(i)), i);
	assert_int_equal(ballot_type_find("shouting"), -1);
	for (int i = 0; i < ACT_COUNT; i++)
		assert_true(strlen(act_name(i)) > 0);
}

static void every_screen_can_be_reached_and_all_but_locked_left(void **state)
{
	(void)state;
	for (int to = 0; to < SCREEN_COUNT; to++) {
		int in = 0, out = 0;

		for (int other = 0; other < SCREEN_COUNT; other++) {
			in += screen_allowed(other, to);
			out += screen_allowed(to, other);
		}
		assert_true(in > 0);
		assert_int_equal(out == 0, to == SCREEN_LOCKED);
		assert_true(strlen(screen_name(to)) > 0);
	}
}

/* UX: nobody is thrown out from a vote without being asked within 2 minutes. */
static void idle_limits_are_within_those_of_the_plan(void **state)
{
	(void)state;
	assert_int_equal(screen_idle_ms(SCREEN_ATTRACT), 0);
	assert_int_equal(screen_idle_ms(SCREEN_LANGUAGE), 60000);
	assert_int_equal(screen_idle_ms(SCREEN_CHOOSE), 120000);
	assert_int_equal(screen_idle_ms(SCREEN_DETAIL), 120000);
	assert_int_equal(screen_idle_ms(SCREEN_REVIEW), 120000);
	assert_int_equal(screen_idle_ms(SCREEN_THANKS), 8000);
	for (int i = 0; i < INTENT_COUNT; i++)
		assert_true(strlen(intent_name(i)) > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		every_status_has_a_name_a_sentence_and_an_exit_code),
	    cmocka_unit_test(phases_move_only_as_drawn),
	    cmocka_unit_test(slips_may_be_added_only_in_draft_ready_and_paused),
	    cmocka_unit_test(names_of_phases_acts_and_types_are_found_again),
	    cmocka_unit_test(
		every_screen_can_be_reached_and_all_but_locked_left),
	    cmocka_unit_test(idle_limits_are_within_those_of_the_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
