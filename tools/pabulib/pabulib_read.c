/* A file's sections in their order, and what all of them need. */
#include "tools/pabulib/pabulib_read.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

enum { MARK_BYTES = 3 };

static const char *const sections[] = {
    [SECTION_META] = "META",
    [SECTION_PROJECTS] = "PROJECTS",
    [SECTION_VOTES] = "VOTES",
};

enum status reading_note(struct reading *reading, enum note kind, long line,
			 const char *format, ...)
{
	char *text = NULL;
	va_list values;

	if (note_level(kind) != LEVEL_REPAIR || reading->lenient) {
		if (reading->notes->counts[kind] >= NOTES_KEPT) {
			notes_add(reading->notes, kind, line, "%s", "");
			return STATUS_OK;
		}
	}
	va_start(values, format);
	if (vasprintf(&text, format, values) < 0)
		text = NULL;
	va_end(values);
	if (!text)
		return STATUS_MEMORY;
	if (note_level(kind) == LEVEL_REPAIR && !reading->lenient) {
		notes_refuse(reading->notes, line, "%s %s", text,
			     _("With --lenient it is read all the same."));
		free(text);
		return STATUS_INPUT;
	}
	notes_add(reading->notes, kind, line, "%s", text);
	free(text);
	return STATUS_OK;
}

const char *reading_show(struct reading *reading, struct span text)
{
	char *shown = reading->shown[reading->shown_next++ % SHOWN_AT_ONCE];

	span_show(text, shown, SHOWN_TEXT);
	return shown;
}

/* Which section's name the row is, or SECTION_NONE. */
static enum section row_section(const struct rows *row)
{
	for (int i = 1; i < row->count; i++)
		if (row->cells[i].length > 0)
			return SECTION_NONE;
	for (int i = SECTION_META; i <= SECTION_VOTES; i++)
		if (span_is(row->cells[0], sections[i]))
			return (enum section)i;
	return SECTION_NONE;
}

static enum status row_fault(struct reading *reading, enum row_fault fault)
{
	long line = reading->rows.row_line;

	if (fault == ROW_MEMORY)
		return STATUS_MEMORY;
	if (fault == ROW_LONG)
		return reading_refuse(
		    reading, line,
		    _("This row has more than %d cells. Is a quote (\") "
		      "missing, or is this another kind of file?"),
		    ROW_CELLS);
	return reading_refuse(
	    reading, line,
	    _("A quote (\") in this row is not closed, or text stands behind "
	      "it. Put the whole cell in quotes, and write quotes inside it "
	      "twice."));
}

/* What is odd about a row whatever it holds. */
static enum status row_odd(struct reading *reading)
{
	const struct rows *row = &reading->rows;
	enum status status = STATUS_OK;

	if (row->blank_lines > 0)
		status = reading_note(reading, NOTE_BLANK_LINE, row->row_line,
				      _("There is an empty line before this."));
	if (row->blanks && status == STATUS_OK)
		status = reading_note(reading, NOTE_BLANKS, row->row_line,
				      _("Blanks around cells were taken off."));
	if (row->inner_quote && status == STATUS_OK)
		status = reading_note(
		    reading, NOTE_INNER_QUOTE, row->row_line,
		    _("A quote (\") inside a cell was taken as it stands."));
	if (row->open && status == STATUS_OK)
		status = reading_note(reading, NOTE_OPEN, row->row_line,
				      _("The last line has no line end."));
	return status;
}

/* The row's number of cells that are not empty at its end. */
static int row_filled(const struct rows *row)
{
	int count = row->count;

	while (count > 1 && row->cells[count - 1].length == 0)
		count--;
	return count;
}

/* The row begins the section that comes after the one being read. */
static enum status section_begin(struct reading *reading, enum section section)
{
	const struct rows *row = &reading->rows;
	const char *name = sections[section];

	if ((int)section != (int)reading->section + 1)
		return reading_refuse(
		    reading, row->row_line,
		    _("%s stands twice, or in the wrong place. The order is "
		      "META, PROJECTS, VOTES, each once."),
		    name);
	reading->section = section;
	if (memcmp(row->cells[0].text, name, strlen(name)) != 0) {
		enum status status =
		    reading_note(reading, NOTE_SECTION, row->row_line,
				 _("This was taken as the section %s."), name);

		if (status != STATUS_OK)
			return status;
	}
	if (row->count > 1)
		return reading_note(
		    reading, NOTE_TRAILING, row->row_line,
		    _("Empty cells stand at the end of this row. Take the "
		      "semicolons there away."));
	return STATUS_OK;
}

