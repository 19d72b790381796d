/* Languages, plurals, money and dates, with the catalogues of the build. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/words_build.h"

#include <sys/stat.h>
#include <unistd.h>

#include "words/words.h"

#define KR "\u00a0kr."

static const char *both(unsigned long votes)
{
	return words_plural("Proposals %s both have %lu vote.",
			    "Proposals %s both have %lu votes.", votes);
}

static void words_start_in_english(void **state)
{
	words_build_open(state);
	assert_string_equal(words_language(NULL), "en");
	assert_string_equal(_("Nobody chose it."), "Nobody chose it.");
}

static void language_changes_at_once_and_back(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_string_equal(words_language("da"), "da");
		assert_string_equal(_("Nobody chose it."),
				    "Ingen har valgt det.");
		assert_string_equal(words_language("en"), "en");
		assert_string_equal(_("Nobody chose it."), "Nobody chose it.");
	}
}

static void asking_for_the_language_changes_nothing(void **state)
{
	(void)state;
	words_language("da");
	assert_string_equal(words_language(NULL), "da");
	assert_string_equal(_("draft"), "kladde");
}

static void unknown_language_gives_english(void **state)
{
	(void)state;
	words_language("da");
	assert_string_equal(words_language("xx"), "en");
	assert_string_equal(_("draft"), "draft");
	assert_string_equal(words_language("../../tmp"), "en");
	assert_string_equal(words_language(""), "en");
}

static void language_without_catalogue_gives_english_words(void **state)
{
	(void)state;
	assert_string_equal(words_language("kl"), "kl");
	assert_false(words_translated("kl"));
	assert_string_equal(_("draft"), "draft");
	assert_true(words_translated("da"));
	assert_true(words_translated("en"));
	assert_false(words_translated("xx"));
	words_language("da");
	assert_string_equal(_("draft"), "kladde");
}

static void word_without_translation_stays_as_it_is(void **state)
{
	(void)state;
	words_language("da");
	assert_string_equal(words_get("a key that no catalogue has"),
			    "a key that no catalogue has");
	/* The empty key would be the catalogue's header. */
	assert_string_equal(words_get(""), "");
}

static void one_and_many_have_their_own_forms(void **state)
{
	(void)state;
	words_language("en");
	assert_string_equal(both(1), "Proposals %s both have %lu vote.");
	assert_string_equal(both(0), "Proposals %s both have %lu votes.");
	words_language("da");
	assert_string_equal(both(1), "Forslag %s har begge %lu stemme.");
	assert_string_equal(both(2), "Forslag %s har begge %lu stemmer.");
	assert_string_equal(both(0), "Forslag %s har begge %lu stemmer.");
	assert_string_equal(both(21), "Forslag %s har begge %lu stemmer.");
}

static void money_is_written_as_the_language_does(void **state)
{
	static const struct {
		int64_t minor;
		const char *da, *en;
	} cases[] = {
	    {0, "0" KR, "0" KR},
	    {50, "0,50" KR, "0.50" KR},
	    {2500000, "25.000" KR, "25,000" KR},
	    {4926550, "49.265,50" KR, "49,265.50" KR},
	    {MONEY_MAX_MINOR, "10.000.000.000" KR, "10,000,000,000" KR},
	    {-100, "-1" KR, "-1" KR},
	    {INT64_MIN, "-92.233.720.368.547.758,08" KR,
	     "-92,233,720,368,547,758.08" KR},
	};
	char text[MONEY_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		words_language("da");
		words_money(cases[i].minor, text);
		assert_string_equal(text, cases[i].da);
		words_language("en");
		words_money(cases[i].minor, text);
		assert_string_equal(text, cases[i].en);
	}
}

static void dates_are_written_as_the_language_does(void **state)
{
	static const struct {
		const char *iso, *da, *en;
	} cases[] = {
	    {"2015-11-10", "10. november 2015", "10 November 2015"},
	    {"2024-02-29", "29. februar 2024", "29 February 2024"},
	    {"2026-05-01", "1. maj 2026", "1 May 2026"},
	    {"2000-02-29", "29. februar 2000", "29 February 2000"},
	};
	char text[64];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		words_language("da");
		words_date(cases[i].iso, text, sizeof(text));
		assert_string_equal(text, cases[i].da);
		words_language("en");
		words_date(cases[i].iso, text, sizeof(text));
		assert_string_equal(text, cases[i].en);
	}
}

