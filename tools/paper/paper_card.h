/* paper_card.h - the rule card as a sheet to hang up or hand out. */
#ifndef STEMMEBOKS_PAPER_CARD_H
#define STEMMEBOKS_PAPER_CARD_H

#include <stdbool.h>
#include <stdio.h>

#include "core/status.h"

struct card;
struct meeting;

struct card_print {
	const struct meeting *meeting;
	const struct card *card; /* card_new()'s, in the same language */
	int language;		 /* index into the meeting's */
	bool a3;		 /* else A4, all of it smaller */
};

/* Writes the card to OUT (borrowed, not closed) as a PDF: as few pages as it
 * takes, in the largest type with which it takes no more. The same bytes
 * whenever it is made, and the statuses of paper.h but STATUS_PHASE. */
enum status paper_card(const struct card_print *print, FILE *out,
		       int *ret_pages);

#endif
