/* What the hall takes from a real file besides the box: the votes that may be
 * seen, cues, pictures, what was published. */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/cue.h"
#include "store/audit.h"
#include "store/live.h"
#include "tests/lib/app_hall.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

#define DIGEST "0123456789abcdef0123456789abcdef"

/* Five more, four of them for one proposal. */
static void publish(struct evening *evening)
{
	static const struct snapshot batch = {.ballots = 5, .support[3] = 4};

	assert_ok(live_publish(evening->fixture.store, &batch));
}

static void live_votes_are_seen_with_those_before(void **state)
{
	struct evening *evening = *state;
	const struct hall_view *view = &evening->view;

	assert_true(evening_poll(evening));
	assert_null(view->live);
	fixture_advance(&evening->fixture, PHASE_OPEN);
	evening_poll(evening);
	/* None yet: the scene says when there will be. */
	assert_non_null(view->live);
	assert_int_equal(view->live->ballots, 0);
	for (int ballots = 5; ballots <= 15; ballots += 5) {
		publish(evening);
		assert_true(evening_poll(evening));
		assert_int_equal(view->live->ballots, ballots);
		assert_int_equal(view->live->support[3], ballots / 5 * 4);
		assert_non_null(view->live_before);
		assert_int_equal(view->live_before->ballots, ballots - 5);
		assert_int_equal(view->live_since_ms, evening->now_ms);
		/* Another vote is no new batch. */
		evening_vote(evening, 1);
		assert_true(evening_poll(evening));
		assert_int_equal(view->live_before->ballots, ballots - 5);
		assert_int_equal(view->live_since_ms,
				 evening->now_ms - HALL_SOURCE_RETRY_MS);
	}
	fixture_advance(&evening->fixture, PHASE_PAUSED);
	evening_poll(evening);
	assert_non_null(view->live);
	fixture_advance(&evening->fixture, PHASE_CLOSED);
	evening_poll(evening);
	assert_null(view->live);
	assert_null(view->live_before);
}

static void a_hall_that_comes_late_grows_no_bars(void **state)
{
	struct evening *evening = *state;

	fixture_advance(&evening->fixture, PHASE_OPEN);
	publish(evening);
	assert_true(evening_poll(evening));
	assert_int_equal(evening->view.live->ballots, 5);
	assert_null(evening->view.live_before);
}

static void a_meeting_without_batches_shows_none(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct evening evening = {0};

	(void)state;
	assert_non_null(meeting);
	meeting->live = LIVE_TURNOUT;
	fixture_begin_with(&evening.fixture, meeting, EVENING_SLIPS);
	assert_ok(hall_source_new(evening.fixture.path, &evening.source));
	fixture_advance(&evening.fixture, PHASE_OPEN);
	assert_true(evening_poll(&evening));
	assert_null(evening.view.live);
	hall_source_free(evening.source);
	fixture_end(&evening.fixture);
}

static void cues_come_with_their_number(void **state)
{
	struct evening *evening = *state;
	struct cue cue = {.kind = CUE_COUNT};

	assert_true(evening_poll(evening));
	assert_int_equal(hall_source_cue(evening->source, &cue), 0);
	assert_int_equal(cue.kind, CUE_COUNT);
	evening_cue(evening, "pitch 7");
	assert_true(evening_poll(evening));
	assert_int_equal(hall_source_cue(evening->source, &cue), 1);
	assert_int_equal(cue.kind, CUE_SCENE);
	assert_int_equal(cue.scene, SCENE_PITCH);
	assert_int_equal(cue.number, 7);
	evening_cue(evening, "next");
	evening_cue(evening, "next");
	assert_true(evening_poll(evening));
	assert_int_equal(hall_source_cue(evening->source, &cue), 3);
	assert_int_equal(cue.kind, CUE_NEXT);
}

/* The box taken away: while voting is open nothing else is missed. */
static void while_open_live_votes_and_cues_need_no_box(void **state)
{
	struct evening *evening = *state;
	struct cue cue;

	evening_vote(evening, 2);
	assert_true(evening_poll(evening));
	publish(evening);
	evening_cue(evening, "live");
	fixture_leave(&evening->fixture);
	fixture_sql(evening->fixture.path,
		    "DROP VIEW tally; ALTER TABLE box RENAME TO box_away;");
	assert_true(evening_poll(evening));
	assert_status(evening->view.trouble, STATUS_OK);
	assert_int_equal(evening->view.live->ballots, 5);
	assert_int_equal(evening->view.turnout.used, 2);
	assert_int_equal(hall_source_cue(evening->source, &cue), 1);
	assert_null(evening->view.tally);
	fixture_sql(evening->fixture.path,
		    "UPDATE live SET ballots = '000000010';"
		    "UPDATE cue SET number = 2, text = 'black';");
	assert_true(evening_poll(evening));
	assert_status(evening->view.trouble, STATUS_OK);
	assert_int_equal(evening->view.live->ballots, 10);
	assert_int_equal(hall_source_cue(evening->source, &cue), 2);
}

