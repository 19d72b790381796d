#include "tools/slips/slip_file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct slip_file {
	char *path;
	char *working;
	FILE *stream;
	bool stays;
};

static bool is_there(const char *path)
{
	return faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

enum status slip_file_open(const char *path, struct slip_file **ret_file)
{
	struct slip_file *file;
	enum status status = STATUS_MEMORY;
	int fd = -1;

	if (is_there(path))
		return STATUS_FILE_EXISTS;
	file = calloc(1, sizeof(*file));
	if (!file)
		return STATUS_MEMORY;
	file->stays = true;
	file->path = strdup(path);
	if (!file->path || asprintf(&file->working, "%s.XXXXXX", path) < 0) {
		file->working = NULL;
		goto out;
	}
	status = STATUS_FILE_WRITE;
	/* mkostemp() makes it for this user alone. */
	fd = mkostemp(file->working, O_CLOEXEC);
	if (fd < 0)
		goto out;
	file->stays = false;
	file->stream = fdopen(fd, "w");
	if (!file->stream)
		goto out;
	*ret_file = file;
	return STATUS_OK;
out:
	if (fd >= 0)
		close(fd);
	slip_file_free(file);
	return status;
}

enum status slip_file_write(void *context, const void *bytes, size_t size)
{
	struct slip_file *file = context;

	return fwrite(bytes, 1, size, file->stream) == size ? STATUS_OK
							    : STATUS_FILE_WRITE;
}

enum status slip_file_sync(struct slip_file *file)
{
	if (fflush(file->stream) != 0 || fsync(fileno(file->stream)) != 0)
		return STATUS_FILE_WRITE;
	return STATUS_OK;
}

/* A new name lasts once its folder is on the disk. Some file systems cannot do
 * that to a folder; then there is no more to be done. */
static void folder_sync(const char *path)
{
	char *copy = strdup(path);
	int fd;

	if (!copy)
		return;
	fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(copy);
}

enum status slip_file_publish(struct slip_file *file)
{
	int failed = renameat2(AT_FDCWD, file->working, AT_FDCWD, file->path,
			       RENAME_NOREPLACE);

	/* Not every file system on a USB stick knows how to be so careful. */
	if (failed && (errno == EINVAL || errno == ENOSYS)) {
		if (is_there(file->path))
			return STATUS_FILE_EXISTS;
		failed = rename(file->working, file->path);
	}
	if (failed)
		return errno == EEXIST ? STATUS_FILE_EXISTS : STATUS_FILE_WRITE;
	file->stays = true;
	folder_sync(file->path);
	return STATUS_OK;
}

void slip_file_keep(struct slip_file *file)
{
	file->stays = true;
}

const char *slip_file_working_name(const struct slip_file *file)
{
	return file->working;
}

void slip_file_free(struct slip_file *file)
{
	if (!file)
		return;
	if (file->stream)
		fclose(file->stream);
	if (file->working && !file->stays)
		unlink(file->working);
	free(file->working);
	free(file->path);
	free(file);
}

enum status slip_file_save(const char *path, const void *bytes, size_t size)
{
	struct slip_file *file = NULL;
	enum status status = slip_file_open(path, &file);

	if (status == STATUS_OK)
		status = slip_file_write(file, bytes, size);
	if (status == STATUS_OK)
		status = slip_file_sync(file);
	if (status == STATUS_OK)
		status = slip_file_publish(file);
	slip_file_free(file);
	return status;
}
