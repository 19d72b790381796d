/* The catalogues hold every word of the source, and the check would notice. */
#include "tests/lib/cmocka_all.h"

#include <sys/wait.h>

#include "words/words.h"

/* Runs COMMAND, a format for one folder; what it says goes to *ret_said. */
static int run(const char *folder, const char *command, char *ret_said,
	       size_t size)
{
	char line[4096];
	size_t length;
	FILE *pipe;

	snprintf(line, sizeof(line), "cd '%s' && { %s; } 2>&1", folder,
		 command);
	pipe = popen(line, "r");
	assert_non_null(pipe);
	length = fread(ret_said, 1, size - 1, pipe);
	ret_said[length] = '\0';
	return WEXITSTATUS(pclose(pipe));
}

static void every_word_of_the_source_is_translated(void **state)
{
	char said[16384];
	int code =
	    run(".", "tools/dev/words-update.sh --check", said, sizeof(said));

	(void)state;
	if (code != 0)
		print_error("%s\n", said);
	assert_int_equal(code, 0);
}

/* Posters hang on the wall; the protocol is for organisers. */
static void what_hangs_on_the_wall_is_among_residents_words(void **state)
{
	static char said[262144];

	(void)state;
	assert_int_equal(run(".", "tools/dev/words-update.sh --residents", said,
			     sizeof(said)),
			 0);
	assert_non_null(strstr(said, "msgid \"How to vote\""));
	assert_non_null(strstr(said, "msgid \"Not translated\""));
	assert_null(strstr(said, "msgid \"Meeting made\""));
}

/* A catalogue of the tree in FOLDER; MORE are lines of its header, PO is the
 * rest. */
static void catalogue_write(const char *folder, const char *language,
			    const char *plural, const char *more,
			    const char *po)
{
	char path[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s/assets/lang/%s.po", folder, language);
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file,
		"msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: x\\n\"\n"
		"\"PO-Revision-Date: 2025-01-01 00:00+0000\\n\"\n"
		"\"Last-Translator: x\\n\"\n\"Language-Team: x\\n\"\n"
		"\"Language: %s\\n\"\n\"MIME-Version: 1.0\\n\"\n"
		"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
		"\"Content-Transfer-Encoding: 8bit\\n\"\n"
		"\"Plural-Forms: %s\\n\"\n%s\n%s",
		language, plural, more, po);
	assert_int_equal(fclose(file), 0);
}

/* A small tree with one program and a Danish catalogue, of which PO is all but
 * the header. */
static void tree_write(const char *folder, const char *source, const char *po)
{
	char path[256], said[1024];
	FILE *file;

	snprintf(said, sizeof(said),
		 "mkdir -p %s/tools/dev %s/kiosk %s/assets/lang && "
		 "cp tools/dev/words-update.sh %s/tools/dev && "
		 "cp assets/lang/en.po %s/assets/lang",
		 folder, folder, folder, folder, folder);
	assert_int_equal(system(said), 0);
	snprintf(path, sizeof(path), "%s/kiosk/a.c", folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(source, file);
	fclose(file);
	catalogue_write(folder, "da", "nplurals=2; plural=(n != 1);", "", po);
}

static const char source[] = "int f(void) { return g(_(\"%s is here\")); }\n";

static void check_notices_what_a_catalogue_lacks(void **state)
{
	static const struct {
		const char *po;
		int code;
	} cases[] = {
	    {"#, c-format\nmsgid \"%s is here\"\nmsgstr \"%s er her\"\n", 0},
	    {"", 1},
	    {"#, c-format\nmsgid \"%s is here\"\nmsgstr \"\"\n", 1},
	    {"#, fuzzy, c-format\nmsgid \"%s is here\"\nmsgstr \"%s er\"\n", 1},
	    {"#, c-format\nmsgid \"%s is here\"\nmsgstr \"%d er her\"\n", 1},
	    {"#, c-format\nmsgid \"%s is here\"\nmsgstr \"Den er her\"\n", 1},
	};
	char folder[] = "/tmp/stemmeboks-po-XXXXXX", said[4096];

	(void)state;
	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		tree_write(folder, source, cases[i].po);
		assert_int_equal(run(folder,
				     "tools/dev/words-update.sh --check", said,
				     sizeof(said)),
				 cases[i].code);
	}
	snprintf(said, sizeof(said), "rm -r %s", folder);
	assert_int_equal(system(said), 0);
}

