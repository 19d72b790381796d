/* card_example.h - made-up votes on a meeting's own proposals, counted by the
 * real rules: an example before anyone has voted.
 *
 * EXAMPLE_BALLOTS ballots that every pot's type and limits allow. Some
 * proposals are drawn to be named more often than others. Of many draws, always
 * the same ones and fewer where there are many proposals, the first is taken
 * that shows most: no tie, money given, and a
 * proposal for which the money is not enough. So an example says nothing about
 * the proposals, and is the same whenever it is made.
 */
#ifndef STEMMEBOKS_CARD_EXAMPLE_H
#define STEMMEBOKS_CARD_EXAMPLE_H

#include "core/ballot.h"
#include "core/result.h"

enum { EXAMPLE_BALLOTS = 30 };

struct card_example {
	struct ballot ballots[EXAMPLE_BALLOTS];
	struct result result; /* what count_meeting() makes of them */
};

/* The example of MEETING. STATUS_MEMORY, or as count_meeting() but STATUS_TIE.
 * Free with free(). */
enum status card_example_new(const struct meeting *meeting,
			     struct card_example **ret_example);

#endif
