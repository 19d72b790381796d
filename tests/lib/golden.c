#include "tests/lib/golden.h"

#include <errno.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tests/lib/cmocka_all.h"
#include "ui/ui.h"

enum { PATH_ROOM = 512 };

static void make_folders(const char *path)
{
	char folder[PATH_ROOM];

	snprintf(folder, sizeof(folder), "%s", path);
	for (char *slash = strchr(folder + 1, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(folder, 0777) != 0 && errno != EEXIST)
			fail_msg("%s cannot be made: %s", folder,
				 strerror(errno));
		*slash = '/';
	}
}

char *frame_dump(struct ui *ui)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);

	assert_non_null(out);
	ui_dump(ui, out);
	fclose(out);
	return text;
}

/* The whole file, or NULL when there is none. */
static char *read_text(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *text = NULL;
	size_t size = 0;
	FILE *copy;
	int byte;

	if (!file)
		return NULL;
	copy = open_memstream(&text, &size);
	assert_non_null(copy);
	while ((byte = fgetc(file)) != EOF)
		fputc(byte, copy);
	fclose(file);
	fclose(copy);
	return text;
}

static void write_text(const char *path, const char *text)
{
	FILE *file;

	make_folders(path);
	file = fopen(path, "wb");
	if (!file || fputs(text, file) < 0 || fclose(file) != 0)
		fail_msg("%s cannot be written: %s", path, strerror(errno));
}

/* Where the actual list or picture goes. */
static void actual_path(const char *name, const char *ending,
			char ret_path[PATH_ROOM])
{
	const char *build = getenv("STEMMEBOKS_BUILD");

	snprintf(ret_path, PATH_ROOM, "%s/golden/%s.%s",
		 build ? build : "build", name, ending);
}

static void write_actual(struct ui *ui, const char *name, const char *text)
{
	char path[PATH_ROOM];

	actual_path(name, "txt", path);
	write_text(path, text);
	actual_path(name, "png", path);
	assert_int_equal(ui_screenshot(ui, path), STATUS_OK);
}

/* Says where the two first part. */
static void print_difference(const char *name, const char *golden,
			     const char *actual)
{
	int line = 1;
	const char *g = golden, *a = actual;

	while (*g && *a) {
		size_t g_size = strcspn(g, "\n"), a_size = strcspn(a, "\n");

		if (g_size != a_size || memcmp(g, a, g_size) != 0)
			break;
		g += g_size + (g[g_size] == '\n');
		a += a_size + (a[a_size] == '\n');
		line++;
	}
	print_error("%s.txt, line %d:\n  golden: %.*s\n  actual: %.*s\n", name,
		    line, (int)strcspn(g, "\n"), g, (int)strcspn(a, "\n"), a);
}

bool golden_same(struct ui *ui, const char *name)
{
	char path[PATH_ROOM];
	char *actual = frame_dump(ui), *golden;
	bool same;

	snprintf(path, sizeof(path), "tests/golden/%s.txt", name);
	golden = read_text(path);
	same = golden && strcmp(golden, actual) == 0;
	free(golden);
	free(actual);
	return same;
}

void golden_check(struct ui *ui, const char *name)
{
	const char *update = getenv("GOLDEN_UPDATE");
	char path[PATH_ROOM];
	char *actual = frame_dump(ui), *golden;
	bool same;

	snprintf(path, sizeof(path), "tests/golden/%s.txt", name);
	if (update && strcmp(update, "1") == 0) {
		write_text(path, actual);
		write_actual(ui, name, actual);
		free(actual);
		return;
	}
	golden = read_text(path);
	same = golden && strcmp(golden, actual) == 0;
	if (!same)
		write_actual(ui, name, actual);
	if (golden && !same)
		print_difference(name, golden, actual);
	if (!golden)
		print_error("%s is missing\n", path);
	free(golden);
	free(actual);
	if (!same)
		fail_msg("%s is not as it was looked at; see "
			 "$STEMMEBOKS_BUILD/golden/%s.png",
			 name, name);
}
