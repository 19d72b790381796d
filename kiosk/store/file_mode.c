#include "store/file_mode.h"

#include <errno.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { OTHERS = S_IRWXG | S_IRWXO };

static bool is_shared(const struct stat *file)
{
	return (file->st_mode & OTHERS) != 0;
}

static enum status mend(const char *path, bool *mended)
{
	struct stat file;

	if (stat(path, &file) != 0)
		return STATUS_FILE_MISSING;
	if (!is_shared(&file))
		return STATUS_OK;
	/* Some disks say yes and keep what they have: asked again. */
	if (chmod(path, file.st_mode & 07777 & (mode_t)~OTHERS) != 0 ||
	    stat(path, &file) != 0 || is_shared(&file))
		return STATUS_FILE_SHARED;
	*mended = true;
	return STATUS_OK;
}

/* Who may write into a folder may put another file in this one's place, and a
 * journal beside it; where a folder is sticky, as /tmp is, only their own. */
static enum status folder_check(const char *path)
{
	char *copy = strdup(path);
	enum status status = STATUS_OK;
	struct stat folder;

	if (!copy)
		return STATUS_MEMORY;
	if (stat(dirname(copy), &folder) != 0)
		status = STATUS_FILE_MISSING;
	else if ((folder.st_mode & S_IWOTH) && !(folder.st_mode & S_ISVTX))
		status = STATUS_FILE_SHARED;
	free(copy);
	return status;
}

/* What SQLite has, or may find, beside a file. */
static enum status mend_beside(const char *path, bool *mended)
{
	static const char *const endings[] = {"-journal", "-wal", "-shm"};
	enum status status = STATUS_OK;

	for (int i = 0; i < 3 && status == STATUS_OK; i++) {
		char *beside;

		if (asprintf(&beside, "%s%s", path, endings[i]) < 0)
			return STATUS_MEMORY;
		status = mend(beside, mended);
		if (status == STATUS_FILE_MISSING)
			status = STATUS_OK;
		free(beside);
	}
	return status;
}

enum status file_mode_mend(const char *path, bool *ret_mended)
{
	/* The journal lies beside the file, not beside a link to it. */
	char *real = realpath(path, NULL);
	bool mended = false;
	enum status status = STATUS_FILE_MISSING;

	if (!real)
		return errno == ENOMEM ? STATUS_MEMORY : status;
	status = folder_check(real);
	if (status == STATUS_OK)
		status = mend(real, &mended);
	if (status == STATUS_OK)
		status = mend_beside(real, &mended);
	free(real);
	if (status == STATUS_OK)
		*ret_mended = mended;
	return status;
}
