/* scarce.h - what tests/preload/scarce.c and a test have in common. */
#ifndef STEMMEBOKS_TESTS_PRELOAD_SCARCE_H
#define STEMMEBOKS_TESTS_PRELOAD_SCARCE_H

#include <stdatomic.h>
#include <stdint.h>

struct scarce_shared {
	uint64_t fails;		/* the allocation, from 1; 0: none */
	_Atomic uint64_t count; /* of those there have been */
	char caller[64]; /* the library that asked for the one that failed */
};

#endif
