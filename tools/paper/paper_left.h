/* paper_left.h - what became of the money that a pot had left. */
#ifndef STEMMEBOKS_PAPER_LEFT_H
#define STEMMEBOKS_PAPER_LEFT_H

#include <stddef.h>

#include "core/result.h"

/* "10.000 kr. left", or "10.000 kr. goes on to Quick pool", in the current
 * language and the titles of LANGUAGE (index). At most SIZE bytes. */
void left_text(const struct meeting *told, const struct result *result, int pot,
	       int language, char *ret_text, size_t size);

#endif
