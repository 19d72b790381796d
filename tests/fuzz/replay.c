/* Plays a corpus again: every file of tests/fuzz/corpus/NAME through the target
 * NAME, and each of them cut at some lengths and changed at some places. A
 * crash ends the program, and the test has failed. */
#include <dirent.h>
#include <libgen.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/fuzz/fuzz.h"
#include "tests/lib/cmocka_all.h"

enum { CHANGES = 40 };

static char corpus[400];

static unsigned char *load(const char *path, size_t *ret_size)
{
	FILE *file = fopen(path, "rb");
	unsigned char *bytes;
	long size;

	assert_non_null(file);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	size = ftell(file);
	rewind(file);
	bytes = malloc((size_t)size + 1);
	assert_non_null(bytes);
	assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
	fclose(file);
	*ret_size = (size_t)size;
	return bytes;
}

/* A copy of exactly that length, so that a sanitizer sees who reads past it. */
static void feed(const unsigned char *bytes, size_t size)
{
	unsigned char *copy = malloc(size ? size : 1);

	assert_non_null(copy);
	memcpy(copy, bytes, size);
	assert_int_equal(LLVMFuzzerTestOneInput(copy, size), 0);
	free(copy);
}

static void feed_changed(unsigned char *bytes, size_t size)
{
	unsigned seed = 1;

	for (int i = 0; i < CHANGES && size > 0; i++) {
		size_t at = (size_t)rand_r(&seed) % size;
		unsigned char was = bytes[at];

		feed(bytes, at);
		bytes[at] = (unsigned char)rand_r(&seed);
		feed(bytes, size);
		bytes[at] = was;
	}
}

static void no_input_of_the_corpus_breaks_it(void **state)
{
	DIR *folder = opendir(corpus);
	struct dirent *entry;
	int files = 0;

	(void)state;
	assert_non_null(folder);
	while ((entry = readdir(folder))) {
		char path[800];
		unsigned char *bytes;
		size_t size;

		if (*entry->d_name == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", corpus, entry->d_name);
		bytes = load(path, &size);
		feed(bytes, size);
		feed_changed(bytes, size);
		free(bytes);
		files++;
	}
	closedir(folder);
	feed((const unsigned char *)"", 0);
	assert_true(files > 0);
}

/* test_NAME plays tests/fuzz/corpus/NAME, or what seeds.sh made. */
int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_input_of_the_corpus_breaks_it),
	};
	const char *name = basename(argv[0]) + strlen("test_");

	(void)argc;
	snprintf(corpus, sizeof(corpus), "tests/fuzz/corpus/%s", name);
	if (access(corpus, F_OK) != 0)
		snprintf(corpus, sizeof(corpus), "%s/fuzz-corpus/%s",
			 getenv("STEMMEBOKS_BUILD"), name);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
