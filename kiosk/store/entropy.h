/* entropy.h - the machine's own randomness, as core's struct random. */
#ifndef STEMMEBOKS_ENTROPY_H
#define STEMMEBOKS_ENTROPY_H

#include "core/random.h"

/* libsodium's generator. sodium_init() must have been called. */
extern const struct random entropy;

#endif
