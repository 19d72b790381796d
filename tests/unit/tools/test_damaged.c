/* What organisers read of a meeting file that was changed: what is wrong in it,
 * and which row of `audit` is the first bad one. */
#include <unistd.h>

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

/* Those that go on to something else with the file, in each phase. */
static void nothing_is_made_of_a_changed_file_and_where_it_is_said(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fixture fixture;
		char out[2 * FIXTURE_PATH];

		fixture_begin_in(&fixture, 4, PHASE_OPEN);
		assert_ok(fixture_cast(&fixture, 0, 5));
		fixture_advance(&fixture, PHASE_CLOSED);
		fixture_leave(&fixture);
		fixture_sql(fixture.path, cases[i].sql);
		snprintf(out, sizeof(out), "%s/out", fixture.folder);
		expect_no_write(&fixture, 6, cases[i].said,
				WORDS("export", fixture.path, "--format", "csv",
				      "-o", out));
		expect_no_write(&fixture, 6, cases[i].said,
				WORDS("publish", fixture.path, "-o", out));
		expect_no_write(&fixture, 6, cases[i].said,
				WORDS("collect", fixture.path, "-o", out));
		expect_no_write(&fixture, 6, cases[i].said,
				WORDS("restore", fixture.path, "-o", out,
				      "--reason", "a test"));
		expect_no_write(&fixture, 6, cases[i].said,
				WORDS("roll", "status", fixture.path));
		assert_int_not_equal(access(out, F_OK), 0);
		fixture_end(&fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(commands_say_what_is_wrong_in_a_changed_file),
	    cmocka_unit_test(
		nothing_is_made_of_a_changed_file_and_where_it_is_said),
	};

	return cmocka_run_group_tests_name("damaged", tests, english, NULL);
}
