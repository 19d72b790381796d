/* live.h - the votes the room may see while voting is open: one row in the
 * file, overwritten at the same length, and back to nothing at closing. */
#ifndef STEMMEBOKS_LIVE_H
#define STEMMEBOKS_LIVE_H

#include "core/release.h"
#include "core/status.h"

struct store;

/* The snapshot last published; all 0 before the first, and from closing on.
 * Reads neither box nor roll. STATUS_DAMAGED when the row is not one that
 * live_publish() writes; STATUS_STORE_BUSY, STATUS_STORE. */
enum status live_read(struct store *store, struct snapshot *ret_snapshot);

/* Adds BATCH, which must have ballots, to what the file says, in one
 * transaction: kiosks at the same file each add their own. STATUS_PHASE unless
 * the meeting is open or paused and shows batches; STATUS_LIMIT when a number
 * is negative or gets more than six digits; STATUS_DAMAGED, STATUS_STORE_BUSY,
 * STATUS_STORE: nothing was added. STATUS_UNCERTAIN: perhaps it was; who adds
 * it again may show the same ballots twice. */
enum status live_publish(struct store *store, const struct snapshot *batch);

#endif
