/* Letters, days and times one by one. */
#include "tests/lib/cmocka_all.h"

#include "tools/import/import_date.h"
#include "tools/import/import_text.h"
#include "core/utf8.h"

static void days_are_read_as_danish_spreadsheets_save_them(void **state)
{
	static const struct {
		const char *text, *date; /* NULL: refused */
	} cases[] = {
	    {"2015-11-10", "2015-11-10"}, {"10-11-2015", "2015-11-10"},
	    {"10.11.2015", "2015-11-10"}, {"1.2.2016", "2016-02-01"},
	    {"2016-2-1", "2016-02-01"},	  {"29-02-2016", "2016-02-29"},
	    {"29-02-2000", "2000-02-29"}, {"29-02-2015", NULL},
	    {"29-02-1900", NULL},	  {"31-04-2015", NULL},
	    {"0-1-2015", NULL},		  {"1-0-2015", NULL},
	    {"1-13-2015", NULL},	  {"10/11/2015", NULL},
	    {"10-11-15", NULL},		  {"10-11.2015", NULL},
	    {"2015.11.10", NULL},	  {"10. november", NULL},
	    {"10-11-2015 ", NULL},	  {"10-11-20155", NULL},
	    {"-1-1-2015", NULL},	  {"", NULL},
	    {"3000-01-01", NULL},	  {"1899-12-31", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char date[DATE_TEXT] = "kept";
		bool read = date_read(cases[i].text, date);
		const char *wanted = cases[i].date ? cases[i].date : "kept";

		if (read != (cases[i].date != NULL) ||
		    strcmp(date, wanted) != 0)
			fail_msg("\"%s\" gave %s", cases[i].text, date);
	}
}

static void times_are_read_with_colon_or_point(void **state)
{
	static const struct {
		const char *text, *time;
	} cases[] = {
	    {"20:30", "20:30"}, {"20.30", "20:30"}, {"9:05", "09:05"},
	    {"0.00", "00:00"},	{"23:59", "23:59"}, {"24:00", NULL},
	    {"12:60", NULL},	{"1230", NULL},	    {"12:5", NULL},
	    {"12:300", NULL},	{"", NULL},	    {":30", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char time[TIME_TEXT] = "kept";
		bool read = time_read(cases[i].text, time);

		assert_true(read == (cases[i].time != NULL));
		assert_string_equal(time,
				    cases[i].time ? cases[i].time : "kept");
	}
}

static void only_shortest_forms_of_real_characters_are_utf8(void **state)
{
	static const struct {
		const char *bytes;
		size_t length, size;
		uint32_t character;
	} cases[] = {
	    {"a", 1, 1, 'a'},
	    {"\xc3\xa6", 2, 2, 0xe6},
	    {"\xe2\x82\xac", 3, 3, 0x20ac},
	    {"\xf0\x9f\x99\x82", 4, 4, 0x1f642},
	    {"\xf4\x8f\xbf\xbf", 4, 4, 0x10ffff},
	    {"\xc3", 1, 0, 0},		   /* cut */
	    {"\xe2\x82", 2, 0, 0},	   /* cut */
	    {"\xa6", 1, 0, 0},		   /* goes on from nothing */
	    {"\xc3(", 2, 0, 0},		   /* does not go on */
	    {"\xc0\xaf", 2, 0, 0},	   /* '/' written long */
	    {"\xe0\x80\xaf", 3, 0, 0},	   /* '/' longer still */
	    {"\xed\xa0\x80", 3, 0, 0},	   /* half of a pair */
	    {"\xf4\x90\x80\x80", 4, 0, 0}, /* above the last */
	    {"\xff", 1, 0, 0},
	    {"", 0, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		uint32_t character = 0;

		assert_int_equal(
		    utf8_read(cases[i].bytes, cases[i].length, &character),
		    cases[i].size);
		assert_int_equal(character, cases[i].character);
	}
}

static void letters_are_counted_not_bytes(void **state)
{
	(void)state;
	assert_int_equal(utf8_characters(""), 0);
	assert_int_equal(utf8_characters("Bænke"), 5);
	assert_int_equal(utf8_characters("حديقة"), 5);
	assert_int_equal(utf8_characters("🙂"), 1);
}

static void marks_that_deceive_are_forbidden_and_writing_is_not(void **state)
{
	static const char *const fine[] = {
	    "Bænke", "حديقة",	 "نمی‌خواهم", "a\u200fb", "தமிழ்",
	    "🙂",  "a\u00a0b",
	};
	static const char *const wrong[] = {
	    "a\x01",   "a\x1b[2J", "a\x7f",  "a\xc2\x85", "a\u202eb",
	    "a\u2067", "a\ufeffb", "\ufffd", "a\u2028",	  "a\U000e0041",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(fine) / sizeof(*fine); i++)
		assert_null(text_forbidden(fine[i], false));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_non_null(text_forbidden(wrong[i], true));
	assert_null(text_forbidden("a\nb\tc", true));
	assert_non_null(text_forbidden("a\nb", false));
	assert_non_null(text_forbidden("a\tb", false));
}

static void every_byte_of_windows_1252_is_converted(void **state)
{
	static const char *const expected =
	    "€ ‚ ƒ „ … † ‡ ˆ ‰ Š ‹ Œ Ž ‘ ’ “ ” • – — ˜ ™ š › œ ž Ÿ ";
	struct problems problems = {0};
	struct import_text text;
	char bytes[80];
	size_t length = 0;

	(void)state;
	for (int byte = 0x80; byte < 0xa0; byte++)
		if (byte != 0x81 && byte != 0x8d && byte != 0x8f &&
		    byte != 0x90 && byte != 0x9d) {
			bytes[length++] = (char)byte;
			bytes[length++] = ' ';
		}
	assert_true(import_text_convert(bytes, length, "x", &problems, &text));
	assert_string_equal(text.bytes, expected);
	import_text_free(&text);
	assert_int_equal(problems.mistakes, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(days_are_read_as_danish_spreadsheets_save_them),
	    cmocka_unit_test(times_are_read_with_colon_or_point),
	    cmocka_unit_test(only_shortest_forms_of_real_characters_are_utf8),
	    cmocka_unit_test(letters_are_counted_not_bytes),
	    cmocka_unit_test(
		marks_that_deceive_are_forbidden_and_writing_is_not),
	    cmocka_unit_test(every_byte_of_windows_1252_is_converted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
