/* mixer.h - sounds that run at the same time, added up.
 */
#ifndef STEMMEBOKS_MIXER_H
#define STEMMEBOKS_MIXER_H

#include <stdbool.h>

#include "ears/pcm.h"

/* More at once are never made out; the oldest gives way. */
enum { MIXER_MOST = 4 };

/* Zeroed at first: nothing runs. The samples are borrowed. */
struct mixer {
	int next; /* the slot of the oldest */
	struct {
		const int16_t *samples;
		size_t left;
	} running[MIXER_MOST];
};

/* Starts PCM, which must stay while it runs, over what runs already. */
void mixer_start(struct mixer *mixer, const struct pcm *pcm);

/* The next COUNT samples of all that runs; silence where nothing does. */
void mixer_pull(struct mixer *mixer, int16_t *ret_samples, size_t count);

bool mixer_runs(const struct mixer *mixer);

#endif
