/* bolbro.h - the Bolbro 2015 meeting as a value, for tests that need no file.
 */
#ifndef STEMMEBOKS_TESTS_BOLBRO_H
#define STEMMEBOKS_TESTS_BOLBRO_H

#include "core/meeting.h"
#include "core/random.h"

/* Two pots of 100,000 kr. with three and seven proposals (numbers 1..10), at
 * most two and three choices, in Danish and English; id all 7, code "B5". Free
 * with meeting_free(). */
struct meeting *bolbro_new(void);

/* A fixed sequence of numbers that starts from *SEED (xorshift64*): the same on
 * every machine. *SEED must not be 0 and outlives the value. */
struct random bolbro_random(uint64_t *seed);

#endif
