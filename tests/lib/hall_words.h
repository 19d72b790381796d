/* hall_words.h - what a frame says: the texts of its draw list. */
#ifndef STEMMEBOKS_TESTS_HALL_WORDS_H
#define STEMMEBOKS_TESTS_HALL_WORDS_H

#include <stdbool.h>

struct ui;

enum { HALL_WORDS = 256, HALL_WORDS_TEXT = 512 };

struct hall_words {
	bool rtl; /* the frame begins on the right: texts start there */
	int count;
	struct hall_word {
		int size;   /* of the type, u */
		int type;   /* enum type */
		char align; /* the first letter of start, centre or end */
		int x, y, w, h;
		char text[HALL_WORDS_TEXT];
	} words[HALL_WORDS];
};

/* Reads the last frame's texts, in drawing order; *ret_words is too large for a
 * small stack. */
void hall_words_read(struct ui *ui, struct hall_words *ret_words);

/* The index of the first text at or after FROM that is TEXT; -1. */
int hall_words_find(const struct hall_words *words, int from, const char *text);

/* Whether the letters of two texts run over each other, whatever room each was
 * given; *ret_a and *ret_b are the first two such. UI drew them. */
bool hall_words_collide(struct ui *ui, const struct hall_words *words,
			int *ret_a, int *ret_b);

#endif
