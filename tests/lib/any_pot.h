/* any_pot.h - pots of any ballot type with any limits, for random tests. */
#ifndef STEMMEBOKS_TESTS_ANY_POT_H
#define STEMMEBOKS_TESTS_ANY_POT_H

struct ballot;
struct meeting;
struct random;

/* Gives pot INDEX of MEETING a type and limits drawn by RANDOM, such as a
 * meeting may have. */
void any_pot_draw(struct meeting *meeting, int index,
		  const struct random *random);

/* Fails unless BALLOT keeps within the upper limits of every pot: what holds at
 * every moment, though choices may still be lacking. */
void any_pot_assert_within(const struct meeting *meeting,
			   const struct ballot *ballot);

#endif
