/* A meeting from spreadsheets as LibreOffice saves them: tests/data/sheets,
 * made by make.sh there. Whatever it was read from, the same meeting has the
 * same definition, byte for byte; and every mistake has its cell. */
#include "tests/lib/cmocka_all.h"

#include <sys/stat.h>

#include "store/definition.h"
#include "tests/lib/tools_run.h"
#include "tests/lib/tools_sheet.h"
#include "tools/import/import.h"

#define DATA "tests/data/sheets/"
#define TEMPLATE "assets/template"

/* The definition of the meeting at PATH, which must be without mistakes; with
 * FUNDS or without the other money. */
static char *definition(const char *path, bool funds)
{
	struct problems problems = {0};
	struct meeting *meeting = NULL;
	char *json = NULL;

	if (import_read(path, &problems, &meeting) != STATUS_OK) {
		problems_print(&problems, NULL, stderr);
		fail_msg("%s", path);
	}
	if (!funds)
		meeting->fund_count = 0;
	assert_int_equal(definition_write(meeting, &json), STATUS_OK);
	meeting_free(meeting);
	problems_clear(&problems);
	return json;
}

static void expect_same(const char *path, const char *other, bool funds)
{
	char *one = definition(path, funds), *two = definition(other, funds);

	if (strcmp(one, two) != 0)
		fail_msg("%s\n%s\n%s\n%s", path, one, other, two);
	free(one);
	free(two);
}

/* A folder with the files at PATHS, which end with a NULL. */
static char *folder_of(const char *const *paths)
{
	char *folder = disk_folder();

	for (; *paths; paths++) {
		size_t length;
		char *bytes = disk_read(*paths, &length);

		assert_non_null(bytes);
		disk_write(folder, strrchr(*paths, '/') + 1, bytes, length);
		free(bytes);
	}
	return folder;
}

#define FILES(...) ((const char *const[]){__VA_ARGS__, NULL})

static void every_file_of_an_evening_is_the_same_meeting(void **state)
{
	(void)state;
	expect_same(DATA "evening.xlsx", DATA "evening", true);
	expect_same(DATA "evening.ods", DATA "evening", true);
	/* Without a sheet for other money. */
	expect_same(DATA "alone.csv", DATA "evening", false);
	expect_same(DATA "alone.xlsx", DATA "evening", false);
	expect_same(DATA "alone.ods", DATA "evening", false);
}

static void
workbooks_in_place_of_the_csv_files_are_the_same_meeting(void **state)
{
	char *folders[] = {
	    folder_of(FILES(TEMPLATE "/meeting.ini",
			    DATA "template-xlsx/proposals.xlsx",
			    DATA "template-xlsx/funding.xlsx")),
	    folder_of(FILES(TEMPLATE "/meeting.ini",
			    DATA "template-ods/proposals.ods",
			    DATA "template-ods/funding.ods")),
	    folder_of(FILES(TEMPLATE "/meeting.ini",
			    DATA "template-ods/proposals.ods",
			    TEMPLATE "/funding.csv")),
	};

	(void)state;
	for (int i = 0; i < 3; i++) {
		expect_same(folders[i], TEMPLATE, true);
		disk_remove(folders[i]);
	}
}

static void the_template_as_a_workbook_is_the_template(void **state)
{
	static const char *const kinds[] = {"xlsx", "ods"};

	(void)state;
	for (int i = 0; i < 2; i++) {
		char *folder = disk_folder(), name[32];
		struct run run =
		    run_command("new", folder, "--sheet", kinds[i]);
		char *book;

		assert_int_equal(run.code, 0);
		run_free(&run);
		snprintf(name, sizeof(name), "meeting.%s", kinds[i]);
		book = disk_path(folder, name);
		expect_same(book, TEMPLATE, true);
		/* Where it lies alone, its folder will do. */
		expect_same(folder, TEMPLATE, true);
		assert_int_equal(disk_count(folder), 2);
		free(book);
		disk_remove(folder);
	}
	expect_same(DATA "saved-xlsx/meeting.xlsx", TEMPLATE, true);
	expect_same(DATA "saved-ods/meeting.ods", TEMPLATE, true);
}

static void another_kind_of_template_is_refused(void **state)
{
	char *folder = disk_folder(), *path = disk_path(folder, "new");
	struct run run = run_command("new", path, "--sheet", "doc");

	(void)state;
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.err, "Write xlsx or ods."));
	assert_false(disk_there(path));
	run_free(&run);
	free(path);
	disk_remove(folder);
}

