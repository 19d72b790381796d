/* wedge.h - a scanner that acts as a keyboard, read key by key.
 *
 * Keys are read by position (SDL scancodes), so the layout set for the machine
 * does not matter: a slip holds only digits and A-Z, which the scanner types at
 * the same places on every layout. Shift is ignored for the same reason.
 *
 * What tells a scanner from a person at a real keyboard is the burst: many keys
 * with less than WEDGE_GAP_MS between two. A burst ends in Return or Tab, or,
 * for a scanner that sends neither, in a pause. Lone arrows, Tab, Return and
 * Space stay what they are: keys to move the focus.
 *
 * Whatever else is scanned - an address, a bar code, a card with many lines -
 * gives one line that is no slip, and the rest of that burst is swallowed.
 */
#ifndef STEMMEBOKS_WEDGE_H
#define STEMMEBOKS_WEDGE_H

#include <stdbool.h>
#include <stdint.h>

#include <SDL2/SDL_scancode.h>

#include "scan/scan_line.h"

enum {
	WEDGE_GAP_MS = 500, /* longer between two keys: a new burst */
	/* After as many symbols as a slip has, nothing more comes. */
	WEDGE_PAUSE_MS = 150,
	WEDGE_LEAST = 4, /* fewer keys are someone leaning on a keyboard */
};

enum wedge_answer {
	WEDGE_NOT_MINE, /* the caller may use the key, e.g. to move the focus */
	WEDGE_TAKEN,	/* part of a burst */
	WEDGE_LINE,	/* taken, and a line is ready: wedge_take() */
};

/* What is still dropped after a burst has given its line. */
enum wedge_drop {
	WEDGE_DROP_NONE,
	WEDGE_DROP_ENDS, /* Return and Tab: some scanners send both */
	WEDGE_DROP_ALL,	 /* all until a gap: it was no slip, and may go on */
};

/* Zeroed at first. */
struct wedge {
	struct scan_line line;
	uint64_t last_ms; /* the last key of the burst */
	enum wedge_drop drop;
};

/* A key went down at SCANCODE (no repeats, no releases). NOW_MS: a monotonic
 * clock, the same in every call. A key that starts a burst is taken when it is
 * a digit or letter or another key that types, except Space, Return and Tab. */
enum wedge_answer wedge_key(struct wedge *wedge, SDL_Scancode scancode,
			    uint64_t now_ms);

/* Lets time pass. Returns whether a line is ready: a burst without Return or
 * Tab is over after WEDGE_PAUSE_MS when it has a slip's length, else after
 * WEDGE_GAP_MS. */
bool wedge_tick(struct wedge *wedge, uint64_t now_ms);

/* For BUSY_MS up to now the caller did not listen (it drew, or waited for the
 * disk): keys that were sent meanwhile come only now, and no silence counts. */
void wedge_unheard(struct wedge *wedge, uint64_t busy_ms);

/* When wedge_tick() should be called next: ms from NOW_MS, -1 when no burst is
 * under way. */
int wedge_wait_ms(const struct wedge *wedge, uint64_t now_ms);

/* The line that is ready, for slip_parse(); WEDGE keeps no copy. Keys that type
 * but are neither digit nor letter stand in it as '?'. The caller wipes it. */
void wedge_take(struct wedge *wedge, struct scan_line *ret_line);

#endif
