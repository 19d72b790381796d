/* clip.h - a recorded text, read from its file (core/clip_name.h says which).
 */
#ifndef STEMMEBOKS_CLIP_H
#define STEMMEBOKS_CLIP_H

#include <stdbool.h>

#include "ears/pcm.h"

/* Whether FOLDER (NULL: none) has recordings in LANGUAGE: a folder of its name.
 */
bool clip_language(const char *folder, const char *language);

/* Whether FOLDER (NULL: none) has a file for KEY in LANGUAGE. */
bool clip_there(const char *folder, const char *language, const char *key);

/* Reads FOLDER/LANGUAGE/KEY.wav (any rate, channels and width that SDL reads)
 * as this layer keeps sound. False when there is none (FOLDER or KEY NULL too),
 * it is no WAV file, or memory is out. Free *ret_pcm with pcm_free(). */
bool clip_load(const char *folder, const char *language, const char *key,
	       struct pcm *ret_pcm);

#endif
