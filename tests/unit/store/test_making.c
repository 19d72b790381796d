/* What is made under another name until it is whole, and what may be cleared
 * away there. */
#include <stdlib.h>
#include <unistd.h>

#include "store/making.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { SLIPS = 4, PATH = 3 * FIXTURE_PATH };

struct place {
	struct fixture fixture; /* with one vote */
	unsigned char *before;	/* its file, with that vote alone */
	size_t size;
	char path[PATH], new_path[PATH + 4];
};

static int begin(void **state)
{
	struct place *place = calloc(1, sizeof(*place));

	assert_non_null(place);
	*state = place;
	fixture_begin_in(&place->fixture, SLIPS, PHASE_OPEN);
	assert_ok(fixture_cast(&place->fixture, 0, 1));
	fixture_leave(&place->fixture);
	place->before = file_read(place->fixture.path, &place->size);
	fixture_enter(&place->fixture);
	snprintf(place->path, PATH, "%s/made", place->fixture.folder);
	snprintf(place->new_path, sizeof(place->new_path), "%s.new",
		 place->path);
	return 0;
}

static int end(void **state)
{
	struct place *place = *state;

	unlink(place->path);
	unlink(place->new_path);
	free(place->before);
	fixture_end(&place->fixture);
	free(place);
	return 0;
}

/* Whether SIZE BYTES that lie where a copy is made give way. */
static bool gives_way(struct place *place, const void *bytes, size_t size)
{
	bool gone;

	file_write(place->new_path, bytes, size);
	gone = making_clear(place->fixture.store, place->new_path);
	assert_int_equal(file_exists(place->new_path), !gone);
	return gone;
}

static void half_a_file_gives_way(void **state)
{
	static const unsigned char zeros[4096];
	struct place *place = *state;

	assert_true(gives_way(place, "", 0));
	assert_true(gives_way(place, zeros, sizeof(zeros)));
	assert_true(gives_way(place, place->before, place->size / 2));
}

static void what_is_no_meeting_stays(void **state)
{
	struct place *place = *state;

	assert_false(gives_way(place, "The minutes of the meeting", 26));
	assert_false(gives_way(place, "short", 5));
}

static void a_copy_whose_votes_are_all_in_the_file_gives_way(void **state)
{
	struct place *place = *state;

	assert_true(gives_way(place, place->before, place->size));
	assert_ok(fixture_cast(&place->fixture, 1, 2));
	assert_true(gives_way(place, place->before, place->size));
}

static void a_file_with_another_vote_stays(void **state)
{
	struct place *place = *state;
	struct fixture *fixture = &place->fixture;
	struct store *other = NULL;
	struct ballot ballot = fixture_ballot(fixture->meeting, 3);

	file_write(place->new_path, place->before, place->size);
	assert_ok(store_open(place->new_path, STORE_WRITE, &other));
	assert_ok(
	    box_cast(other, fixture->hashes[2], &ballot, &fixture->random));
	store_free(other);
	assert_false(making_clear(fixture->store, place->new_path));
	assert_true(file_exists(place->new_path));
}

static void nothing_is_made_over_what_is_there(void **state)
{
	struct place *place = *state;
	char *new_path = NULL;

	file_write(place->path, "The minutes", 11);
	assert_status(
	    making_begin(place->fixture.store, place->path, &new_path),
	    STATUS_FILE_EXISTS);
	unlink(place->path);
	assert_ok(making_begin(place->fixture.store, place->path, &new_path));
	assert_false(file_exists(place->path));
	/* Somebody else was faster. */
	file_write(place->path, "The minutes", 11);
	assert_status(making_end(new_path, place->path, STATUS_OK),
		      STATUS_FILE_EXISTS);
	assert_false(file_exists(place->new_path));
	assert_true(file_exists(place->path));
}

#define MAKING_TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    MAKING_TEST(half_a_file_gives_way),
	    MAKING_TEST(what_is_no_meeting_stays),
	    MAKING_TEST(a_copy_whose_votes_are_all_in_the_file_gives_way),
	    MAKING_TEST(a_file_with_another_vote_stays),
	    MAKING_TEST(nothing_is_made_over_what_is_there),
	};

	return cmocka_run_group_tests_name("making", tests, NULL, NULL);
}
