#include "core/setup.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define N_(text) text
static const struct {
	const char *spelled, *values, *label;
	int usual;
} items[SETUP_ITEMS] = {
#define SETUP(NAME, spelled, values, usual, label)                             \
	[SETUP_##NAME] = {spelled, values, label, usual},
#include "core/setup.def"
#undef SETUP
};
#undef N_

const char *setup_name(enum setup_item item)
{
	assert((unsigned)item < SETUP_ITEMS);
	return items[item].spelled;
}

const char *setup_label(enum setup_item item)
{
	assert((unsigned)item < SETUP_ITEMS);
	return items[item].label;
}

int setup_values(enum setup_item item)
{
	int count = 1;

	for (const char *at = items[item].values; *at; at++)
		count += *at == ' ';
	return count;
}

void setup_value(enum setup_item item, int index, char ret_word[SETUP_WORD])
{
	const char *at = items[item].values;
	size_t length;

	assert(index >= 0 && index < setup_values(item));
	while (index-- > 0)
		at = strchr(at, ' ') + 1;
	length = strcspn(at, " ");
	assert(length < SETUP_WORD);
	memcpy(ret_word, at, length);
	ret_word[length] = '\0';
}

int setup_find(enum setup_item item, const char *word)
{
	for (int i = 0; i < setup_values(item); i++) {
		char value[SETUP_WORD];

		setup_value(item, i, value);
		if (strcmp(value, word) == 0)
			return i;
	}
	return -1;
}

static int number(const struct setup *setup, enum setup_item item)
{
	char word[SETUP_WORD];

	setup_value(item, setup->value[item], word);
	return (int)strtol(word, NULL, 10);
}

struct setup setup_usual(void)
{
	struct setup setup = {.language = ""};

	for (int i = 0; i < SETUP_ITEMS; i++)
		setup.value[i] = items[i].usual;
	return setup;
}

struct session_usual setup_begin(const struct setup *setup)
{
	return (struct session_usual){
	    .text = (enum text_size)setup->value[SETUP_TEXT],
	    .theme = (enum look_theme)setup->value[SETUP_THEME],
	    .volume = number(setup, SETUP_VOLUME),
	    .idle_ms = (unsigned)number(setup, SETUP_IDLE) * 1000,
	};
}
