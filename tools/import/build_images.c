#include "tools/import/build_images.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/import/picture_file.h"

static enum status image_copy(const struct proposal *proposal, int from, int to)
{
	unsigned char hash[MEETING_HASH_BYTES];
	unsigned char *bytes = NULL;
	size_t length = 0;
	enum status status = STATUS_INPUT;

	if (picture_file_read(from, proposal->image, &bytes, &length) != NULL)
		return status;
	picture_hash(bytes, length, hash);
	if (memcmp(hash, proposal->image_hash, sizeof(hash)) == 0)
		status = picture_file_write(to, proposal->image, bytes, length);
	free(bytes);
	return status;
}

static bool named_before(const struct meeting *meeting, int index)
{
	for (int i = 0; i < index; i++)
		if (strcmp(meeting->proposals[i].image,
			   meeting->proposals[index].image) == 0)
			return true;
	return false;
}

/* Fills the folder open as TO. */
static enum status images_copy(const struct meeting *meeting,
			       const char *folder, int to)
{
	int from = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum status status = STATUS_OK;

	for (int i = 0; status == STATUS_OK && i < meeting->proposal_count; i++)
		if (*meeting->proposals[i].image && !named_before(meeting, i))
			status = image_copy(&meeting->proposals[i], from, to);
	if (from >= 0)
		close(from);
	return status;
}

/* Puts the name of PATH itself on disk. */
static bool parent_sync(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *parent =
	    slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
	int file =
	    parent ? open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	bool done = file >= 0 && fsync(file) == 0;

	if (file >= 0)
		close(file);
	free(parent);
	return done;
}

enum status build_images(const struct meeting *meeting, const char *folder,
			 const char *images)
{
	enum status status = STATUS_FILE_WRITE;
	char *making = NULL;
	int to = -1;

	if (asprintf(&making, "%s.XXXXXX", images) < 0)
		return STATUS_MEMORY;
	/* Under another name until it is whole. */
	if (!mkdtemp(making)) {
		free(making);
		return status;
	}
	to = open(making, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (to < 0 || fchmod(to, 0755) != 0)
		goto out;
	status = images_copy(meeting, folder, to);
	if (status != STATUS_OK)
		goto out;
	status = STATUS_FILE_WRITE;
	if (fsync(to) != 0 || rename(making, images) != 0)
		goto out;
	status = STATUS_OK;
	if (!parent_sync(images)) {
		build_images_remove(images);
		status = STATUS_FILE_WRITE;
	}
out:
	if (to >= 0)
		close(to);
	if (status != STATUS_OK)
		build_images_remove(making);
	free(making);
	return status;
}

void build_images_remove(const char *images)
{
	DIR *folder = opendir(images);

	if (!folder)
		return;
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			unlinkat(dirfd(folder), entry->d_name, 0);
	closedir(folder);
	rmdir(images);
}
