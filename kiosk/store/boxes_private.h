/* boxes_private.h - what boxes.c and boxes_list.c share. */
#ifndef STEMMEBOKS_BOXES_PRIVATE_H
#define STEMMEBOKS_BOXES_PRIVATE_H

#include "store/boxes.h"

/* The first part with a kiosk's box: not the one with the shared roll, where
 * there is another. */
const struct part *boxes_first(const struct boxes *boxes);

/* Fills BOXES->collected, whose rolls are joined. BOXES_MISSING, BOXES_HERE,
 * STATUS_MEMORY. */
enum status boxes_list(struct boxes *boxes, const struct boxes_missing *missing,
		       int missing_count, struct boxes_fault *ret_fault);

#endif
