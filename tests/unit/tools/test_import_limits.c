/* What is too large, too many or no file at all; made here rather than kept. */
#include "tests/lib/cmocka_all.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "tests/lib/tools_run.h"
#include "tools/import/import.h"
#include "words/words.h"

#define INI                                                                    \
	"[meeting]\nlanguages = da\ntitle_da = Møde\nplace = Salen\n"         \
	"date = 2026-04-16\n[pot stor]\ntitle_da = Stor\namount = 100.000\n"
#define HEADER "number;title_da;cost\n"
#define CSV HEADER "1;Haver;60.000\n"

enum { GIGABYTE = 1 << 30 };

static char *folder_with(const char *ini, const char *csv)
{
	char *folder = disk_folder();

	disk_write_text(folder, "meeting.ini", ini);
	disk_write_text(folder, "proposals.csv", csv);
	return folder;
}

/* Asserts that FOLDER has exactly one mistake, at FILE:LINE, whose text holds
 * SAID, and takes it away. */
static void assert_only(char *folder, const char *file, int line,
			const char *said)
{
	struct problems problems = {0};
	struct meeting *meeting = NULL;

	assert_int_equal(import_read(folder, &problems, &meeting),
			 STATUS_INPUT);
	assert_null(meeting);
	if (problems.mistakes != 1)
		for (int i = 0; i < problems.count; i++)
			fprintf(stderr, "%s:%d: %s\n", problems.list[i].file,
				problems.list[i].line, problems.list[i].text);
	assert_int_equal(problems.mistakes, 1);
	assert_string_equal(problems.list[0].file, file);
	assert_int_equal(problems.list[0].line, line);
	if (!strstr(problems.list[0].text, said))
		fail_msg("%s", problems.list[0].text);
	problems_clear(&problems);
	disk_remove(folder);
}

static void make_huge(const char *folder, const char *name)
{
	char *path = disk_path(folder, name);

	assert_int_equal(truncate(path, GIGABYTE), 0);
	free(path);
}

static void a_gigabyte_of_proposals_is_refused_unread(void **state)
{
	char *folder = folder_with(INI, CSV);

	(void)state;
	make_huge(folder, "proposals.csv");
	assert_only(folder, "proposals.csv", 0, "larger than 10 MB");
}

static void a_gigabyte_of_other_money_is_refused_unread(void **state)
{
	char *folder = folder_with(INI, CSV);

	(void)state;
	disk_write_text(folder, "funding.csv", "title_da\n");
	make_huge(folder, "funding.csv");
	assert_only(folder, "funding.csv", 0, "larger than 10 MB");
}

static void there_is_room_for_24_kinds_of_other_money(void **state)
{
	char rows[1024] = "title_da\n";
	char *folder = folder_with(INI, CSV);

	(void)state;
	for (int i = 0; i < MEETING_FUNDS + 2; i++)
		strcat(rows, "Pulje\n");
	disk_write_text(folder, "funding.csv", rows);
	assert_only(folder, "funding.csv", MEETING_FUNDS + 2,
		    "There is room for 24 kinds of money.");
}

static void a_gigabyte_of_settings_is_refused_unread(void **state)
{
	char *folder = folder_with(INI, "number;title_da;cost\n1;Haver;60\n");

	(void)state;
	make_huge(folder, "meeting.ini");
	assert_only(folder, "meeting.ini", 0, "larger than 1 MB");
}

static void a_gigabyte_of_picture_is_refused_unread(void **state)
{
	char *folder = folder_with(INI, "number;title_da;cost;image\n"
					"1;Haver;60.000;a.png\n");
	char *images = disk_path(folder, "images");

	(void)state;
	mkdir(images, 0777);
	disk_write_text(images, "a.png", "x");
	make_huge(images, "a.png");
	free(images);
	assert_only(folder, "proposals.csv", 2, "larger than 20 MB");
}

