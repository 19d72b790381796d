/* A catalogue on its way to where programs find it. */
#include "tools/catalogue/catalogue.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/catalogue/mo.h"
#include "words/place.h"
#include "words/words.h"

enum {
	MARKS = 5, /* the header and the fields beside the words */
	SEEN_BY_ALL = 0755,
	HEADER = 4096,
	FIELD = 500,
};

/* Where the catalogue of CODE lies, MORE being what follows its name. */
static enum status own_path(const char *code, const char *more,
			    char ret_path[PATH_MAX])
{
	char folder[PATH_MAX];
	enum status status = place_own("lang", folder, sizeof(folder));

	if (status != STATUS_OK)
		return status;
	if (snprintf(ret_path, PATH_MAX, "%s/%s/LC_MESSAGES/%s.mo%s", folder,
		     code, WORDS_OWN, more) >= PATH_MAX)
		return STATUS_FILE_MISSING;
	return STATUS_OK;
}

/* Makes every folder above PATH that is not there yet. */
static bool folders_make(const char *path)
{
	char folder[PATH_MAX];
	char *slash;

	snprintf(folder, sizeof(folder), "%s", path);
	for (slash = strchr(folder + 1, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(folder, SEEN_BY_ALL) != 0 && errno != EEXIST)
			return false;
		*slash = '/';
	}
	return true;
}

/* The two parts of KEY, or of its value, with a NUL between; COUNT parts. The
 * caller frees; NULL without memory. */
static char *parts_join(const char *const *parts, int count, size_t *ret_length)
{
	size_t length = 1; /* so that there is always something to take */
	char *joined, *at;

	for (int i = 0; i < count; i++)
		length += strlen(parts[i]) + 1;
	joined = malloc(length);
	if (!joined)
		return NULL;
	at = joined;
	for (int i = 0; i < count; i++)
		at = stpcpy(at, parts[i]) + 1;
	*ret_length = (size_t)(at - joined) - 1;
	return joined;
}

static bool message_put(const struct po_message *message,
			struct mo_entry *ret_entry)
{
	const char *keys[] = {message->id, message->plural};

	ret_entry->key =
	    parts_join(keys, message->plural ? 2 : 1, &ret_entry->key_length);
	ret_entry->value =
	    parts_join((const char *const *)message->forms, message->form_count,
		       &ret_entry->value_length);
	return ret_entry->key && ret_entry->value;
}

/* A key and value of one part each. */
static bool mark_put(const char *key, const char *value,
		     struct mo_entry *ret_entry)
{
	ret_entry->key = parts_join(&key, 1, &ret_entry->key_length);
	ret_entry->value = parts_join(&value, 1, &ret_entry->value_length);
	return ret_entry->key && ret_entry->value;
}

/* A header of its own: gettext takes the first "plural=" in it for the rule,
 * wherever that stands. */
static void header_text(const struct catalogue *catalogue,
			char ret_text[HEADER])
{
	char first[FIELD], second[FIELD];

	po_field(&catalogue->po, "X-Review-1", first, sizeof(first));
	po_field(&catalogue->po, "X-Review-2", second, sizeof(second));
	snprintf(ret_text, HEADER,
		 "Language: %s\nMIME-Version: 1.0\n"
		 "Content-Type: text/plain; charset=UTF-8\n"
		 "Content-Transfer-Encoding: 8bit\n"
		 "Plural-Forms: nplurals=%d; plural=%s;\n"
		 "X-Review-1: %s\nX-Review-2: %s\n",
		 catalogue->code, catalogue->plural.forms,
		 catalogue->plural.expression, first, second);
}

/* The compiled file, which the caller frees; NULL without memory. */
static char *compile(const struct catalogue *catalogue, size_t *ret_length)
{
	int room = catalogue->taken_count + MARKS, count = 0;
	struct mo_entry *entries = calloc((size_t)room, sizeof(*entries));
	char header[HEADER], *file = NULL;
	bool done = entries != NULL;

	header_text(catalogue, header);
	done = done && mark_put("", header, &entries[count++]);
	done = done &&
	       mark_put(WORDS_OWN_CODE, catalogue->code, &entries[count++]);
	done = done &&
	       mark_put(WORDS_OWN_NAME, catalogue->name, &entries[count++]);
	done =
	    done && mark_put(WORDS_OWN_DIRECTION,
			     catalogue->rtl ? "rtl" : "ltr", &entries[count++]);
	if (catalogue->taken_count == catalogue->all)
		done =
		    done && mark_put(WORDS_OWN_WHOLE, "yes", &entries[count++]);
	for (int i = 0; done && i < catalogue->taken_count; i++)
		done = message_put(catalogue->taken[i], &entries[count++]);
	if (done)
		file = mo_write(entries, (size_t)count, ret_length);
	for (int i = 0; entries && i < count; i++) {
		free((char *)entries[i].key);
		free((char *)entries[i].value);
	}
	free(entries);
	return file;
}

/* Writes the LENGTH bytes of FILE to PATH, whole and on the disk. */
static bool file_write(const char *path, const char *file, size_t length)
{
	FILE *out = fopen(path, "wbe");
	bool done;

	if (!out)
		return false;
	done = fwrite(file, 1, length, out) == length && fflush(out) == 0 &&
	       fsync(fileno(out)) == 0;
	return fclose(out) == 0 && done;
}

enum status catalogue_save(const struct catalogue *catalogue)
{
	char path[PATH_MAX], next[PATH_MAX];
	enum status status = own_path(catalogue->code, "", path);
	size_t length = 0;
	char *file;
	int error;

	if (status == STATUS_OK)
		status = own_path(catalogue->code, ".new", next);
	if (status != STATUS_OK)
		return status;
	file = compile(catalogue, &length);
	if (!file)
		return STATUS_MEMORY;
	status = STATUS_FILE_WRITE;
	if (folders_make(path) && file_write(next, file, length) &&
	    rename(next, path) == 0)
		status = STATUS_OK;
	error = errno;
	if (status != STATUS_OK)
		unlink(next);
	free(file);
	errno = error;
	return status;
}

enum status catalogue_remove(const char *code)
{
	char path[PATH_MAX];
	enum status status = own_path(code, "", path);

	if (status != STATUS_OK)
		return status;
	if (unlink(path) == 0)
		return STATUS_OK;
	return errno == ENOENT ? STATUS_FILE_MISSING : STATUS_FILE_WRITE;
}
