/* hall_fit.h - walks over the texts of a frame of the hall. */
#ifndef STEMMEBOKS_TESTS_HALL_FIT_H
#define STEMMEBOKS_TESTS_HALL_FIT_H

#include "tests/lib/hall_words.h"

struct ui;

/* Fails the test when UI's last frame has no text, or one that is cut, smaller
 * than 48 u, out of the safe margin or run into by another. WORDS is read into.
 * For hall_each_page(). */
void hall_fit_check(struct ui *ui, struct hall_words *words);

/* The same, and when a word is parted between letters. */
void hall_fit_check_whole(struct ui *ui, struct hall_words *words);

#endif
