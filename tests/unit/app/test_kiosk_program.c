/* The kiosk as a program: what it refuses, what it says, how it ends. */
#include <signal.h>

#include "core/meeting.h"
#include "tests/lib/app_program.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { START_MS = 1000, END_MS = 3000 };

#define KIOSK "stemmeboks-kiosk"

typedef const char *words[PROGRAM_WORDS];

struct place {
	struct fixture fixture;
	char told[2 * FIXTURE_PATH], codes[2 * FIXTURE_PATH];
	char announce[2 * FIXTURE_PATH];
};

/* A meeting, of which picture 0 was adopted if PICTURE, and a list of codes. */
static void place_begin(struct place *place, bool picture)
{
	struct meeting *meeting = bolbro_new();
	FILE *codes;

	assert_non_null(meeting);
	if (picture) {
		meeting->proposals[0].image = "tree.png";
		memset(meeting->proposals[0].image_hash, 7, MEETING_HASH_BYTES);
	}
	fixture_begin_with(&place->fixture, meeting, 2);
	fixture_leave(&place->fixture);
	snprintf(place->told, sizeof(place->told), "%s/told",
		 place->fixture.folder);
	snprintf(place->announce, sizeof(place->announce), "%s/announce",
		 place->fixture.folder);
	snprintf(place->codes, sizeof(place->codes), "%s/codes",
		 place->fixture.folder);
	codes = fopen(place->codes, "w");
	assert_non_null(codes);
	fprintf(codes, "%s\n", place->fixture.slips[0].symbols);
	fclose(codes);
}

static bool was_told(const struct place *place, const char *text)
{
	size_t size;
	unsigned char *said = file_read(place->told, &size);
	int count = bytes_count(said, size, text, strlen(text));

	free(said);
	return count == 1;
}

static void announcing_into_the_meeting_leaves_it_as_it_was(void **state)
{
	struct place place;
	unsigned char *before;
	size_t size;
	pid_t child;

	(void)state;
	place_begin(&place, false);
	before = file_read(place.fixture.path, &size);
	child = program_start(KIOSK,
			      (words){place.fixture.path, "--window=640x480",
				      "--demo", place.codes, "--announce",
				      place.fixture.path},
			      place.told);
	assert_int_equal(program_wait(child, END_MS), 2);
	file_same(place.fixture.path, before, size);
	assert_true(was_told(&place, "The file is there already."));
	fixture_end(&place.fixture);
}

static void what_could_not_start_may_be_started_anew(void **state)
{
	struct place place;
	pid_t child;

	(void)state;
	place_begin(&place, false);
	child = program_start(KIOSK,
			      (words){place.fixture.path, "--window=640x480",
				      "--demo", "/nonexistent", "--announce",
				      place.announce},
			      place.told);
	assert_int_equal(program_wait(child, END_MS), 2);
	assert_true(was_told(&place, "/nonexistent: The file was not found"));
	assert_false(file_exists(place.announce));
	child = program_start(KIOSK,
			      (words){place.fixture.path, "--window=640x480",
				      "--demo", place.codes, "--announce",
				      place.announce},
			      place.told);
	assert_int_equal(program_wait(child, START_MS), -1);
	assert_int_equal(kill(child, SIGTERM), 0);
	assert_int_equal(program_wait(child, END_MS), 0);
	assert_true(file_exists(place.announce));
	assert_false(was_told(&place, "pictures"));
	fixture_end(&place.fixture);
}

static void a_display_that_is_not_there_is_refused_and_said(void **state)
{
	struct place place;
	pid_t child;

	(void)state;
	place_begin(&place, false);
	child = program_start(
	    KIOSK, (words){place.fixture.path, "--display", "3"}, place.told);
	assert_int_equal(program_wait(child, END_MS), 1);
	assert_true(was_told(&place,
			     KIOSK ": Display 3 is not there: this machine "
				   "has 1, number 0.\n"));
	fixture_end(&place.fixture);
}

static void pictures_that_were_not_adopted_are_logged_and_left_out(void **state)
{
	struct place place;
	pid_t child;

	(void)state;
	place_begin(&place, true);
	child = program_start(
	    KIOSK, (words){place.fixture.path, "--window=640x480"}, place.told);
	assert_int_equal(program_wait(child, START_MS), -1);
	assert_int_equal(kill(child, SIGTERM), 0);
	assert_int_equal(program_wait(child, END_MS), 0);
	assert_true(was_told(&place, KIOSK ": pictures disagrees\n"));
	fixture_end(&place.fixture);
}

/* As anybody with the sqlite3 program may change it. */
static void a_changed_file_is_refused_and_where_it_is_said(void **state)
{
	static const struct {
		const char *sql, *logged;
	} cases[] = {
	    {"UPDATE audit SET detail = 'x' WHERE number = 2",
	     KIOSK ": damaged audit row 2\n"},
	    {"UPDATE meeting SET phase = 'counted  '",
	     KIOSK ": damaged phase row "},
	    {"UPDATE meeting SET definition = replace(definition, '0', '1')",
	     KIOSK ": damaged definition\n"},
	    {"DELETE FROM cue", KIOSK ": damaged file\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct place place;
		pid_t child;

		place_begin(&place, false);
		fixture_sql(place.fixture.path, cases[i].sql);
		child = program_start(
		    KIOSK, (words){place.fixture.path, "--window=640x480"},
		    place.told);
		assert_int_equal(program_wait(child, END_MS), 6);
		assert_true(was_told(&place, cases[i].logged));
		assert_true(was_told(&place, "The meeting file is damaged or "
					     "was changed"));
		fixture_end(&place.fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(announcing_into_the_meeting_leaves_it_as_it_was),
	    cmocka_unit_test(what_could_not_start_may_be_started_anew),
	    cmocka_unit_test(a_display_that_is_not_there_is_refused_and_said),
	    cmocka_unit_test(
		pictures_that_were_not_adopted_are_logged_and_left_out),
	    cmocka_unit_test(a_changed_file_is_refused_and_where_it_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
