#include "tools/bundle/bundle_files.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/utf8.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_verify.h"
#include "words/words.h"

const struct bundle_file *bundle_files_find(const struct bundle_files *files,
					    const char *name)
{
	for (int i = 0; i < files->count; i++)
		if (strcmp(files->file[i].name, name) == 0)
			return &files->file[i];
	return NULL;
}

enum status bundle_files_begin(struct bundle_writer *ret_writer)
{
	*ret_writer = (struct bundle_writer){NULL, 0, NULL};
	ret_writer->out =
	    open_memstream(&ret_writer->data, &ret_writer->length);
	return ret_writer->out ? STATUS_OK : STATUS_MEMORY;
}

enum status bundle_files_end(struct bundle_files *files, const char *name,
			     struct bundle_writer *writer)
{
	struct bundle_file *file = &files->file[files->count];
	int failed = ferror(writer->out);

	assert(files->count < BUNDLE_FILES && strlen(name) < BUNDLE_NAME);
	failed |= fclose(writer->out);
	if (failed) {
		free(writer->data);
		return STATUS_MEMORY;
	}
	memcpy(file->name, name, strlen(name) + 1);
	file->data = writer->data;
	file->length = writer->length;
	files->count++;
	return STATUS_OK;
}

void bundle_clean(char *text)
{
	size_t length = strlen(text);
	uint32_t character;
	size_t size;

	for (; length > 0; text += size, length -= size) {
		size = utf8_read(text, length, &character);
		if (size == 0)
			*text = '?';
		else if (character < ' ' ||
			 (character >= 0x7f && character < 0xa0))
			memset(text, '?', size);
		if (size == 0)
			size = 1;
	}
}

/* Reads exactly the LENGTH bytes that the file had when it was looked at. */
static enum status file_fill(int fd, struct bundle_file *file, size_t length)
{
	file->data = malloc(length + 1);
	if (!file->data)
		return STATUS_MEMORY;
	while (file->length < length) {
		ssize_t got =
		    read(fd, file->data + file->length, length - file->length);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return STATUS_FILE_READ;
		file->length += (size_t)got;
	}
	file->data[length] = '\0';
	return STATUS_OK;
}

static enum status file_load(int folder, const char *name,
			     struct bundle_files *files,
			     char ret_why[BUNDLE_WHY])
{
	struct bundle_file *file = &files->file[files->count];
	enum status status = STATUS_DISAGREES;
	struct stat found;
	int fd = -1;

	if (files->count == BUNDLE_FILES || strlen(name) >= BUNDLE_NAME) {
		snprintf(ret_why, BUNDLE_WHY,
			 _("%s: this does not belong in the folder."), name);
		return STATUS_DISAGREES;
	}
	fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0 && errno != ELOOP) {
		snprintf(ret_why, BUNDLE_WHY, "%s: %s", name, strerror(errno));
		return STATUS_FILE_READ;
	}
	if (fd < 0 || fstat(fd, &found) != 0 || !S_ISREG(found.st_mode)) {
		snprintf(ret_why, BUNDLE_WHY,
			 _("%s: this is not a plain file."), name);
		goto out;
	}
	if (found.st_size > BUNDLE_FILE_BYTES) {
		snprintf(ret_why, BUNDLE_WHY, _("%s: this file is too large."),
			 name);
		goto out;
	}
	*file = (struct bundle_file){.data = NULL};
	memcpy(file->name, name, strlen(name) + 1);
	files->count++;
	status = file_fill(fd, file, (size_t)found.st_size);
	if (status != STATUS_OK)
		snprintf(ret_why, BUNDLE_WHY, _("%s: it could not be read."),
			 name);
out:
	if (fd >= 0)
		close(fd);
	return status;
}

/* Whether the entry NAME is to be read: FILES has SHA256SUMS if it is there. */
static bool belongs(const struct bundle_files *files, const char *name)
{
	const char *end = strrchr(name, '.');

	return bundle_sums_lists(files, name) || bundle_names(name) ||
	       /* A Mac puts "._main.pb" beside "main.pb". */
	       (name[0] != '.' && end && strcmp(end, ".pb") == 0);
}

static void extra_add(struct bundle_files *files, const char *name)
{
	char *extra;

	if (files->extra_count == BUNDLE_EXTRA)
		return;
	extra = files->extra[files->extra_count++];
	snprintf(extra, BUNDLE_EXTRA_NAME, "%s", name);
	bundle_clean(extra);
}

static enum status entry_load(int folder, const char *name,
			      struct bundle_files *files,
			      char ret_why[BUNDLE_WHY])
{
	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
	    bundle_files_find(files, name))
		return STATUS_OK;
	if (belongs(files, name))
		return file_load(folder, name, files, ret_why);
	extra_add(files, name);
	return STATUS_OK;
}

static int compare_extra(const void *a, const void *b)
{
	return strcmp(a, b);
}

static int compare_names(const void *a, const void *b)
{
	const struct bundle_file *left = a, *right = b;

	return strcmp(left->name, right->name);
}

enum status bundle_files_load(const char *path, struct bundle_files *files,
			      char ret_why[BUNDLE_WHY])
{
	enum status status = STATUS_OK;
	DIR *folder = opendir(path);
	struct dirent *entry;

	ret_why[0] = '\0';
	if (!folder) {
		snprintf(ret_why, BUNDLE_WHY, "%s: %s", path, strerror(errno));
		return errno == ENOENT ? STATUS_FILE_MISSING : STATUS_FILE_READ;
	}
	/* The sums first: they tell what else belongs there. */
	if (faccessat(dirfd(folder), BUNDLE_SUMS, F_OK, AT_SYMLINK_NOFOLLOW) ==
	    0)
		status = file_load(dirfd(folder), BUNDLE_SUMS, files, ret_why);
	while (status == STATUS_OK && (entry = readdir(folder)))
		status =
		    entry_load(dirfd(folder), entry->d_name, files, ret_why);
	closedir(folder);
	bundle_clean(ret_why);
	qsort(files->file, (size_t)files->count, sizeof(files->file[0]),
	      compare_names);
	qsort(files->extra, (size_t)files->extra_count, BUNDLE_EXTRA_NAME,
	      compare_extra);
	return status;
}

bool bundle_files_published(const struct bundle_files *files)
{
	return bundle_files_find(files, BUNDLE_SUMS) ||
	       bundle_files_find(files, "meeting.json") ||
	       bundle_files_find(files, "result.json");
}

void bundle_files_free(struct bundle_files *files)
{
	for (int i = 0; i < files->count; i++)
		free(files->file[i].data);
	files->count = 0;
	files->extra_count = 0;
}