/* What is wrong with PATH, a line each as on the screen, mistakes first. */
static char *said_about(const char *path)
{
	struct problems problems = {0};
	struct meeting *meeting = NULL;
	char *said = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&said, &length);

	if (import_read(path, &problems, &meeting) == STATUS_OK)
		meeting_free(meeting);
	for (int warnings = 0; warnings < 2; warnings++)
		for (int i = 0; i < problems.count; i++)
			if (problems.list[i].warning == warnings)
				problem_print(&problems.list[i], NULL, out);
	fclose(out);
	problems_clear(&problems);
	return said;
}

static void expect_said(const char *path, const char *expected)
{
	char *said = said_about(path);

	if (strcmp(said, expected) != 0)
		fail_msg("%s\n--- expected\n%s--- said\n%s", path, expected,
			 said);
	free(said);
}

static void every_mistake_has_its_cell(void **state)
{
	static const char *const names[] = {"wrong.xlsx", "wrong.ods"};
	char *lines = disk_read(DATA "wrong.txt", NULL);

	(void)state;
	assert_non_null(lines);
	for (int i = 0; i < 2; i++) {
		char *path = disk_path(DATA, names[i]), *expected = NULL;
		size_t length = 0;
		FILE *out = open_memstream(&expected, &length);

		for (const char *at = lines; *at;) {
			int line = (int)strcspn(at, "\n");

			fprintf(out, "%s, sheet %.*s\n", names[i], line, at);
			at += line + 1;
		}
		fclose(out);
		expect_said(path, expected);
		free(expected);
		free(path);
	}
	free(lines);
}

#define INI                                                                    \
	"[meeting]\nlanguages = da\ntitle_da = M\nplace = S\n"                 \
	"date = 2026-04-16\n[pot a]\ntitle_da = A\namount = 1000\n"            \
	"[pot b]\ntitle_da = B\namount = 1000\n"

#define T(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define N(number) "<c><v>" number "</v></c>"
#define NONE "<c/>"
#define ROW(cells) "<row>" cells "</row>"

/* Puts a workbook of one sheet with CELLS into FOLDER as NAME; its path. */
static char *book_put(const char *folder, const char *name, const char *cells)
{
	char *made = sheet_xlsx_file(
	    folder, &(struct sheet_xlsx){cells, "", "", "", ""});
	char *path = disk_path(folder, name);

	assert_int_equal(rename(made, path), 0);
	free(made);
	return path;
}

static void a_workbook_of_a_folder_is_named_with_its_sheet(void **state)
{
	static const char cells[] =
	    ROW(T("number") T("pot") T(" title_da ") T("cost") T("farve"))
		ROW(N("1") NONE T("Haver") "<c><f>2</f></c>" NONE T("?"))
		    ROW(N("1") T("a") T("Bænke") N("1000.001"));
	char *folder = disk_folder();

	(void)state;
	disk_write_text(folder, "meeting.ini", INI);
	free(book_put(folder, "proposals.xlsx", cells));
	expect_said(
	    folder,
	    "proposals.xlsx, sheet Ark1, B2: The pot is missing. Write a "
	    "pot's key from meeting.ini, such as a.\n"
	    "proposals.xlsx, sheet Ark1, D2: The formula in this cell has no "
	    "result. Open the file in a spreadsheet program and save it, or "
	    "write what it should give.\n"
	    "proposals.xlsx, sheet Ark1, A3: The number 1 is taken in line 2. "
	    "Write another.\n"
	    "proposals.xlsx, sheet Ark1, D3: cost cannot be \"1000,001\". "
	    "Write "
	    "an amount above 0, below 10 billion, with at most two decimals.\n"
	    "proposals.xlsx, sheet Ark1, E1: The column \"farve\" is not "
	    "used.\n"
	    "proposals.xlsx, sheet Ark1, F2: This cell is not used: there is "
	    "no name above it in the first row.\n");
	free(book_put(folder, "proposals.xlsx",
		      ROW(T("number") T("pot") T("title_da") T("cost"))
			  ROW(N("1") T("a") T("Haver") N("10"))));
	expect_said(folder,
		    "meeting.ini:9: The pot b has no proposal. Add one in "
		    "proposals.xlsx, or take the pot out.\n");
	disk_remove(folder);
}

static void two_files_of_one_table_are_a_mistake(void **state)
{
	char *folder =
	    folder_of(FILES(TEMPLATE "/meeting.ini", TEMPLATE "/proposals.csv",
			    DATA "template-ods/proposals.ods"));
	char *said = said_about(folder);

	(void)state;
	assert_non_null(strstr(said, "proposals.csv: proposals.csv and "
				     "proposals.ods are both there. Take the "
				     "one away that is not to be read.\n"));
	free(said);
	disk_remove(folder);
}

