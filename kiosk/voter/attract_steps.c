#include "voter/attract_steps.h"

#include <stdio.h>

#include "voter/form.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	GAP = 24,
	NUMBER = 72,
	NUMBER_SMALL = 56,
	NUMBER_LEAST = 44,
	ROOMY_H = 360, /* a step so high has large parts */
	LINES_H = 260, /* steps less high are lines */
	PICTURE = 256,
	PICTURE_SMALL = 136,
	TEXT_H = 96,
	TEXT_H_SMALL = 72,
};

static const struct {
	enum icon icon;
	const char *text;
} steps[] = {
#define STEP(name, text) {ICON_##name, text},
#include "words/voting_step.def"
#undef STEP
};

enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

/* A step in a row: NUMBER, its side, and picture, the words below. */
static void step_below(struct ui *ui, struct rect in, int index, int number)
{
	bool small = form_small(ui) && in.h < ROOMY_H;
	int words_h = small ? TEXT_H_SMALL : TEXT_H;
	int side = small ? PICTURE_SMALL : PICTURE;
	enum type type = small ? TYPE_SMALL_BOLD : TYPE_H2;
	const char *text = _(steps[index].text);
	struct rect words;

	if (text_word_width(ui, text, type) > in.w)
		type = TYPE_SMALL_BOLD;
	if (words_h < text_height(ui, text, type, in.w))
		words_h = text_height(ui, text, type, in.w);
	words = rect_take_bottom(&in, words_h, small ? 8 : GAP);
	/* Beside the number, or below it where a step is narrow. */
	if (in.w < side + 2 * number)
		rect_take_top(&in, number, 0);
	side = side > in.w ? in.w : side;
	side = side > in.h ? in.h : side;
	draw_icon(ui, rect_middle(in, side, side), steps[index].icon,
		  ROLE_PRIMARY);
	draw_text_middle(ui, words, text, type, ROLE_TEXT, ALIGN_CENTRE);
}

/* A step in a column: number, picture and words beside each other. */
static void step_beside(struct ui *ui, struct rect in, int index, int number)
{
	int side = in.h < PICTURE ? in.h : PICTURE;
	const char *text = _(steps[index].text);
	struct rect picture;

	if (side > in.w * 2 / 7)
		side = in.w * 2 / 7;
	rect_take_start(&in, number, 2 * GAP);
	picture = rect_take_start(&in, side, 2 * GAP);
	draw_icon(ui, rect_middle(picture, side, side), steps[index].icon,
		  ROLE_PRIMARY);
	draw_text_middle(ui, in, text,
			 wording_fit(ui, text, in.w, in.h, TYPE_H2), ROLE_TEXT,
			 ALIGN_START);
}

static void step(struct ui *ui, struct rect rect, int index, bool below)
{
	bool small = form_small(ui);
	struct rect in = rect_inset(rect, GAP);
	struct rect number = in;
	char text[16];

	draw_panel(ui, rect, 16, ROLE_SURFACE, ROLE_SURFACE, 0);
	number.w = small ? NUMBER_SMALL : NUMBER;
	number.w = number.h = number.w < in.h ? number.w : in.h;
	draw_panel(ui, number, number.h / 2, ROLE_PRIMARY, ROLE_PRIMARY, 0);
	snprintf(text, sizeof(text), "%d", index + 1);
	draw_text_middle(ui, number, text, small ? TYPE_TITLE : TYPE_H2,
			 ROLE_ON_PRIMARY, ALIGN_CENTRE);
	if (below)
		step_below(ui, in, index, number.w);
	else
		step_beside(ui, in, index, number.w);
}

/* A step as a line: where there is no height for more. */
static void step_line(struct ui *ui, struct rect in, int index)
{
	int side = in.h < NUMBER_SMALL ? in.h : NUMBER_SMALL;
	struct rect number =
	    rect_middle(rect_take_start(&in, side, GAP / 2), side, side);
	struct rect icon =
	    rect_middle(rect_take_start(&in, side, GAP / 2), side, side);
	const char *words = _(steps[index].text);
	char text[16];

	snprintf(text, sizeof(text), "%d", index + 1);
	draw_panel(ui, number, side / 2, ROLE_PRIMARY, ROLE_PRIMARY, 0);
	draw_text_middle(ui, number, text,
			 side < NUMBER_LEAST ? TYPE_SMALL_BOLD : TYPE_TITLE,
			 ROLE_ON_PRIMARY, ALIGN_CENTRE);
	draw_icon(ui, icon, steps[index].icon, ROLE_PRIMARY);
	draw_text_middle(ui, in, words,
			 wording_fit_line(ui, words, in.w, TYPE_TITLE),
			 ROLE_TEXT, ALIGN_START);
}

void attract_steps(struct ui *ui, struct rect rect)
{
	bool row = !form_upright(ui), low = row && rect.h < LINES_H;
	int gap = low ? GAP / 3 : GAP;
	struct rect one = rect;

	if (row && !low)
		one.w = (rect.w - (STEPS - 1) * gap) / STEPS;
	else
		one.h = (rect.h - (STEPS - 1) * gap) / STEPS;
	for (int i = 0; i < STEPS; i++) {
		if (low)
			step_line(ui, one, i);
		else
			step(ui, one, i, row);
		one.x += row && !low ? one.w + gap : 0;
		one.y += row && !low ? 0 : one.h + gap;
	}
}
