#include "app/kiosk_setup.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "words/place.h"

enum { LINE = 64 };

static void line_take(const char *line, struct setup *setup)
{
	char name[LINE], word[LINE];

	if (sscanf(line, "%63s %63s", name, word) != 2)
		return;
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

static bool write_lines(FILE *out, const struct setup *setup)
{
	bool written = true;

	for (int i = 0; i < SETUP_ITEMS; i++) {
		char word[SETUP_WORD];

		setup_value((enum setup_item)i, setup->value[i], word);
		written &= fprintf(out, "%s %s\n",
				   setup_name((enum setup_item)i), word) > 0;
	}
	return written;
}

enum status kiosk_setup_keep(const char *path, const struct setup *setup)
{
	char made[PATH_MAX + 8];
	bool written;
	FILE *out;

	place_folders(path);
	snprintf(made, sizeof(made), "%s.new", path);
	out = fopen(made, "w");
	if (!out)
		return STATUS_FILE_WRITE;
	written = write_lines(out, setup);
	written &= fclose(out) == 0;
	if (written && rename(made, path) == 0)
		return STATUS_OK;
	unlink(made);
	return STATUS_FILE_WRITE;
}

void kiosk_setup_path(char *ret_path, size_t size)
{
	if (place_own("kiosk", ret_path, size) != STATUS_OK)
		*ret_path = '\0';
}
