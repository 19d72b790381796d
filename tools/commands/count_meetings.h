/* count_meetings.h - the meetings of a city, each by itself. */
#ifndef STEMMEBOKS_COUNT_MEETINGS_H
#define STEMMEBOKS_COUNT_MEETINGS_H

#include <stdbool.h>

#include <jansson.h>

#include "tools/commands/parts.h"

/* Whether PARTS are meetings of their own, not kiosks of one. */
bool meetings_several(const struct parts *parts);

/* Prints a line for each meeting, in the order of the command line. */
enum status meetings_show(const struct arguments *arguments,
			  const struct parts *parts);

/* The same as an array; "ballots" and "votes" are null for those hidden. NULL
 * without memory. */
json_t *meetings_json(const struct parts *parts);

#endif
