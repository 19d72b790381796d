/* numbers.h - the express way: proposals by their numbers. */
#ifndef STEMMEBOKS_NUMBERS_H
#define STEMMEBOKS_NUMBERS_H

struct voter_view;

/* The proposal of the session's pot that has the number typed, as an index; -1
 * when none has, or nothing was typed. */
int numbers_typed(const struct voter_view *view);

#endif
