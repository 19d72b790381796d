/* box_names.h - --name and --names: what the meetings of a city are called. */
#ifndef STEMMEBOKS_BOX_NAMES_H
#define STEMMEBOKS_BOX_NAMES_H

#include "store/deal.h"
#include "tools/line/command.h"

struct box_names {
	int count;
	char (*names)[KIOSK_NAME];
};

/* The names of every --name, or those in the first column of the file --names,
 * divided by semicolons; none when neither is given. STATUS_USAGE (told) when
 * both are given, when one is empty, too long, there twice, or holds what may
 * not stand in a meeting, and above KIOSKS_MOST; STATUS_INPUT, STATUS_MEMORY.
 * Free with box_names_free(), which takes one that is all zero. */
enum status box_names_read(const struct arguments *arguments,
			   struct box_names *ret_names);
void box_names_free(struct box_names *names);

#endif
