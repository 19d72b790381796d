/* words_build.h - the catalogues of the build that is tested. */
#ifndef STEMMEBOKS_TESTS_WORDS_BUILD_H
#define STEMMEBOKS_TESTS_WORDS_BUILD_H

/* A group's setup: opens $STEMMEBOKS_BUILD/lang, and fails where the Danish
 * catalogue is not there. */
int words_build_open(void **state);

#endif
