/* A workbook being filled. */
#include "tools/sheet/sheet_build.h"

#include <stdlib.h>
#include <string.h>

enum { ROOM_FIRST = 16, TEXT_FIRST = 256 };

const char sheet_broken[] =
    N_("This is no spreadsheet that can be read: it is of another kind, "
       "damaged, or has a password. Save it again as .xlsx or .ods, without a "
       "password.");
const char sheet_large[] =
    N_("The spreadsheet is larger than any meeting needs. Take out sheets, "
       "rows and columns that are not needed.");
const char sheet_strange[] =
    N_("There are things in this spreadsheet that no spreadsheet program "
       "writes, so it is not read. Save it again with Excel or LibreOffice.");
const char sheet_memory[] =
    N_("The machine has no memory left. Close other programs and try again.");

static bool blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

bool book_room(void *list, int count, int *room, size_t size)
{
	int wanted = *room ? 2 * *room : ROOM_FIRST;
	void *old, *larger;

	if (count < *room)
		return true;
	memcpy(&old, list, sizeof(old));
	larger = reallocarray(old, (size_t)wanted, size);
	if (!larger)
		return false;
	memcpy(list, &larger, sizeof(larger));
	*room = wanted;
	return true;
}

const char *book_keep(struct workbook *book, const char *text, size_t length,
		      const char **ret_text)
{
	char *kept, *to;

	for (; length && blank(*text); length--)
		text++;
	while (length && blank(text[length - 1]))
		length--;
	if (!book_room(&book->strings, book->string_count, &book->string_room,
		       sizeof(*book->strings)))
		return sheet_memory;
	kept = malloc(length + 1);
	if (!kept)
		return sheet_memory;
	book->strings[book->string_count++] = to = kept;
	for (size_t i = 0; i < length; i++)
		if (text[i] != '\r')
			*to++ = text[i];
		else if (i + 1 == length || text[i + 1] != '\n')
			*to++ = '\n';
	*to = '\0';
	*ret_text = kept;
	return NULL;
}

const char *book_sheet(struct workbook *book, const char *name, size_t length)
{
	struct worksheet sheet = {NULL, NULL, 0};
	const char *why;

	if (book->count == SHEET_SHEETS)
		return sheet_large;
	if (!book_room(&book->sheets, book->count, &book->sheet_room,
		       sizeof(*book->sheets)))
		return sheet_memory;
	why = book_keep(book, name, length, &sheet.name);
	if (why)
		return why;
	book->sheets[book->count++] = sheet;
	book->cell_room = 0;
	return NULL;
}

const char *book_add(struct workbook *book, const struct sheet_cell *cell)
{
	struct worksheet *sheet = &book->sheets[book->count - 1];
	size_t bytes = strlen(cell->text);

	if (!*cell->text && cell->flaw == SHEET_SOUND)
		return NULL;
	if (cell->row < 1 || cell->row > SHEET_ROWS || cell->column < 1 ||
	    cell->column > SHEET_COLUMNS || book->cells == SHEET_CELLS ||
	    bytes > SHEET_TEXTS_BYTES - book->bytes)
		return sheet_large;
	if (!book_room(&sheet->cells, sheet->count, &book->cell_room,
		       sizeof(*sheet->cells)))
		return sheet_memory;
	sheet->cells[sheet->count++] = *cell;
	book->cells++;
	book->bytes += bytes;
	return NULL;
}

const char *sheet_text_add(struct sheet_text *text, const char *more,
			   size_t length)
{
	if (length > SHEET_TEXT_BYTES - text->length)
		return sheet_large;
	if (text->length + length + 1 > text->room) {
		size_t room = 2 * (text->length + length) + TEXT_FIRST;
		char *larger = realloc(text->bytes, room);

		if (!larger)
			return sheet_memory;
		text->bytes = larger;
		text->room = room;
	}
	memcpy(text->bytes + text->length, more, length);
	text->length += length;
	text->bytes[text->length] = '\0';
	return NULL;
}
