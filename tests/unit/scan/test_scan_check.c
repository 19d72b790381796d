/* The scanner test: all 32 symbols, each as itself, and how fast. */
#include "tests/lib/cmocka_all.h"

#include "core/slip.h"
#include "scan/scan_check.h"
#include "scan/scan_line.h"

static struct scan_check check(const char *text, uint64_t took_ms)
{
	struct scan_line line = {0};
	struct scan_check result;

	for (const char *at = text; *at; at++)
		scan_line_add(&line, *at);
	scan_check_line(&line, 1000, 1000 + took_ms, &result);
	return result;
}

static void the_test_code_holds_every_symbol_of_a_slip(void **state)
{
	(void)state;
	assert_string_equal(SCAN_CHECK_TEXT, SLIP_ALPHABET);
}

static void a_good_scanner_is_good_and_its_speed_is_told(void **state)
{
	struct scan_check result = check(SCAN_CHECK_TEXT, 310);

	(void)state;
	assert_int_equal(result.verdict, SCAN_CHECK_GOOD);
	assert_int_equal(result.arrived, 32);
	assert_string_equal(result.missing, "");
	assert_int_equal(result.time_ms, 310);
	assert_int_equal(result.per_second, 100);
	result = check("0123456789abcdefghjkmnpqrstvwxyz", 0);
	assert_int_equal(result.verdict, SCAN_CHECK_GOOD);
	assert_int_equal(result.per_second, 0);
}

static void a_foreign_keyboard_is_told_symbol_by_symbol(void **state)
{
	struct scan_check result =
	    check("0123456789QBCDEFGHJKMNPARSTVWXZY", 100);

	(void)state;
	assert_int_equal(result.verdict, SCAN_CHECK_CHANGED);
	assert_int_equal(result.arrived, 28);
	assert_string_equal(result.missing, "AQYZ");
	assert_string_equal(result.came_as, "QAZY");
	/* French digits without Shift: none of them is a symbol. */
	result = check("??\"'(-??_?ABCDEFGHJKMNPQRSTVWXYZ", 100);
	assert_int_equal(result.verdict, SCAN_CHECK_CHANGED);
	assert_string_equal(result.missing, "0123456789");
	assert_string_equal(result.came_as, "??????????");
}

static void what_did_not_come_is_told(void **state)
{
	struct scan_check result = check("ABCDEFGHJKMNPQRSTVWXYZ", 50);

	(void)state;
	assert_int_equal(result.verdict, SCAN_CHECK_MISSING);
	assert_string_equal(result.missing, "0123456789");
	assert_string_equal(result.came_as, "");
	result = check("0123456789ABCDEFGHJKMNPQRSTVWXY", 50);
	assert_int_equal(result.verdict, SCAN_CHECK_MISSING);
	assert_string_equal(result.missing, "Z");
	/* A prefix before the text: nothing is missing, yet it is not right. */
	result = check("]Q10123456789ABCDEFGHJKMNPQRSTVWXYZ", 50);
	assert_int_equal(result.verdict, SCAN_CHECK_MISSING);
	assert_int_equal(result.arrived, 32);
}

static void another_code_is_not_taken_for_a_broken_scanner(void **state)
{
	(void)state;
	assert_int_equal(check("", 0).verdict, SCAN_CHECK_OTHER);
	assert_int_equal(check("0123456789ABCDEFGHJK", 9).verdict,
			 SCAN_CHECK_OTHER);
	assert_int_equal(check("HTTPS://WWW.EXAMPLE.ORG/PAGE?ID=3", 9).verdict,
			 SCAN_CHECK_OTHER);
	assert_int_equal(
	    check("0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789ABCD", 9).verdict,
	    SCAN_CHECK_OTHER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_test_code_holds_every_symbol_of_a_slip),
	    cmocka_unit_test(a_good_scanner_is_good_and_its_speed_is_told),
	    cmocka_unit_test(a_foreign_keyboard_is_told_symbol_by_symbol),
	    cmocka_unit_test(what_did_not_come_is_told),
	    cmocka_unit_test(another_code_is_not_taken_for_a_broken_scanner),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
