/* tries.h - wrong PINs and wrong typed codes: how long nobody may try again.
 *
 * The first four wrong ones cost nothing: a finger slips. After the fifth, and
 * after each further one, nobody may try for TRIES_LOCK_MS, twice as long each
 * time, TRIES_DOUBLED times at most (16 minutes).
 */
#ifndef STEMMEBOKS_TRIES_H
#define STEMMEBOKS_TRIES_H

#include <stdint.h>

enum {
	TRIES_FREE = 4,	       /* wrong ones that lock nothing */
	TRIES_LOCK_MS = 15000, /* after the next one */
	TRIES_DOUBLED = 6,
	TRIES_MOST = 100, /* counted no further; no more codes in a meeting */
};

/* How long after the last of WRONG wrong ones; 0: not at all. */
uint64_t tries_lock_ms(int wrong);

#endif
