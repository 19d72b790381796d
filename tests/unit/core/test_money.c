/* Amounts as people and spreadsheets write them. */
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/money.h"

enum { UNTOUCHED = -77 };

static const struct {
	const char *text;
	int64_t minor;
} amounts[] = {
    {"0", 0},
    {"25000", 2500000},
    {"25.000", 2500000},
    {"25.000,00 kr.", 2500000},
    {"25.000,50", 2500050},
    {"25,000.00", 2500000},
    {"25,000.5", 2500050},
    {"kr 25 000", 2500000},
    {"kr. 25.000", 2500000},
    {"25000,5", 2500050},
    {"25000.05", 2500005},
    {"25.5", 2550},
    {"7,25", 725},
    {"25.000,-", 2500000},
    {"25.000,- kr.", 2500000},
    {"  100.000 KR. ", 10000000},
    {"100 000 DKK", 10000000},
    {"5000 kroner", 500000},
    {"1.000.000", 100000000},
    {"1,000,000", 100000000},
    {"1.000.000,25", 100000025},
    {"1,000,000.25", 100000025},
    {"1 000 000,25", 100000025},
    {"25\u00a0000\u00a0kr.", 2500000},
    {"25\u202f000", 2500000},
    {"0,50", 50},
    {"00012", 1200},
    {"10.000.000.000", MONEY_MAX_MINOR},
    {"10000000000,00", MONEY_MAX_MINOR},
};

static const struct {
	const char *text;
	enum status status;
} refused[] = {
    {"", STATUS_MONEY_SYNTAX},
    {"   ", STATUS_MONEY_SYNTAX},
    {"kr.", STATUS_MONEY_SYNTAX},
    {"abc", STATUS_MONEY_SYNTAX},
    {"25 t", STATUS_MONEY_SYNTAX},
    {"25..000", STATUS_MONEY_SYNTAX},
    {".500", STATUS_MONEY_SYNTAX},
    {"25.", STATUS_MONEY_SYNTAX},
    {"25,", STATUS_MONEY_SYNTAX},
    {"1.00.000", STATUS_MONEY_SYNTAX},
    {"1.000.00", STATUS_MONEY_SYNTAX},
    {"1000.000,00", STATUS_MONEY_SYNTAX},
    {"2 50", STATUS_MONEY_SYNTAX},
    {"1,000.000,00", STATUS_MONEY_SYNTAX},
    {"1.000 000", STATUS_MONEY_SYNTAX},
    {"1e5", STATUS_MONEY_SYNTAX},
    {"+5", STATUS_MONEY_SYNTAX},
    {"5 5 5 5 5 5 5 5 5 5", STATUS_MONEY_SYNTAX},
    {"0x10", STATUS_MONEY_SYNTAX},
    {"\u0662\u0665", STATUS_MONEY_SYNTAX},
    {"25,000", STATUS_MONEY_AMBIGUOUS},
    {"1,000 kr.", STATUS_MONEY_AMBIGUOUS},
    {"0.500", STATUS_MONEY_AMBIGUOUS},
    {"-5", STATUS_MONEY_RANGE},
    {"kr. -5", STATUS_MONEY_RANGE},
    {"\u2212100", STATUS_MONEY_RANGE},
    {"1,2345", STATUS_MONEY_RANGE},
    {"2500.000", STATUS_MONEY_RANGE},
    {"25.000,000", STATUS_MONEY_RANGE},
    {"10000000000,01", STATUS_MONEY_RANGE},
    {"10000000001", STATUS_MONEY_RANGE},
    {"9223372036854775808", STATUS_MONEY_RANGE},
    {"99999999999999999999999999999999999999", STATUS_MONEY_RANGE},
};

static void amounts_as_spreadsheets_save_them_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(amounts) / sizeof(*amounts); i++) {
		int64_t minor = UNTOUCHED;

		if (money_parse(amounts[i].text, strlen(amounts[i].text),
				&minor) != STATUS_OK ||
		    minor != amounts[i].minor)
			fail_msg("\"%s\" gave %lld", amounts[i].text,
				 (long long)minor);
	}
}

static void what_is_no_clear_amount_is_refused_and_writes_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		int64_t minor = UNTOUCHED;
		enum status status = money_parse(
		    refused[i].text, strlen(refused[i].text), &minor);

		if (status != refused[i].status || minor != UNTOUCHED)
			fail_msg("\"%s\" gave %s", refused[i].text,
				 status_name(status));
	}
}

static void only_the_given_length_is_read(void **state)
{
	int64_t minor;

	(void)state;
	assert_int_equal(money_parse("25000", 2, &minor), STATUS_OK);
	assert_int_equal(minor, 2500);
	assert_int_equal(money_parse("25.000", 3, &minor), STATUS_MONEY_SYNTAX);
}

static void every_short_text_is_read_or_refused_without_harm(void **state)
{
	static const char symbols[] = "019., -k\xc2\xa0r";
	char text[5];
	size_t count = sizeof(symbols) - 1, all = count * count * count * count;

	(void)state;
	for (size_t n = 0; n < all * count; n++) {
		size_t rest = n;
		int64_t minor = UNTOUCHED;

		for (size_t i = 0; i < sizeof(text); i++, rest /= count)
			text[i] = symbols[rest % count];
		if (money_parse(text, sizeof(text), &minor) == STATUS_OK)
			assert_in_range(minor, 0, MONEY_MAX_MINOR);
		else
			assert_true(minor == UNTOUCHED);
	}
}

static void amounts_are_written_in_groups_of_three(void **state)
{
	static const struct {
		int64_t minor;
		const char *text;
	} cases[] = {
	    {0, "0"},
	    {5, "0,05"},
	    {99900, "999"},
	    {100000, "1.000"},
	    {2500050, "25.000,50"},
	    {100000000, "1.000.000"},
	    {-2500000, "-25.000"},
	    {INT64_MAX, "92.233.720.368.547.758,07"},
	    {INT64_MIN, "-92.233.720.368.547.758,08"},
	};
	char text[MONEY_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		money_format(cases[i].minor, '.', ',', text);
		assert_string_equal(text, cases[i].text);
	}
	money_format(123456789, ',', '.', text);
	assert_string_equal(text, "1,234,567.89");
}

static void what_is_written_is_read_back(void **state)
{
	static const int64_t steps[] = {1, 7, 99, 100, 12345, 99999999};

	(void)state;
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		for (int64_t minor = 0; minor <= 10000 * steps[i];
		     minor += steps[i]) {
			char text[MONEY_TEXT];
			int64_t again = UNTOUCHED;

			money_format(minor, '.', ',', text);
			assert_int_equal(
			    money_parse(text, strlen(text), &again), STATUS_OK);
			assert_true(again == minor);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(amounts_as_spreadsheets_save_them_are_read),
	    cmocka_unit_test(
		what_is_no_clear_amount_is_refused_and_writes_nothing),
	    cmocka_unit_test(only_the_given_length_is_read),
	    cmocka_unit_test(every_short_text_is_read_or_refused_without_harm),
	    cmocka_unit_test(amounts_are_written_in_groups_of_three),
	    cmocka_unit_test(what_is_written_is_read_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