static void a_workbook_alone_in_a_folder_is_the_meeting(void **state)
{
	char *folder = folder_of(FILES(DATA "evening.xlsx"));
	char *said;

	(void)state;
	/* While it is open in Excel or LibreOffice. */
	disk_write_text(folder, "~$evening.xlsx", "x");
	disk_write_text(folder, ".~lock.evening.ods#", "x");
	disk_write_text(folder, "notes.txt", "x");
	expect_same(folder, DATA "evening", true);
	disk_write_text(folder, "other.ods", "x");
	said = said_about(folder);
	assert_non_null(strstr(said, "meeting.ini: The file is not there."));
	free(said);
	disk_remove(folder);
}

static void one_sheet_has_keys_on_top_and_proposals_below(void **state)
{
	static const char csv[] = "Key,Value\n"
				  "languages,da\n"
				  "title_da,M\n"
				  "place,S\n"
				  "date,soon\n"
				  "pot,a\n"
				  "title_da,A\n"
				  "amount,\"1.000\"\n"
				  "\n"
				  "number,title_da,cost,image\n"
				  "1,\"Have\nr\",much,\n"
				  "2,Bænke,\"100\",b.png\n";
	char *folder = disk_folder(), *path = disk_path(folder, "a.csv");

	(void)state;
	disk_write_text(folder, "a.csv", csv);
	expect_said(path,
		    "a.csv:5: \"soon\" is no date. Write it as 2015-11-10.\n"
		    "a.csv:11: There is a tab or a line break in title_da. "
		    "Write the cell anew.\n"
		    "a.csv:11: cost \"much\": This is not an amount of money. "
		    "Write it as 25.000 or 25.000,00.\n"
		    "a.csv:13: There is no \"b.png\" in images. Put the file "
		    "there.\n");
	free(path);
	disk_remove(folder);
}

static void what_a_workbook_lacks_is_said(void **state)
{
	static const struct {
		const char *cells, *said;
	} rows[] = {
	    {"", "a.xlsx: There is nothing in this spreadsheet.\n"},
	    {ROW(T("languages") T("da")),
	     "a.xlsx: There are no proposals. Write a row with number, "
	     "title_da and cost, and below it a row for each.\n"},
	};
	char *folder = disk_folder();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char *path = book_put(folder, "a.xlsx", rows[i].cells);

		expect_said(path, rows[i].said);
		free(path);
	}
	disk_remove(folder);
}

static void a_value_without_a_key_above_it_is_told(void **state)
{
	static const char cells[] =
	    ROW(NONE T("da")) ROW(T("number") T("cost")) ROW(N("1") N("2"));
	char *folder = disk_folder();
	char *path = book_put(folder, "a.xlsx", cells);
	char *said = said_about(path);

	(void)state;
	assert_non_null(strstr(said, "a.xlsx, sheet Ark1, A1: The key is "
				     "missing. Write what \"da\" is, or take "
				     "it out.\n"));
	free(said);
	free(path);
	disk_remove(folder);
}

/* A pot's row and what a sheet may be asked for that a text file is not. */
static void the_meeting_s_own_sheet_is_told_in_its_words(void **state)
{
	static const char cells[] = ROW(T("languages") T("da"))
	    ROW(T("title_da") T("M")) ROW(T("date") T("2026-04-16"))
		ROW(T("place") T("S")) ROW(T("number") T("title_da") T("cost"))
		    ROW(N("1") T("Haver") N("10"));
	char *folder = disk_folder();
	char *path = book_put(folder, "a.xlsx", cells);

	(void)state;
	expect_said(path, "a.xlsx, sheet Ark1: There is no pot. Write a row "
			  "with pot and main, and below it rows with title and "
			  "amount.\n");
	free(path);
	disk_remove(folder);
}

static void a_sheet_with_more_keys_than_any_meeting_is_not_read_on(void **state)
{
	enum { ROWS = 3000 };
	char *folder = disk_folder(), *cells = NULL, *said, *path;
	size_t length = 0;
	FILE *out = open_memstream(&cells, &length);

	(void)state;
	for (int i = 0; i < ROWS; i++)
		fputs(ROW(T("title_da") T("x")), out);
	fputs(ROW(T("number") T("cost")), out);
	fclose(out);
	path = book_put(folder, "a.xlsx", cells);
	said = said_about(path);
	assert_non_null(strstr(said, "A1001: There is too much in this sheet. "
				     "Take out what is not needed.\n"));
	free(cells);
	free(said);
	free(path);
	disk_remove(folder);
}

