#include "app/kiosk_setup.h"

#include <stdio.h>
#include <string.h>

#include "app/kept_file.h"
#include "words/language.h"
#include "words/place.h"

enum { LINE = 64 };

static const char language_name[] = "language";

static void line_take(const char *line, struct setup *setup)
{
	char name[LINE], word[LINE];

	if (sscanf(line, "%63s %63s", name, word) != 2)
		return;
	if (strcmp(name, language_name) == 0 && language_code_is(word) &&
	    strlen(word) < SETUP_WORD)
		strcpy(setup->language, word);
	for (int i = 0; i < SETUP_ITEMS; i++) {
		int value = setup_find((enum setup_item)i, word);

		if (value >= 0 &&
		    strcmp(name, setup_name((enum setup_item)i)) == 0)
			setup->value[i] = value;
	}
}

void kiosk_setup_read(const char *path, struct setup *ret_setup)
{
	FILE *in = *path ? fopen(path, "r") : NULL;
	char line[LINE];

	*ret_setup = setup_usual();
	if (!in)
		return;
	while (fgets(line, sizeof(line), in))
		line_take(line, ret_setup);
	fclose(in);
}

static bool write_lines(const void *context, FILE *out)
{
	const struct setup *setup = context;
	bool written = true;

	for (int i = 0; i < SETUP_ITEMS; i++) {
		char word[SETUP_WORD];

		setup_value((enum setup_item)i, setup->value[i], word);
		written &= fprintf(out, "%s %s\n",
				   setup_name((enum setup_item)i), word) > 0;
	}
	if (*setup->language)
		written &=
		    fprintf(out, "%s %s\n", language_name, setup->language) > 0;
	return written;
}

enum status kiosk_setup_keep(const char *path, const struct setup *setup)
{
	return kept_file_write(path, write_lines, setup);
}

void kiosk_setup_path(char *ret_path, size_t size)
{
	if (place_own("kiosk", ret_path, size) != STATUS_OK)
		*ret_path = '\0';
}
