#include "tools/import/picture_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "tools/import/picture.h"
#include "words/words.h"

static const char not_ordinary[] =
    N_("This is not an ordinary file. Put the picture itself here.");

static const char *file_look(int file, size_t *ret_length)
{
	struct stat found;

	if (fstat(file, &found) != 0 || !S_ISREG(found.st_mode))
		return not_ordinary;
	if (found.st_size > PICTURE_FILE_BYTES)
		return N_("The file is larger than 20 MB. Save the picture "
			  "smaller.");
	if (found.st_size == 0)
		return N_("The file is empty. Copy the picture again.");
	*ret_length = (size_t)found.st_size;
	return NULL;
}

static bool bytes_read(int file, unsigned char *bytes, size_t length)
{
	for (size_t done = 0; done < length;) {
		ssize_t count = read(file, bytes + done, length - done);

		if (count <= 0)
			return false;
		done += (size_t)count;
	}
	return true;
}

const char *picture_file_read(int folder, const char *name,
			      unsigned char **ret_bytes, size_t *ret_length)
{
	int file = openat(folder, name,
			  O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	unsigned char *bytes = NULL;
	size_t length = 0;
	const char *why;

	if (file < 0)
		return errno == ENOENT	? ""
		       : errno == ELOOP ? not_ordinary
					: N_("The file cannot be opened. Check "
					     "who may read it.");
	why = file_look(file, &length);
	if (why)
		goto out;
	why = status_text(STATUS_MEMORY);
	bytes = malloc(length);
	if (!bytes)
		goto out;
	why = status_text(STATUS_FILE_READ);
	if (!bytes_read(file, bytes, length))
		goto out;
	*ret_bytes = bytes;
	*ret_length = length;
	bytes = NULL;
	why = NULL;
out:
	free(bytes);
	close(file);
	return why;
}

enum status picture_file_write(int folder, const char *name,
			       const unsigned char *bytes, size_t length)
{
	int file =
	    openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	bool done = file >= 0;

	for (size_t at = 0; done && at < length;) {
		ssize_t count = write(file, bytes + at, length - at);

		done = count > 0;
		at += done ? (size_t)count : 0;
	}
	done = done && fsync(file) == 0;
	if (file >= 0 && close(file) != 0)
		done = false;
	return done ? STATUS_OK : STATUS_FILE_WRITE;
}

void picture_hash(const unsigned char *bytes, size_t length,
		  unsigned char ret_hash[MEETING_HASH_BYTES])
{
	crypto_hash_sha256(ret_hash, bytes, length);
}
