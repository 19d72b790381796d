/* Where a program finds its own files. */
#include "tests/lib/cmocka_all.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "words/place.h"

static void tree_is_found_from_a_test_in_the_build_folder(void **state)
{
	char path[PATH_MAX], here[PATH_MAX], found[PATH_MAX];

	(void)state;
	unsetenv("STEMMEBOKS_DATA");
	assert_int_equal(place_find("lang", path, sizeof(path)), STATUS_OK);
	snprintf(here, sizeof(here), "%s/lang", getenv("STEMMEBOKS_BUILD"));
	assert_non_null(realpath(here, found));
	assert_string_equal(path, found);
}

static void variable_comes_first_and_alone(void **state)
{
	char folder[] = "/tmp/stemmeboks-place-XXXXXX";
	char inner[64], path[PATH_MAX] = "untouched";

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(inner, sizeof(inner), "%s/fonts", folder);
	assert_int_equal(mkdir(inner, 0700), 0);
	setenv("STEMMEBOKS_DATA", folder, 1);
	assert_int_equal(place_find("lang", path, sizeof(path)),
			 STATUS_FILE_MISSING);
	assert_string_equal(path, "untouched");
	assert_int_equal(place_find("fonts", path, sizeof(path)), STATUS_OK);
	assert_string_equal(path, inner);
	unsetenv("STEMMEBOKS_DATA");
	rmdir(inner);
	rmdir(folder);
}

static void missing_folder_is_said_and_writes_nothing(void **state)
{
	char path[PATH_MAX] = "untouched";

	(void)state;
	assert_int_equal(place_find("no-such-folder", path, sizeof(path)),
			 STATUS_FILE_MISSING);
	assert_string_equal(path, "untouched");
	/* A file is no folder. */
	assert_int_equal(place_find("test_place", path, sizeof(path)),
			 STATUS_FILE_MISSING);
}

static void path_that_does_not_fit_is_not_cut(void **state)
{
	char path[PATH_MAX], exact[PATH_MAX];
	size_t length;

	(void)state;
	assert_int_equal(place_find("lang", path, sizeof(path)), STATUS_OK);
	length = strlen(path);
	assert_int_equal(place_find("lang", exact, length + 1), STATUS_OK);
	strcpy(exact, "untouched");
	assert_int_equal(place_find("lang", exact, length),
			 STATUS_FILE_MISSING);
	assert_string_equal(exact, "untouched");
}

static void what_the_user_adds_lies_where_the_desktop_keeps_data(void **state)
{
	static const struct {
		const char *data, *home, *path;
	} cases[] = {
	    {"/data", "/home", "/data/stemmeboks/lang"},
	    {NULL, "/home", "/home/.local/share/stemmeboks/lang"},
	    {"", "/home", "/home/.local/share/stemmeboks/lang"},
	    {"data", "/home", "/home/.local/share/stemmeboks/lang"},
	};
	const char *home = getenv("HOME");
	char *before = home ? strdup(home) : NULL;
	char path[PATH_MAX];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		unsetenv("XDG_DATA_HOME");
		if (cases[i].data)
			setenv("XDG_DATA_HOME", cases[i].data, 1);
		setenv("HOME", cases[i].home, 1);
		assert_int_equal(place_own("lang", path, sizeof(path)),
				 STATUS_OK);
		assert_string_equal(path, cases[i].path);
	}
	strcpy(path, "untouched");
	assert_int_equal(place_own("lang", path, 10), STATUS_FILE_MISSING);
	unsetenv("XDG_DATA_HOME");
	unsetenv("HOME");
	assert_int_equal(place_own("lang", path, sizeof(path)),
			 STATUS_FILE_MISSING);
	assert_string_equal(path, "untouched");
	if (before)
		setenv("HOME", before, 1);
	free(before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tree_is_found_from_a_test_in_the_build_folder),
	    cmocka_unit_test(variable_comes_first_and_alone),
	    cmocka_unit_test(missing_folder_is_said_and_writes_nothing),
	    cmocka_unit_test(path_that_does_not_fit_is_not_cut),
	    cmocka_unit_test(
		what_the_user_adds_lies_where_the_desktop_keeps_data),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
