/* What organisers read of a meeting file that was changed: what is wrong in it,
 * and which row of `audit` is the first bad one. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_type.h"
#include "words/words.h"

static int english(void **state)
{
	(void)state;
	words_language("en");
	return 0;
}

static const struct {
	const char *sql, *said;
} cases[] = {
    {"UPDATE audit SET detail = 'x' WHERE number = 3",
     ": row 3 of \"audit\" is the first that is wrong or missing."},
    {"DELETE FROM audit WHERE number = 2",
     ": row 2 of \"audit\" is the first that is wrong or missing."},
    {"UPDATE meeting SET phase = 'counted  '",
     ": its phase is not the one that row 5 of \"audit\", the last, leads to."},
    {"UPDATE box SET ballot = replace(ballot, '001', '000') WHERE used = 3",
     ": the box is not the one that row 5 of \"audit\", the last, tells of."},
    {"UPDATE meeting SET definition = replace(definition, '0', '1')",
     ": its rules and proposals do not have the checksum that it keeps."},
    {"DELETE FROM cue", "The meeting file is damaged or was changed."},
};

static void commands_say_what_is_wrong_in_a_changed_file(void **state)
{
	static const char *const commands[] = {"status", "verify", "count"};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fixture fixture;

		fixture_begin_in(&fixture, 4, PHASE_OPEN);
		assert_ok(fixture_cast(&fixture, 0, 5));
		fixture_advance(&fixture, PHASE_CLOSED);
		fixture_leave(&fixture);
		fixture_sql(fixture.path, cases[i].sql);
		for (size_t k = 0; k < sizeof(commands) / sizeof(commands[0]);
		     k++)
			expect_no_write(&fixture, 6, cases[i].said,
					WORDS(commands[k], fixture.path));
		fixture_end(&fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(commands_say_what_is_wrong_in_a_changed_file),
	};

	return cmocka_run_group_tests_name("damaged", tests, english, NULL);
}
