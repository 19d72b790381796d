#include "words/place.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* build/asan/tests/LAYER/test_x lies four folders below the tree. */
enum { PLACE_CLIMB = 4 };

/* Whether FOLDER holds the folder NAME; its path if so. */
static bool place_holds(const char *folder, const char *name,
			char path[PATH_MAX])
{
	struct stat found;
	int length = snprintf(path, PATH_MAX, "%s/%s", folder, name);

	return length > 0 && length < PATH_MAX && stat(path, &found) == 0 &&
	       S_ISDIR(found.st_mode);
}

/* Cuts the last part off PATH; false at the root. */
static bool place_up(char *path)
{
	char *slash = strrchr(path, '/');

	if (!slash || slash == path)
		return false;
	*slash = '\0';
	return true;
}

/* The first folder around the running program that holds NAME. */
static bool place_near(const char *name, char path[PATH_MAX])
{
	char folder[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);

	folder[length > 0 ? length : 0] = '\0';
	for (int i = 0; i <= PLACE_CLIMB && place_up(folder); i++)
		if (place_holds(folder, name, path))
			return true;
	return false;
}

enum status place_find(const char *name, char *ret_path, size_t size)
{
	const char *data = getenv("STEMMEBOKS_DATA");
	char path[PATH_MAX];
	bool found;

	if (data && *data)
		found = place_holds(data, name, path);
	else
		found = place_near(name, path) ||
			place_holds(STEMMEBOKS_DATADIR, name, path);
	if (!found || strlen(path) >= size)
		return STATUS_FILE_MISSING;
	memcpy(ret_path, path, strlen(path) + 1);
	return STATUS_OK;
}

enum status place_own(const char *name, char *ret_path, size_t size)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	char path[PATH_MAX];
	int length = -1;

	if (data && *data == '/')
		length = snprintf(path, sizeof(path), "%s/stemmeboks/%s", data,
				  name);
	else if (home && *home)
		length = snprintf(path, sizeof(path),
				  "%s/.local/share/stemmeboks/%s", home, name);
	if (length < 0 || length >= (int)sizeof(path) || (size_t)length >= size)
		return STATUS_FILE_MISSING;
	memcpy(ret_path, path, (size_t)length + 1);
	return STATUS_OK;
}

void place_folders(const char *path)
{
	char folder[PATH_MAX];

	snprintf(folder, sizeof(folder), "%s", path);
	for (char *at = strchr(folder + 1, '/'); at; at = strchr(at + 1, '/')) {
		*at = '\0';
		mkdir(folder, 0755);
		*at = '/';
	}
}
