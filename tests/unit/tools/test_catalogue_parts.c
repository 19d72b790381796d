/* Plural rules, placeholders, PO files and compiled ones, each on its own. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_run.h"

#include "tools/catalogue/format.h"
#include "tools/catalogue/mo.h"
#include "tools/catalogue/plural.h"
#include "tools/catalogue/po.h"
#include "words/words.h"

static void plural_expressions_give_what_c_gives(void **state)
{
#define SAME(expression)                                                       \
	{                                                                      \
#expression, expression                                        \
	}
	enum { n = 7 };
	static const struct {
		const char *expression;
		unsigned long value;
	} cases[] = {
	    SAME(1 + 2 * 3),
	    SAME((1 + 2) * 3),
	    SAME(10 - 4 - 3),
	    SAME(n % 4 == 3),
	    SAME(!n),
	    SAME(!(n == 8)),
	    SAME(n != 7	 ? 1
		 : n > 6 ? 2
			 : 3),
	    SAME((n < 3) || (n >= 7 && n <= 7)),
	    SAME((0 && 0) || 1),
	    SAME(0 || (1 && 0)),
	    SAME(100 / 7 / 2),
	};
#undef SAME

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		unsigned long value;

		assert_true(plural_value(cases[i].expression, n, &value));
		if (value != cases[i].value)
			fail_msg("%s is %lu, not %lu", cases[i].expression,
				 cases[i].value, value);
	}
}

static void broken_plural_expressions_are_refused(void **state)
{
	static const char *const broken[] = {
	    "",	     "n +",   "(n",    "n)",	"n n",	    "m",
	    "n = 1", "n / 0", "n % 0", "n ? 1", "n ? : 1",  "n : 1",
	    "1 2",   "n & 1", "-1",    "n++",	"system(n)"};
	unsigned long value = 77;
	char deep[1000];

	(void)state;
	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++)
		if (plural_value(broken[i], 5, &value))
			fail_msg("\"%s\" was taken", broken[i]);
	memset(deep, '(', 999);
	deep[999] = '\0';
	assert_false(plural_value(deep, 5, &value));
	memset(deep, '!', 999);
	assert_false(plural_value(deep, 5, &value));
	for (int i = 0; i + 4 < 1000; i += 4)
		memcpy(deep + i, "n?n:", 4);
	assert_false(plural_value(deep, 5, &value));
	assert_int_equal(value, 77);
}

/* COUNT brackets around n. */
static bool nested_is_taken(int count)
{
	char text[200] = "";
	unsigned long value;

	memset(text, '(', (size_t)count);
	text[count] = 'n';
	memset(text + count + 1, ')', (size_t)count);
	return plural_value(text, 5, &value) && value == 5;
}

static void plural_expression_may_be_nested_so_deep_and_no_deeper(void **state)
{
	(void)state;
	assert_true(nested_is_taken(30));
	assert_false(nested_is_taken(41));
	assert_false(nested_is_taken(90));
}

