/* What is told of a mistake is short, whatever stood in the file. */
#include "tests/lib/cmocka_all.h"
#include "tools/import/problems.h"

enum { LONGEST = 400 };

static void a_long_text_is_cut_and_the_cut_fits_where_it_was(void **state)
{
	(void)state;
	for (int length = LONGEST - 8; length < LONGEST + 8; length++) {
		struct problems problems = {0};
		char text[LONGEST + 8];
		const char *told;

		memset(text, 'a', sizeof(text));
		text[length] = '\0';
		problem_add(&problems, "meeting.ini", 1, "%s", text);
		told = problems.list[0].text;
		if (length <= LONGEST) {
			assert_string_equal(told, text);
		} else {
			assert_int_equal(strlen(told), LONGEST);
			assert_string_equal(told + LONGEST - 3, "\u2026");
		}
		problems_clear(&problems);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_long_text_is_cut_and_the_cut_fits_where_it_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
