/* Which languages are known, on which side they begin, their plural forms, and
 * whether residents have read their words. */
#include "tests/lib/cmocka_all.h"

#include <sys/stat.h>

#include "words/language.h"
#include "words/words.h"

static char home[64];

/* Runs the shell line that FORMAT makes; it must go well. */
static void shell(const char *format, ...)
{
	char line[8192];
	va_list values;

	va_start(values, format);
	vsnprintf(line, sizeof(line), format, values);
	va_end(values);
	assert_int_equal(system(line), 0);
}

/* Compiles a catalogue as DOMAIN's into FOLDER; PLURAL and MORE are lines of
 * its header, BODY the rest. */
static void catalogue_make(const char *folder, const char *domain,
			   const char *code, const char *plural,
			   const char *more, const char *body)
{
	char path[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s/made.po", home);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file,
		"msgid \"\"\nmsgstr \"\"\n\"Language: %s\\n\"\n"
		"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
		"\"Plural-Forms: %s\\n\"\n%s\n%s",
		code, plural, more, body);
	assert_int_equal(fclose(file), 0);
	shell("mkdir -p %s/%s/LC_MESSAGES && "
	      "msgfmt -o %s/%s/LC_MESSAGES/%s.mo %s",
	      folder, code, folder, code, domain, path);
}

/* The same with the plural forms of kiosk/words. */
static void catalogue_built(const char *code, const char *more,
			    const char *body)
{
	char folder[256];

	snprintf(folder, sizeof(folder), "%s/built", home);
	catalogue_make(folder, "stemmeboks", code, words_plural_rule(code),
		       more, body);
}

static void catalogue_own(const char *code, const char *more, const char *body)
{
	char folder[256];

	snprintf(folder, sizeof(folder), "%s/stemmeboks/lang", home);
	catalogue_make(folder, WORDS_OWN, code, "nplurals=2; plural=(n != 1);",
		       more, body);
}

/* A new folder of the user and of the program, without catalogues. */
static int set_up(void **state)
{
	char folder[256];

	(void)state;
	strcpy(home, "/tmp/stemmeboks-own-XXXXXX");
	assert_non_null(mkdtemp(home));
	setenv("XDG_DATA_HOME", home, 1);
	snprintf(folder, sizeof(folder), "%s/built", home);
	words_open(folder);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	unsetenv("XDG_DATA_HOME");
	shell("rm -r %s", home);
	return 0;
}

static void arabic_persian_urdu_and_their_kin_begin_on_the_right(void **state)
{
	static const char *const right[] = {"ar",  "ckb", "fa",
					    "prs", "ps",  "ur"};
	const char *const *languages = words_languages();
	int count = 0;

	(void)state;
	for (int i = 0; i < 6; i++)
		assert_true(words_rtl(right[i]));
	for (int i = 0; languages[i]; i++)
		count += words_rtl(languages[i]);
	assert_int_equal(count, 6);
	assert_false(words_rtl("ku"));
	assert_false(words_rtl("xx"));
	assert_false(words_rtl(NULL));
}

static void
every_language_has_a_name_for_others_and_no_two_the_same(void **state)
{
	const char *const *languages = words_languages();

	(void)state;
	for (int i = 0; languages[i]; i++) {
		if (!*words_exonym(languages[i]))
			fail_msg("%s has none", languages[i]);
		for (int k = 0; k < i; k++)
			assert_string_not_equal(words_exonym(languages[i]),
						words_exonym(languages[k]));
	}
	assert_string_equal(words_exonym("da"), "Danish");
	assert_string_equal(words_exonym("xx"), "");
}

static void only_a_code_in_small_letters_is_a_folder_name(void **state)
{
	static const char *const good[] = {"so", "ckb", "pt-br", "en-xa",
					   "zh-hant-tw"};
	static const char *const bad[] = {
	    "",	   "s",	    "soma",	    "../x",  "s/o",   "so/", "so-",
	    "SO",  "so_SO", "so.UTF-8",	    "so:en", "so-a",  "-so", ".",
	    "s o", "sø",    "so-abcdefghi", "en-XA", "so--so"};

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		assert_true(language_code_is(good[i]));
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		if (language_code_is(bad[i]))
			fail_msg("\"%s\" was taken for a code", bad[i]);
		assert_null(words_known(bad[i]));
	}
}

