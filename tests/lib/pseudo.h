/* pseudo.h - two languages that only tests have: every text in brackets and at
 * least 40 % longer than the English, so that screens show what they clip. */
#ifndef STEMMEBOKS_TESTS_PSEUDO_H
#define STEMMEBOKS_TESTS_PSEUDO_H

#define PSEUDO_LONG "en-xa"  /* accented letters */
#define PSEUDO_RIGHT "ar-xb" /* Arabic letters, from the right, six plurals */

/* A group's setup and tear-down: makes both known to words.h for this process,
 * the way organisers add a language (pseudo.py, `stemmeboks language`), and
 * opens $STEMMEBOKS_BUILD/lang. XDG_DATA_HOME is a new folder until the end. */
int pseudo_open(void **state);
int pseudo_close(void **state);

#endif
