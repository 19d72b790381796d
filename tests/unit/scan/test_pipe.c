/* The test pipe: lines from a FIFO or a growing file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scan/pipe.h"

struct place {
	char folder[64];
	char path[96];
};

static int make_folder(void **state)
{
	struct place *place = calloc(1, sizeof(*place));

	if (!place)
		return -1;
	snprintf(place->folder, sizeof(place->folder),
		 "/tmp/stemmeboks-pipe-XXXXXX");
	if (!mkdtemp(place->folder)) {
		free(place);
		return -1;
	}
	snprintf(place->path, sizeof(place->path), "%s/scans", place->folder);
	*state = place;
	return 0;
}

static int remove_folder(void **state)
{
	struct place *place = *state;

	unlink(place->path);
	rmdir(place->folder);
	free(place);
	return 0;
}

static void append(const char *path, const char *text)
{
	FILE *file = fopen(path, "a");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void lines_of_a_file_come_one_by_one_and_later_ones_too(void **state)
{
	struct place *place = *state;
	struct pipe *pipe = NULL;
	struct scan_line line;

	append(place->path, "FIRST\r\n\nSECOND\nTHI");
	assert_int_equal(pipe_open(place->path, &pipe), STATUS_OK);
	assert_true(pipe_line(pipe, &line));
	assert_string_equal(line.text, "FIRST");
	assert_true(pipe_line(pipe, &line));
	assert_string_equal(line.text, "SECOND");
	assert_int_equal(line.length, 6);
	assert_false(pipe_line(pipe, &line));
	append(place->path, "RD\n");
	assert_true(pipe_line(pipe, &line));
	assert_string_equal(line.text, "THIRD");
	pipe_free(pipe);
}

static void a_fifo_serves_one_writer_after_the_other(void **state)
{
	struct place *place = *state;
	struct pipe *pipe = NULL;
	struct scan_line line;

	assert_int_equal(mkfifo(place->path, 0600), 0);
	assert_int_equal(pipe_open(place->path, &pipe), STATUS_OK);
	assert_false(pipe_line(pipe, &line));
	append(place->path, "FIRST\n");
	assert_true(pipe_line(pipe, &line));
	assert_false(pipe_line(pipe, &line));
	append(place->path, "SECOND\n");
	assert_true(pipe_line(pipe, &line));
	assert_string_equal(line.text, "SECOND");
	pipe_free(pipe);
}

static void a_line_without_end_fills_no_memory(void **state)
{
	struct place *place = *state;
	struct pipe *pipe = NULL;
	struct scan_line line;
	char block[1001];

	memset(block, 'A', sizeof(block) - 1);
	block[sizeof(block) - 1] = '\0';
	for (int i = 0; i < 100; i++)
		append(place->path, block);
	append(place->path, "\nNEXT\n");
	assert_int_equal(pipe_open(place->path, &pipe), STATUS_OK);
	assert_true(pipe_line(pipe, &line));
	assert_int_equal(line.length, SCAN_LINE_SYMBOLS);
	assert_int_equal(strlen(line.text), SCAN_LINE_SYMBOLS);
	assert_true(pipe_line(pipe, &line));
	assert_string_equal(line.text, "NEXT");
	pipe_free(pipe);
}

static void what_cannot_be_read_is_said(void **state)
{
	struct place *place = *state;
	struct pipe *pipe = NULL;

	assert_int_equal(pipe_open(place->path, &pipe), STATUS_FILE_MISSING);
	assert_int_equal(pipe_open(place->folder, &pipe), STATUS_FILE_READ);
	assert_null(pipe);
	pipe_free(NULL);
}

int main(void)
{
#define WITH_FOLDER(test)                                                      \
	cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)
	const struct CMUnitTest tests[] = {
	    WITH_FOLDER(lines_of_a_file_come_one_by_one_and_later_ones_too),
	    WITH_FOLDER(a_fifo_serves_one_writer_after_the_other),
	    WITH_FOLDER(a_line_without_end_fills_no_memory),
	    WITH_FOLDER(what_cannot_be_read_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