enum status reading_row(struct reading *reading, bool *ret_row)
{
	struct rows *row = &reading->rows;
	enum row_fault fault = rows_next(row);
	enum section section;
	enum status status;

	*ret_row = false;
	if (fault == ROW_END) {
		reading->ended = true;
		return STATUS_OK;
	}
	if (fault != ROW_FINE)
		return row_fault(reading, fault);
	status = row_odd(reading);
	if (status != STATUS_OK)
		return status;
	section = row_section(row);
	if (section != SECTION_NONE)
		return section_begin(reading, section);
	*ret_row = true;
	return STATUS_OK;
}

enum status reading_width(struct reading *reading, int count)
{
	struct rows *row = &reading->rows;
	int filled = row_filled(row);
	enum status status = STATUS_OK;

	if (row->count == count)
		return STATUS_OK;
	if (filled > count)
		return reading_refuse(
		    reading, row->row_line,
		    _("This row has %1$d cells, the head of the section %2$d. "
		      "Put cells with semicolons in quotes."),
		    row->count, count);
	if (row->count > count) {
		status = reading_note(
		    reading, NOTE_TRAILING, row->row_line,
		    _("Empty cells stand at the end of this row. Take the "
		      "semicolons there away."));
	} else if (row->open) {
		return reading_refuse(
		    reading, row->row_line,
		    _("This row has %1$d cells, the head of the section %2$d, "
		      "and the file ends in it. Fetch the whole file again."),
		    row->count, count);
	} else {
		status = reading_note(
		    reading, NOTE_SHORT_ROW, row->row_line,
		    _("This row has %1$d cells, the head of the section %2$d. "
		      "Write those at its end, too."),
		    row->count, count);
		for (int i = row->count; i < count; i++)
			row->cells[i] = (struct span){"", 0};
	}
	row->count = count;
	return status;
}

enum status reading_columns(struct reading *reading, const char *const *names,
			    int count, int *ret_columns)
{
	const struct rows *row = &reading->rows;

	for (int i = 0; i < count; i++) {
		ret_columns[i] = -1;
		for (int j = 0; j < row->count; j++) {
			if (!span_is(row->cells[j], names[i]))
				continue;
			if (ret_columns[i] >= 0)
				return reading_refuse(
				    reading, row->row_line,
				    _("There are two columns %s. Leave the "
				      "right one."),
				    names[i]);
			ret_columns[i] = j;
		}
	}
	return STATUS_OK;
}

enum status reading_number(struct reading *reading, struct span text,
			   const char *what, struct number *ret_number)
{
	long line = reading->rows.row_line;
	const char *shown;

	switch (number_read(text, ret_number)) {
	case NUMBER_FINE:
		return STATUS_OK;
	case NUMBER_COMMA:
		shown = reading_show(reading, text);
		return reading_note(
		    reading, NOTE_COMMA, line,
		    _("%1$s: the comma in %2$s was taken as a decimal point. "
		      "Write a point."),
		    what, shown);
	case NUMBER_AMBIGUOUS:
		shown = reading_show(reading, text);
		return reading_refuse(
		    reading, line,
		    _("%1$s: %2$s can be read in two ways. Write decimals "
		      "behind a point, and nothing between thousands."),
		    what, shown);
	case NUMBER_RANGE:
		shown = reading_show(reading, text);
		return reading_refuse(
		    reading, line,
		    _("%1$s: %2$s is out of range. It must not be below 0, "
		      "nor have more than 18 digits or 6 decimals."),
		    what, shown);
	case NUMBER_NONE:
		break;
	}
	shown = reading_show(reading, text);
	return reading_refuse(reading, line,
			      _("%1$s: \"%2$s\" is no number. Write digits, "
				"and decimals behind a point."),
			      what, shown);
}

enum status reading_money(struct reading *reading, long line,
			  struct number number, const char *what,
			  int64_t *ret_minor)
{
	enum { HUNDREDTHS = 2 };

	if (!number_scaled(number, HUNDREDTHS, ret_minor) ||
	    *ret_minor > ELECTION_MONEY_MOST)
		return reading_refuse(
		    reading, line,
		    _("%s: this amount is too large, or finer than "
		      "hundredths. Write it with two decimals."),
		    what);
	return STATUS_OK;
}

/* What all bytes together tell, before any is understood. */
static enum status text_check(struct reading *reading)
{
	const struct pabulib_look *look = &reading->look;
	enum status status = STATUS_OK;
	long line = 1;

