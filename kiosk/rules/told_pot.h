/* told_pot.h - a pot whose ballots are not published, as its result was told.
 * Only for rules/.
 */
#ifndef STEMMEBOKS_TOLD_POT_H
#define STEMMEBOKS_TOLD_POT_H

#include "rules/pot_run.h"

/* Takes what TOLD says of RUN's pot for its result: share, ties and awards in
 * the order of TOLD's steps. Nothing of it can be counted again; but whoever
 * gets money gets its whole cost, of money that is there, nobody gets any under
 * the threshold, and everybody is told of once: whatever says otherwise is
 * changed or left out. */
void told_run(struct pot_run *run, const struct result *told);

#endif
