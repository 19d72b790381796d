#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_ROOM = 400 };

static char folder[PATH_ROOM];

static void run(const char *command)
{
	if (system(command) != 0)
		abort();
}

static void take_away(void)
{
	char command[PATH_ROOM + 20];

	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	run(command);
}

const char *fuzz_folder(const char *template)
{
	char command[2 * PATH_ROOM];

	if (*folder)
		return folder;
	snprintf(folder, sizeof(folder), "%s/fuzzXXXXXX",
		 access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	if (!mkdtemp(folder))
		abort();
	atexit(take_away);
	if (template) {
		snprintf(command, sizeof(command), "cp -r '%s'/. '%s'",
			 template, folder);
		run(command);
	}
	return folder;
}

const char *fuzz_file(const char *into, const char *name, const uint8_t *bytes,
		      size_t size)
{
	static char path[2 * PATH_ROOM];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", into, name);
	file = fopen(path, "wb");
	if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
		abort();
	return path;
}
