/* slip_words.h - what stands on every slip of a meeting, in words. */
#ifndef STEMMEBOKS_SLIP_WORDS_H
#define STEMMEBOKS_SLIP_WORDS_H

#include "core/meeting.h"
#include "core/slip.h"
#include "tools/slips/slip_picture.h"

struct paper_font;

enum { SLIP_WORDS_LINE = 512 };

struct slip_words {
	char vote[SLIP_WORDS_LINE];	   /* "Én stemme", or "ØVELSE" */
	char vote_others[SLIP_WORDS_LINE]; /* "One vote · Hal cod", or "" */
	char kind[SLIP_WORDS_LINE];	   /* "Voksen", "" for none */
	char title[SLIP_WORDS_LINE];
	char details[SLIP_WORDS_LINE];	 /* place, and date on its own line */
	char languages[SLIP_WORDS_LINE]; /* each in its own name, "" for one */
	char language[SLIP_LANGUAGE];	 /* of the slips, "ar"; "" for none */
	/* Its name in itself, by which helpers tell the piles apart: "Polski";
	 * its letters where our fonts cannot write that; "" for none. */
	char language_name[SLIP_WORDS_LINE];
	char captions[SLIP_PICTURE_COUNT][SLIP_WORDS_LINE];
	/* The captions in the slips' language, "" where they are the same. */
	char captions_second[SLIP_PICTURE_COUNT][SLIP_WORDS_LINE];
	char tick[SLIP_WORDS_LINE];	   /* what to do with the boxes */
	char tick_second[SLIP_WORDS_LINE]; /* in the second language, or "" */
	char kiosk[SLIP_WORDS_LINE];	   /* "Kiosk" above its number */
	char number[SLIP_WORDS_LINE];	   /* "No." before the serial */
	char stub[SLIP_WORDS_LINE];	   /* the kind and the meeting */
	char note[SLIP_WORDS_LINE];	   /* what helpers do with the stub */
	int unwritable; /* languages left out: our fonts lack their letters */
};

/* Fills RET_WORDS for slips of KIND ("" for none) in the meeting's first
 * language. For slips in LANGUAGE (one of the meeting's) what to do with them
 * stands in it too, where it has words of its own that our fonts can write;
 * with LANGUAGE NULL the words for "one vote" and the names of all the
 * meeting's languages follow. The language in use is the same afterwards. */
void slip_words_fill(const struct meeting *meeting, const char *kind,
		     const char *language, struct paper_font *font,
		     struct slip_words *ret_words);

/* The index of the language that stands second on slips in LANGUAGE (NULL:
 * none): that one, or where it is none or the first the meeting's second; -1
 * when there is no second. */
int slip_words_second(const struct meeting *meeting, const char *language);

#endif
