/* pace.h - how long residents stand at the kiosk.
 *
 * Real residents were not timed yet. UX.md (d) sets their target, a median of
 * 150 s from scan to cast with ten proposals; a scripted resident, who never
 * hesitates, was measured for every type of ballot (pace.def) and took 53 s
 * with ten proposals to tick. A plan must not promise too much, so it goes by
 * the target, and by the measurement only for how much longer another ballot
 * takes: target x measured / 53.
 */
#ifndef STEMMEBOKS_PACE_H
#define STEMMEBOKS_PACE_H

#include <stdbool.h>

#include "core/ballot_type.h"

struct meeting;

enum {
	PACE_TARGET_S = 150, /* UX.md (d): the median with ten proposals */
	PACE_TEN = 10,	     /* proposals that the table begins with */
	/* UX.md (d) reckons 170 s for each voter where the vote is 150: the
	 * thanks stand for 8 s, then the next one comes and scans. */
	PACE_CHANGE_S = 20,
};

/* Tenths of a second that the scripted resident takes for COUNT (>= 0)
 * proposals on a ballot of TYPE. Fewer than ten count as ten: their cards are
 * larger and say more. */
int pace_tenths(enum ballot_type type, int count);

/* The same for all pots of MEETING. What they share, the language, the review
 * and the cast, counts once. */
int pace_meeting_tenths(const struct meeting *meeting);

/* The same for one who goes by numbers and whose slip knows the language; POTS
 * >= 1, COUNT proposals in all. Measured: 29.7 s with ten, 33.0 with twenty,
 * 39.1 with two pots of five. */
int pace_express_tenths(int pots, int count);

/* The median of real residents, in whole seconds, for whom the script takes
 * TENTHS: never rounded down. */
int pace_target_s(int tenths);

#endif
