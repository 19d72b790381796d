/* A file's sections in their order, and what all of them need. */
#include "tools/pabulib/pabulib_read.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

enum { MARK_BYTES = 3 };

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
	    section_name(reading->section + 1));
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
