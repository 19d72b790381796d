/* Numbers of spreadsheets as the texts they show: the digits of the file are
 * what counts, and no binary fraction is. */
#include "tests/lib/cmocka_all.h"

#include "tools/sheet/sheet_calendar.h"
#include "tools/sheet/sheet_number.h"

struct row {
	const char *number;
	int format;
	bool dates_1904;
	const char *text; /* NULL: it is refused */
};

static void expect_rows(const struct row *rows, size_t count)
{
	int wrong = 0;

	for (size_t i = 0; i < count; i++) {
		char text[SHEET_NUMBER] = "untouched";
		bool done = sheet_number_text(rows[i].number, rows[i].format,
					      rows[i].dates_1904, text);
		const char *wanted = rows[i].text ? rows[i].text : "untouched";

		if (done == (rows[i].text != NULL) && !strcmp(text, wanted))
			continue;
		wrong++;
		fprintf(stderr, "%s gives %s, not %s\n", rows[i].number, text,
			wanted);
	}
	assert_int_equal(wrong, 0);
}

static void a_number_keeps_its_digits_and_loses_its_noise(void **state)
{
	static const struct row rows[] = {
	    {"25000", 0, false, "25000"},
	    {"25000.5", 0, false, "25000,5"},
	    {"25000.000000000004", 0, false, "25000"},
	    {"24999.999999999996", 0, false, "25000"},
	    {"0.30000000000000004", 0, false, "0,3"},
	    {"99999.999999999999", 0, false, "100000"},
	    {"12345.67", 0, false, "12345,67"},
	    {"123456789012345678", 0, false, "123456789012346000"},
	    {"0.01", 0, false, "0,01"},
	    {"0.000001", 0, false, "0,000001"},
	    {".5", 0, false, "0,5"},
	    {"-7", 0, false, "-7"},
	    {"+7", 0, false, "7"},
	    {"-0", 0, false, "0"},
	    {"000", 0, false, "0"},
	    {"0012.50", 0, false, "12,5"},
	    {"1E5", 0, false, "100000"},
	    {"1.5e+3", 0, false, "1500"},
	    {"25E-1", 0, false, "2,5"},
	    {"1E20", 0, false, "100000000000000000000"},
	    {"1E21", 0, false, NULL},
	    {"1E-11", 0, false, NULL},
	    {"1E999999999999", 0, false, NULL},
	    {"", 0, false, NULL},
	    {".", 0, false, NULL},
	    {"1.2.3", 0, false, NULL},
	    {"1E", 0, false, NULL},
	    {"12 ", 0, false, NULL},
	    {"0x10", 0, false, NULL},
	    {"NaN", 0, false, NULL},
	};

	(void)state;
	expect_rows(rows, sizeof(rows) / sizeof(*rows));
}

static void a_share_is_shown_in_hundredths(void **state)
{
	static const struct row rows[] = {
	    {"0.15", SHEET_PERCENT, false, "15%"},
	    {"0.155", SHEET_PERCENT, false, "15,5%"},
	    {"1", SHEET_PERCENT, false, "100%"},
	    {"0", SHEET_PERCENT, false, "0%"},
	    {"0.070000000000000007", SHEET_PERCENT, false, "7%"},
	};

	(void)state;
	expect_rows(rows, sizeof(rows) / sizeof(*rows));
}

/* 46128 days after 1899-12-30 is 2026-04-16: 126 years of 365 days and 31 leap
 * days to 2026-01-01, which is 46023, and 105 days. */
static void a_day_is_the_one_that_excel_shows(void **state)
{
	enum { BOTH = SHEET_DATE | SHEET_TIME };
	static const struct row rows[] = {
	    {"46128", SHEET_DATE, false, "2026-04-16"},
	    {"46128.75", SHEET_DATE, false, "2026-04-16"},
	    {"46128.75", BOTH, false, "2026-04-16 18:00"},
	    {"46128", BOTH, false, "2026-04-16 00:00"},
	    {"0.854166666666667", SHEET_TIME, false, "20:30"},
	    {"0.85416666666666663", SHEET_TIME, false, "20:30"},
	    {"0.854166666666667", BOTH, false, "20:30"},
	    {"46128.854166666664", BOTH, false, "2026-04-16 20:30"},
	    {"0.5000115740740741", SHEET_TIME, false, "12:00:01"},
	    {"1.5", SHEET_TIME, false, "36:00"},
	    {"0.00001", SHEET_TIME, false, "00:00:01"},
	    {"46128.9999999999", BOTH, false, "2026-04-17 00:00"},
	    {"1", SHEET_DATE, false, "1900-01-01"},
	    {"59", SHEET_DATE, false, "1900-02-28"},
	    {"60", SHEET_DATE, false, NULL},
	    {"61", SHEET_DATE, false, "1900-03-01"},
	    {"36585", SHEET_DATE, false, "2000-02-29"},
	    {"0", SHEET_DATE, false, NULL},
	    {"-1", SHEET_DATE, false, NULL},
	    {"0", SHEET_DATE, true, "1904-01-01"},
	    {"44666", SHEET_DATE, true, "2026-04-16"},
	    {"2958465", SHEET_DATE, false, "9999-12-31"},
	    {"2958466", SHEET_DATE, false, NULL},
	    {"99999999", SHEET_DATE, false, NULL},
	};

	(void)state;
	expect_rows(rows, sizeof(rows) / sizeof(*rows));
}

