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
	const char *file;  /* "meeting.ini": static, or kept by the problems */
	const char *sheet; /* of a workbook, kept by the problems; or NULL */
	int line;	   /* 1 first; 0 when it is about the whole file; in a
			      workbook the row */
	int column;	   /* of a workbook's cell, 1 first; 0: not known */
	bool warning;	   /* does not stop the meeting from being built */
	char *text;	   /* what, and what to write instead */
};

/* What a file of the meeting was really read from: problem_source.h. */
struct problem_place {
	const char *sheet;
	int row, column;
};
struct problem_source {
	const char *file, *name, *sheet;
	struct problem_place *places; /* what each line stands for, if any */
	int count, room;
};
enum { PROBLEM_SOURCES = 4 };

struct problems {
	struct problem *list;
	int count; /* kept in list, mistakes and warnings */
	int room;
	int mistakes, warnings; /* in all */
	bool memory;		/* there was none left: the list is not whole */
	bool alone;		/* the whole meeting is one spreadsheet */
	int column;		/* that is told of next: problems_point() */
	struct problem_source sources[PROBLEM_SOURCES];
	char **names; /* of files and sheets */
	int name_count;
};

/* Adds a mistake or a warning about FILE (kept, not copied) at LINE. What a
 * workbook's cell is told already is not told again. */
void problem_add(struct problems *problems, const char *file, int line,
		 const char *format, ...) __attribute__((format(printf, 4, 5)));
void problem_warn(struct problems *problems, const char *file, int line,
		  const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Puts the list in order of file and sheet, in the order of the alphabet, and
 * line; what was found on one line stays in the order it was found. */
void problems_sort(struct problems *problems);

/* PROBLEM in a line, "FOLDER/FILE:LINE: TEXT" or "FOLDER/FILE, sheet SHEET, C7:
 * TEXT", without what it has not: FOLDER may be NULL or "", and a problem of a
 * whole file has no line. */
void problem_print(const struct problem *problem, const char *folder,
		   FILE *out);

/* Each as problem_print() has it: first the mistakes, then the warnings under a
 * heading, then how many of both. Nothing when there are none. */
void problems_print(const struct problems *problems, const char *folder,
		    FILE *out);

/* The mistakes (or the warnings) as an array of {"file","line","message"}, in
 * a workbook also "sheet" and "cell" ("C7") where that is known; NULL without
 * memory. The caller owns it. */
json_t *problems_json(const struct problems *problems, bool warnings);

/* Frees the list; *problems is then empty. */
void problems_clear(struct problems *problems);

#endif
