/* Every case in tests/data/rules gives the steps written there by hand. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/rules_case.h"

#include <glob.h>

enum { CASES = 200 };

static void counts_as_written(void **state)
{
	const struct rules_case *test = *state;
	struct result *result = calloc(1, sizeof(*result));
	char told[CASE_TEXT];
	enum status status;

	assert_non_null(result);
	status = count_meeting(test->meeting, &test->tally, NULL,
			       test->decisions, test->decision_count, result);
	rules_case_tell(test->meeting, result, told);
	assert_string_equal(told, test->expected);
	assert_int_equal(status, result->stopped ? STATUS_TIE : STATUS_OK);
	free(result);
}

/* Reads all cases as tests of their own; returns how many. */
static int cases_read(struct CMUnitTest tests[CASES])
{
	glob_t found;
	int count = 0;

	if (glob("tests/data/rules/*.txt", 0, NULL, &found) != 0)
		return 0;
	for (size_t i = 0; i < found.gl_pathc; i++) {
		FILE *file = fopen(found.gl_pathv[i], "r");
		struct rules_case *test;

		while (file && count < CASES && rules_case_read(file, &test))
			tests[count++] = (struct CMUnitTest){
			    .name = test->name,
			    .test_func = counts_as_written,
			    .initial_state = test,
			};
		if (file)
			fclose(file);
	}
	globfree(&found);
	return count;
}

int main(void)
{
	static struct CMUnitTest tests[CASES];
	int count = cases_read(tests);
	int failed;

	if (count == 0 || count == CASES)
		return 1;
	failed =
	    _cmocka_run_group_tests("cases", tests, (size_t)count, NULL, NULL);
	for (int i = 0; i < count; i++)
		rules_case_free(tests[i].initial_state);
	return failed;
}
