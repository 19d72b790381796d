#include "tools/pabulib/pabulib_rows.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/utf8.h"

enum { SCRATCH_LEAST = 4096, AHEAD = 16384 };

static bool blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

struct span span_trim(struct span text)
{
	while (text.length > 0 && blank(*text.text)) {
		text.text++;
		text.length--;
	}
	while (text.length > 0 && blank(text.text[text.length - 1]))
		text.length--;
	return text;
}

/* Controls, and marks that turn the direction of writing. */
static bool steers(uint32_t character)
{
	return character < ' ' || (character >= 0x7f && character < 0xa0) ||
	       (character >= 0x202a && character <= 0x202e) ||
	       (character >= 0x2066 && character <= 0x2069);
}

void span_show(struct span text, char *ret_shown, size_t size)
{
	static const char more[] = "\u2026";
	size_t used = 0;

	for (size_t at = 0, step; at < text.length; at += step) {
		uint32_t character;

		step = utf8_next(text.text + at, text.length - at, &character);
		if (used + step + sizeof(more) > size) {
			memcpy(ret_shown + used, more, sizeof(more));
			return;
		}
		if (steers(character)) {
			ret_shown[used++] = '?';
			continue;
		}
		memcpy(ret_shown + used, text.text + at, step);
		used += step;
	}
	ret_shown[used] = '\0';
}

bool span_is(struct span text, const char *word)
{
	return strlen(word) == text.length &&
	       strncasecmp(text.text, word, text.length) == 0;
}

/* The first BYTE from AT on, or END. */
static const char *find(const char *at, const char *end, char byte)
{
	const char *found = memchr(at, byte, (size_t)(end - at));

	return found ? found : end;
}

void rows_begin(struct rows *rows, const char *text, size_t length,
		bool returns)
{
	rows->scratch = NULL;
	rows->scratch_room = 0;
	rows->end = text + length;
	rows->returns = returns;
	rows_return(rows, text, 1);
}

void rows_return(struct rows *rows, const char *at, long line)
{
	rows->at = at;
	rows->line = rows->row_line = line;
	rows->quote = at;
}

void rows_end(struct rows *rows)
{
	free(rows->scratch);
}

/* Where the line at AT ends; *ret_next is where the next begins. */
static const char *line_end(const struct rows *rows, const char *at,
			    const char **ret_next)
{
	const char *end = at;

	if (rows->returns) {
		while (end < rows->end && *end != '\n' && *end != '\r')
			end++;
		*ret_next = end;
		*ret_next += end < rows->end && *end == '\r';
		*ret_next += *ret_next < rows->end && **ret_next == '\n';
		return end;
	}
	end = find(at, rows->end, '\n');
	*ret_next = end < rows->end ? end + 1 : end;
	return end > at && end[-1] == '\r' ? end - 1 : end;
}

static bool cell_add(struct rows *rows, const char *text, const char *end)
{
	struct span *cell = &rows->cells[rows->count];

	if (rows->count == ROW_CELLS)
		return false;
	*cell = (struct span){text, (size_t)(end - text)};
	if (cell->length > 0 && (blank(*text) || blank(end[-1]))) {
		*cell = span_trim(*cell);
		rows->blanks = true;
	}
	rows->count++;
	return true;
}

/* A line without a quote in it: nearly all. */
static enum row_fault line_split(struct rows *rows, const char *at,
				 const char *end)
{
	for (;;) {
		const char *stop = find(at, end, ';');

		if (!cell_add(rows, at, stop))
			return ROW_LONG;
		if (stop == end)
			return ROW_FINE;
		at = stop + 1;
	}
}

/* Room for SIZE bytes more behind USED; the cells move with it. */
static bool scratch_grow(struct rows *rows, size_t used, size_t size)
{
	size_t room = rows->scratch_room ? rows->scratch_room : SCRATCH_LEAST;
	char *before = rows->scratch, *larger;

	if (used + size <= rows->scratch_room)
		return true;
	while (room < used + size)
		room *= 2;
	larger = malloc(room);
	if (!larger)
		return false;
	if (used > 0)
		memcpy(larger, before, used);
	for (int i = 0; i < rows->count; i++) {
		struct span *cell = &rows->cells[i];

		if (before && (uintptr_t)cell->text - (uintptr_t)before <= used)
			cell->text = larger + (cell->text - before);
	}
	free(before);
	rows->scratch = larger;
	rows->scratch_room = room;
	return true;
}

/* What is between AT, behind a cell's first quote, and the one that closes it;
 * *ret_behind is behind that. */
