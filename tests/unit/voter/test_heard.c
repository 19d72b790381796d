/* What stands on no button but is heard of it; and that nothing that can be
 * touched is without a name. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/voter_screens.h"
#include "words/words.h"

enum { FORMS = 3 };

static void all_that_can_be_touched_has_a_name(void **state)
{
	struct voter_case voter;
	int named = 0;

	(void)state;
	for (int form = 0; form < FORMS; form++) {
		voter_case_open(&voter, form);
		for (int i = 0; i < voter_screen_count; i++) {
			const struct ui_target *targets;
			int count;

			voter_screen_set(&voter_screens[i], &voter, "da");
			voter_frame(&voter);
			targets = ui_targets(voter.ui, &count);
			for (int k = 0; k < count; k++) {
				if (!targets[k].label[0])
					fail_msg("%s %d: widget %u, %u",
						 voter_screens[i].name, form,
						 targets[k].id >> 16,
						 targets[k].id & 0xffff);
				named++;
			}
		}
		voter_case_close(&voter);
	}
	assert_true(named > FORMS * voter_screen_count);
}

/* What the first target of WIDGET is called on the last frame; "" for none. */
static const char *name_of(const struct voter_case *voter, enum widget widget)
{
	int count;
	const struct ui_target *targets = ui_targets(voter->ui, &count);

	for (int i = 0; i < count; i++)
		if (targets[i].id >> 16 == widget)
			return targets[i].label;
	return "";
}

/* As screen NAME of voter_screens is, in Danish. */
static void show(struct voter_case *voter, const char *name)
{
	for (int i = 0; i < voter_screen_count; i++) {
		if (strcmp(voter_screens[i].name, name) != 0)
			continue;
		voter_screen_set(&voter_screens[i], voter, "da");
		voter_frame(voter);
		return;
	}
	fail_msg("no screen %s", name);
}

static void signs_without_words_are_named(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	show(&voter, "rank-review");
	assert_string_equal(name_of(&voter, WIDGET_RAISE), "Flyt op");
	assert_string_equal(name_of(&voter, WIDGET_LOWER), "Flyt ned");
	show(&voter, "numbers-typed");
	assert_string_equal(name_of(&voter, WIDGET_ERASE), "Slet");
	voter_case_close(&voter);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_that_can_be_touched_has_a_name),
	    cmocka_unit_test(signs_without_words_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
