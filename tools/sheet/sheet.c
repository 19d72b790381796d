#include "tools/sheet/sheet_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/sheet/sheet_zip.h"

/* Every kind of workbook: how its name ends, and a part that only it has. */
static const struct {
	const char *ending, *part;
	const char *(*read)(struct sheet_zip *zip, struct workbook *book);
} kinds[] = {
    {".xlsx", "xl/workbook.xml", xlsx_read},
    {".ods", "content.xml", ods_read},
};

enum { KINDS = sizeof(kinds) / sizeof(*kinds), LETTERS = 26 };

bool workbook_named(const char *name)
{
	const char *ending = strrchr(name, '.');

	for (int i = 0; ending && i < KINDS; i++)
		if (strcasecmp(ending, kinds[i].ending) == 0)
			return true;
	return false;
}

static const char *file_open(const char *path, int *ret_file)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat found;
	const char *why = NULL;

	if (file < 0)
		return errno == ENOENT
			   ? N_("The file is not there.")
			   : N_("The file cannot be opened. Check who may read "
				"it.");
	if (fstat(file, &found) != 0 || !S_ISREG(found.st_mode))
		why = N_("This is not an ordinary file. Put a spreadsheet "
			 "here.");
	else if (found.st_size > SHEET_FILE_BYTES)
		why = sheet_large;
	if (why)
		close(file);
	else
		*ret_file = file;
	return why;
}

static int by_place(const void *a, const void *b)
{
	const struct sheet_cell *x = a, *y = b;

	return x->row != y->row
		   ? (x->row > y->row) - (x->row < y->row)
		   : (x->column > y->column) - (x->column < y->column);
}

/* Spreadsheet programs write cells in order; others need not. */
static void cells_sort(struct workbook *book)
{
	for (int i = 0; i < book->count; i++)
		if (book->sheets[i].count)
			qsort(book->sheets[i].cells,
			      (size_t)book->sheets[i].count,
			      sizeof(*book->sheets[i].cells), by_place);
}

static const char *book_fill(struct sheet_zip *zip, struct workbook *book)
{
	const char *why = sheet_broken;

	for (int i = 0; i < KINDS; i++) {
		if (!sheet_zip_has(zip, kinds[i].part))
			continue;
		why = kinds[i].read(zip, book);
		break;
	}
	if (!why)
		cells_sort(book);
	return why;
}

const char *workbook_read(const char *path, struct workbook **ret_book)
{
	struct workbook *book = NULL;
	struct sheet_zip *zip = NULL;
	int file = -1;
	const char *why = file_open(path, &file);

	if (why)
		return why;
	why = sheet_zip_open(file, &zip);
	if (why)
		return why;
	book = calloc(1, sizeof(*book));
	why = book ? book_fill(zip, book) : sheet_memory;
	sheet_zip_free(zip);
	if (why)
		workbook_free(book);
	else
		*ret_book = book;
	return why;
}

void workbook_clear(struct workbook *book)
{
	for (int i = 0; i < book->count; i++)
		free(book->sheets[i].cells);
	for (int i = 0; i < book->string_count; i++)
		free(book->strings[i]);
	free(book->sheets);
	free(book->strings);
	*book = (struct workbook){0};
}

void workbook_free(struct workbook *book)
{
	if (book)
		workbook_clear(book);
	free(book);
}

int sheet_row_begin(const struct worksheet *sheet, int row)
{
	int low = 0, high = sheet->count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (sheet->cells[middle].row < row)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void sheet_address(int row, int column, char ret_text[SHEET_ADDRESS])
{
	char letters[SHEET_ADDRESS];
	int at = SHEET_ADDRESS - 1;

	letters[at] = '\0';
	/* Digits from A to Z without a zero: Z is followed by AA. */
	for (; column > 0 && at > 0; column = (column - 1) / LETTERS)
		letters[--at] = (char)('A' + (column - 1) % LETTERS);
	snprintf(ret_text, SHEET_ADDRESS, "%s%d", letters + at, row);
}
