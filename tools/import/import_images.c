/* images/: every picture that a proposal names, decoded and hashed. */
#include "tools/import/import_part.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "tools/line/nearest.h"
#include "tools/import/picture.h"
#include "tools/import/picture_file.h"
#include "words/words.h"

enum { SMALL_WIDTH = 400 };

struct folder {
	const char *name;
	int file; /* open, or -1 */
	struct dirent **names;
	int count;
};

static int is_picture(const struct dirent *entry)
{
	const char *ending = strrchr(entry->d_name, '.');

	return ending && ending != entry->d_name &&
	       (strcasecmp(ending, ".png") == 0 ||
		strcasecmp(ending, ".jpg") == 0 ||
		strcasecmp(ending, ".jpeg") == 0);
}

const char *import_images_name(const char *folder)
{
	static const char *const names[] = {IMPORT_IMAGES, "billeder",
					    "Billeder", "Images"};
	char path[PATH_MAX];

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		if (access(path, F_OK) == 0)
			return names[i];
	}
	return IMPORT_IMAGES;
}

static void folder_open(const struct import *import, struct folder *ret_folder)
{
	char path[PATH_MAX];

	*ret_folder =
	    (struct folder){import_images_name(import->folder), -1, NULL, 0};
	snprintf(path, sizeof(path), "%s/%s", import->folder, ret_folder->name);
	ret_folder->file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (ret_folder->file < 0)
		return;
	ret_folder->count =
	    scandir(path, &ret_folder->names, is_picture, alphasort);
	if (ret_folder->count < 0)
		ret_folder->count = 0;
}

static void folder_close(struct folder *folder)
{
	for (int i = 0; i < folder->count; i++)
		free(folder->names[i]);
	free(folder->names);
	if (folder->file >= 0)
		close(folder->file);
}

static void tell_missing(const struct import *import,
			 const struct folder *folder, const char *name,
			 int line)
{
	struct nearest nearest = nearest_to(name);

	for (int i = 0; i < folder->count; i++)
		nearest_try(&nearest, folder->names[i]->d_name);
	if (nearest.best)
		problem_add(import->problems, IMPORT_CSV, line,
			    _("There is no \"%s\" in %s. Do you mean %s?"),
			    name, folder->name, nearest.best);
	else
		problem_add(import->problems, IMPORT_CSV, line,
			    _("There is no \"%s\" in %s. Put the file there."),
			    name, folder->name);
}

static void tell_doubts(const struct import *import, const char *name, int line,
			const struct picture *picture)
{
	if (picture_wide(picture) < SMALL_WIDTH)
		problem_warn(import->problems, IMPORT_CSV, line,
			     _("\"%s\" is only %d pixels wide and will look "
			       "blurred. %d and more are good."),
			     name, picture_wide(picture), SMALL_WIDTH);
}

/* Decodes and hashes the image of proposal INDEX, or takes the hash of one
 * before it that shows the same. */
static void image_read(struct import *import, const struct folder *folder,
		       int index)
{
	struct proposal *proposals = import->meeting->proposals;
	const char *name = proposals[index].image, *why;
	int line = import->proposal_line[index];
	struct picture picture;
	unsigned char *bytes = NULL;
	size_t length = 0;

	for (int i = 0; i < index; i++) {
		if (strcmp(proposals[i].image, name) == 0) {
			memcpy(proposals[index].image_hash,
			       proposals[i].image_hash, MEETING_HASH_BYTES);
			return;
		}
	}
	why = folder->file < 0
		  ? ""
		  : picture_file_read(folder->file, name, &bytes, &length);
	if (!why) {
		why = picture_decode(bytes, length, &picture);
		picture_hash(bytes, length, proposals[index].image_hash);
		free(bytes);
	}
	if (!why) {
		tell_doubts(import, name, line, &picture);
		free(picture.rows);
	} else if (*why) {
		problem_add(import->problems, IMPORT_CSV, line, "%s/%s: %s",
			    folder->name, name, words_get(why));
	} else {
		tell_missing(import, folder, name, line);
	}
}

static bool image_named(const struct meeting *meeting, const char *name)
{
	for (int i = 0; i < meeting->proposal_count; i++)
		if (strcmp(meeting->proposals[i].image, name) == 0)
			return true;
	return false;
}

void import_images(struct import *import)
{
	const struct meeting *meeting = import->meeting;
	struct folder folder;

	folder_open(import, &folder);
	problems_point(import->problems, import->image_column);
	for (int i = 0; i < meeting->proposal_count; i++)
		if (*meeting->proposals[i].image)
			image_read(import, &folder, i);
	problems_point(import->problems, 0);
	for (int i = 0; meeting->proposal_count && i < folder.count; i++)
		if (!image_named(meeting, folder.names[i]->d_name))
			problem_warn(import->problems, folder.name, 0,
				     _("No proposal uses \"%s\". You can name "
				       "it in the column image."),
				     folder.names[i]->d_name);
	folder_close(&folder);
}