static void json_has_sheet_and_cell_beside_the_line(void **state)
{
	struct run run = run_command("check", DATA "wrong.ods", "--json");

	(void)state;
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.out, "\"cell\":\"A3\""));
	assert_non_null(strstr(run.out, "\"sheet\":\"Forslag\""));
	assert_non_null(strstr(run.out, "\"file\":\"wrong.ods\""));
	run_free(&run);
}

static void the_place_of_a_mistake_begins_with_the_path_as_typed(void **state)
{
	struct run run = run_command("check", DATA "wrong.ods");

	(void)state;
	assert_int_equal(run.code, 2);
	assert_int_equal(strncmp(run.out, DATA "wrong.ods, sheet Forslag, D2:",
				 strlen(DATA "wrong.ods, sheet Forslag, D2:")),
			 0);
	run_free(&run);
}

static void what_is_no_spreadsheet_is_no_meeting(void **state)
{
	struct run run = run_command("check", "README.md");

	(void)state;
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.err, "README.md is no folder, and no "
					"spreadsheet: .xlsx, .ods or .csv."));
	run_free(&run);
	run = run_command("check", "nowhere.ods");
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.err, "There is no file nowhere.ods."));
	run_free(&run);
}

static void
a_meeting_is_built_with_the_pictures_beside_its_spreadsheet(void **state)
{
	static const char cells[] = ROW(T("languages") T("da"))
	    ROW(T("title_da") T("M")) ROW(T("date") T("2026-04-16"))
		ROW(T("place") T("S")) ROW(T("pot") T("a"))
		    ROW(T("title_da") T("A")) ROW(T("amount") N("1000"))
			ROW(T("number") T("title_da") T("cost") T("image"))
			    ROW(N("1") T("Haver") N("10") T("toys.png"));
	char *folder = disk_folder(), *out = disk_path(folder, "m.meeting");
	char *pictures = disk_path(folder, "billeder"), *bytes, *copied;
	char *path = book_put(folder, "a.xlsx", cells);
	size_t length;
	struct run run;

	(void)state;
	assert_int_equal(mkdir(pictures, 0777), 0);
	run = run_command("check", path);
	assert_non_null(strstr(run.out, "a.xlsx, sheet Ark1, D9: There is no "
					"\"toys.png\" in billeder. Put the "
					"file there."));
	run_free(&run);
	bytes = disk_read("assets/demo/images/toys.png", &length);
	disk_write(pictures, "toys.png", bytes, length);
	free(bytes);
	run = run_command("build", path, "-o", out);
	assert_int_equal(run.code, 0);
	run_free(&run);
	copied = disk_path(folder, "m.meeting.images/toys.png.ppm");
	assert_true(disk_there(copied));
	free(copied);
	free(path);
	free(pictures);
	free(out);
	disk_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_file_of_an_evening_is_the_same_meeting),
	    cmocka_unit_test(
		workbooks_in_place_of_the_csv_files_are_the_same_meeting),
	    cmocka_unit_test(the_template_as_a_workbook_is_the_template),
	    cmocka_unit_test(another_kind_of_template_is_refused),
	    cmocka_unit_test(every_mistake_has_its_cell),
	    cmocka_unit_test(a_workbook_of_a_folder_is_named_with_its_sheet),
	    cmocka_unit_test(two_files_of_one_table_are_a_mistake),
	    cmocka_unit_test(a_workbook_alone_in_a_folder_is_the_meeting),
	    cmocka_unit_test(one_sheet_has_keys_on_top_and_proposals_below),
	    cmocka_unit_test(what_a_workbook_lacks_is_said),
	    cmocka_unit_test(a_value_without_a_key_above_it_is_told),
	    cmocka_unit_test(the_meeting_s_own_sheet_is_told_in_its_words),
	    cmocka_unit_test(
		a_sheet_with_more_keys_than_any_meeting_is_not_read_on),
	    cmocka_unit_test(json_has_sheet_and_cell_beside_the_line),
	    cmocka_unit_test(
		the_place_of_a_mistake_begins_with_the_path_as_typed),
	    cmocka_unit_test(what_is_no_spreadsheet_is_no_meeting),
	    cmocka_unit_test(
		a_meeting_is_built_with_the_pictures_beside_its_spreadsheet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
