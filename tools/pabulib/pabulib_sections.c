/* The rows of a section, up to the name of the next. */
#include "tools/pabulib/pabulib_read.h"

#include <string.h>

#include "words/words.h"

static const char *const names[] = {
    [SECTION_META] = "META",
    [SECTION_PROJECTS] = "PROJECTS",
    [SECTION_VOTES] = "VOTES",
};

const char *section_name(enum section section)
{
	return names[section];
}

/* Which section's name the row is, or SECTION_NONE. */
static enum section row_section(const struct rows *row)
{
	for (int i = 1; i < row->count; i++)
		if (row->cells[i].length > 0)
			return SECTION_NONE;
	for (int i = SECTION_META; i <= SECTION_VOTES; i++)
		if (span_is(row->cells[0], names[i]))
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
	const char *name = names[section];

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

enum status reading_columns(struct reading *reading, const char *const *heads,
			    int count, int *ret_columns)
{
	const struct rows *row = &reading->rows;

	for (int i = 0; i < count; i++) {
		ret_columns[i] = -1;
		for (int j = 0; j < row->count; j++) {
			if (!span_is(row->cells[j], heads[i]))
				continue;
			if (ret_columns[i] >= 0)
				return reading_refuse(
				    reading, row->row_line,
				    _("There are two columns %s. Leave the "
				      "right one."),
				    heads[i]);
			ret_columns[i] = j;
		}
	}
	return STATUS_OK;
}
