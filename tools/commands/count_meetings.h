/* count_meetings.h - the meetings of a city, each by itself. */
#ifndef STEMMEBOKS_COUNT_MEETINGS_H
#define STEMMEBOKS_COUNT_MEETINGS_H

#include <stdbool.h>

#include <jansson.h>

#include "tools/commands/parts.h"

/* Whether PARTS are meetings of their own, not kiosks of one. */
bool meetings_several(const struct parts *parts);

/* Which of the COUNT meetings with so many BALLOTS each must not be shown by
 * itself. Those with fewer than LEAST ballots (and at least one); and because
 * all others could be subtracted from the sum of all, the next smallest ones
 * too, until there are at least LEAST ballots in those that are hidden
 * together. Returns how many are hidden, *RET_MORE of them for that reason. */
int meetings_hide(const int *ballots, int count, int least, bool *ret_hidden,
		  int *ret_more);

/* Prints a line for each meeting, in the order of the command line. */
enum status meetings_show(const struct arguments *arguments,
			  const struct parts *parts);

/* The same as an array; "ballots" and "votes" are null for those hidden. NULL
 * without memory. */
json_t *meetings_json(const struct parts *parts);

#endif
