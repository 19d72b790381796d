/* Every case in tests/data/elections is counted as it was worked out by hand.
 */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/rules_election.h"

#include <glob.h>

enum { RULES_LEAST = 50 };

static void file_counts_as_written(const char *path, int *rules)
{
	FILE *file = fopen(path, "r");
	struct election_case test = {.election = NULL};

	assert_non_null(file);
	for (; election_case_read(file, &test); (*rules)++) {
		struct rule_options options;
		election_rule *rule = election_rule_read(test.rule, &options);
		struct funding *funding = NULL;
		char told[ELECTION_TEXT];
		enum status status = rule(test.election, &options, &funding);

		assert_non_null(funding);
		election_tell(test.election, funding, told);
		if (strcmp(told, test.expected) != 0)
			fail_msg("%s: %s\n%snot:\n%s", test.name, test.rule,
				 test.expected, told);
		assert_int_equal(status,
				 funding->stopped ? STATUS_TIE : STATUS_OK);
		funding_free(funding);
	}
	fclose(file);
}

static void every_case_is_counted_as_written(void **state)
{
	glob_t found;
	int rules = 0;

	(void)state;
	assert_int_equal(glob("tests/data/elections/*.txt", 0, NULL, &found),
			 0);
	for (size_t i = 0; i < found.gl_pathc; i++)
		file_counts_as_written(found.gl_pathv[i], &rules);
	globfree(&found);
	assert_true(rules >= RULES_LEAST);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_case_is_counted_as_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
