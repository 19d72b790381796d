/* Workbooks read cell by cell: what Excel writes and LibreOffice does not, and
 * files that were made to do harm. */
#include "tests/lib/cmocka_all.h"

#include <sys/stat.h>
#include <time.h>

#include "tests/lib/tools_run.h"
#include "tests/lib/tools_sheet.h"
#include "tools/sheet/sheet_build.h"
#include "tools/sheet/sheet_write.h"

#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define ROWS(count, cells)                                                     \
	"<table:table-row table:number-rows-repeated=\"" count "\">" cells     \
	"</table:table-row>"
#define CELL(text) "<table:table-cell>" text "</table:table-cell>"
#define CELLS(count, text)                                                     \
	"<table:table-cell table:number-columns-repeated=\"" count "\">" text  \
	"</table:table-cell>"
#define TEXT(text) "<text:p>" text "</text:p>"

static int folder_make(void **state)
{
	*state = disk_folder();
	return 0;
}

static int folder_end(void **state)
{
	disk_remove(*state);
	return 0;
}

static struct workbook *xlsx(void **state, const char *cells, const char *after,
			     const char *texts, const char *styles,
			     const char *properties)
{
	return sheet_good(
	    sheet_xlsx_file(*state, &(struct sheet_xlsx){cells, after, texts,
							 styles, properties}));
}

