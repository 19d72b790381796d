/* boxes_private.h - what boxes.c and the boxes_*.c share. */
#ifndef STEMMEBOKS_BOXES_PRIVATE_H
#define STEMMEBOKS_BOXES_PRIVATE_H

#include "store/boxes.h"

/* The first part with a kiosk's box: not the one with the shared roll, where
 * there is another. */
const struct part *boxes_first(const struct boxes *boxes);

/* Says in *RET_FAULT what is wrong; returns the status that goes with WRONG. */
enum status boxes_fault(struct boxes_fault *ret_fault, enum boxes_wrong wrong,
			int part, int other, int number);

/* Joins the rolls of the parts into BOXES->slips, of which each has its state,
 * and counts them. After BOXES->sharing is known. BOXES_SPENT, STATUS_MEMORY.
 */
enum status boxes_roll(struct boxes *boxes, struct boxes_fault *ret_fault);

/* Adds up BOXES->tally and compares it with the slips; what is lost with a
 * missing box is taken down, and kiosks with few ballots are hidden. After
 * boxes_list(). BOXES_SPENT, BOXES_FETCH, BOXES_SUMS, STATUS_MEMORY. */
enum status boxes_sum(struct boxes *boxes, struct boxes_fault *ret_fault);

/* Fills BOXES->collected, whose rolls are joined. BOXES_MISSING, BOXES_HERE,
 * STATUS_MEMORY. */
enum status boxes_list(struct boxes *boxes, const struct boxes_missing *missing,
		       int missing_count, struct boxes_fault *ret_fault);

#endif
