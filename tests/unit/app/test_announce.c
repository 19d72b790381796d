/* The file in which a program tells what it shows. */
#include "app/announce.h"

#include <unistd.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { PATH = 96 };

static int make_folder(void **state)
{
	char *folder = strdup("/tmp/stemmeboks-announce-XXXXXX");

	*state = folder;
	return folder && mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	int failed = rmdir(*state);

	free(*state);
	return failed;
}

static void a_file_that_is_there_is_never_opened(void **state)
{
	char path[PATH];
	unsigned char *kept;
	size_t size;
	FILE *file = NULL;

	snprintf(path, sizeof(path), "%s/kept", (char *)*state);
	file_write(path, "kept", 4);
	assert_status(announce_open(path, &file), STATUS_FILE_EXISTS);
	assert_null(file);
	kept = file_read(path, &size);
	assert_int_equal(size, 4);
	assert_memory_equal(kept, "kept", 4);
	free(kept);
	unlink(path);
}

static void a_new_file_stays_once_something_was_told(void **state)
{
	char path[PATH];
	FILE *file;

	snprintf(path, sizeof(path), "%s/new", (char *)*state);
	assert_ok(announce_open(path, &file));
	announce_close(file, path);
	assert_false(file_exists(path));
	assert_ok(announce_open(path, &file));
	fputs("told\n", file);
	announce_close(file, path);
	assert_true(file_exists(path));
	unlink(path);
}

static void no_path_tells_nobody_and_no_folder_is_said(void **state)
{
	FILE *file = stderr;

	(void)state;
	assert_ok(announce_open(NULL, &file));
	assert_null(file);
	announce_close(NULL, NULL);
	assert_status(announce_open("/nonexistent/file", &file),
		      STATUS_FILE_WRITE);
}

int main(void)
{
#define FOLDER(test)                                                           \
	cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)
	const struct CMUnitTest tests[] = {
	    FOLDER(a_file_that_is_there_is_never_opened),
	    FOLDER(a_new_file_stays_once_something_was_told),
	    FOLDER(no_path_tells_nobody_and_no_folder_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