/* The forms are named for CLDR's categories, so that the expected words are the
 * categories that CLDR gives these numbers. */
static void numbers_take_the_form_of_their_language(void **state)
{
	static const char key[] = "msgid \"one\"\nmsgid_plural \"many\"\n";
	static const struct {
		const char *code, *forms;
	} made[] = {
	    {"ar", "zero one two few many other"},
	    {"pl", "one few many"},
	    {"uk", "one few many"},
	    {"fa", "one other"},
	    {"tr", "one other"},
	    {"ur", "one other"},
	    {"so", "one other"},
	    {"ku", "one other"},
	};
	static const struct {
		const char *code;
		unsigned long number;
		const char *form;
	} cases[] = {
	    {"ar", 0, "zero"},	 {"ar", 1, "one"},     {"ar", 2, "two"},
	    {"ar", 3, "few"},	 {"ar", 10, "few"},    {"ar", 11, "many"},
	    {"ar", 99, "many"},	 {"ar", 100, "other"}, {"ar", 102, "other"},
	    {"ar", 103, "few"},	 {"ar", 111, "many"},  {"pl", 1, "one"},
	    {"pl", 0, "many"},	 {"pl", 2, "few"},     {"pl", 5, "many"},
	    {"pl", 12, "many"},	 {"pl", 21, "many"},   {"pl", 22, "few"},
	    {"pl", 112, "many"}, {"uk", 1, "one"},     {"uk", 11, "many"},
	    {"uk", 21, "one"},	 {"uk", 22, "few"},    {"uk", 14, "many"},
	    {"uk", 0, "many"},	 {"fa", 0, "one"},     {"fa", 1, "one"},
	    {"fa", 2, "other"},	 {"tr", 1, "one"},     {"tr", 0, "other"},
	    {"ur", 1, "one"},	 {"so", 1, "one"},     {"so", 2, "other"},
	    {"ku", 1, "one"},	 {"ku", 0, "other"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(made) / sizeof(*made); i++) {
		char body[1024], forms[64], *rest = forms, *form;
		int length = snprintf(body, sizeof(body), "%s", key);

		strcpy(forms, made[i].forms);
		for (int j = 0; (form = strtok_r(NULL, " ", &rest)); j++)
			length += snprintf(body + length,
					   sizeof(body) - (size_t)length,
					   "msgstr[%d] \"%s\"\n", j, form);
		catalogue_built(made[i].code, "", body);
	}
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		words_language(cases[i].code);
		if (strcmp(words_plural("one", "many", cases[i].number),
			   cases[i].form) != 0)
			fail_msg("%s %lu takes \"%s\", not \"%s\"",
				 cases[i].code, cases[i].number,
				 words_plural("one", "many", cases[i].number),
				 cases[i].form);
	}
}

static void own_words_come_first_and_the_programs_serve_the_rest(void **state)
{
	(void)state;
	catalogue_built("so", "",
			"msgid \"Next\"\nmsgstr \"built next\"\n\n"
			"msgid \"Back\"\nmsgstr \"built back\"\n\n"
			"msgid \"%d vote\"\nmsgid_plural \"%d votes\"\n"
			"msgstr[0] \"built one\"\nmsgstr[1] \"built many\"\n");
	catalogue_own("so", "",
		      "msgctxt \"language\"\nmsgid \"code\"\nmsgstr \"so\"\n\n"
		      "msgid \"Next\"\nmsgstr \"own next\"\n");
	words_language("so");
	assert_string_equal(_("Next"), "own next");
	assert_string_equal(_("Back"), "built back");
	assert_string_equal(words_plural("%d vote", "%d votes", 1),
			    "built one");
	assert_string_equal(_("Help"), "Help");
	words_language("en");
	assert_string_equal(_("Next"), "Next");
}

