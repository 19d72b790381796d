/* What the room is shown of an open vote, over random meetings and restarts. */
#include "core/release.h"

#include "core/random.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

enum { MEETINGS = 3000, VOTERS_MOST = 70, BATCH_MOST = 9, SHOWN_MOST = 80 };

/* A meeting as a resident with a pencil would follow it: every ballot is known
 * by its number, so that every difference can be taken apart. */
struct evening {
	struct meeting *meeting;
	struct ballot cast[VOTERS_MOST];
	int count;
	struct release *release;
	struct snapshot shown[SHOWN_MOST];
	int shown_count;
};

static int below(const struct random *random, int limit)
{
	return (int)random->below(random->context, (uint32_t)limit);
}

/* Two or three pots of a few proposals, and habits: in some pots of some
 * meetings nearly everybody ticks the same. */
static struct meeting *random_meeting(const struct random *random)
{
	struct meeting *meeting = meeting_new();

	assert_non_null(meeting);
	meeting->pot_count = 1 + below(random, 3);
	meeting->live = LIVE_BATCHES;
	meeting->live_batch = 2 + below(random, BATCH_MOST - 1);
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int count = 1 + below(random, 4);

		for (int i = 0; i < count; i++)
			meeting->proposals[meeting->proposal_count++].pot = pot;
	}
	return meeting;
}

static struct ballot random_ballot(const struct meeting *meeting,
				   const struct random *random, int habit)
{
	struct ballot ballot = {{0}};

	for (int i = 0; i < meeting->proposal_count; i++)
		ballot.value[i] =
		    below(random, 10) < habit ? 1 : (short)below(random, 3);
	return ballot;
}

/* What the result will say. */
static struct snapshot sum(const struct evening *evening)
{
	struct snapshot all = {0};

	for (int i = 0; i < evening->count; i++) {
		all.ballots++;
		for (int j = 0; j < evening->meeting->proposal_count; j++)
			all.support[j] += evening->cast[i].value[j];
	}
	return all;
}

static void cast(struct evening *evening, const struct random *random,
		 int habit)
{
	struct ballot *ballot = &evening->cast[evening->count++];
	struct snapshot next = evening->shown[evening->shown_count - 1];

	*ballot = random_ballot(evening->meeting, random, habit);
	assert_int_equal(release_add(evening->release, ballot), STATUS_OK);
	if (release_batch(evening->release, random, &next)) {
		assert_true(evening->shown_count < SHOWN_MOST);
		evening->shown[evening->shown_count++] = next;
	}
}

static void restart(struct evening *evening)
{
	release_free(evening->release);
	evening->release = release_new(evening->meeting);
	assert_non_null(evening->release);
}

/* What is added from BEFORE to AFTER: whether it can have come from ballots
 * that all gave POT the same; then every sum is a multiple of the count. */
static bool may_be_unanimous(const struct meeting *meeting, int pot,
			     const struct snapshot *before,
			     const struct snapshot *after)
{
	int ballots = after->ballots - before->ballots, first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		if ((after->support[i] - before->support[i]) % ballots != 0)
			return false;
	return true;
}

static void steps_are_at_least_a_batch(const struct evening *evening)
{
	int batch = evening->meeting->live_batch;
	struct snapshot last = sum(evening);

	for (int i = 1; i < evening->shown_count; i++) {
		const struct snapshot *before = &evening->shown[i - 1];
		const struct snapshot *after = &evening->shown[i];

		assert_int_equal(after->ballots - before->ballots, batch);
		for (int j = 0; j < evening->meeting->proposal_count; j++) {
			int64_t added = after->support[j] - before->support[j];

			assert_true(added >= 0 && added <= 2 * batch);
			assert_true(after->support[j] <= last.support[j]);
		}
	}
	if (evening->shown_count > 1)
		assert_true(
		    last.ballots -
			evening->shown[evening->shown_count - 1].ballots >=
		    batch);
}

static void no_step_is_ever_smaller_than_a_batch(void **state)
{
	uint64_t seed = 2015;
	struct random random = bolbro_random(&seed);
	int batches = 0, restarts = 0;

	(void)state;
	for (int i = 0; i < MEETINGS; i++) {
		struct evening *evening = calloc(1, sizeof(*evening));
		int voters = below(&random, VOTERS_MOST + 1);
		int habit = below(&random, 11);
		bool stable = below(&random, 2);

		assert_non_null(evening);
		evening->meeting = random_meeting(&random);
		evening->shown_count = 1; /* nothing, before the first */
		restart(evening);
		for (int j = 0; j < voters; j++) {
			cast(evening, &random, habit);
			if (!stable && below(&random, 8) == 0) {
				restart(evening);
				restarts++;
			}
			steps_are_at_least_a_batch(evening);
		}
		batches += evening->shown_count - 1;
		release_free(evening->release);
		meeting_free(evening->meeting);
		free(evening);
	}
	/* The property would hold for a release that never shows anything. */
	assert_true(batches > 2 * MEETINGS);
	assert_true(restarts > MEETINGS);
}

