/* Every screen, on every form, in Danish and English: as it was looked at. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/layout.h"
#include "tests/lib/voter_screens.h"

enum { FORMS = 3, NAME = 96 };

static const char *const languages[] = {"da", "en"};

static void check_form(int form)
{
	struct voter_case voter;
	const struct layout_rules rules = {displays[form].px_per_mm, 15, 12, 0};
	char name[NAME];

	voter_case_open(&voter, form);
	for (int i = 0; i < voter_screen_count; i++) {
		for (int k = 0; k < 2; k++) {
			int count;

			voter_screen_set(&voter_screens[i], &voter,
					 languages[k]);
			voter_frame(&voter);
			snprintf(name, sizeof(name), "voter/%s-%s-%s",
				 voter_screens[i].name, displays[form].name,
				 languages[k]);
			print_message("%s\n", name);
			golden_check(voter.ui, name);
			ui_targets(voter.ui, &count);
			if (voter_screens[i].touchless) {
				assert_int_equal(count, 0);
				assert_int_equal(ui_clipped(voter.ui), 0);
			} else {
				layout_check(voter.ui, &rules);
			}
		}
	}
	voter_case_close(&voter);
}

static void every_screen_in_landscape_is_as_it_was_looked_at(void **state)
{
	(void)state;
	check_form(0);
}

static void every_screen_in_portrait_is_as_it_was_looked_at(void **state)
{
	(void)state;
	check_form(1);
}

static void every_screen_on_a_tablet_is_as_it_was_looked_at(void **state)
{
	(void)state;
	check_form(2);
}

int main(void)
{
	const struct CMUnitTest tests[FORMS] = {
	    cmocka_unit_test(every_screen_in_landscape_is_as_it_was_looked_at),
	    cmocka_unit_test(every_screen_in_portrait_is_as_it_was_looked_at),
	    cmocka_unit_test(every_screen_on_a_tablet_is_as_it_was_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
