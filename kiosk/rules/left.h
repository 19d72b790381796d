/* left.h - what is left of the pots, shared out as the room agreed. Only for
 * rules/. */
#ifndef STEMMEBOKS_LEFT_H
#define STEMMEBOKS_LEFT_H

#include "core/result.h"

/* Uses the LEFT decisions among DECISIONS on RESULT, in which every pot is
 * counted, as count.h says: adds to awards and pots, and a STEP_AGREED for each
 * award before the pot's STEP_LEFT. */
void left_share(const struct meeting *meeting, const struct decision *decisions,
		int decision_count, struct result *result);

#endif
