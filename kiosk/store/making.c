#include "store/making.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store_private.h"

/* The first bytes of every such file ("Database File Format", 1.3). */
static const char head[16] = "SQLite format 3";

/* A file system that syncs no folders says EINVAL; sticks may be such. */
static bool folder_sync(const char *path)
{
	char *copy = strdup(path);
	int folder =
	    copy ? open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	bool done = folder >= 0 && (fsync(folder) == 0 || errno == EINVAL);
	int saved = errno;

	if (folder >= 0)
		close(folder);
	free(copy);
	errno = saved;
	return done;
}

static enum status rename_new(const char *from, const char *to)
{
	struct stat found;

	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return STATUS_OK;
	if (errno == EEXIST)
		return STATUS_FILE_EXISTS;
	/* Some file systems, on sticks above all, cannot do that. */
	if (errno != EINVAL && errno != ENOSYS)
		return STATUS_FILE_WRITE;
	if (lstat(to, &found) == 0)
		return STATUS_FILE_EXISTS;
	return rename(from, to) == 0 ? STATUS_OK : STATUS_FILE_WRITE;
}

bool making_there(const char *path)
{
	struct stat found;

	return lstat(path, &found) == 0 &&
	       !(S_ISREG(found.st_mode) && found.st_size == 0);
}

enum status making_name(const char *from, const char *to)
{
	enum status status = rename_new(from, to);

	if (status == STATUS_OK && !folder_sync(to)) {
		int saved = errno;

		(void)rename(to, from);
		errno = saved;
		status = STATUS_FILE_WRITE;
	}
	return status;
}

/* Whether a file that cannot be opened as a meeting's is half of one: empty, or
 * its first bytes are right, or did not reach the disk. */
static bool is_half(const char *path)
{
	static const char zeros[sizeof(head)];
	char found[sizeof(head)];
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	ssize_t size = file < 0 ? -1 : read(file, found, sizeof(found));

	if (file >= 0)
		close(file);
	return size == 0 || (size == (ssize_t)sizeof(head) &&
			     (memcmp(found, head, sizeof(head)) == 0 ||
			      memcmp(found, zeros, sizeof(head)) == 0));
}

/* Moves STORE's slots on to the one with the id SLOT; whether it is filled with
 * TEXT. */
static bool slot_has(struct query *slots, const void *slot, const char *text)
{
	unsigned char id[BOX_SLOT_BYTES];

	while (query_next(slots)) {
		query_blob(slots, 0, id, sizeof(id));
		if (memcmp(id, slot, sizeof(id)) == 0)
			return query_int(slots, 1) == BOX_FILLED &&
			       strcmp(query_text(slots, 2), text) == 0;
	}
	return false;
}

/* Whether every ballot in OTHER is in STORE; both list their slots in order. */
static bool has_ballots(struct store *store, struct store *other)
{
	struct query slots, others;
	enum status status;
	bool all = true;

	query_start(&store->connection, QUERY_BOX_SLOTS, &slots);
	query_start(&other->connection, QUERY_BOX_SLOTS, &others);
	while (all && query_next(&others)) {
		unsigned char id[BOX_SLOT_BYTES];

		query_blob(&others, 0, id, sizeof(id));
		if (query_int(&others, 1) == BOX_FILLED)
			all = slot_has(&slots, id, query_text(&others, 2));
	}
	status = query_end(&others);
	return query_end(&slots) == STATUS_OK && status == STATUS_OK && all;
}

static bool same_file(struct store *store, const struct stat *found)
{
	struct stat own;

	return stat(sqlite3_db_filename(store->connection.db, NULL), &own) !=
		   0 ||
	       (own.st_dev == found->st_dev && own.st_ino == found->st_ino);
}

static bool is_left(struct store *store, const char *path)
{
	struct store *other = NULL;
	struct stat found;
	bool left;

	if (lstat(path, &found) != 0 || !S_ISREG(found.st_mode) ||
	    same_file(store, &found))
		return false;
	if (store_open(path, STORE_WRITE, &other) != STATUS_OK)
		return is_half(path);
	left = memcmp(other->definition_hash, store->definition_hash,
		      sizeof(other->definition_hash)) == 0 &&
	       has_ballots(store, other);
	store_free(other);
	return left;
}

bool making_clear(struct store *store, const char *path)
{
	struct stat found;

	if (is_left(store, path))
		file_remove(path);
	return lstat(path, &found) != 0;
}

enum status making_begin(struct store *store, const char *path, char **ret_new)
{
	char *new_path = NULL;
	enum status status = STATUS_OK;
	struct stat found;

	if (lstat(path, &found) == 0)
		return STATUS_FILE_EXISTS;
	if (asprintf(&new_path, "%s.new", path) < 0)
		return STATUS_MEMORY;
	(void)making_clear(store, new_path);
	status = file_claim(new_path);
	if (status == STATUS_OK)
		*ret_new = new_path;
	else
		free(new_path);
	return status;
}

enum status making_end(char *new_path, const char *path, enum status status)
{
	if (status == STATUS_OK)
		status = file_sync(new_path);
	if (status == STATUS_OK)
		status = making_name(new_path, path);
	if (status != STATUS_OK)
		status = file_without(new_path, status);
	free(new_path);
	return status;
}
