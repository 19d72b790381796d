/* ears_case.h - ears whose two devices are files, and what can be heard in
 * them.
 *
 * SDL's "disk" driver writes what a device plays to the file of the device's
 * name, as fast as it is told to.
 */
#ifndef STEMMEBOKS_TESTS_EARS_CASE_H
#define STEMMEBOKS_TESTS_EARS_CASE_H

#include "ears/ears.h"

struct ears_case {
	char folder[64];
	char sounds[96], headphones[96], clips[96]; /* files; a folder */
	struct ears *ears;
};

/* For cmocka: a case with its folder, without ears yet; and its end. */
int ears_case_setup(void **state);
int ears_case_teardown(void **state);

/* Opens CASE's ears on both files, volumes at 100. QUICK: ten times as fast as
 * in real time. */
void ears_case_open(struct ears_case *ears_case, bool quick);

/* Ends CASE's ears, so that the files are whole. */
void ears_case_close(struct ears_case *ears_case);

/* Reads TEXT in LANGUAGE, without a recording, and waits until it is over. */
void ears_case_say(struct ears_case *ears_case, const char *language,
		   const char *text);

/* Waits until nothing is read; fails after ten seconds. */
void ears_case_wait(struct ears_case *ears_case);

/* What was played to the file PATH, silence before and after cut off: 0 samples
 * when it is all silence or no file. Free with pcm_free(). */
struct pcm ears_case_heard(const char *path);

/* As above, with the silence. */
struct pcm ears_case_played(const char *path);

/* How long TEXT in LANGUAGE takes at SPEED, in ms: ears opened and ended for
 * it.
 */
unsigned ears_case_spoken_ms(struct ears_case *ears_case, const char *language,
			     const char *text, int speed);

/* Writes the recording clips/LANGUAGE/KEY.wav: MS of a sine of HERTZ at RATE
 * samples a second, in 1 or 2 channels. */
void ears_case_record(struct ears_case *ears_case, const char *language,
		      const char *key, int rate, int channels, int hertz,
		      unsigned ms);

/* The tone of the sine wave in COUNT samples, by counting how often it rises
 * through zero. */
int tone_hertz(const int16_t *samples, size_t count);

unsigned pcm_ms(const struct pcm *pcm);

#endif