static void update_adds_new_words_and_keeps_the_others_untouched(void **state)
{
	static const char update[] = "tools/dev/words-update.sh";
	static const char old[] =
	    "#, c-format\nmsgid \"%s is here\"\nmsgstr \"%s er her\"\n"
	    "\nmsgid \"gone\"\nmsgstr \"borte\"\n";
	static const char longer[] =
	    "\n\n\nint f(void) { return g(_(\"%s is here\")); }\n"
	    "const char *const k = N_(\"new\");\n";
	char folder[] = "/tmp/stemmeboks-po-XXXXXX", said[4096];

	(void)state;
	assert_non_null(mkdtemp(folder));
	tree_write(folder, longer, old);
	assert_int_equal(run(folder, update, said, sizeof(said)), 0);
	run(folder, "cat assets/lang/da.po", said, sizeof(said));
	assert_non_null(strstr(said, "msgstr \"%s er her\""));
	assert_non_null(strstr(said, "msgid \"new\"\nmsgstr \"\""));
	assert_null(strstr(said, "gone"));
	assert_null(strstr(said, "a.c"));
	/* Again, with every line moved: not a byte changes. */
	assert_int_equal(run(folder,
			     "cp assets/lang/da.po before && "
			     "sed -i '1i//' kiosk/a.c && "
			     "tools/dev/words-update.sh && "
			     "cmp before assets/lang/da.po",
			     said, sizeof(said)),
			 0);
	snprintf(said, sizeof(said), "rm -r %s", folder);
	assert_int_equal(system(said), 0);
}

/* Of the same tree: a text that residents see, one that only organisers see,
 * and the tables that the check reads. */
static void residents_write(const char *folder)
{
	char said[1024];

	snprintf(said, sizeof(said),
		 "cd %s && mkdir -p kiosk/voter kiosk/words kiosk/core && "
		 "cp \"$OLDPWD\"/kiosk/words/*.def kiosk/words && "
		 "echo 'f(_(\"Vote\"), STATUS_USED);' >kiosk/voter/v.c && "
		 "echo 'STATUS(USED, \"used\", 5, N_(\"Used\"))' "
		 ">kiosk/core/status.def && "
		 "echo 'STATUS(DISK, \"disk\", 1, N_(\"Disk\"))' "
		 ">>kiosk/core/status.def",
		 folder);
	assert_int_equal(system(said), 0);
}

static const char of_residents[] = "msgid \"Vote\"\nmsgstr \"a\"\n\n"
				   "msgid \"Used\"\nmsgstr \"b\"\n\n"
				   "msgid \"Get your slip\"\nmsgstr \"c\"\n\n"
				   "msgid \"Scan it\"\nmsgstr \"d\"\n\n"
				   "msgid \"Choose proposals\"\nmsgstr \"e\"\n";

static const char danish[] =
    "#, c-format\nmsgid \"%s is here\"\nmsgstr \"%s er her\"\n\n"
    "msgid \"Disk\"\nmsgstr \"f\"\n\n";

static const char both[] = "\"X-Review-1: \\n\"\n\"X-Review-2: \\n\"\n";

