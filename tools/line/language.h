/* language.h - the language in which the organisers' commands speak. */
#ifndef STEMMEBOKS_LANGUAGE_H
#define STEMMEBOKS_LANGUAGE_H

/* "da" when the first of $LANGUAGE, $LC_ALL, $LC_MESSAGES and $LANG that is set
 * and not empty begins with "da", else "en". Static. */
const char *language_wanted(void);

#endif
