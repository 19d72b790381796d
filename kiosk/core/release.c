#include "core/release.h"

#include <sodium/utils.h>
#include <stdlib.h>
#include <string.h>

#include "core/random.h"

enum { ROOM_FIRST = 32 };

struct release {
	const struct meeting *meeting;
	struct ballot
	    *ballots; /* unreleased, in no order that means anything */
	int count, room;
	bool refused; /* the draw from these; only another ballot gives a new */
};

struct release *release_new(const struct meeting *meeting)
{
	struct release *release = calloc(1, sizeof(*release));

	if (release)
		release->meeting = meeting;
	return release;
}

static void ballots_free(struct ballot *ballots, int room)
{
	/* Overwrites them too. */
	if (ballots)
		(void)sodium_munlock(ballots, (size_t)room * sizeof(*ballots));
	free(ballots);
}

void release_free(struct release *release)
{
	if (!release)
		return;
	ballots_free(release->ballots, release->room);
	sodium_memzero(release, sizeof(*release));
	free(release);
}

/* Room for twice as many. realloc() would leave a copy behind. */
static enum status grow(struct release *release)
{
	int room = release->room ? 2 * release->room : ROOM_FIRST;
	struct ballot *ballots = calloc((size_t)room, sizeof(*ballots));

	if (!ballots)
		return STATUS_MEMORY;
	/* Never to be swapped to the disk; where that may not be, they are kept
	 * all the same. */
	(void)sodium_mlock(ballots, (size_t)room * sizeof(*ballots));
	if (release->count > 0)
		memcpy(ballots, release->ballots,
		       (size_t)release->count * sizeof(*ballots));
	ballots_free(release->ballots, release->room);
	release->ballots = ballots;
	release->room = room;
	return STATUS_OK;
}

enum status release_add(struct release *release, const struct ballot *ballot)
{
	if (release->count == release->room) {
		enum status status = grow(release);

		if (status != STATUS_OK)
			return status;
	}
	release->ballots[release->count++] = *ballot;
	release->refused = false;
	return STATUS_OK;
}

static void swap(struct ballot *a, struct ballot *b)
{
	struct ballot held = *a;

	*a = *b;
	*b = held;
	sodium_memzero(&held, sizeof(held));
}

/* Moves a random BATCH of the ballots behind the others (Fisher and Yates'
 * shuffle, stopped when the batch is full). */
static void draw(struct release *release, const struct random *random,
		 int batch)
{
	for (int last = release->count - 1; last >= release->count - batch;
	     last--) {
		uint32_t drawn =
		    random->below(random->context, (uint32_t)last + 1);

		if ((int)drawn != last)
			swap(&release->ballots[drawn], &release->ballots[last]);
	}
}

/* Whether the COUNT ballots chose the same in the places [FIRST, END). */
static bool alike(const struct ballot *ballots, int count, int first, int end)
{
	size_t size = (size_t)(end - first) * sizeof(ballots->value[0]);

	for (int i = 1; i < count; i++)
		if (memcmp(ballots[i].value + first, ballots[0].value + first,
			   size) != 0)
			return false;
	return true;
}

static bool alike_in_some_pot(const struct meeting *meeting,
			      const struct ballot *ballots, int count)
{
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		if (first < end && alike(ballots, count, first, end))
			return true;
	}
	return false;
}

/* Adds the last BATCH ballots to SNAPSHOT and overwrites them. */
static void hand_over(struct release *release, int batch,
		      struct snapshot *snapshot)
{
	struct ballot *ballots = release->ballots + release->count - batch;

	for (int i = 0; i < batch; i++)
		for (int j = 0; j < release->meeting->proposal_count; j++)
			snapshot->support[j] +=
			    ballot_support(release->meeting, &ballots[i], j);
	snapshot->ballots += batch;
	release->count -= batch;
	sodium_memzero(ballots, (size_t)batch * sizeof(*ballots));
}

bool release_batch(struct release *release, const struct random *random,
		   struct snapshot *snapshot)
{
	const struct meeting *meeting = release->meeting;
	int batch = meeting->live_batch, kept = release->count - batch;

	if (batch < 1 || kept < batch || release->refused)
		return false;
	draw(release, random, batch);
	if (alike_in_some_pot(meeting, release->ballots + kept, batch) ||
	    alike_in_some_pot(meeting, release->ballots, kept)) {
		release->refused = true;
		return false;
	}
	hand_over(release, batch, snapshot);
	return true;
}
