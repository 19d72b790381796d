/* With no umask at all, what commands write is as private as it should be. */
#include <ftw.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_run.h"

/* What is secret or grows vote by vote is its owner's alone; what hangs on the
 * wall or is published may be read. Nothing may be written by others. */
static const struct {
	const char *name; /* the path has this in it; the first that fits */
	mode_t others;	  /* what others may do at most */
} rules[] = {
    {".images", 0055},
    {"published", 0055},
    {"", 0},
};

static int entries;

static int look(const char *path, const struct stat *found, int kind)
{
	int rule = 0;

	(void)kind;
	while (!strstr(path, rules[rule].name))
		rule++;
	entries++;
	if (found->st_mode & 0077 & ~rules[rule].others)
		fail_msg("%s has mode %o", path,
			 (unsigned)(found->st_mode & 07777));
	return 0;
}

static void run_well(const char *const *words)
{
	struct run run = run_words(words);

	if (run.code != 0)
		fail_msg("%s: exit code %d: %s", words[0], run.code, run.err);
	run_free(&run);
}

#define RUN(...) run_well((const char *const[]){__VA_ARGS__, NULL})

static void nothing_is_left_to_the_umask(void **state)
{
	const mode_t before = umask(0);
	char *folder = disk_folder(), *home = getcwd(NULL, 0);
	char demo[1024];

	(void)state;
	snprintf(demo, sizeof(demo), "%s/assets/demo", home);
	assert_int_equal(chdir(folder), 0);
	RUN("build", demo, "-o", "m");
	RUN("slips", "m", "--count", "12", "-o", "slips.pdf");
	RUN("ready", "m");
	RUN("practice", "m", "-o", "practice");
	RUN("open", "m");
	RUN("backup", "m", "-o", "copy");
	RUN("restore", "copy", "-o", "restored", "--reason", "a test");
	RUN("close", "m");
	RUN("count", "m");
	RUN("publish", "m", "-o", "published");
	assert_int_equal(chdir(home), 0);
	assert_int_equal(ftw(folder, look, 16), 0);
	/* Four meetings with their ten pictures, a PDF, a bundle. */
	assert_true(entries > 4 * 11 + 1 + 8);
	free(home);
	disk_remove(folder);
	umask(before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_is_left_to_the_umask),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
