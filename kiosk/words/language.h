/* language.h - the rows of language.def. */
#ifndef STEMMEBOKS_WORDS_LANGUAGE_H
#define STEMMEBOKS_WORDS_LANGUAGE_H

#include <stdbool.h>

struct language {
	const char *code;
	const char *endonym;
	char thousands, decimal; /* the marks inside an amount */
	bool rtl;		 /* written from the right */
	const char *plural;	 /* "nplurals=2; plural=(n != 1);" */
};

/* The row of CODE, static; NULL when there is none or CODE is NULL. */
const struct language *language_find(const char *code);

/* The codes of all rows; NULL after the last. Static. */
const char *const *language_codes(void);

/* Whether CODE has the form of a language's name in BCP 47 (2.1), in small
 * letters: "so", "ckb", "pt-br". It is then safe as the name of a folder. */
bool language_code_is(const char *code);

#endif
