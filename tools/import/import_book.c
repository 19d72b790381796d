/* A table of the meeting's folder that is a workbook. */
#include "tools/import/import_sheet.h"

#include <limits.h>
#include <stdio.h>

#include "tools/sheet/sheet.h"
#include "words/words.h"

static const struct worksheet *sheet_choose(const struct workbook *book,
					    const char *const *names)
{
	const struct worksheet *named = import_sheet_named(book, names);

	for (int i = 0; !named && i < book->count; i++)
		if (book->sheets[i].count)
			named = &book->sheets[i];
	return named;
}

void import_book(struct import *import, const char *name, const char *file,
		 const char *const *sheets,
		 void (*read)(struct import *import,
			      const struct import_rows *rows))
{
	struct workbook *book = NULL;
	struct import_rows rows = {NULL, NULL, 1};
	char path[PATH_MAX];
	const char *why;

	snprintf(path, sizeof(path), "%s/%s", import->folder, name);
	problems_source(import->problems, file, name, NULL);
	why = workbook_read(path, &book);
	if (why) {
		problem_add(import->problems, file, 0, "%s", words_get(why));
		return;
	}
	rows.sheet = sheet_choose(book, sheets);
	if (rows.sheet) {
		problems_source(import->problems, file, name, rows.sheet->name);
		read(import, &rows);
	} else {
		problem_add(import->problems, file, 0,
			    _("There is nothing in this spreadsheet."));
	}
	workbook_free(book);
}
