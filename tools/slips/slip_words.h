/* slip_words.h - what stands on every slip of a meeting, in words. */
#ifndef STEMMEBOKS_SLIP_WORDS_H
#define STEMMEBOKS_SLIP_WORDS_H

#include "core/meeting.h"
#include "tools/slips/slip_picture.h"

struct paper_font;

enum { SLIP_WORDS_LINE = 512 };

struct slip_words {
	char vote[SLIP_WORDS_LINE];	   /* "Én stemme" */
	char vote_others[SLIP_WORDS_LINE]; /* "One vote · Hal cod", or "" */
	char kind[SLIP_WORDS_LINE];	   /* "Voksen", "" for none */
	char title[SLIP_WORDS_LINE];
	char details[SLIP_WORDS_LINE];	 /* place, and date on its own line */
	char languages[SLIP_WORDS_LINE]; /* each in its own name, "" for one */
	char captions[SLIP_PICTURE_COUNT][SLIP_WORDS_LINE];
	char tick[SLIP_WORDS_LINE];	   /* what to do with the boxes */
	char tick_second[SLIP_WORDS_LINE]; /* in the second language, or "" */
	char number[SLIP_WORDS_LINE];	   /* "No." before the serial */
	char stub[SLIP_WORDS_LINE];	   /* the kind and the meeting */
	char note[SLIP_WORDS_LINE];	   /* what helpers do with the stub */
	int unwritable; /* languages left out: our fonts lack their letters */
};

/* Fills RET_WORDS for slips of KIND ("" for none) in the meeting's first
 * language; the words for "one vote" and the names of the others follow. The
 * language in use is the same afterwards. */
void slip_words_fill(const struct meeting *meeting, const char *kind,
		     struct paper_font *font, struct slip_words *ret_words);

#endif
