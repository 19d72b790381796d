/* What a pot's ballot asks for, before its first card: points, scores, ranks.
 */
#include <stdio.h>

#include "core/rule_kind.h"
#include "voter/bars.h"
#include "voter/form.h"
#include "voter/screen_text.h"
#include "voter/screens.h"
#include "voter/wording_ballot.h"
#include "words/words.h"

enum {
	STEPS = 3,
	STEP_GAP = 24,
	STEP_GAP_LEAST = 12,
	BULLET = 72,
	BULLET_SMALL = 56,
	TEXT_GAP = 24,
	TOP = 32,
	TOP_SMALL = 12,
};

/* The steps of each type, the task itself being the first. */
static const char *const steps[BALLOT_TYPE_COUNT][STEPS - 1] = {
    [BALLOT_APPROVAL] = {N_("Touch “Choose” on the proposals you support."),
			 N_("Proposals with the most votes get money first.")},
    [BALLOT_KNAPSACK] = {N_("Touch “Choose” on the proposals you support."),
			 N_("Proposals with the most votes get money first.")},
    [BALLOT_POINTS] = {N_("Touch + to give a point. Touch − to take it back."),
		       N_("Proposals with the most points get money first.")},
    [BALLOT_SCORE] = {N_("Each proposal comes on a page of its own."),
		      N_("Proposals with the highest scores get money first.")},
    [BALLOT_RANK] = {N_("Touch your best proposal first, then the next best."),
		     N_("Your best proposal counts the most.")},
};

const char *rules_last(const struct pot *pot)
{
	switch (pot_rule(pot)) {
	case RULE_EQUAL_SHARES:
	case RULE_PHRAGMEN:
		return N_("Every ballot has an equal share of the money.");
	case RULE_KNAPSACK:
		return N_("Those with most support together get the money.");
	default:
		return steps[pot->ballot_type][1];
	}
}

const char *rules_first(const struct pot *pot)
{
	return steps[pot->ballot_type][0];
}

/* The letters of the task and of the other steps, from the largest down. */
static const enum type levels[][2] = {
    {TYPE_H1, TYPE_H2},
    {TYPE_TITLE, TYPE_BODY},
    {TYPE_SMALL_BOLD, TYPE_SMALL},
};

enum { LEVELS = sizeof(levels) / sizeof(levels[0]) };

/* How high a step is, and all of them. */
static int step_h(struct ui *ui, const char *text, enum type type, int width)
{
	int side = form_small(ui) ? BULLET_SMALL : BULLET;
	int height = text_height(ui, text, type, width - side - TEXT_GAP);

	return height > side ? height : side;
}

static int steps_h(struct ui *ui, const char *const texts[STEPS], int level,
		   int width)
{
	int height = 0;

	for (int i = 0; i < STEPS; i++)
		height += step_h(ui, texts[i], levels[level][i > 0], width);
	return height + (STEPS - 1) * STEP_GAP_LEAST;
}

/* A step with its number, in RECT's upper part; *RECT shrinks by it. */
static void step(struct ui *ui, struct rect *rect, int number, const char *text,
		 enum type type, int gap)
{
	bool small = form_small(ui);
	int side = small ? BULLET_SMALL : BULLET;
	struct rect row =
	    rect_take_top(rect, step_h(ui, text, type, rect->w), gap);
	struct rect bullet = {row.x, row.y, side, side};
	char digit[16];

	snprintf(digit, sizeof(digit), "%d", number);
	draw_panel(ui, bullet, side / 2, ROLE_PRIMARY, ROLE_PRIMARY, 0);
	draw_text_middle(ui, bullet, digit, small ? TYPE_TITLE : TYPE_H2,
			 ROLE_ON_PRIMARY, ALIGN_CENTRE);
	rect_take_start(&row, side, TEXT_GAP);
	draw_text_middle(ui, row, text, type, ROLE_TEXT, ALIGN_START);
}

static void steps_draw(struct ui *ui, struct rect rect,
		       const char *const texts[STEPS])
{
	int level = form_small(ui) ? 1 : 0, all, gap;

	while (level < LEVELS - 1 && steps_h(ui, texts, level, rect.w) > rect.h)
		level++;
	all = steps_h(ui, texts, level, rect.w);
	gap = all + (STEPS - 1) * (STEP_GAP - STEP_GAP_LEAST) <= rect.h
		  ? STEP_GAP
		  : STEP_GAP_LEAST;
	for (int i = 0; i < STEPS; i++)
		step(ui, &rect, i + 1, texts[i], levels[level][i > 0], gap);
}

void rules_draw(struct ui *ui, const struct voter_view *view,
		struct intent *ret_intent)
{
	const struct session *session = view->session;
	const struct pot *pot = &view->meeting->pots[session->pot];
	struct rect rect = form_content(ui);
	char text[WORDING_TEXT];
	const char *texts[STEPS] = {text, words_get(rules_first(pot)),
				    words_get(rules_last(pot))};

	rect_take_top(&rect, 0, form_small(ui) ? TOP_SMALL : TOP);
	ballot_task(view, session->pot, text);
	steps_draw(ui, rect, texts);
	bars_back(ui, _("Back"), (struct intent){INTENT_BACK, 0}, ret_intent);
	bars_next(ui, BUTTON_PRIMARY, _("Start"),
		  (struct intent){INTENT_NEXT, 0}, ret_intent);
	bars_pot_header(ui, view, ret_intent);
}
