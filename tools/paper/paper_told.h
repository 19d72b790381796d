/* paper_told.h - a meeting's names inside sentences that run another way. */
#ifndef STEMMEBOKS_PAPER_TOLD_H
#define STEMMEBOKS_PAPER_TOLD_H

#include "core/meeting.h"

/* A copy of MEETING whose titles, short titles and titles of pots stand between
 * U+2068 and U+2069 (UAX 9), so that in a sentence they keep their direction
 * and leave the numbers around them theirs. For sentences only: a paragraph
 * that is nothing but such a title would not know its own direction. Where no
 * title and no language is written from the right they stand as they are.
 *
 * MEETING must outlive the copy. Free with meeting_free(). NULL without memory.
 */
struct meeting *told_meeting_new(const struct meeting *meeting);

#endif
