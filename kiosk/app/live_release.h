/* live_release.h - from a vote just cast to what the room may see of it: core's
 * release and the file's live row together.
 *
 * A batch is drawn in memory and added to what the file says, so that a kiosk
 * started anew goes on from there. No other kiosk writes to the file
 * (kiosk_lock.h): where several share a roll, each has its own, and the roll
 * adds up what they tell (roll_link_shown()).
 */
#ifndef STEMMEBOKS_LIVE_RELEASE_H
#define STEMMEBOKS_LIVE_RELEASE_H

#include "core/release.h"
#include "core/status.h"

struct store;

/* Zeroed at first. */
struct live_release {
	struct store *store;
	struct release *release; /* NULL: nothing is released */
	struct snapshot waiting; /* batches drawn and not yet in the file */
	unsigned shown;		 /* how often a batch was written to the file */
};

/* Takes votes in from now on, if STORE's meeting (borrowed) shows batches; does
 * nothing else. STATUS_MEMORY: then nothing is released. End with
 * live_release_end(), which overwrites all that was kept. */
enum status live_release_start(struct live_release *live, struct store *store);
void live_release_end(struct live_release *live);

/* Takes in a BALLOT that was just stored: in memory only, at once. Without
 * memory it is left out, which harms nobody. */
void live_release_add(struct live_release *live, const struct ballot *ballot);

/* Draws what may be released, with RANDOM, and writes it to the file: some tens
 * of milliseconds, or two seconds when another program has the file, so never
 * while a resident waits. Does nothing when there is nothing to be written.
 *
 * A status of live_publish(). After a failure the next call tries the same
 * batches again, and those drawn since; but not after STATUS_PHASE (voting is
 * over), STATUS_LIMIT, or STATUS_UNCERTAIN: a batch that may be in the file is
 * never added a second time. They are then only in the result, which harms
 * nobody. */
enum status live_release_write(struct live_release *live,
			       const struct random *random);

#endif
