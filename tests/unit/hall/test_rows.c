/* A long list is told on several pages: every row once, in order. */
#include "hall/rows.h"

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

static void every_row_stands_on_one_page_and_fits(void **state)
{
	uint64_t seed = 5;
	struct random random = bolbro_random(&seed);

	(void)state;
	for (int turn = 0; turn < 200; turn++) {
		struct rows rows = {.room = 300, .gap = 7, .air_most = 20};
		int count = (int)random.below(random.context, 40) + 1;
		int next = 0, pages;

		for (int i = 0; i < count; i++)
			rows_add(&rows,
				 (int)random.below(random.context, 120) + 1);
		pages = rows_pages(&rows);
		for (int page = 0; page < pages; page++) {
			int first, end, air, used = -rows.gap;

			rows_page(&rows, page, &first, &end, &air);
			assert_int_equal(first, next);
			assert_true(end > first);
			assert_in_range(air, 0, 20);
			for (int i = first; i < end; i++)
				used += rows.height[i] + air + rows.gap;
			assert_true(used <= rows.room);
			/* The next one would not have fitted. */
			used -= air * (end - first);
			if (end < count)
				assert_true(used + rows.gap + rows.height[end] >
					    rows.room);
			next = end;
		}
		assert_int_equal(next, count);
	}
}

static void a_row_higher_than_a_page_has_one_for_itself(void **state)
{
	struct rows rows = {.room = 100, .gap = 5, .air_most = 9};
	int first, end, air;

	(void)state;
	rows_add(&rows, 50);
	rows_add(&rows, 400);
	rows_add(&rows, 50);
	assert_int_equal(rows_pages(&rows), 3);
	rows_page(&rows, 1, &first, &end, &air);
	assert_int_equal(first, 1);
	assert_int_equal(end, 2);
	assert_int_equal(air, 0);
}

static void a_page_past_the_last_is_the_last(void **state)
{
	struct rows rows = {.room = 100, .gap = 5, .air_most = 9};
	int first, end, air;

	(void)state;
	assert_int_equal(rows_pages(&rows), 1);
	rows_page(&rows, 3, &first, &end, &air);
	assert_int_equal(end, 0);
	for (int i = 0; i < 3; i++)
		rows_add(&rows, 60);
	rows_page(&rows, 99, &first, &end, &air);
	assert_int_equal(first, 2);
	assert_int_equal(end, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_row_stands_on_one_page_and_fits),
	    cmocka_unit_test(a_row_higher_than_a_page_has_one_for_itself),
	    cmocka_unit_test(a_page_past_the_last_is_the_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
