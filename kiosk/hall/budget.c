#include "hall/budget.h"

#include <assert.h>

#include "hall/grow.h"
#include "hall/pill.h"

enum {
	LINE_W = 8,
	PART_GAP = 4,
	EDGE = 4,
	PILL_H = 60,
	BEYOND_PERCENT = 22, /* of the width, for what is asked in vain */
};

static bool asks_more(const struct award *award)
{
	return award->outcome == OUTCOME_TOO_DEAR ||
	       award->outcome == OUTCOME_PART;
}

static void add_part(struct budget *budget, int proposal, int64_t amount_minor)
{
	if (amount_minor <= 0)
		return;
	budget->parts[budget->count++] =
	    (struct budget_part){proposal, amount_minor};
	budget->given_minor += amount_minor;
	budget->left_minor -= amount_minor;
	budget->grows = true;
}

static void take_step(const struct hall_view *view, const struct step *step,
		      struct budget *budget)
{
	const struct award *award =
	    step->award < 0 ? NULL : &view->result->awards[step->award];

	budget->grows = budget->begins = false;
	budget->ask_minor = 0;
	switch (step->kind) {
	case STEP_POT:
		budget->left_minor += step->amount_minor;
		budget->begins = true;
		break;
	case STEP_MOVED:
		budget->left_minor += step->amount_minor;
		break;
	case STEP_AWARD:
		assert(award);
		add_part(budget, award->proposal, award->amount_minor);
		if (award->outcome == OUTCOME_TOO_DEAR) {
			budget->asked_by = award->proposal;
			budget->ask_minor =
			    view->meeting->proposals[award->proposal]
				.cost_minor;
		}
		break;
	case STEP_AGREED:
		assert(award);
		add_part(budget, award->proposal, step->amount_minor);
		break;
	case STEP_MOVES_TO:
		budget->left_minor -= step->amount_minor;
		break;
	case STEP_TIE:
	case STEP_LEFT:
	case STEP_SHARE:
	case STEP_COMPLETE:
		break;
	}
}

void budget_read(const struct hall_view *view, int step,
		 struct budget *ret_budget)
{
	const struct result *result = view->result;
	int pot = result->steps[step].pot;
	const struct pot_result *sums = &result->pots[pot];

	*ret_budget =
	    (struct budget){.pot = pot, .money_minor = sums->money_minor};
	for (int i = sums->first_award; i < sums->end_award; i++)
		ret_budget->asks |= asks_more(&result->awards[i]);
	for (int i = 0; i <= step; i++)
		if (result->steps[i].pot == pot)
			take_step(view, &result->steps[i], ret_budget);
}

/* AMOUNT on a bar where MONEY is WIDTH wide. */
static int scaled(int64_t amount_minor, int width, int64_t money_minor)
{
	return money_minor > 0
		   ? (int)((__int128)amount_minor * width / money_minor)
		   : 0;
}

/* The number in the middle of PART, when it is wide enough. */
static void draw_number(struct ui *ui, const struct hall_view *view,
			int proposal, struct rect part)
{
	int width = pill_width(ui, view->meeting);
	struct rect pill = {part.x + (part.w - width) / 2,
			    part.y + (part.h - PILL_H) / 2, width, PILL_H};

	if (part.w >= width + 2 * PART_GAP)
		pill_draw(ui, &pill, width, view->meeting, proposal);
}

/* What was asked for, from where the given ends and as far as it shows. */
static void draw_ask(struct ui *ui, const struct hall_view *view,
		     struct rect bar, struct rect ask, int money_end,
		     const struct budget *budget)
{
	int grown = grow_progress(view, HALL_BAR_MS);
	bool open = ask.x + ask.w > bar.x + bar.w; /* it goes on and on */
	struct rect inside;

	if (open)
		ask.w = bar.x + bar.w - ask.x;
	ask.w = grow_part(ask.w, grown);
	inside = (struct rect){ask.x + EDGE, ask.y + EDGE,
			       ask.w - (open ? 1 : 2) * EDGE, ask.h - 2 * EDGE};
	draw_fill(ui, ask, ROLE_TEXT);
	draw_fill(ui, inside, ROLE_BG);
	if (inside.w > 0)
		draw_hatch(ui, inside, ROLE_TEXT);
	if (grown < 1000)
		return;
	/* The number stands in the larger part, clear of the budget line. */
	if (2 * money_end > 2 * ask.x + ask.w) {
		ask.w = money_end - ask.x;
	} else {
		ask.w -= money_end + LINE_W - ask.x;
		ask.x = money_end + LINE_W;
	}
	draw_number(ui, view, budget->asked_by, ask);
}

static void draw_parts(struct ui *ui, const struct hall_view *view,
		       struct rect bar, int money_w,
		       const struct budget *budget, int *ret_end)
{
	int64_t before = 0;

	*ret_end = bar.x;
	for (int i = 0; i < budget->count; i++) {
		const struct budget_part *given = &budget->parts[i];
		bool newest = budget->grows && i == budget->count - 1;
		int grown = newest ? grow_progress(view, HALL_BAR_MS) : 1000;
		struct rect part = bar;

		part.x += scaled(before, money_w, budget->money_minor);
		before += given->amount_minor;
		*ret_end = bar.x + scaled(before, money_w, budget->money_minor);
		part.w = *ret_end - part.x;
		if (part.w > 2 * PART_GAP)
			part.w -= PART_GAP;
		part.w = grow_part(part.w, grown);
		draw_fill(ui, part, ROLE_FUNDED);
		if (grown == 1000)
			draw_number(ui, view, given->proposal, part);
	}
}

void budget_draw(struct ui *ui, const struct hall_view *view, struct rect rect,
		 const struct budget *budget)
{
	struct rect bar = {rect.x, rect.y + BUDGET_LINE_OVER, rect.w,
			   BUDGET_BAR_H};
	struct rect money = bar, ask = bar, line;
	int end;

	if (budget->asks)
		money.w = bar.w * (100 - BEYOND_PERCENT) / 100;
	money.w -= LINE_W;
	draw_fill(ui, money, ROLE_TRACK);
	draw_parts(ui, view, bar, money.w, budget, &end);
	if (budget->ask_minor > 0) {
		ask.x = end;
		ask.w = scaled(budget->ask_minor, money.w, budget->money_minor);
		draw_ask(ui, view, bar, ask, money.x + money.w, budget);
	}
	line = (struct rect){money.x + money.w, rect.y, LINE_W, BUDGET_H};
	if (budget->begins)
		line.h = grow_part(line.h, grow_progress(view, HALL_BUDGET_MS));
	draw_fill(ui, line, ROLE_TEXT);
}
