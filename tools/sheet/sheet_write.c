#include "tools/sheet/sheet_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <zip.h>

#include "tools/sheet/sheet.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OFFICE                                                                 \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define ODS "application/vnd.oasis.opendocument.spreadsheet"

enum { NAME = 64 };

static void put_text(FILE *out, const char *text)
{
	for (; *text; text++)
		switch (*text) {
		case '&':
			fputs("&amp;", out);
			break;
		case '<':
			fputs("&lt;", out);
			break;
		case '"':
			fputs("&quot;", out);
			break;
		default:
			fputc(*text, out);
		}
}

/* The parts of an .xlsx file, each with what it says of BOOK; of PART, from 0,
 * when there is one for every sheet. */
static void put_types(FILE *out, const struct workbook *book, int part)
{
	(void)part;
	fputs(XML "<Types xmlns=\"" PACKAGE "content-types\">"
		  "<Default Extension=\"rels\" ContentType=\"application/"
		  "vnd.openxmlformats-package.relationships+xml\"/>"
		  "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE
		  "sheet.main+xml\"/>",
	      out);
	for (int i = 1; i <= book->count; i++)
		fprintf(out,
			"<Override PartName=\"/xl/worksheets/sheet%d.xml\" "
			"ContentType=\"" TYPE "worksheet+xml\"/>",
			i);
	fputs("</Types>", out);
}

static void put_root(FILE *out, const struct workbook *book, int part)
{
	(void)book;
	(void)part;
	fputs(XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
		  "<Relationship Id=\"rId1\" Type=\"" OFFICE
		  "/officeDocument\" "
		  "Target=\"xl/workbook.xml\"/></Relationships>",
	      out);
}

static void put_book(FILE *out, const struct workbook *book, int part)
{
	(void)part;
	fputs(XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
		  "\"><sheets>",
	      out);
	for (int i = 0; i < book->count; i++) {
		fputs("<sheet name=\"", out);
		put_text(out, book->sheets[i].name);
		fprintf(out, "\" sheetId=\"%d\" r:id=\"rId%d\"/>", i + 1,
			i + 1);
	}
	fputs("</sheets></workbook>", out);
}

static void put_relations(FILE *out, const struct workbook *book, int part)
{
	(void)part;
	fputs(XML "<Relationships xmlns=\"" PACKAGE "relationships\">", out);
	for (int i = 1; i <= book->count; i++)
		fprintf(out,
			"<Relationship Id=\"rId%d\" Type=\"" OFFICE
			"/worksheet\" Target=\"worksheets/sheet%d.xml\"/>",
			i, i);
	fputs("</Relationships>", out);
}

static void put_sheet(FILE *out, const struct workbook *book, int part)
{
	const struct worksheet *sheet = &book->sheets[part];
	char address[SHEET_ADDRESS];
	int row = 0;

	/* Wide enough to read in. */
	fputs(XML "<worksheet xmlns=\"" MAIN "\"><cols><col min=\"1\" "
		  "max=\"30\" width=\"24\" customWidth=\"1\"/></cols>"
		  "<sheetData>",
	      out);
	for (int i = 0; i < sheet->count; i++) {
		const struct sheet_cell *cell = &sheet->cells[i];

		if (cell->row != row)
			fprintf(out, "%s<row r=\"%d\">", row ? "</row>" : "",
				cell->row);
		row = cell->row;
		sheet_address(cell->row, cell->column, address);
		fprintf(out,
			"<c r=\"%s\" t=\"inlineStr\"><is><t "
			"xml:space=\"preserve\">",
			address);
		put_text(out, cell->text);
		fputs("</t></is></c>", out);
	}
	fprintf(out, "%s</sheetData></worksheet>", row ? "</row>" : "");
}

static void put_mimetype(FILE *out, const struct workbook *book, int part)
{
	(void)book;
	(void)part;
	fputs(ODS, out);
}

static void put_manifest(FILE *out, const struct workbook *book, int part)
{
	(void)book;
	(void)part;
	fputs(XML "<manifest:manifest xmlns:manifest=\"" ODF "manifest:1.0\" "
		  "manifest:version=\"1.2\"><manifest:file-entry "
		  "manifest:full-path=\"/\" manifest:media-type=\"" ODS "\"/>"
		  "<manifest:file-entry manifest:full-path=\"content.xml\" "
		  "manifest:media-type=\"text/xml\"/></manifest:manifest>",
	      out);
}

static void put_ods_cell(FILE *out, const char *text)
{
	fputs("<table:table-cell office:value-type=\"string\"><text:p>", out);
	for (const char *end; (end = strchr(text, '\n')); text = end + 1) {
		char *line = strndup(text, (size_t)(end - text));

		put_text(out, line ? line : "");
		free(line);
		fputs("</text:p><text:p>", out);
	}
	put_text(out, text);
	fputs("</text:p></table:table-cell>", out);
}

