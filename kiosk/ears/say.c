/* Reading aloud, as the screen's thread asks for it (ears.h). */
#include "ears/ears_private.h"

#include <SDL2/SDL_stdinc.h>

#include "ears/clip.h"

bool ears_can_say(struct ears *ears, const char *language)
{
	return ears_there(ears, EARS_SPEECH) &&
	       (voice_can(ears->voice, language) ||
		clip_language(ears->clips, language));
}

bool ears_can_say_one(struct ears *ears, const char *language, const char *key)
{
	return ears_there(ears, EARS_SPEECH) &&
	       (voice_can(ears->voice, language) ||
		clip_there(ears->clips, language, key));
}

/* Starts reading at part FROM, in place of what is being read. With the lock.
 */
static void begin(struct ears *ears, size_t from)
{
	reader_cancel(ears);
	ring_fade(&ears->ring);
	ears->from = from;
	ears->part = from;
	ears->part_pushed = 0;
	ears->pending = true;
}

void ears_say(struct ears *ears, const char *language,
	      const struct utterance *utterance)
{
	struct script *script = NULL;

	if (ears_can_say(ears, language))
		script = script_new(language, utterance);
	SDL_LockMutex(ears->lock);
	script_free(ears->script);
	ears->script = script;
	if (script) {
		begin(ears, 0);
	} else {
		reader_cancel(ears);
		ring_fade(&ears->ring);
	}
	SDL_UnlockMutex(ears->lock);
}

void ears_again(struct ears *ears)
{
	SDL_LockMutex(ears->lock);
	if (ears->script && ears->devices[EARS_SPEECH].there)
		begin(ears, 0);
	SDL_UnlockMutex(ears->lock);
}

void ears_stop(struct ears *ears)
{
	SDL_LockMutex(ears->lock);
	reader_cancel(ears);
	ring_fade(&ears->ring);
	SDL_UnlockMutex(ears->lock);
}

bool ears_speaks(struct ears *ears)
{
	bool busy;

	SDL_LockMutex(ears->lock);
	busy = reader_busy(ears);
	SDL_UnlockMutex(ears->lock);
	return busy;
}

int ears_speed(struct ears *ears)
{
	int speed;

	SDL_LockMutex(ears->lock);
	speed = ears->speed;
	SDL_UnlockMutex(ears->lock);
	return speed;
}

/* The part that is heard now: samples are made up to a second ahead. */
static size_t part_heard(const struct ears *ears)
{
	return ears->part > 0 && ears->part_pushed < ears->ring.count
		   ? ears->part - 1
		   : ears->part;
}

void ears_set_speed(struct ears *ears, int percent)
{
	int steps = (SDL_clamp(percent, EARS_SPEED_LEAST, EARS_SPEED_MOST) +
		     EARS_SPEED_STEP / 2) /
		    EARS_SPEED_STEP;

	SDL_LockMutex(ears->lock);
	if (ears->speed != steps * EARS_SPEED_STEP) {
		ears->speed = steps * EARS_SPEED_STEP;
		if (ears->script && reader_busy(ears))
			begin(ears, part_heard(ears));
	}
	SDL_UnlockMutex(ears->lock);
}

void ears_hush(struct ears *ears)
{
	SDL_LockMutex(ears->lock);
	reader_cancel(ears);
	ring_wipe(&ears->ring);
	script_free(ears->script);
	ears->script = NULL;
	ears->forget = true;
	ears->speed = EARS_SPEED_USUAL;
	ears->devices[EARS_SPEECH].volume = EARS_VOLUME_USUAL;
	SDL_UnlockMutex(ears->lock);
}
