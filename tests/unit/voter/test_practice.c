/* A practice meeting says so on every screen, in every language. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/voter_screens.h"
#include "words/words.h"

enum { FORMS = 3, NAME = 96 };

/* Whether the badge is there, and whole. */
static bool says_practice(struct voter_case *voter, const char *word)
{
	char *dump;
	bool found;

	voter_frame(voter);
	dump = frame_dump(voter->ui);
	found = strstr(dump, word) != NULL;
	free(dump);
	return found && ui_clipped(voter->ui) == 0;
}

static void every_screen_says_that_it_is_practice(void **state)
{
	struct voter_case voter;
	int looked_at = 0;

	(void)state;
	for (int form = 0; form < FORMS; form++) {
		voter_case_open(&voter, form);
		voter.meeting->practice = true;
		for (int i = 0; i < voter_screen_count; i++) {
			const struct meeting *meeting = voter.meeting;

			for (int k = 0; k < meeting->language_count; k++) {
				const char *name = meeting->languages[k];

				words_language(name);
				if (!words_translated(name))
					continue;
				voter_screen_set(&voter_screens[i], &voter,
						 name);
				words_language(name);
				if (!says_practice(&voter, _("PRACTICE")))
					fail_msg("%s %d %s",
						 voter_screens[i].name, form,
						 name);
				looked_at++;
			}
		}
		voter_case_close(&voter);
	}
	assert_true(looked_at > 6 * voter_screen_count);
}

static void practice_wins_over_demo_and_a_real_vote_has_neither(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	voter_case_begin(&voter, "da", 0);
	assert_false(says_practice(&voter, "ØVELSE"));
	voter.meeting->practice = true;
	voter.view.demo = true;
	assert_true(says_practice(&voter, "ØVELSE"));
	assert_false(says_practice(&voter, "DEMO"));
	voter_case_close(&voter);
}

static void a_few_screens_are_as_they_were_looked_at(void **state)
{
	static const char *const shown[] = {"attract-open", "choose-first",
					    "review", "message-used"};
	struct voter_case voter;
	char name[NAME];
	int found = 0;

	(void)state;
	for (int form = 0; form < FORMS; form++) {
		voter_case_open(&voter, form);
		voter.meeting->practice = true;
		for (int i = 0; i < voter_screen_count * 4; i++) {
			const struct voter_screen *screen =
			    &voter_screens[i / 4];

			if (strcmp(screen->name, shown[i % 4]) != 0)
				continue;
			voter_screen_set(screen, &voter, "da");
			voter_frame(&voter);
			snprintf(name, sizeof(name), "voter/practice-%s-%s",
				 screen->name, displays[form].name);
			golden_check(voter.ui, name);
			found++;
		}
		voter_case_close(&voter);
	}
	assert_int_equal(found, FORMS * 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_screen_says_that_it_is_practice),
	    cmocka_unit_test(
		practice_wins_over_demo_and_a_real_vote_has_neither),
	    cmocka_unit_test(a_few_screens_are_as_they_were_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