static void organisers_make_a_new_language_known(void **state)
{
	(void)state;
	assert_null(words_known("sw"));
	/* Looked for once more below, though it was not there. */
	tear_down(state);
	set_up(state);
	catalogue_own(
	    "sw", "",
	    "msgctxt \"language\"\nmsgid \"code\"\nmsgstr \"sw\"\n\n"
	    "msgctxt \"language\"\nmsgid \"name\"\nmsgstr \"Kiswahili\"\n\n"
	    "msgctxt \"language\"\nmsgid \"direction\"\nmsgstr \"rtl\"\n\n"
	    "msgid \"Next\"\nmsgstr \"Mbele\"\n");
	words_language("da");
	assert_string_equal(words_known("sw"), "sw");
	assert_string_equal(words_endonym("sw"), "Kiswahili");
	assert_true(words_rtl("sw"));
	assert_true(words_translated("sw"));
	assert_false(words_built_in("sw"));
	/* To ask about one does not change the one in use. */
	assert_string_equal(words_language(NULL), "da");
	assert_string_equal(words_language("sw"), "sw");
	assert_string_equal(words_language(NULL), "sw");
	assert_string_equal(_("Next"), "Mbele");
	assert_string_equal(_("Back"), "Back");
}

static void amounts_in_a_new_language_are_written_as_in_danish(void **state)
{
	char text[MONEY_TEXT];

	(void)state;
	catalogue_own("sw", "",
		      "msgctxt \"language\"\nmsgid \"code\"\nmsgstr \"sw\"\n");
	assert_string_equal(words_language("sw"), "sw");
	words_money(2500050, text);
	assert_string_equal(text, "25.000,50\u00a0kr.");
}

static void words_are_reviewed_once_two_residents_have_signed(void **state)
{
	static const struct {
		const char *code, *more;
		bool reviewed;
	} cases[] = {
	    {"so", "\"X-Review-1: A\\n\"\n\"X-Review-2: B\\n\"\n", true},
	    {"ar", "\"X-Review-1: A\\n\"\n\"X-Review-2: \\n\"\n", false},
	    {"pl", "\"X-Review-1: \\n\"\n\"X-Review-2: B\\n\"\n", false},
	    {"uk", "", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		catalogue_built(cases[i].code, cases[i].more,
				"msgid \"Next\"\nmsgstr \"x\"\n");
		if (words_reviewed(cases[i].code) != cases[i].reviewed)
			fail_msg("%s is wrong", cases[i].code);
	}
	assert_true(words_reviewed("da"));
	assert_true(words_reviewed("en"));
	assert_false(words_reviewed("tr"));
	assert_false(words_reviewed("xx"));
	assert_false(words_reviewed(NULL));
}

static void own_words_need_names_and_the_programs_where_they_end(void **state)
{
	static const char both[] =
	    "\"X-Review-1: A\\n\"\n\"X-Review-2: B\\n\"\n";
	static const char part[] = "msgctxt \"language\"\nmsgid \"code\"\n"
				   "msgstr \"%s\"\n";
	static const char whole[] = "msgctxt \"language\"\nmsgid \"code\"\n"
				    "msgstr \"%s\"\n\nmsgctxt \"language\"\n"
				    "msgid \"whole\"\nmsgstr \"yes\"\n";
	static const struct {
		const char *code, *built, *own;
		bool whole, reviewed;
	} cases[] = {
	    {"so", both, "", false, false}, {"ar", both, both, false, true},
	    {"pl", "", both, false, false}, {"uk", "", both, true, true},
	    {"tr", both, "", true, false},  {"da", "", "", false, false},
	    {"en", "", both, false, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char body[256];

		snprintf(body, sizeof(body), cases[i].whole ? whole : part,
			 cases[i].code);
		catalogue_built(cases[i].code, cases[i].built,
				"msgid \"Next\"\nmsgstr \"x\"\n");
		catalogue_own(cases[i].code, cases[i].own, body);
		if (words_reviewed(cases[i].code) != cases[i].reviewed)
			fail_msg("%s is wrong", cases[i].code);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(arabic_persian_urdu_and_their_kin_begin_on_the_right),
	    TEST(every_language_has_a_name_for_others_and_no_two_the_same),
	    TEST(only_a_code_in_small_letters_is_a_folder_name),
	    TEST(numbers_take_the_form_of_their_language),
	    TEST(own_words_come_first_and_the_programs_serve_the_rest),
	    TEST(organisers_make_a_new_language_known),
	    TEST(amounts_in_a_new_language_are_written_as_in_danish),
	    TEST(words_are_reviewed_once_two_residents_have_signed),
	    TEST(own_words_need_names_and_the_programs_where_they_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
