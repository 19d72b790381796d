/* grow.h - what grows when a page is turned to: bars, and the budget line. */
#ifndef STEMMEBOKS_GROW_H
#define STEMMEBOKS_GROW_H

#include "hall/hall.h"

/* How far what takes LENGTH_MS has grown on VIEW's page, 0 to 1000; 1000 when
 * it is not known when the page was turned to. */
int grow_progress(const struct hall_view *view, int length_ms);

/* The part of LENGTH that shows at PROGRESS thousandths. */
int grow_part(int length, int progress);

/* wait() of a scene of scene.def whose pages grow for HALL_BAR_MS. */
int grow_wait(const struct hall_view *view);

#endif
