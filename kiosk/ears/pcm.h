/* pcm.h - sound as this layer keeps it: 16-bit samples, one channel.
 */
#ifndef STEMMEBOKS_PCM_H
#define STEMMEBOKS_PCM_H

#include <stddef.h>
#include <stdint.h>

/* Samples in a second. */
enum { PCM_RATE = 44100 };

/* A piece of sound, owned by whoever made it. */
struct pcm {
	size_t count;
	int16_t *samples;
};

/* Overwrites and frees what PCM holds; an empty one may be given. */
void pcm_free(struct pcm *pcm);

/* How many samples MS milliseconds have. */
size_t pcm_samples(unsigned ms);

/* A + B, held at the loudest a sample can be. */
int16_t pcm_add(int16_t a, int16_t b);

/* Makes SAMPLES as loud as PERCENT says, 0 (silent) to 100 (as they are). Half
 * is a quarter of the pressure, since ears count in decibels: the steps from 10
 * to 100 then sound about alike. */
void pcm_scale(int16_t *samples, size_t count, int percent);

#endif
