/* Contrast as WCAG 2.1 defines it, for every pair that is drawn: UX.md (b). */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/contrast.h"

#include <math.h>

#include "ui/draw.h"

struct pair {
	enum role ink, paper;
};

static void check(const struct pair *pairs, size_t count, double least)
{
	for (size_t i = 0; i < count; i++) {
		for (int theme = 0; theme < UI_THEMES; theme++) {
			double found =
			    contrast(theme, pairs[i].ink, pairs[i].paper);

			if (found < least)
				fail_msg("theme %d, role %d on %d: %.1f:1, "
					 "not %.0f:1",
					 theme, pairs[i].ink, pairs[i].paper,
					 found, least);
		}
	}
}

static void black_on_white_is_21_to_1(void **state)
{
	(void)state;
	assert_true(fabs(contrast(UI_CONTRAST, ROLE_TEXT, ROLE_BG) - 21) <
		    0.01);
}

static void every_text_has_a_contrast_of_10(void **state)
{
	static const struct pair PAIRS[] = {
	    {ROLE_TEXT, ROLE_BG},
	    {ROLE_TEXT, ROLE_SURFACE},
	    {ROLE_MUTED, ROLE_BG},
	    {ROLE_MUTED, ROLE_SURFACE},
	    {ROLE_PRIMARY, ROLE_BG},
	    {ROLE_ON_PRIMARY, ROLE_PRIMARY},
	    {ROLE_ON_PRESSED, ROLE_PRESSED},
	    {ROLE_ON_SELECTED, ROLE_SELECTED},
	    {ROLE_SUCCESS, ROLE_BG},
	    {ROLE_DANGER, ROLE_BG},
	    {ROLE_ON_WARN, ROLE_WARN},
	};

	(void)state;
	check(PAIRS, sizeof(PAIRS) / sizeof(PAIRS[0]), 10);
}

static void every_graphic_has_a_contrast_of_3(void **state)
{
	static const struct pair PAIRS[] = {
	    {ROLE_OUTLINE, ROLE_BG},	     {ROLE_OUTLINE, ROLE_SURFACE},
	    {ROLE_PRIMARY, ROLE_SURFACE},    {ROLE_ON_SELECTED, ROLE_SELECTED},
	    {ROLE_METER, ROLE_TRACK},	     {ROLE_DANGER, ROLE_TRACK},
	    {ROLE_DANGER, ROLE_SURFACE},     {ROLE_SUCCESS, ROLE_SURFACE},
	    {ROLE_FUNDED, ROLE_BG},	     {ROLE_FUNDED, ROLE_SURFACE},
	    {ROLE_ON_PRESSED, ROLE_PRESSED},
	};

	(void)state;
	check(PAIRS, sizeof(PAIRS) / sizeof(PAIRS[0]), 3);
}

/* On any ground one of the two rings of the focus stands out. */
static void one_ring_of_the_focus_stands_out_on_every_ground(void **state)
{
	static const enum role GROUNDS[] = {ROLE_BG, ROLE_SURFACE,
					    ROLE_SELECTED};

	(void)state;
	for (int theme = 0; theme < UI_THEMES; theme++) {
		for (size_t i = 0; i < 3; i++) {
			double outer =
			    contrast(theme, ROLE_ON_WARN, GROUNDS[i]);
			double inner = contrast(theme, ROLE_WARN, GROUNDS[i]);

			assert_true(fmax(outer, inner) >= 3);
		}
		assert_true(contrast(theme, ROLE_ON_WARN, ROLE_WARN) >= 10);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(black_on_white_is_21_to_1),
	    cmocka_unit_test(every_text_has_a_contrast_of_10),
	    cmocka_unit_test(every_graphic_has_a_contrast_of_3),
	    cmocka_unit_test(one_ring_of_the_focus_stands_out_on_every_ground),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