/* Ballot I of one pot with 31 places, of which it ticks place I alone: so sums
 * say which ballots they are of. */
static struct meeting *marked_meeting(int batch)
{
	struct meeting *meeting = meeting_new();

	assert_non_null(meeting);
	meeting->pot_count = 1;
	meeting->live = LIVE_BATCHES;
	meeting->live_batch = batch;
	meeting->proposal_count = 31;
	return meeting;
}

static void sums_are_those_of_ballots_cast_and_none_twice(void **state)
{
	uint64_t seed = 7;
	struct random random = bolbro_random(&seed);
	struct meeting *meeting = marked_meeting(3);
	struct release *release = release_new(meeting);
	struct snapshot shown = {0};

	(void)state;
	assert_non_null(release);
	for (int i = 0; i < meeting->proposal_count; i++) {
		struct ballot ballot = {{0}};
		int ticked = 0;

		ballot.value[i] = 1;
		assert_int_equal(release_add(release, &ballot), STATUS_OK);
		assert_int_equal(release_batch(release, &random, &shown),
				 i >= 5 && (i - 5) % 3 == 0);
		for (int j = 0; j < meeting->proposal_count; j++) {
			assert_true(shown.support[j] == 0 ||
				    (shown.support[j] == 1 && j <= i));
			ticked += (int)shown.support[j];
		}
		assert_int_equal(ticked, shown.ballots);
	}
	assert_int_equal(shown.ballots, 27);
	release_free(release);
	meeting_free(meeting);
}

/* Chi-square over which of ten ballots a first batch of five takes: with nine
 * degrees of freedom 27.9 is passed once in a thousand times. Fixed numbers:
 * it is the same every time. */
static void every_ballot_is_as_likely_to_be_shown_first(void **state)
{
	enum { BATCH = 5, ALL = 2 * BATCH, TIMES = 20000 };
	uint64_t seed = 99;
	struct random random = bolbro_random(&seed);
	struct meeting *meeting = marked_meeting(BATCH);
	int64_t taken[ALL] = {0}, wanted = TIMES / 2, squares = 0;

	(void)state;
	for (int i = 0; i < TIMES; i++) {
		struct release *release = release_new(meeting);
		struct snapshot shown = {0};

		assert_non_null(release);
		for (int j = 0; j < ALL; j++) {
			struct ballot ballot = {{0}};

			ballot.value[j] = 1;
			release_add(release, &ballot);
		}
		assert_true(release_batch(release, &random, &shown));
		for (int j = 0; j < ALL; j++)
			taken[j] += shown.support[j];
		release_free(release);
	}
	for (int j = 0; j < ALL; j++)
		squares += (taken[j] - wanted) * (taken[j] - wanted);
	/* Each is taken with one half, so the variance is half of wanted. */
	assert_true(10 * squares < 279 * wanted / 2);
	meeting_free(meeting);
}

/* Adds COUNT ballots to RELEASE that tick FIRST in pot 0 and SECOND in pot 1 of
 * Bolbro; what happens each time is counted. */
static int add_alike(struct release *release, const struct random *random,
		     int count, int first, int second,
		     struct snapshot *snapshot)
{
	int batches = 0;

	for (int i = 0; i < count; i++) {
		struct ballot ballot = {{0}};

		ballot.value[first] = 1;
		ballot.value[second] = 1;
		assert_int_equal(release_add(release, &ballot), STATUS_OK);
		batches += release_batch(release, random, snapshot);
	}
	return batches;
}

static void a_room_of_one_mind_is_shown_nothing(void **state)
{
	uint64_t seed = 3;
	struct random random = bolbro_random(&seed);
	struct meeting *meeting = bolbro_new();
	struct release *release;
	struct snapshot shown = {0};

	(void)state;
	assert_non_null(meeting);
	meeting->live = LIVE_BATCHES;
	release = release_new(meeting);
	assert_non_null(release);
	/* They differ in the quick pot and are alike in the other. */
	for (int i = 0; i < 20; i++)
		assert_int_equal(
		    add_alike(release, &random, 1, 0, 3 + i % 2, &shown), 0);
	assert_int_equal(shown.ballots, 0);
	release_free(release);
	meeting_free(meeting);
}

