#include "ears/pcm.h"

#include <stdlib.h>

#include <sodium/utils.h>

void pcm_free(struct pcm *pcm)
{
	if (pcm->samples)
		sodium_memzero(pcm->samples,
			       pcm->count * sizeof(*pcm->samples));
	free(pcm->samples);
	*pcm = (struct pcm){0};
}

size_t pcm_samples(unsigned ms)
{
	return (size_t)ms * PCM_RATE / 1000;
}

int16_t pcm_add(int16_t a, int16_t b)
{
	int sum = a + b;

	if (sum > INT16_MAX)
		return INT16_MAX;
	return (int16_t)(sum < INT16_MIN ? INT16_MIN : sum);
}

void pcm_scale(int16_t *samples, size_t count, int percent)
{
	if (percent == 100)
		return;
	for (size_t i = 0; i < count; i++)
		samples[i] =
		    (int16_t)((long)samples[i] * percent * percent / 10000);
}
