/* check_words.h - what was measured of the hardware, in plain words. */
#ifndef STEMMEBOKS_CHECK_WORDS_H
#define STEMMEBOKS_CHECK_WORDS_H

#include "core/check.h"

enum { CHECK_WORDS = 192 };

/* "median 3.1 ms, worst 8.0 ms": the figures behind what check_judge() says of
 * ITEM, in the language of the words; "" where there are none. */
void check_words(const struct check_facts *facts,
		 const struct check_hands *hands, enum check_item item,
		 char ret_text[CHECK_WORDS]);

#endif
