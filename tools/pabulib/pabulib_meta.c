/* META: keys and values. */
#include "tools/pabulib/pabulib_read.h"

#include <stdlib.h>
#include <string.h>

#include "words/words.h"

enum kind { KIND_TEXT, KIND_NUMBER, KIND_TYPE };

static const struct {
	const char *spelled;
	enum kind kind;
} keys[PABULIB_KEY_COUNT] = {
#define KEY(name, spelled, kind) {spelled, KIND_##kind},
#include "tools/pabulib/pabulib_key.def"
#undef KEY
};

const char *pabulib_key_name(enum pabulib_key key)
{
	return keys[key].spelled;
}

static int key_find(struct span text)
{
	for (int i = 0; i < PABULIB_KEY_COUNT; i++)
		if (span_is(text, keys[i].spelled))
			return i;
	return -1;
}

static enum status type_read(struct reading *reading, struct span value)
{
	int type = vote_type_find(value.text, value.length);

	if (type < 0)
		return reading_refuse(
		    reading, reading->rows.row_line,
		    _("There is no vote_type \"%s\". Write approval, "
		      "choose-1, ordinal, cumulative or scoring."),
		    reading_show(reading, value));
	reading->pabulib->vote_type = (enum vote_type)type;
	return STATUS_OK;
}

/* A key stands there for the second time: texts may, with the first kept. */
static enum status key_again(struct reading *reading, int key)
{
	const struct pabulib_meta *meta = &reading->pabulib->meta[key];

	if (keys[key].kind != KIND_TEXT)
		return reading_refuse(
		    reading, reading->rows.row_line,
		    _("%1$s stands here and in line %2$ld. Leave the right "
		      "one."),
		    keys[key].spelled, meta->line);
	return reading_note(reading, NOTE_KEY_TWICE, reading->rows.row_line,
			    _("%1$s stands here and in line %2$ld, which is "
			      "kept. Leave the right one."),
			    keys[key].spelled, meta->line);
}

static enum status key_read(struct reading *reading, int key, struct span value)
{
	struct pabulib_meta *meta = &reading->pabulib->meta[key];
	enum status status = STATUS_OK;

	if (meta->text)
		return key_again(reading, key);
	if (value.length == 0)
		return reading_note(reading, NOTE_NO_VALUE,
				    reading->rows.row_line,
				    _("%s has no value."), keys[key].spelled);
	if (keys[key].kind == KIND_NUMBER)
		status = reading_number(reading, value, keys[key].spelled,
					&meta->number);
	else if (keys[key].kind == KIND_TYPE)
		status = type_read(reading, value);
	if (status != STATUS_OK)
		return status;
	meta->line = reading->rows.row_line;
	meta->text = strndup(value.text, value.length);
	return meta->text ? STATUS_OK : STATUS_MEMORY;
}

static enum status pair_read(struct reading *reading)
{
	const struct rows *row = &reading->rows;
	int key = key_find(row->cells[0]), filled = row->count;

	while (filled > 2 && row->cells[filled - 1].length == 0)
		filled--;
	if (filled != 2 && key >= 0 && keys[key].kind != KIND_TEXT)
		return reading_refuse(
		    reading, row->row_line,
		    _("This should be %s, a semicolon and one value."),
		    keys[key].spelled);
	if (filled != 2) {
		enum status status = reading_note(
		    reading, NOTE_NO_PAIR, row->row_line,
		    _("This is not a key, a semicolon and a value. Put values "
		      "with semicolons in quotes."));

		if (status != STATUS_OK || filled < 2)
			return status;
	} else if (filled < row->count) {
		enum status status = reading_note(
		    reading, NOTE_TRAILING, row->row_line,
		    _("Empty cells stand at the end of this row. Take the "
		      "semicolons there away."));

		if (status != STATUS_OK)
			return status;
	}
	return key < 0 ? STATUS_OK : key_read(reading, key, row->cells[1]);
}

/* The line key;value, which 29 old files do not have. */
static bool head_is(const struct rows *row)
{
	return row->count >= 2 && span_is(row->cells[0], "key") &&
	       span_is(row->cells[1], "value");
}

/* What nothing can be counted without, and what tells whether all is there. */
static enum status meta_check(struct reading *reading)
{
	static const enum pabulib_key counts[] = {PABULIB_NUM_PROJECTS,
						  PABULIB_NUM_VOTES};
	static const enum pabulib_key needed[] = {PABULIB_BUDGET,
						  PABULIB_VOTE_TYPE};
	const struct pabulib_meta *meta = reading->pabulib->meta;
	long line = reading->rows.row_line;

	for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++)
		if (!meta[needed[i]].text)
			return reading_refuse(
			    reading, line,
			    _("META has no %s. Without it nothing can be "
			      "counted: add the line."),
			    keys[needed[i]].spelled);
	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		enum status status = STATUS_OK;

		if (!meta[counts[i]].text)
			status = reading_note(
			    reading, NOTE_NO_COUNT, line,
			    _("META has no %s: nothing tells whether the file "
			      "is whole."),
			    keys[counts[i]].spelled);
		if (status != STATUS_OK)
			return status;
	}
	return STATUS_OK;
}

enum status reading_meta(struct reading *reading)
{
	bool row, first = true;
	enum status status;

	while ((status = reading_row(reading, &row)) == STATUS_OK && row) {
		if (first && head_is(&reading->rows)) {
			first = false;
			continue;
		}
		if (first)
			status = reading_note(reading, NOTE_NO_HEAD,
					      reading->rows.row_line,
					      _("META has no line key;value."));
		first = false;
		if (status == STATUS_OK)
			status = pair_read(reading);
		if (status != STATUS_OK)
			return status;
	}
	return status == STATUS_OK && !reading->ended ? meta_check(reading)
						      : status;
}
