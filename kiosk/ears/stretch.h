/* stretch.h - a recording slower or faster, at the same pitch.
 *
 * Short windows are laid over each other at another distance than they were
 * cut, each moved to where it fits the one before: WSOLA, W. Verhelst and M.
 * Roelands, "An overlap-add technique based on waveform similarity (WSOLA) for
 * high quality time-scale modification of speech", ICASSP 1993.
 */
#ifndef STEMMEBOKS_STRETCH_H
#define STEMMEBOKS_STRETCH_H

#include <stdbool.h>

#include "ears/pcm.h"

/* Makes of PCM a piece PERCENT as fast (50 to 200; 100 copies it): 150 gives
 * two thirds of the length. False when memory is out; free *ret_pcm with
 * pcm_free().
 */
bool stretch_pcm(const struct pcm *pcm, int percent, struct pcm *ret_pcm);

#endif
