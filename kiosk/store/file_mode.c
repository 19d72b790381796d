#include "store/file_mode.h"

#include <stdio.h>
#include <stdlib.h>
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

enum status file_mode_mend(const char *path, bool *ret_mended)
{
	bool mended = false;
	enum status status = mend(path, &mended);
	char *journal;

	if (status != STATUS_OK)
		return status;
	if (asprintf(&journal, "%s-journal", path) < 0)
		return STATUS_MEMORY;
	status = mend(journal, &mended);
	free(journal);
	if (status != STATUS_OK && status != STATUS_FILE_MISSING)
		return status;
	*ret_mended = mended;
	return STATUS_OK;
}
