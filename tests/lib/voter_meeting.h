/* voter_meeting.h - the Bolbro meeting with all that residents read. */
#ifndef STEMMEBOKS_TESTS_VOTER_MEETING_H
#define STEMMEBOKS_TESTS_VOTER_MEETING_H

#include "core/meeting.h"

/* bolbro_new() with summaries, texts, proposers, places and the demo meeting's
 * pictures (demo_pictures.h). Proposals 1 and 2 exclude each other, 3 has no
 * English title, 6 has a text of several pages, 9 has no picture. Free with
 * meeting_free(). */
struct meeting *voter_meeting_new(void);

#endif
