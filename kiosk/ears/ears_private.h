/* ears_private.h - what ears.c, the thread (reader.c) and the devices'
 * callbacks (devices.c) share, under one lock.
 */
#ifndef STEMMEBOKS_EARS_PRIVATE_H
#define STEMMEBOKS_EARS_PRIVATE_H

#include <stdint.h>

#include <SDL2/SDL_mutex.h>
#include <SDL2/SDL_thread.h>

#include "ears/ears.h"
#include "ears/mixer.h"
#include "ears/outlet.h"
#include "ears/ring.h"
#include "ears/script.h"
#include "ears/voice.h"

struct device {
	char *name; /* NULL: the usual one */
	bool used;  /* false: stays silent whatever is there */
	bool there;
	bool lost;	      /* open, and unplugged */
	SDL_AudioDeviceID id; /* 0: closed. Opened and closed by the thread */
	uint64_t
	    retry_ms; /* when to try again to open it; 0: it did not fail */
	uint64_t heard_ms; /* when it last had something to play */
	int volume;
};

struct ears {
	/* Set before the thread starts and only read then. */
	bool audio; /* SDL's audio is on */
	char *clips;
	unsigned linger_ms;
	struct pcm sounds[SOUND_COUNT];
	struct voice *voice; /* speaks in the thread alone */
	SDL_Thread *thread;
	SDL_mutex *lock; /* guards all below */
	SDL_cond *change;

	struct device devices[EARS_LINES];
	bool changed; /* since the thread last looked */
	bool quit;
	bool look; /* devices came or went */
	struct mixer mixer;
	struct ring ring;
	struct script *script; /* the last utterance; NULL: none */
	unsigned turn;	       /* goes up when the reading under way is void */
	bool pending;	       /* SCRIPT is to be read from part FROM */
	bool working;	       /* the thread reads it */
	bool forget;	       /* the voice holds a sentence that must go */
	size_t from;
	size_t part;	    /* which the thread makes samples of */
	size_t part_pushed; /* how many it made of it */
	int speed;
};

/* The thread's function; DATA is the ears. */
int reader_run(void *data);

/* For the thread, with the lock, which is let go meanwhile: brings the devices
 * to what is wanted (opens, closes, looks again). */
void devices_attend(struct ears *ears);

/* How long the thread may sleep before a device is to be closed, in ms; -1: for
 * ever. With the lock. */
int devices_wait_ms(const struct ears *ears);

/* Closes both; for the thread, with the lock, which is let go meanwhile. */
void devices_close(struct ears *ears);

/* Tells the thread, asleep or at work, that something changed. With the lock.
 */
void reader_wake(struct ears *ears);

/* Whether something is being read. With the lock. */
bool reader_busy(const struct ears *ears);

/* Makes void what is being read: no sample of it comes any more. With the lock.
 */
void reader_cancel(struct ears *ears);

#endif
