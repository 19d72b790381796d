#include "ears/ears_private.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <SDL2/SDL.h>
#include <sodium/utils.h>

#include "ears/clip.h"

/* Copies NAME, which may be NULL; false when memory is out. */
static bool copy_name(const char *name, char **ret_copy)
{
	*ret_copy = name ? strdup(name) : NULL;
	return *ret_copy || !name;
}

static bool copy_options(struct ears *ears, const struct ears_options *options)
{
	ears->linger_ms =
	    options->linger_ms ? options->linger_ms : EARS_LINGER_MS;
	ears->devices[EARS_SOUNDS].used = ears->audio;
	ears->devices[EARS_SPEECH].used = ears->audio && options->headphones;
	return copy_name(options->sounds, &ears->devices[EARS_SOUNDS].name) &&
	       copy_name(options->headphones,
			 &ears->devices[EARS_SPEECH].name) &&
	       copy_name(options->clips, &ears->clips);
}

enum status ears_open(const struct ears_options *options,
		      struct ears **ret_ears)
{
	struct ears *ears = calloc(1, sizeof(*ears));

	if (!ears)
		return STATUS_MEMORY;
	ears->speed = EARS_SPEED_USUAL;
	ears->audio = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
	ears->lock = SDL_CreateMutex();
	ears->change = SDL_CreateCond();
	if (!ears->lock || !ears->change || !copy_options(ears, options))
		goto out;
	for (int sound = 0; sound < SOUND_COUNT; sound++)
		if (!sound_make((enum sound)sound, &ears->sounds[sound]))
			goto out;
	for (int line = 0; line < EARS_LINES; line++) {
		struct device *device = &ears->devices[line];

		device->volume = EARS_VOLUME_USUAL;
		device->there = device->used && outlet_there(device->name);
	}
	if (ears->devices[EARS_SPEECH].used)
		ears->voice = voice_new();
	ears->thread = SDL_CreateThread(reader_run, "ears", ears);
	if (!ears->thread)
		goto out;
	*ret_ears = ears;
	return STATUS_OK;
out:
	ears_free(ears);
	return STATUS_MEMORY;
}

void ears_free(struct ears *ears)
{
	if (!ears)
		return;
	if (ears->thread) {
		SDL_LockMutex(ears->lock);
		ears->quit = true;
		reader_cancel(ears);
		SDL_UnlockMutex(ears->lock);
		SDL_WaitThread(ears->thread, NULL);
	}
	voice_free(ears->voice);
	script_free(ears->script);
	for (int sound = 0; sound < SOUND_COUNT; sound++)
		pcm_free(&ears->sounds[sound]);
	for (int line = 0; line < EARS_LINES; line++)
		free(ears->devices[line].name);
	free(ears->clips);
	SDL_DestroyCond(ears->change);
	SDL_DestroyMutex(ears->lock);
	if (ears->audio)
		SDL_QuitSubSystem(SDL_INIT_AUDIO);
	sodium_memzero(ears, sizeof(*ears));
	free(ears);
}

void ears_event(struct ears *ears, const SDL_Event *event)
{
	if (event->type != SDL_AUDIODEVICEADDED &&
	    event->type != SDL_AUDIODEVICEREMOVED)
		return;
	if (event->adevice.iscapture)
		return;
	SDL_LockMutex(ears->lock);
	ears->look = true;
	for (int i = 0; i < EARS_LINES; i++) {
		struct device *device = &ears->devices[i];

		if (event->type != SDL_AUDIODEVICEREMOVED || !device->id ||
		    device->id != event->adevice.which)
			continue;
		device->lost = true;
		if (i == EARS_SPEECH) {
			reader_cancel(ears);
			ring_wipe(&ears->ring);
		}
	}
	reader_wake(ears);
	SDL_UnlockMutex(ears->lock);
}

bool ears_there(struct ears *ears, enum ears_line line)
{
	bool there;

	SDL_LockMutex(ears->lock);
	there = ears->devices[line].there;
	SDL_UnlockMutex(ears->lock);
	return there;
}

void ears_play(struct ears *ears, enum sound sound)
{
	assert((unsigned)sound < SOUND_COUNT);
	SDL_LockMutex(ears->lock);
	if (ears->devices[EARS_SOUNDS].there) {
		mixer_start(&ears->mixer, &ears->sounds[sound]);
		reader_wake(ears);
	}
	SDL_UnlockMutex(ears->lock);
}

int ears_volume(struct ears *ears, enum ears_line line)
{
	int volume;

	SDL_LockMutex(ears->lock);
	volume = ears->devices[line].volume;
	SDL_UnlockMutex(ears->lock);
	return volume;
}

void ears_set_volume(struct ears *ears, enum ears_line line, int percent)
{
	SDL_LockMutex(ears->lock);
	ears->devices[line].volume = SDL_clamp(percent, 0, 100);
	SDL_UnlockMutex(ears->lock);
}
