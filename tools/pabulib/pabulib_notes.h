/* pabulib_notes.h - what was odd or repaired while a file was read, and why it
 * was refused. */
#ifndef STEMMEBOKS_PABULIB_NOTES_H
#define STEMMEBOKS_PABULIB_NOTES_H

#include <stdbool.h>

enum note {
#define NOTE(name, level) NOTE_##name,
#include "tools/pabulib/pabulib_note.def"
#undef NOTE
	NOTE_COUNT_OF
};

enum note_level { LEVEL_ODD, LEVEL_WARN, LEVEL_REPAIR };

/* More of one kind are only counted. */
enum { NOTES_KEPT = 10 };

struct pabulib_note {
	enum note kind;
	long line; /* 1 first; 0 about the whole file */
	char *text;
};

struct pabulib_notes {
	struct pabulib_note *list; /* in the order they were found */
	int count, room;
	long counts[NOTE_COUNT_OF];    /* all of a kind */
	long last_line[NOTE_COUNT_OF]; /* of the last one */
	char *refusal;		       /* why the file is refused, or NULL */
	long refused_line;
};

enum note_level note_level(enum note kind);

/* Adds a note; without memory it is only counted. */
void notes_add(struct pabulib_notes *notes, enum note kind, long line,
	       const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Keeps why the file is refused; the first reason stands. */
void notes_refuse(struct pabulib_notes *notes, long line, const char *format,
		  ...) __attribute__((format(printf, 3, 4)));

/* Takes that reason away. */
void notes_forgive(struct pabulib_notes *notes);

/* Calls TELL with each line that people should read, "FILE:LINE: what" with
 * FILE from PATH: all levels when LENIENT, else those from WARN. Of a kind that
 * has more than NOTES_KEPT the rest is one line that counts them. */
void notes_tell(const struct pabulib_notes *notes, const char *path,
		bool lenient, void (*tell)(void *context, const char *line),
		void *context);

void notes_clear(struct pabulib_notes *notes);

#endif
