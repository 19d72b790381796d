/* stemmeboks language: translations that organisers make. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_run.h"

#include <sys/stat.h>
#include <unistd.h>

#include "words/words.h"

#define HEADER_OF(language, plural)                                            \
	"msgid \"\"\nmsgstr \"\"\n\"Language: " language "\\n\"\n"             \
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"                     \
	"\"Plural-Forms: " plural "\\n\"\n"
#define ONE "nplurals=2; plural=(n != 1);"
#define HEADER HEADER_OF("sq", ONE)
#define NEXT "\nmsgid \"Next\"\nmsgstr \"Xiga\"\n"
#define TASK                                                                   \
	"\n#, c-format\nmsgid \"Choose up to %d proposal.\"\n"                 \
	"msgid_plural \"Choose up to %d proposals.\"\n"

/* A desk with a file x.po and a user's data folder of its own. */
struct own {
	char *folder, *file, *made;
};

static int set_up(void **state)
{
	struct own *own = calloc(1, sizeof(*own));
	char *lang = NULL;
	const char *build = getenv("STEMMEBOKS_BUILD");

	assert_non_null(own);
	own->folder = disk_folder();
	own->file = disk_path(own->folder, "x.po");
	setenv("XDG_DATA_HOME", own->folder, 1);
	own->made = disk_path(
	    own->folder, "stemmeboks/lang/sq/LC_MESSAGES/stemmeboks-own.mo");
	assert_true(asprintf(&lang, "%s/lang", build ? build : "build") > 0);
	words_open(lang);
	free(lang);
	*state = own;
	return 0;
}

static int tear_down(void **state)
{
	struct own *own = *state;

	disk_remove(own->folder);
	free(own->file);
	free(own->made);
	free(own);
	unsetenv("XDG_DATA_HOME");
	return 0;
}

static struct run run_text(struct own *own, const char *text)
{
	disk_write_text(own->folder, "x.po", text);
	return run_command("language", own->file);
}

static void good_words_are_taken_in_and_used(void **state)
{
	struct own *own = *state;
	struct run run =
	    run_text(own, HEADER NEXT TASK "msgstr[0] \"Dooro hal.\"\n"
					   "msgstr[1] \"Dooro ilaa %d.\"\n");

	if (run.code)
		fail_msg("%s%s", run.out, run.err);
	assert_non_null(strstr(run.out, "Shqip (sq): 2 of the "));
	assert_non_null(strstr(run.out, "Taken in."));
	assert_non_null(strstr(run.out, "X-Review-1"));
	run_free(&run);
	words_language("sq");
	assert_string_equal(_("Next"), "Xiga");
	assert_string_equal(words_plural("Choose up to %d proposal.",
					 "Choose up to %d proposals.", 1),
			    "Dooro hal.");
	assert_string_equal(words_plural("Choose up to %d proposal.",
					 "Choose up to %d proposals.", 3),
			    "Dooro ilaa %d.");
	assert_string_equal(_("Back"), "Back");
	words_language("en");
}

static void danish_words_can_be_changed_for_ones_own(void **state)
{
	struct run run =
	    run_text(*state, HEADER_OF("da", ONE) "\nmsgid \"Next\"\n"
						  "msgstr \"Frem\"\n");

	assert_int_equal(run.code, 0);
	assert_non_null(strstr(run.out, "The others stay as Stemmeboks has"));
	assert_null(strstr(run.out, "not translated"));
	assert_null(strstr(run.out, "not in the file"));
	run_free(&run);
	/* Gettext looked for them before they were there. */
	setenv("XDG_DATA_HOME", "/nowhere", 1);
	words_open("/nowhere");
	tear_down(state);
	set_up(state);
	run = run_text(*state, HEADER_OF("da", ONE) "\nmsgid \"Next\"\n"
						    "msgstr \"Frem\"\n");
	assert_int_equal(run.code, 0);
	run_free(&run);
	words_language("da");
	assert_string_equal(_("Next"), "Frem");
	assert_string_equal(_("Nobody chose it."), "Ingen har valgt det.");
	words_language("en");
}

