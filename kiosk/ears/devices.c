/* Which devices are open, and what they are given to play. */
#include "ears/ears_private.h"

#include <SDL2/SDL_timer.h>

enum { RETRY_MS = 10000 };

static void play_sounds(void *data, Uint8 *bytes, int length)
{
	struct ears *ears = data;
	struct device *device = &ears->devices[EARS_SOUNDS];
	size_t count = (size_t)length / sizeof(int16_t);
	int volume;

	SDL_LockMutex(ears->lock);
	if (mixer_runs(&ears->mixer))
		device->heard_ms = SDL_GetTicks64();
	mixer_pull(&ears->mixer, (int16_t *)bytes, count);
	volume = device->volume;
	SDL_UnlockMutex(ears->lock);
	pcm_scale((int16_t *)bytes, count, volume);
}

static void play_speech(void *data, Uint8 *bytes, int length)
{
	struct ears *ears = data;
	struct device *device = &ears->devices[EARS_SPEECH];
	size_t count = (size_t)length / sizeof(int16_t);
	int volume;

	SDL_LockMutex(ears->lock);
	if (reader_busy(ears))
		device->heard_ms = SDL_GetTicks64();
	ring_pull(&ears->ring, (int16_t *)bytes, count);
	volume = device->volume;
	if (ears->working && ears->ring.count < RING_SAMPLES / 2)
		reader_wake(ears);
	SDL_UnlockMutex(ears->lock);
	pcm_scale((int16_t *)bytes, count, volume);
}

static const SDL_AudioCallback callbacks[EARS_LINES] = {
    [EARS_SOUNDS] = play_sounds,
    [EARS_SPEECH] = play_speech,
};

static bool wanted(const struct ears *ears, enum ears_line line)
{
	return line == EARS_SOUNDS ? mixer_runs(&ears->mixer)
				   : reader_busy(ears);
}

/* What was to be heard on LINE has no device. */
static void give_up(struct ears *ears, enum ears_line line)
{
	if (line == EARS_SOUNDS) {
		ears->mixer = (struct mixer){0};
	} else {
		reader_cancel(ears);
		ring_wipe(&ears->ring);
	}
}

/* Closing waits for the callback, which takes the lock. */
static void close_device(struct ears *ears, struct device *device)
{
	SDL_AudioDeviceID id = device->id;

	device->id = 0;
	device->lost = false;
	SDL_UnlockMutex(ears->lock);
	SDL_CloseAudioDevice(id);
	SDL_LockMutex(ears->lock);
}

static void open_device(struct ears *ears, enum ears_line line)
{
	struct device *device = &ears->devices[line];
	SDL_AudioDeviceID id;

	SDL_UnlockMutex(ears->lock);
	id = outlet_open(device->name, callbacks[line], ears);
	SDL_LockMutex(ears->lock);
	device->id = id;
	device->there = id != 0;
	device->heard_ms = SDL_GetTicks64();
	/* Another program may hold it for a while. */
	device->retry_ms = id ? 0 : device->heard_ms + RETRY_MS;
}

static void look_again(struct ears *ears)
{
	bool there[EARS_LINES];

	ears->look = false;
	SDL_UnlockMutex(ears->lock);
	for (int line = 0; line < EARS_LINES; line++)
		there[line] = outlet_there(ears->devices[line].name);
	SDL_LockMutex(ears->lock);
	for (int line = 0; line < EARS_LINES; line++) {
		ears->devices[line].there =
		    ears->devices[line].used && there[line];
		ears->devices[line].retry_ms = 0;
	}
}

static bool retry_due(const struct device *device)
{
	return device->retry_ms && SDL_GetTicks64() >= device->retry_ms;
}

static bool lingered(const struct ears *ears, const struct device *device)
{
	return SDL_GetTicks64() - device->heard_ms >= ears->linger_ms;
}

void devices_attend(struct ears *ears)
{
	for (int line = 0; line < EARS_LINES; line++)
		if (ears->devices[line].id && ears->devices[line].lost)
			close_device(ears, &ears->devices[line]);
	if (ears->look || retry_due(&ears->devices[EARS_SOUNDS]) ||
	    retry_due(&ears->devices[EARS_SPEECH]))
		look_again(ears);
	for (int i = 0; i < EARS_LINES; i++) {
		enum ears_line line = (enum ears_line)i;
		struct device *device = &ears->devices[line];

		if (wanted(ears, line) && !device->id && device->there)
			open_device(ears, line);
		if (wanted(ears, line) && !device->id)
			give_up(ears, line);
		if (device->id && !wanted(ears, line) && lingered(ears, device))
			close_device(ears, device);
	}
}

/* In how many ms DEVICE wants attention; -1: not by itself. */
static int attention_ms(const struct device *device, bool busy,
			unsigned linger_ms)
{
	uint64_t now_ms = SDL_GetTicks64(), due_ms;

	if (device->id)
		due_ms = (busy ? now_ms : device->heard_ms) + linger_ms;
	else if (device->retry_ms)
		due_ms = device->retry_ms;
	else
		return -1;
	return due_ms > now_ms ? (int)(due_ms - now_ms) : 0;
}

int devices_wait_ms(const struct ears *ears)
{
	int wait_ms = -1;

	for (int i = 0; i < EARS_LINES; i++) {
		int ms = attention_ms(&ears->devices[i],
				      wanted(ears, (enum ears_line)i),
				      ears->linger_ms);

		if (ms >= 0 && (wait_ms < 0 || ms < wait_ms))
			wait_ms = ms;
	}
	return wait_ms;
}

void devices_close(struct ears *ears)
{
	for (int line = 0; line < EARS_LINES; line++)
		if (ears->devices[line].id)
			close_device(ears, &ears->devices[line]);
}
