/* A meeting's file is its owner's alone. */
#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { NOBODY = 65534 };

static mode_t mode_of(const char *path)
{
	struct stat found;

	assert_int_equal(stat(path, &found), 0);
	return found.st_mode & 07777;
}

static void what_others_may_do_is_taken_from_them(void **state)
{
	static const mode_t modes[] = {0604, 0640, 0666, 0620, 0601, 0777};
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_OPEN);
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		fixture_leave(&fixture);
		assert_int_equal(chmod(fixture.path, modes[i]), 0);
		fixture_enter(&fixture);
		assert_int_equal(mode_of(fixture.path), modes[i] & 0700);
		assert_true(store_mended(fixture.store));
	}
	fixture_leave(&fixture);
	assert_int_equal(chmod(fixture.path, 0600), 0);
	fixture_enter(&fixture);
	assert_false(store_mended(fixture.store));
	fixture_end(&fixture);
}

/* It holds pages of the roll and the box while a vote is being cast. */
static void the_journal_is_the_owners_alone_too(void **state)
{
	char journal[2 * FIXTURE_PATH + 16];
	struct fixture fixture;
	struct store *second = NULL;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_OPEN);
	snprintf(journal, sizeof(journal), "%s-journal", fixture.path);
	assert_ok(fixture_cast(&fixture, 0, 1));
	assert_int_equal(mode_of(journal), 0600);
	assert_int_equal(chmod(journal, 0644), 0);
	assert_ok(store_open(fixture.path, STORE_WRITE, &second));
	assert_true(store_mended(second));
	assert_int_equal(mode_of(journal), 0600);
	store_free(second);
	fixture_end(&fixture);
}

/* As the hall does, which must not change a file. */
static void a_reader_changes_no_mode(void **state)
{
	struct fixture fixture;
	struct store *reader = NULL;

	(void)state;
	fixture_begin(&fixture, 0, false);
	fixture_leave(&fixture);
	assert_int_equal(chmod(fixture.path, 0644), 0);
	assert_ok(store_open(fixture.path, STORE_READ, &reader));
	assert_false(store_mended(reader));
	store_free(reader);
	assert_int_equal(mode_of(fixture.path), 0644);
	fixture_enter(&fixture);
	fixture_end(&fixture);
}

/* As a user who is neither root nor the owner. */
static enum status open_as_nobody(const char *path)
{
	struct store *store = NULL;
	pid_t child = fork();
	int how;

	assert_true(child >= 0);
	if (child == 0) {
		if (setgroups(0, NULL) != 0 || setgid(NOBODY) != 0 ||
		    setuid(NOBODY) != 0)
			_exit(STATUS_COUNT);
		how = store_open(path, STORE_WRITE, &store);
		store_free(store);
		_exit(how);
	}
	assert_int_equal(waitpid(child, &how, 0), child);
	assert_true(WIFEXITED(how));
	return (enum status)WEXITSTATUS(how);
}

static void a_shared_file_of_another_user_is_refused_as_it_is(void **state)
{
	struct fixture fixture;
	unsigned char *before;
	size_t size;

	(void)state;
	if (geteuid() != 0)
		skip();
	fixture_begin_in(&fixture, 2, PHASE_OPEN);
	fixture_leave(&fixture);
	assert_int_equal(chmod(fixture.folder, 0777), 0);
	assert_int_equal(chmod(fixture.path, 0666), 0);
	before = file_read(fixture.path, &size);
	assert_status(open_as_nobody(fixture.path), STATUS_FILE_SHARED);
	assert_int_equal(mode_of(fixture.path), 0666);
	file_same(fixture.path, before, size);
	/* The same user with a file of their own. */
	assert_int_equal(chown(fixture.path, NOBODY, NOBODY), 0);
	assert_ok(open_as_nobody(fixture.path));
	assert_int_equal(mode_of(fixture.path), 0600);
	fixture_enter(&fixture);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_others_may_do_is_taken_from_them),
	    cmocka_unit_test(the_journal_is_the_owners_alone_too),
	    cmocka_unit_test(a_reader_changes_no_mode),
	    cmocka_unit_test(a_shared_file_of_another_user_is_refused_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