static void new_language_tells_its_name_and_side(void **state)
{
	static const char fields[] =
	    "\"X-Endonym: Kiswahili\\n\"\n\"X-Direction: ltr\\n\"\n"
	    "\"X-Review-1: A\\n\"\n\"X-Review-2: B\\n\"\n";
	char text[2000];
	struct run run;

	snprintf(text, sizeof(text), "%s%s%s", HEADER_OF("sw", ONE), fields,
		 NEXT);
	run = run_text(*state, text);
	if (run.code)
		fail_msg("%s%s", run.out, run.err);
	assert_non_null(strstr(run.out, "Kiswahili (sw): 1 of the "));
	assert_non_null(strstr(run.out, "The others will be shown in English"));
	run_free(&run);
	assert_string_equal(words_known("sw"), "sw");
	assert_string_equal(words_endonym("sw"), "Kiswahili");
	assert_false(words_rtl("sw"));
	/* Signed, but most of it is English. */
	assert_false(words_reviewed("sw"));
}

/* Every mistake names the file and the line, and nothing is taken in. */
static void bad_input_is_told_with_its_line_and_not_taken_in(void **state)
{
	static const struct {
		const char *text;
		const char *said; /* "x.po:LINE: …" */
	} cases[] = {
	    {HEADER_OF("sq", "nplurals=2; plural=n;") NEXT,
	     "x.po:1: The header has no Plural-Forms, or they do not work. "
	     "Write: \"Plural-Forms: " ONE "\"."},
	    {HEADER_OF("ar", "nplurals=banana") NEXT,
	     "x.po:1: The header has no Plural-Forms, or they do not work. "
	     "Write: \"Plural-Forms: nplurals=6; "},
	    {HEADER_OF("", ONE) NEXT, "x.po:1: The header does not say which"},
	    {HEADER_OF("../x", ONE) NEXT, "x.po:1: The header does not say wh"},
	    {HEADER_OF("sw", ONE) NEXT, "x.po:1: The language sw is new here. "
					"Write its own name"},
	    {HEADER_OF("sw", ONE) "\"X-Endonym: Kiswahili\\n\"\n" NEXT,
	     "x.po:1: The language sw is new here. Write in the header "
	     "\"X-Direction: ltr\""},
	    {HEADER_OF("sw", ONE) "\"X-Endonym: a\u202e\\n\"\n"
				  "\"X-Direction: ltr\\n\"\n" NEXT,
	     "x.po:1: The language sw is new here. Write its own name"},
	    {"msgid \"\"\nmsgstr \"Language: so\\n\"\n\"Plural-Forms: " ONE
	     "\\n\"\n" NEXT,
	     "x.po:1: The header does not say \"Content-Type"},
	    {NEXT, "x.po: The file does not begin with a header."},
	    {HEADER, "x.po: Nothing in it is translated yet."},
	    {HEADER "\nmsgid \"Page %d of %d\"\nmsgstr \"%s of %d\"\n",
	     "x.po:7: \"Page %d of %d\": The placeholders are not"},
	    {HEADER "\nmsgid \"Page %d of %d\"\nmsgstr \"%d\"\n",
	     "x.po:7: \"Page %d of %d\": The placeholders are not"},
	    {HEADER "\nmsgid \"Next\"\nmsgstr \"Xiga %s\"\n",
	     "x.po:7: \"Next\": The placeholders are not"},
	    {HEADER "\nmsgid \"Next\"\nmsgstr \"Xiga %n\"\n",
	     "x.po:7: \"Next\": The placeholders are not"},
	    {HEADER TASK "msgstr[0] \"Dooro ilaa %d.\"\n",
	     "x.po:8: \"Choose up to %d proposal.\": This language has 2 "
	     "forms"},
	    {HEADER TASK "msgstr[0] \"Hal.\"\nmsgstr[1] \"Badan.\"\n",
	     "x.po:8: \"Choose up to %d proposal.\": The placeholders are"},
	    {HEADER TASK "msgstr[0] \"Hal.\"\nmsgstr[1] \"\"\n",
	     "x.po:8: \"Choose up to %d proposal.\": One of the forms is"},
	    {HEADER "\nmsgid \"Next\"\nmsgid_plural \"x\"\nmsgstr[0] \"a\"\n"
		    "msgstr[1] \"b\"\n",
	     "x.po:7: \"Next\": msgid_plural is not that of the original."},
	    {HEADER "\nmsgid \"Next\"\nmsgstr \"Xiga\\n\"\n",
	     "x.po:7: \"Next\": The line breaks"},
	    {HEADER "\nmsgid \"Next\"\nmsgstr \"\u2068Xiga\"\n",
	     "x.po:7: \"Next\": An invisible mark"},
	    {HEADER "\nmsgid \"Next\"\nmsgstr \"\u202eXiga\"\n",
	     "x.po:7: \"Next\": An invisible mark"},
	    {HEADER NEXT NEXT, "x.po:10: This text stands here twice."},
	    {HEADER "\nmsgid \"Next\"\nmsgstr \"Xi\xe6ga\"\n",
	     "x.po:8: This line is not UTF-8."},
	    {HEADER "\nmsgid \"Next\"\nmsgstr \"Xiga\n",
	     "x.po:8: A text begins and ends with"},
	};
	struct own *own = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct run run = run_text(own, cases[i].text);

		if (run.code != 2 || !strstr(run.out, cases[i].said))
			fail_msg("case %zu, %d: %s%s", i, run.code, run.out,
				 run.err);
		assert_non_null(strstr(run.out, "Nothing was taken in."));
		run_free(&run);
		assert_int_equal(disk_count(own->folder), 1);
	}
}

