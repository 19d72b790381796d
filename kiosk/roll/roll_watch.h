/* roll_watch.h - what the room may see of a shared roll: how many slips are
 * used, and the votes that all kiosks together show. Never waits. */
#ifndef STEMMEBOKS_ROLL_WATCH_H
#define STEMMEBOKS_ROLL_WATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "core/release.h"
#include "core/status.h"

struct roll_watch;

enum { ROLL_WATCH_MS = 1000 }; /* how often it is asked */

/* Each kiosk shows its own ballots in batches, so the sum grows by whole
 * batches too. */
struct roll_seen {
	int printed, used, voided;
	struct snapshot live;
};

/* Watches the roll that MEETING names (borrowed, until roll_watch_free(), which
 * takes NULL). STATUS_INPUT when that is no address, STATUS_MEMORY. */
enum status roll_watch_new(const struct meeting *meeting,
			   struct roll_watch **ret_watch);
void roll_watch_free(struct roll_watch *watch);

/* Goes on asking; to be called four to ten times a second. Returns whether
 * something else is seen. */
bool roll_watch_work(struct roll_watch *watch, uint64_t now_ms);

/* What was seen last; NULL before the first answer. A server that has gone
 * leaves it as it was. */
const struct roll_seen *roll_watch_seen(const struct roll_watch *watch);

#endif
