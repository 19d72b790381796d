#include "tools/import/import_ini.h"

#include <ini.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

enum { LINE_BYTES = 4096, ENTRIES = 1000 };

/* inih calls the handler for a line before it asks for the next one, so the
 * line asked for last is the one an entry stands on. */
struct reading {
	const struct import_text *text;
	size_t at;
	int line;
	bool indented;
	bool awaited;	 /* the line should be an entry and is not yet */
	int first_entry; /* of the section */
	bool full;	 /* told that there is too much */
	const char *file;
	struct problems *problems;
	struct ini *ini;
};

static void tell_full(struct reading *reading)
{
	bool many = reading->ini->entry_count >= ENTRIES ||
		    reading->ini->section_count >= ENTRIES;

	if (reading->full)
		return;
	reading->full = true;
	if (many)
		problem_add(reading->problems, reading->file, reading->line,
			    _("There are more than %d lines. Take out those "
			      "that are not needed."),
			    ENTRIES);
	else
		problem_add(reading->problems, reading->file, reading->line,
			    "%s", words_get(status_text(STATUS_MEMORY)));
}

static void tell_long(struct reading *reading)
{
	problem_add(reading->problems, reading->file, reading->line,
		    _("The line is too long. Write at most %d letters."),
		    LINE_BYTES / 2);
}

/* Room for one more of SIZE bytes at *list. */
static bool grow(void **list, int count, int *room, size_t size)
{
	int wanted = *room ? 2 * *room : 16;
	void *larger;

	if (count < *room || count >= ENTRIES)
		return count < ENTRIES;
	larger = reallocarray(*list, (size_t)wanted, size);
	if (!larger)
		return false;
	*list = larger;
	*room = wanted;
	return true;
}

bool ini_section(struct ini *ini, const char *name, size_t length, int line)
{
	void *list = ini->sections;
	char *copy;

	while (length && (*name == ' ' || *name == '\t')) {
		name++;
		length--;
	}
	while (length && (name[length - 1] == ' ' || name[length - 1] == '\t'))
		length--;
	if (!grow(&list, ini->section_count, &ini->section_room,
		  sizeof(*ini->sections)))
		return false;
	ini->sections = list;
	copy = strndup(name, length);
	if (!copy)
		return false;
	ini->sections[ini->section_count++] = (struct ini_section){copy, line};
	return true;
}

static void section_add(struct reading *reading, const char *name,
			size_t length)
{
	if (ini_section(reading->ini, name, length, reading->line))
		reading->first_entry = reading->ini->entry_count;
	else
		tell_full(reading);
}

bool ini_go_on(struct ini *ini, const char *value, int line)
{
	struct ini_entry *above = &ini->entries[ini->entry_count - 1];
	char *joined = NULL;

	if (asprintf(&joined, "%s\n%s", above->value, value) < 0)
		return false;
	free(above->value);
	above->value = joined;
	if (!above->next_line)
		above->next_line = line;
	return true;
}

/* Adds VALUE as one more line to the entry above. */
static bool entry_go_on(struct reading *reading, const char *value)
{
	struct ini *ini = reading->ini;

	if (strlen(ini->entries[ini->entry_count - 1].value) <= LINE_BYTES)
		return ini_go_on(ini, value, reading->line);
	if (!reading->full)
		tell_long(reading);
	reading->full = true;
	return true;
}

bool ini_entry(struct ini *ini, const char *key, const char *value, int line)
{
	void *list = ini->entries;
	struct ini_entry entry = {
	    .line = line, .key_line = line, .section = ini->section_count - 1};

	if (!grow(&list, ini->entry_count, &ini->entry_room,
		  sizeof(*ini->entries)))
		return false;
	ini->entries = list;
	entry.key = strdup(key);
	entry.value = strdup(value);
	if (!entry.key || !entry.value) {
		free(entry.key);
		free(entry.value);
		return false;
	}
	ini->entries[ini->entry_count++] = entry;
	return true;
}

