/* `stemmeboks pin`: at a terminal, from a script, and PINs that are none. */
#include "store/pin.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_type.h"
#include "words/words.h"

static int english(void **state)
{
	(void)state;
	words_language("en");
	return 0;
}

static void begin(struct fixture *fixture)
{
	fixture_begin(fixture, 4, false);
	fixture_leave(fixture);
}

static enum status check(struct fixture *fixture, const char *pin)
{
	enum status status;

	fixture_enter(fixture);
	status = pin_check(fixture->store, pin);
	fixture_leave(fixture);
	return status;
}

static void a_script_gives_the_pin_on_two_lines(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	assert_status(check(&fixture, "274931"), STATUS_PIN);
	expect_reading("274931\n274931\n", 0, "The PIN is set.",
		       WORDS("pin", fixture.path));
	assert_ok(check(&fixture, "274931"));
	assert_status(check(&fixture, "274932"), STATUS_PIN);
	expect_reading("000001\r\n000001", 0, "{\"ok\":true}",
		       WORDS("pin", fixture.path, "--json"));
	assert_ok(check(&fixture, "000001"));
	fixture_end(&fixture);
}

static void a_pin_that_is_none_changes_nothing(void **state)
{
	static const struct {
		const char *typed, *said;
	} cases[] = {
	    {"", "No PIN was typed."},
	    {"\n\n", "A PIN is six digits."},
	    {"12345\n12345\n", "A PIN is six digits."},
	    {"2749311\n2749311\n", "A PIN is six digits."},
	    {"27493a\n27493a\n", "A PIN is six digits."},
	    {" 27493\n 27493\n", "A PIN is six digits."},
	    {"274931\n", "must be typed twice"},
	    {"274931\n274932\n", "The two are not the same."},
	    {"274931\n\n", "The two are not the same."},
	    {"000000\n000000\n", "guessed at once"},
	    {"777777\n777777\n", "guessed at once"},
	    {"123456\n123456\n", "guessed at once"},
	    {"654321\n654321\n", "guessed at once"},
	};
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	expect_reading("274931\n274931\n", 0, NULL, WORDS("pin", fixture.path));
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		expect_reading(cases[i].typed, 2, cases[i].said,
			       WORDS("pin", fixture.path));
		assert_ok(check(&fixture, "274931"));
	}
	fixture_end(&fixture);
}

static void at_a_terminal_the_pin_is_not_shown(void **state)
{
	struct fixture fixture;
	struct ran answer;

	(void)state;
	begin(&fixture);
	answer =
	    ran_typing(ANSWERS({"six digits:", "274931"}, {"again:", "274931"}),
		       WORDS("pin", fixture.path));
	assert_int_equal(answer.exit_code, 0);
	assert_non_null(strstr(answer.text, "The PIN is set."));
	assert_null(strstr(answer.text, "274931"));
	ran_free(&answer);
	assert_ok(check(&fixture, "274931"));
	answer = ran_typing(ANSWERS({"six digits:", "111111"}),
			    WORDS("pin", fixture.path));
	assert_int_equal(answer.exit_code, 2);
	ran_free(&answer);
	assert_ok(check(&fixture, "274931"));
	fixture_end(&fixture);
}

/* Ctrl-C while nothing is echoed: the command ends as it would anywhere. */
static void a_signal_ends_it_while_it_waits(void **state)
{
	struct fixture fixture;
	struct ran answer;

	(void)state;
	begin(&fixture);
	answer = ran_typing(ANSWERS({"six digits:", "\003"}),
			    WORDS("pin", fixture.path));
	assert_int_equal(answer.exit_code, -1);
	ran_free(&answer);
	assert_status(check(&fixture, "274931"), STATUS_PIN);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_script_gives_the_pin_on_two_lines),
	    cmocka_unit_test(a_pin_that_is_none_changes_nothing),
	    cmocka_unit_test(at_a_terminal_the_pin_is_not_shown),
	    cmocka_unit_test(a_signal_ends_it_while_it_waits),
	};

	return cmocka_run_group_tests(tests, english, NULL);
}