static void addresses_are_those_of_a_spreadsheet(void **state)
{
	static const struct {
		int row, column;
		const char *address;
	} rows[] = {{7, 3, "C7"},     {1, 1, "A1"},	  {1, 26, "Z1"},
		    {12, 27, "AA12"}, {1, 52, "AZ1"},	  {1, 53, "BA1"},
		    {1, 256, "IV1"},  {1, 702, "ZZ1"},	  {1, 703, "AAA1"},
		    {7, 0, "7"},      {20000, 0, "20000"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char address[SHEET_ADDRESS];

		sheet_address(rows[i].row, rows[i].column, address);
		assert_string_equal(address, rows[i].address);
	}
}

static void shared_texts_are_what_is_seen_of_them(void **state)
{
	struct workbook *book =
	    xlsx(state,
		 "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
		 "<c r=\"B1\" t=\"s\"><v>1</v></c>"
		 "<c r=\"C1\" t=\"s\"><v>2</v></c>"
		 "<c r=\"D1\" t=\"s\"><v>9</v></c></row>",
		 "",
		 "<si><r><t>Nye </t></r><r><rPr><b/></rPr><t>bænke</t></r>"
		 "</si><si><t>a_x000D_\nb _x0041_ _x005F_x0041_ _x00ZZ_</t>"
		 "</si><si><t xml:space=\"preserve\">  日本 </t><rPh sb=\"0\" "
		 "eb=\"1\"><t>にほん</t></rPh></si>",
		 "", "");

	assert_string_equal(sheet_at(book, 1, 1), "Nye bænke");
	assert_string_equal(sheet_at(book, 1, 2), "a\nb A _x0041_ _x00ZZ_");
	assert_string_equal(sheet_at(book, 1, 3), "日本");
	/* There is no tenth; what stood there is better than nothing. */
	assert_string_equal(sheet_at(book, 1, 4), "9");
	workbook_free(book);
}

static void every_type_of_cell_has_its_text(void **state)
{
	struct workbook *book = xlsx(
	    state,
	    "<row><c><v>25000.000000000004</v></c><c t=\"b\"><v>1</v></c>"
	    "<c t=\"b\"><v>0</v></c><c t=\"str\"><f>A1</f><v>tekst</v></c>"
	    "<c t=\"inlineStr\"><is><t>her</t></is></c>"
	    "<c t=\"d\"><v>2026-05-01T00:00:00</v></c><c s=\"1\"><v>46128</v>"
	    "</c><c s=\"2\"><v>0.15</v></c><c s=\"3\"><v>46128</v></c>"
	    "<c s=\"99\"><v>7</v></c><c s=\"1\"/></row>"
	    "<row r=\"4\"><c r=\"C4\"><v>1</v></c><c><v>2</v></c></row>"
	    "<row><c><v>3</v></c></row>",
	    "", "",
	    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"d/m yyyy\"/>"
	    "</numFmts><cellStyleXfs><xf numFmtId=\"22\"/></cellStyleXfs>"
	    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
	    "<xf numFmtId=\"9\"/><xf numFmtId=\"164\"/></cellXfs>",
	    "");
	static const char *const row[] = {
	    "25000",	  "yes",	"no",  "tekst",	     "her",
	    "2026-05-01", "2026-04-16", "15%", "2026-04-16", "7"};

	for (int i = 0; i < 10; i++)
		assert_string_equal(sheet_at(book, 1, i + 1), row[i]);
	assert_string_equal(sheet_at(book, 4, 3), "1");
	assert_string_equal(sheet_at(book, 4, 4), "2");
	assert_string_equal(sheet_at(book, 5, 1), "3");
	assert_int_equal(book->sheets[0].count, 13);
	workbook_free(book);
	book = xlsx(state, "<row><c s=\"0\"><v>44666</v></c></row>", "", "",
		    "<cellXfs><xf numFmtId=\"14\"/></cellXfs>",
		    "<workbookPr date1904=\"1\"/>");
	assert_string_equal(sheet_at(book, 1, 1), "2026-04-16");
	workbook_free(book);
}

static void
a_formula_that_went_wrong_or_was_never_worked_out_is_known(void **state)
{
	struct workbook *book =
	    xlsx(state,
		 "<row><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c><f>1+1</f></c>"
		 "<c t=\"str\"><f>\"\"</f><v></v></c></row>",
		 "", "", "", "");
	const struct worksheet *sheet = &book->sheets[0];

	assert_int_equal(sheet->count, 2);
	assert_int_equal(sheet->cells[0].flaw, SHEET_ERROR);
	assert_string_equal(sheet->cells[0].text, "#DIV/0!");
	assert_int_equal(sheet->cells[1].flaw, SHEET_NO_RESULT);
	workbook_free(book);
}

static void of_merged_cells_only_the_first_is_left(void **state)
{
	struct workbook *book =
	    xlsx(state,
		 "<row><c><v>11</v></c><c><v>12</v></c><c><v>13</v></c></row>"
		 "<row><c><v>21</v></c><c><v>22</v></c><c><v>23</v></c></row>",
		 "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"\"/>"
		 "<mergeCell ref=\"C1:D\"/></mergeCells>",
		 "", "", "");

	assert_int_equal(book->sheets[0].count, 3);
	assert_string_equal(sheet_at(book, 1, 1), "11");
	assert_string_equal(sheet_at(book, 1, 3), "13");
	assert_string_equal(sheet_at(book, 2, 3), "23");
	workbook_free(book);
	book = sheet_good(sheet_ods_file(
	    *state, ROW(CELL(TEXT("a")) "<table:covered-table-cell>" TEXT(
			"b") "</table:covered-table-cell>" CELL(TEXT("c")))));
	assert_int_equal(book->sheets[0].count, 2);
	assert_string_equal(sheet_at(book, 1, 3), "c");
	workbook_free(book);
}

static void cells_out_of_order_are_put_in_order(void **state)
{
	struct workbook *book =
	    xlsx(state,
		 "<row r=\"3\"><c r=\"B3\"><v>4</v></c><c r=\"A3\"><v>3</v>"
		 "</c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
		 "", "", "", "");
	const struct worksheet *sheet = &book->sheets[0];

	assert_int_equal(sheet->count, 3);
	assert_string_equal(sheet->cells[0].text, "1");
	assert_string_equal(sheet->cells[1].text, "3");
	assert_int_equal(sheet_row_begin(sheet, 1), 0);
	assert_int_equal(sheet_row_begin(sheet, 2), 1);
	assert_int_equal(sheet_row_begin(sheet, 4), 3);
	workbook_free(book);
}

static void repeated_cells_and_rows_stand_where_they_are_seen(void **state)
{
	static const char rows[] =
	    ROWS("3", CELLS("2", "") CELLS("2", TEXT("x")) CELLS("16380", ""))
		ROWS("10", "") ROW(CELL(TEXT("y")))
		    ROWS("1048562", CELLS("16384", ""));
	struct workbook *book = sheet_good(sheet_ods_file(*state, rows));

	assert_int_equal(book->sheets[0].count, 7);
	assert_string_equal(sheet_at(book, 1, 2), "");
	assert_string_equal(sheet_at(book, 1, 3), "x");
	assert_string_equal(sheet_at(book, 3, 4), "x");
	assert_string_equal(sheet_at(book, 14, 1), "y");
	workbook_free(book);
}

static void the_text_of_a_cell_is_that_of_its_paragraphs(void **state)
{
	static const char rows[] =
	    ROW(CELL("<office:annotation><text:p>en note</text:p>"
		     "</office:annotation>"
		     "<text:p>  to\n <text:span>slags</text:span>"
		     "<text:s text:c=\"2\"/>rum<text:line-break/>ny"
		     "<draw:frame><text:p>i et billede</text:p></draw:frame>"
		     "</text:p>"
		     "<text:p/><text:p>sidste</text:p>"));
	struct workbook *book = sheet_good(sheet_ods_file(*state, rows));

	assert_string_equal(sheet_at(book, 1, 1),
			    "to slags  rum\nny\n\nsidste");
	workbook_free(book);
}

static void repeated_without_end_is_refused(void **state)
{
	static const char *const rows[] = {
	    ROWS("1048576", CELL(TEXT("x"))),
	    ROWS("99999999999999", CELL(TEXT("x"))),
	    ROW(CELLS("16384", TEXT("x"))),
	    ROWS("1000", CELLS("200", TEXT("x"))),
	    ROW(CELL(TEXT("<text:s text:c=\"2000000000\"/>"))),
	    ROWS("20000", "") ROW(CELL(TEXT("x"))),
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		sheet_refused(sheet_ods_file(*state, rows[i]), sheet_large);
	sheet_refused(
	    sheet_xlsx_file(*state,
			    &(struct sheet_xlsx){"<row r=\"20001\"><c><v>1</v>"
						 "</c></row>",
						 "", "", "", ""}),
	    sheet_large);
	sheet_refused(
	    sheet_xlsx_file(*state,
			    &(struct sheet_xlsx){"<row><c r=\"IW1\"><v>1</v>"
						 "</c></row>",
						 "", "", "", ""}),
	    sheet_large);
}

/* 300 cells of the same 40,000 letters. */
static void one_text_in_many_cells_counts_as_often_as_it_is_seen(void **state)
{
	enum { LETTERS = 40000, CELLS_MADE = 300 };
	char *letters = malloc(LETTERS + 1), *texts, *cells = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&cells, &length);

	assert_non_null(letters);
	memset(letters, 'a', LETTERS);
	letters[LETTERS] = '\0';
	assert_true(asprintf(&texts, "<si><t>%s</t></si>", letters) > 0);
	for (int i = 0; i < CELLS_MADE; i++)
		fputs("<row><c t=\"s\"><v>0</v></c></row>", out);
	fclose(out);
	sheet_refused(
	    sheet_xlsx_file(*state,
			    &(struct sheet_xlsx){cells, "", texts, "", ""}),
	    sheet_large);
	free(letters);
	free(texts);
	free(cells);
}

/* 65 million blanks are 64 kB when they are packed. */
static void a_bomb_of_blanks_is_not_unpacked(void **state)
{
	size_t length = SHEET_XML_BYTES + 1000000;
	char *blanks = malloc(length);
	struct stat found;
	char *path;

	assert_non_null(blanks);
	memset(blanks, ' ', length);
	path =
	    sheet_file(*state, "bomb.ods",
		       (const struct sheet_part[]){
			   {"content.xml", blanks, length}, {NULL, NULL, 0}});
	free(blanks);
	assert_int_equal(stat(path, &found), 0);
	assert_true(found.st_size < 1000000);
	sheet_refused(path, sheet_large);
}

/* "A billion laughs": ten entities, each ten times the one before. */
static void entities_are_refused_before_one_is_used(void **state)
{
	static const char laughs[] =
	    "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
	    "<!ENTITY c \"&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;\">]>"
	    "<x>&d;</x>";
	static const char outside[] =
	    "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>";

	sheet_refused(
	    sheet_file(*state, "a.ods",
		       (const struct sheet_part[]){{"content.xml", laughs, 0},
						   {NULL, NULL, 0}}),
	    sheet_strange);
	sheet_refused(
	    sheet_file(*state, "b.ods",
		       (const struct sheet_part[]){{"content.xml", outside, 0},
						   {NULL, NULL, 0}}),
	    sheet_strange);
}

static void what_is_no_workbook_is_refused(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
	} files[] = {{"", 0},
		     {"number;title_da;cost\n", 21},
		     {"PK\3\4", 4},
		     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8}};
	char *path = disk_path(*state, "a.xlsx");

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		disk_write(*state, "a.xlsx", files[i].bytes, files[i].length);
		sheet_refused(strdup(path), sheet_broken);
	}
	free(path);
	sheet_refused(
	    sheet_file(*state, "b.xlsx",
		       (const struct sheet_part[]){
			   {"word/document.xml", "<x/>", 0}, {NULL, NULL, 0}}),
	    sheet_broken);
	sheet_refused(
	    sheet_file(*state, "c.ods",
		       (const struct sheet_part[]){{"content.xml", "<x>", 0},
						   {NULL, NULL, 0}}),
	    sheet_broken);
	sheet_refused(disk_path(*state, "nowhere.xlsx"),
		      "The file is not there.");
	sheet_refused(strdup(*state), "This is not an ordinary file. Put a "
				      "spreadsheet here.");
}

