/* What the hall takes from a real file of the closed box: every ballot,
 * shuffled, and the count by hand. */
#include <stdio.h>

#include "tests/lib/app_hall.h"
#include "tests/lib/cmocka_all.h"

static bool same(const struct ballot *a, const struct ballot *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

/* Some residents tick the same as others. */
static void every_ballot_is_there_once(const struct evening *evening)
{
	for (int i = 0; i < evening->cast; i++) {
		struct ballot ballot = evening_ballot(i);
		int wanted = 0, found = 0;

		for (int j = 0; j < evening->cast; j++) {
			struct ballot cast = evening_ballot(j);

			wanted += same(&ballot, &cast);
			found += same(&ballot, &evening->view.ballots[j]);
		}
		assert_int_equal(found, wanted);
	}
}

static void a_closed_box_is_shown_ballot_by_ballot(void **state)
{
	struct evening *evening = *state;
	struct tally sums;

	evening_vote(evening, EVENING_SLIPS);
	assert_true(evening_poll(evening));
	assert_null(evening->view.ballots);
	fixture_advance(&evening->fixture, PHASE_CLOSED);
	assert_true(evening_poll(evening));
	assert_int_equal(evening->view.ballot_count, EVENING_SLIPS);
	every_ballot_is_there_once(evening);
	tally_clear(&sums);
	for (int i = 0; i < EVENING_SLIPS; i++)
		tally_add(&sums, evening->view.meeting,
			  &evening->view.ballots[i]);
	assert_memory_equal(&sums, evening->view.tally, sizeof(sums));
}

static void fewer_ballots_than_are_published_are_not_shown(void **state)
{
	struct evening *evening = *state;

	evening_vote(evening, EVENING_FEW - 1);
	fixture_advance(&evening->fixture, PHASE_CLOSED);
	assert_true(evening_poll(evening));
	assert_null(evening->view.ballots);
	assert_int_equal(evening->view.ballot_count, 0);
	assert_int_equal(evening->view.tally->ballots, EVENING_FEW - 1);
}

/* The ballots as they are shown now. */
static struct ballot *shown(const struct evening *evening)
{
	size_t size =
	    (size_t)evening->view.ballot_count * sizeof(struct ballot);
	struct ballot *copy = malloc(size);

	assert_non_null(copy);
	assert_non_null(evening->view.ballots);
	memcpy(copy, evening->view.ballots, size);
	return copy;
}

static void the_order_of_the_ballots_stays(void **state)
{
	static const enum phase phases[] = {PHASE_CLOSED, PHASE_COUNTED,
					    PHASE_PUBLISHED};
	struct evening *evening = *state;
	struct ballot *first;
	char away[2 * FIXTURE_PATH + 8];

	evening_vote(evening, EVENING_SLIPS);
	fixture_advance(&evening->fixture, PHASE_CLOSED);
	assert_true(evening_poll(evening));
	first = shown(evening);
	snprintf(away, sizeof(away), "%s.away", evening->fixture.path);
	for (int i = 0; i < 3; i++) {
		fixture_advance(&evening->fixture, phases[i]);
		evening_poll(evening);
		/* The file goes and comes back: it is opened anew. */
		assert_int_equal(rename(evening->fixture.path, away), 0);
		assert_true(evening_poll(evening));
		assert_int_equal(rename(away, evening->fixture.path), 0);
		assert_true(evening_poll(evening));
		assert_status(evening->view.trouble, STATUS_OK);
		assert_memory_equal(first, evening->view.ballots,
				    EVENING_SLIPS * sizeof(*first));
	}
	free(first);
}

/* A copy of the file takes its name. */
static void another_file_has_another_order(void **state)
{
	struct evening *evening = *state;
	char copy[2 * FIXTURE_PATH + 8];
	unsigned char *bytes;
	struct ballot *first;
	size_t size;

	evening_vote(evening, EVENING_SLIPS);
	fixture_advance(&evening->fixture, PHASE_CLOSED);
	assert_true(evening_poll(evening));
	first = shown(evening);
	fixture_leave(&evening->fixture);
	bytes = file_read(evening->fixture.path, &size);
	snprintf(copy, sizeof(copy), "%s.copy", evening->fixture.path);
	file_write(copy, bytes, size);
	assert_int_equal(rename(copy, evening->fixture.path), 0);
	assert_true(evening_poll(evening));
	assert_status(evening->view.trouble, STATUS_OK);
	assert_int_equal(evening->view.ballot_count, EVENING_SLIPS);
	assert_memory_not_equal(first, evening->view.ballots,
				EVENING_SLIPS * sizeof(*first));
	free(bytes);
	free(first);
}

struct slots {
	struct ballot *ballots;
	int count;
};

static enum status take_slot(void *context, const unsigned char slot[16],
			     const struct ballot *ballot)
{
	struct slots *slots = context;

	(void)slot;
	slots->ballots[slots->count++] = *ballot;
	return STATUS_OK;
}

/* Each hall draws an order of its own: never that of the slots, which is the
 * order of the published list. */
static void the_order_is_not_that_of_the_slots(void **state)
{
	enum { HALLS = 4 };
	struct evening *evening = *state;
	struct ballot order[HALLS + 1][EVENING_SLIPS];
	struct slots slots = {order[HALLS], 0};

	evening_vote(evening, EVENING_SLIPS);
	fixture_advance(&evening->fixture, PHASE_CLOSED);
	assert_ok(box_each(evening->fixture.store, take_slot, &slots));
	for (int i = 0; i < HALLS; i++) {
		hall_source_free(evening->source);
		assert_ok(
		    hall_source_new(evening->fixture.path, &evening->source));
		assert_true(evening_poll(evening));
		memcpy(order[i], evening->view.ballots, sizeof(order[i]));
	}
	for (int i = 0; i < HALLS; i++)
		for (int j = i + 1; j <= HALLS; j++)
			assert_memory_not_equal(order[i], order[j],
						sizeof(order[i]));
}

static void the_paper_stands_beside_the_box(void **state)
{
	struct evening *evening = *state;
	const struct hall_view *view = &evening->view;
	int64_t box;

	evening_vote(evening, EVENING_SLIPS);
	fixture_advance(&evening->fixture, PHASE_CLOSED);
	assert_true(evening_poll(evening));
	assert_null(view->paper);
	box = view->tally->support[1];
	evening_count_by_hand(evening, true, -1);
	assert_true(evening_poll(evening));
	assert_non_null(view->paper);
	assert_true(view->paper->stands);
	assert_int_equal(view->paper->ballots, EVENING_SLIPS);
	assert_int_equal(view->paper->votes[1], box - 1);
	assert_string_equal(view->paper->reason, "Box 2 was dropped");
	/* The ballots, and what they add up to, are those of the box. */
	assert_int_equal(view->tally->support[1], box);
	assert_int_equal(view->ballot_count, EVENING_SLIPS);
}

static void overruled_after_the_count_the_wall_is_closed_again(void **state)
{
	struct evening *evening = *state;
	const struct hall_view *view = &evening->view;

	evening_vote(evening, EVENING_SLIPS);
	fixture_advance(&evening->fixture, PHASE_COUNTED);
	assert_true(evening_poll(evening));
	assert_non_null(view->result);
	evening_count_by_hand(evening, true, -1);
	assert_true(evening_poll(evening));
	assert_int_equal(view->phase, PHASE_CLOSED);
	assert_null(view->result);
	assert_int_equal(hall_scene(view), SCENE_CLOSED);
	fixture_advance(&evening->fixture, PHASE_COUNTED);
	assert_true(evening_poll(evening));
	assert_non_null(view->result);
	for (int i = 0; i < 3; i++)
		if (view->result->awards[i].proposal == 1)
			assert_int_equal(view->result->awards[i].votes,
					 view->paper->votes[1]);
}

/* Closed again and again at the next poll: a cue costs no count. That it was
 * not counted shows when the box says something else all the same. */
static void a_cue_does_not_count_the_box_again(void **state)
{
	struct evening *evening = *state;
	const struct tally *before;

	evening_vote(evening, EVENING_SLIPS);
	fixture_advance(&evening->fixture, PHASE_CLOSED);
	assert_true(evening_poll(evening));
	before = evening->view.tally;
	evening_cue(evening, "order");
	assert_true(evening_poll(evening));
	assert_ptr_equal(evening->view.tally, before);
}

int main(void)
{
#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, evening_begin, evening_end)
	const struct CMUnitTest tests[] = {
	    TEST(a_closed_box_is_shown_ballot_by_ballot),
	    TEST(fewer_ballots_than_are_published_are_not_shown),
	    TEST(the_order_of_the_ballots_stays),
	    TEST(another_file_has_another_order),
	    TEST(the_order_is_not_that_of_the_slots),
	    TEST(the_paper_stands_beside_the_box),
	    TEST(overruled_after_the_count_the_wall_is_closed_again),
	    TEST(a_cue_does_not_count_the_box_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
