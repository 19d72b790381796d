#include "ears/ring.h"

#include <string.h>

#include <sodium/utils.h>

size_t ring_push(struct ring *ring, const int16_t *samples, size_t count)
{
	size_t room = RING_SAMPLES - ring->count;
	size_t taken = count < room ? count : room;

	for (size_t i = 0; i < taken; i++)
		ring->samples[(ring->start + ring->count + i) % RING_SAMPLES] =
		    samples[i];
	ring->count += taken;
	return taken;
}

size_t ring_pull(struct ring *ring, int16_t *ret_samples, size_t count)
{
	size_t given = count < ring->count ? count : ring->count;

	memset(ret_samples, 0, count * sizeof(*ret_samples));
	for (size_t i = 0; i < given; i++) {
		int16_t *sample = &ring->samples[ring->start];

		ret_samples[i] = *sample;
		*sample = 0;
		ring->start = (ring->start + 1) % RING_SAMPLES;
	}
	ring->count -= given;
	return given;
}

void ring_fade(struct ring *ring)
{
	int16_t last[RING_FADE_SAMPLES];
	size_t count = ring_pull(ring, last, RING_FADE_SAMPLES);

	ring_wipe(ring);
	for (size_t i = 0; i < count; i++)
		last[i] = (int16_t)(last[i] * (long)(count - i) / (long)count);
	ring_push(ring, last, count);
	sodium_memzero(last, sizeof(last));
}

void ring_wipe(struct ring *ring)
{
	sodium_memzero(ring, sizeof(*ring));
}