static void guesses_and_useless_texts_are_left_out_with_a_word(void **state)
{
	static const char text[] = HEADER NEXT
	    "\n#, fuzzy\nmsgid \"Back\"\nmsgstr \"Dib\"\n"
	    "\nmsgid \"Not of ours\"\nmsgstr \"x\"\n"
	    "\nmsgid \"Help\"\nmsgstr \"\"\n"
	    "\nmsgctxt \"language\"\nmsgid \"code\"\nmsgstr \"da\"\n";
	struct run run = run_text(*state, text);

	assert_int_equal(run.code, 0);
	assert_non_null(strstr(run.out, "1 of the "));
	assert_non_null(strstr(run.out, "x.po:11: \"Back\": It is marked as a "
					"guess"));
	assert_non_null(strstr(run.out, "x.po:14: \"Not of ours\": Residents "
					"do not see"));
	assert_non_null(
	    strstr(run.out, "x.po:17: \"Help\": It is not translated."));
	assert_non_null(strstr(run.out, "x.po:21: \"code\": Residents do not"));
	assert_non_null(strstr(run.out, "texts that residents see are not in"));
	run_free(&run);
	assert_string_equal(words_known("sq"), "sq");
	words_language("sq");
	assert_string_equal(_("Back"), "Back");
	words_language("en");
}

static void check_alone_writes_nothing(void **state)
{
	struct own *own = *state;
	struct run run;

	disk_write_text(own->folder, "x.po", HEADER NEXT);
	run = run_command("language", "--check", own->file);
	assert_int_equal(run.code, 0);
	assert_non_null(strstr(run.out, "Only checked, not taken in."));
	run_free(&run);
	assert_int_equal(disk_count(own->folder), 1);
}

static void json_tells_what_was_taken_or_why_not(void **state)
{
	struct own *own = *state;
	struct run run;

	disk_write_text(own->folder, "x.po", HEADER NEXT);
	run = run_command("language", "--json", own->file);
	assert_int_equal(run.code, 0);
	assert_non_null(strstr(run.out, "\"language\":\"sq\""));
	assert_non_null(strstr(run.out, "\"texts\":1,"));
	assert_non_null(strstr(run.out, "\"saved\":true"));
	run_free(&run);
	disk_write_text(own->folder, "x.po", HEADER);
	run = run_command("language", "--json", own->file);
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.out, "\"error\":\"input\""));
	assert_non_null(strstr(run.out, "\"problems\":[{\"file\":\"x.po\""));
	assert_int_equal(*strchr(run.out, '\n'), '\n');
	assert_string_equal(strchr(run.out, '\n') + 1, "");
	run_free(&run);
}

