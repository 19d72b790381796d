/* The goldens and the walker over touch targets find what they are there for.
 */
#include "tests/lib/cmocka_all.h"

#include <unistd.h>

#include "tests/lib/golden.h"
#include "tests/lib/layout.h"
#include "tests/lib/ui_fixture.h"

enum { WIDGET = 1, BUTTONS = 2 };

static const struct layout_rules RULES = {
    .px_per_mm = 4, .least_mm = 18, .gap = 4};

struct page {
	struct rect rects[BUTTONS];
	uint32_t ids[BUTTONS];
	const char *label;
};

static void page(struct ui *ui, void *context)
{
	const struct page *what = context;

	for (int i = 0; i < BUTTONS; i++) {
		const struct button button = {BUTTON_PLAIN, what->label, -1,
					      TYPE_TITLE};

		ui_button(ui, what->ids[i], what->rects[i], &button);
	}
}

static void the_walker_finds_every_fault(void **state)
{
	static const struct {
		struct page page;
		const char *fault; /* NULL: none */
	} CASES[] = {
	    {{{{10, 10, 200, 80}, {10, 100, 200, 80}}, {1, 2}, "Ja"}, NULL},
	    {{{{10, 10, 400, 300}, {20, 20, 200, 80}}, {1, 2}, "Ja"}, NULL},
	    {{{{10, 10, 200, 80}, {10, 92, 200, 80}}, {1, 2}, "Ja"},
	     "are 2 px apart"},
	    {{{{20, 20, 200, 80}, {10, 10, 400, 300}}, {1, 2}, "Ja"}, "are -"},
	    {{{{10, 10, 200, 80}, {200, 60, 200, 80}}, {1, 2}, "Ja"},
	     "are -10 px apart"},
	    {{{{10, 10, 200, 60}, {10, 100, 200, 80}}, {1, 2}, "Ja"},
	     "50.0 by 15.0 mm"},
	    {{{{-9, 10, 200, 80}, {10, 100, 200, 80}}, {1, 2}, "Ja"},
	     "leaves the window"},
	    {{{{10, 10, 200, 80}, {500, 100, 200, 80}}, {1, 2}, "Ja"},
	     "leaves the window"},
	    {{{{10, 10, 200, 80}, {10, 100, 200, 80}}, {7, 7}, "Ja"},
	     "same id"},
	    {{{{10, 10, 200, 80}, {10, 100, 200, 80}},
	      {1, 2},
	      "Det her er meget for langt til en knap med to linjer"},
	     "texts were cut"},
	};
	struct ui *ui = fixture_open(640, 480);

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		struct page what = CASES[i].page;
		char fault[LAYOUT_FAULT] = "";

		fixture_frame(ui, page, &what);
		assert_int_equal(layout_fault(ui, &RULES, fault),
				 CASES[i].fault != NULL);
		if (CASES[i].fault && !strstr(fault, CASES[i].fault))
			fail_msg("\"%s\" does not say \"%s\"", fault,
				 CASES[i].fault);
	}
	ui_free(ui);
}

static void an_empty_frame_is_a_fault(void **state)
{
	struct ui *ui = fixture_open(640, 480);
	char fault[LAYOUT_FAULT];

	(void)state;
	ui_begin(ui, 0);
	ui_end(ui);
	assert_true(layout_fault(ui, &RULES, fault));
	ui_free(ui);
}

static void a_golden_that_is_missing_or_differs_is_seen(void **state)
{
	struct ui *ui = fixture_open(640, 480);
	struct page what = {
	    {{10, 10, 200, 80}, {10, 100, 200, 80}}, {1, 2}, "Ja"};

	(void)state;
	fixture_frame(ui, page, &what);
	assert_false(golden_same(ui, "ui/there-is-no-such-golden"));
	assert_false(golden_same(ui, "ui/focus"));
	ui_free(ui);
}

static void a_dump_holds_no_pointer_and_no_folder(void **state)
{
	struct ui *one = fixture_open(640, 480), *two;
	char *first, *second;

	(void)state;
	ui_begin(one, 0);
	draw_image(one, (struct rect){0, 0, 100, 100}, "/some/where/1.png",
		   NULL);
	draw_text(one, (struct rect){0, 100, 300, 100}, "To \"linjer\"\nher",
		  TYPE_BODY, ROLE_TEXT, ALIGN_START);
	ui_end(one);
	first = frame_dump(one);
	assert_string_equal(first,
			    "frame 640 480 light ltr\n"
			    "image 0 0 100 100 \"1.png\"\n"
			    "text 0 100 300 40 BODY TEXT start "
			    "\"To \\\"linjer\\\"\"\n"
			    "text 0 140 300 40 BODY TEXT start \"her\"\n");
	two = fixture_open(640, 480);
	ui_begin(two, 99);
	draw_image(two, (struct rect){0, 0, 100, 100}, "/else/where/1.png",
		   (const unsigned char *)"a hash of thirty-two bytes, here");
	draw_text(two, (struct rect){0, 100, 300, 100}, "To \"linjer\"\nher",
		  TYPE_BODY, ROLE_TEXT, ALIGN_START);
	ui_end(two);
	second = frame_dump(two);
	assert_string_equal(first, second);
	free(first);
	free(second);
	ui_free(one);
	ui_free(two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_walker_finds_every_fault),
	    cmocka_unit_test(an_empty_frame_is_a_fault),
	    cmocka_unit_test(a_golden_that_is_missing_or_differs_is_seen),
	    cmocka_unit_test(a_dump_holds_no_pointer_and_no_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