static void a_workbook_cut_anywhere_is_refused(void **state)
{
	char *path = sheet_ods_file(*state, ROW(CELL(TEXT("x"))));
	size_t length;
	char *bytes = disk_read(path, &length);
	char *cut = disk_path(*state, "cut.ods");

	for (size_t i = 0; i < length; i += 7) {
		struct workbook *book = NULL;

		disk_write(*state, "cut.ods", bytes, i);
		assert_non_null(workbook_read(cut, &book));
		assert_null(book);
	}
	free(bytes);
	free(path);
	free(cut);
}

static void what_is_written_is_read_as_it_was(void **state)
{
	static const char *const names[] = {"a.xlsx", "b.ODS"};
	static const char rows[] =
	    ROW(CELL(TEXT("a &amp; &lt;b&gt; \"c\"")) CELL(TEXT("x"))) ROW("")
		ROW(CELL("") CELL(TEXT("en") TEXT("to")));
	struct workbook *book = sheet_good(sheet_ods_file(*state, rows));

	for (int i = 0; i < 2; i++) {
		char *path = disk_path(*state, names[i]);
		struct workbook *again;

		assert_int_equal(workbook_write(book, path), STATUS_OK);
		assert_int_equal(workbook_write(book, path),
				 STATUS_FILE_EXISTS);
		again = sheet_good(path);
		assert_int_equal(again->count, 1);
		assert_string_equal(again->sheets[0].name, "Ark1");
		assert_int_equal(again->sheets[0].count, 3);
		assert_string_equal(sheet_at(again, 1, 1), "a & <b> \"c\"");
		assert_string_equal(sheet_at(again, 1, 2), "x");
		assert_string_equal(sheet_at(again, 3, 2), "en\nto");
		workbook_free(again);
	}
	workbook_free(book);
}

#define in_folder(test)                                                        \
	cmocka_unit_test_setup_teardown(test, folder_make, folder_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(addresses_are_those_of_a_spreadsheet),
	    in_folder(shared_texts_are_what_is_seen_of_them),
	    in_folder(every_type_of_cell_has_its_text),
	    in_folder(
		a_formula_that_went_wrong_or_was_never_worked_out_is_known),
	    in_folder(of_merged_cells_only_the_first_is_left),
	    in_folder(cells_out_of_order_are_put_in_order),
	    in_folder(repeated_cells_and_rows_stand_where_they_are_seen),
	    in_folder(the_text_of_a_cell_is_that_of_its_paragraphs),
	    in_folder(repeated_without_end_is_refused),
	    in_folder(one_text_in_many_cells_counts_as_often_as_it_is_seen),
	    in_folder(a_bomb_of_blanks_is_not_unpacked),
	    in_folder(entities_are_refused_before_one_is_used),
	    in_folder(what_is_no_workbook_is_refused),
	    in_folder(a_workbook_cut_anywhere_is_refused),
	    in_folder(what_is_written_is_read_as_it_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
