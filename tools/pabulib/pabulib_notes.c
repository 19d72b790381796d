#include "tools/pabulib/pabulib_notes.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "words/words.h"

static const enum note_level levels[NOTE_COUNT_OF] = {
#define NOTE(name, level) [NOTE_##name] = LEVEL_##level,
#include "tools/pabulib/pabulib_note.def"
#undef NOTE
};

enum note_level note_level(enum note kind)
{
	return levels[kind];
}

void notes_add(struct pabulib_notes *notes, enum note kind, long line,
	       const char *format, ...)
{
	struct pabulib_note *note;
	va_list values;

	notes->last_line[kind] = line;
	if (notes->counts[kind]++ >= NOTES_KEPT)
		return;
	if (notes->count == notes->room) {
		int room = notes->room ? 2 * notes->room : 16;
		void *list = reallocarray(notes->list, (size_t)room,
					  sizeof(*notes->list));

		if (!list)
			return;
		notes->list = list;
		notes->room = room;
	}
	note = &notes->list[notes->count];
	*note = (struct pabulib_note){kind, line, NULL};
	va_start(values, format);
	if (vasprintf(&note->text, format, values) >= 0)
		notes->count++;
	va_end(values);
}

void notes_refuse(struct pabulib_notes *notes, long line, const char *format,
		  ...)
{
	va_list values;

	if (notes->refusal)
		return;
	va_start(values, format);
	if (vasprintf(&notes->refusal, format, values) < 0)
		notes->refusal = NULL;
	va_end(values);
	notes->refused_line = line;
}

void notes_forgive(struct pabulib_notes *notes)
{
	free(notes->refusal);
	notes->refusal = NULL;
}

/* Those of KIND that are not in the list, in one line. */
static int rest_line(const struct pabulib_notes *notes, enum note kind,
		     const char *path, char **ret_line)
{
	long rest = notes->counts[kind] - NOTES_KEPT;

	return asprintf(ret_line,
			words_plural("%s:%ld: and %ld more of this kind, here",
				     "%s:%ld: and %ld more of this kind, the "
				     "last one here",
				     (unsigned long)rest),
			path, notes->last_line[kind], rest);
}

void notes_tell(const struct pabulib_notes *notes, const char *path,
		bool lenient, void (*tell)(void *context, const char *line),
		void *context)
{
	long seen[NOTE_COUNT_OF] = {0};

	for (int i = 0; i < notes->count; i++) {
		const struct pabulib_note *note = &notes->list[i];
		char *line = NULL;
		int made;

		if (levels[note->kind] == LEVEL_ODD && !lenient)
			continue;
		made = note->line ? asprintf(&line, "%s:%ld: %s", path,
					     note->line, note->text)
				  : asprintf(&line, "%s: %s", path, note->text);
		if (made >= 0)
			tell(context, line);
		free(made >= 0 ? line : NULL);
		if (++seen[note->kind] < NOTES_KEPT ||
		    notes->counts[note->kind] == NOTES_KEPT)
			continue;
		made = rest_line(notes, note->kind, path, &line);
		if (made >= 0)
			tell(context, line);
		free(made >= 0 ? line : NULL);
	}
}

void notes_clear(struct pabulib_notes *notes)
{
	for (int i = 0; i < notes->count; i++)
		free(notes->list[i].text);
	free(notes->list);
	free(notes->refusal);
	*notes = (struct pabulib_notes){.list = NULL};
}
