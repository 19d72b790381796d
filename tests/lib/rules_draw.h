/* rules_draw.h - random meetings for tests of the counting rules. */
#ifndef STEMMEBOKS_TESTS_RULES_DRAW_H
#define STEMMEBOKS_TESTS_RULES_DRAW_H

#include "core/meeting.h"
#include "core/random.h"

/* PER_POT proposals at most in each of up to POTS pots; in half of the meetings
 * some exclude each other. Amounts are small (below 30 øre), so that much comes
 * out equal. Free with meeting_free(). */
struct meeting *rules_meeting_draw(const struct random *random, int pots,
				   int per_pot);

#endif