static int handle(void *context, const char *section, const char *key,
		  const char *value)
{
	struct reading *reading = context;
	const char *why = text_forbidden(value, false);
	bool done;

	(void)section;
	reading->awaited = false;
	if (why) {
		problem_add(reading->problems, reading->file, reading->line,
			    _("There is %s in this line. Write the line anew."),
			    words_get(why));
		return 1;
	}
	if (reading->indented &&
	    reading->ini->entry_count > reading->first_entry)
		done = entry_go_on(reading, value);
	else
		done = ini_entry(reading->ini, key, value, reading->line);
	if (!done)
		tell_full(reading);
	return 1;
}

/* Looks at the line before inih does and returns what inih gets instead: the
 * line, nothing, or a section of any name, since names are kept here. */
static const char *line_look(struct reading *reading, const char *line,
			     size_t *length)
{
	size_t blank = 0;
	const char *end;

	while (blank < *length && (line[blank] == ' ' || line[blank] == '\t'))
		blank++;
	reading->indented = blank > 0;
	if (*length > LINE_BYTES - 3) {
		tell_long(reading);
		*length = 0;
		return "";
	}
	if (blank == *length || line[blank] == ';' || line[blank] == '#')
		return line;
	if (line[blank] != '[') {
		reading->awaited = true;
		return line;
	}
	end = memchr(line + blank, ']', *length - blank);
	if (end)
		section_add(reading, line + blank + 1,
			    (size_t)(end - line) - blank - 1);
	else
		problem_add(reading->problems, reading->file, reading->line,
			    _("The bracket is not closed. Write [meeting], or "
			      "[pot KEY]."));
	*length = strlen("[section]");
	return "[section]";
}

/* What inih took for no entry; asked when the line after it is wanted. */
static void line_settle(struct reading *reading)
{
	if (reading->awaited)
		problem_add(reading->problems, reading->file, reading->line,
			    _("This line says nothing. Write \"key = value\", "
			      "or begin a comment with ;."));
	reading->awaited = false;
}

static char *next_line(char *ret_line, int size, void *context)
{
	struct reading *reading = context;
	const char *line = reading->text->bytes + reading->at;
	size_t left = reading->text->length - reading->at;
	size_t length = 0;

	(void)size;
	line_settle(reading);
	if (left == 0)
		return NULL;
	reading->line++;
	while (length < left && line[length] != '\n' && line[length] != '\r')
		length++;
	reading->at += length;
	if (length < left)
		reading->at += line[length] == '\r' && length + 1 < left &&
				       line[length + 1] == '\n'
				   ? 2
				   : 1;
	line = line_look(reading, line, &length);
	memcpy(ret_line, line, length);
	memcpy(ret_line + length, "\n", 2);
	return ret_line;
}

void ini_read(const struct import_text *text, const char *file,
	      struct problems *problems, struct ini *ret_ini)
{
	struct reading reading = {
	    .text = text, .file = file, .problems = problems, .ini = ret_ini};

	*ret_ini = (struct ini){NULL, NULL, 0, 0, 0, 0};
	/* inih is set up by variables of its own; its usual line holds 200
	 * bytes, and a semicolon in a sentence is no comment. */
	ini_use_stack = false;
	ini_max_line = ini_initial_alloc = LINE_BYTES;
	ini_allow_inline_comments = false;
	if (ini_parse_stream(next_line, &reading, handle, &reading) < 0)
		tell_full(&reading);
	line_settle(&reading);
}

void ini_free(struct ini *ini)
{
	for (int i = 0; i < ini->section_count; i++)
		free(ini->sections[i].name);
	for (int i = 0; i < ini->entry_count; i++) {
		free(ini->entries[i].key);
		free(ini->entries[i].value);
	}
	free(ini->sections);
	free(ini->entries);
	*ini = (struct ini){NULL, NULL, 0, 0, 0, 0};
}
