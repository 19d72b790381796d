/* hall_stretch.h - words of the hall that are two fifths longer than ours, for
 * languages that nobody has translated yet. */
#ifndef STEMMEBOKS_TESTS_HALL_STRETCH_H
#define STEMMEBOKS_TESTS_HALL_STRETCH_H

enum { HALL_STRETCH_PERCENT = 40 }; /* longer, at least: UX.md e */

/* Makes a folder with Danish and English catalogues in which common letters
 * stand twice and the places for numbers and names once, and opens it with
 * words_open(): after hall_window(), which opens those of the build. Free with
 * hall_stretch_close(). */
char *hall_stretch_open(void);

/* Removes FOLDER with all that is in it. */
void hall_stretch_close(char *folder);

#endif
