/* random.h - where random numbers come from, as an argument.
 *
 * core draws none: programs pass the machine's (store/entropy.h), tests a fixed
 * sequence.
 */
#ifndef STEMMEBOKS_RANDOM_H
#define STEMMEBOKS_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct random {
	/* Fills SIZE bytes at BUFFER. Cannot fail. */
	void (*fill)(void *context, void *buffer, size_t size);
	/* A number 0..LIMIT-1, each equally likely; LIMIT > 0. */
	uint32_t (*below)(void *context, uint32_t limit);
	void *context;
};

/* Puts the COUNT ints at ORDER in random order (Fisher and Yates, as in Knuth,
 * The Art of Computer Programming 2, 3.4.2 P). */
void random_shuffle(const struct random *random, int *order, int count);

#endif