static void a_format_says_what_a_number_is(void **state)
{
	static const struct {
		const char *code;
		int format;
	} rows[] = {
	    {"General", SHEET_PLAIN},
	    {"0", SHEET_PLAIN},
	    {"#,##0.00\\ \"kr.\"", SHEET_PLAIN},
	    {"#,##0\\ [$kr.-406];[Red]\\-#,##0", SHEET_PLAIN},
	    {"\"dage\" 0", SHEET_PLAIN},
	    {"[Magenta]0", SHEET_PLAIN},
	    {"0\\d", SHEET_PLAIN},
	    {"0_h", SHEET_PLAIN},
	    {"0;yyyy", SHEET_PLAIN},
	    {"0%", SHEET_PERCENT},
	    {"0.0\\ %", SHEET_PERCENT},
	    {"dd/mm/yyyy", SHEET_DATE},
	    {"[$-406]d\\.\\ mmmm\\ yyyy;@", SHEET_DATE},
	    {"YYYY-MM-DD", SHEET_DATE},
	    {"mmmm", SHEET_DATE},
	    {"hh:mm", SHEET_TIME},
	    {"[h]:mm", SHEET_TIME},
	    {"mm:ss.0", SHEET_TIME},
	    {"h:mm AM/PM", SHEET_TIME},
	    {"dd/mm/yy hh:mm", SHEET_DATE | SHEET_TIME},
	    {"\"not closed", SHEET_PLAIN},
	    {"[", SHEET_PLAIN},
	    {"\\", SHEET_PLAIN},
	    {"", SHEET_PLAIN},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (sheet_format_read(rows[i].code) != rows[i].format)
			fail_msg("%s", rows[i].code);
	assert_int_equal(sheet_format_number(0), SHEET_PLAIN);
	assert_int_equal(sheet_format_number(4), SHEET_PLAIN);
	assert_int_equal(sheet_format_number(9), SHEET_PERCENT);
	assert_int_equal(sheet_format_number(14), SHEET_DATE);
	assert_int_equal(sheet_format_number(20), SHEET_TIME);
	assert_int_equal(sheet_format_number(22), SHEET_DATE | SHEET_TIME);
	assert_int_equal(sheet_format_number(49), SHEET_PLAIN);
}

static void a_day_or_time_as_in_iso_8601_is_shortened(void **state)
{
	static const struct {
		const char *iso, *text;
	} rows[] = {
	    {"2026-05-01", "2026-05-01"},
	    {"2026-05-01T00:00:00", "2026-05-01"},
	    {"2026-05-01T20:30:00", "2026-05-01 20:30"},
	    {"2026-05-01T20:30:15.5", "2026-05-01 20:30:15"},
	    {"PT20H30M00S", "20:30"},
	    {"PT20H30M", "20:30"},
	    {"PT08H05M09S", "08:05:09"},
	    {"PT20H30M00.5S", "20:30"},
	    {"PT36H00M00S", "36:00"},
	    {"2026-5-1", NULL},
	    {"2026-05-01T", NULL},
	    {"2026-05-01T25:00:00", NULL},
	    {"PTsoon", NULL},
	    {"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char text[SHEET_NUMBER] = "";
		bool done = sheet_iso_text(rows[i].iso, text);

		if (done != (rows[i].text != NULL) ||
		    (done && strcmp(text, rows[i].text) != 0))
			fail_msg("%s gives %s", rows[i].iso, text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_keeps_its_digits_and_loses_its_noise),
	    cmocka_unit_test(a_share_is_shown_in_hundredths),
	    cmocka_unit_test(a_day_is_the_one_that_excel_shows),
	    cmocka_unit_test(a_format_says_what_a_number_is),
	    cmocka_unit_test(a_day_or_time_as_in_iso_8601_is_shortened),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