static void put_table(FILE *out, const struct worksheet *sheet)
{
	int row = 0, column = 0;

	fputs("<table:table table:name=\"", out);
	put_text(out, sheet->name);
	fputs("\"><table:table-column table:style-name=\"wide\" "
	      "table:number-columns-repeated=\"30\"/>",
	      out);
	for (int i = 0; i < sheet->count; i++) {
		const struct sheet_cell *cell = &sheet->cells[i];

		for (; row < cell->row; row++, column = 0)
			fprintf(out, "%s<table:table-row>",
				row ? "</table:table-row>" : "");
		while (++column < cell->column)
			fputs("<table:table-cell/>", out);
		put_ods_cell(out, cell->text);
	}
	fprintf(out, "%s</table:table>", row ? "</table:table-row>" : "");
}

static void put_content(FILE *out, const struct workbook *book, int part)
{
	(void)part;
	fputs(XML "<office:document-content xmlns:office=\"" ODF
		  "office:1.0\" xmlns:table=\"" ODF
		  "table:1.0\" xmlns:text=\"" ODF
		  "text:1.0\" xmlns:style=\"" ODF
		  "style:1.0\" office:version=\"1.2\">"
		  "<office:automatic-styles><style:style style:name=\"wide\" "
		  "style:family=\"table-column\">"
		  "<style:table-column-properties "
		  "style:column-width=\"4.5cm\"/></style:style>"
		  "</office:automatic-styles>"
		  "<office:body><office:spreadsheet>",
	      out);
	for (int i = 0; i < book->count; i++)
		put_table(out, &book->sheets[i]);
	fputs("</office:spreadsheet></office:body></office:document-content>",
	      out);
}

/* Every part of a file in the order it has to stand: the type of an .ods file
 * goes first and is not packed (OpenDocument 1.3 part 2, 3.3). */
static const struct part {
	const char *ending, *name;
	bool each; /* one for every sheet: NAME has its number in it */
	void (*put)(FILE *out, const struct workbook *book, int part);
} parts[] = {
    {".xlsx", "[Content_Types].xml", false, put_types},
    {".xlsx", "_rels/.rels", false, put_root},
    {".xlsx", "xl/workbook.xml", false, put_book},
    {".xlsx", "xl/_rels/workbook.xml.rels", false, put_relations},
    {".xlsx", "xl/worksheets/sheet%d.xml", true, put_sheet},
    {".ods", "mimetype", false, put_mimetype},
    {".ods", "META-INF/manifest.xml", false, put_manifest},
    {".ods", "content.xml", false, put_content},
};

/* Adds what PART says of sheet INDEX of BOOK to ARCHIVE. */
static bool part_add(zip_t *archive, const struct part *part,
		     const struct workbook *book, int index)
{
	char name[NAME], *bytes = NULL;
	const char *number = strstr(part->name, "%d");
	size_t length = 0;
	FILE *out = open_memstream(&bytes, &length);
	zip_source_t *source;
	zip_int64_t at;

	if (!out)
		return false;
	part->put(out, book, index);
	if (fclose(out) != 0) {
		free(bytes);
		return false;
	}
	if (number)
		snprintf(name, sizeof(name), "%.*s%d%s",
			 (int)(number - part->name), part->name, index + 1,
			 number + 2);
	else
		snprintf(name, sizeof(name), "%s", part->name);
	/* Takes the bytes, if it gives a source. */
	source = zip_source_buffer(archive, bytes, length, 1);
	if (!source) {
		free(bytes);
		return false;
	}
	at = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
	if (at < 0) {
		zip_source_free(source);
		return false;
	}
	return zip_set_file_compression(
		   archive, (zip_uint64_t)at,
		   part->put == put_mimetype ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
		   0) == 0 &&
	       zip_file_set_dostime(archive, (zip_uint64_t)at, 0, 0x21, 0) == 0;
}

static bool parts_add(zip_t *archive, const struct workbook *book,
		      const char *ending)
{
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		int times = parts[i].each ? book->count : 1;

		if (strcasecmp(parts[i].ending, ending) != 0)
			continue;
		for (int j = 0; j < times; j++)
			if (!part_add(archive, &parts[i], book, j))
				return false;
	}
	return true;
}

enum status workbook_write(const struct workbook *book, const char *path)
{
	const char *ending = strrchr(path, '.');
	int error = 0;
	zip_t *archive;

	if (access(path, F_OK) == 0)
		return STATUS_FILE_EXISTS;
	archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &error);
	if (!archive)
		return error == ZIP_ER_MEMORY	? STATUS_MEMORY
		       : error == ZIP_ER_EXISTS ? STATUS_FILE_EXISTS
						: STATUS_FILE_WRITE;
	if (ending && parts_add(archive, book, ending) &&
	    zip_close(archive) == 0)
		return STATUS_OK;
	zip_discard(archive);
	return STATUS_FILE_WRITE;
}
