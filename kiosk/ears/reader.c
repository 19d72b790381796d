/* The thread that reads aloud, and attends to the devices while it waits. */
#include "ears/ears_private.h"

#include <stdlib.h>
#include <string.h>

#include <SDL2/SDL_audio.h>
#include <sodium/utils.h>

#include "ears/clip.h"
#include "ears/spoken.h"
#include "ears/stretch.h"

enum {
	PAUSE_MS = 350, /* between two parts */
	CHUNK_SAMPLES = 1024,
};

/* One reading: void when its turn is over. */
struct reading {
	struct ears *ears;
	unsigned turn;
	SDL_AudioStream *stream; /* from the voice's rate to the device's */
};

bool reader_busy(const struct ears *ears)
{
	return ears->pending || ears->working || ears->ring.count > 0;
}

void reader_wake(struct ears *ears)
{
	ears->changed = true;
	SDL_CondBroadcast(ears->change);
}

void reader_cancel(struct ears *ears)
{
	ears->turn++;
	ears->pending = false;
	ears->working = false;
	reader_wake(ears);
}

/* Sleeps until something changed, then attends to the devices. What changes
 * while it attends, without the lock, is not slept over the next time. */
static void wait_for_change(struct ears *ears)
{
	int wait_ms = devices_wait_ms(ears);

	if (!ears->changed && wait_ms < 0)
		SDL_CondWait(ears->change, ears->lock);
	else if (!ears->changed && wait_ms > 0)
		SDL_CondWaitTimeout(ears->change, ears->lock, (Uint32)wait_ms);
	ears->changed = false;
	devices_attend(ears);
}

/* Hands over all of SAMPLES, as fast as they are heard. False when the reading
 * is void. */
static bool push(struct reading *reading, const int16_t *samples, size_t count)
{
	struct ears *ears = reading->ears;
	bool valid;

	SDL_LockMutex(ears->lock);
	while ((valid = ears->turn == reading->turn) && count) {
		size_t taken = ring_push(&ears->ring, samples, count);

		samples += taken;
		count -= taken;
		ears->part_pushed += taken;
		if (count)
			wait_for_change(ears);
	}
	SDL_UnlockMutex(ears->lock);
	return valid;
}

/* Pushes what the stream has ready. */
static bool push_stream(struct reading *reading)
{
	int16_t samples[CHUNK_SAMPLES];
	bool valid = true;
	int bytes;

	while (valid && (bytes = SDL_AudioStreamGet(reading->stream, samples,
						    sizeof(samples))) > 0)
		valid =
		    push(reading, samples, (size_t)bytes / sizeof(*samples));
	sodium_memzero(samples, sizeof(samples));
	return valid;
}

static bool take_speech(void *data, const int16_t *samples, size_t count)
{
	struct reading *reading = data;

	return SDL_AudioStreamPut(reading->stream, samples,
				  (int)(count * sizeof(*samples))) == 0 &&
	       push_stream(reading);
}

static void speak(struct reading *reading, const char *language, int speed,
		  const char *text)
{
	struct voice *voice = reading->ears->voice;
	char *spoken;

	if (!text || !voice_can(voice, language))
		return;
	reading->stream = SDL_NewAudioStream(AUDIO_S16SYS, 1, voice_rate(voice),
					     AUDIO_S16SYS, 1, PCM_RATE);
	spoken = spoken_text(language, text);
	if (reading->stream && spoken) {
		voice_say(voice, language, speed, spoken, take_speech, reading);
		if (SDL_AudioStreamFlush(reading->stream) == 0)
			push_stream(reading);
	}
	if (spoken)
		sodium_memzero(spoken, strlen(spoken));
	free(spoken);
	SDL_FreeAudioStream(reading->stream);
}

/* Plays the part's recording; false when there is none. */
static bool play_clip(struct reading *reading, const char *language, int speed,
		      const char *key)
{
	struct pcm recorded, paced;

	if (!clip_load(reading->ears->clips, language, key, &recorded))
		return false;
	if (stretch_pcm(&recorded, speed, &paced)) {
		push(reading, paced.samples, paced.count);
		pcm_free(&paced);
	}
	pcm_free(&recorded);
	return true;
}

/* Notes that part I begins and tells the speed; false when the reading is void.
 */
static bool begin_part(struct reading *reading, size_t i, int *ret_speed)
{
	struct ears *ears = reading->ears;
	bool valid;

	SDL_LockMutex(ears->lock);
	valid = ears->turn == reading->turn;
	if (valid) {
		ears->part = i;
		ears->part_pushed = 0;
		*ret_speed = ears->speed;
	}
	SDL_UnlockMutex(ears->lock);
	return valid;
}

static void read_script(struct reading *reading, const struct script *script,
			size_t from)
{
	static const int16_t silence[PCM_RATE * PAUSE_MS / 1000];
	int speed;

	for (size_t i = from; i < script->count; i++) {
		const struct utterance_part *part = &script->parts[i];

		if (i > from &&
		    !push(reading, silence, sizeof(silence) / sizeof(*silence)))
			return;
		if (!begin_part(reading, i, &speed))
			return;
		if (!play_clip(reading, script->language, speed, part->key))
			speak(reading, script->language, speed, part->text);
	}
}

/* Reads what is pending. With the lock, which is let go meanwhile. */
static void read_pending(struct ears *ears)
{
	const struct utterance all = {ears->script->count, ears->script->parts};
	/* Its own copy: the caller may take the script away any time. */
	struct script *copy = script_new(ears->script->language, &all);
	struct reading reading = {.ears = ears, .turn = ears->turn};
	size_t from = ears->from;

	ears->pending = false;
	ears->working = copy != NULL;
	if (!copy)
		return;
	SDL_UnlockMutex(ears->lock);
	read_script(&reading, copy, from);
	script_free(copy);
	SDL_LockMutex(ears->lock);
	if (ears->turn == reading.turn)
		ears->working = false;
}

int reader_run(void *data)
{
	struct ears *ears = data;

	SDL_LockMutex(ears->lock);
	while (!ears->quit) {
		/* Its device is open by now, or there is none and nothing is
		 * pending: what says so wakes, and waking attends. */
		if (ears->pending && !ears->changed) {
			read_pending(ears);
		} else if (ears->forget) {
			ears->forget = false;
			SDL_UnlockMutex(ears->lock);
			if (ears->voice)
				voice_forget(ears->voice);
			SDL_LockMutex(ears->lock);
		} else {
			wait_for_change(ears);
		}
	}
	devices_close(ears);
	SDL_UnlockMutex(ears->lock);
	return 0;
}