static void other_languages_need_what_residents_see_and_a_header(void **state)
{
	static const char one[] = "nplurals=2; plural=(n != 1);";
	static const struct {
		const char *language, *plural, *more, *words;
		const char *said; /* what the check complains about */
	} cases[] = {
	    {"so", one, both, "", "so.po lacks these words"},
	    {"tr", one, "", of_residents, "tr.po: its header has no X-Review"},
	    {"ku", one, "\"X-Review-1: \\n\"\n", of_residents,
	     "ku.po: its header has no X-Review"},
	    {"ur", "nplurals=2; plural=(n > 1);", both, of_residents,
	     "ur.po: its Plural-Forms are not"},
	    {"ar", one, both, of_residents, "plural.def: nplurals=6; "},
	    {"xx", one, both, of_residents, "xx.po: its Plural-Forms are not"},
	};
	char folder[] = "/tmp/stemmeboks-po-XXXXXX", said[8192], po[2048];

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(po, sizeof(po), "%s%s", danish, of_residents);
	tree_write(folder, source, po);
	residents_write(folder);
	catalogue_write(folder, "so", one, both, of_residents);
	assert_int_equal(run(folder, "tools/dev/words-update.sh --check", said,
			     sizeof(said)),
			 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		catalogue_write(folder, cases[i].language, cases[i].plural,
				cases[i].more, cases[i].words);
	assert_int_equal(run(folder, "tools/dev/words-update.sh --check", said,
			     sizeof(said)),
			 1);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (!strstr(said, cases[i].said))
			fail_msg("%s is not in %s", cases[i].said, said);
	assert_non_null(strstr(said, "msgid \"Used\""));
	assert_null(strstr(said, "Disk"));
	snprintf(said, sizeof(said), "rm -r %s", folder);
	assert_int_equal(system(said), 0);
}

static void update_gives_other_languages_only_what_residents_see(void **state)
{
	char folder[] = "/tmp/stemmeboks-po-XXXXXX", said[4096];

	(void)state;
	assert_non_null(mkdtemp(folder));
	tree_write(folder, source, danish);
	residents_write(folder);
	catalogue_write(folder, "so", "nplurals=2; plural=(n != 1);", both, "");
	assert_int_equal(
	    run(folder, "tools/dev/words-update.sh", said, sizeof(said)), 0);
	/* A header that gets too long for a line stays right. */
	catalogue_write(folder, "ar", words_plural_rule("ar"), both,
			of_residents);
	assert_int_equal(run(folder,
			     "tools/dev/words-update.sh && "
			     "tools/dev/words-update.sh --check ar",
			     said, sizeof(said)),
			 0);
	run(folder, "cat assets/lang/so.po", said, sizeof(said));
	assert_non_null(strstr(said, "msgid \"Vote\"\n"));
	assert_non_null(strstr(said, "msgid \"Used\"\n"));
	assert_null(strstr(said, "is here"));
	assert_null(strstr(said, "Disk"));
	assert_non_null(strstr(said, "X-Review-2"));
	run(folder, "cat assets/lang/da.po", said, sizeof(said));
	assert_non_null(strstr(said, "is here"));
	assert_non_null(strstr(said, "Disk"));
	snprintf(said, sizeof(said), "rm -r %s", folder);
	assert_int_equal(system(said), 0);
}

static void comments_reach_translators_across_a_line_break(void **state)
{
	static const char told[] =
	    "/* TRANSLATORS: who; a name,\n * not a number. */\n"
	    "snprintf(text, SIZE,\n _(\"%s is here\"),\n name);\n"
	    "f(_(\"not told of\"));\n";
	char folder[] = "/tmp/stemmeboks-po-XXXXXX", said[4096];

	(void)state;
	assert_non_null(mkdtemp(folder));
	tree_write(folder, told, "");
	assert_int_equal(run(folder, "tools/dev/words-update.sh --template",
			     said, sizeof(said)),
			 0);
	assert_non_null(strstr(said, "#. TRANSLATORS: who; a name,\n"
				     "#. not a number.\n#: kiosk/a.c\n"
				     "#, c-format\n"
				     "msgid \"%s is here\"\n"));
	assert_non_null(strstr(said, "msgstr \"\"\n\n#: kiosk/a.c\n"
				     "msgid \"not told of\""));
	snprintf(said, sizeof(said), "rm -r %s", folder);
	assert_int_equal(system(said), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_word_of_the_source_is_translated),
	    cmocka_unit_test(what_hangs_on_the_wall_is_among_residents_words),
	    cmocka_unit_test(check_notices_what_a_catalogue_lacks),
	    cmocka_unit_test(
		update_adds_new_words_and_keeps_the_others_untouched),
	    cmocka_unit_test(comments_reach_translators_across_a_line_break),
	    cmocka_unit_test(
		other_languages_need_what_residents_see_and_a_header),
	    cmocka_unit_test(
		update_gives_other_languages_only_what_residents_see),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
