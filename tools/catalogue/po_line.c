#include "tools/catalogue/po_line.h"

#include <stdlib.h>
#include <string.h>

#include "words/words.h"

void po_wrong(struct po_reader *reader, const char *why)
{
	problem_add(reader->problems, reader->name, reader->line, "%s", why);
	reader->text = NULL;
	reader->skip = true;
	if (reader->message)
		reader->message->broken = true;
}

/* A new message; what was told of it before its first word goes along. */
static struct po_message *message_new(struct po_reader *reader)
{
	struct po *po = reader->po;

	if (po->count == po->room) {
		int room = po->room ? 2 * po->room : 256;
		void *more =
		    realloc(po->messages, (size_t)room * sizeof(*po->messages));

		if (!more) {
			reader->problems->memory = true;
			return NULL;
		}
		po->messages = more;
		po->room = room;
	}
	po->messages[po->count] =
	    (struct po_message){.line = reader->line,
				.fuzzy = reader->fuzzy,
				.c_format = reader->c_format};
	reader->fuzzy = reader->c_format = false;
	return &po->messages[po->count++];
}

/* The sign that a backslash and LETTER stand for; 0 for none. */
static char escape(char letter)
{
	switch (letter) {
	case 'n':
		return '\n';
	case 't':
		return '\t';
	case '"':
	case '\\':
		return letter;
	default:
		return 0;
	}
}

/* Adds the quoted text that LINE is to the one being read. */
static void quoted(struct po_reader *reader, const char *line)
{
	char piece[PO_TEXT];
	size_t length = 0, before;
	char *text;

	for (line++; *line && *line != '"'; line++) {
		char letter = *line;

		if (letter == '\\') {
			letter = escape(*++line);
			if (!letter) {
				po_wrong(reader,
					 _("Behind \\ only n, t, \" and \\ are "
					   "understood."));
				return;
			}
		}
		if (length == PO_TEXT - 1) {
			po_wrong(reader, _("This text is too long."));
			return;
		}
		piece[length++] = letter;
	}
	if (*line != '"' || line[1 + strspn(line + 1, " \t")]) {
		po_wrong(reader, _("A text begins and ends with \"."));
		return;
	}
	before = *reader->text ? strlen(*reader->text) : 0;
	if (before + length >= PO_TEXT) {
		po_wrong(reader, _("This text is too long."));
		return;
	}
	text = realloc(*reader->text, before + length + 1);
	if (!text) {
		reader->problems->memory = true;
		return;
	}
	memcpy(text + before, piece, length);
	text[before + length] = '\0';
	*reader->text = text;
}

/* The place of the text that "msgstr" or "msgstr[N]" at LINE begins; NULL if it
 * has none. *ret_length: of the word. */
static char **form_of(struct po_message *message, const char *line,
		      size_t *ret_length)
{
	int form = 0;

	*ret_length = strlen("msgstr");
	if (line[*ret_length] == '[') {
		if (line[7] < '0' || line[7] >= '0' + PLURAL_FORMS ||
		    line[8] != ']')
			return NULL;
		form = line[7] - '0';
		*ret_length = strlen("msgstr[0]");
	}
	if (form != message->form_count || (form > 0 && !message->plural))
		return NULL;
	message->form_count++;
	return &message->forms[form];
}

/* A line that begins with a word. */
static void keyword(struct po_reader *reader, const char *line)
{
	struct po_message *message = reader->message;
	size_t length = strcspn(line, " \t\"");
	bool finished = !message || message->form_count > 0;
	char **text = NULL;

	if (strncmp(line, "msgctxt", length) == 0 && length == 7) {
		message = finished ? message_new(reader) : NULL;
		text = message ? &message->context : NULL;
	} else if (strncmp(line, "msgid", length) == 0 && length == 5) {
		if (finished || message->id)
			message = message_new(reader);
		if (message && !message->id) {
			message->line = reader->line;
			text = &message->id;
		}
	} else if (strncmp(line, "msgid_plural", length) == 0 && length == 12) {
		if (!finished && message->id && !message->plural)
			text = &message->plural;
	} else if (strncmp(line, "msgstr", 6) == 0) {
		if (message && message->id)
			text = form_of(message, line, &length);
	}
	reader->message = message;
	reader->text = text;
	line += length;
	line += strspn(line, " \t");
	if (text && !*text && *line == '"')
		quoted(reader, line);
	else
		po_wrong(reader,
			 _("This line does not belong here. A text needs "
			   "msgid, then msgstr."));
}

/* Flags belong to the message that comes. */
static void comment(struct po_reader *reader, const char *line)
{
	reader->text = NULL;
	if (line[1] == '~')
		return;
	if (line[1] != ',')
		return;
	reader->fuzzy |= strstr(line, "fuzzy") != NULL;
	reader->c_format |= strstr(line, "c-format") != NULL &&
			    strstr(line, "no-c-format") == NULL;
}

void po_line(struct po_reader *reader, char *line)
{
	size_t length = strlen(line);

	while (length > 0 && strchr(" \t\r", line[length - 1]))
		line[--length] = '\0';
	line += strspn(line, " \t");
	if (strncmp(line, "msgid ", 6) == 0 || strncmp(line, "msgctxt", 7) == 0)
		reader->skip = false;
	if (*line == '#')
		comment(reader, line);
	else if (reader->skip)
		return;
	else if (*line == '"' && reader->text)
		quoted(reader, line);
	else if (*line)
		keyword(reader, line);
}
