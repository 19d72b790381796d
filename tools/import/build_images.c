#include "tools/import/build_images.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/pixels.h"
#include "store/pictures.h"
#include "tools/import/picture.h"
#include "tools/import/picture_file.h"
#include "tools/import/picture_plain.h"

/* Reads the file that PROPOSAL names, in the folder open as FROM, if it is the
 * one that was hashed; free(). */
static enum status image_read(const struct proposal *proposal, int from,
			      unsigned char **ret_bytes, size_t *ret_length)
{
	unsigned char hash[MEETING_HASH_BYTES];
	unsigned char *bytes = NULL;
	size_t length = 0;

	if (picture_file_read(from, proposal->image, &bytes, &length) != NULL)
		return STATUS_INPUT;
	picture_hash(bytes, length, hash);
	if (memcmp(hash, proposal->image_hash, sizeof(hash)) != 0) {
		free(bytes);
		return STATUS_INPUT;
	}
	*ret_bytes = bytes;
	*ret_length = length;
	return STATUS_OK;
}

/* Images on their way from one folder to another. */
struct fill {
	const struct meeting *meeting;
	const char *ending; /* of what is written, behind the image's name */
	/* Does one, between the two open folders. */
	enum status (*each)(const struct proposal *proposal, int from, int to,
			    unsigned char ret_hash[MEETING_HASH_BYTES]);
	/* Of what was written, by proposal. */
	unsigned char hashes[MEETING_PROPOSALS][MEETING_HASH_BYTES];
};

static enum status image_copy(const struct proposal *proposal, int from, int to,
			      unsigned char ret_hash[MEETING_HASH_BYTES])
{
	unsigned char *bytes = NULL;
	size_t length = 0;
	enum status status = image_read(proposal, from, &bytes, &length);

	if (status == STATUS_OK)
		status = picture_file_write(to, proposal->image, bytes, length);
	if (status == STATUS_OK)
		memcpy(ret_hash, proposal->image_hash, MEETING_HASH_BYTES);
	free(bytes);
	return status;
}

/* The plain picture of the one in BYTES; free(). */
static enum status plain_of(const unsigned char *bytes, size_t length,
			    unsigned char **ret_plain, size_t *ret_length)
{
	struct picture picture;

	if (picture_decode(bytes, length, &picture) != NULL)
		return STATUS_INPUT;
	*ret_plain = picture_plain(&picture, ret_length);
	free(picture.rows);
	return *ret_plain ? STATUS_OK : STATUS_MEMORY;
}

/* Makes the plain picture. */
static enum status image_make(const struct proposal *proposal, int from, int to,
			      unsigned char ret_hash[MEETING_HASH_BYTES])
{
	char name[PICTURES_NAME];
	unsigned char *bytes = NULL, *plain = NULL;
	size_t length = 0;
	enum status status = image_read(proposal, from, &bytes, &length);

	snprintf(name, sizeof(name), "%s" PIXELS_ENDING, proposal->image);
	if (status == STATUS_OK)
		status = plain_of(bytes, length, &plain, &length);
	if (status == STATUS_OK)
		status = picture_file_write(to, name, plain, length);
	if (status == STATUS_OK)
		picture_hash(plain, length, ret_hash);
	free(plain);
	free(bytes);
	return status;
}

/* The first proposal with the image of INDEX. */
static int first_with(const struct meeting *meeting, int index)
{
	int first = 0;

	while (strcmp(meeting->proposals[first].image,
		      meeting->proposals[index].image) != 0)
		first++;
	return first;
}

/* Fills the folder open as TO, each image once. */
static enum status images_fill(struct fill *fill, const char *folder, int to)
{
	const struct meeting *meeting = fill->meeting;
	int from = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum status status = STATUS_OK;

	for (int i = 0; status == STATUS_OK && i < meeting->proposal_count;
	     i++) {
		const struct proposal *proposal = &meeting->proposals[i];
		const int first = first_with(meeting, i);

		if (*proposal->image && first == i)
			status =
			    fill->each(proposal, from, to, fill->hashes[i]);
		else
			memcpy(fill->hashes[i], fill->hashes[first],
			       MEETING_HASH_BYTES);
	}
	if (from >= 0)
		close(from);
	return status;
}

/* How many files IMAGES has; -1 where it is no folder. */
static int images_count(const char *images)
{
	DIR *folder = opendir(images);
	int count = -2;

	if (!folder)
		return -1;
	while (readdir(folder))
		count++;
	closedir(folder);
	return count;
}

static bool file_same(const char *name, int one, int other)
{
	unsigned char *bytes = NULL, *others = NULL;
	size_t length = 0, other_length = 0;
	bool same =
	    picture_file_read(one, name, &bytes, &length) == NULL &&
	    picture_file_read(other, name, &others, &other_length) == NULL &&
	    length == other_length && memcmp(bytes, others, length) == 0;

	free(bytes);
	free(others);
	return same;
}

/* Whether IMAGES has what the folder open as MADE has, and nothing else. */
static bool images_same(const struct fill *fill, int made, const char *images)
{
	const struct meeting *meeting = fill->meeting;
	int folder = open(images, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool same = folder >= 0;
	int count = 0;

	for (int i = 0; same && i < meeting->proposal_count; i++) {
		char name[PICTURES_NAME];

		if (!*meeting->proposals[i].image ||
		    first_with(meeting, i) != i)
			continue;
		snprintf(name, sizeof(name), "%s%s",
			 meeting->proposals[i].image, fill->ending);
		same = file_same(name, made, folder);
		count++;
	}
	if (folder >= 0)
		close(folder);
	return same && images_count(images) == count;
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

/* The new folder IMAGES, on disk when this returns. */
static enum status folder_make(struct fill *fill, const char *folder,
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
	status = images_fill(fill, folder, to);
	if (status != STATUS_OK)
		goto out;
	if (access(images, F_OK) == 0) {
		status = images_same(fill, to, images) ? STATUS_OK
						       : STATUS_FILE_EXISTS;
		build_images_remove(making);
		goto out;
	}
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

/* Has every proposal name its plain picture, with its hash. */
static enum status images_adopt(struct meeting *meeting,
				const struct fill *made)
{
	for (int i = 0; i < meeting->proposal_count; i++) {
		struct proposal *proposal = &meeting->proposals[i];
		char name[PICTURES_NAME];

		if (!*proposal->image)
			continue;
		snprintf(name, sizeof(name), "%s" PIXELS_ENDING,
			 proposal->image);
		proposal->image = meeting_string(meeting, name, strlen(name));
		if (!proposal->image)
			return STATUS_MEMORY;
		memcpy(proposal->image_hash, made->hashes[i],
		       MEETING_HASH_BYTES);
	}
	return STATUS_OK;
}

enum status build_images(struct meeting *meeting, const char *folder,
			 const char *images)
{
	struct fill fill = {
	    .meeting = meeting, .ending = PIXELS_ENDING, .each = image_make};
	enum status status = folder_make(&fill, folder, images);

	if (status != STATUS_OK)
		return status;
	status = images_adopt(meeting, &fill);
	if (status != STATUS_OK)
		build_images_remove(images);
	return status;
}

enum status build_images_copy(const struct meeting *meeting, const char *folder,
			      const char *images)
{
	struct fill fill = {
	    .meeting = meeting, .ending = "", .each = image_copy};

	return folder_make(&fill, folder, images);
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
