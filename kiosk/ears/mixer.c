#include "ears/mixer.h"

#include <string.h>

void mixer_start(struct mixer *mixer, const struct pcm *pcm)
{
	int slot = mixer->next;

	mixer->next = (slot + 1) % MIXER_MOST;
	mixer->running[slot].samples = pcm->samples;
	mixer->running[slot].left = pcm->count;
}

void mixer_pull(struct mixer *mixer, int16_t *ret_samples, size_t count)
{
	memset(ret_samples, 0, count * sizeof(*ret_samples));
	for (int slot = 0; slot < MIXER_MOST; slot++) {
		size_t left = mixer->running[slot].left;
		size_t part = left < count ? left : count;

		for (size_t i = 0; i < part; i++)
			ret_samples[i] = pcm_add(
			    ret_samples[i], mixer->running[slot].samples[i]);
		mixer->running[slot].samples += part;
		mixer->running[slot].left -= part;
	}
}

bool mixer_runs(const struct mixer *mixer)
{
	for (int slot = 0; slot < MIXER_MOST; slot++)
		if (mixer->running[slot].left)
			return true;
	return false;
}
