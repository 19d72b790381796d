/* What a button shows when its words are long. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"

#include "tests/lib/ui_fixture.h"

struct shown {
	struct rect rect;
	struct button button;
};

static void page(struct ui *ui, void *context)
{
	const struct shown *shown = context;

	ui_button(ui, UI_ID(1, 0), shown->rect, &shown->button);
}

static const struct {
	const char *name;
	struct shown shown;
	const char *wanted[3]; /* each is in the dump */
	const char *unwanted;  /* or NULL */
	int clipped;
} CASES[] = {
    {"one line, in the middle",
     {{100, 100, 300, 96}, {BUTTON_PLAIN, "Tilbage", -1, TYPE_TITLE}},
     {"\"Tilbage\"", "text 195 129 109 38"},
     "icon",
     0},
    {"two lines",
     {{100, 100, 300, 96},
      {BUTTON_PRIMARY, "Se flere forslag på næste side", -1, TYPE_TITLE}},
     {"\"Se flere forslag på\"", "\"næste side\""},
     NULL,
     0},
    {"more than two lines end in an ellipsis",
     {{100, 100, 200, 96},
      {BUTTON_PRIMARY, "Se flere forslag på den næste side her", -1,
       TYPE_TITLE}},
     {"…\""},
     NULL,
     1},
    {"a low button has one line",
     {{100, 100, 200, 64}, {BUTTON_PLAIN, "Se flere forslag", -1, TYPE_TITLE}},
     {"…\""},
     NULL,
     1},
    {"the arrow onwards stands behind the words",
     {{100, 100, 300, 96}, {BUTTON_PRIMARY, "Videre", ICON_NEXT, TYPE_TITLE}},
     {"\"Videre\"", "icon 285 130 38 38 NEXT", "text 177 129 96 38"},
     NULL,
     0},
    {"what is chosen has its check, whatever icon was given",
     {{100, 100, 300, 96}, {BUTTON_CHOSEN, "Valgt", ICON_HELP, TYPE_TITLE}},
     {"CHECK ON_SELECTED", "\"Valgt\""},
     "HELP",
     0},
    {"a word that would be parted takes the room of the icon",
     {{100, 100, 160, 72},
      {BUTTON_PLAIN, "Indstillinger", ICON_LANGUAGE, TYPE_SMALL}},
     {"\"Indstillinger\""},
     "icon",
     0},
    {"the icon stands alone where even so a word would be parted",
     {{100, 100, 100, 72},
      {BUTTON_PLAIN, "Indstillinger", ICON_BACKSPACE, TYPE_SMALL}},
     {"icon 134 121 32 32 BACKSPACE"},
     "text",
     0},
    {"two lines of high letters take the padding",
     {{100, 100, 110, 80}, {BUTTON_PLAIN, "توضیح بیشتر", -1, TYPE_SMALL_BOLD}},
     {"\"توضیح\"", "\"بیشتر\""},
     "…",
     0},
    {"the check stays even then, and the parted word counts",
     {{100, 100, 160, 96}, {BUTTON_CHOSEN, "Indstillinger", -1, TYPE_SMALL}},
     {"CHECK"},
     "\"Indstillinger\"",
     1},
    {"a word wider than the button counts as cut",
     {{100, 100, 120, 96}, {BUTTON_PLAIN, "Indstillinger", -1, TYPE_SMALL}},
     {"\"Indstill"},
     NULL,
     1},
    {"an icon alone stands in the middle",
     {{100, 100, 96, 96}, {BUTTON_PLAIN, "", ICON_BACKSPACE, TYPE_TITLE}},
     {"icon 129 130 38 38 BACKSPACE"},
     "text",
     0},
    {"no words at all",
     {{100, 100, 96, 96}, {BUTTON_PLAIN, NULL, ICON_CROSS, TYPE_TITLE}},
     {"CROSS"},
     "text",
     0},
    {"an empty button is a panel",
     {{100, 100, 96, 96}, {BUTTON_PLAIN, NULL, -1, TYPE_TITLE}},
     {"panel 100 100 96 96"},
     "text",
     0},
};

static void every_label_is_fitted_as_its_case_says(void **state)
{
	struct ui *ui = fixture_open(800, 600);

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		struct shown shown = CASES[i].shown;
		char *dump;

		fixture_frame(ui, page, &shown);
		dump = frame_dump(ui);
		for (int k = 0; k < 3 && CASES[i].wanted[k]; k++) {
			if (!strstr(dump, CASES[i].wanted[k]))
				fail_msg("%s: no %s in\n%s", CASES[i].name,
					 CASES[i].wanted[k], dump);
		}
		if (CASES[i].unwanted && strstr(dump, CASES[i].unwanted))
			fail_msg("%s: %s in\n%s", CASES[i].name,
				 CASES[i].unwanted, dump);
		if ((ui_clipped(ui) > 0) != CASES[i].clipped)
			fail_msg("%s: %d cut", CASES[i].name, ui_clipped(ui));
		free(dump);
	}
	ui_free(ui);
}

static void stacked_page(struct ui *ui, void *context)
{
	const struct shown *shown = context;

	ui_button_stacked(ui, UI_ID(1, 0), shown->rect, &shown->button);
}

/* Icon, word and edge (3 u) of a stacked button keep clear of each other but
 * for the air above letters (4 u), also where these are higher than ours. */
static void a_stacked_icon_gives_way_to_high_letters(void **state)
{
	static const char *const labels[] = {"Hjælp", "توضیح"};
	struct ui *ui = fixture_open(800, 600);
	int sides[2], lines[2];

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct shown shown = {
		    {100, 100, 130, 72},
		    {BUTTON_PLAIN, labels[i], ICON_HELP, TYPE_SMALL_BOLD}};
		char *dump;
		int y, text_y;

		fixture_frame(ui, stacked_page, &shown);
		dump = frame_dump(ui);
		assert_int_equal(sscanf(strstr(dump, "icon "),
					"icon %*d %d %*d %d", &y, &sides[i]),
				 2);
		assert_int_equal(sscanf(strstr(dump, "text "),
					"text %*d %d %*d %d", &text_y,
					&lines[i]),
				 2);
		assert_in_range(y, 103, text_y + 4 - sides[i]);
		assert_in_range(text_y + lines[i], 103, 169);
		free(dump);
	}
	assert_true(lines[1] > lines[0]);
	assert_true(sides[1] < sides[0]);
	ui_free(ui);
}

static void a_label_is_kept_to_whole_characters_in_its_target(void **state)
{
	struct ui *ui = fixture_open(800, 600);
	struct shown shown = {{100, 100, 600, 96},
			      {BUTTON_PLAIN,
			       "a"
			       "øøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøø",
			       -1, TYPE_SMALL}};
	const struct ui_target *target;
	int count;

	(void)state;
	fixture_frame(ui, page, &shown);
	target = ui_targets(ui, &count);
	assert_int_equal(count, 1);
	/* 63 bytes would end in half an "ø": 1 + 31 * 2. */
	assert_int_equal(strlen(target->label), 63);
	shown.button.label++;
	fixture_frame(ui, page, &shown);
	target = ui_targets(ui, &count);
	assert_int_equal(strlen(target->label), 62);
	ui_free(ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_label_is_fitted_as_its_case_says),
	    cmocka_unit_test(a_stacked_icon_gives_way_to_high_letters),
	    cmocka_unit_test(a_label_is_kept_to_whole_characters_in_its_target),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