static void times_are_written_as_the_language_does(void **state)
{
	static const struct {
		const char *hhmm, *da, *en;
	} cases[] = {
	    {"20:30", "20.30", "20:30"},
	    {"00:00", "00.00", "00:00"},
	    {"23:59", "23.59", "23:59"},
	};
	char text[16];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		words_language("da");
		words_time(cases[i].hhmm, text, sizeof(text));
		assert_string_equal(text, cases[i].da);
		words_language("en");
		words_time(cases[i].hhmm, text, sizeof(text));
		assert_string_equal(text, cases[i].en);
	}
}

static void what_is_no_time_stays_as_it_is(void **state)
{
	static const char *const texts[] = {"",	    "late",  "24:00", "20:60",
					    "8:30", "20.30", "20:3x", "20:300"};
	char text[16];

	(void)state;
	words_language("da");
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		words_time(texts[i], text, sizeof(text));
		assert_string_equal(text, texts[i]);
	}
}

static void what_is_no_date_stays_as_it_is(void **state)
{
	static const char *const texts[] = {
	    "",
	    "tonight",
	    "2015-13-01",
	    "2015-00-01",
	    "2015-11-31",
	    "2015-02-29",
	    "1900-02-29",
	    "2015-11-00",
	    "2015-11-1",
	    "2015/11/10",
	    "+015-11-10",
	    "2015-11-10 ",
	    "2015-11-1\n",
	};
	char text[64];

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		words_date(texts[i], text, sizeof(text));
		assert_string_equal(text, texts[i]);
	}
	words_date("2015-11-10", text, 5);
	assert_int_equal(strlen(text), 4);
}

static void every_language_has_a_name_of_its_own(void **state)
{
	const char *const *languages = words_languages();

	(void)state;
	for (int i = 0; languages[i]; i++) {
		assert_non_null(words_endonym(languages[i]));
		for (int j = 0; j < i; j++) {
			assert_string_not_equal(languages[i], languages[j]);
			assert_string_not_equal(words_endonym(languages[i]),
						words_endonym(languages[j]));
		}
	}
	assert_string_equal(words_endonym("da"), "Dansk");
	assert_string_equal(words_endonym("ar"), "العربية");
	assert_string_equal(words_endonym("ti"), "ትግርኛ");
	assert_null(words_endonym("xx"));
	assert_null(words_endonym(NULL));
}

/* Copies the Danish catalogue into a new folder, which *folder names. */
static void catalogue_copy(char folder[], char path[], size_t size)
{
	char command[4096];

	assert_non_null(mkdtemp(folder));
	snprintf(path, size, "%s/da/LC_MESSAGES/stemmeboks.mo", folder);
	snprintf(command, sizeof(command),
		 "install -D -m 644 %s/lang/da/LC_MESSAGES/stemmeboks.mo %s",
		 getenv("STEMMEBOKS_BUILD"), path);
	assert_int_equal(system(command), 0);
}

static void after_the_first_word_no_file_is_read(void **state)
{
	char folder[] = "/tmp/stemmeboks-words-XXXXXX";
	char path[256];

	catalogue_copy(folder, path, sizeof(path));
	words_open(folder);
	words_language("da");
	assert_string_equal(_("draft"), "kladde");
	words_language("en");
	assert_string_equal(_("draft"), "draft");
	assert_int_equal(unlink(path), 0);
	words_language("da");
	assert_string_equal(_("ready"), "klar");
	snprintf(path, sizeof(path), "rm -r %s", folder);
	assert_int_equal(system(path), 0);
	words_build_open(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_start_in_english),
	    cmocka_unit_test(language_changes_at_once_and_back),
	    cmocka_unit_test(asking_for_the_language_changes_nothing),
	    cmocka_unit_test(unknown_language_gives_english),
	    cmocka_unit_test(language_without_catalogue_gives_english_words),
	    cmocka_unit_test(word_without_translation_stays_as_it_is),
	    cmocka_unit_test(one_and_many_have_their_own_forms),
	    cmocka_unit_test(money_is_written_as_the_language_does),
	    cmocka_unit_test(dates_are_written_as_the_language_does),
	    cmocka_unit_test(times_are_written_as_the_language_does),
	    cmocka_unit_test(what_is_no_time_stays_as_it_is),
	    cmocka_unit_test(what_is_no_date_stays_as_it_is),
	    cmocka_unit_test(every_language_has_a_name_of_its_own),
	    cmocka_unit_test(after_the_first_word_no_file_is_read),
	};

	return cmocka_run_group_tests(tests, words_build_open, NULL);
}
