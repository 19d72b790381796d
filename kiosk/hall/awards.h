/* awards.h - a pot's result as the rows of a table: who gets money first. */
#ifndef STEMMEBOKS_AWARDS_H
#define STEMMEBOKS_AWARDS_H

#include "core/money.h"
#include "hall/hall.h"

struct award_row {
	const struct award *award;
	bool funded;	     /* above the budget line: in full or in part */
	int64_t total_minor; /* given in this pot up to and with this row */
};

/* The awards of POT in the order of the table: those that get money, then the
 * others, each in the order of the money. Returns how many. */
int award_rows(const struct result *result, int pot,
	       struct award_row ret_rows[MEETING_PROPOSALS]);

/* Why AWARD gets nothing, in a few words: "25.000 kr. short". "" when it gets
 * money by the rule. */
void award_reason(const struct meeting *meeting, const struct award *award,
		  char ret_text[HALL_LINE]);

/* What stands in ROW's cost column: the cost, or the part that is given. */
void award_cost(const struct meeting *meeting, const struct award_row *row,
		char ret_text[MONEY_TEXT]);

/* What stands in ROW's last column: the running total, or the reason. */
void award_last(const struct meeting *meeting, const struct award_row *row,
		char ret_text[HALL_LINE]);

/* "Gets a part: 49.265 kr. of 70.000 kr.", or what of it was agreed in the
 * meeting; "" for a whole cost by the rule, and without money. */
void award_part(const struct meeting *meeting, const struct award *award,
		char ret_text[HALL_LINE]);

/* What became of POT's left-over: "5.000 kr. left", or where it goes. */
void award_left(const struct hall_view *view, int pot,
		char ret_text[HALL_LINE]);

/* The ties of POT that were settled by KIND, as one sentence with the numbers
 * in their settled order, if it is one; "" when there was none. */
void award_ties(const struct hall_view *view, int pot, enum decision_kind kind,
		char ret_text[HALL_LINE]);

#endif
