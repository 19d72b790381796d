/* voice.h - text to speech: espeak-ng, which gives samples and opens no device.
 *
 * espeak-ng is one per process, so there is one voice at a time, and only one
 * thread may speak with it.
 */
#ifndef STEMMEBOKS_VOICE_H
#define STEMMEBOKS_VOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct voice;

/* Takes samples, voice_rate() a second, one channel. False stops the speech. */
typedef bool voice_sink(void *data, const int16_t *samples, size_t count);

/* NULL when espeak-ng or its data is not on the machine, or memory is out. Free
 * with voice_free(), which takes NULL; espeak-ng itself stays loaded, with
 * nothing of what it said. */
struct voice *voice_new(void);
void voice_free(struct voice *voice);

int voice_rate(const struct voice *voice);

/* Whether VOICE (NULL: none) speaks LANGUAGE, a code as in words/language.def.
 * Any thread may ask. */
bool voice_can(const struct voice *voice, const char *language);

/* Speaks TEXT (UTF-8) in LANGUAGE, PERCENT as fast as usual (75 to 150), into
 * SINK; returns when all of it is there or SINK said stop. Says nothing when
 * voice_can() does not hold. */
void voice_say(struct voice *voice, const char *language, int percent,
	       const char *text, voice_sink *sink, void *data);

/* Lets espeak-ng forget the last sentence: its lists of sounds are filled with
 * something else. */
void voice_forget(struct voice *voice);

#endif
