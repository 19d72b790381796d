/* Reading the tables of a published folder. They are read as they are written;
 * whatever else is odd about them shows when they are made again. */
#include "tools/bundle/bundle_read.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

/* Reads exactly SIZE bytes in small hexadecimal digits at the start of what is
 * left of a line, and steps over them. */
static bool take_hex(const char **line, size_t *length, unsigned char *bytes,
		     size_t size)
{
	size_t done = 0;
	const char *end;

	if (*length < 2 * size ||
	    sodium_hex2bin(bytes, size, *line, 2 * size, NULL, &done, &end) !=
		0 ||
	    done != size || end != *line + 2 * size)
		return false;
	*line += 2 * size;
	*length -= 2 * size;
	return true;
}

static bool take_symbol(const char **line, size_t *length, char symbol)
{
	if (*length == 0 || **line != symbol)
		return false;
	++*line;
	--*length;
	return true;
}

/* Reads a whole number from 0 to MOST. */
static bool take_number(const char **line, size_t *length, int most,
			int *ret_number)
{
	int number = 0;
	size_t digits = 0;

	while (digits < *length && (*line)[digits] >= '0' &&
	       (*line)[digits] <= '9') {
		number = number * 10 + ((*line)[digits++] - '0');
		if (number > most)
			return false;
	}
	if (digits == 0)
		return false;
	*line += digits;
	*length -= digits;
	*ret_number = number;
	return true;
}

/* How many lines follow the head of FILE: no fewer rows than that are read. */
static size_t row_limit(const struct bundle_file *file)
{
	size_t rows = 1;

	for (size_t i = 0; i < file->length; i++)
		rows += file->data[i] == '\n';
	return rows;
}

/* Makes room for all rows of FILE behind those there are. */
static enum status slots_reserve(const struct bundle_file *file,
				 struct bundle *bundle)
{
	struct bundle_slot *slots = reallocarray(
	    bundle->slots, (size_t)bundle->slot_count + row_limit(file),
	    sizeof(*slots));

	if (!slots)
		return STATUS_MEMORY;
	bundle->slots = slots;
	return STATUS_OK;
}

static enum status too_many(const struct lines *lines,
			    struct complaint *complaint)
{
	return complain(complaint, lines->name, lines->number,
			_("A meeting has at most %d slips."), ROLL_SLIPS);
}

static enum status read_vote(struct lines *lines, const char *line,
			     size_t length, struct bundle *bundle,
			     struct complaint *complaint)
{
	const struct meeting *meeting = bundle->meeting;
	struct bundle_slot *slot = &bundle->slots[bundle->slot_count];

	*slot = (struct bundle_slot){.filled = true};
	if (!take_hex(&line, &length, slot->id, sizeof(slot->id)))
		return complain(complaint, lines->name, lines->number,
				_("The row must begin with a slot of %d "
				  "hexadecimal digits."),
				BUNDLE_SLOT_HEX);
	for (int i = 0; i < meeting->proposal_count; i++) {
		int value;

		if (!take_symbol(&line, &length, ';') ||
		    !take_number(&line, &length, BALLOT_VALUE_MAX, &value))
			return complain(complaint, lines->name, lines->number,
					_("There is no number for "
					  "proposal %d."),
					meeting->proposals[i].number);
		slot->ballot.value[i] = (short)value;
	}
	if (length != 0)
		return complain(complaint, lines->name, lines->number,
				_("The row is longer than the proposals."));
	if (ballot_check(meeting, &slot->ballot) != STATUS_OK)
		return complain(complaint, lines->name, lines->number,
				_("The ballot does not follow the rules."));
	bundle->slot_count++;
	return STATUS_OK;
}

enum status bundle_read_votes(const struct bundle_file *file,
			      struct bundle *bundle,
			      struct complaint *complaint)
{
	struct lines lines = lines_of(file);
	enum status status = slots_reserve(file, bundle);
	const char *line;
	size_t length;

	while (status == STATUS_OK && lines_next(&lines, &line, &length)) {
		if (bundle->slot_count > ROLL_SLIPS)
			return too_many(&lines, complaint);
		if (lines.number > 1)
			status =
			    read_vote(&lines, line, length, bundle, complaint);
	}
	return status;
}

enum status bundle_read_free(const struct bundle_file *file,
			     struct bundle *bundle, struct complaint *complaint)
{
	struct lines lines = lines_of(file);
	const char *line;
	size_t length;

