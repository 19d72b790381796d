/* paper_direction.h - on which side a text begins. */
#ifndef STEMMEBOKS_PAPER_DIRECTION_H
#define STEMMEBOKS_PAPER_DIRECTION_H

#include <stdbool.h>

/* Whether TEXT (UTF-8) is written from the right: its first letter is of such a
 * script (UAX 9, rule P2). Without a letter it is not. */
bool direction_left(const char *text);

/* Whether the language named so ("ar") is; one that is not known is not. */
bool direction_language(const char *language);

/* Whether a page of words in LANGUAGE begins on the right: not where it has no
 * words of its own, as they then come out in English. */
bool direction_page(const char *language);

#endif
