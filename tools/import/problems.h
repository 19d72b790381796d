/* problems.h - everything that is wrong in a meeting's folder, told at once. */
#ifndef STEMMEBOKS_PROBLEMS_H
#define STEMMEBOKS_PROBLEMS_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

#include <jansson.h>

/* More than this says nothing new: the rest is only counted. */
enum { PROBLEMS_KEPT = 200 };

struct problem {
	const char *file; /* static: "meeting.ini" */
	int line;	  /* 1 first; 0 when it is about the whole file */
	bool warning;	  /* does not stop the meeting from being built */
	char *text;	  /* what, and what to write instead */
};

struct problems {
	struct problem *list;
	int count; /* kept in list, mistakes and warnings */
	int room;
	int mistakes, warnings; /* in all */
	bool memory;		/* there was none left: the list is not whole */
};

/* Adds a mistake or a warning about FILE (kept, not copied) at LINE. */
void problem_add(struct problems *problems, const char *file, int line,
		 const char *format, ...) __attribute__((format(printf, 4, 5)));
void problem_warn(struct problems *problems, const char *file, int line,
		  const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Puts the list in order of file, in the order of the alphabet, and line; what
 * was found on one line stays in the order it was found. */
void problems_sort(struct problems *problems);

/* One line each, "FOLDER/FILE:LINE: TEXT": first the mistakes, then the
 * warnings under a heading, then how many of both. Nothing when there are none.
 */
void problems_print(const struct problems *problems, const char *folder,
		    FILE *out);

/* The mistakes (or the warnings) as an array of {"file","line","message"};
 * NULL without memory. The caller owns it. */
json_t *problems_json(const struct problems *problems, bool warnings);

/* Frees the list; *problems is then empty. */
void problems_clear(struct problems *problems);

#endif