static void folder_that_cannot_be_written_is_said(void **state)
{
	struct own *own = *state;
	struct run run;
	char *place = disk_path(own->folder, "stemmeboks");

	/* A file where the folder would be: so also for root. */
	disk_write_text(own->folder, "stemmeboks", "");
	run = run_text(own, HEADER NEXT);
	assert_int_equal(run.code, 1);
	assert_non_null(strstr(run.err, "stemmeboks/lang: Not a directory"));
	assert_null(strstr(run.out, "Taken in."));
	run_free(&run);
	free(place);
}

static void earlier_words_stay_when_the_new_ones_cannot_be_written(void **state)
{
	struct own *own = *state;
	struct run run = run_text(own, HEADER NEXT);
	char *next = NULL, *before, *after;
	size_t length, now;

	assert_int_equal(run.code, 0);
	run_free(&run);
	before = disk_read(own->made, &length);
	assert_non_null(before);
	assert_true(asprintf(&next, "%s.new", own->made) > 0);
	assert_int_equal(mkdir(next, 0700), 0);
	run = run_text(own, HEADER "\nmsgid \"Next\"\nmsgstr \"Other\"\n");
	assert_int_equal(run.code, 1);
	run_free(&run);
	after = disk_read(own->made, &now);
	assert_int_equal(now, length);
	assert_memory_equal(before, after, length);
	free(before);
	free(after);
	free(next);
}

static void own_words_can_be_taken_away_again(void **state)
{
	struct own *own = *state;
	struct run run = run_text(own, HEADER NEXT);

	assert_int_equal(run.code, 0);
	run_free(&run);
	assert_true(disk_there(own->made));
	run = run_command("language", "--remove", "sq");
	assert_int_equal(run.code, 0);
	run_free(&run);
	assert_false(disk_there(own->made));
	run = run_command("language", "--remove", "sq");
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.err, "no translation of your own for sq"));
	run_free(&run);
	run = run_command("language", "--remove", "../so");
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.err, "is no language code"));
	run_free(&run);
}

/* Runs --new CODE in FOLDER. */
static struct run run_new(const char *folder, const char *code)
{
	char *data = realpath(getenv("STEMMEBOKS_BUILD"), NULL);
	char *here = getcwd(NULL, 0);
	struct run run;

	setenv("STEMMEBOKS_DATA", data, 1);
	assert_int_equal(chdir(folder), 0);
	run = run_command("language", "--new", code);
	assert_int_equal(chdir(here), 0);
	unsetenv("STEMMEBOKS_DATA");
	free(data);
	free(here);
	return run;
}

static void new_file_has_a_header_that_works_and_all_forms(void **state)
{
	struct own *own = *state;
	struct run run = run_new(own->folder, "ar");
	char *path = disk_path(own->folder, "ar.po"), *text;

	if (run.code)
		fail_msg("%s%s", run.out, run.err);
	run_free(&run);
	text = disk_read(path, NULL);
	assert_non_null(text);
	assert_non_null(strstr(text, "\"Language: ar\\n\"\n"));
	assert_non_null(strstr(text, words_plural_rule("ar")));
	assert_non_null(strstr(text, "\"X-Review-1: \\n\"\n"));
	assert_non_null(strstr(text, "msgstr[5] \"\"\n"));
	assert_null(strstr(text, "msgstr[6]"));
	assert_null(strstr(text, "X-Endonym"));
	free(text);
	run = run_command("language", "--check", path);
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.out, "Nothing in it is translated yet."));
	assert_non_null(strstr(run.out, "\n1 mistake."));
	run_free(&run);
	/* What is there is not overwritten. */
	run = run_new(own->folder, "ar");
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.err, "The file is there already."));
	run_free(&run);
	free(path);
}

