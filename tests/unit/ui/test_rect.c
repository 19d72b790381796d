/* Rectangles are parted without a gap too many or a line lost. */
#include "tests/lib/cmocka_all.h"

#include "ui/rect.h"

static void is_rect(struct rect found, int x, int y, int w, int h)
{
	assert_int_equal(found.x, x);
	assert_int_equal(found.y, y);
	assert_int_equal(found.w, w);
	assert_int_equal(found.h, h);
}

static void what_is_cut_off_and_what_is_left_do_not_meet(void **state)
{
	struct rect rect = {10, 20, 300, 200};

	(void)state;
	is_rect(rect_take_top(&rect, 50, 8), 10, 20, 300, 50);
	is_rect(rect, 10, 78, 300, 142);
	is_rect(rect_take_bottom(&rect, 40, 2), 10, 180, 300, 40);
	is_rect(rect, 10, 78, 300, 100);
}

static void an_inset_and_a_middle_lie_within(void **state)
{
	struct rect rect = {10, 20, 300, 200};

	(void)state;
	is_rect(rect_inset(rect, 12), 22, 32, 276, 176);
	is_rect(rect_middle(rect, 100, 50), 110, 95, 100, 50);
}

static void cells_stand_row_by_row_and_share_the_width(void **state)
{
	struct rect rect = {10, 20, 320, 500};

	(void)state;
	is_rect(rect_cell(rect, 0, 3, 40, 10, 6), 10, 20, 100, 40);
	is_rect(rect_cell(rect, 2, 3, 40, 10, 6), 230, 20, 100, 40);
	is_rect(rect_cell(rect, 4, 3, 40, 10, 6), 120, 66, 100, 40);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_cut_off_and_what_is_left_do_not_meet),
	    cmocka_unit_test(an_inset_and_a_middle_lie_within),
	    cmocka_unit_test(cells_stand_row_by_row_and_share_the_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
