/* Reading back what was written: a stick may say "done" and keep nothing. */
#include "tools/bundle/bundle_files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "words/words.h"

enum { PIECE = 64 * 1024 };

enum back { BACK_SAME, BACK_OTHER, BACK_UNREAD };

/* Whether FD holds the bytes of FILE and no more. BACK_UNREAD sets errno. */
static enum back fd_compare(int fd, const struct bundle_file *file, char *piece)
{
	size_t done = 0;

	/* All was synced before: let go of what is in memory, so that the
	 * reading asks the disk. Where that is not possible the comparison
	 * still holds for what others will read. */
	posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	for (;;) {
		ssize_t got = read(fd, piece, PIECE);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return BACK_UNREAD;
		if (got == 0)
			return done == file->length ? BACK_SAME : BACK_OTHER;
		if ((size_t)got > file->length - done ||
		    memcmp(piece, file->data + done, (size_t)got) != 0)
			return BACK_OTHER;
		done += (size_t)got;
	}
}

static enum back file_compare(int folder, const struct bundle_file *file,
			      char *piece)
{
	int fd = openat(folder, file->name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	enum back back;
	int saved;

	if (fd < 0)
		return BACK_UNREAD;
	back = fd_compare(fd, file, piece);
	saved = errno;
	close(fd);
	errno = saved;
	return back;
}

/* Says what came BACK of the file NAME. */
static enum status back_tell(enum back back, const char *name,
			     char ret_why[BUNDLE_WHY])
{
	if (back == BACK_SAME)
		return STATUS_OK;
	if (back == BACK_OTHER)
		snprintf(ret_why, BUNDLE_WHY,
			 _("%s: what is read back is not what was written. Use "
			   "another stick or disk."),
			 name);
	else
		snprintf(ret_why, BUNDLE_WHY, "%s: %s", name,
			 bundle_error_text(errno == ENOENT ? ENODEV : errno));
	return STATUS_FILE_WRITE;
}

enum status bundle_files_back(const struct bundle_files *files,
			      const char *path, char ret_why[BUNDLE_WHY])
{
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum status status = STATUS_OK;
	char *piece = malloc(PIECE);

	if (folder < 0)
		status = back_tell(BACK_UNREAD, path, ret_why);
	else if (!piece)
		status = STATUS_MEMORY;
	for (int i = 0; i < files->count && status == STATUS_OK; i++)
		status = back_tell(file_compare(folder, &files->file[i], piece),
				   files->file[i].name, ret_why);
	if (folder >= 0)
		close(folder);
	free(piece);
	return status;
}