static enum row_fault quoted_read(struct rows *rows, const char *at,
				  size_t *used, const char **ret_behind)
{
	size_t start = *used;

	for (;;) {
		const char *stop = find(at, rows->end, '"');
		size_t length = (size_t)(stop - at);

		if (stop == rows->end)
			return ROW_QUOTE;
		if (!scratch_grow(rows, *used, length + 1))
			return ROW_MEMORY;
		memcpy(rows->scratch + *used, at, length);
		*used += length;
		at = stop + 1;
		if (at == rows->end || *at != '"')
			break;
		rows->scratch[(*used)++] = '"';
		at++;
	}
	if (rows->count == ROW_CELLS)
		return ROW_LONG;
	rows->cells[rows->count++] =
	    (struct span){rows->scratch + start, *used - start};
	*ret_behind = at;
	return ROW_FINE;
}

long rows_lines(const struct rows *rows, const char *from, const char *to)
{
	long lines = 0;

	for (; from < to; from++)
		lines += *from == '\n' ||
			 (*from == '\r' &&
			  (from + 1 == rows->end || from[1] != '\n'));
	return lines;
}

const char *rows_far(const struct rows *rows, struct span cell)
{
	uintptr_t at = (uintptr_t)cell.text;
	bool copied = at < (uintptr_t)rows->row_at || at > (uintptr_t)rows->end;

	return copied ? cell.text + cell.length : rows->end;
}

/* Whether something other than the cell's end stands at AT. */
static bool behind_quote(const struct rows *rows, const char *at)
{
	while (at < rows->end && blank(*at))
		at++;
	return at < rows->end && !strchr(";\r\n", *at);
}

/* A row in which there is a quote: it may go over several lines. */
static enum row_fault row_split(struct rows *rows, const char *at,
				const char **ret_next)
{
	size_t used = 0;

	for (;;) {
		const char *next, *end = line_end(rows, at, &next);
		const char *cell = at, *stop = find(at, end, ';');
		enum row_fault fault;

		while (cell < stop && blank(*cell))
			cell++;
		if (cell < stop && *cell == '"') {
			size_t before = used;

			fault = quoted_read(rows, cell + 1, &used, &cell);
			if (fault != ROW_FINE)
				return fault;
			/* Text behind the closing quote: the quotes are those
			 * of a word. */
			if (behind_quote(rows, cell) && cell <= stop) {
				used = before;
				rows->count--;
				rows->inner_quote = true;
				if (!cell_add(rows, at, stop))
					return ROW_LONG;
			} else {
				end = line_end(rows, cell, &next);
				for (stop = cell; stop < end && blank(*stop);
				     stop++)
					;
				if (stop < end && *stop != ';')
					return ROW_QUOTE;
				rows->blanks |= blank(*at) || stop > cell;
			}
		} else {
			rows->inner_quote |= find(at, stop, '"') < stop;
			if (!cell_add(rows, at, stop))
				return ROW_LONG;
		}
		if (stop == end) {
			*ret_next = next;
			return ROW_FINE;
		}
		at = stop + 1;
	}
}

/* Whether there is nothing from AT to END. */
static bool nothing(const char *at, const char *end)
{
	while (at < end && blank(*at))
		at++;
	return at == end;
}

/* Whether a quote is in the line that ends at END. Where none is, the text
 * behind it is searched as well, so that most lines need no search. */
static bool line_quoted(struct rows *rows, const char *end)
{
	const char *far = rows->end;

	if (rows->quote >= end)
		return false;
	rows->quote = find(rows->at, end, '"');
	if (rows->quote < end)
		return true;
	if (far - end > AHEAD)
		far = end + AHEAD;
	rows->quote = find(end, far, '"');
	return false;
}

enum row_fault rows_next(struct rows *rows)
{
	const char *next, *end;
	enum row_fault fault;

	rows->count = 0;
	rows->blanks = rows->inner_quote = false;
	rows->blank_lines = 0;
	for (;; rows->at = next, rows->line++, rows->blank_lines++) {
		if (rows->at == rows->end)
			return ROW_END;
		end = line_end(rows, rows->at, &next);
		if (!nothing(rows->at, end))
			break;
	}
	rows->row_at = rows->at;
	rows->row_line = rows->line;
	if (!line_quoted(rows, end)) {
		fault = line_split(rows, rows->at, end);
		rows->line++;
	} else {
		fault = row_split(rows, rows->at, &next);
		if (fault == ROW_FINE)
			rows->line += rows_lines(rows, rows->at, next);
	}
	rows->open =
	    next == rows->end && rows->end[-1] != '\n' && rows->end[-1] != '\r';
	rows->at = fault == ROW_FINE ? next : rows->end;
	return fault;
}
