/* hall_source.h - the meeting's file as the hall sees it: read only, followed.
 *
 * While voting is open only the phase and the roll are read, never the box.
 * Once it is closed the box is counted with the decisions in the file, of which
 * only the ties that stop the count are kept; once the meeting is counted, all
 * of the result. The last good picture stays when the file goes
 * away, is busy or is damaged, and is made new as soon as the file can be read
 * again.
 */
#ifndef STEMMEBOKS_HALL_SOURCE_H
#define STEMMEBOKS_HALL_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"

struct hall_source;
struct hall_view;

enum {
	HALL_SOURCE_POLL_MS = 100,   /* how often to ask whether it changed */
	HALL_SOURCE_RETRY_MS = 1000, /* how often to open it again in trouble */
	HALL_SOURCE_GRACE_MS = 3000, /* a kiosk may keep it busy so long before
					that is worth a word */
};

/* A source for the file at PATH (borrowed, must stay), which need not be there
 * yet. Nothing is read before the first poll. STATUS_MEMORY. */
enum status hall_source_new(const char *path, struct hall_source **ret_source);

/* Takes NULL. */
void hall_source_free(struct hall_source *source);

/* Looks whether the file changed since the last poll; returns whether there is
 * something else to show. NOW_MS: any monotonic clock. */
bool hall_source_poll(struct hall_source *source, uint64_t now_ms);

/* Fills the meeting, phase, code, turnout, result, ties, file and trouble of
 * *VIEW; all pointers are good until the next poll. The other fields are left
 * alone. */
void hall_source_view(const struct hall_source *source, struct hall_view *view);

#endif
