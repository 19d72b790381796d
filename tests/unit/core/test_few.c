/* Which of several meetings or kiosks are hidden because one is small. */
#include <string.h>

#include "core/few.h"
#include "tests/lib/cmocka_all.h"

static const struct {
	int count;
	int ballots[8];
	const char *hidden; /* x: hidden */
	int more;
} cities[] = {
    {3, {10, 11, 300}, "...", 0},
    {3, {9, 11, 300}, "xx.", 1},     /* or 9 = sum - 11 - 300 */
    {3, {300, 11, 9}, ".xx", 1},     /* wherever they stand */
    {4, {9, 8, 11, 300}, "xx..", 0}, /* 17 together */
    {4, {1, 2, 11, 300}, "xxx.", 1}, /* 3 together would be too few */
    {5, {1, 2, 3, 11, 12}, "xxxx.", 1},
    {3, {0, 11, 12}, "...", 0}, /* nobody to hide */
    {3, {0, 9, 12}, ".xx", 1},	/* an empty one hides nobody */
    {2, {9, 9}, "xx", 0},
    {1, {9}, "x", 0},
    {2, {4, 5}, "xx", 0},
    {3, {10, 9, 10}, "xx.", 1},
    {3, {0, 6, 0}, "xxx", 2}, /* or 6 is all of it */
};

static void a_small_meeting_cannot_be_worked_out_from_the_others(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cities) / sizeof(cities[0]); i++) {
		bool hidden[8];
		char found[9] = "";
		int more;

		few_hide(cities[i].ballots, cities[i].count, 10, hidden, &more);
		for (int j = 0; j < cities[i].count; j++)
			found[j] = hidden[j] ? 'x' : '.';
		if (strcmp(found, cities[i].hidden) != 0 ||
		    more != cities[i].more)
			fail_msg("city %zu: %s, %d more", i, found, more);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_small_meeting_cannot_be_worked_out_from_the_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
