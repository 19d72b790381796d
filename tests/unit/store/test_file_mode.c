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
	assert_int_equal(chmod(fixture.folder, 0755), 0);
	assert_int_equal(chmod(fixture.path, 0666), 0);
	before = file_read(fixture.path, &size);
	assert_status(open_as_nobody(fixture.path), STATUS_FILE_SHARED);
	assert_int_equal(mode_of(fixture.path), 0666);
	file_same(fixture.path, before, size);
	/* The same user with a file of their own. */
	assert_int_equal(chown(fixture.folder, NOBODY, NOBODY), 0);
	assert_int_equal(chown(fixture.path, NOBODY, NOBODY), 0);
	assert_ok(open_as_nobody(fixture.path));
	assert_int_equal(mode_of(fixture.path), 0600);
	fixture_enter(&fixture);
	fixture_end(&fixture);
}

/* Whoever may write there may take the file away and lay down another. */
static void a_file_in_everybodys_folder_is_refused(void **state)
{
	static const mode_t refused[] = {0777, 0707, 0703};
	static const mode_t taken[] = {0700, 0755, 0775, 01777};
	struct fixture fixture;
	struct store *store = NULL;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_OPEN);
	fixture_leave(&fixture);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(chmod(fixture.folder, refused[i]), 0);
		assert_status(store_open(fixture.path, STORE_WRITE, &store),
			      STATUS_FILE_SHARED);
		assert_int_equal(mode_of(fixture.folder), refused[i]);
	}
	for (int i = 0; i < 4; i++) {
		assert_int_equal(chmod(fixture.folder, taken[i]), 0);
		assert_ok(store_open(fixture.path, STORE_WRITE, &store));
		store_free(store);
	}
	fixture_enter(&fixture);
	fixture_end(&fixture);
}

/* What is mended is the file, and what SQLite has beside the file itself. */
static void a_link_leads_to_the_file_and_its_journal(void **state)
{
	char link[2 * FIXTURE_PATH], journal[2 * FIXTURE_PATH + 16];
	struct fixture fixture;
	struct store *store = NULL;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_OPEN);
	/* The journal is there while the file is open. */
	assert_ok(fixture_cast(&fixture, 0, 1));
	snprintf(journal, sizeof(journal), "%s-journal", fixture.path);
	snprintf(link, sizeof(link), "%s/linked", fixture.folder);
	assert_int_equal(symlink(fixture.path, link), 0);
	assert_int_equal(chmod(fixture.path, 0644), 0);
	assert_int_equal(chmod(journal, 0644), 0);
	assert_ok(store_open(link, STORE_WRITE, &store));
	assert_true(store_mended(store));
	assert_int_equal(mode_of(fixture.path), 0600);
	assert_int_equal(mode_of(journal), 0600);
	store_free(store);
	assert_int_equal(unlink(link), 0);
	fixture_leave(&fixture);
	/* One that leads into everybody's folder is no way round that. */
	assert_int_equal(chmod(fixture.folder, 0777), 0);
	snprintf(link, sizeof(link), "%s.linked", fixture.folder);
	assert_int_equal(symlink(fixture.path, link), 0);
	assert_status(store_open(link, STORE_WRITE, &store),
		      STATUS_FILE_SHARED);
	assert_int_equal(unlink(link), 0);
	assert_int_equal(chmod(fixture.folder, 0700), 0);
	fixture_enter(&fixture);
	fixture_end(&fixture);
}

/* The store never keeps one, but a copy may bring one along. */
static void what_another_journal_mode_left_is_the_owners_alone(void **state)
{
	static const char *const endings[] = {"-wal", "-shm"};
	char beside[2 * FIXTURE_PATH + 16];
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 2, PHASE_OPEN);
	for (int i = 0; i < 2; i++) {
		fixture_leave(&fixture);
		snprintf(beside, sizeof(beside), "%s%s", fixture.path,
			 endings[i]);
		file_write(beside, "", 0);
		assert_int_equal(chmod(beside, 0644), 0);
		fixture_enter(&fixture);
		assert_true(store_mended(fixture.store));
		assert_int_equal(mode_of(beside), 0600);
		assert_int_equal(unlink(beside), 0);
	}
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_others_may_do_is_taken_from_them),
	    cmocka_unit_test(the_journal_is_the_owners_alone_too),
	    cmocka_unit_test(a_reader_changes_no_mode),
	    cmocka_unit_test(a_shared_file_of_another_user_is_refused_as_it_is),
	    cmocka_unit_test(a_file_in_everybodys_folder_is_refused),
	    cmocka_unit_test(a_link_leads_to_the_file_and_its_journal),
	    cmocka_unit_test(
		what_another_journal_mode_left_is_the_owners_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