	if (look->wrong < reading->text.length) {
		for (size_t i = 0; i < look->wrong; i++)
			line += reading->text.text[i] == '\n';
		return reading_refuse(
		    reading, line,
		    _("Here is a byte that is not UTF-8 text. Save the file "
		      "as UTF-8."));
	}
	if (look->mark) {
		reading->text.text += MARK_BYTES;
		reading->text.length -= MARK_BYTES;
		status = reading_note(
		    reading, NOTE_MARK, 1,
		    _("The byte order mark at the begin was passed over."));
	}
	if (status == STATUS_OK && (look->crlf || look->returns))
		status = reading_note(
		    reading, NOTE_ENDS, 1,
		    look->bare || (look->crlf && look->returns)
			? _("Some lines end in LF, others with CR.")
			: _("Lines end with CR."));
	return status;
}

/* What is missing when the file ends before VOTES. */
static enum status sections_end(struct reading *reading)
{
	return reading_refuse(
	    reading, reading->rows.row_line,
	    _("The file ends without a section %s. Fetch the whole file "
	      "again."),
	    sections[reading->section + 1]);
}

static enum status sections_read(struct reading *reading)
{
	static enum status (*const read[])(struct reading *) = {
	    [SECTION_META] = reading_meta,
	    [SECTION_PROJECTS] = reading_projects,
	    [SECTION_VOTES] = reading_votes,
	};
	bool row;
	enum status status = reading_row(reading, &row);

	if (status == STATUS_OK && row)
		return reading_refuse(
		    reading, reading->rows.row_line,
		    _("The file does not begin with META. Is this another "
		      "kind of file?"));
	while (status == STATUS_OK && !reading->ended)
		status = read[reading->section](reading);
	if (status == STATUS_OK && reading->section != SECTION_VOTES)
		return sections_end(reading);
	return status == STATUS_OK ? reading_check_counts(reading) : status;
}

/* Reads with values of PLACES decimals; STATUS_CHANGED with *ret_places when
 * there are more. */
static enum status read_once(struct reading *reading, int *ret_places)
{
	enum status status;

	reading->pabulib = calloc(1, sizeof(*reading->pabulib));
	if (!reading->pabulib)
		return STATUS_MEMORY;
	status = text_check(reading);
	rows_begin(&reading->rows, reading->text.text, reading->text.length,
		   reading->look.returns);
	if (status == STATUS_OK)
		status = sections_read(reading);
	rows_end(&reading->rows);
	voters_free(reading->voters);
	ids_free(&reading->ids);
	*ret_places = reading->places;
	return status;
}

/* Makes the election; the text is no more needed. */
static enum status read_finish(struct reading *reading)
{
	struct election *election = election_build(reading->builder);

	if (!election)
		return STATUS_MEMORY;
	reading->pabulib->election = election;
	return reading_check_claims(reading);
}

/* Reads TEXT. Who owns it gives it away in OWNED, and it is freed as soon as it
 * is needed no more. */
static enum status read_text(struct span text, struct pabulib_text *owned,
			     bool lenient, struct pabulib_notes *notes,
			     struct pabulib **ret_pabulib)
{
	struct pabulib_look look = pabulib_text_look(text.text, text.length);
	struct reading *reading = malloc(sizeof(*reading));
	enum status status;
	int places = 0;

	if (!reading)
		return STATUS_MEMORY;
	do {
		/* Far too large to be cleared for each row of cells. */
		memset(reading, 0, offsetof(struct reading, rows));
		reading->notes = notes;
		reading->lenient = lenient;
		reading->text = text;
		reading->look = look;
		reading->places = places;
		status = read_once(reading, &places);
		if (status == STATUS_OK) {
			pabulib_text_free(owned);
			status = read_finish(reading);
		}
		election_builder_free(reading->builder);
		free(reading->claims);
		if (status == STATUS_OK)
			*ret_pabulib = reading->pabulib;
		else
			pabulib_free(reading->pabulib);
		if (status == STATUS_CHANGED)
			notes_clear(notes);
	} while (status == STATUS_CHANGED);
	free(reading);
	return status;
}

enum status pabulib_read_bytes(const char *bytes, size_t length, bool lenient,
			       struct pabulib_notes *notes,
			       struct pabulib **ret_pabulib)
{
	struct pabulib_text none = {NULL, 0};

	if (length > PABULIB_TEXT_MOST)
		return STATUS_LIMIT;
	return read_text((struct span){bytes, length}, &none, lenient, notes,
			 ret_pabulib);
}

enum status pabulib_read(const char *path, bool lenient,
			 struct pabulib_notes *notes,
			 struct pabulib **ret_pabulib)
{
	struct pabulib_text text;
	enum status status = pabulib_text_read(path, &text);

	if (status != STATUS_OK)
		return status;
	status = read_text((struct span){text.bytes, text.length}, &text,
			   lenient, notes, ret_pabulib);
	pabulib_text_free(&text);
	return status;
}
