/* ears.h - what the kiosk lets people hear: short sounds, and texts read aloud.
 *
 * Sounds go to one device, speech to another, the headphones, and never to any
 * other: what is read may tell what somebody chose. Which device is the
 * headphones the organisers say; without a name nothing is spoken. A USB
 * headset is a device of its own; a jack beside a built-in loudspeaker often is
 * not.
 *
 * Nothing here waits or fails for the caller: a thread of its own opens
 * devices, speaks and closes devices that are silent. Without a device all is
 * silent. One at a time in a process. All functions are for one thread, that of
 * the screen.
 */
#ifndef STEMMEBOKS_EARS_H
#define STEMMEBOKS_EARS_H

#include <stdbool.h>
#include <stddef.h>

#include <SDL2/SDL_events.h>

#include "core/status.h"
#include "ears/sound.h"

struct ears;

enum ears_line {
	EARS_SOUNDS,
	EARS_SPEECH,
	EARS_LINES,
};

enum {
	EARS_SPEED_LEAST = 75, /* percent of the usual speed */
	EARS_SPEED_USUAL = 100,
	EARS_SPEED_MOST = 150,
	EARS_SPEED_STEP = 25,
	EARS_VOLUME_USUAL = 60, /* percent of the loudest */
	EARS_VOLUME_STEP = 10,
	EARS_LINGER_MS = 30000,
};

/* All strings are copied. */
struct ears_options {
	const char *sounds;	/* a device as SDL lists it; NULL: the usual */
	const char *headphones; /* for speech; NULL: no speech */
	const char *clips;	/* a folder of recordings (core/clip_name.h);
				   NULL: none */
	unsigned linger_ms;	/* a device that has been silent so long is
				   closed; 0: EARS_LINGER_MS */
};

/* One text, or a piece of one. A recording is played where there is one, else
 * TEXT is spoken. */
struct utterance_part {
	const char *key;  /* the recording's name; NULL: has none */
	const char *text; /* UTF-8; NULL: nothing to speak */
};

/* Parts in turn, with a short pause between. */
struct utterance {
	size_t count;
	const struct utterance_part *parts;
};

/* Starts. STATUS_MEMORY leaves *ret_ears untouched; that a device, a driver or
 * the speech engine is missing is no error. Free with ears_free(), which ends
 * all sound and takes NULL. */
enum status ears_open(const struct ears_options *options,
		      struct ears **ret_ears);
void ears_free(struct ears *ears);

/* Tells EARS of a device that came or went; other events are ignored. What was
 * being read stops when its headphones go, and moves nowhere. */
void ears_event(struct ears *ears, const SDL_Event *event);

/* Whether the device of LINE is there. */
bool ears_there(struct ears *ears, enum ears_line line);

/* Plays SOUND over whatever plays already. */
void ears_play(struct ears *ears, enum sound sound);

/* Whether texts in LANGUAGE (a code: "da", "so") can be heard: the headphones
 * are there, and a voice or a folder of recordings. Where it does not hold the
 * button that reads aloud is not shown. Quick enough to ask for every picture.
 */
bool ears_can_say(struct ears *ears, const char *language);

/* The same for one text, of which KEY is the recording's name: there is a voice
 * or that recording. */
bool ears_can_say_one(struct ears *ears, const char *language, const char *key);

/* Reads UTTERANCE, which is copied, from its start, in place of what was being
 * read. Nothing when ears_can_say() does not hold. */
void ears_say(struct ears *ears, const char *language,
	      const struct utterance *utterance);

/* Reads the last utterance anew from its start; nothing after ears_hush(). */
void ears_again(struct ears *ears);

/* Stops reading; heard within 50 ms. Sounds go on. */
void ears_stop(struct ears *ears);

/* Whether something is being read, from ears_say() to the last sample. It is a
 * sign of life: somebody listens. */
bool ears_speaks(struct ears *ears);

/* How fast texts are read, in percent: EARS_SPEED_LEAST to EARS_SPEED_MOST in
 * steps of EARS_SPEED_STEP; others are rounded to the nearest. A new speed
 * begins the part that is being read anew. */
int ears_speed(struct ears *ears);
void ears_set_speed(struct ears *ears, int percent);

/* How loud LINE is, 0 to 100 percent, held within; at once. */
int ears_volume(struct ears *ears, enum ears_line line);
void ears_set_volume(struct ears *ears, enum ears_line line, int percent);

/* A voter is done: stops reading, overwrites texts and samples, and sets the
 * speed and the speech's volume back to the usual. A sound of the table rings
 * out, as it tells nothing. */
void ears_hush(struct ears *ears);

#endif
