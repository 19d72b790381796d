/* live.h - the votes so far, shown by the scenes LIVE and OPEN; and what the
 * room is told about them. */
#ifndef STEMMEBOKS_HALL_LIVE_H
#define STEMMEBOKS_HALL_LIVE_H

#include "hall/hall.h"

/* Whether a batch was published: there are bars to show. */
bool live_begun(const struct hall_view *view);

/* "The first votes are shown when at least 10 have voted." */
void live_first_text(const struct meeting *meeting, char ret_text[HALL_LINE]);

#endif
