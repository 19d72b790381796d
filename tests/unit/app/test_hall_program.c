/* The program itself: it waits for a file, ends when it is asked to, and spoils
 * nothing. */
#include <signal.h>

#include "tests/lib/app_program.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { START_MS = 1000, END_MS = 3000 };

#define HALL "stemmeboks-hall"

typedef const char *words[PROGRAM_WORDS];

static void it_shows_on_and_ends_cleanly_when_told(void **state)
{
	static const int signals[] = {SIGTERM, SIGINT};

	(void)state;
	for (int i = 0; i < 2; i++) {
		pid_t child = program_start(
		    HALL,
		    (words){"/nonexistent.stemmeboks", "--window=640x360"},
		    NULL);

		assert_int_equal(program_wait(child, START_MS), -1);
		assert_int_equal(kill(child, signals[i]), 0);
		assert_int_equal(program_wait(child, END_MS), 0);
	}
}

static void help_and_mistakes_end_at_once(void **state)
{
	(void)state;
	assert_int_equal(
	    program_wait(program_start(HALL, (words){"--help"}, NULL), END_MS),
	    0);
	assert_int_equal(
	    program_wait(program_start(HALL, (words){"a", "--windw"}, NULL),
			 END_MS),
	    2);
}

/* A slip of the hand: the meeting's file where the file for tests goes. */
static void announcing_into_the_meeting_leaves_it_as_it_was(void **state)
{
	struct fixture fixture;
	char told[2 * FIXTURE_PATH];
	unsigned char *before, *after, *said;
	size_t size, size_after, said_size;
	pid_t child;

	(void)state;
	fixture_begin(&fixture, 2, false);
	fixture_leave(&fixture);
	snprintf(told, sizeof(told), "%s/told", fixture.folder);
	before = file_read(fixture.path, &size);
	child = program_start(HALL,
			      (words){fixture.path, "--window=640x360",
				      "--announce", fixture.path},
			      told);
	assert_int_equal(program_wait(child, END_MS), 2);
	after = file_read(fixture.path, &size_after);
	assert_int_equal(size_after, size);
	assert_memory_equal(after, before, size);
	said = file_read(told, &said_size);
	assert_int_equal(bytes_count(said, said_size, "The file is there", 17),
			 1);
	assert_int_equal(
	    bytes_count(said, said_size, fixture.path, strlen(fixture.path)),
	    1);
	free(said);
	free(before);
	free(after);
	fixture_end(&fixture);
}

static void a_display_that_is_not_there_is_refused_and_said(void **state)
{
	static const char wanted[] = HALL ": Display 1 is not there: this "
					  "machine has 1, number 0.\n";
	struct fixture fixture;
	char told[2 * FIXTURE_PATH];
	unsigned char *said;
	size_t size;
	pid_t child;

	(void)state;
	fixture_begin(&fixture, 2, false);
	snprintf(told, sizeof(told), "%s/told", fixture.folder);
	child =
	    program_start(HALL, (words){fixture.path, "--display", "1"}, told);
	assert_int_equal(program_wait(child, END_MS), 1);
	said = file_read(told, &size);
	assert_int_equal(bytes_count(said, size, wanted, strlen(wanted)), 1);
	free(said);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_shows_on_and_ends_cleanly_when_told),
	    cmocka_unit_test(help_and_mistakes_end_at_once),
	    cmocka_unit_test(announcing_into_the_meeting_leaves_it_as_it_was),
	    cmocka_unit_test(a_display_that_is_not_there_is_refused_and_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
