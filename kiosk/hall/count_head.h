/* count_head.h - above the tally: how far it is, how fast it goes, and at the
 * end whether the sums are right. */
#ifndef STEMMEBOKS_COUNT_HEAD_H
#define STEMMEBOKS_COUNT_HEAD_H

#include "hall/hall.h"

struct count_sheet;

/* How high the longest notice is, WIDTH wide, where it has lines of its own. */
int count_notice_height(struct ui *ui, int width);

/* In SHEET's head and notice. SUMS: of the ballots counted so far. */
void count_head_draw(struct ui *ui, const struct hall_view *view,
		     const struct count_sheet *sheet, const struct tally *sums);

#endif
