/* Pictures of a folder in place of a camera, for tests and to show the booth.
 */
#include "scan/camera_source.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <png.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "scan/grey.h"

struct folder {
	char *path;
	char last[NAME_MAX + 1]; /* the name of the picture shown last */
};

static enum status folder_open(const char *device, void **ret_handle)
{
	struct folder *folder = NULL;
	DIR *dir = opendir(device);

	if (!dir)
		return errno == ENOENT ? STATUS_FILE_MISSING : STATUS_FILE_READ;
	closedir(dir);
	folder = calloc(1, sizeof(*folder));
	if (folder)
		folder->path = strdup(device);
	if (!folder || !folder->path) {
		free(folder);
		return STATUS_MEMORY;
	}
	*ret_handle = folder;
	return STATUS_OK;
}

static void folder_close(void *handle)
{
	struct folder *folder = handle;

	if (!folder)
		return;
	free(folder->path);
	free(folder);
}

static bool ends_in(const char *name, const char *end)
{
	size_t length = strlen(name), least = strlen(end);

	return length > least && strcasecmp(name + length - least, end) == 0;
}

static void name_set(char to[NAME_MAX + 1], const char *name)
{
	snprintf(to, NAME_MAX + 1, "%s", name);
}

/* The picture after the last one in the order of names, the first of all when
 * there is none after it; false when there are none. */
static bool next_name(DIR *dir, const char *last, char ret_name[NAME_MAX + 1])
{
	char first[NAME_MAX + 1] = "", after[NAME_MAX + 1] = "";
	const struct dirent *entry;

	while ((entry = readdir(dir))) {
		const char *name = entry->d_name;

		if (!ends_in(name, ".pgm") && !ends_in(name, ".png"))
			continue;
		if (!first[0] || strcmp(name, first) < 0)
			name_set(first, name);
		if (strcmp(name, last) > 0 &&
		    (!after[0] || strcmp(name, after) < 0))
			name_set(after, name);
	}
	name_set(ret_name, after[0] ? after : first);
	return ret_name[0];
}

/* The next byte of a PGM's head that is no comment: '#' to the line's end. */
static int pgm_byte(FILE *file)
{
	int byte = getc(file);

	if (byte == '#')
		while (byte != '\n' && byte != EOF)
			byte = getc(file);
	return byte;
}

/* A number of the head, with the one blank that ends it; -1 when there is none
 * or it is larger than any a picture for us has. */
static int pgm_number(FILE *file)
{
	int number = 0, byte;

	while ((byte = pgm_byte(file)) == ' ' || byte == '\n' || byte == '\t' ||
	       byte == '\r')
		;
	if (byte < '0' || byte > '9')
		return -1;
	for (; byte >= '0' && byte <= '9'; byte = getc(file)) {
		number = number * 10 + (byte - '0');
		if (number > GREY_SIDE_MOST)
			return -1;
	}
	return number;
}

static bool pgm_head(FILE *file, int *ret_width, int *ret_height)
{
	char kind[2];

	if (fread(kind, 1, sizeof(kind), file) != sizeof(kind) ||
	    memcmp(kind, "P5", sizeof(kind)) != 0)
		return false;
	*ret_width = pgm_number(file);
	*ret_height = pgm_number(file);
	return *ret_width > 0 && *ret_height > 0 && pgm_number(file) == 255;
}

static bool read_pgm(const char *path, struct grey *frame)
{
	FILE *file = fopen(path, "rbe");
	int width, height;
	size_t size;
	bool good = false;

	if (!file)
		return false;
	/* What is read of a slip stays in no other memory. */
	setvbuf(file, NULL, _IONBF, 0);
	if (pgm_head(file, &width, &height) &&
	    grey_size(frame, width, height) == STATUS_OK) {
		size = (size_t)width * (size_t)height;
		good = fread(frame->pixels, 1, size, file) == size;
	}
	fclose(file);
	return good;
}

static bool read_png(const char *path, struct grey *frame)
{
	png_image png = {.version = PNG_IMAGE_VERSION};
	bool good = false;

	if (!png_image_begin_read_from_file(&png, path))
		return false;
	png.format = PNG_FORMAT_GRAY;
	if (png.width <= GREY_SIDE_MOST && png.height <= GREY_SIDE_MOST &&
	    grey_size(frame, (int)png.width, (int)png.height) == STATUS_OK)
		good =
		    png_image_finish_read(&png, NULL, frame->pixels, 0, NULL);
	png_image_free(&png);
	return good;
}

static enum camera_next folder_next(void *handle, struct grey *frame)
{
	struct folder *folder = handle;
	DIR *dir = opendir(folder->path);
	char name[NAME_MAX + 1], *path = NULL;
	enum camera_next next = CAMERA_WAIT;

	if (!dir)
		return CAMERA_GONE;
	if (next_name(dir, folder->last, name) &&
	    asprintf(&path, "%s/%s", folder->path, name) >= 0) {
		name_set(folder->last, name);
		if (ends_in(name, ".png") ? read_png(path, frame)
					  : read_pgm(path, frame))
			next = CAMERA_FRAME;
		free(path);
	}
	closedir(dir);
	return next;
}

const struct camera_source camera_files = {folder_open, folder_next,
					   folder_close};
