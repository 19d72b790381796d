#include "tests/lib/tools_run.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/quick_folder.h"
#include "tools/line/command.h"

enum { MOST_WORDS = 30 };

/* All of FILE, which it closes, with a NUL behind. */
static char *read_whole(FILE *file, size_t *ret_length)
{
	long length;
	char *text;

	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	length = ftell(file);
	assert_true(length >= 0);
	rewind(file);
	text = calloc(1, (size_t)length + 1);
	assert_non_null(text);
	assert_int_equal(fread(text, 1, (size_t)length, file), length);
	fclose(file);
	if (ret_length)
		*ret_length = (size_t)length;
	return text;
}

struct run run_words(const char *const *words)
{
	char *argv[MOST_WORDS + 2] = {strdup("stemmeboks")};
	FILE *out = tmpfile(), *err = tmpfile();
	int argc = 1, status;
	struct run run;
	pid_t child;

	for (; words[argc - 1]; argc++) {
		assert_true(argc <= MOST_WORDS);
		argv[argc] = strdup(words[argc - 1]);
	}
	fflush(NULL);
	child = fork();
	if (child == 0) {
		dup2(fileno(out), STDOUT_FILENO);
		dup2(fileno(err), STDERR_FILENO);
		status = command_main(argc, argv);
		fflush(NULL);
		_exit(status);
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	for (int i = 0; i < argc; i++)
		free(argv[i]);
	run.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	run.out = read_whole(out, NULL);
	run.err = read_whole(err, NULL);
	return run;
}

void run_free(struct run *run)
{
	free(run->out);
	free(run->err);
	*run = (struct run){0, NULL, NULL};
}

void json_says(const json_t *json, const char *key, const char *text)
{
	char *found = json_dumps(json_object_get(json, key),
				 JSON_COMPACT | JSON_ENCODE_ANY);

	if (!found || strcmp(found, text) != 0)
		fail_msg("%s is %s, not %s", key, found, text);
	free(found);
}

void run_says(int code, const char *out, const char *err,
	      const char *const *words)
{
	struct run run = run_words(words);

	if (run.code != code || (out && !strstr(run.out, out)) ||
	    (err && !strstr(run.err, err)))
		fail_msg("exit code %d\n%s%s", run.code, run.out, run.err);
	run_free(&run);
}

enum { FOLDER = 64 };

char *disk_folder(void)
{
	char *folder = malloc(FOLDER);

	assert_non_null(folder);
	quick_folder("stemmeboks-test-", folder, FOLDER);
	return folder;
}

static int remove_one(const char *path, const struct stat *found, int kind,
		      struct FTW *walk)
{
	(void)found;
	(void)kind;
	return walk->level > 0 ? remove(path) : 0;
}

void disk_clear(const char *folder)
{
	nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

void disk_remove(char *folder)
{
	disk_clear(folder);
	rmdir(folder);
	free(folder);
}

char *disk_path(const char *folder, const char *name)
{
	char *path = NULL;

	assert_true(asprintf(&path, "%s/%s", folder, name) > 0);
	return path;
}

void disk_write(const char *folder, const char *name, const void *bytes,
		size_t length)
{
	char *path = disk_path(folder, name);
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
	free(path);
}

void disk_write_text(const char *folder, const char *name, const char *text)
{
	disk_write(folder, name, text, strlen(text));
}

char *disk_read(const char *path, size_t *ret_length)
{
	FILE *file = fopen(path, "rb");

	return file ? read_whole(file, ret_length) : NULL;
}

bool disk_there(const char *path)
{
	return access(path, F_OK) == 0;
}

int disk_count(const char *folder)
{
	DIR *open = opendir(folder);
	int count = 0;

	assert_non_null(open);
	while (readdir(open))
		count++;
	closedir(open);
	return count - 2;
}
