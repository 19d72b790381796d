/* pill.h - a proposal's number, as on its poster: in a rounded box. */
#ifndef STEMMEBOKS_PILL_H
#define STEMMEBOKS_PILL_H

#include "core/meeting.h"
#include "ui/draw.h"

enum { PILL_GAP = 16 }; /* to what stands beside it */

/* How wide it must be for the widest number of MEETING. */
int pill_width(struct ui *ui, const struct meeting *meeting);

/* The number of PROPOSAL (index) at the start of RECT, WIDTH wide and a line of
 * text high; moves *RECT to what is beside it. */
void pill_draw(struct ui *ui, struct rect *rect, int width,
	       const struct meeting *meeting, int proposal);

#endif