static void audit(struct evening *evening, enum act act, const char *detail)
{
	assert_ok(audit_act(evening->fixture.store, act, detail, FIXTURE_AT));
	assert_true(evening_poll(evening));
}

static void the_digest_is_that_of_the_folder_published_last(void **state)
{
	struct evening *evening = *state;
	const struct hall_view *view = &evening->view;

	evening_vote(evening, EVENING_SLIPS);
	fixture_advance(&evening->fixture, PHASE_COUNTED);
	assert_true(evening_poll(evening));
	assert_string_equal(view->digest, "");
	audit(evening, ACT_PUBLISHED,
	      "sums " DIGEST "00000000000000000000000000000000");
	assert_string_equal(view->digest,
			    DIGEST "00000000000000000000000000000000");
	audit(evening, ACT_PUBLISHED, "sums " DIGEST DIGEST);
	assert_string_equal(view->digest, DIGEST DIGEST);
	audit(evening, ACT_PUBLISHED, "sums " DIGEST);
	assert_string_equal(view->digest, "");
	audit(evening, ACT_PUBLISHED, "sums " DIGEST DIGEST " on a stick");
	assert_string_equal(view->digest, "");
	audit(evening, ACT_PUBLISHED, "elsewhere");
	assert_string_equal(view->digest, "");
	audit(evening, ACT_PUBLISHED, "sums " DIGEST DIGEST);
	/* The paper overrules the machine: the folder tells what was. */
	evening_count_by_hand(evening, true, -1);
	assert_true(evening_poll(evening));
	assert_string_equal(view->digest, "");
}

/* Beside the file only in time, and then a picture or something else. */
static void try_picture(const char *found, bool shown)
{
	struct meeting *meeting = bolbro_new();
	struct evening evening = {.now_ms = 1000};
	char folder[2 * FIXTURE_PATH + 8], path[2 * FIXTURE_PATH + 32];

	assert_non_null(meeting);
	meeting->proposals[0].image = "tree.png.ppm";
	fixture_begin_with(&evening.fixture, meeting, EVENING_SLIPS);
	assert_ok(hall_source_new(evening.fixture.path, &evening.source));
	assert_true(evening_poll(&evening));
	assert_string_equal(evening.view.images, "");
	snprintf(folder, sizeof(folder), "%s",
		 store_images(evening.fixture.store));
	assert_int_equal(mkdir(folder, 0700), 0);
	snprintf(path, sizeof(path), "%s/tree.png.ppm", folder);
	file_write(path, found, strlen(found));
	fixture_advance(&evening.fixture, PHASE_READY);
	assert_true(evening_poll(&evening));
	assert_string_equal(evening.view.images, shown ? folder : "");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(folder), 0);
	hall_source_free(evening.source);
	fixture_end(&evening.fixture);
}

/* Each is hashed when it is shown (ui/test_image.c). */
static void only_what_can_be_a_picture_is_shown(void **state)
{
	(void)state;
	try_picture("P6\n# stemmeboks 1\n0001 0001\n255\nRGB", true);
	try_picture("P6\n# stemmeboks 1\n0001 0001\n255\nRGBR", false);
	try_picture("a tree", false);
}

static void a_meeting_without_pictures_has_its_folder(void **state)
{
	struct evening *evening = *state;

	assert_true(evening_poll(evening));
	assert_string_equal(evening->view.images,
			    store_images(evening->fixture.store));
}

int main(void)
{
#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, evening_begin, evening_end)
	const struct CMUnitTest tests[] = {
	    TEST(live_votes_are_seen_with_those_before),
	    TEST(a_hall_that_comes_late_grows_no_bars),
	    cmocka_unit_test(a_meeting_without_batches_shows_none),
	    TEST(cues_come_with_their_number),
	    TEST(while_open_live_votes_and_cues_need_no_box),
	    TEST(the_digest_is_that_of_the_folder_published_last),
	    cmocka_unit_test(only_what_can_be_a_picture_is_shown),
	    TEST(a_meeting_without_pictures_has_its_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
