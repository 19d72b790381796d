/* sound.h - the kiosk's few sounds, made of tones.
 */
#ifndef STEMMEBOKS_SOUND_H
#define STEMMEBOKS_SOUND_H

#include <stdbool.h>

#include "ears/pcm.h"

enum sound {
#define SOUND(NAME, spelled, ...) SOUND_##NAME,
#include "ears/sound.def"
#undef SOUND
	SOUND_COUNT
};

struct tone {
	int hertz; /* 0: silence */
	unsigned ms;
};

/* "scan-ok": stable, for logs and tests. Static. */
const char *sound_name(enum sound sound);

/* The tones of SOUND in turn; *ret_count is 1 or more. Static. */
const struct tone *sound_tones(enum sound sound, int *ret_count);

/* Makes SOUND. Every tone rises from silence and falls back to it, so nothing
 * clicks, and stays at a third of the loudest. False when memory is out; free
 * with pcm_free(). */
bool sound_make(enum sound sound, struct pcm *ret_pcm);

#endif
