#include "ears/clip.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SDL2/SDL_audio.h>
#include <sodium/utils.h>

#include "core/clip_name.h"

bool clip_language(const char *folder, const char *language)
{
	char path[PATH_MAX];
	struct stat about;

	if (!folder || !clip_name_valid(language))
		return false;
	if (snprintf(path, sizeof(path), "%s/%s", folder, language) >=
	    (int)sizeof(path))
		return false;
	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* The path of a recording; false when it has none. */
static bool clip_path(const char *folder, const char *language, const char *key,
		      char ret_path[PATH_MAX])
{
	return key && clip_name_valid(key) && clip_language(folder, language) &&
	       snprintf(ret_path, PATH_MAX, "%s/%s/%s.wav", folder, language,
			key) < PATH_MAX;
}

bool clip_there(const char *folder, const char *language, const char *key)
{
	char path[PATH_MAX];

	return clip_path(folder, language, key, path) &&
	       access(path, R_OK) == 0;
}

/* Turns LENGTH bytes at WAV, which are as SPEC says, into *ret_pcm. All at
 * once: the stream that SDL 2.26 has for pieces loses the end of a low rate's.
 */
static bool convert(const SDL_AudioSpec *spec, const Uint8 *wav, Uint32 length,
		    struct pcm *ret_pcm)
{
	SDL_AudioCVT work;

	if (SDL_BuildAudioCVT(&work, spec->format, spec->channels, spec->freq,
			      AUDIO_S16SYS, 1, PCM_RATE) < 0 ||
	    length > INT_MAX / (Uint32)work.len_mult)
		return false;
	work.len = (int)length;
	work.len_cvt = work.len;
	work.buf = calloc((size_t)work.len_mult, length);
	if (!work.buf)
		return false;
	memcpy(work.buf, wav, length);
	if (work.needed && SDL_ConvertAudio(&work) != 0)
		work.len_cvt = 0;
	sodium_memzero(work.buf + work.len_cvt,
		       (size_t)work.len_mult * length - (size_t)work.len_cvt);
	ret_pcm->samples = (int16_t *)(void *)work.buf;
	ret_pcm->count = (size_t)work.len_cvt / sizeof(int16_t);
	return true;
}

bool clip_load(const char *folder, const char *language, const char *key,
	       struct pcm *ret_pcm)
{
	char path[PATH_MAX];
	SDL_AudioSpec spec;
	Uint8 *wav;
	Uint32 length;
	bool ok;

	if (!clip_path(folder, language, key, path) ||
	    !SDL_LoadWAV(path, &spec, &wav, &length))
		return false;
	ok = length > 0 && convert(&spec, wav, length, ret_pcm);
	sodium_memzero(wav, length);
	SDL_FreeWAV(wav);
	return ok;
}
