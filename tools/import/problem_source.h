/* problem_source.h - where in a spreadsheet a problem stands.
 *
 * The readers of a meeting tell problems of meeting.ini, proposals.csv and
 * funding.csv and of lines in them. When these were read from a spreadsheet, a
 * source says so, and the problem is told of its sheet and cell instead.
 */
#ifndef STEMMEBOKS_PROBLEM_SOURCE_H
#define STEMMEBOKS_PROBLEM_SOURCE_H

#include "tools/import/problems.h"

enum { PROBLEM_CALLED = 300 };

/* From here on what is told of FILE (static) is of the file NAME, and of its
 * sheet SHEET unless that is NULL; both are copied. Lines are then rows. */
void problems_source(struct problems *problems, const char *file,
		     const char *name, const char *sheet);

/* The line, from 1, that from here on stands for the cell in ROW and COLUMN of
 * SHEET when a problem of FILE, which has a source, is told; for the whole
 * sheet when ROW is 0. Lines asked for one after another follow each other. 0
 * without memory, which is noted. */
int problems_place(struct problems *problems, const char *file,
		   const char *sheet, int row, int column);

/* From here on problems are about column COLUMN, from 1, of their row; 0: about
 * the row as a whole. Where lines were made by problems_place(), or there is no
 * sheet, this does nothing. */
void problems_point(struct problems *problems, int column);

/* Puts PROBLEM, which has FILE and line, where its source says. */
void problem_settle(const struct problems *problems, struct problem *problem);

/* What people call FILE inside a sentence: its name, or "the sheet Forslag"
 * when the whole meeting is one workbook. */
void problems_called(const struct problems *problems, const char *file,
		     char ret_name[PROBLEM_CALLED]);

/* Frees what all of these keep. */
void problem_sources_clear(struct problems *problems);

#endif
