/* A workbook as a stick may bring it: packed, and its XML alone, so that what
 * stands behind the packing is reached too. The first byte chooses. */
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "tests/fuzz/fuzz.h"
#include "tools/import/import.h"

#define OFFICE                                                                 \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

/* The parts of an .xlsx file that do not matter; each of the others is the
 * input in turn. */
static const struct part {
	const char *name, *bytes;
} parts[] = {
    {"xl/_rels/workbook.xml.rels",
     "<Relationships xmlns=\"" PACKAGE
     "\"><Relationship Id=\"a\" Type=\"" OFFICE
     "/worksheet\" Target=\"worksheets/a.xml\"/><Relationship Id=\"b\" "
     "Type=\"" OFFICE "/styles\" Target=\"s.xml\"/><Relationship Id=\"c\" "
     "Type=\"" OFFICE "/sharedStrings\" Target=\"t.xml\"/></Relationships>"},
    {"xl/workbook.xml",
     "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
     "\"><sheets><sheet name=\"M\" r:id=\"a\"/></sheets></workbook>"},
    {"xl/worksheets/a.xml",
     "<worksheet xmlns=\"" MAIN "\"><row><c t=\"s\"><v>0</v></c><c s=\"0\">"
     "<v>46128.5</v></c></row></worksheet>"},
    {"xl/s.xml", "<styleSheet xmlns=\"" MAIN
		 "\"><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
    {"xl/t.xml", "<sst xmlns=\"" MAIN "\"><si><t>languages</t></si></sst>"},
};

enum { PARTS = sizeof(parts) / sizeof(*parts) };

static void part_put(zip_t *archive, const char *name, const void *bytes,
		     size_t size)
{
	zip_source_t *source = zip_source_buffer(archive, bytes, size, 0);
	zip_int64_t at =
	    source ? zip_file_add(archive, name, source, ZIP_FL_OVERWRITE) : -1;

	if (at < 0 || zip_set_file_compression(archive, (zip_uint64_t)at,
					       ZIP_CM_STORE, 0) != 0)
		abort();
}

/* An .ods file whose content is the bytes, or an .xlsx file with one part that
 * is them. */
static void pack(const char *path, int chosen, const uint8_t *bytes,
		 size_t size)
{
	zip_t *archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	if (!archive)
		abort();
	if (chosen == PARTS)
		part_put(archive, "content.xml", bytes, size);
	for (int i = 0; chosen < PARTS && i < PARTS; i++)
		if (i == chosen)
			part_put(archive, parts[i].name, bytes, size);
		else
			part_put(archive, parts[i].name, parts[i].bytes,
				 strlen(parts[i].bytes));
	if (zip_close(archive) != 0)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const char *folder = fuzz_folder(NULL);
	struct problems problems = {0};
	struct meeting *meeting = NULL;
	/* Only the seeds that are files of their own begin with PK. */
	bool whole = size == 0 || *bytes == 'P';
	const char *path = fuzz_file(folder, "a.xlsx", bytes, whole ? size : 0);

	if (!whole)
		pack(path, *bytes % (PARTS + 1), bytes + 1, size - 1);
	if (import_read(path, &problems, &meeting) == STATUS_OK)
		meeting_free(meeting);
	problems_clear(&problems);
	return 0;
}
