/* paper_wall.h - the proposals as posters, for the wall before the vote: people
 * decide while they queue, so that the kiosk is free sooner.
 *
 * First how to vote, in three steps; then a sheet per pot with all of its
 * proposals (more where they do not fit); then a page per proposal: its number
 * in digits of 60 mm on A3, title, picture, cost and place, and its summary and
 * text in as many of the languages as fit, the room's first.
 */
#ifndef STEMMEBOKS_PAPER_WALL_H
#define STEMMEBOKS_PAPER_WALL_H

#include <stdbool.h>
#include <stdio.h>

#include "core/meeting.h"

struct wall_print {
	const struct meeting *meeting;
	const char *images; /* the folder with its pictures */
	bool a3;	    /* else A4, all of it smaller */
	/* Those shown, by their index in the meeting; the room's, 0, first. */
	int languages[MEETING_LANGUAGES];
	int language_count;
};

/* What the posters do not show; told to organisers. */
struct wall_gaps {
	int pages;
	int letters;	  /* characters that are in none of our fonts */
	int languages;	  /* left out for the same reason */
	int crowded;	  /* proposals where not every language has room */
	int untranslated; /* proposals that lack one of the languages */
};

/* Writes the posters to OUT (borrowed, not closed) as a PDF: the same bytes
 * whenever it is made (paper.h). The language of the words is as before
 * afterwards. STATUS_FILE_READ when a picture cannot be read, and those of
 * paper.h but STATUS_PHASE; *ret_gaps is untouched unless STATUS_OK, and what
 * was written is then no whole PDF. */
enum status paper_wall(const struct wall_print *print, FILE *out,
		       struct wall_gaps *ret_gaps);

#endif
