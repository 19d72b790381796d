#include "tests/lib/tools_sheet.h"

#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_run.h"

#define OFFICE                                                                 \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"
#define ODF "urn:oasis:names:tc:opendocument:xmlns:"

char *sheet_file(const char *folder, const char *name,
		 const struct sheet_part *parts)
{
	char *path = disk_path(folder, name);
	zip_t *archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	assert_non_null(archive);
	for (; parts->name; parts++) {
		size_t length =
		    parts->length ? parts->length : strlen(parts->bytes);
		zip_source_t *source =
		    zip_source_buffer(archive, parts->bytes, length, 0);

		assert_non_null(source);
		assert_true(zip_file_add(archive, parts->name, source, 0) >= 0);
	}
	assert_int_equal(zip_close(archive), 0);
	return path;
}

char *sheet_xlsx_file(const char *folder, const struct sheet_xlsx *xlsx)
{
	char *texts, *styles, *sheet, *book, *path;

	assert_true(asprintf(&texts, "<sst xmlns=\"" MAIN "\">%s</sst>",
			     xlsx->texts) > 0);
	assert_true(asprintf(&styles,
			     "<styleSheet xmlns=\"" MAIN "\">%s</styleSheet>",
			     xlsx->styles) > 0);
	assert_true(asprintf(&sheet,
			     "<worksheet xmlns=\"" MAIN "\"><sheetData>%s"
			     "</sheetData>%s</worksheet>",
			     xlsx->cells, xlsx->after) > 0);
	assert_true(asprintf(&book,
			     "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
			     "\">%s<sheets><sheet name=\"Ark1\" sheetId=\"1\" "
			     "r:id=\"rId1\"/></sheets></workbook>",
			     xlsx->properties) > 0);
	path = sheet_file(
	    folder, "book.xlsx",
	    (const struct sheet_part[]){
		{"xl/workbook.xml", book, 0},
		{"xl/_rels/workbook.xml.rels",
		 "<Relationships xmlns=\"" PACKAGE "\">"
		 "<Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" "
		 "Target=\"/xl/worksheets/sheet1.xml\"/>"
		 "<Relationship Id=\"rId2\" Type=\"" OFFICE "/styles\" "
		 "Target=\"styles.xml\"/>"
		 "<Relationship Id=\"rId3\" Type=\"" OFFICE "/sharedStrings\" "
		 "Target=\"sharedStrings.xml\"/></Relationships>",
		 0},
		{"xl/worksheets/sheet1.xml", sheet, 0},
		{"xl/styles.xml", styles, 0},
		{"xl/sharedStrings.xml", texts, 0},
		{NULL, NULL, 0},
	    });
	free(texts);
	free(styles);
	free(sheet);
	free(book);
	return path;
}

char *sheet_ods_file(const char *folder, const char *rows)
{
	char *content, *path;

	assert_true(
	    asprintf(&content,
		     "<o:document-content xmlns:o=\"" ODF "office:1.0\" "
		     "xmlns:table=\"" ODF "table:1.0\" xmlns:text=\"" ODF
		     "text:1.0\" xmlns:draw=\"" ODF
		     "drawing:1.0\" xmlns:office=\"" ODF "office:1.0\">"
		     "<o:body><o:spreadsheet><table:table "
		     "table:name=\"Ark1\">%s</table:table></o:spreadsheet>"
		     "</o:body></o:document-content>",
		     rows) > 0);
	path = sheet_file(folder, "book.ods",
			  (const struct sheet_part[]){
			      {"content.xml", content, 0}, {NULL, NULL, 0}});
	free(content);
	return path;
}

struct workbook *sheet_good(char *path)
{
	struct workbook *book = NULL;
	const char *why = workbook_read(path, &book);

	if (why)
		fail_msg("%s: %s", path, why);
	free(path);
	return book;
}

void sheet_refused(char *path, const char *reason)
{
	struct workbook *book = NULL;
	const char *why = workbook_read(path, &book);

	assert_non_null(why);
	assert_null(book);
	assert_string_equal(why, reason);
	free(path);
}

const char *sheet_at(const struct workbook *book, int row, int column)
{
	const struct worksheet *sheet = &book->sheets[0];

	for (int i = 0; i < sheet->count; i++)
		if (sheet->cells[i].row == row &&
		    sheet->cells[i].column == column)
			return sheet->cells[i].text;
	return "";
}
