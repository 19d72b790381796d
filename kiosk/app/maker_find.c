#include "app/maker_find.h"

#include <ctype.h>
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define ENDING ".stemmeboks"
#define CHOSEN "meeting"
#define PICTURES ".images"

enum { NAMES_MOST = 99 };

static const char *const sheets[] = {".xlsx", ".ods", ".csv"};

static bool ends(const char *name, const char *ending)
{
	size_t length = strlen(name), tail = strlen(ending);

	return length > tail && strcasecmp(name + length - tail, ending) == 0;
}

static bool is_sheet(const char *name)
{
	for (size_t i = 0; i < sizeof(sheets) / sizeof(sheets[0]); i++)
		if (ends(name, sheets[i]))
			return true;
	return false;
}

static int is_shown(const struct dirent *entry)
{
	return strchr(".~", *entry->d_name) == NULL;
}

static bool is_folder(const char *path)
{
	struct stat found;

	return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

static bool holds(const char *folder, const char *name)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return access(path, F_OK) == 0;
}

static bool is_meeting(const char *folder)
{
	return holds(folder, "meeting.ini") || holds(folder, "proposals.csv") ||
	       holds(folder, "proposals.xlsx") ||
	       holds(folder, "proposals.ods");
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* WHERE: a folder, "" for none. */
static void add(struct maker_sources *sources, const char *path,
		const char *where)
{
	struct maker_source *source = &sources->source[sources->count];
	const char *name = last_part(path);

	if (sources->count == MAKER_SOURCES) {
		sources->more = true;
		return;
	}
	if (strlen(path) >= MAKER_PATH || strlen(name) >= PANEL_NAME)
		return;
	strcpy(source->path, path);
	strcpy(source->name, name);
	snprintf(source->where, sizeof(source->where), "%.63s",
		 last_part(where));
	sources->count++;
}

/* DEPTH: how many folders down may still be looked at. */
static void look(const char *folder, int depth, struct maker_sources *sources)
{
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, is_shown, alphasort);

	for (int i = 0; i < count; i++) {
		char path[PATH_MAX];

		snprintf(path, sizeof(path), "%s/%s", folder,
			 entries[i]->d_name);
		free(entries[i]);
		if (!is_folder(path)) {
			if (is_sheet(path))
				add(sources, path, folder);
		} else if (is_meeting(path)) {
			add(sources, path, folder);
		} else if (depth > 0) {
			look(path, depth - 1, sources);
		}
	}
	free(entries);
}

void maker_find_sources(const char *folder, struct maker_sources *sources)
{
	if (is_meeting(folder))
		add(sources, folder, "");
	else
		look(folder, 1, sources);
}

void maker_find_meetings(const char *folder, struct maker_sources *ret_meetings)
{
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, is_shown, alphasort);

	*ret_meetings = (struct maker_sources){0};
	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;
		char path[PATH_MAX];

		snprintf(path, sizeof(path), "%s/%s", folder, name);
		if (ends(name, ENDING) && !is_folder(path) &&
		    strcmp(name, CHOSEN ENDING) != 0)
			add(ret_meetings, path, "");
		free(entries[i]);
	}
	free(entries);
}

/* The name of SOURCE as a file's: without its ending, only letters and digits;
 * of the folder that it lies in where it says nothing. */
static void stem(const struct maker_source *source, char ret_stem[PANEL_NAME])
{
	char *dot;

	strcpy(ret_stem, source->name);
	dot = strrchr(ret_stem, '.');
	if (dot && is_sheet(ret_stem))
		*dot = '\0';
	if (strcasecmp(ret_stem, CHOSEN) == 0 && *source->where)
		strcpy(ret_stem, source->where);
	for (char *at = ret_stem; *at; at++) {
		unsigned char byte = (unsigned char)*at;

		if (byte < 0x80)
			*at = isalnum(byte) ? (char)tolower(byte) : '-';
	}
}

enum status maker_find_name(const char *folder,
			    const struct maker_source *source, size_t size,
			    char *ret_path)
{
	char name[PANEL_NAME];

	stem(source, name);
	for (int i = 1; i <= NAMES_MOST; i++) {
		char number[8] = "", path[PATH_MAX];
		int length;

		if (i > 1)
			snprintf(number, sizeof(number), "-%d", i);
		if (i == 1 && strcmp(name, CHOSEN) == 0)
			continue;
		length = snprintf(path, sizeof(path), "%s/%s%s%s", folder, name,
				  number, ENDING);
		if (length >= (int)size)
			break;
		if (access(path, F_OK) == 0)
			continue;
		strcpy(ret_path, path);
		return STATUS_OK;
	}
	return STATUS_FILE_EXISTS;
}

/* LINK leads to NAME in the same folder from now on, in place of another link.
 */
static enum status lead(const char *link, const char *name)
{
	char made[PATH_MAX];
	struct stat found;

	if (lstat(link, &found) == 0 && !S_ISLNK(found.st_mode))
		return STATUS_FILE_EXISTS;
	snprintf(made, sizeof(made), "%s.new", link);
	unlink(made);
	if (symlink(name, made) != 0)
		return STATUS_FILE_WRITE;
	return rename(made, link) == 0 ? STATUS_OK : STATUS_FILE_WRITE;
}

enum status maker_find_choose(const char *folder, const char *file, size_t size,
			      char *ret_path)
{
	char link[PATH_MAX], pictures[PATH_MAX], name[PATH_MAX];
	enum status status;

	if (snprintf(link, sizeof(link), "%s/" CHOSEN ENDING, folder) >=
	    (int)size)
		return STATUS_FILE_WRITE;
	snprintf(pictures, sizeof(pictures), "%s/" CHOSEN ENDING PICTURES,
		 folder);
	snprintf(name, sizeof(name), "%s" PICTURES, last_part(file));
	status = lead(pictures, name);
	if (status == STATUS_OK)
		status = lead(link, last_part(file));
	if (status == STATUS_OK)
		strcpy(ret_path, link);
	return status;
}
