/* few.h - which of several numbers of ballots must not be shown, because one of
 * them is small.
 */
#ifndef STEMMEBOKS_FEW_H
#define STEMMEBOKS_FEW_H

#include <stdbool.h>

/* Which of the COUNT meetings or kiosks with so many BALLOTS each must not be
 * shown by itself. Those with fewer than LEAST ballots (and at least one); and
 * because all others could be subtracted from the sum of all, the next smallest
 * ones too, until there are at least LEAST ballots in those that are hidden
 * together; where there are not so many in all, those with none as well.
 * Returns how many are hidden, *RET_MORE of them for the second reason. */
int few_hide(const int *ballots, int count, int least, bool *ret_hidden,
	     int *ret_more);

#endif