/* One who differs is not shown while the others are then alike: the result
 * would say how each of those voted, or - shown with four - those left would.
 */
static void one_of_another_mind_does_not_give_the_others_away(void **state)
{
	struct meeting *meeting = bolbro_new();

	(void)state;
	assert_non_null(meeting);
	meeting->live = LIVE_BATCHES;
	for (uint64_t seed = 1; seed < 200; seed++) {
		uint64_t at = seed;
		struct random random = bolbro_random(&at);
		struct release *release = release_new(meeting);
		struct snapshot shown = {0};

		assert_non_null(release);
		assert_int_equal(add_alike(release, &random, 14, 0, 3, &shown),
				 0);
		assert_int_equal(add_alike(release, &random, 1, 1, 4, &shown),
				 0);
		release_free(release);
	}
	meeting_free(meeting);
}

/* Every batch and what stays behind, looked at in the ballots themselves: a
 * marked pot (who is in it) beside one in which nearly all are alike. */
static void nothing_shown_or_left_is_unanimous(void **state)
{
	enum { VOTERS = 31, TIMES = 2000, BATCH = 4 };
	uint64_t seed = 5;
	struct random random = bolbro_random(&seed);
	struct meeting *meeting = marked_meeting(BATCH);
	int batches = 0;

	(void)state;
	meeting->pot_count = 2;
	meeting->proposals[meeting->proposal_count++].pot = 1;
	for (int i = 0; i < TIMES; i++) {
		struct release *release = release_new(meeting);
		struct snapshot shown = {0}, cast = {0};

		assert_non_null(release);
		for (int j = 0; j < VOTERS; j++) {
			struct snapshot before = shown;
			struct ballot ballot = {{0}};

			ballot.value[j] = 1;
			ballot.value[VOTERS] = below(&random, 5) == 0;
			release_add(release, &ballot);
			cast.ballots++;
			cast.support[VOTERS] += ballot.value[VOTERS];
			if (!release_batch(release, &random, &shown))
				continue;
			batches++;
			assert_false(
			    may_be_unanimous(meeting, 1, &before, &shown));
			assert_false(
			    may_be_unanimous(meeting, 1, &shown, &cast));
		}
		release_free(release);
	}
	assert_true(batches > TIMES);
	meeting_free(meeting);
}

static void a_refused_draw_is_not_repeated_until_it_fits(void **state)
{
	struct meeting *meeting = bolbro_new();

	(void)state;
	assert_non_null(meeting);
	meeting->live = LIVE_BATCHES;
	for (uint64_t seed = 1; seed < 100; seed++) {
		uint64_t at = seed;
		struct random random = bolbro_random(&at);
		struct release *release = release_new(meeting);
		struct snapshot shown = {0};
		bool first;

		assert_non_null(release);
		for (int i = 0; i < 10; i++) {
			struct ballot ballot = {{0}};

			ballot.value[i < 2 ? 1 : 0] = 1;
			ballot.value[i < 2 ? 4 : 3] = 1;
			release_add(release, &ballot);
		}
		first = release_batch(release, &random, &shown);
		for (int i = 0; i < 50; i++)
			assert_false(release_batch(release, &random, &shown));
		assert_int_equal(shown.ballots, first ? 5 : 0);
		release_free(release);
	}
	meeting_free(meeting);
}

static void a_pot_without_proposals_holds_nothing_back(void **state)
{
	uint64_t seed = 3;
	struct random random = bolbro_random(&seed);
	struct meeting *meeting = marked_meeting(2);
	struct release *release = release_new(meeting);
	struct snapshot shown = {0};

	(void)state;
	meeting->pot_count = 2;
	assert_non_null(release);
	for (int i = 0; i < 4; i++) {
		struct ballot ballot = {{0}};

		ballot.value[i] = 1;
		release_add(release, &ballot);
	}
	assert_true(release_batch(release, &random, &shown));
	release_free(release);
	release_free(NULL);
	meeting_free(meeting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_step_is_ever_smaller_than_a_batch),
	    cmocka_unit_test(sums_are_those_of_ballots_cast_and_none_twice),
	    cmocka_unit_test(every_ballot_is_as_likely_to_be_shown_first),
	    cmocka_unit_test(a_room_of_one_mind_is_shown_nothing),
	    cmocka_unit_test(one_of_another_mind_does_not_give_the_others_away),
	    cmocka_unit_test(nothing_shown_or_left_is_unanimous),
	    cmocka_unit_test(a_refused_draw_is_not_repeated_until_it_fits),
	    cmocka_unit_test(a_pot_without_proposals_holds_nothing_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
