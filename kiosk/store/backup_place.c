/* Where a copy goes that takes the place of an older one. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "store/backup.h"
#include "store/store_private.h"

enum { ZEROS = 4096 };

static bool same_file(struct store *store, const char *path)
{
	struct stat own, other;

	return stat(sqlite3_db_filename(store->connection.db, NULL), &own) !=
		   0 ||
	       lstat(path, &other) != 0 || !S_ISREG(other.st_mode) ||
	       (own.st_dev == other.st_dev && own.st_ino == other.st_ino);
}

static enum status keep_last(void *context, const struct audit_row *row)
{
	*(enum act *)context = row->act;
	return STATUS_OK;
}

bool backup_replaceable(struct store *store, const char *path)
{
	struct store *copy = NULL;
	enum act last = ACT_MADE;
	bool is = false;

	if (same_file(store, path) ||
	    store_open(path, STORE_READ, &copy) != STATUS_OK)
		return false;
	if (audit_each(copy, keep_last, &last) == STATUS_OK)
		is = last == ACT_COPIED &&
		     memcmp(copy->definition_hash, store->definition_hash,
			    sizeof(copy->definition_hash)) == 0;
	store_free(copy);
	return is;
}

/* As far as the disk lets itself be told: a stick may write elsewhere. */
static void zero(int file)
{
	static const unsigned char zeros[ZEROS];
	struct stat found;

	if (fstat(file, &found) != 0)
		return;
	for (off_t at = 0; at < found.st_size; at += ZEROS)
		if (pwrite(file, zeros, ZEROS, at) != ZEROS)
			return;
	(void)fsync(file);
}

enum status backup_replace(const char *new_path, const char *path)
{
	int old = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
	enum status status = STATUS_FILE_WRITE;

	/* The older one stays as it is until the disk knows the new name. */
	if (rename(new_path, path) == 0)
		status = file_sync(path);
	if (status == STATUS_OK && old >= 0)
		zero(old);
	if (old >= 0)
		close(old);
	return status;
}
