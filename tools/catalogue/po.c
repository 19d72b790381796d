#include "tools/catalogue/po.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/status.h"
#include "core/utf8.h"
#include "tools/catalogue/po_line.h"
#include "words/words.h"

/* Whether LINE is UTF-8 without control characters; says so if not. */
static bool line_clean(struct po_reader *reader, const char *line,
		       size_t length)
{
	for (size_t i = 0; i < length;) {
		uint32_t character = 0;
		size_t size = utf8_read(line + i, length - i, &character);

		if (size == 0) {
			po_wrong(reader, _("This line is not UTF-8. Save the "
					   "file again as UTF-8."));
			return false;
		}
		if (character < ' ' && character != '\t' && character != '\r') {
			po_wrong(reader, _("There is an invisible control "
					   "character in this line."));
			return false;
		}
		i += size;
	}
	return true;
}

/* Whether every message is whole; what is not is dropped. */
static void messages_close(struct po_reader *reader)
{
	struct po *po = reader->po;

	for (int i = 0; i < po->count; i++) {
		struct po_message *message = &po->messages[i];
		bool whole = message->id && message->form_count > 0;

		for (int j = 0; j < message->form_count; j++)
			whole = whole && message->forms[j];
		reader->line = message->line;
		reader->message = NULL;
		if (!whole && !message->broken)
			po_wrong(reader, _("This text has no msgstr."));
		for (int j = 0; !whole && j < PLURAL_FORMS; j++)
			free(message->forms[j]);
		if (whole)
			continue;
		free(message->context);
		free(message->id);
		free(message->plural);
		memmove(message, message + 1,
			(size_t)(po->count - i - 1) * sizeof(*message));
		po->count--;
		i--;
	}
}

/* The whole file with a NUL behind, or NULL once the problem is told. */
static char *file_read(const char *path, struct po_reader *reader,
		       size_t *ret_length)
{
	FILE *file = fopen(path, "rbe");
	struct stat found;
	char *bytes = NULL;

	if (!file || stat(path, &found) != 0 || !S_ISREG(found.st_mode)) {
		po_wrong(reader,
			 words_get(status_text(file ? STATUS_FILE_READ
						    : STATUS_FILE_MISSING)));
	} else if (found.st_size > PO_BYTES) {
		po_wrong(reader,
			 _("The file is far too large for a translation. "
			   "Is it the right file?"));
	} else {
		bytes = malloc(PO_BYTES + 1);
		reader->problems->memory |= !bytes;
	}
	if (bytes) {
		*ret_length = fread(bytes, 1, PO_BYTES, file);
		bytes[*ret_length] = '\0';
	}
	if (file)
		fclose(file);
	return bytes;
}

void po_read(const char *path, const char *name, struct problems *problems,
	     struct po *ret_po)
{
	static const char mark[] = "\xef\xbb\xbf"; /* byte order mark */
	struct po_reader reader = {
	    .po = ret_po, .problems = problems, .name = name};
	size_t length = 0;
	char *bytes, *at, *end;

	*ret_po = (struct po){NULL, 0, 0};
	bytes = file_read(path, &reader, &length);
	if (!bytes)
		return;
	at = bytes;
	if (strncmp(at, mark, sizeof(mark) - 1) == 0)
		at += sizeof(mark) - 1;
	for (end = bytes + length; at < end; at++) {
		char *next = memchr(at, '\n', (size_t)(end - at));
		size_t size = (size_t)((next ? next : end) - at);

		reader.line++;
		at[size] = '\0';
		if (line_clean(&reader, at, size))
			po_line(&reader, at);
		at += size;
	}
	messages_close(&reader);
	free(bytes);
}

void po_free(struct po *po)
{
	for (int i = 0; i < po->count; i++) {
		struct po_message *message = &po->messages[i];

		free(message->context);
		free(message->id);
		free(message->plural);
		for (int j = 0; j < PLURAL_FORMS; j++)
			free(message->forms[j]);
	}
	free(po->messages);
	*po = (struct po){NULL, 0, 0};
}

const struct po_message *po_find(const struct po *po, const char *id)
{
	for (int i = 0; i < po->count; i++)
		if (!po->messages[i].context &&
		    strcmp(po->messages[i].id, id) == 0)
			return &po->messages[i];
	return NULL;
}

void po_field(const struct po *po, const char *field, char *ret_value,
	      size_t size)
{
	const struct po_message *header = po_find(po, "");
	const char *at = header ? header->forms[0] : "";
	size_t length = strlen(field);

	ret_value[0] = '\0';
	while (strncmp(at, field, length) != 0 || at[length] != ':') {
		at = strchr(at, '\n');
		if (!at)
			return;
		at++;
	}
	at += length + 1;
	at += strspn(at, " \t");
	length = strcspn(at, "\n");
	while (length > 0 && (at[length - 1] == ' ' || at[length - 1] == '\t'))
		length--;
	if (length < size) {
		memcpy(ret_value, at, length);
		ret_value[length] = '\0';
	}
}