static void plural_rules_are_whole_and_in_range(void **state)
{
	static const struct {
		const char *rule;
		int forms; /* 0: refused */
	} cases[] = {
	    {"nplurals=1; plural=0;", 1},
	    {"nplurals=2; plural=n != 1", 2},
	    {" nplurals = 2 ; plural = n>1 ; ", 2},
	    {"nplurals=2; plural=n;", 0},
	    {"nplurals=1; plural=n != 1;", 0},
	    {"nplurals=0; plural=0;", 0},
	    {"nplurals=7; plural=0;", 0},
	    {"nplurals=22; plural=0;", 0},
	    {"nplurals=2;", 0},
	    {"plural=0;", 0},
	    {"nplurals=2; plural=n==999/(n-999);", 0},
	    {"nplurals=2; plural=n!=1; x", 0},
	    {"nplurals=INTEGER; plural=EXPRESSION;", 0},
	    {"", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct plural plural = {.forms = 0};
		bool read = plural_read(cases[i].rule, &plural);

		if (read != (cases[i].forms > 0) ||
		    plural.forms != cases[i].forms)
			fail_msg("\"%s\": %d", cases[i].rule, plural.forms);
	}
}

static void every_languages_own_rule_works(void **state)
{
	const char *const *languages = words_languages();

	(void)state;
	for (int i = 0; languages[i]; i++) {
		struct plural plural;

		assert_true(
		    plural_read(words_plural_rule(languages[i]), &plural));
		for (int j = 0; j < plural.forms; j++)
			if (plural.uses[j] == 0)
				fail_msg("%s: no number takes form %d",
					 languages[i], j);
	}
}

static void placeholders_are_compared_as_printf_takes_them(void **state)
{
	static const struct {
		const char *source, *translation;
		bool fewer, fits;
	} cases[] = {
	    {"%s is %d", "%2$d: %1$s", false, true},
	    {"%s is %d", "%d: %s", false, false},
	    {"%1$s, %2$s", "%s, %s", false, true},
	    {"%d votes", "%i votes", false, true},
	    {"%d votes", "%ld votes", false, false},
	    {"%lu votes", "%u votes", false, false},
	    {"%d votes", "one vote", true, true},
	    {"%d votes", "one vote", false, false},
	    {"%1$d %2$s", "%2$s", true, false},
	    {"%1$d %2$s", "%1$d", true, true},
	    {"%d", "%d %d", true, false},
	    {"%d %%", "%d %%", false, true},
	    {"%d", "%d %%", false, true},
	    {"%s", "%s and %1$s", false, false},
	    {"%s", "%1$s %1$s", false, true},
	    {"none", "none", false, true},
	    {"none", "%s", false, false},
	    {"none", "%%", false, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct format source, translation;
		bool fits = format_read(cases[i].source, &source) &&
			    format_read(cases[i].translation, &translation) &&
			    format_fits(&source, &translation, cases[i].fewer);

		if (fits != cases[i].fits)
			fail_msg("\"%s\" for \"%s\"", cases[i].translation,
				 cases[i].source);
	}
}

static void what_printf_could_not_take_is_no_format(void **state)
{
	static const char *const broken[] = {
	    "100 %", "%",	  "%y",
	    "%n",    "%1$s %s",	  "%*d",
	    "%lls",  "%ls",	  "%hld",
	    "%zzu",  "%hhhd",	  "%0$s",
	    "%10$s", "%1$d %1$s", "%2$s",
	    "%L",    "%l",	  "%s%s%s%s%s%s%s%s%s%s"};
	struct format format = {.count = 5};

	(void)state;
	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++)
		if (format_read(broken[i], &format))
			fail_msg("\"%s\" was taken", broken[i]);
	assert_int_equal(format.count, 5);
}

/* Reads TEXT as a file; what was wrong goes to *ret_problems. */
static void po_of(const char *text, size_t length, struct po *ret_po,
		  struct problems *ret_problems)
{
	char *folder = disk_folder(), *path = disk_path(folder, "x.po");

	*ret_problems = (struct problems){.list = NULL};
	disk_write(folder, "x.po", text, length);
	po_read(path, "x.po", ret_problems, ret_po);
	free(path);
	disk_remove(folder);
}

static void po_is_read_as_editors_write_it(void **state)
{
	static const char text[] =
	    "\xef\xbb\xbf# Somebody\r\nmsgid \"\"\r\nmsgstr \"\"\r\n"
	    "\"Language: so\\n\"\r\n\"X-Endonym:  A B \\n\"\r\n\r\n"
	    "#. TRANSLATORS: x\n#: a.c:1\n#, fuzzy, c-format\n#| msgid "
	    "\"old\"\n"
	    "msgid \"a \\\"q\\\" \\\\\"\n  \"b\\n\"\nmsgstr \"\" \n\"c\\t\"\n"
	    "#, no-c-format\nmsgctxt \"ctx\"\nmsgid \"one\"\n"
	    "msgid_plural \"many\"\nmsgstr[0] \"e\"\nmsgstr[1] \"f\"\n"
	    "#~ msgid \"dead\"\n#~ msgstr \"x\"\n";
	struct problems problems;
	struct po po;
	char value[20];

	(void)state;
	po_of(text, sizeof(text) - 1, &po, &problems);
	assert_int_equal(problems.mistakes, 0);
	assert_int_equal(po.count, 3);
	po_field(&po, "X-Endonym", value, sizeof(value));
	assert_string_equal(value, "A B");
	po_field(&po, "X-Endonym", value, 3);
	assert_string_equal(value, "");
	po_field(&po, "Endonym", value, sizeof(value));
	assert_string_equal(value, "");
	assert_string_equal(po.messages[1].id, "a \"q\" \\b\n");
	assert_string_equal(po.messages[1].forms[0], "c\t");
	assert_true(po.messages[1].fuzzy);
	assert_true(po.messages[1].c_format);
	assert_int_equal(po.messages[1].line, 11);
	assert_false(po.messages[2].fuzzy);
	assert_false(po.messages[2].c_format);
	assert_string_equal(po.messages[2].context, "ctx");
	assert_string_equal(po.messages[2].plural, "many");
	assert_int_equal(po.messages[2].form_count, 2);
	assert_string_equal(po.messages[2].forms[1], "f");
	po_free(&po);
	problems_clear(&problems);
}

static void what_is_wrong_in_a_po_is_told_once_with_its_line(void **state)
{
	static const struct {
		const char *text;
		size_t length;
		int line;
	} cases[] = {
#define TEXT(text) text, sizeof(text) - 1
	    {TEXT("msgid \"a\"\nmsgstr \"b\n\"c\"\n"), 2},
	    {TEXT("msgid \"a\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n"), 1},
	    {TEXT("msgid \"a\"\nmsgstr \"b\" c\n"), 2},
	    {TEXT("msgid a\nmsgstr \"b\"\n"), 1},
	    {TEXT("\"a\"\n"), 1},
	    {TEXT("msgstr \"a\"\n"), 1},
	    {TEXT("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"\n"), 1},
	    {TEXT("msgid \"a\"\n"), 1},
	    {TEXT("msgid \"a\"\nmsgstr \"\\q\"\n"), 2},
	    {TEXT("msgid \"a\"\nmsgstr \"b\\\n"), 2},
	    {TEXT("msgid \"a\"\nmsgstr[1] \"b\"\n"), 2},
	    {TEXT("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[7] \"c\"\n"), 3},
	    {TEXT("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n"), 3},
	    {TEXT("msgid \"a\"\nmsgstr \"\xe6\"\n"), 2},
	    {TEXT("msgid \"a\"\nmsgstr \"b\0c\"\n"), 2},
	    {TEXT("msgid \"a\"\nmsgstr \"\x1b[2J\"\n"), 2},
	    {TEXT("Dear all,\n"), 1},
#undef TEXT
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct problems problems;
		struct po po;

		po_of(cases[i].text, cases[i].length, &po, &problems);
		if (problems.mistakes != 1 ||
		    problems.list[0].line != cases[i].line)
			fail_msg("case %zu: %d mistakes, the first in line %d",
				 i, problems.mistakes,
				 problems.count ? problems.list[0].line : -1);
		po_free(&po);
		problems_clear(&problems);
	}
}

static void text_that_never_ends_is_refused(void **state)
{
	struct problems problems;
	struct po po;
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);

	(void)state;
	fputs("msgid \"a\"\nmsgstr \"\"\n", out);
	for (int i = 0; i < 200; i++)
		fprintf(out, "\"%050d\"\n", i);
	fclose(out);
	po_of(text, length, &po, &problems);
	assert_int_equal(problems.mistakes, 1);
	assert_int_equal(problems.list[0].line, 2 + PO_TEXT / 50);
	po_free(&po);
	problems_clear(&problems);
	free(text);
}

/* Gettext's own tool reads what was compiled, whatever order it came in. */
static void compiled_catalogue_is_what_gettext_reads(void **state)
{
	struct mo_entry entries[] = {
	    {"one\0many", "e\0f", 8, 3},
	    {"b", "second", 1, 6},
	    {"", "Content-Type: text/plain; charset=UTF-8\n", 0, 40},
	    {"a", "først", 1, 6},
	};
	char *folder = disk_folder(), *path = disk_path(folder, "x.mo");
	size_t length;
	char *file = mo_write(entries, 4, &length), *said, *line = NULL;

	(void)state;
	assert_non_null(file);
	disk_write(folder, "x.mo", file, length);
	assert_true(asprintf(&line, "msgunfmt -o %s/x.po %s", folder, path) >
		    0);
	assert_int_equal(system(line), 0);
	free(path);
	path = disk_path(folder, "x.po");
	said = disk_read(path, NULL);
	assert_non_null(said);
	assert_non_null(strstr(said, "msgid \"a\"\nmsgstr \"først\"\n\n"
				     "msgid \"b\"\nmsgstr \"second\"\n\n"
				     "msgid \"one\"\nmsgid_plural \"many\"\n"
				     "msgstr[0] \"e\"\nmsgstr[1] \"f\"\n"));
	free(said);
	free(line);
	free(file);
	free(path);
	disk_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(plural_expressions_give_what_c_gives),
	    cmocka_unit_test(broken_plural_expressions_are_refused),
	    cmocka_unit_test(
		plural_expression_may_be_nested_so_deep_and_no_deeper),
	    cmocka_unit_test(plural_rules_are_whole_and_in_range),
	    cmocka_unit_test(every_languages_own_rule_works),
	    cmocka_unit_test(placeholders_are_compared_as_printf_takes_them),
	    cmocka_unit_test(what_printf_could_not_take_is_no_format),
	    cmocka_unit_test(po_is_read_as_editors_write_it),
	    cmocka_unit_test(what_is_wrong_in_a_po_is_told_once_with_its_line),
	    cmocka_unit_test(text_that_never_ends_is_refused),
	    cmocka_unit_test(compiled_catalogue_is_what_gettext_reads),
	};

	words_language("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
