#include "tools/import/import_csv.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

enum { BLOCK_BYTES = 65536 };

struct reading {
	bool (*see)(void *context, const struct csv_row *row);
	void *context;
	struct csv_row row;
	size_t start[CSV_CELLS]; /* of each cell in bytes */
	char *bytes;
	size_t used, room;
	int line;     /* of the byte being read */
	bool between; /* no byte of the next row was read yet */
	bool stop, memory;
};

static bool reading_room(struct reading *reading, size_t more)
{
	size_t room = 2 * (reading->used + more);
	char *larger;

	if (reading->used + more <= reading->room)
		return true;
	larger = realloc(reading->bytes, room);
	if (!larger)
		return false;
	reading->bytes = larger;
	reading->room = room;
	return true;
}

static void end_cell(void *cell, size_t length, void *context)
{
	struct reading *reading = context;
	struct csv_row *row = &reading->row;

	if (reading->stop || reading->memory)
		return;
	if (row->count == CSV_CELLS) {
		row->cut = true;
		return;
	}
	if (!reading_room(reading, length + 1)) {
		reading->memory = true;
		return;
	}
	reading->start[row->count++] = reading->used;
	memcpy(reading->bytes + reading->used, cell, length);
	reading->bytes[reading->used + length] = '\0';
	reading->used += length + 1;
}

static void end_row(int delimiter, void *context)
{
	struct reading *reading = context;
	struct csv_row *row = &reading->row;

	(void)delimiter;
	if (!reading->stop && !reading->memory) {
		/* The bytes may have moved while the row grew. */
		for (int i = 0; i < row->count; i++)
			row->cells[i] = reading->bytes + reading->start[i];
		reading->stop = !reading->see(reading->context, row);
	}
	row->count = 0;
	row->cut = false;
	reading->used = 0;
	reading->between = true;
}

/* Feeds TEXT a byte at a time, so that the line of every row is known. Returns
 * whether its quotes are right. */
static bool feed(struct reading *reading, struct csv_parser *parser,
		 const struct import_text *text)
{
	for (size_t i = 0; i < text->length && !reading->stop; i++) {
		char byte = text->bytes[i];

		if (reading->between && !strchr(" \t\r\n", byte)) {
			reading->row.line = reading->line;
			reading->between = false;
		}
		if (csv_parse(parser, &byte, 1, end_cell, end_row, reading) !=
		    1)
			return false;
		if (byte == '\n' ||
		    (byte == '\r' && text->bytes[i + 1] != '\n'))
			reading->line++;
	}
	return reading->stop ||
	       csv_fini(parser, end_cell, end_row, reading) == 0;
}

static void tell(const struct reading *reading, struct csv_parser *parser,
		 const char *file, struct problems *problems, bool quotes)
{
	if (reading->memory || csv_error(parser) == CSV_ENOMEM)
		problem_add(problems, file, reading->line, "%s",
			    words_get(status_text(STATUS_MEMORY)));
	else if (!quotes)
		problem_add(problems, file, reading->row.line,
			    _("A quote (\") in this row is not closed, or "
			      "stands inside a cell. Put the whole cell in "
			      "quotes, and write quotes inside it twice. The "
			      "rows below were not read."));
}

void csv_read(const struct import_text *text, char delimiter, int line,
	      const char *file, struct problems *problems,
	      bool (*see)(void *context, const struct csv_row *row),
	      void *context)
{
	struct reading *reading = calloc(1, sizeof(*reading));
	struct csv_parser parser;
	bool quotes;

	if (!reading || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI |
					      CSV_APPEND_NULL) != 0) {
		free(reading);
		if (problems)
			problem_add(problems, file, 0, "%s",
				    words_get(status_text(STATUS_MEMORY)));
		return;
	}
	csv_set_delim(&parser, (unsigned char)delimiter);
	/* A long cell grows by this; the usual 128 bytes take all day. */
	csv_set_blk_size(&parser, BLOCK_BYTES);
	reading->see = see;
	reading->context = context;
	reading->line = reading->row.line = line;
	reading->between = true;
	quotes = feed(reading, &parser, text);
	if (problems)
		tell(reading, &parser, file, problems, quotes);
	csv_free(&parser);
	free(reading->bytes);
	free(reading);
}
