/* tie_text.h - what the pages of a tie say; within hall/ only. */
#ifndef STEMMEBOKS_TIE_TEXT_H
#define STEMMEBOKS_TIE_TEXT_H

#include "hall/hall.h"

enum { TIE_RULE = 3 * HALL_LINE };

/* How TIE is settled, and in which pot. */
void tie_title_text(const struct hall_view *view, const struct hall_tie *tie,
		    char ret_text[HALL_LINE]);

/* While it is open the votes of each and the money left, then how it was
 * settled. */
void tie_facts_text(const struct meeting *meeting, const struct hall_tie *tie,
		    char ret_text[HALL_LINE]);

/* What the order decides, in words, BETWEEN the sentences; after a split there
 * is none, and only votes and money are told. */
void tie_rule_text(const struct meeting *meeting, const struct hall_tie *tie,
		   char between, char ret_text[TIE_RULE]);

#endif
