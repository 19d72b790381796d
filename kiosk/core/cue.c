#include "core/cue.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "core/utf8.h"

#define N_(text) text

static const struct {
	const char *spelled;
	int chain;
	unsigned phases, self;
	const char *help;
} scenes[SCENE_COUNT] = {
#define P(name) (1u << PHASE_##name)
#define DONE (P(COUNTED) | P(PUBLISHED))
#define COUNTING (P(CLOSED) | DONE)
#define EVER (~0u)
#define SCENE(NAME, spelled, chain, phases, self, help)                        \
	{spelled, chain, phases, self, help},
#include "core/scene.def"
#undef SCENE
#undef EVER
#undef COUNTING
#undef DONE
#undef P
};

static const struct {
	const char *spelled;
	bool words;
	const char *help;
} cues[CUE_COUNT] = {
#define CUE(NAME, spelled, words, help) {spelled, words, help},
#include "core/cue.def"
#undef CUE
};

const char *scene_name(enum scene scene)
{
	assert((unsigned)scene < SCENE_COUNT);
	return scenes[scene].spelled;
}

const char *scene_help(enum scene scene)
{
	assert((unsigned)scene < SCENE_COUNT);
	return scenes[scene].help;
}

const char *cue_name(enum cue_kind kind)
{
	assert((unsigned)kind < CUE_COUNT);
	return cues[kind].spelled;
}

const char *cue_help(enum cue_kind kind)
{
	assert((unsigned)kind < CUE_COUNT);
	return cues[kind].help;
}

bool scene_allowed(enum scene scene, enum phase phase)
{
	assert((unsigned)scene < SCENE_COUNT && (unsigned)phase < PHASE_COUNT);
	return (scenes[scene].phases & 1u << phase) != 0;
}

enum scene scene_of_phase(enum phase phase)
{
	for (int i = 0; i < SCENE_COUNT; i++)
		if (scenes[i].self & 1u << phase)
			return (enum scene)i;
	return SCENE_WAITING;
}

enum scene scene_beside(enum scene scene, int step, enum phase phase)
{
	int chain = scenes[scene].chain;

	for (int i = (int)scene + step; chain && i >= 0 && i < SCENE_COUNT;
	     i += step)
		if (scenes[i].chain == chain &&
		    scene_allowed((enum scene)i, phase))
			return (enum scene)i;
	return scene;
}

/* Whether the LENGTH bytes at WORD are SPELLED. */
static bool is_word(const char *word, size_t length, const char *spelled)
{
	return strlen(spelled) == length &&
	       strncasecmp(word, spelled, length) == 0;
}

/* The whole number that REST is, 0 when it is empty; -1 when it is none. */
static int number_read(const char *rest)
{
	int number = 0;

	if (!*rest)
		return 0;
	for (; *rest; rest++) {
		if (*rest < '0' || *rest > '9')
			return -1;
		number = 10 * number + (*rest - '0');
		if (number > CUE_NUMBER_MOST)
			return -1;
	}
	return number ? number : -1;
}

/* What can be shown: characters, none of them for controlling a terminal. */
static bool message_plain(const char *text, size_t length)
{
	int characters = 0;

	while (length > 0) {
		uint32_t character;
		size_t bytes = utf8_read(text, length, &character);

		if (bytes == 0 || character < ' ' ||
		    (character >= 0x7f && character < 0xa0))
			return false;
		text += bytes;
		length -= bytes;
		characters++;
	}
	return characters > 0 && characters <= CUE_MESSAGE_CHARACTERS;
}

static enum status message_read(const char *rest, struct cue *cue)
{
	size_t length = strlen(rest);

	if (length > CUE_TEXT - sizeof("message ") ||
	    !message_plain(rest, length))
		return STATUS_INPUT;
	memcpy(cue->message, rest, length + 1);
	return STATUS_OK;
}

/* WORD (LENGTH bytes) and what stands behind it. */
static enum status words_read(const char *word, size_t length, const char *rest,
			      struct cue *cue)
{
	for (int i = 0; i < CUE_SCENE; i++) {
		if (!is_word(word, length, cues[i].spelled))
			continue;
		cue->kind = (enum cue_kind)i;
		if (cues[i].words)
			return message_read(rest, cue);
		return *rest ? STATUS_INPUT : STATUS_OK;
	}
	for (int i = SCENE_WAITING + 1; i < SCENE_COUNT; i++)
		if (is_word(word, length, scenes[i].spelled)) {
			cue->kind = CUE_SCENE;
			cue->scene = (enum scene)i;
			cue->number = number_read(rest);
			return cue->number < 0 ? STATUS_INPUT : STATUS_OK;
		}
	return STATUS_INPUT;
}

enum status cue_parse(const char *text, struct cue *ret_cue)
{
	char line[CUE_TEXT], *word = line, *rest;
	struct cue cue = {0};
	size_t length = strlen(text);
	enum status status;

	if (length >= sizeof(line))
		return STATUS_INPUT;
	memcpy(line, text, length + 1);
	while (length > 0 && line[length - 1] == ' ')
		line[--length] = '\0';
	word += strspn(word, " ");
	length = strcspn(word, " ");
	rest = word + length + strspn(word + length, " ");
	status = words_read(word, length, rest, &cue);
	if (status == STATUS_OK)
		*ret_cue = cue;
	return status;
}

void cue_write(const struct cue *cue, char ret_text[CUE_TEXT])
{
	const char *word = cue->kind == CUE_SCENE ? scene_name(cue->scene)
						  : cue_name(cue->kind);

	if (cue->kind == CUE_MESSAGE)
		snprintf(ret_text, CUE_TEXT, "%s %.*s", word,
			 (int)(CUE_TEXT - sizeof("message ") - 1),
			 cue->message);
	else if (cue->kind == CUE_SCENE && cue->number > 0)
		snprintf(ret_text, CUE_TEXT, "%s %d", word, cue->number);
	else
		snprintf(ret_text, CUE_TEXT, "%s", word);
}
