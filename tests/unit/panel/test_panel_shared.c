/* The panel at one of several kiosks that share a roll: how many voted there is
 * told on no page. */
#include <stdlib.h>
#include <string.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/panel_case.h"

static const enum phase phases[] = {PHASE_READY, PHASE_OPEN, PHASE_PAUSED,
				    PHASE_CLOSED};
static const enum panel_page pages[] = {
    PANEL_STATUS, PANEL_VOTE,  PANEL_HALL, PANEL_SLIPS,
    PANEL_SETUP,  PANEL_COUNT, PANEL_LOG,
};

/* All that PAGE says when FILLED ballots are in the box of KIOSK, and as many
 * slips are used. The caller frees. */
static char *page_says(enum panel_page page, enum phase phase, int kiosk,
		       int filled)
{
	struct panel_case panel;
	char *dump;

	panel_case_open(&panel, 0, "da");
	panel.facts.phase = phase;
	panel.facts.kiosk = kiosk;
	panel.facts.shared = kiosk > 0;
	panel.facts.used = panel.facts.filled = filled;
	panel.facts.unused = panel.facts.printed - filled;
	panel_case_enter(&panel);
	panel.panel.page = page;
	panel_case_frame(&panel);
	dump = frame_dump(panel.ui);
	panel_case_close(&panel);
	return dump;
}

static bool tells(enum panel_page page, enum phase phase, int kiosk)
{
	char *few = page_says(page, phase, kiosk, 7);
	char *more = page_says(page, phase, kiosk, 23);
	bool differ = strcmp(few, more) != 0;

	free(few);
	free(more);
	return differ;
}

static void no_page_tells_how_many_voted_at_the_kiosk(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++)
		for (size_t j = 0; j < sizeof(phases) / sizeof(*phases); j++)
			if (tells(pages[i], phases[j], 2))
				fail_msg("%s, %s", panel_page_name(pages[i]),
					 phase_name(phases[j]));
}

/* Where the kiosk is the meeting's only one, organisers see it. */
static void an_only_kiosk_tells(void **state)
{
	(void)state;
	assert_true(tells(PANEL_STATUS, PHASE_OPEN, 0));
	assert_true(tells(PANEL_VOTE, PHASE_OPEN, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_page_tells_how_many_voted_at_the_kiosk),
	    cmocka_unit_test(an_only_kiosk_tells),
	};

	return cmocka_run_group_tests_name("panel_shared", tests, NULL, NULL);
}
