#include "ears/voice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <espeak-ng/espeak_ng.h>

enum {
	CODE_BYTES = 16,
	FILE_BYTES = 64,
	WORDS_A_MINUTE = 165, /* somewhat slower than espeak-ng's own 175 */
	CHUNK_MS = 20,
	FORGET_LETTERS = 800, /* as long as a clause of espeak-ng can be */
};

/* Codes that espeak-ng knows by another one. */
static const struct {
	const char *code, *voice;
} aliases[] = {
    {"prs", "fa"}, /* Dari and Persian are written alike */
};

/* One language of one voice file. */
struct tongue {
	char code[CODE_BYTES];
	char file[FILE_BYTES];
	int rank; /* low: this file is meant for the language */
};

struct voice {
	int rate;
	const struct tongue *current; /* what espeak-ng is set to */
	size_t count;
	struct tongue tongues[];
};

/* Where the samples of one call go. */
struct hearer {
	voice_sink *sink;
	void *data;
};

/* espeak-ng's callback: 0 goes on, 1 stops. */
static int hand_over(short *samples, int count, espeak_EVENT *events)
{
	struct hearer *hearer = events->user_data;

	if (!samples || count <= 0 || !hearer)
		return 0;
	return !hearer->sink(hearer->data, samples, (size_t)count);
}

/* Each voice has a list of languages: a byte of rank and a string, one after
 * the other, and a zero byte. Writes them to TONGUES, if any, and counts them.
 */
static size_t list_tongues(const espeak_VOICE **voices, struct tongue *tongues)
{
	size_t count = 0;

	for (; *voices; voices++) {
		const char *at = (*voices)->languages;

		for (; *at; at += strlen(at) + 1, count++) {
			if (!tongues)
				continue;
			tongues[count].rank = (unsigned char)*at;
			snprintf(tongues[count].code, CODE_BYTES, "%s", at + 1);
			snprintf(tongues[count].file, FILE_BYTES, "%s",
				 (*voices)->identifier);
		}
	}
	return count;
}

/* Starts espeak-ng, once in a process: espeak_Terminate() of version 1.51 never
 * returns when it is called for the second time (its own thread leaves the mark
 * of a running command behind), so it is not called at all, and a rate tells
 * that espeak-ng runs already. Returns the rate, or 0 or less. */
static int start(void)
{
	int rate = espeak_ng_GetSampleRate();

	if (rate > 0)
		return rate;
	return espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, CHUNK_MS, NULL,
				 espeakINITIALIZE_DONT_EXIT);
}

struct voice *voice_new(void)
{
	int rate = start();
	const espeak_VOICE **voices;
	struct voice *voice;
	size_t count;

	if (rate <= 0)
		return NULL;
	voices = espeak_ListVoices(NULL);
	count = voices ? list_tongues(voices, NULL) : 0;
	voice = calloc(1, sizeof(*voice) + count * sizeof(struct tongue));
	if (!voice)
		return NULL;
	voice->rate = rate;
	voice->count = count;
	if (count)
		list_tongues(voices, voice->tongues);
	espeak_SetSynthCallback(hand_over);
	return voice;
}

void voice_free(struct voice *voice)
{
	if (voice)
		voice_forget(voice);
	free(voice);
}

int voice_rate(const struct voice *voice)
{
	return voice->rate;
}

/* The best voice for LANGUAGE: of its own code first, then of a country's form
 * of it ("en-us" for "en"). NULL when there is none. */
static const struct tongue *find(const struct voice *voice,
				 const char *language)
{
	const struct tongue *best = NULL;
	bool best_exact = false;
	size_t length;

	for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++)
		if (strcmp(aliases[i].code, language) == 0)
			language = aliases[i].voice;
	length = strlen(language);
	for (size_t i = 0; length && i < voice->count; i++) {
		const struct tongue *tongue = &voice->tongues[i];
		bool exact = strcmp(tongue->code, language) == 0;

		if (!exact && (strncmp(tongue->code, language, length) != 0 ||
			       tongue->code[length] != '-'))
			continue;
		if (!best || exact > best_exact ||
		    (exact == best_exact && tongue->rank < best->rank)) {
			best = tongue;
			best_exact = exact;
		}
	}
	return best;
}

bool voice_can(const struct voice *voice, const char *language)
{
	return voice && find(voice, language);
}

void voice_say(struct voice *voice, const char *language, int percent,
	       const char *text, voice_sink *sink, void *data)
{
	struct hearer hearer = {sink, data};
	const struct tongue *tongue = find(voice, language);

	if (!tongue)
		return;
	if (voice->current != tongue) {
		if (espeak_SetVoiceByName(tongue->file) != EE_OK)
			return;
		voice->current = tongue;
	}
	espeak_SetParameter(espeakRATE, WORDS_A_MINUTE * percent / 100, 0);
	espeak_Synth(text, strlen(text) + 1, 0, POS_CHARACTER, 0,
		     espeakCHARS_UTF8, NULL, &hearer);
}

static bool drop(void *data, const int16_t *samples, size_t count)
{
	(void)data;
	(void)samples;
	(void)count;
	return false;
}

void voice_forget(struct voice *voice)
{
	char letters[FORGET_LETTERS + 1];

	if (!voice->current)
		return;
	for (int i = 0; i < FORGET_LETTERS; i++)
		letters[i] = i % 8 == 7 ? ' ' : 'a';
	letters[FORGET_LETTERS] = '\0';
	voice_say(voice, voice->current->code, 100, letters, drop, NULL);
}
