/* budget.h - a pot's money as a bar that fills, step by step. */
#ifndef STEMMEBOKS_BUDGET_H
#define STEMMEBOKS_BUDGET_H

#include "hall/hall.h"
#include "ui/draw.h"

enum {
	BUDGET_BAR_H = 92,
	BUDGET_LINE_OVER = 12, /* the budget line reaches above and below it */
	BUDGET_H = BUDGET_BAR_H + 2 * BUDGET_LINE_OVER,
};

/* What a proposal was given by one step. */
struct budget_part {
	int proposal; /* index */
	int64_t amount_minor;
};

/* A pot's money once the steps up to one are told. */
struct budget {
	int pot;
	int64_t money_minor; /* all there will be: what is moved in too */
	int64_t given_minor, left_minor;
	int count;
	struct budget_part parts[2 * MEETING_PROPOSALS];
	bool grows;	   /* the last part came with this very step */
	bool begins;	   /* this step opens the pot */
	int64_t ask_minor; /* too dear: what was asked for in vain; else 0 */
	int asked_by;	   /* its proposal */
	bool asks;	   /* some step of the pot asks for more than is left */
};

/* The budget of the pot of VIEW's step STEP (index), from its first step to
 * that one. */
void budget_read(const struct hall_view *view, int step,
		 struct budget *ret_budget);

/* Draws it in the upper BUDGET_H of RECT: what is given from the start, what is
 * left, the line where the money ends, and what was asked for beyond it. */
void budget_draw(struct ui *ui, const struct hall_view *view, struct rect rect,
		 const struct budget *budget);

#endif
