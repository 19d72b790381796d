/* Writing a folder so that it is there whole or not at all. */
#include "tools/bundle/bundle_files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/making.h"
#include "words/words.h"

/* Where a folder goes: its path without a slash at the end, the folder it
 * stands in, and the hidden folder it is written as. */
struct target {
	char path[PATH_MAX];
	char parent[PATH_MAX];
	char hidden[PATH_MAX];
};

static bool target_set(struct target *target, const char *path)
{
	size_t length = strlen(path);
	const char *slash, *name;
	int written;

	while (length > 1 && path[length - 1] == '/')
		length--;
	if (length == 0 || length >= PATH_MAX)
		return false;
	memcpy(target->path, path, length);
	target->path[length] = '\0';
	slash = strrchr(target->path, '/');
	name = slash ? slash + 1 : target->path;
	written = snprintf(
	    target->parent, PATH_MAX, "%.*s",
	    slash ? (int)(slash - target->path) + (slash == target->path) : 1,
	    slash ? target->path : ".");
	if (written < 0 || written >= PATH_MAX)
		return false;
	written = snprintf(target->hidden, PATH_MAX, "%s/.%s.XXXXXX",
			   target->parent, name);
	return written > 0 && written < PATH_MAX;
}

static enum status file_save(int folder, const struct bundle_file *file)
{
	enum status status = STATUS_FILE_WRITE;
	int fd = openat(folder, file->name, O_WRONLY | O_CREAT | O_EXCL, 0644);
	size_t done = 0;
	int saved;

	if (fd < 0)
		return STATUS_FILE_WRITE;
	while (done < file->length) {
		ssize_t put = write(fd, file->data + done, file->length - done);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			goto out;
		done += (size_t)put;
	}
	if (fsync(fd) == 0)
		status = STATUS_OK;
out:
	saved = errno;
	if (close(fd) != 0)
		return STATUS_FILE_WRITE;
	errno = saved;
	return status;
}

static enum status files_save(const struct bundle_files *files,
			      const char *hidden)
{
	enum status status = STATUS_OK;
	int folder = open(hidden, O_RDONLY | O_DIRECTORY);

	if (folder < 0)
		return STATUS_FILE_WRITE;
	for (int i = 0; i < files->count && status == STATUS_OK; i++)
		status = file_save(folder, &files->file[i]);
	if (status == STATUS_OK &&
	    (fchmod(folder, 0755) != 0 || fsync(folder) != 0))
		status = STATUS_FILE_WRITE;
	close(folder);
	return status;
}

static void hidden_remove(const struct bundle_files *files, const char *hidden)
{
	int folder = open(hidden, O_RDONLY | O_DIRECTORY);

	for (int i = 0; folder >= 0 && i < files->count; i++)
		unlinkat(folder, files->file[i].name, 0);
	if (folder >= 0)
		close(folder);
	rmdir(hidden);
}

/* What went wrong, for those who hold the stick in their hand. */
static const struct {
	int error;
	const char *text;
} errors[] = {
    {ENOSPC, N_("There is no room left. Use another stick or disk.")},
    {EDQUOT, N_("There is no room left. Use another stick or disk.")},
    {EFBIG, N_("There is no room left. Use another stick or disk.")},
    {EROFS, N_("It can only be read. Is the stick locked?")},
    {EIO, N_("It does not answer. Was the stick pulled out?")},
    {ENODEV, N_("It does not answer. Was the stick pulled out?")},
    {ENXIO, N_("It does not answer. Was the stick pulled out?")},
    {ESTALE, N_("It does not answer. Was the stick pulled out?")},
};

const char *bundle_error_text(int error)
{
	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		if (errors[i].error == error)
			return words_get(errors[i].text);
	return strerror(error);
}

/* Writes, reads back, proves and names the folder. On a failure either RET_WHY
 * says it, or errno does, or CHECK has. */
static enum status
target_save(const struct bundle_files *files, const struct target *target,
	    enum status (*check)(void *context, const char *folder),
	    void *context, char ret_why[BUNDLE_WHY], bool *ret_refused)
{
	enum status status = files_save(files, target->hidden);

	if (status == STATUS_OK)
		status = bundle_files_back(files, target->hidden, ret_why);
	if (status == STATUS_OK && check) {
		status = check(context, target->hidden);
		*ret_refused = status != STATUS_OK;
	}
	if (status == STATUS_OK)
		status = making_name(target->hidden, target->path);
	/* What was made a moment ago is gone: so is the stick. */
	if (status == STATUS_FILE_WRITE && errno == ENOENT)
		errno = ENODEV;
	return status;
}

enum status
bundle_files_save(const struct bundle_files *files, const char *path,
		  enum status (*check)(void *context, const char *folder),
		  void *context, char ret_why[BUNDLE_WHY])
{
	struct target *target = malloc(sizeof(*target));
	enum status status = STATUS_FILE_WRITE;
	bool refused = false;
	struct stat found;

	ret_why[0] = '\0';
	if (!target)
		return STATUS_MEMORY;
	if (!target_set(target, path)) {
		errno = ENAMETOOLONG;
		goto out;
	}
	if (lstat(target->path, &found) == 0) {
		status = STATUS_FILE_EXISTS;
		errno = EEXIST;
		goto out;
	}
	if (!mkdtemp(target->hidden)) {
		status = errno == ENOENT || errno == ENOTDIR
			     ? STATUS_FILE_MISSING
			     : STATUS_FILE_WRITE;
		goto out;
	}
	status = target_save(files, target, check, context, ret_why, &refused);
	if (status != STATUS_OK) {
		int saved = errno;

		hidden_remove(files, target->hidden);
		errno = saved;
	}
out:
	if (status != STATUS_OK && !refused && !*ret_why)
		snprintf(ret_why, BUNDLE_WHY, "%s: %s", path,
			 bundle_error_text(errno));
	free(target);
	return status;
}
