#include "ears/outlet.h"

#include <string.h>

#include "ears/pcm.h"

bool outlet_there(const char *name)
{
	const char *driver = SDL_GetCurrentAudioDriver();
	int count = SDL_GetNumAudioDevices(0);

	if (!driver)
		return false;
	if (!name)
		return count != 0; /* -1: not known, so try */
	for (int i = 0; i < count; i++) {
		const char *listed = SDL_GetAudioDeviceName(i, 0);

		if (listed && strcmp(listed, name) == 0)
			return true;
	}
	return strcmp(driver, "disk") == 0;
}

SDL_AudioDeviceID outlet_open(const char *name, SDL_AudioCallback callback,
			      void *data)
{
	const SDL_AudioSpec wanted = {
	    .freq = PCM_RATE,
	    .format = AUDIO_S16SYS,
	    .channels = 1,
	    .samples = OUTLET_SAMPLES,
	    .callback = callback,
	    .userdata = data,
	};
	SDL_AudioSpec given;
	SDL_AudioDeviceID device =
	    SDL_OpenAudioDevice(name, 0, &wanted, &given, 0);

	if (device)
		SDL_PauseAudioDevice(device, 0);
	return device;
}
