#include "ears/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium/utils.h>

static size_t string_bytes(const char *string)
{
	return string ? strlen(string) + 1 : 0;
}

/* Copies STRING to *at, moves *at behind it and returns the copy. */
static const char *put_string(char **at, const char *string)
{
	char *copy = *at;

	if (!string)
		return NULL;
	*at = stpcpy(copy, string) + 1;
	return copy;
}

struct script *script_new(const char *language,
			  const struct utterance *utterance)
{
	size_t bytes = sizeof(struct script) +
		       utterance->count * sizeof(struct utterance_part);
	struct script *script;
	char *at;

	if (!clip_name_valid(language))
		return NULL;
	for (size_t i = 0; i < utterance->count; i++)
		bytes += string_bytes(utterance->parts[i].key) +
			 string_bytes(utterance->parts[i].text);
	script = calloc(1, bytes);
	if (!script)
		return NULL;
	script->bytes = bytes;
	script->count = utterance->count;
	snprintf(script->language, sizeof(script->language), "%s", language);
	at = (char *)&script->parts[script->count];
	for (size_t i = 0; i < script->count; i++) {
		script->parts[i].key = put_string(&at, utterance->parts[i].key);
		script->parts[i].text =
		    put_string(&at, utterance->parts[i].text);
	}
	return script;
}

void script_free(struct script *script)
{
	if (!script)
		return;
	sodium_memzero(script, script->bytes);
	free(script);
}