	if (slots_reserve(file, bundle) != STATUS_OK)
		return STATUS_MEMORY;
	while (lines_next(&lines, &line, &length)) {
		struct bundle_slot *slot = &bundle->slots[bundle->slot_count];

		if (lines.number == 1)
			continue;
		if (bundle->slot_count >= ROLL_SLIPS)
			return too_many(&lines, complaint);
		*slot = (struct bundle_slot){.filled = false};
		if (!take_hex(&line, &length, slot->id, sizeof(slot->id)) ||
		    length != 0)
			return complain(complaint, lines.name, lines.number,
					_("This is not a slot."));
		bundle->slot_count++;
	}
	return STATUS_OK;
}

enum status bundle_read_slips(const struct bundle_file *file,
			      struct bundle *bundle,
			      struct complaint *complaint)
{
	struct lines lines = lines_of(file);
	const char *line;
	size_t length;

	bundle->slips = calloc(row_limit(file), sizeof(*bundle->slips));
	if (!bundle->slips)
		return STATUS_MEMORY;
	while (lines_next(&lines, &line, &length)) {
		unsigned char *slip = bundle->slips[bundle->slip_count];

		if (lines.number == 1)
			continue;
		if (!take_hex(&line, &length, slip, BUNDLE_SLIP_BYTES) ||
		    length != 0)
			return complain(complaint, lines.name, lines.number,
					_("This is not the code of a slip."));
		if (bundle->slip_count > 0 &&
		    memcmp(slip - BUNDLE_SLIP_BYTES, slip, BUNDLE_SLIP_BYTES) >=
			0)
			return complain(complaint, lines.name, lines.number,
					_("The slips are not sorted, or one "
					  "stands there twice."));
		bundle->slip_count++;
	}
	if (bundle->slip_count != bundle_slips(bundle))
		return complain(
		    complaint, lines.name, 0,
		    _("There are %1$d used slips, but %2$d ballots."),
		    bundle->slip_count, bundle->tally.ballots);
	return STATUS_OK;
}

/* Reads a cell up to the semicolon after it, undoing bundle_write_cell(), and
 * steps over both. */
static bool take_cell(const char **line, size_t *length, char *ret_text,
		      size_t size)
{
	bool quoted = take_symbol(line, length, '"');
	size_t used = 0;

	for (;;) {
		char symbol;

		if (*length == 0)
			return false;
		symbol = **line;
		if (!quoted && symbol == ';')
			break;
		if (quoted && symbol == '"' &&
		    (*length < 2 || (*line)[1] != '"'))
			break;
		if (used + 1 == size)
			return false;
		ret_text[used++] = symbol;
		*line += quoted && symbol == '"' ? 2 : 1;
		*length -= quoted && symbol == '"' ? 2 : 1;
	}
	ret_text[used] = '\0';
	return (!quoted || take_symbol(line, length, '"')) &&
	       take_symbol(line, length, ';');
}

/* Far more acts than any evening has. */
enum { AUDIT_NUMBER_MAX = 1000000 };

static bool read_row(const char *line, size_t length, struct audit_row *row)
{
	char act[BUNDLE_NAME];

	if (!take_number(&line, &length, AUDIT_NUMBER_MAX, &row->number) ||
	    !take_symbol(&line, &length, ';') ||
	    !take_cell(&line, &length, row->at, sizeof(row->at)) ||
	    !take_cell(&line, &length, act, sizeof(act)) ||
	    !take_cell(&line, &length, row->detail, sizeof(row->detail)) ||
	    !take_hex(&line, &length, row->root, sizeof(row->root)) ||
	    !take_symbol(&line, &length, ';') ||
	    !take_hex(&line, &length, row->hash, sizeof(row->hash)) ||
	    length != 0)
		return false;
	for (int i = 0; i < ACT_COUNT; i++) {
		if (strcmp(act_name(i), act) != 0)
			continue;
		row->act = i;
		return true;
	}
	return false;
}

enum status bundle_read_audit(const struct bundle_file *file,
			      struct bundle *bundle,
			      struct complaint *complaint)
{
	struct lines lines = lines_of(file);
	const char *line;
	size_t length;

	bundle->rows = calloc(row_limit(file), sizeof(*bundle->rows));
	if (!bundle->rows)
		return STATUS_MEMORY;
	while (lines_next(&lines, &line, &length)) {
		if (lines.number == 1)
			continue;
		if (!read_row(line, length, &bundle->rows[bundle->row_count]))
			return complain(complaint, lines.name, lines.number,
					_("This is not an act of the "
					  "organisers."));
		bundle->row_count++;
	}
	return STATUS_OK;
}
