/* Every page on which a new meeting is made, on every display, as it was looked
 * at; nothing cut, no target over another. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/layout.h"
#include "tests/lib/maker_case.h"

enum { NAME = 96 };

static const char *const right[] = {"evening.ods", "saved-xlsx", "alone.csv",
				    NULL};
static const char *const three[] = {"three.xlsx", NULL};
static const char *const many[] = {"wrong.ods", NULL};
static const char *const full[] = {
    "alone.csv", "alone.ods",  "alone.xlsx", "evening.ods", "evening.xlsx",
    "three.ods", "three.xlsx", "wrong.ods",  "saved-ods",   NULL};
static const char *const nothing[] = {NULL};

static void pick(struct maker_case *made, enum panel_pick list, int index)
{
	maker_case_tap(made, PANEL_WIDGET_PICK, PANEL_PICK((int)list, index));
}

static void find(struct maker_case *made)
{
	(void)made;
}

static void check(struct maker_case *made)
{
	pick(made, PANEL_PICK_PLACE, 0);
}

static void more(struct maker_case *made)
{
	check(made);
	maker_case_tap(made, PANEL_WIDGET_MORE, 0);
}

/* The workbook is the second: a file of sheets comes before it. */
static void good(struct maker_case *made)
{
	pick(made, PANEL_PICK_PLACE, 1);
}

static void make(struct maker_case *made)
{
	good(made);
	maker_case_tap(made, PANEL_WIDGET_ON, 0);
}

static void again(struct maker_case *made)
{
	make(made);
	maker_case_tap(made, PANEL_WIDGET_BACK, 0);
}

static void pin(struct maker_case *made)
{
	make(made);
	maker_case_tap(made, PANEL_WIDGET_SET_PIN, 0);
	maker_case_tap(made, PANEL_WIDGET_DIGIT, 2);
	maker_case_tap(made, PANEL_WIDGET_DIGIT, 7);
}

static void pin_differs(struct maker_case *made)
{
	make(made);
	maker_case_tap(made, PANEL_WIDGET_SET_PIN, 0);
	for (int i = 0; i < 2 * PANEL_PIN_DIGITS; i++)
		maker_case_tap(made, PANEL_WIDGET_DIGIT, i % 10);
}

static void print(struct maker_case *made)
{
	make(made);
	maker_case_tap(made, PANEL_WIDGET_PRINT, 0);
}

static void printed(struct maker_case *made)
{
	print(made);
	maker_case_tap(made, PANEL_WIDGET_ON, 0);
}

static void hall(struct maker_case *made)
{
	make(made);
	maker_case_tap(made, PANEL_WIDGET_LOOK, 1);
}

static const struct {
	const char *name;
	const char *const *sources;
	void (*show)(struct maker_case *made);
} screens[] = {
    {"empty", nothing, find},
    {"find-full", full, again},
    {"find", right, find},
    {"wrong", three, check},
    {"wrong-many", many, check},
    {"wrong-more", many, more},
    {"good", right, good},
    {"made", right, make},
    {"find-again", right, again},
    {"pin", right, pin},
    {"pin-differs", right, pin_differs},
    {"print", right, print},
    {"printed", right, printed},
    {"hall", right, hall},
};

enum { SCREENS = sizeof(screens) / sizeof(screens[0]) };

static void look(int form)
{
	struct layout_rules rules = {displays[form].px_per_mm, 11, 8, 0};

	for (int i = 0; i < SCREENS; i++) {
		struct maker_case made;
		char name[NAME];

		maker_case_open(&made, form, screens[i].sources);
		screens[i].show(&made);
		snprintf(name, sizeof(name), "set-up/%s-%s-da", screens[i].name,
			 displays[form].name);
		if (made.maker->maker.page != MAKER_HALL)
			layout_check(made.ui, &rules);
		golden_check(made.ui, name);
		maker_case_close(&made);
	}
}

static void every_page_is_as_it_was_looked_at_on_a_wide_display(void **state)
{
	(void)state;
	look(0);
}

static void every_page_is_as_it_was_looked_at_on_an_upright_one(void **state)
{
	(void)state;
	look(1);
}

static void every_page_is_as_it_was_looked_at_on_a_tablet(void **state)
{
	(void)state;
	look(2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		every_page_is_as_it_was_looked_at_on_a_wide_display),
	    cmocka_unit_test(
		every_page_is_as_it_was_looked_at_on_an_upright_one),
	    cmocka_unit_test(every_page_is_as_it_was_looked_at_on_a_tablet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
