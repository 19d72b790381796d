/* hall_source.h - the meeting's file as the hall sees it: read only, followed.
 *
 * While voting is open the phase, the roll, the votes that the room may see and
 * the newest cue are read, never the box. Once it is closed the box is counted
 * with the decisions in the file, and its ballots are shuffled; the same box
 * keeps its order, and a cue alone does not make it be read again. The last
 * good picture stays when the file goes away, is busy or is damaged, and is
 * made new as soon as the file can be read again.
 */
#ifndef STEMMEBOKS_HALL_SOURCE_H
#define STEMMEBOKS_HALL_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"

struct cue;
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

/* Fills everything of *VIEW that is in the file; all pointers are good until
 * the next poll. What is chosen, covered, timed, or on which page, the language
 * and now_ms are left alone.
 *
 * live_since_ms is the NOW_MS of the poll that found another snapshot. The
 * images are "" unless they are those that the room adopted. The result is NULL
 * until the meeting is counted; STATUS_DISAGREES is its trouble when it is
 * counted though a tie is open. */
void hall_source_view(const struct hall_source *source, struct hall_view *view);

/* The number of the newest cue, and the cue; 0 and *ret_cue untouched when
 * there is none. */
int hall_source_cue(const struct hall_source *source, struct cue *ret_cue);

#endif
