/* Every screen, as large as anyone may want it, within reach or not, in long
 * words and in words from the right: nothing overlaps, leaves the window, is
 * too small for a finger or is cut. */
#include <stdlib.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/layout.h"
#include "tests/lib/pseudo.h"
#include "tests/lib/voter_screens.h"

static const double LEAST_MM = 15, MAIN_MM = 20, GAP_MM = 4;

/* UX.md 0; on a tablet these are somewhat less than the millimetres. */
enum { MAIN_U = 80, GAP_U = 16 };

static const char *const sizes[TEXT_SIZES] = {"usual", "large", "largest"};

/* The first ones need the most room of all, or are the room's own. */
static const char *const languages[] = {"da",	     PSEUDO_RIGHT, "ur", "en",
					PSEUDO_LONG, "ar",	   "fa", "ku",
					"pl",	     "so",	   "tr", "uk"};

enum { LANGUAGES = sizeof(languages) / sizeof(languages[0]), USUAL = 3 };

/* One way to see all screens. */
struct walk {
	int display;
	enum text_size text;
	bool reach;
	const char *language;
};

/* What a vote cannot be given without; what stands in the header is not it. */
static bool is_main(const struct voter_case *voter, uint32_t id)
{
	static const enum widget widgets[] = {
	    WIDGET_NEXT,       WIDGET_BACK,	WIDGET_CAST,	WIDGET_TOGGLE,
	    WIDGET_GIVE,       WIDGET_TAKE,	WIDGET_DISMISS, WIDGET_STOP_YES,
	    WIDGET_CAST_BLANK, WIDGET_TYPE_CODE};

	if (voter->session.screen == SCREEN_CODE && id >> 16 == WIDGET_BACK)
		return false;
	for (size_t i = 0; i < sizeof(widgets) / sizeof(widgets[0]); i++)
		if (id >> 16 == widgets[i])
			return true;
	return false;
}

static bool main_fault(const struct voter_case *voter, double px_per_mm,
		       char ret_fault[LAYOUT_FAULT])
{
	double least = MAIN_U * ui_scale(voter->ui);
	int count;
	const struct ui_target *targets = ui_targets(voter->ui, &count);

	if (least > MAIN_MM * px_per_mm)
		least = MAIN_MM * px_per_mm;
	for (int i = 0; i < count; i++) {
		const struct ui_target *target = &targets[i];
		int side = target->rect.w < target->rect.h ? target->rect.w
							   : target->rect.h;

		if (!is_main(voter, target->id) || side + 1 >= least)
			continue;
		snprintf(ret_fault, LAYOUT_FAULT, "%s is %.1f mm, a main one",
			 widget_name(target->id), side / px_per_mm);
		return true;
	}
	return false;
}

/* Everything that is touched lies in the lowest 55 % of an upright window. */
static bool reach_fault(const struct voter_case *voter, const struct walk *walk,
			char ret_fault[LAYOUT_FAULT])
{
	int height = displays[walk->display].height_px, count;
	const struct ui_target *targets = ui_targets(voter->ui, &count);

	if (!walk->reach || height < displays[walk->display].width_px)
		return false;
	for (int i = 0; i < count; i++) {
		if (targets[i].rect.y + 1 >= height * 45 / 100)
			continue;
		snprintf(ret_fault, LAYOUT_FAULT, "%s is out of reach at %d px",
			 widget_name(targets[i].id), targets[i].rect.y);
		return true;
	}
	return false;
}

static bool fault(struct voter_case *voter, const struct walk *walk,
		  bool touchless, char ret_fault[LAYOUT_FAULT])
{
	double px_per_mm = displays[walk->display].px_per_mm;
	const struct layout_rules rules = {px_per_mm, LEAST_MM, GAP_U, GAP_MM};
	int count;

	ui_targets(voter->ui, &count);
	if (touchless) {
		snprintf(ret_fault, LAYOUT_FAULT, "%d targets, %d texts cut",
			 count, ui_clipped(voter->ui));
		return count > 0 || ui_clipped(voter->ui) > 0;
	}
	return layout_fault(voter->ui, &rules, ret_fault) ||
	       main_fault(voter, px_per_mm, ret_fault) ||
	       reach_fault(voter, walk, ret_fault);
}

/* Walks over all screens; returns how many have a fault. */
static int walk_screens(struct voter_case *voter, const struct walk *walk)
{
	char text[LAYOUT_FAULT];
	int faults = 0;

	voter->settings.text = walk->text;
	voter->settings.reach = walk->reach;
	for (int i = 0; i < voter_screen_count; i++) {
		voter_screen_set(&voter_screens[i], voter, walk->language);
		voter_frame(voter);
		if (!fault(voter, walk, voter_screens[i].touchless, text))
			continue;
		print_error("%s, %s %s%s, %s: %s\n", voter_screens[i].name,
			    displays[walk->display].name, sizes[walk->text],
			    walk->reach ? " within reach" : "", walk->language,
			    text);
		faults++;
	}
	return faults;
}

static void add_language(struct meeting *meeting, const char *language)
{
	if (meeting_language(meeting, language) < 0)
		meeting->languages[meeting->language_count++] = language;
}

/* All of what a display can show. With BENCH=1 in every language; else in the
 * one of the room, and in those that need the most room also within reach. */
static void walk_display(int display)
{
	const char *bench = getenv("BENCH");
	bool all = bench && strcmp(bench, "1") == 0;
	int faults = 0;

	for (int i = 0; i < (all ? LANGUAGES : USUAL) * TEXT_SIZES * 2; i++) {
		struct walk walk = {display,
				    (enum text_size)(i / 2 % TEXT_SIZES),
				    i % 2 == 1, languages[i / 2 / TEXT_SIZES]};
		struct voter_case voter;

		if (!all && walk.reach && strcmp(walk.language, "da") == 0)
			continue;
		/* Some screens change the meeting: each walk has its own. */
		voter_case_open(&voter, display);
		add_language(voter.meeting, walk.language);
		faults += walk_screens(&voter, &walk);
		voter_case_close(&voter);
	}
	assert_int_equal(faults, 0);
}

static void nothing_overlaps_or_is_cut_in_landscape(void **state)
{
	(void)state;
	walk_display(0);
}

static void nothing_overlaps_or_is_cut_in_portrait(void **state)
{
	(void)state;
	walk_display(1);
}

static void nothing_overlaps_or_is_cut_on_a_tablet(void **state)
{
	(void)state;
	walk_display(2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_overlaps_or_is_cut_in_landscape),
	    cmocka_unit_test(nothing_overlaps_or_is_cut_in_portrait),
	    cmocka_unit_test(nothing_overlaps_or_is_cut_on_a_tablet),
	};

	return cmocka_run_group_tests(tests, pseudo_open, pseudo_close);
}
