/* ring.h - speech on its way to the ear: at most a second, wiped as it goes.
 *
 * What is spoken may tell what somebody chose, so samples that were pulled are
 * overwritten.
 */
#ifndef STEMMEBOKS_RING_H
#define STEMMEBOKS_RING_H

#include "ears/pcm.h"

enum {
	RING_SAMPLES = PCM_RATE,
	RING_FADE_SAMPLES = PCM_RATE / 200, /* 5 ms */
};

/* Zeroed at first. */
struct ring {
	size_t start, count;
	int16_t samples[RING_SAMPLES];
};

/* Puts in as much of SAMPLES as there is room for, and tells how many. */
size_t ring_push(struct ring *ring, const int16_t *samples, size_t count);

/* Takes out up to COUNT samples, and tells how many; the rest of ret_samples is
 * made silent. */
size_t ring_pull(struct ring *ring, int16_t *ret_samples, size_t count);

/* Ends what is in RING: RING_FADE_SAMPLES fall to silence, which does not click
 * as a cut does; the rest is wiped. */
void ring_fade(struct ring *ring);

/* Empties and overwrites all of RING. */
void ring_wipe(struct ring *ring);

#endif
