/* The displays as Linux has them, without a window. */
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "machine/machine.h"

enum { WORD = 32, EDID = 128, SIZE_AT = 66 };

static size_t file_bytes(const char *folder, const char *name, const char *what,
			 void *ret_bytes, size_t size)
{
	char path[PATH_MAX];
	size_t length;
	FILE *in;

	snprintf(path, sizeof(path), "%s/%s/%s", folder, name, what);
	in = fopen(path, "r");
	if (!in)
		return 0;
	length = fread(ret_bytes, 1, size, in);
	fclose(in);
	return length;
}

static void size_read(const char *folder, const char *name,
		      struct check_display *display)
{
	unsigned char edid[EDID];
	const unsigned char *size = edid + SIZE_AT;

	if (file_bytes(folder, name, "edid", edid, EDID) < EDID)
		return;
	display->w_mm = size[0] | (size[2] & 0xf0) << 4;
	display->h_mm = size[1] | (size[2] & 0x0f) << 8;
}

static bool display_read(const char *folder, const char *name,
			 struct check_display *ret_display)
{
	struct check_display display = {0};
	char word[WORD] = "", mode[WORD] = "";

	file_bytes(folder, name, "status", word, sizeof(word) - 1);
	file_bytes(folder, name, "modes", mode, sizeof(mode) - 1);
	if (strncmp(word, "connected", strlen("connected")) != 0 ||
	    sscanf(mode, "%dx%d", &display.w_px, &display.h_px) != 2)
		return false;
	size_read(folder, name, &display);
	*ret_display = display;
	return true;
}

int machine_displays(const char *folder,
		     struct check_display ret_display[CHECK_SCREENS])
{
	struct dirent **names;
	int found = scandir(folder, &names, NULL, alphasort);
	int count = 0;

	for (int i = 0; i < found; i++) {
		if (count < CHECK_SCREENS && *names[i]->d_name != '.' &&
		    display_read(folder, names[i]->d_name, &ret_display[count]))
			count++;
		free(names[i]);
	}
	if (found >= 0)
		free(names);
	return count;
}
