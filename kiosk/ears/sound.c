#include "ears/sound.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum {
	TONES_MOST = 4,
	LOUDNESS = 10900, /* a third of the loudest: two at once still fit */
	RISE_MS = 4,
	FALL_MS = 8,
};

static const struct {
	const char *spelled;
	struct tone tones[TONES_MOST];
} table[SOUND_COUNT] = {
#define SOUND(NAME, spelled, ...) {spelled, {__VA_ARGS__}},
#include "ears/sound.def"
#undef SOUND
};

static const double turn = 6.283185307179586; /* 2 pi */

const char *sound_name(enum sound sound)
{
	assert((unsigned)sound < SOUND_COUNT);
	return table[sound].spelled;
}

const struct tone *sound_tones(enum sound sound, int *ret_count)
{
	int count = 0;

	assert((unsigned)sound < SOUND_COUNT);
	while (count < TONES_MOST && table[sound].tones[count].ms)
		count++;
	*ret_count = count;
	return table[sound].tones;
}

/* How loud sample I of COUNT is, 0 to 1: half a wave of a cosine up at the
 * start and down at the end. */
static double envelope(size_t i, size_t count)
{
	size_t rise = pcm_samples(RISE_MS), fall = pcm_samples(FALL_MS);

	if (i < rise)
		return 0.5 - 0.5 * cos(turn / 2 * (double)i / (double)rise);
	if (count - i < fall)
		return 0.5 -
		       0.5 * cos(turn / 2 * (double)(count - i) / (double)fall);
	return 1;
}

static void make_tone(const struct tone *tone, size_t count, int16_t *ret)
{
	for (size_t i = 0; i < count; i++)
		ret[i] =
		    (int16_t)(LOUDNESS * envelope(i, count) *
			      sin(turn * tone->hertz * (double)i / PCM_RATE));
}

bool sound_make(enum sound sound, struct pcm *ret_pcm)
{
	int count;
	const struct tone *tones = sound_tones(sound, &count);
	struct pcm pcm = {0};
	size_t at = 0;

	for (int i = 0; i < count; i++)
		pcm.count += pcm_samples(tones[i].ms);
	pcm.samples = calloc(pcm.count + 1, sizeof(*pcm.samples));
	if (!pcm.samples)
		return false;
	for (int i = 0; i < count; i++) {
		make_tone(&tones[i], pcm_samples(tones[i].ms),
			  pcm.samples + at);
		at += pcm_samples(tones[i].ms);
	}
	*ret_pcm = pcm;
	return true;
}