static void a_pipe_instead_of_a_file_is_refused_and_not_waited_for(void **state)
{
	char *folder = folder_with(INI, CSV);
	char *path = disk_path(folder, "proposals.csv");

	(void)state;
	unlink(path);
	assert_int_equal(mkfifo(path, 0666), 0);
	free(path);
	assert_only(folder, "proposals.csv", 0, "not an ordinary file");
}

static void a_folder_instead_of_a_file_is_refused(void **state)
{
	char *folder = folder_with(INI, CSV);
	char *path = disk_path(folder, "proposals.csv");

	(void)state;
	unlink(path);
	assert_int_equal(mkdir(path, 0777), 0);
	free(path);
	assert_only(folder, "proposals.csv", 0, "not an ordinary file");
}

static void a_picture_that_is_a_link_elsewhere_is_refused(void **state)
{
	char *folder = folder_with(INI, "number;title_da;cost;image\n"
					"1;Haver;60.000;a.png\n");
	char *images = disk_path(folder, "images"), *link;

	(void)state;
	mkdir(images, 0777);
	link = disk_path(images, "a.png");
	assert_int_equal(symlink("/etc/passwd", link), 0);
	free(images);
	free(link);
	assert_only(folder, "proposals.csv", 2, "not an ordinary file");
}

/* A file of so many lines: HEAD, then COUNT times ROW with numbers from 1. */
static char *many(const char *head, const char *row, int count)
{
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);

	fputs(head, out);
	for (int i = 1; i <= count; i++) {
		for (const char *at = row; *at; at++) {
			if (*at == '#')
				fprintf(out, "%d", i);
			else
				fputc(*at, out);
		}
	}
	fclose(out);
	return text;
}

static void two_hundred_proposals_are_taken_and_one_more_is_not(void **state)
{
	struct problems problems = {0};
	struct meeting *meeting = NULL;
	char *csv = many(HEADER, "#;Forslag #;10\n", MEETING_PROPOSALS);
	char *folder = folder_with(INI, csv);

	(void)state;
	assert_int_equal(import_read(folder, &problems, &meeting), STATUS_OK);
	assert_int_equal(meeting->proposal_count, MEETING_PROPOSALS);
	assert_int_equal(meeting->pots[0].choose_max, MEETING_PROPOSALS);
	meeting_free(meeting);
	problems_clear(&problems);
	disk_remove(folder);
	free(csv);
	csv = many(HEADER, "#;Forslag #;10\n", MEETING_PROPOSALS + 5);
	folder = folder_with(INI, csv);
	assert_only(folder, "proposals.csv", MEETING_PROPOSALS + 2,
		    "at most 200 proposals");
	free(csv);
}

static void eight_pots_are_taken_and_a_ninth_is_not(void **state)
{
	char *ini =
	    many("[meeting]\nlanguages = da\ntitle_da = M\n"
		 "place = S\ndate = 2026-04-16\n",
		 "[pot p#]\ntitle_da = P\namount = 100\n", MEETING_POTS + 1);
	char *csv =
	    many("number;pot;title_da;cost\n", "#;p#;T;10\n", MEETING_POTS);

	(void)state;
	assert_only(folder_with(ini, csv), "meeting.ini", 30, "at most 8 pots");
	free(ini);
	free(csv);
}

static void twenty_four_languages_are_taken_and_one_more_is_not(void **state)
{
	char *list = NULL, *ini = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&list, &length);
	const char *const *known = words_languages();

	(void)state;
	for (int i = 0; i <= MEETING_LANGUAGES; i++) {
		assert_non_null(known[i]);
		fprintf(out, "%s%s", i ? ", " : "", known[i]);
	}
	fclose(out);
	assert_true(asprintf(&ini,
			     "[meeting]\nlanguages = %s\ntitle_da = M\n"
			     "place = S\ndate = 2026-04-16\n[pot p]\n"
			     "title_da = P\namount = 100.000\n",
			     list) > 0);
	assert_only(folder_with(ini, CSV), "meeting.ini", 2,
		    "at most 24 languages");
	free(list);
	free(ini);
}

