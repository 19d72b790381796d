/* turnout.h - how many have voted, in words. */
#ifndef STEMMEBOKS_TURNOUT_H
#define STEMMEBOKS_TURNOUT_H

#include "hall/hall.h"

/* Whether the meeting lets the room follow the turnout while it votes. */
bool turnout_shown(const struct meeting *meeting);

/* The slips that could become a vote: all that are not void. */
int turnout_valid(const struct hall_turnout *turnout);

/* "87 have voted": ballots, not people in the room. */
void turnout_voted(const struct hall_turnout *turnout,
		   char ret_text[HALL_LINE]);

/* "of 214 voting slips": what turnout_voted() and the meter are measured by. */
void turnout_of(const struct hall_turnout *turnout, char ret_text[HALL_LINE]);

/* Whether every slip and ballot that this file knows is accounted for: printed
 * = used + void + unused, and as many ballots in the box as slips used. */
bool turnout_agrees(const struct hall_turnout *turnout);

#endif
