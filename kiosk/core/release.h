/* release.h - which ballots the room may see while voting is open. Pure.
 *
 * DESIGN.md, "Live results": a random LIVE batch of k ballots is added to the
 * published snapshot when at least 2k are unreleased, so that the last reveal,
 * at closing, also adds at least k. A batch in which every ballot is alike in
 * some pot would tell how people voted: then more are waited for. The same
 * holds for the ballots that are left behind, for the result itself reveals
 * them.
 *
 * Which ballots are released lives in this value only. After a restart the
 * earlier ballots are unknown: only ballots cast since enter new batches.
 */
#ifndef STEMMEBOKS_RELEASE_H
#define STEMMEBOKS_RELEASE_H

#include <stdbool.h>

#include "core/ballot.h"

struct random;
struct release;

/* What the room has been shown: how many ballots, and the sum of their values
 * per proposal. */
struct snapshot {
	int ballots;
	int64_t support[MEETING_PROPOSALS];
};

/* An empty one for MEETING (borrowed, must stay; its live_batch is k). NULL
 * without memory. Free with release_free(), which takes NULL and overwrites the
 * ballots. */
struct release *release_new(const struct meeting *meeting);
void release_free(struct release *release);

/* Takes in a BALLOT that was just stored. STATUS_MEMORY: it is then only
 * counted at closing, which harms nobody. */
enum status release_add(struct release *release, const struct ballot *ballot);

/* Whether a batch can be released now: draws k of the unreleased ballots with
 * RANDOM, adds them to *SNAPSHOT and forgets them. False, and *SNAPSHOT
 * untouched, when fewer than 2k are there, or the batch or what is left behind
 * is alike in some pot. At most one batch a call. */
bool release_batch(struct release *release, const struct random *random,
		   struct snapshot *snapshot);

#endif
