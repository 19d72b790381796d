/* The catalogues hold every word of the source, and the check would notice. */
#include "tests/lib/cmocka_all.h"

#include <sys/wait.h>

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
	snprintf(path, sizeof(path), "%s/assets/lang/da.po", folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: x\\n\"\n"
	      "\"PO-Revision-Date: 2025-01-01 00:00+0000\\n\"\n"
	      "\"Last-Translator: x\\n\"\n\"Language-Team: x\\n\"\n"
	      "\"Language: da\\n\"\n\"MIME-Version: 1.0\\n\"\n"
	      "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
	      "\"Content-Transfer-Encoding: 8bit\\n\"\n"
	      "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n",
	      file);
	fputs(po, file);
	fclose(file);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_word_of_the_source_is_translated),
	    cmocka_unit_test(check_notices_what_a_catalogue_lacks),
	    cmocka_unit_test(
		update_adds_new_words_and_keeps_the_others_untouched),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
