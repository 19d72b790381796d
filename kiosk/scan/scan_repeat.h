/* scan_repeat.h - the same code again: a slip that is still held there.
 *
 * A camera reads a slip ten times a second for as long as it sees it. That is
 * one scan, until the slip has been away for SCAN_REPEAT_MS (UX.md V1). Only a
 * hash of the code is kept.
 */
#ifndef STEMMEBOKS_SCAN_REPEAT_H
#define STEMMEBOKS_SCAN_REPEAT_H

#include <stdbool.h>
#include <stdint.h>

struct scan_line;

enum { SCAN_REPEAT_MS = 3000, SCAN_REPEAT_BYTES = 32 };

/* Zeroed at first. */
struct scan_repeat {
	bool any;
	uint64_t seen_ms; /* last */
	unsigned char hash[SCAN_REPEAT_BYTES];
};

/* LINE was read at NOW_MS (a monotonic clock). Returns whether it is the line
 * read before and was last seen less than SCAN_REPEAT_MS ago. */
bool scan_repeat_is(struct scan_repeat *repeat, const struct scan_line *line,
		    uint64_t now_ms);

/* The picture is still the one the last line was read in. */
void scan_repeat_still(struct scan_repeat *repeat, uint64_t now_ms);

#endif
