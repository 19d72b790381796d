#include "tools/import/template_book.h"

#include <string.h>

#include "tools/import/import.h"
#include "tools/import/import_csv.h"
#include "tools/sheet/sheet_build.h"
#include "tools/sheet/sheet_write.h"

static const struct {
	const char *sheet, *file;
} sheets[] = {
    {"Møde", "sheet/moede.csv"},
    {"Puljer", "sheet/puljer.csv"},
    {"Forslag", IMPORT_CSV},
    {"Andre penge", IMPORT_FUNDING},
};

struct filling {
	struct workbook *book;
	int row;
	bool failed;
};

/* Rows follow each other, however many lines a cell has. */
static bool see_row(void *context, const struct csv_row *row)
{
	struct filling *filling = context;

	filling->row++;
	for (int i = 0; !filling->failed && i < row->count; i++) {
		struct sheet_cell cell = {filling->row, i + 1, SHEET_SOUND, ""};

		filling->failed =
		    book_keep(filling->book, row->cells[i],
			      strlen(row->cells[i]), &cell.text) ||
		    book_add(filling->book, &cell);
	}
	return !filling->failed;
}

static enum status sheet_fill(struct workbook *book, const char *template,
			      const char *name, const char *file)
{
	struct filling filling = {book, 0, false};
	struct problems problems = {0};
	struct import_text text = {NULL, 0};
	enum status status = STATUS_FILE_READ;

	if (book_sheet(book, name, strlen(name)))
		return STATUS_MEMORY;
	if (import_text_read(template, file, IMPORT_CSV_BYTES, &problems,
			     &text)) {
		csv_read(&text, ';', 1, file, &problems, see_row, &filling);
		status = filling.failed	     ? STATUS_MEMORY
			 : problems.mistakes ? STATUS_FILE_READ
					     : STATUS_OK;
		import_text_free(&text);
	}
	problems_clear(&problems);
	return status;
}

enum status template_book(const char *template, const char *path)
{
	struct workbook book = {0};
	enum status status = STATUS_OK;

	for (size_t i = 0;
	     status == STATUS_OK && i < sizeof(sheets) / sizeof(*sheets); i++)
		status = sheet_fill(&book, template, sheets[i].sheet,
				    sheets[i].file);
	if (status == STATUS_OK)
		status = workbook_write(&book, path);
	workbook_clear(&book);
	return status;
}