static void new_file_of_a_new_language_asks_for_its_name(void **state)
{
	struct own *own = *state;
	struct run run = run_new(own->folder, "sw");
	char *path = disk_path(own->folder, "sw.po"), *text;

	assert_int_equal(run.code, 0);
	run_free(&run);
	text = disk_read(path, NULL);
	assert_non_null(strstr(text, "\"X-Endonym: \\n\"\n"));
	assert_non_null(strstr(text, "\"X-Direction: ltr\\n\"\n"));
	free(text);
	free(path);
	run = run_new(own->folder, "SW");
	assert_int_equal(run.code, 2);
	run_free(&run);
}

static void one_thing_at_a_time_is_asked_for(void **state)
{
	struct own *own = *state;
	struct run run = run_command("language");

	assert_int_equal(run.code, 2);
	run_free(&run);
	run = run_command("language", "--new", "sq", own->file);
	assert_int_equal(run.code, 2);
	run_free(&run);
	run = run_command("language", own->file);
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.out, "x.po: The file was not found."));
	run_free(&run);
}

/* The demo meeting with LANGUAGES, as `check` sees it. */
static struct run check_meeting(const struct own *own, const char *languages)
{
	char line[1024];
	char *folder = disk_path(own->folder, "meeting");
	struct run run;

	snprintf(line, sizeof(line),
		 "rm -rf %s && cp -r assets/demo %s && "
		 "sed -i 's/^languages = .*/languages = %s/' %s/meeting.ini",
		 folder, folder, languages, folder);
	assert_int_equal(system(line), 0);
	run = run_command("check", folder);
	free(folder);
	return run;
}

static void check_says_which_words_residents_have_not_read(void **state)
{
	struct own *own = *state;
	struct run run = check_meeting(own, "da, en");

	assert_int_equal(run.code, 0);
	assert_null(strstr(run.out, "read by two residents"));
	assert_null(strstr(run.out, "There are no words"));
	run_free(&run);
	run = check_meeting(own, "da, en, kl");
	assert_int_equal(run.code, 0);
	assert_non_null(
	    strstr(run.out, "There are no words in Kalaallisut (kl) yet"));
	run_free(&run);
	run = run_text(own, HEADER_OF("kl", ONE) NEXT);
	assert_int_equal(run.code, 0);
	run_free(&run);
	run = check_meeting(own, "da, en, kl");
	assert_int_equal(run.code, 0);
	assert_non_null(strstr(run.out, "The words in Kalaallisut (kl) have "
					"not been read by two residents."));
	run_free(&run);
}

static void meeting_may_have_a_language_that_organisers_added(void **state)
{
	struct own *own = *state;
	struct run run = check_meeting(own, "da, en, sw");

	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.out, "There is no language \"sw\" here."));
	run_free(&run);
	run = run_text(own,
		       HEADER_OF("sw", ONE) "\"X-Endonym: Kiswahili\\n\"\n"
					    "\"X-Direction: ltr\\n\"\n" NEXT);
	assert_int_equal(run.code, 0);
	run_free(&run);
	run = check_meeting(own, "da, en, sw");
	assert_int_equal(run.code, 0);
	assert_non_null(strstr(run.out, "The words in Kiswahili (sw)"));
	run_free(&run);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(good_words_are_taken_in_and_used),
	    TEST(danish_words_can_be_changed_for_ones_own),
	    TEST(new_language_tells_its_name_and_side),
	    TEST(bad_input_is_told_with_its_line_and_not_taken_in),
	    TEST(guesses_and_useless_texts_are_left_out_with_a_word),
	    TEST(check_alone_writes_nothing),
	    TEST(json_tells_what_was_taken_or_why_not),
	    TEST(folder_that_cannot_be_written_is_said),
	    TEST(earlier_words_stay_when_the_new_ones_cannot_be_written),
	    TEST(own_words_can_be_taken_away_again),
	    TEST(new_file_has_a_header_that_works_and_all_forms),
	    TEST(new_file_of_a_new_language_asks_for_its_name),
	    TEST(one_thing_at_a_time_is_asked_for),
	    TEST(check_says_which_words_residents_have_not_read),
	    TEST(meeting_may_have_a_language_that_organisers_added),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
