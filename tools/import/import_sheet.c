#include "tools/import/import_sheet.h"

#include <string.h>

#include "tools/import/import_csv.h"
#include "tools/sheet/sheet.h"

const char *const import_sheet_meeting[] = {"Møde", "Mødet", "Meeting", NULL};
const char *const import_sheet_pots[] = {"Puljer", "Pots", NULL};
const char *const import_sheet_proposals[] = {"Forslag", "Proposals", NULL};
const char *const import_sheet_funding[] = {"Andre penge", "Funding", NULL};

void import_sheet_rows(const struct worksheet *sheet, int first,
		       bool (*see)(void *context, const struct csv_row *row),
		       void *context)
{
	int at = sheet_row_begin(sheet, first);

	while (at < sheet->count) {
		unsigned char flaws[CSV_CELLS] = {0};
		struct csv_row row = {.line = sheet->cells[at].row,
				      .flaws = flaws};

		for (int i = 0; i < CSV_CELLS; i++)
			row.cells[i] = "";
		for (; at < sheet->count && sheet->cells[at].row == row.line;
		     at++) {
			const struct sheet_cell *cell = &sheet->cells[at];

			if (cell->column > CSV_CELLS) {
				row.cut = true;
				continue;
			}
			row.cells[cell->column - 1] = cell->text;
			flaws[cell->column - 1] = (unsigned char)cell->flaw;
			row.count = cell->column;
		}
		if (!see(context, &row))
			return;
	}
}

/* Whether A and B are the same but for capitals, Danish ones too: in UTF-8
 * these differ from the small ones in one bit of the second byte. */
static bool same_name(const char *a, const char *b)
{
	unsigned char before = 0;

	for (; *a && *b; before = (unsigned char)*a, a++, b++) {
		unsigned char x = (unsigned char)*a, y = (unsigned char)*b;
		bool letter = (x | 0x20) >= 'a' && (x | 0x20) <= 'z';

		if (x != y &&
		    ((x | 0x20) != (y | 0x20) || !(letter || before == 0xc3)))
			return false;
	}
	return *a == *b;
}

const struct worksheet *import_sheet_named(const struct workbook *book,
					   const char *const *names)
{
	for (; *names; names++)
		for (int i = 0; i < book->count; i++)
			if (same_name(book->sheets[i].name, *names))
				return &book->sheets[i];
	return NULL;
}
