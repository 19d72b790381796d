/* count_boxes.h - `stemmeboks count A.box B.box …`: the boxes of several kiosks
 * or meetings counted as one, in memory; nothing is written. */
#ifndef STEMMEBOKS_COUNT_BOXES_H
#define STEMMEBOKS_COUNT_BOXES_H

#include "core/status.h"

struct arguments;

/* Counts the boxes of all operands and shows the result, and where they are of
 * several meetings a line for each (count_meetings.h). */
enum status count_boxes(const struct arguments *arguments);

#endif