static void hundreds_of_mistakes_are_counted_and_some_told(void **state)
{
	struct problems problems = {0};
	struct meeting *meeting = NULL;
	char *csv = many(HEADER, "0;;-1\n", 150);
	char *folder = folder_with(INI, csv);

	(void)state;
	assert_int_equal(import_read(folder, &problems, &meeting),
			 STATUS_INPUT);
	assert_int_equal(problems.count, PROBLEMS_KEPT);
	assert_int_equal(problems.mistakes, 450);
	problems_clear(&problems);
	disk_remove(folder);
	free(csv);
}

static void too_many_columns_are_told_once(void **state)
{
	char *csv = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&csv, &length);

	(void)state;
	fputs("number;title_da;cost", out);
	for (int i = 0; i < 300; i++)
		fputs(";", out);
	fputs("\n1;Haver;60\n", out);
	fclose(out);
	assert_only(folder_with(INI, csv), "proposals.csv", 1,
		    "more than 256 columns");
	free(csv);
}

static void a_line_of_ten_thousand_letters_is_told(void **state)
{
	char *ini = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&ini, &length);

	(void)state;
	fputs(INI "threshold_votes = 2\n; ", out);
	for (int i = 0; i < 10000; i++)
		fputc('x', out);
	fputs("\nthreshold_percent = 0\n", out);
	fclose(out);
	assert_only(folder_with(ini, CSV), "meeting.ini", 10, "too long");
	free(ini);
}

static void a_megabyte_of_short_lines_is_told_in_no_time(void **state)
{
	static const char *const lines[] = {"[a]\n", "a=\n", "[pot a]\na=\n",
					    "  a=b\n"};

	(void)state;
	for (int i = 0; i < 4; i++) {
		struct problems problems = {0};
		struct meeting *meeting = NULL;
		size_t count = 990000 / strlen(lines[i]);
		char *ini = many("[meeting]\n", lines[i], (int)count);
		char *folder = folder_with(ini, CSV);
		time_t begun = time(NULL);

		assert_int_equal(import_read(folder, &problems, &meeting),
				 STATUS_INPUT);
		assert_true(problems.mistakes > 0);
		assert_in_range(time(NULL) - begun, 0, 5);
		problems_clear(&problems);
		disk_remove(folder);
		free(ini);
	}
}

static void a_text_of_a_megabyte_is_told_and_cut_in_the_message(void **state)
{
	char *csv = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&csv, &length);

	(void)state;
	fputs(HEADER "1;Haver;", out);
	for (int i = 0; i < 1000000; i++)
		fputs("å", out);
	fclose(out);
	assert_only(folder_with(INI, csv), "proposals.csv", 2, "…");
	free(csv);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_gigabyte_of_proposals_is_refused_unread),
	    cmocka_unit_test(a_gigabyte_of_other_money_is_refused_unread),
	    cmocka_unit_test(there_is_room_for_24_kinds_of_other_money),
	    cmocka_unit_test(a_gigabyte_of_settings_is_refused_unread),
	    cmocka_unit_test(a_gigabyte_of_picture_is_refused_unread),
	    cmocka_unit_test(
		a_pipe_instead_of_a_file_is_refused_and_not_waited_for),
	    cmocka_unit_test(a_folder_instead_of_a_file_is_refused),
	    cmocka_unit_test(a_picture_that_is_a_link_elsewhere_is_refused),
	    cmocka_unit_test(
		two_hundred_proposals_are_taken_and_one_more_is_not),
	    cmocka_unit_test(eight_pots_are_taken_and_a_ninth_is_not),
	    cmocka_unit_test(
		twenty_four_languages_are_taken_and_one_more_is_not),
	    cmocka_unit_test(hundreds_of_mistakes_are_counted_and_some_told),
	    cmocka_unit_test(too_many_columns_are_told_once),
	    cmocka_unit_test(a_line_of_ten_thousand_letters_is_told),
	    cmocka_unit_test(a_megabyte_of_short_lines_is_told_in_no_time),
	    cmocka_unit_test(
		a_text_of_a_megabyte_is_told_and_cut_in_the_message),
	};

	words_language("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
