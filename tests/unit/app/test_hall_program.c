/* The program itself: it waits for a file, ends when it is asked to, and spoils
 * nothing. */
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "core/cue.h"
#include "store/cue.h"
#include "tests/lib/app_program.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { START_MS = 1000, END_MS = 3000, LOOK_MS = 5, SHOWN_MS = 300 };

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
	unsigned char *before, *said;
	size_t size, said_size;
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
	file_same(fixture.path, before, size);
	said = file_read(told, &said_size);
	assert_int_equal(bytes_count(said, said_size, "The file is there", 17),
			 1);
	assert_int_equal(
	    bytes_count(said, said_size, fixture.path, strlen(fixture.path)),
	    1);
	free(said);
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

/* A hall that tells what it shows, and the file in which it does. */
struct wall {
	struct fixture fixture;
	char told[2 * FIXTURE_PATH];
	pid_t child;
};

static void wall_begin(struct wall *wall)
{
	fixture_begin(&wall->fixture, 12, false);
	snprintf(wall->told, sizeof(wall->told), "%s/shown",
		 wall->fixture.folder);
	wall->child =
	    program_start(HALL,
			  (words){wall->fixture.path, "--window=640x360",
				  "--announce", wall->told},
			  NULL);
}

static void wall_end(struct wall *wall)
{
	assert_int_equal(kill(wall->child, SIGTERM), 0);
	assert_int_equal(program_wait(wall->child, END_MS), 0);
	fixture_end(&wall->fixture);
}

static bool tells(const struct wall *wall, const char *line)
{
	size_t size;
	unsigned char *said;
	int count;

	if (!file_exists(wall->told))
		return false;
	said = file_read(wall->told, &size);
	count = bytes_count(said, size, line, strlen(line));
	free(said);
	return count > 0;
}

/* ms until the wall tells LINE; fails the test after END_MS. */
static int until(const struct wall *wall, const char *line)
{
	const struct timespec step = {0, LOOK_MS * 1000000L};
	struct timespec start, now;

	clock_gettime(CLOCK_MONOTONIC, &start);
	for (;;) {
		int passed;

		clock_gettime(CLOCK_MONOTONIC, &now);
		passed = (int)((now.tv_sec - start.tv_sec) * 1000 +
			       (now.tv_nsec - start.tv_nsec) / 1000000);
		if (tells(wall, line))
			return passed;
		if (passed > END_MS)
			fail_msg("never shown: %s", line);
		nanosleep(&step, NULL);
	}
}

static int by_size(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* Middle one of the times: the machine may be busy with something else now and
 * then. */
static void a_cue_is_on_the_wall_before_anyone_wonders(void **state)
{
	static const struct {
		const char *cue, *shown;
	} steps[] = {
	    {"pitch 7", "scene pitch page 7 of 10 cover none"},
	    {"back", "scene pitch page 6 of 10 cover none"},
	    {"black", "scene pitch page 6 of 10 cover black"},
	    {"clear", "scene pitch page 6 of 10 cover none"},
	    {"message Hej", "scene pitch page 6 of 10 cover message"},
	    {"pitch 10", "scene pitch page 10 of 10 cover none"},
	    {"welcome", "scene welcome page 1 of 1 cover none"},
	    {"pause", "scene welcome page 1 of 1 cover pause"},
	    {"pitch 1", "scene pitch page 1 of 10 cover none"},
	};
	enum { STEPS = sizeof(steps) / sizeof(steps[0]) };
	int passed[STEPS];
	struct wall wall;

	(void)state;
	wall_begin(&wall);
	until(&wall, "scene welcome page 1 of 1 cover none");
	for (int i = 0; i < STEPS; i++) {
		struct cue cue;

		file_write(wall.told, "", 0);
		assert_ok(cue_parse(steps[i].cue, &cue));
		assert_ok(cue_give(wall.fixture.store, &cue));
		passed[i] = until(&wall, steps[i].shown);
	}
	qsort(passed, STEPS, sizeof(passed[0]), by_size);
	assert_in_range(passed[STEPS / 2], 0, SHOWN_MS);
	wall_end(&wall);
}

static void a_hall_started_anew_shows_the_scene_it_was_in(void **state)
{
	static const struct cue pitch = {CUE_SCENE, SCENE_PITCH, 4, ""};
	static const struct cue black = {.kind = CUE_BLACK};
	struct wall wall;

	(void)state;
	fixture_begin(&wall.fixture, 12, false);
	assert_ok(cue_give(wall.fixture.store, &pitch));
	snprintf(wall.told, sizeof(wall.told), "%s/shown", wall.fixture.folder);
	for (int i = 0; i < 2; i++) {
		wall.child =
		    program_start(HALL,
				  (words){wall.fixture.path, "--window=640x360",
					  "--announce", wall.told},
				  NULL);
		until(&wall, i == 0 ? "scene pitch page 4 of 10 cover none"
				    : "scene welcome page 1 of 1 cover none");
		assert_int_equal(kill(wall.child, SIGTERM), 0);
		assert_int_equal(program_wait(wall.child, END_MS), 0);
		assert_int_equal(unlink(wall.told), 0);
		/* Not a scene: it was for the wall of then. */
		assert_ok(cue_give(wall.fixture.store, &black));
	}
	fixture_end(&wall.fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_shows_on_and_ends_cleanly_when_told),
	    cmocka_unit_test(help_and_mistakes_end_at_once),
	    cmocka_unit_test(announcing_into_the_meeting_leaves_it_as_it_was),
	    cmocka_unit_test(a_display_that_is_not_there_is_refused_and_said),
	    cmocka_unit_test(a_cue_is_on_the_wall_before_anyone_wonders),
	    cmocka_unit_test(a_hall_started_anew_shows_the_scene_it_was_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
